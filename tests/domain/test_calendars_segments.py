# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Counts say of what they are made: each day and each stretch of hours, and why one did not count.

The scenarios of the design that are plain dates are counted here with their parts.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import LONDON, Closure, DayKind, add_months
from servicedesk.domain.calendars_counting import (
    count_days,
    count_hours,
    count_months,
    days_taken,
    hours_taken,
)
from servicedesk.domain.calendars_segments import (
    Count,
    CountUnit,
    NamedCalendar,
    Pause,
    Segment,
    Stop,
    Why,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval
from tests.domain.test_calendars import HOLIDAYS, SALON, SHOP, trader, worked_cases
from tests.helpers.builders import CLOSED_ALL_WEEK

OPENING, WORKING, CALENDAR = DayKind.OPENING, DayKind.WORKING, DayKind.CALENDAR
NAMES = {
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day",
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
}
PLUMBER = NamedCalendar(days=trader(), holidays=NAMES, known_up_to=date(2032, 12, 31))


def told(count: Count) -> list[tuple[Why, str, date, date, int]]:
    return [(one.why, one.name, one.first, one.last, one.counted) for one in count.segments]


def at(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=LONDON)


# --- scenarios ------------------------------------------------------------------------------


def test_scenario_17_the_parts_over_christmas() -> None:
    count = count_days(PLUMBER, date(2026, 12, 23), 2, WORKING)
    assert (count.unit, count.amount, count.start) == (CountUnit.WORKING, 2, date(2026, 12, 23))
    assert count.end == date(2026, 12, 29)
    assert told(count) == [
        (Why.COUNTED, "", date(2026, 12, 24), date(2026, 12, 24), 1),
        (Why.BANK_HOLIDAY, "Christmas Day", date(2026, 12, 25), date(2026, 12, 25), 0),
        (Why.WEEKEND, "", date(2026, 12, 26), date(2026, 12, 27), 0),
        (Why.BANK_HOLIDAY, "Boxing Day", date(2026, 12, 28), date(2026, 12, 28), 0),
        (Why.COUNTED, "", date(2026, 12, 29), date(2026, 12, 29), 1),
    ]
    assert count_days(PLUMBER, date(2026, 12, 23), 10, WORKING).end == date(2027, 1, 11)


def test_scenario_25_a_question_to_the_customer_pauses_the_count() -> None:
    received, asked, answered = date(2026, 10, 5), date(2026, 10, 8), date(2026, 10, 14)
    assert count_days(PLUMBER, received, 10, WORKING).end == date(2026, 10, 19)
    pause = Pause(after=asked, until=answered, name="Mrs Patel’s answer")
    count = count_days(PLUMBER, received, 10, WORKING, [pause])
    assert count.end == date(2026, 10, 23)
    paused = [one for one in count.segments if one.why is Why.PAUSE]
    assert [(one.first, one.last) for one in paused] == [
        (date(2026, 10, 9), date(2026, 10, 9)),
        (date(2026, 10, 12), date(2026, 10, 14)),
    ]
    assert {one.name for one in paused} == {"Mrs Patel’s answer"}
    assert sum(one.counted for one in count.segments) == 10
    assert days_taken(PLUMBER, asked, answered, WORKING).amount == 4
    assert days_taken(PLUMBER, received, answered, WORKING, [pause]).amount == 3


def test_scenarios_11_12_13_15_and_20_each_clock_of_a_complaint() -> None:
    monday = date(2026, 9, 14)
    wanted = {
        1: date(2026, 9, 15),
        2: date(2026, 9, 16),
        3: date(2026, 9, 17),
        5: date(2026, 9, 21),
        10: date(2026, 9, 28),
        15: date(2026, 10, 5),
        40: date(2026, 11, 9),
    }
    for days, due in wanted.items():
        assert count_days(PLUMBER, monday, days, WORKING).end == due
    assert count_days(PLUMBER, date(2026, 9, 5), 2, WORKING).end == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("nation", "received", "due"),
    [
        ("SCT", date(2026, 6, 12), date(2026, 6, 17)),
        ("ENG", date(2026, 6, 12), date(2026, 6, 16)),
        ("NIR", date(2027, 7, 8), date(2027, 7, 13)),
        ("ENG", date(2027, 7, 8), date(2027, 7, 12)),
    ],
)
def test_scenarios_21_and_22_by_nation(nation: str, received: date, due: date) -> None:
    assert count_days(NamedCalendar(days=trader(nation)), received, 2, WORKING).end == due


def test_scenarios_8_and_10_opening_days() -> None:
    salon, shop = NamedCalendar(days=SALON), NamedCalendar(days=SHOP, holidays=NAMES)
    assert count_days(salon, date(2026, 10, 24), 3, OPENING).end == date(2026, 10, 29)
    count = count_days(shop, date(2026, 12, 24), 3, OPENING)
    assert count.end == date(2026, 12, 31)
    assert [(one.why, one.counted) for one in count.segments] == [
        (Why.BANK_HOLIDAY, 0),
        (Why.BANK_HOLIDAY, 0),
        (Why.CLOSED_DAY, 0),
        (Why.BANK_HOLIDAY, 0),
        (Why.COUNTED, 3),
    ]


