# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that come again: which days, over the ends of months and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import Closure, WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.promises import Every
from servicedesk.domain.promises_repeating import (
    Repeat,
    checked_repeat,
    day_of,
    days_come_due,
    next_day,
    next_open_day,
)

LAST_OF_JANUARY = date(2027, 1, 31)
DAILY = Repeat(every=Every.DAY)
SHOP = WorkingCalendar(bank_holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
MONTHLY = Repeat(every=Every.MONTH)


def test_the_31st_is_the_last_day_of_shorter_months() -> None:
    days = [LAST_OF_JANUARY]
    for _ in range(4):
        days.append(next_day(MONTHLY, LAST_OF_JANUARY, days[-1]) or date.max)
    assert days[1:] == [
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_a_leap_day_comes_every_year() -> None:
    yearly = Repeat(every=Every.YEAR)
    leap = date(2028, 2, 29)
    assert next_day(yearly, leap, leap) == date(2029, 2, 28)
    assert next_day(yearly, leap, date(2031, 12, 1)) == date(2032, 2, 29)


def test_a_series_ends_on_its_last_day() -> None:
    weekly = Repeat(every=Every.WEEK, step=2, ends_on=date(2026, 10, 16))
    first = date(2026, 10, 2)
    assert next_day(weekly, first, first) == date(2026, 10, 16)
    assert next_day(weekly, first, date(2026, 10, 16)) is None
    assert next_day(MONTHLY, first, date(9990, 1, 1)) is None


@given(
    every=st.sampled_from(Every),
    step=st.integers(1, 99),
    first=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    ahead=st.integers(-100, 9000),
)
@settings(max_examples=100, deadline=None)
def test_the_next_day_is_the_first_one_after(
    every: Every, step: int, first: date, ahead: int
) -> None:
    often, after = Repeat(every=every, step=step), first + timedelta(days=ahead)
    found = next_day(often, first, after)
    number = 0
    while day_of(often, first, number) <= after:
        number += 1
    assert found == day_of(often, first, number)


def test_a_repeat_makes_sense() -> None:
    assert checked_repeat(MONTHLY, LAST_OF_JANUARY) == MONTHLY
    later = Repeat(every=Every.DAY, ends_on=date(2027, 2, 1))
    assert checked_repeat(later, LAST_OF_JANUARY) == later
    for often, code in (
        (Repeat(every=Every.DAY, step=0), "repeat_step"),
        (Repeat(every=Every.DAY, step=100), "repeat_step"),
        (Repeat(every=Every.DAY, ends_on=LAST_OF_JANUARY), "repeat_ends_first"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_repeat(often, LAST_OF_JANUARY)


def test_a_day_on_which_it_is_shut_goes_to_the_next_open_one() -> None:
    first = date(2026, 12, 18)
    weekly = Repeat(every=Every.WEEK)
    assert next_open_day(weekly, first, first, SHOP) == date(2026, 12, 29)
    assert next_open_day(weekly, first, date(2026, 12, 29), SHOP) == date(2027, 1, 1)
    days = [date(2026, 12, 23)]
    for _ in range(3):
        days.append(next_open_day(DAILY, first, days[-1], SHOP) or date.max)
    assert days[1:] == [date(2026, 12, 24), date(2026, 12, 29), date(2026, 12, 30)]


def test_a_series_does_not_go_past_its_end_to_find_an_open_day() -> None:
    ends = Repeat(every=Every.WEEK, ends_on=date(2026, 12, 26))
    assert next_open_day(ends, date(2026, 12, 18), date(2026, 12, 18), SHOP) is None
    assert next_open_day(ends, date(2026, 12, 18), date(2026, 12, 25), SHOP) is None


def test_a_shop_that_never_opens_keeps_the_days_as_they_are() -> None:
    never = WorkingCalendar(hours=WeeklyHours(days=((),) * 7))
    assert next_open_day(DAILY, LAST_OF_JANUARY, LAST_OF_JANUARY, never) == date(2027, 2, 1)


def test_of_days_gone_by_only_the_last_one_comes() -> None:
    first = date(2026, 9, 1)
    monday = date(2026, 10, 5)
    assert days_come_due(DAILY, first, date(2026, 9, 2), monday, SHOP) == (
        date(2026, 10, 2),
        monday,
        date(2026, 10, 6),
    )
    assert days_come_due(DAILY, first, date(2026, 10, 6), monday, SHOP) == ()
    ends = Repeat(every=Every.DAY, ends_on=date(2026, 9, 30))
    assert days_come_due(ends, first, date(2026, 9, 2), monday, SHOP) == (date(2026, 9, 30),)
    away = WorkingCalendar(closures=(Closure(first=first, last=date(2026, 10, 4)),))
    assert days_come_due(DAILY, first, first, monday, away) == (monday, date(2026, 10, 6))
