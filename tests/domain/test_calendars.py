# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days are counted as the rules say: against worked cases, scenarios and a slow reference."""

import json
import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import (
    BankHoliday,
    Closure,
    DayKind,
    HolidayTable,
    Nation,
    WorkingCalendar,
    add_months,
    end_of_day,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval, parse_week
from tests.helpers.builders import CLOSED_ALL_WEEK

RESOURCES = Path(__file__).parents[2] / "resources"
FILES = {"ENG": "eng", "SCT": "sct", "NIR": "nir"}
WORLD_CUP = date(2026, 6, 15)
OPENING, WORKING, CALENDAR = DayKind.OPENING, DayKind.WORKING, DayKind.CALENDAR


def bank_holidays(nation):
    path = RESOURCES / "holidays" / f"{FILES[nation]}.toml"
    return frozenset(entry["date"] for entry in tomllib.loads(path.read_text("utf-8"))["holidays"])


HOLIDAYS = {nation: bank_holidays(nation) for nation in FILES}


def trader(nation="ENG", days="monday tuesday wednesday thursday friday", **more):
    return WorkingCalendar(
        bank_holidays=HOLIDAYS[nation],
        hours=parse_week({day: ["09:00-17:00"] for day in days.split()}),
        **more,
    )


SALON = trader(days="tuesday wednesday thursday friday saturday")
SHOP = trader(days="monday tuesday wednesday thursday friday saturday")


# --- worked cases ---------------------------------------------------------------------------


def worked_cases(samples):
    folder = samples / "bankholidays"
    cases = json.loads((folder / "working_day_cases.json").read_text("utf-8"))["cases"]
    official = json.loads((folder / "govuk-bank-holidays-2012-2028.json").read_text("utf-8"))
    listed = {
        division: frozenset(date.fromisoformat(event["date"]) for event in data["events"])
        for division, data in official.items()
    }
    for case in cases:
        received = date.fromisoformat(case["received"])
        yield case, received, listed[case["nation"]]


def test_every_worked_case_with_the_official_list(samples):
    checked = 0
    for case, received, listed in worked_cases(samples):
        calendar = WorkingCalendar(bank_holidays=listed)
        due = calendar.add_days(received, case["working_days"], WORKING)
        assert due.isoformat() == case["due"], case
        assert calendar.counts(received, WORKING) == case["received_is_working_day"], case
        assert calendar.days_between(received, due, WORKING) == case["working_days"], case
        checked += 1
    assert checked > 100


def test_every_worked_case_of_our_years_with_our_tables(samples):
    ours = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
    checked = 0
    for case, received, _ in worked_cases(samples):
        if received.year < 2024:
            continue
        calendar = WorkingCalendar(bank_holidays=HOLIDAYS[ours[case["nation"]]] - {WORLD_CUP})
        due = calendar.add_days(received, case["working_days"], WORKING)
        assert due.isoformat() == case["due"], case
        checked += 1
    assert checked > 50


# --- scenarios of the design ----------------------------------------------------------------


def test_scenario_3_and_4_a_promise_that_is_late():
    due = date(2026, 10, 2)
    assert trader().days_between(due, date(2026, 10, 6), WORKING) == 2
    assert trader().add_days(due, 10, WORKING) == date(2026, 10, 16)


def test_scenario_8_a_salon_counts_its_own_days():
    assert SALON.add_days(date(2026, 10, 24), 3, OPENING) == date(2026, 10, 29)


def test_scenario_10_both_boxing_day_and_its_substitute_are_left_out():
    assert SHOP.add_days(date(2026, 12, 24), 3, OPENING) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 9, 14), 2, date(2026, 9, 16)),
        (date(2026, 9, 14), 3, date(2026, 9, 17)),
        (date(2026, 9, 14), 5, date(2026, 9, 21)),
        (date(2026, 9, 14), 10, date(2026, 9, 28)),
        (date(2026, 9, 14), 40, date(2026, 11, 9)),
        (date(2026, 9, 14), 15, date(2026, 10, 5)),
        (date(2026, 12, 23), 2, date(2026, 12, 29)),
        (date(2026, 12, 23), 10, date(2027, 1, 11)),
        (date(2026, 9, 5), 2, date(2026, 9, 8)),
        (date(2026, 9, 22), 10, date(2026, 10, 6)),
        (date(2026, 11, 2), 5, date(2026, 11, 9)),
    ],
)
def test_scenarios_11_to_34_in_england(received, days, due):
    assert trader().add_days(received, days, WORKING) == due


