# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaint times against the most that the program allows, and the day of review."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_times import complaint_times, review_day
from servicedesk.domain.hours import parse_week
from servicedesk.domain.standards import Amount, ClockLimit, Measure, SecondLimit, Unit
from tests.helpers.builders import (
    amount,
    charter_draft,
    charter_source,
    complaint_promises,
    opening_days,
    promise,
    working_days,
)

ONE_DAY_WEEK = parse_week({"saturday": ["10:00-16:00"]})
EVERY_DAY = parse_week(
    {
        day: ["10:00-16:00"]
        for day in (
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        )
    }
)  # fmt: skip


def codes(*standards, **said):
    return [line.code for line in complaint_times(charter_source(charter_draft(standards, **said)))]


def told(limit, **said):
    return replace(complaint_promises()[0], limit=limit, **said)


def answered(limit, **said):
    return replace(complaint_promises()[1], limit=limit, **said)


def test_a_charter_tells_how_soon_before_its_longer_papers_are_published():
    lines = list(complaint_times(charter_source(charter_draft((promise(),)))))
    assert [line.code for line in lines] == ["acknowledge_time_missing", "decide_time_missing"]
    assert {line.need.value for line in lines} == {"text"}
    assert codes(*complaint_promises()) == []


@pytest.mark.parametrize(
    ("limit", "is_in_time"),
    [
        (working_days(5), True),
        (working_days(6), False),
        (amount(7, Unit.DAY, DayKind.CALENDAR), True),
        (amount(8, Unit.DAY), False),
        (amount(1, Unit.WEEK), True),
        (amount(1, Unit.MONTH), False),
        (amount(30, Unit.MINUTE), True),
        (amount(48, Unit.HOUR), True),
        (amount(200, Unit.HOUR), False),
        (amount(40, Unit.HOUR, DayKind.WORKING), True),
        (amount(48, Unit.HOUR, DayKind.OPENING), True),
        (amount(60, Unit.HOUR, DayKind.OPENING), False),
        (amount(1, Unit.YEAR), False),
        (amount(5, Unit.TIME), True),
        (None, True),
    ],
)
def test_a_complaint_is_acknowledged_within_five_working_days(limit, is_in_time):
    found = codes(told(limit), complaint_promises()[1])
    assert found == ([] if is_in_time else ["acknowledge_time_too_long"])


@pytest.mark.parametrize(
    ("limit", "is_in_time"),
    [
        (working_days(40), True),
        (working_days(41), False),
        (amount(56, Unit.DAY, DayKind.CALENDAR), True),
        (amount(57, Unit.DAY, DayKind.CALENDAR), False),
        (amount(8, Unit.WEEK), True),
        (amount(9, Unit.WEEK), False),
        (amount(1, Unit.MONTH), True),
        (amount(2, Unit.MONTH), False),
    ],
)
def test_a_complaint_is_answered_within_eight_weeks(limit, is_in_time):
    found = codes(complaint_promises()[0], answered(limit))
    assert found == ([] if is_in_time else ["decide_time_too_long"])


@pytest.mark.parametrize(
    ("hours", "most"), [(ONE_DAY_WEEK, 1), (EVERY_DAY, 7), (None, 5), (parse_week({}), 5)]
)
def test_opening_days_are_as_long_as_the_shop_is_rarely_open(hours, most):
    fine, slow = told(opening_days(most)), told(opening_days(most + 1))
    rest = answered(amount(2, Unit.WEEK))
    assert codes(fine, rest, opening_hours=hours) == []
    assert codes(slow, rest, opening_hours=hours) == ["acknowledge_time_too_long"]


def test_the_longer_end_of_a_range_and_a_second_limit_count():
    rest = complaint_promises()[1]
    up_to = told(working_days(2), up_to=working_days(6))
    second = told(working_days(2), second=SecondLimit(limit=working_days(6), condition="you write"))
    assert codes(up_to, rest) == codes(second, rest) == ["acknowledge_time_too_long"]


@pytest.mark.parametrize(
    ("clock", "is_in_time"),
    [
        (ClockLimit(at=time(17)), True),
        (ClockLimit(after=Amount(value=Decimal(1), unit=Unit.DAY, days=DayKind.WORKING)), True),
        (ClockLimit(after=working_days(6)), False),
    ],
)
def test_a_time_of_day_to_answer_by_counts_in_days(clock, is_in_time):
    by = told(None, measure=Measure.CLOCK_TIME, clock=clock)
    found = codes(by, complaint_promises()[1])
    assert found == ([] if is_in_time else ["acknowledge_time_too_long"])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"review_by": None}, "review_missing"),
        ({"review_by": date(2027, 12, 1)}, None),
        ({"review_by": date(2027, 12, 2)}, "review_too_late"),
        ({"review_by": date(2026, 12, 1)}, "review_too_early"),
        ({"in_force_from": None, "review_by": date(2027, 11, 23)}, None),
        ({"in_force_from": None, "review_by": date(2027, 11, 24)}, "review_too_late"),
        ({"in_force_from": date(2024, 2, 1), "review_by": date(2025, 2, 1)}, "review_too_early"),
        ({"in_force_from": date(2028, 2, 29), "review_by": date(2029, 2, 28)}, None),
        ({"in_force_from": date(2028, 2, 29), "review_by": date(2029, 3, 1)}, "review_too_late"),
        ({"in_force_from": date(9999, 6, 1), "review_by": date(9999, 12, 31)}, None),
    ],
)
def test_a_charter_is_looked_at_again_within_twelve_months(said, code):
    found = [line.code for line in review_day(charter_source(**said))]
    assert found == ([] if code is None else [code])