@pytest.mark.parametrize("nation", sorted(HOLIDAYS))
def test_scenarios_31_and_32_a_month_by_law(nation: str) -> None:
    known = NamedCalendar(days=trader(nation))
    raw = count_months(known, date(2026, 9, 3), 1)
    assert (raw.end, told(raw)) == (
        date(2026, 10, 3),
        [(Why.COUNTED, "", date(2026, 9, 3), date(2026, 10, 3), 1)],
    )
    rolled = count_months(known, date(2026, 9, 3), 1, rolls=True)
    assert rolled.end == date(2026, 10, 5)
    assert told(rolled)[1:] == [(Why.WEEKEND, "", date(2026, 10, 3), date(2026, 10, 4), 0)]
    assert count_months(known, date(2026, 9, 3), 3, rolls=True).end == date(2026, 12, 3)
    sunday = date(2027, 1, 31)
    assert count_months(known, sunday, 1, rolls=True).end == date(2027, 3, 1)
    assert count_months(known, sunday, 3, rolls=True).end == date(2027, 4, 30)


def test_scenarios_34_and_37_days_by_law_do_not_roll() -> None:
    assert count_days(PLUMBER, date(2026, 11, 2), 29, CALENDAR).end == date(2026, 12, 1)
    assert count_days(PLUMBER, date(2026, 11, 2), 5, WORKING).end == date(2026, 11, 9)
    assert count_days(PLUMBER, date(2026, 9, 1), 30, CALENDAR).end == date(2026, 10, 1)
    assert count_days(PLUMBER, date(2026, 9, 14), 13, CALENDAR).end == date(2026, 9, 27)


def test_scenario_36_seventy_two_hours_are_hours_across_the_change_of_clocks() -> None:
    known = at(10, 23, 15).astimezone(UTC)
    assert known + timedelta(hours=72) == at(10, 26, 14)
    assert at(12, 24, 17, 30).astimezone(UTC) + timedelta(hours=72) == at(12, 27, 17, 30)


def test_every_worked_case_has_parts_that_add_up(samples) -> None:
    for case, received, listed in worked_cases(samples):
        known = NamedCalendar(days=trader())
        known = NamedCalendar(days=type(known.days)(bank_holidays=listed))
        count = count_days(known, received, case["working_days"], WORKING)
        assert count.end.isoformat() == case["due"], case
        assert sum(one.counted for one in count.segments) == case["working_days"]


# --- the rules one by one -------------------------------------------------------------------


def test_each_reason_of_a_day_without_hours() -> None:
    closure = Closure(first=date(2026, 4, 7), last=date(2026, 4, 8))
    extra = {date(2026, 4, 9): (), date(2026, 4, 11): (Interval(opens=600, closes=700),)}
    known = NamedCalendar(
        days=trader(closures=(closure,), extra_open=extra),
        holidays=NAMES,
        closures=((closure, "stocktaking"),),
    )
    assert told(count_days(known, date(2026, 4, 2), 2, OPENING)) == [
        (Why.BANK_HOLIDAY, "Good Friday", date(2026, 4, 3), date(2026, 4, 3), 0),
        (Why.CLOSED_DAY, "", date(2026, 4, 4), date(2026, 4, 5), 0),
        (Why.BANK_HOLIDAY, "Easter Monday", date(2026, 4, 6), date(2026, 4, 6), 0),
        (Why.CLOSURE, "stocktaking", date(2026, 4, 7), date(2026, 4, 8), 0),
        (Why.CLOSED_DAY, "", date(2026, 4, 9), date(2026, 4, 9), 0),
        (Why.COUNTED, "", date(2026, 4, 10), date(2026, 4, 11), 2),
    ]


def test_a_holiday_and_a_closure_without_a_name_have_none() -> None:
    closure = Closure(first=date(2026, 9, 15), last=date(2026, 9, 15))
    known = NamedCalendar(days=trader(closures=(closure,)))
    assert known.why(date(2026, 9, 15), OPENING) == (Why.CLOSURE, "")
    assert known.why(date(2026, 4, 3), WORKING) == (Why.BANK_HOLIDAY, "")


def test_no_days_are_the_start_or_the_next_that_counts() -> None:
    monday = count_days(PLUMBER, date(2026, 9, 14), 0, WORKING)
    assert (monday.end, monday.segments) == (date(2026, 9, 14), ())
    saturday = count_days(PLUMBER, date(2026, 9, 12), 0, WORKING)
    assert saturday.end == date(2026, 9, 14)
    assert told(saturday) == [(Why.WEEKEND, "", date(2026, 9, 12), date(2026, 9, 13), 0)]


def test_counts_go_forward() -> None:
    with pytest.raises(ValueError, match="forward"):
        count_days(PLUMBER, date(2026, 9, 14), -1, WORKING)
    with pytest.raises(ValueError, match="forward"):
        count_hours(PLUMBER, at(9, 14, 10), -1)
    assert days_taken(PLUMBER, date(2026, 9, 14), date(2026, 9, 1), WORKING).amount == 0
    assert hours_taken(PLUMBER, at(9, 14, 12), at(9, 14, 10)).segments == ()


