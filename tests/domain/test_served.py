# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers served in a month: read as typed, for months that were, blank where nobody said."""

from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.served import checked_served, months_of, read_served, years_offered

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("320", 320), (" 1,200 ", 1200), ("1 200", 1200), ("0", 0), ("", None), ("  ", None)],
)
def test_a_number_is_read_and_a_blank_stays_blank(typed: str, read: int | None) -> None:
    assert read_served(typed) == read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-3", "served_negative"),
        ("about 300", "served_not_read"),
        ("3.5", "served_not_read"),
        ("9" * 25_000, "served_big"),
    ],
)
def test_what_is_no_number_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        read_served(typed)
    assert refused.value.field == "customers"


def test_any_day_stands_for_its_month() -> None:
    for customers in (None, 0, 999_999):
        found = checked_served(TODAY, customers, since_year=1987, today=TODAY)
        assert found == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("month", "customers", "code"),
    [
        (date(2026, 12, 1), 5, "served_ahead"),
        (date(2019, 12, 1), 5, "served_before_us"),
        (date(2015, 12, 1), None, "served_long_ago"),
        (date(2026, 10, 1), -1, "served_negative"),
        (date(2026, 10, 1), 1_000_000, "served_big"),
    ],
)
def test_a_month_that_cannot_be_is_refused(month: date, customers: int | None, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        checked_served(month, customers, since_year=2020, today=TODAY)


def test_without_a_first_year_ten_years_back_can_be_said() -> None:
    assert checked_served(date(2016, 1, 9), 5, since_year=None, today=TODAY) == date(2016, 1, 1)


def test_the_months_of_this_year_end_with_this_one() -> None:
    assert months_of(2026, TODAY)[-1] == date(2026, 11, 1)
    assert len(months_of(2025, TODAY)) == 12
    assert months_of(2027, TODAY) == ()


def test_years_are_offered_from_the_first_of_the_business() -> None:
    assert list(years_offered(2024, TODAY)) == [2024, 2025, 2026]
    assert years_offered(1987, TODAY) == range(2016, 2027)
    assert years_offered(None, TODAY) == range(2016, 2027)
    assert list(years_offered(2027, TODAY)) == [2026]
