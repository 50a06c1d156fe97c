# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of Today: each under the heading that its day puts it, and none for what was put off."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.today import TodayCards, TodayGroup, cards_of
from servicedesk.domain.today_quiet import MOST
from servicedesk.domain.today_rows import (
    OpenItem,
    RowCounts,
    RowGroup,
    counts_of,
    horizon,
    put_off_in,
    rows_of,
)
from servicedesk.domain.today_rules import RULES
from tests.domain.test_today import GOOD, NOTHING, QUIET_SHOP, assert_spoken

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
PLAIN = WorkingCalendar()


def promise(id: int, day: date, **other: object) -> OpenItem:
    values = {"kind": Kind.PROMISE, "text": "Ring back", "customer_id": 1, "customer": "Mrs Patel"}
    return OpenItem(**{**values, "id": id, "due": Due(day=day), **other})


def groups(*items: OpenItem, now: datetime = NOW) -> dict[int, RowGroup]:
    return {row.item.id: row.group for row in rows_of(items, now, TODAY, PLAIN)}


def test_each_row_stands_where_its_day_puts_it() -> None:
    found = groups(
        promise(1, TODAY - timedelta(days=1)),
        promise(2, TODAY),
        promise(3, TODAY + timedelta(days=1)),
        promise(4, date(2026, 11, 27)),
        promise(5, date(2026, 11, 30)),
    )
    assert found == {1: RowGroup.LATE, 2: RowGroup.TODAY, 3: RowGroup.COMING, 4: RowGroup.COMING}


def test_the_next_three_working_days_step_over_weekends_and_bank_holidays() -> None:
    friday = date(2026, 12, 24)
    calendar = WorkingCalendar(bank_holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
    assert horizon(friday, calendar) == date(2026, 12, 31)


def test_a_promise_with_a_time_is_late_from_that_minute() -> None:
    at = promise(1, TODAY, due=Due(day=TODAY, at=NOW))
    assert groups(at) == {1: RowGroup.TODAY}
    assert groups(at, now=NOW + timedelta(minutes=1)) == {1: RowGroup.LATE}


def test_lateness_is_counted_in_working_days() -> None:
    friday = date(2026, 11, 20)
    late = [promise(1, friday), promise(3, friday)]
    rows = rows_of([*late, promise(2, TODAY)], NOW, TODAY, PLAIN)
    assert [row.days_late for row in rows] == [2, 2, 0]
    assert not rows[0].is_suggested_broken


def test_what_waits_for_others_waits_until_its_day_and_is_late_all_the_same() -> None:
    waits = {"waiting_for": "the glazier"}
    found = groups(
        promise(1, TODAY + timedelta(days=40), **waits),
        promise(2, TODAY, **waits),
        promise(3, TODAY - timedelta(days=1), **waits),
    )
    assert found == {1: RowGroup.WAITING, 2: RowGroup.TODAY, 3: RowGroup.LATE}


def test_demand_18_what_was_put_off_comes_back_by_itself() -> None:
    item = promise(1, TODAY - timedelta(days=2), snoozed_until=TODAY + timedelta(days=1))
    assert groups(item) == {}
    sooner = promise(2, TODAY, snoozed_until=TODAY + timedelta(days=1))
    later = promise(3, TODAY, snoozed_until=TODAY + timedelta(days=9))
    assert put_off_in([later, sooner, item, promise(4, TODAY)], TODAY) == (item, sooner, later)
    tomorrow = TODAY + timedelta(days=1)
    (row,) = rows_of([item], NOW + timedelta(days=1), tomorrow, PLAIN)
    assert row.group is RowGroup.LATE
    assert put_off_in([item, sooner], tomorrow) == ()


def test_rows_stand_by_day_those_with_a_time_first() -> None:
    rows = rows_of(
        [
            promise(1, TODAY),
            promise(2, TODAY, due=Due(day=TODAY, at=NOW + timedelta(hours=2))),
            promise(3, TODAY, due=Due(day=TODAY, at=NOW + timedelta(hours=1))),
            promise(4, TODAY - timedelta(days=1)),
            promise(5, TODAY - timedelta(days=3)),
        ],
        NOW,
        TODAY,
        PLAIN,
    )
    assert [row.item.id for row in rows] == [5, 4, 3, 2, 1]


def test_rows_are_counted_and_what_is_late_needs_somebody_now() -> None:
    late, today = promise(1, TODAY - timedelta(days=1)), promise(2, TODAY)
    rows = rows_of([late, today, promise(3, TODAY + timedelta(days=1))], NOW, TODAY, PLAIN)
    assert counts_of(rows) == RowCounts(late=1, today=1, coming=1)
    cards = TodayCards(business="", cards=(), backups=GOOD, wants_pages=False, rows=rows)
    assert cards.needed == 1
    review = cards_of(replace(NOTHING, backups=GOOD), RULES)
    assert replace(cards, cards=review).needed == 1


def quiet(*items: OpenItem) -> list[str]:
    found = cards_of(replace(QUIET_SHOP, items=items), RULES)
    for card in found:
        assert_spoken(card)
    return [card.code for card in found if card.group is TodayGroup.QUIET]


def test_a_promise_without_a_customer_waits_for_a_quiet_hour() -> None:
    nobody = {"customer_id": None, "customer": ""}
    assert quiet(promise(1, TODAY, **nobody)) == ["promise_nobody"]
    many = [promise(id, TODAY, **nobody) for id in range(MOST + 2)]
    assert quiet(*many) == ["promise_nobody"] * MOST + ["promise_nobody_more"]


@pytest.mark.parametrize(
    ("days", "put_off", "expected"),
    [(13, None, []), (14, None, ["promise_old"]), (14, TODAY + timedelta(days=1), [])],
)
def test_ten_working_days_late_is_suggested_as_broken(days, put_off, expected) -> None:
    item = promise(1, TODAY - timedelta(days=days), snoozed_until=put_off)
    assert quiet(item) == expected
    rows = rows_of([item], NOW, TODAY, PLAIN)
    assert [row.is_suggested_broken for row in rows] == ([] if put_off else [bool(expected)])


def test_several_old_promises_are_one_line() -> None:
    old = TODAY - timedelta(days=60)
    assert quiet(promise(1, old), promise(2, old)) == ["promises_old"]


def test_reviews_of_what_helps_wait_for_a_quiet_hour_and_are_no_rows() -> None:
    review = promise(1, TODAY, kind=Kind.CUSTOMER, text="")
    assert groups(review) == {}
    assert quiet(review) == ["support_review"]
    assert quiet(*[replace(review, id=id) for id in range(MOST + 1)]) == (
        ["support_review"] * MOST + ["support_review_more"]
    )