def test_scenario_16_taken_and_late():
    assert trader().days_between(date(2026, 9, 14), date(2026, 9, 30), WORKING) == 12
    assert trader().days_between(date(2026, 9, 28), date(2026, 9, 30), WORKING) == 2


@pytest.mark.parametrize(
    ("nation", "received", "due"),
    [
        ("SCT", date(2026, 6, 12), date(2026, 6, 17)),
        ("ENG", date(2026, 6, 12), date(2026, 6, 16)),
        ("NIR", date(2027, 7, 8), date(2027, 7, 13)),
        ("ENG", date(2027, 7, 8), date(2027, 7, 12)),
    ],
)
def test_scenarios_21_and_22_each_nation_has_its_own_days(nation, received, due):
    assert trader(nation).add_days(received, 2, WORKING) == due


@pytest.mark.parametrize("nation", FILES)
def test_scenarios_31_and_32_a_month_rolls_for_subject_access(nation):
    calendar = trader(nation)
    assert add_months(date(2026, 9, 3), 1) == date(2026, 10, 3)
    assert calendar.legal_roll(date(2026, 10, 3)) == date(2026, 10, 5)
    assert calendar.legal_roll(add_months(date(2026, 9, 3), 3)) == date(2026, 12, 3)
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert calendar.legal_roll(date(2027, 2, 28)) == date(2027, 3, 1)
    assert calendar.legal_roll(add_months(date(2027, 1, 31), 3)) == date(2027, 4, 30)


def test_scenarios_34_37_39_and_40_calendar_periods_do_not_roll():
    calendar = trader()
    assert calendar.add_days(date(2026, 9, 1), 30, CALENDAR) == date(2026, 10, 1)
    # Two periods begin with the day itself, so the last of 14 or 30 days is 13 or 29 later.
    assert calendar.add_days(date(2026, 9, 14), 14 - 1, CALENDAR) == date(2026, 9, 27)
    assert calendar.add_days(date(2026, 11, 2), 30 - 1, CALENDAR) == date(2026, 12, 1)
    assert calendar.add_days(date(2026, 10, 7), 14, CALENDAR) == date(2026, 10, 21)
    assert add_months(date(2026, 9, 30), 72) == date(2032, 9, 30)


# --- the rules one by one -------------------------------------------------------------------


def test_zero_days_is_the_start_or_the_next_that_counts():
    saturday, monday = date(2026, 9, 5), date(2026, 9, 7)
    assert trader().add_days(saturday, 0, WORKING) == monday
    assert trader().add_days(monday, 0, WORKING) == monday
    assert trader().add_days(saturday, 0, CALENDAR) == saturday
    assert SALON.add_days(saturday, 0, OPENING) == saturday


def test_a_legal_deadline_rolls_by_working_days_whatever_the_trader_does():
    saturday, monday = date(2026, 9, 5), date(2026, 9, 7)
    assert SALON.counts(saturday, OPENING)
    assert not SALON.counts(monday, OPENING)
    assert SALON.legal_roll(saturday) == monday
    assert SALON.legal_roll(monday) == monday


def test_a_shop_may_open_on_bank_holidays():
    good_friday = date(2026, 4, 3)
    keen = trader(open_on_bank_holidays=True)
    assert not trader().counts(good_friday, OPENING)
    assert keen.counts(good_friday, OPENING)
    assert not keen.counts(good_friday, WORKING)


def test_closures_take_days_out_and_single_dates_put_them_back():
    calendar = trader(
        closures=(Closure(first=date(2026, 8, 3), last=date(2026, 8, 14)),),
        extra_open={
            date(2026, 8, 5): (Interval(opens=600, closes=720),),
            date(2026, 8, 8): (Interval(opens=600, closes=720),),
            date(2026, 8, 17): (),
            date(2026, 8, 31): (Interval(opens=600, closes=720),),
        },
    )
    opened = [
        day
        for day in (date(2026, 7, 31) + timedelta(days=ahead) for ahead in range(33))
        if calendar.counts(day, OPENING)
    ]
    assert opened[:3] == [date(2026, 7, 31), date(2026, 8, 5), date(2026, 8, 8)]
    assert opened[3] == date(2026, 8, 18)
    assert date(2026, 8, 31) in opened
    assert calendar.counts(date(2026, 8, 4), WORKING)


def test_a_trader_who_never_opens_is_told_so():
    closed = WorkingCalendar(hours=CLOSED_ALL_WEEK)
    with pytest.raises(Refusal) as caught:
        closed.add_days(date(2026, 9, 14), 1, OPENING)
    assert (caught.value.code, caught.value.field) == ("never_open", "hours")
    assert closed.add_days(date(2026, 9, 14), 1, WORKING) == date(2026, 9, 15)


