# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""No list of customers reads a whole table: SQLite is asked how it would find each row."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from servicedesk.domain.customers_lists import CustomerChip, CustomerFilter
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import added, shop, typed

BIG = ("customers", "customer_reaches", "customer_addresses", "customer_visits", "promises")
"""Tables that grow with the business."""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path, FixedClock()) as found:
        added(found, "Mrs Meena Patel", phones=("01632 960123",), tags=("vip",))
        added(found, "Tom Hollins", place=("4 High Street", "LS1 4DY"))
        yield found


def scans(services: Services, step: Callable[[], object]) -> list[str]:
    """Every reading of a whole table, by the statements that a step sends."""
    said: list[tuple[str, object]] = []

    def hear(*given: object) -> None:
        if given[2] != "BEGIN":
            said.append((str(given[2]), given[3]))

    with services.units.read() as reading:
        engine = reading.engine
    event.listen(engine, "before_cursor_execute", hear)
    step()
    event.remove(engine, "before_cursor_execute", hear)
    assert said
    with services.units.read() as reading:
        return [line for one in said for line in _planned(reading, *one) if _reads_all(line)]


def _planned(reading: Connection, statement: str, values: object) -> list[str]:
    plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [str(row[3]) for row in plan]


def _reads_all(line: str) -> bool:
    words = line.split()
    return words[0] == "SCAN" and words[1] in BIG and "COVERING INDEX" not in line


@pytest.mark.parametrize("chip", list(CustomerChip))
def test_a_list_is_read_from_an_index(services: Services, chip: CustomerChip) -> None:
    lists = services.customer_lists
    assert scans(services, lambda: lists.ids(CustomerFilter(chip=chip))) == []
    assert scans(services, lambda: lists.ids(CustomerFilter(chip=chip, tag="vip"))) == []


def test_cards_and_counts_are_looked_up(services: Services) -> None:
    assert scans(services, lambda: services.customers.get(1)) == []
    assert scans(services, services.customer_lists.counts) == []
    assert scans(services, services.customers.binned) == []


def test_who_may_be_the_same_is_found_by_what_they_have_in_common(services: Services) -> None:
    someone = typed("Meena Patel", phones=("01632 960123",), place=("", "LS1 4DY"))
    assert services.customers_alike.alike(someone)
    assert scans(services, lambda: services.customers_alike.alike(someone)) == []


def test_a_reading_of_everything_would_be_seen(services: Services) -> None:
    def all_notes() -> object:
        with services.units.read() as reading:
            return reading.exec_driver_sql("SELECT notes FROM customers WHERE notes = ''").all()

    assert scans(services, all_notes) == ["SCAN customers"]
