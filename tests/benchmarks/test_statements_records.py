# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many statements lists, pages and the search send, and that none walks through a big table."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from servicedesk.domain.calendars import Nation
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services, open_services
from servicedesk.store.asking import bare
from servicedesk.store.home import days_shut, open_things
from servicedesk.store.opening import open_file
from tests.benchmarks.desk import MOMENT, WHO
from tests.benchmarks.shops import TODAY, shop_copy
from tests.benchmarks.test_statements import plans
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard
from tests.services.around import surroundings

SIZE = 300
WHOM = 150
_BIG = ("customers", "customer_reaches", "customer_addresses", "promises", "contacts", "journal")
_WALKED = re.compile(rf"SCAN (?:{'|'.join(_BIG)}|search_docs|[a-z])(?: |$)(?!.*VIRTUAL TABLE)")
_ALLOWED = (
    "SCAN customers USING COVERING INDEX ix_customers_listed",  # all numbers are wanted
    "SCAN customers USING COVERING INDEX ix_customers_sort_key_id",  # whether there is any
    "SCAN customers USING COVERING INDEX ix_customers_first_visit_on",  # the same
    "SCAN journal",  # from its end, and no farther than the last row
    "SCAN o USING INDEX ix_complaints_open",  # holds the open ones only, and all are wanted
    "SCAN o USING INDEX ix_complaints_no_cause",  # holds those that lack a cause only
    "SCAN o USING INDEX ix_feedback_to_answer",  # holds those who wait for an answer only
)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    path = shop_copy(SIZE, tmp_path)
    file = open_file(path, backups=tmp_path / "backups", moment=MOMENT)
    found = open_services(file, surroundings(path, FixedClock(TODAY)))
    found.search.prepare()
    found.timeline.of(WHOM)
    found.home.today()
    yield found
    file.close()


def page(services: Services) -> None:
    services.customers.get(WHOM)
    services.support.of(WHOM)
    services.timeline.figures(WHOM)
    services.timeline.of(WHOM)


def made(services: Services) -> None:
    draft = PromiseDraft(
        customer_id=WHOM, text="ring back", due=Due(day=TODAY), promiser="Tom", made_on=TODAY
    )
    services.promises.make(draft, WHO)


USES: dict[str, tuple[Callable[[Services], object], int]] = {
    "a page of the list": (lambda one: one.customer_lists.rows(range(100, 200)), 1),
    "the numbers of all": (lambda one: one.customer_lists.ids(CustomerFilter()), 1),
    "a key in the list": (lambda one: one.customer_lists.ids(CustomerFilter(text="se")), 2),
    "the page of a customer": (page, 6),
    "who may be meant": (lambda one: one.search.people("s"), 2),
    "whoever was chosen": (lambda one: one.search.person(WHOM), 2),
    "a key in the search": (lambda one: one.search.find("se"), 8),
    "Today": (lambda one: one.home.today(), 6),
    "a new promise": (made, 20),
}


def asked(heard: Heard) -> list[str]:
    """The statements of ours: not those of the indexes to themselves, nor of transactions."""
    ours = (one.strip() for one in heard.statements)
    return [one for one in ours if one.split()[0].upper() in ("SELECT", "INSERT", "UPDATE")]


@pytest.mark.parametrize("use", USES)
def test_few_statements_and_none_walks_through_a_big_table(
    services: Services, heard: Heard, use: str
) -> None:
    job, most = USES[use]
    job(services)  # what is kept in memory from then on is read
    with heard.only_this():
        job(services)
    sent = asked(heard)
    assert len(sent) <= most, sent
    steps = plans(services._file.path, [one for one in sent if one.upper().startswith("SELECT")])
    assert {step for step in steps if _WALKED.match(step)} - set(_ALLOWED) == set()


def test_what_today_asks_is_planned_once_whatever_the_day(services: Services) -> None:
    planned: list[object] = []

    def allow(*told: object) -> int:
        planned.append(told)
        return 0

    def look(reading: Connection, day: date) -> None:
        soon, since = day + timedelta(days=30), day - timedelta(days=365)
        open_things(reading, day, day + timedelta(days=3), soon, since)
        days_shut(reading, day, Nation.ENG)

    with services.units.read() as reading:
        bare(reading).set_authorizer(allow)  # the driver asks it about each plan it makes
        look(reading, TODAY)
        assert planned
        planned.clear()
        look(reading, TODAY + timedelta(days=1))
        bare(reading).set_authorizer(None)
    assert planned == []


def test_the_search_asks_no_more_however_large_the_shop(tmp_path: Path, heard: Heard) -> None:
    sent = []
    for size in (SIZE, 3 * SIZE):
        file = open_file(shop_copy(size, tmp_path), backups=tmp_path / "backups", moment=MOMENT)
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        services.search.find("se")
        with heard.only_this():
            services.search.find("se")
        sent.append(len(asked(heard)))
        file.close()
    assert max(sent) <= USES["a key in the search"][1]


def test_promises_of_a_customer_come_in_the_order_of_an_index(
    services: Services, heard: Heard
) -> None:
    with heard.only_this():
        services.timeline.of(WHOM)
    steps = plans(services._file.path, [one for one in asked(heard) if "'promises'" in one])
    for index in ("ix_promises_ended_on", "ix_promises_not_ended"):
        (at,) = [place for place, step in enumerate(steps) if f"INDEX {index} (" in step]
        assert "TEMP B-TREE" not in steps[at + 1]
