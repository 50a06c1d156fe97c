# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening hours are counted to the minute, against a reference that looks at every minute."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import LONDON, Closure, DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import (
    add_opening_hours,
    by_close_of,
    is_open,
    local_date,
    opening_minutes_between,
    opening_spans,
    received_on,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WEEK, Interval, WeeklyHours, parse_week
from tests.helpers.builders import CLOSED_ALL_WEEK

MINUTE = timedelta(minutes=1)
GOOD_FRIDAY, EASTER_MONDAY = date(2026, 4, 3), date(2026, 4, 6)
LUNCH = WorkingCalendar(
    hours=parse_week(
        {day: ["09:00-12:30", "13:30-17:30"] for day in WEEK[:5]} | {"saturday": ["09:00-12:00"]}
    ),
    bank_holidays=frozenset({GOOD_FRIDAY, EASTER_MONDAY}),
)
SALON = WorkingCalendar(hours=parse_week({day: ["09:00-18:00"] for day in WEEK[1:6]}))


def at(month, day, hour, minute=0, second=0):
    return datetime(2026, month, day, hour, minute, second, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (at(9, 14, 10), 60, at(9, 14, 11)),
        (at(9, 14, 12), 60, at(9, 14, 14)),
        (at(9, 14, 12, 45), 60, at(9, 14, 14, 30)),
        (at(9, 14, 16), 240, at(9, 15, 11, 30)),
        (at(9, 14, 6), 30, at(9, 14, 9, 30)),
        (at(9, 14, 13, 30), 240, at(9, 14, 17, 30)),
        (at(9, 14, 13, 30), 241, at(9, 15, 9, 1)),
        (at(9, 14, 10, 0, 30), 5, at(9, 14, 10, 5, 30)),
        (at(9, 19, 11), 120, at(9, 21, 10)),
        (at(4, 2, 17), 60, at(4, 4, 9, 30)),
        (at(4, 4, 11, 30), 60, at(4, 7, 9, 30)),
        (at(9, 14, 10), 0, at(9, 14, 10)),
        (at(9, 14, 13), 0, at(9, 14, 13, 30)),
        (at(9, 14, 17, 30), 0, at(9, 15, 9)),
    ],
)
def test_hours_while_we_are_open(start, minutes, end):
    assert add_opening_hours(LUNCH, start, minutes) == end
    assert add_opening_hours(LUNCH, start, minutes).tzinfo is UTC
    assert opening_minutes_between(LUNCH, start, end) == minutes


def test_minutes_between_need_an_order():
    assert opening_minutes_between(LUNCH, at(9, 14, 12), at(9, 14, 10)) == 0
    assert opening_minutes_between(LUNCH, at(9, 16, 12), at(9, 14, 10)) == 0
    assert opening_minutes_between(LUNCH, at(9, 14, 10), at(9, 14, 10, 0, 59)) == 0


def test_open_from_the_first_minute_to_before_closing():
    assert not is_open(LUNCH, at(9, 14, 8, 59, 59))
    assert is_open(LUNCH, at(9, 14, 9))
    assert is_open(LUNCH, at(9, 14, 12, 29, 59))
    assert not is_open(LUNCH, at(9, 14, 12, 30))
    assert not is_open(LUNCH, at(9, 20, 10))


def test_the_date_is_that_of_the_shop():
    assert local_date(LUNCH, datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


def test_a_moment_needs_its_zone():
    bare = at(9, 14, 10).replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        local_date(LUNCH, bare)


def test_hours_are_counted_forward_only():
    with pytest.raises(ValueError, match="forward"):
        add_opening_hours(LUNCH, at(9, 14, 10), -1)


def test_a_trader_who_never_opens_is_told_so():
    with pytest.raises(Refusal, match="never_open"):
        add_opening_hours(WorkingCalendar(hours=CLOSED_ALL_WEEK), at(9, 14, 10), 5)


def test_by_close_on_a_day_without_hours_is_the_end_of_it():
    monday = date(2026, 9, 21)
    assert by_close_of(LUNCH, monday) == at(9, 21, 17, 30)
    assert by_close_of(SALON, monday) == at(9, 21, 23, 59, 59)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (at(9, 14, 13, 59), date(2026, 9, 14)),
        (at(9, 14, 14, 0, 59), date(2026, 9, 14)),
        (at(9, 14, 14, 1), date(2026, 9, 15)),
        (at(9, 18, 14, 1), date(2026, 9, 21)),
        (at(9, 19, 8), date(2026, 9, 21)),
        (at(4, 2, 15), date(2026, 4, 7)),
    ],
)
def test_a_cut_off_moves_the_day_of_receipt(moment, day):
    assert received_on(LUNCH, moment, 14 * 60, DayKind.WORKING) == day


