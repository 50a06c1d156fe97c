# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of customers: which there are, in which order, and how few statements it takes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.customers_lists import CustomerChip, CustomerFilter
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

TODAY = date(2026, 9, 14)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path, FixedClock()) as found:
        yield found


def listed(services: Services, text: str = "", **other: object) -> list[int]:
    return list(services.customer_lists.ids(CustomerFilter(text=text, **other)))


def test_demand_20_names_stand_where_people_look_for_them(services: Services) -> None:
    names = ("Zoë Ångström", "Álvaro Ruiz", "Tom O'Neill", "Ann de Souza", "Jan Øster", "Al Angus")
    cards = {added(services, name).id: name for name in names}
    assert [cards[one] for one in listed(services)] == [
        "Zoë Ångström",
        "Al Angus",
        "Tom O'Neill",
        "Jan Øster",
        "Álvaro Ruiz",
        "Ann de Souza",
    ]


def test_customers_are_found_by_any_part(services: Services) -> None:
    meena = added(
        services,
        "Mrs Meena Patel",
        phones=("01632 960 123",),
        place=("4 High Street\nLeeds", "LS1 4DY"),
    )
    added(services, "Tom Hollins", phones=("07700 900555",))
    found = ("patel", "pat mee", "eena", "960123", "0123", "+44 1632 960 123", "ls14dy", "K-0001")
    for text in found:
        assert listed(services, text) == [meena.id], text
    for text in ("patels", "meena tom", "%", "_"):
        assert meena.id not in listed(services, text) or text in "%_"


def test_chips_part_them(services: Services) -> None:
    tom = added(services, "Tom", tags=("vip",))
    ann = added(services, "Ann", status=CustomerStatus.ASKED, tags=("vip", "new"))
    old = added(services, "Old")
    services.customers.archive([old.id], True, RUTH)
    late = PromiseDraft(
        customer_id=tom.id,
        text="ring",
        due=Due(day=date(2026, 9, 11)),
        promiser="Ann",
        made_on=date(2026, 9, 10),
    )
    services.promises.make(late, RUTH)
    assert listed(services) == [ann.id, tom.id]
    assert listed(services, chip=CustomerChip.ASKED) == [ann.id]
    assert listed(services, chip=CustomerChip.LATE) == [tom.id]
    assert listed(services, chip=CustomerChip.ARCHIVED) == [old.id]
    assert listed(services, tag="vip") == [ann.id, tom.id]
    assert listed(services, "to", tag="vip") == [tom.id]
    counts = services.customer_lists.counts()
    assert (counts.all, counts.asked, counts.late, counts.archived, counts.binned) == (
        2,
        1,
        1,
        1,
        0,
    )
    assert counts.tags == (("new", 1), ("vip", 2))
    rows = services.customer_lists.rows([tom.id, ann.id])
    assert [(row.id, row.late, row.tags) for row in rows] == [
        (tom.id, 1, ("vip",)),
        (ann.id, 0, ("new", "vip")),
    ]


def test_few_statements_find_and_show_them(services: Services) -> None:
    ids = [added(services, f"Tom {number}", tags=("x",)).id for number in range(5)]
    said: list[str] = []
    with services.units.read() as reading:
        engine = reading.engine

    def hear(*given: object) -> None:
        said.extend([str(given[2])] if given[2] != "BEGIN" else [])

    event.listen(engine, "before_cursor_execute", hear)
    for step, most in (
        (lambda: services.customer_lists.ids(CustomerFilter()), 1),
        (lambda: services.customer_lists.ids(CustomerFilter(text="tom 3")), 2),
        (lambda: services.customer_lists.rows(ids), 1),
        (services.customer_lists.counts, 2),
        (lambda: services.customers.get(ids[0]), 2),
    ):
        said.clear()
        step()
        assert len(said) <= most, said
