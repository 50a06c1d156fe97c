# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days told from today."""

from datetime import date

import pytest

from servicedesk.domain.relative_days import day_told

TODAY = date(2026, 11, 24)
"""A Tuesday."""


def is_open(day):
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("+1 day", date(2026, 11, 25)),
        ("-400 days", date(2025, 10, 20)),
        ("+2 weeks", date(2026, 12, 8)),
        ("-3 months", date(2026, 8, 24)),
        ("+5 days open", date(2026, 11, 30)),
        ("-2 days open", date(2026, 11, 20)),
        ("today open", TODAY),
        ("today monday", date(2026, 11, 30)),
        ("-1 week thursday", date(2026, 11, 12)),
        ("+1 week tuesday", date(2026, 12, 1)),
    ],
)
def test_days_are_told_from_today(text, day):
    assert day_told(text, TODAY, is_open) == day


def test_a_month_ends_with_its_last_day():
    assert day_told("+1 month", date(2028, 1, 31), is_open) == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["", "soon", "5 days", "+1 year", "+1 day holiday", "+1 day shut"])
def test_anything_else_is_told_apart(text):
    with pytest.raises(ValueError, match="tells no day"):
        day_told(text, TODAY, is_open)


def test_a_shop_that_never_opens_has_no_opening_day():
    with pytest.raises(ValueError, match="near no opening day"):
        day_told("+1 day open", TODAY, lambda day: False)
