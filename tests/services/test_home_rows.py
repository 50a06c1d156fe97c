# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of Today as they are read: open ones only, in one statement that scans nothing big."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Outcome
from servicedesk.domain.today_rows import RowGroup
from servicedesk.services.registry import Services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.services.open_rows import put_customer, put_enquiry, put_need, put_promise
from tests.services.test_home import RUTH, TODAY, opened_shop

DAY = timedelta(days=1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened_shop(tmp_path) as made:
        yield made


def rows(services: Services) -> dict[str, RowGroup]:
    return {row.item.text: row.group for row in services.home.today().rows}


def test_open_promises_and_enquiries_are_rows_and_closed_ones_are_not(services: Services) -> None:
    with services.units.change("fill", RUTH) as unit:
        patel = put_customer(unit, "Mrs Patel", TODAY, remember="Rings the back door")
        put_promise(unit, "late", TODAY - 4 * DAY, customer_id=patel)
        put_promise(unit, "today", TODAY, customer_id=patel)
        put_promise(unit, "soon", TODAY + DAY, customer_id=patel)
        put_promise(unit, "far", TODAY + 30 * DAY, customer_id=patel)
        put_promise(unit, "waits", TODAY + 30 * DAY, customer_id=patel, waiting_for="glass")
        put_promise(unit, "kept", TODAY, customer_id=patel, outcome=Outcome.KEPT, ended_on=TODAY)
        put_promise(unit, "binned", TODAY, binned_at=datetime(2026, 11, 1, tzinfo=UTC))
        put_enquiry(unit, "asks for a price", TODAY - DAY, customer_id=patel)
        put_enquiry(unit, "answered", TODAY, answered_on=TODAY)
        put_enquiry(unit, "only a call", None)
    assert rows(services) == {
        "late": RowGroup.LATE,
        "asks for a price": RowGroup.LATE,
        "today": RowGroup.TODAY,
        "soon": RowGroup.COMING,
        "waits": RowGroup.WAITING,
    }
    today = services.home.today()
    assert today.needed == 2
    first = today.rows[0]
    assert (first.days_late, first.item.customer) == (2, "Mrs Patel")
    assert first.item.remember == "Rings the back door"
    enquiry = today.rows[1].item
    assert (enquiry.kind, enquiry.by) == (Kind.CONTACT, "Ruth")


def test_a_promise_without_a_customer_that_waits_is_one_row(services: Services) -> None:
    with services.units.change("fill", RUTH) as unit:
        put_promise(unit, "far", TODAY + 30 * DAY, waiting_for="glass")
        put_promise(unit, "farther", TODAY + 60 * DAY)
    today = services.home.today()
    assert [row.item.text for row in today.rows] == ["far"]
    assert [card.code for card in today.cards].count("promise_nobody") == 2


def test_reviews_that_are_due_wait_for_a_quiet_hour(services: Services) -> None:
    with services.units.change("fill", RUTH) as unit:
        patel = put_customer(unit, "Mrs Patel", TODAY)
        gone = put_customer(unit, "Gone", TODAY, binned_at=datetime(2026, 11, 1, tzinfo=UTC))
        put_need(unit, patel, TODAY + 14 * DAY)
        put_need(unit, patel, TODAY + 15 * DAY)
        put_need(unit, gone, TODAY)
    cards = [card for card in services.home.today().cards if card.code == "support_review"]
    assert [card.values["customer"] for card in cards] == ["Mrs Patel"]


def test_the_business_s_own_bank_holidays_are_stepped_over(services: Services) -> None:
    friday = date(2026, 11, 27)
    with services.units.change("fill", RUTH) as unit:
        patel = put_customer(unit, "Mrs Patel", TODAY)
        put_promise(unit, "on Monday", friday + 3 * DAY, customer_id=patel)
    assert rows(services) == {}
    services.calendars.refill(RUTH)
    services.calendars.add_holiday(BankHoliday(day=friday, name="Fair"), RUTH)
    assert rows(services) == {"on Monday": RowGroup.COMING}
    services.calendars.remove_holiday(friday, RUTH)
    assert rows(services) == {}


def test_demand_18_a_promise_put_off_is_counted_and_not_shown(services: Services) -> None:
    with services.units.change("fill", RUTH) as unit:
        patel = put_customer(unit, "Mrs Patel", TODAY)
        put_promise(unit, "late", TODAY - DAY, customer_id=patel, snoozed_until=TODAY + DAY)
    today = services.home.today()
    assert (today.rows, today.needed) == ((), 0)
    assert [item.text for item in today.put_off] == ["late"]


def test_today_reads_open_items_only_with_six_statements_and_scans_no_big_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened_shop(tmp_path) as services:
        with services.units.change("fill", RUTH) as unit:
            for number in range(30):
                one = put_customer(unit, f"Customer {number}", TODAY)
                put_promise(unit, f"promise {number}", TODAY, customer_id=one)
                put_enquiry(unit, f"enquiry {number}", TODAY, customer_id=one)
        heard.clear()
        assert len(services.home.today().rows) == 60
        read = [said for said in heard if said.startswith("SELECT")]
        path = next(tmp_path.glob("*.servicedesk*"))
    assert 0 < len(read) <= 6
    connection = driver.open_bare(path, Access.READ_ONLY)
    plans = [
        str(row[3])
        for said in read
        for row in connection.execute(f"EXPLAIN QUERY PLAN {said}").fetchall()
    ]
    connection.close()
    big = ("promises", "contacts", "customers", "support_needs", "safety_notes")
    scans = [step for step in plans if step.startswith("SCAN") and step.split()[1] in big]
    # Whether there is any customer at all is known from the first entry of the index.
    assert set(scans) <= {"SCAN customers USING COVERING INDEX ix_customers_sort_key_id"}
