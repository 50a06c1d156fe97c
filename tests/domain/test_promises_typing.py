# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when, as people type it: a day, a time, a count of hours or days."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Allowance, Due
from servicedesk.domain.promises_typing import read_due, read_past_due

SHOP = WorkingCalendar()
TODAY = date(2026, 9, 30)
NOW = datetime(2026, 9, 30, 9, 0, tzinfo=UTC)
FRIDAY = date(2026, 10, 2)


def at(day: date, hour: int, minute: int = 0) -> Due:
    """By the clock of the shop, an hour before UTC in September."""
    return Due(day=day, at=datetime(day.year, day.month, day.day, hour - 1, minute, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("fri", Due(day=FRIDAY)),
        ("2/10", Due(day=FRIDAY)),
        ("+5", Due(day=date(2026, 10, 5))),
        ("3.12", Due(day=date(2026, 12, 3))),
        ("next fri 5pm", at(date(2026, 10, 9), 17)),
        ("next week", Due(day=date(2026, 10, 7))),
        ("fri 5pm", at(FRIDAY, 17)),
        ("Fri, 5.30 PM", at(FRIDAY, 17, 30)),
        ("fri at 12 am", at(FRIDAY, 24 - 23, 0)),
        ("tomorrow 9.30", at(date(2026, 10, 1), 9, 30)),
        ("3.12 14:00", Due(day=date(2026, 12, 3), at=datetime(2026, 12, 3, 14, tzinfo=UTC))),
        ("17:00", at(TODAY, 17)),
        ("by 5pm", at(TODAY, 17)),
        ("fri noon", at(FRIDAY, 12)),
        ("fri 25:00", None),
        ("fri 13pm", None),
        ("fri 9:75", None),
        ("someday 5pm", None),
        ("someday", None),
        ("2 opening weeks", None),
    ],
)
def test_a_day_and_a_time(typed: str, due: Due | None) -> None:
    if "12 am" in typed:  # midnight begins the day, an hour before it does in UTC
        due = Due(day=FRIDAY, at=datetime(2026, 10, 1, 23, tzinfo=UTC))
    if due is None:
        with pytest.raises(Refusal, match="day_not_read"):
            read_due(typed, NOW, TODAY, SHOP)
    else:
        found = read_due(typed, NOW, TODAY, SHOP)
        assert (found.due, found.allowance) == (due, None)


@pytest.mark.parametrize("typed", ["mon 2.10", "mon 2/10"])
def test_a_weekday_that_does_not_fit_is_no_time(typed: str) -> None:
    with pytest.raises(Refusal, match="day_weekday_differs"):
        read_due(typed, NOW, TODAY, SHOP)


@pytest.mark.parametrize(
    ("typed", "due", "amount", "unit"),
    [
        ("3 working days", Due(day=date(2026, 10, 5)), 3, "working"),
        ("in 2 opening days", Due(day=FRIDAY), 2, "opening"),
        ("10 calendar days", Due(day=date(2026, 10, 10)), 10, "calendar"),
        ("3 days", Due(day=date(2026, 10, 3)), 3, "calendar"),
        ("in 2 weeks", Due(day=date(2026, 10, 14)), 14, "calendar"),
        ("1 month", Due(day=date(2026, 10, 30)), 1, "month"),
        ("4 hours", at(TODAY, 14), 4, "hour"),
        ("within 4h", at(TODAY, 14), 4, "hour"),
    ],
)
def test_a_count_is_worked_out(typed: str, due: Due, amount: int, unit: str) -> None:
    found = read_due(typed, NOW, TODAY, SHOP)
    assert found.due == due
    assert found.allowance == Allowance(amount=amount, unit=unit, start=NOW)


@pytest.mark.parametrize(
    ("typed", "day", "hour"),
    [
        ("yesterday 9.30", date(2026, 11, 24), 9),
        ("yesterday", date(2026, 11, 24), None),
        ("fri 5 pm", date(2026, 11, 20), 17),
        ("8am", date(2026, 11, 25), 8),
        ("18/11 noon", date(2026, 11, 18), 12),
    ],
)
def test_what_is_over_can_have_a_time_too(typed, day, hour):
    due = read_past_due(typed, date(2026, 11, 25), SHOP)
    assert due.day == day
    assert (None if due.at is None else due.at.hour) == hour


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("tomorrow 9.30", "day_ahead"),
        ("tomorrow", "day_ahead"),
        ("yesterday 25.30", "day_not_read"),
        ("some time", "day_not_read"),
    ],
)
def test_a_time_that_is_no_time_of_the_past_is_refused(typed, code):
    with pytest.raises(Refusal) as refused:
        read_past_due(typed, date(2026, 11, 25), SHOP, "on")
    assert (refused.value.code, refused.value.field) == (code, "on")
