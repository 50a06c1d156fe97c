# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The clock of the shop and its working days, as figures count by them."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import product
from zoneinfo import ZoneInfo

from servicedesk.domain.calendars import LONDON, DayKind, WorkingCalendar
from servicedesk.domain.figures_clock import begins, moments_of, spans_of
from servicedesk.domain.figures_days import WorkingDays
from servicedesk.domain.periods import Period

CALENDAR = WorkingCalendar(bank_holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))


def test_working_days_are_those_of_the_calendar() -> None:
    days = [date(2026, 12, 20) + timedelta(days=each) for each in range(15)]
    counted = WorkingDays(CALENDAR)
    for start, end in product(days, days):
        expected = CALENDAR.days_between(start, end, DayKind.WORKING)
        assert counted.between(start.isoformat(), end.isoformat()) == expected


def test_the_clock_changes_at_its_very_minute() -> None:
    spans = spans_of(date(2026, 3, 1), date(2026, 11, 30), LONDON)
    assert spans == (
        (datetime(2026, 2, 27, tzinfo=UTC), 0),
        (datetime(2026, 3, 29, 1, tzinfo=UTC), 60),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), 0),
    )
    assert [ahead for _, ahead in spans_of(date(2026, 7, 1), date(2026, 7, 2), LONDON)] == [60]


def test_clocks_of_elsewhere() -> None:
    first, second = (
        ahead
        for _, ahead in spans_of(
            date(2026, 9, 1), date(2026, 10, 10), ZoneInfo("Australia/Lord_Howe")
        )
    )
    assert (first, second) == (630, 660)
    west = timezone(timedelta(hours=-5))
    assert spans_of(date(2026, 9, 1), date(2026, 9, 1), west)[0][1] == -300


def test_a_period_begins_and_ends_at_midnight_in_the_shop() -> None:
    october = Period(first=date(2026, 10, 1), last=date(2026, 10, 31))
    assert moments_of(october, LONDON) == (
        datetime(2026, 9, 30, 23, tzinfo=UTC),
        datetime(2026, 11, 1, tzinfo=UTC),
    )
    assert begins(date(2026, 12, 1), LONDON) == datetime(2026, 12, 1, tzinfo=UTC)