def test_days_are_counted_forward_only():
    with pytest.raises(ValueError, match="forward"):
        trader().add_days(date(2026, 9, 14), -1, CALENDAR)
    for kind in DayKind:
        assert trader().days_between(date(2026, 9, 14), date(2026, 9, 14), kind) == 0
        assert trader().days_between(date(2026, 9, 14), date(2026, 9, 1), kind) == 0


def test_a_closure_ends_after_it_begins():
    with pytest.raises(Refusal) as caught:
        Closure(first=date(2026, 9, 2), last=date(2026, 9, 1))
    assert (caught.value.code, caught.value.field) == ("closure_order", "last")
    assert Closure(first=date(2026, 9, 1), last=date(2026, 9, 1))


def test_hours_of_a_single_date_may_not_overlap():
    overlapping = (Interval(opens=600, closes=720), Interval(opens=660, closes=780))
    with pytest.raises(Refusal, match="hours_overlap"):
        WorkingCalendar(extra_open={date(2026, 9, 6): overlapping})


def test_a_table_gives_its_days():
    boxing = BankHoliday(day=date(2026, 12, 28), name="Boxing Day", is_substitute=True)
    assert HolidayTable(nation=Nation.ENG, holidays=(boxing,)).days() == {boxing.day}
    assert HolidayTable(nation=Nation.ELSEWHERE).days() == frozenset()


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
        (date(2026, 3, 31), -13, date(2025, 2, 28)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_keep_the_number_or_take_the_last_day(start, months, end):
    assert add_months(start, months) == end


def test_a_date_only_deadline_runs_to_the_last_second():
    assert end_of_day(date(2026, 7, 1)) == datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC)
    assert end_of_day(date(2026, 12, 1)) == datetime(2026, 12, 1, 23, 59, 59, tzinfo=UTC)
    west = timezone(timedelta(hours=-5))
    assert end_of_day(date(2026, 7, 1), west) == datetime(2026, 7, 2, 4, 59, 59, tzinfo=UTC)


# --- against a slow reference ---------------------------------------------------------------

days_of_2026 = st.integers(0, 700).map(lambda ahead: date(2026, 1, 1) + timedelta(days=ahead))
calendars = st.builds(
    lambda nation, week, opens, closures: trader(
        nation,
        " ".join(week),
        open_on_bank_holidays=opens,
        closures=tuple(
            Closure(first=day, last=day + timedelta(days=length)) for day, length in closures
        ),
    ),
    st.sampled_from(sorted(FILES)),
    st.sets(st.sampled_from(["monday", "wednesday", "friday", "saturday", "sunday"]), min_size=1),
    st.booleans(),
    st.lists(st.tuples(days_of_2026, st.integers(0, 20)), max_size=3),
)


def counting_days_after(calendar, start, kind):
    """Every counting day after the start, by looking at one date after the other."""
    day = start
    while True:
        day += timedelta(days=1)
        shut = any(closure.first <= day <= closure.last for closure in calendar.closures)
        holiday = day in calendar.bank_holidays
        counts = {
            CALENDAR: True,
            WORKING: day.isoweekday() <= 5 and not holiday,
            OPENING: bool(calendar.hours.days[day.isoweekday() - 1])
            and not shut
            and not (holiday and not calendar.open_on_bank_holidays),
        }[kind]
        if counts:
            yield day


@settings(max_examples=80, deadline=None)
@given(calendars, days_of_2026, st.integers(1, 25), st.sampled_from(list(DayKind)))
def test_counting_equals_the_reference(calendar, start, count, kind):
    days = counting_days_after(calendar, start, kind)
    due = [next(days) for _ in range(count)][-1]
    assert calendar.add_days(start, count, kind) == due
    assert calendar.days_between(start, due, kind) == count
    assert calendar.days_between(start, due - timedelta(days=1), kind) == count - 1
    assert calendar.counts(due, kind)


@settings(max_examples=80, deadline=None)
@given(days_of_2026, days_of_2026, st.sampled_from(sorted(FILES)))
def test_whole_weeks_equal_single_steps(one, other, nation):
    start, end = sorted([one, other])
    days = counting_days_after(trader(nation), start, WORKING)
    counted = 0
    while next(days) <= end:
        counted += 1
    assert trader(nation).days_between(start, end, WORKING) == counted
