# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening hours are read as typed, checked, and printed in lines one would write on a door."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import (
    MONDAY_TO_FRIDAY,
    WEEK,
    Interval,
    Weekday,
    WeeklyHours,
    days_alike,
    hours_lines,
    parse_interval,
    parse_week,
    times_text,
    week_as_typed,
)
from tests.helpers.builders import CLOSED_ALL_WEEK

WORDS = tomllib.loads(
    (Path(__file__).parents[2] / "resources/words/en-GB/system.toml").read_text("utf-8")
)


class SystemWords:
    """The words of this room, looked up by dotted key."""

    def say(self, key, **values):
        found = WORDS
        for part in key.split("."):
            found = found[part]
        return found.format(**values)


WORDED = SystemWords()


def week(**days):
    return parse_week({day: hours.split(",") for day, hours in days.items()})


def test_monday_comes_first():
    assert WEEK[date(2026, 9, 14).weekday()] is Weekday.MONDAY


@pytest.mark.parametrize(
    ("typed", "opens", "closes"),
    [
        ("08:00-12:00", 480, 720),
        ("8.00 - 17.30", 480, 1050),
        (" 00:00–24:00 ", 0, 1440),
        ("09:05-09:06", 545, 546),
    ],
)
def test_intervals_are_read(typed, opens, closes):
    assert parse_interval(typed) == Interval(opens=opens, closes=closes)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "hours_format"),
        ("9-5", "hours_format"),
        ("all day", "hours_format"),
        ("08:00-12:00-13:00", "hours_format"),
        ("٠٨:٠٠-١٢:٠٠", "hours_format"),
        ("08:60-12:00", "hours_time"),
        ("08:00-24:01", "hours_time"),
        ("08:00-99:00", "hours_time"),
        ("12:00-08:00", "hours_order"),
        ("12:00-12:00", "hours_order"),
        ("24:00-24:00", "hours_order"),
    ],
)
def test_wrong_intervals_are_refused(typed, code):
    with pytest.raises(Refusal) as caught:
        parse_interval(typed, "hours.monday")
    assert (caught.value.code, caught.value.field) == (code, "hours.monday")
    assert WORDS["refusal"][code].format(**caught.value.params)


def test_a_long_entry_is_not_repeated_whole():
    with pytest.raises(Refusal) as caught:
        parse_interval("x" * 500)
    assert caught.value.params["typed"] == "x" * 40


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [(600, 600, "hours_order"), (-5, 60, "hours_time"), (0, 1441, "hours_time")],
)
def test_an_interval_guards_itself(opens, closes, code):
    with pytest.raises(Refusal, match=code):
        Interval(opens=opens, closes=closes)


def test_a_week_is_read_and_written_in_order():
    hours = week(saturday="09:00-12:00", monday="13:30-17:30,09:00-12:30")
    assert hours.weekdays() == (Weekday.MONDAY, Weekday.SATURDAY)
    assert hours.on(date(2026, 9, 14)) == (
        Interval(opens=540, closes=750),
        Interval(opens=810, closes=1050),
    )
    assert hours.on(date(2026, 9, 15)) == ()
    assert week_as_typed(hours) == {
        "monday": ["09:00-12:30", "13:30-17:30"],
        "saturday": ["09:00-12:00"],
    }


def test_overlap_is_refused_where_it_is():
    with pytest.raises(Refusal) as caught:
        week(tuesday="09:00-13:00,12:59-17:00")
    assert (caught.value.code, caught.value.field) == ("hours_overlap", "hours.tuesday")
    assert dict(caught.value.params) == {"first": "09:00-13:00", "second": "12:59-17:00"}


def test_a_week_guards_itself():
    late, early = Interval(opens=600, closes=700), Interval(opens=500, closes=600)
    with pytest.raises(Refusal, match="hours_overlap"):
        WeeklyHours(days=((late, early), *((),) * 6))
    with pytest.raises(ValueError, match="seven"):
        WeeklyHours(days=((),) * 6)


def test_touching_is_not_overlapping():
    assert week(friday="09:00-12:00,12:00-17:00")


def test_an_unknown_weekday_is_refused():
    with pytest.raises(Refusal) as caught:
        parse_week({"funday": ["09:00-12:00"]})
    assert (caught.value.code, caught.value.params["typed"]) == ("hours_weekday", "funday")


minutes = st.integers(0, 1440)
day_hours = st.lists(minutes, max_size=6, unique=True).map(
    lambda bounds: tuple(
        Interval(opens=opens, closes=closes)
        for opens, closes in zip(sorted(bounds)[::2], sorted(bounds)[1::2], strict=False)
    )
)
weeks = st.tuples(*[day_hours] * 7).map(lambda days: WeeklyHours(days=days))


@settings(max_examples=60)
@given(weeks)
def test_what_is_written_reads_the_same(hours):
    assert parse_week(week_as_typed(hours)) == hours


@settings(max_examples=60)
@given(weeks)
def test_groups_cover_each_weekday_once(hours):
    seen = {}
    for group in days_alike(hours):
        for first, last in group.ranges:
            for day in WEEK[WEEK.index(first) : WEEK.index(last) + 1]:
                assert day not in seen
                seen[day] = group.intervals
    assert tuple(seen[day] for day in WEEK) == hours.days
    assert len(hours_lines(hours, WORDED)) == len(set(hours.days))


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        (
            week(**dict.fromkeys([*WEEKDAYS, "saturday"], "08:00-17:30")),
            ("Monday to Saturday, 8.00 to 17.30", "Sunday closed"),
        ),
        (
            week(**dict.fromkeys(["monday", *WEEKDAYS[2:]], "09:00-12:30,13:30-17:30")),
            (
                "Monday, Wednesday to Friday, 9.00 to 12.30 and 13.30 to 17.30",
                "Tuesday, Saturday and Sunday closed",
            ),
        ),
        (
            week(**dict.fromkeys(WEEKDAYS, "09:00-17:00"), saturday="10:00-13:00"),
            ("Monday to Friday, 9.00 to 17.00", "Saturday, 10.00 to 13.00", "Sunday closed"),
        ),
        (
            week(monday="09:00-17:00", tuesday="09:00-17:00", friday="18:00-24:00"),
            (
                "Monday and Tuesday, 9.00 to 17.00",
                "Friday, 18.00 to midnight",
                "Wednesday, Thursday, Saturday and Sunday closed",
            ),
        ),
        (
            week(**dict.fromkeys(WEEK, "00:00-24:00")),
            ("Every day, all day and night",),
        ),
        (
            week(**dict.fromkeys(WEEK[:6], "00:00-02:00,08:00-12:00,13:00-24:00")),
            (
                "Monday to Saturday, midnight to 2.00, 8.00 to 12.00 and 13.00 to midnight",
                "Sunday closed",
            ),
        ),
        (CLOSED_ALL_WEEK, ("Every day closed",)),
        (MONDAY_TO_FRIDAY, ("Monday to Friday, 9.00 to 17.00", "Saturday and Sunday closed")),
    ],
)
def test_lines_for_the_door(hours, lines):
    assert hours_lines(hours, WORDED) == lines


def test_no_hours_are_closed():
    assert times_text((), WORDED) == "closed"