def test_a_trader_who_never_opens_is_told_so() -> None:
    closed = NamedCalendar(days=type(PLUMBER.days)(hours=CLOSED_ALL_WEEK))
    for count in (
        lambda: count_days(closed, date(2026, 9, 14), 1, OPENING),
        lambda: count_days(closed, date(2026, 9, 14), 0, OPENING),
        lambda: count_hours(closed, at(9, 14, 10), 5),
    ):
        with pytest.raises(Refusal) as caught:
            count()
        assert (caught.value.code, caught.value.field) == ("never_open", "hours")


def test_hours_come_in_stretches_with_closed_days_between() -> None:
    count = count_hours(PLUMBER, at(12, 24, 16, 30, 40), 120)
    assert (count.begins, count.ends) == (at(12, 24, 16, 30), at(12, 29, 10, 30))
    assert (count.start, count.end, count.amount) == (date(2026, 12, 24), date(2026, 12, 29), 120)
    assert [(one.why, one.name, one.counted) for one in count.segments] == [
        (Why.COUNTED, "", 30),
        (Why.BANK_HOLIDAY, "Christmas Day", 0),
        (Why.CLOSED_DAY, "", 0),
        (Why.BANK_HOLIDAY, "Boxing Day", 0),
        (Why.COUNTED, "", 90),
    ]
    assert count.segments[0].span == (at(12, 24, 16, 30), at(12, 24, 17))
    assert count.segments[4].span == (at(12, 29, 9), at(12, 29, 10, 30))
    assert count.segments[2].first == date(2026, 12, 26)
    assert count.segments[2].last == date(2026, 12, 27)


def test_no_hours_are_now_or_the_next_opening() -> None:
    now = count_hours(PLUMBER, at(9, 14, 10), 0)
    assert (now.ends, now.segments) == (at(9, 14, 10), ())
    late = count_hours(PLUMBER, at(9, 14, 18), 0)
    assert (late.ends, late.segments) == (at(9, 15, 9), ())


def test_stops_take_minutes_out_of_hours() -> None:
    stops = [
        Stop(begins=at(9, 14, 11), ends=at(9, 14, 12), name="the customer"),
        Stop(begins=at(9, 14, 11, 30), ends=at(9, 14, 11, 45)),
        Stop(begins=at(9, 14, 16), ends=at(9, 15, 10)),
    ]
    count = count_hours(PLUMBER, at(9, 14, 10), 6 * 60, stops)
    assert count.ends == at(9, 15, 11)
    assert [(one.why, one.counted) for one in count.segments] == [
        (Why.COUNTED, 60),
        (Why.PAUSE, 0),
        (Why.COUNTED, 240),
        (Why.PAUSE, 0),
        (Why.PAUSE, 0),
        (Why.COUNTED, 60),
    ]
    assert hours_taken(PLUMBER, at(9, 14, 10), at(9, 15, 11), stops).amount == 360


def test_a_pause_moves_a_count_of_months_by_its_days() -> None:
    start = date(2026, 9, 3)
    pause = Pause(after=date(2026, 9, 10), until=date(2026, 9, 17), name="proof of name")
    again = Pause(after=date(2026, 9, 15), until=date(2026, 9, 20))
    inside = Pause(after=date(2026, 9, 16), until=date(2026, 9, 18))
    late = Pause(after=date(2026, 12, 1), until=date(2026, 12, 9))
    count = count_months(PLUMBER, start, 1, [late, inside, again, pause])
    assert count.end == date(2026, 10, 13)
    assert told(count)[1:] == [
        (Why.PAUSE, "proof of name", date(2026, 9, 11), date(2026, 9, 17), 0),
        (Why.PAUSE, "", date(2026, 9, 18), date(2026, 9, 20), 0),
    ]
    assert add_months(start, 1) == date(2026, 10, 3)


@pytest.mark.parametrize(
    ("kind", "opens", "is_told"),
    [
        (WORKING, False, True),
        (WORKING, True, True),
        (OPENING, False, True),
        (OPENING, True, False),
        (CALENDAR, False, False),
    ],
)
def test_a_count_past_what_is_known_says_so(kind: DayKind, opens: bool, is_told: bool) -> None:
    days = trader(open_on_bank_holidays=opens)
    known = NamedCalendar(days=days, known_up_to=date(2026, 9, 18))
    inside = count_days(known, date(2026, 9, 14), 3, kind)
    assert inside.known_up_to is None
    beyond = count_days(known, date(2026, 9, 14), 10, kind)
    assert beyond.known_up_to == (date(2026, 9, 18) if is_told else None)
    assert count_months(known, date(2026, 9, 3), 1).known_up_to is None
    assert count_months(known, date(2026, 9, 3), 1, rolls=True).known_up_to is not None


def test_stretches_of_hours_are_never_joined() -> None:
    known = NamedCalendar(days=trader())
    taken = hours_taken(known, at(9, 14, 9), at(9, 15, 17))
    assert [one.counted for one in taken.segments] == [480, 480]
    assert all(isinstance(one, Segment) for one in taken.segments)