def test_a_cut_off_never_puts_the_later_order_first():
    moments = [at(9, 17, 10) + hour * timedelta(hours=1) for hour in range(120)]
    days = [received_on(LUNCH, moment, 15 * 60, DayKind.OPENING) for moment in moments]
    assert days == sorted(days)


def test_the_clock_changes():
    night = WorkingCalendar(hours=parse_week({day: ["00:00-01:30", "02:00-03:00"] for day in WEEK}))
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    assert [(b - a) // MINUTE for a, b in opening_spans(night, spring)] == [60, 60]
    assert [(b - a) // MINUTE for a, b in opening_spans(night, autumn)] == [90, 30, 60]


# --- against every minute -------------------------------------------------------------------

ZONES = [
    LONDON,
    ZoneInfo("America/Havana"),
    ZoneInfo("Atlantic/Azores"),
    ZoneInfo("Australia/Lord_Howe"),
    timezone(timedelta(hours=5, minutes=30)),
]
"""Among them a day that begins at 1.00, one with its first hour twice, a change of half an hour."""
CHANGES = [(3, 7), (3, 28), (4, 4), (10, 3), (10, 24), (10, 31), (12, 24)]
"""Months and days just before the clocks change in one of those zones, and one quiet day."""


def open_minutes(calendar, start, end):
    """The minutes between two moments whose time on the wall lies in the hours of their date."""
    found = []
    moment = start
    while moment < end:
        wall = moment.astimezone(calendar.zone)
        clock = wall.hour * 60 + wall.minute
        day = wall.date()
        shut = any(closure.first <= day <= closure.last for closure in calendar.closures)
        hours = () if shut else calendar.hours.days[day.weekday()]
        if any(interval.opens <= clock < interval.closes for interval in hours):
            found.append(moment)
        moment += MINUTE
    return found


bounds = st.lists(st.integers(0, 1440), max_size=6, unique=True)
days = bounds.map(
    lambda found: tuple(
        Interval(opens=opens, closes=closes)
        for opens, closes in zip(sorted(found)[::2], sorted(found)[1::2], strict=False)
    )
)
some_day = st.sampled_from([date(2026, *day) for day in CHANGES])
calendars = st.builds(
    lambda week, zone, day, length: WorkingCalendar(
        hours=WeeklyHours(days=week),
        zone=zone,
        closures=(Closure(first=day, last=day + timedelta(days=length)),),
    ),
    st.tuples(*[days] * 7),
    st.sampled_from(ZONES),
    some_day,
    st.integers(0, 1),
)
ALWAYS = WeeklyHours(days=((Interval(opens=0, closes=1440),),) * 7)


@settings(max_examples=50, deadline=None)
@given(calendars, some_day, st.integers(0, 1440), st.integers(0, 2500), st.integers(0, 900))
@example(WorkingCalendar(hours=ALWAYS, zone=ZONES[1]), date(2026, 3, 7), 600, 2000, 900)
@example(WorkingCalendar(hours=ALWAYS, zone=ZONES[1]), date(2026, 10, 31), 600, 2000, 900)
@example(WorkingCalendar(hours=ALWAYS, zone=ZONES[2]), date(2026, 10, 24), 600, 2000, 900)
def test_minutes_equal_the_reference(calendar, day, first, length, wanted):
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + first * MINUTE
    end = start + length * MINUTE
    minutes = open_minutes(calendar, start, end)
    assert opening_minutes_between(calendar, start, end) == len(minutes)
    assert is_open(calendar, start) == (
        minutes[:1] == [start] if length else is_open(calendar, start)
    )
    if 0 < wanted <= len(minutes):
        assert add_opening_hours(calendar, start, wanted) == minutes[wanted - 1] + MINUTE
    if minutes:
        assert add_opening_hours(calendar, start, 0) == minutes[0]
