# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Periods: months tile them, the one before adjoins, and no calendar runs over its end."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import Period, PeriodName, own_period, period_of
from servicedesk.domain.periods_words import period_words
from tests.helpers.builders import words

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
ONE = timedelta(days=1)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    return Period(first=first, last=first + timedelta(days=draw(st.integers(0, 900))))


@given(periods())
@settings(max_examples=60, deadline=None)
def test_months_tile_the_period(period: Period) -> None:
    months = list(period.months())
    assert (months[0].first, months[-1].last) == (period.first, period.last)
    for month, following in pairwise(months):
        assert following.first == month.last + ONE
    for month in months:
        assert (month.first.year, month.first.month) == (month.last.year, month.last.month)
    assert sum(month.days for month in months) == period.days


@given(periods())
@settings(max_examples=60, deadline=None)
def test_the_one_before_adjoins_and_is_as_long_in_days_or_in_months(period: Period) -> None:
    before = period.before()
    assert before.last == period.first - ONE
    months = [len(list(one.months())) for one in (before, period)]
    assert before.days == period.days or months[0] == months[1]


@given(periods())
@settings(max_examples=60, deadline=None)
def test_whole_months_lie_within_and_next_to_nothing_is_left_over(period: Period) -> None:
    whole = period.whole_months()
    if whole is None:
        assert period.days < 62
        return
    assert period.first <= whole.first <= whole.last <= period.last
    assert whole.first.day == 1
    assert (whole.last + ONE).day == 1
    assert (whole.first - period.first).days < 31
    assert (period.last - whole.last).days < 31


@given(st.sampled_from([name for name in PeriodName if name is not PeriodName.OWN]), DAYS)
@settings(max_examples=80, deadline=None)
def test_what_is_on_offer_never_goes_beyond_today(name: PeriodName, today: date) -> None:
    period = period_of(name, today)
    assert period.name is name
    assert period.first <= period.last <= today
    assert period.before().last == period.first - ONE


def test_whole_months_are_compared_with_as_many_whole_months() -> None:
    quarter = period_of(PeriodName.LAST_QUARTER, TODAY)
    assert (quarter.first, quarter.last) == (date(2026, 7, 1), date(2026, 9, 30))
    assert quarter.before() == Period(first=date(2026, 4, 1), last=date(2026, 6, 30))
    february = Period(first=date(2028, 2, 1), last=date(2028, 2, 29))
    assert february.before() == Period(first=date(2028, 1, 1), last=date(2028, 1, 31))
    ninety = period_of(PeriodName.LAST_90_DAYS, TODAY)
    assert ninety.days == ninety.before().days == 90


def test_no_whole_month_is_none() -> None:
    assert Period(first=date(2026, 1, 2), last=date(2026, 2, 27)).whole_months() is None
    ninety = period_of(PeriodName.LAST_90_DAYS, TODAY).whole_months()
    assert ninety == Period(first=date(2026, 9, 1), last=date(2026, 10, 31))


def test_a_day_at_which_the_clock_changes_is_one_day() -> None:
    change = Period(first=date(2026, 10, 24), last=date(2026, 10, 26))
    assert change.days == 3
    assert change.before() == Period(first=date(2026, 10, 21), last=date(2026, 10, 23))


@pytest.mark.parametrize(
    "period",
    [
        Period(first=date.min, last=date.min),
        Period(first=date.min, last=date(1, 1, 31)),
        Period(first=date(1, 1, 2), last=date(1, 3, 1)),
        Period(first=date(1, 2, 1), last=date(1, 6, 30)),
        Period(first=date(2, 1, 1), last=date.max),
    ],
)
def test_before_the_first_day_of_all_there_is_none(period: Period) -> None:
    with pytest.raises(Refusal) as refused:
        period.before()
    assert (refused.value.code, refused.value.field) == ("period_far", "first")


def test_the_last_month_of_all_ends() -> None:
    end = Period(first=date(9999, 11, 15), last=date.max)
    months = list(end.months())
    assert [month.days for month in months] == [16, 31]
    assert end.whole_months() == Period(first=date(9999, 12, 1), last=date.max)
    assert end.before().last == date(9999, 11, 14)


def test_a_period_that_ends_before_it_begins_has_no_months() -> None:
    nothing = Period(first=TODAY, last=TODAY - ONE)
    assert (list(nothing.months()), nothing.whole_months(), nothing.days) == ([], None, 0)


def test_a_period_of_ones_own_ends_today_at_the_latest() -> None:
    own = own_period(date(2026, 11, 1), date(2026, 12, 31), TODAY)
    assert own == Period(first=date(2026, 11, 1), last=TODAY)
    assert own_period(TODAY, TODAY, TODAY).days == 1
    assert own_period(date(2016, 11, 24), TODAY, TODAY).days == 3652


@pytest.mark.parametrize(
    ("first", "last", "code", "field"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), "period_turned", "last"),
        (date(2026, 11, 24), date(2026, 11, 30), "period_ahead", "first"),
        (date(2016, 11, 23), TODAY, "period_long", "first"),
        (date(1899, 12, 31), TODAY, "period_far", "first"),
        (date.min, date.min, "period_far", "first"),
        (TODAY, date.max, "period_far", "last"),
    ],
)
def test_days_that_are_no_period_are_refused_in_words(
    first: date, last: date, code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        own_period(first, last, TODAY)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert words().refusal(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), "1 September to 30 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        (date(2026, 11, 1), date(2026, 11, 23), "1 to 23 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 30), "2 to 30 November 2026"),
        (date(2025, 12, 1), date(2026, 2, 28), "1 December 2025 to 28 February 2026"),
        (date(2025, 11, 1), date(2026, 11, 30), "1 November 2025 to 30 November 2026"),
        (date(2026, 10, 2), date(2026, 10, 2), "2 October 2026"),
    ],
)
def test_a_period_is_said_without_saying_anything_twice(first: date, last: date, said: str) -> None:
    assert period_words(Period(first=first, last=last), words()) == said
