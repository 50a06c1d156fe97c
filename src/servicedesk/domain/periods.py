# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Periods that figures are about: whole days, both ends included."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import add_months
from servicedesk.domain.errors import Refusal

USUAL_DAYS = 90
"""The days of the period that is shown when nobody has chosen one."""

LONGEST_YEARS = 10
"""Years that a period may span; a longer one is a slip of the year."""

EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)
"""Days that a period of one's own may hold."""

_LAST_MONTH_OF_QUARTER = 3
_ONE_DAY = timedelta(days=1)


class PeriodName(StrEnum):
    """The periods on offer."""

    LAST_90_DAYS = "last_90_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    LAST_12_MONTHS = "last_12_months"
    THIS_YEAR = "this_year"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from ``first`` to ``last``, both included; none where it ends before it begins.

    Args:
        first, last: the days.
        name: how it was chosen.
    """

    first: date
    last: date
    name: PeriodName = PeriodName.OWN

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """The period of the same length that ends the day before this one begins.

        For whole months it is as many whole months.

        Raises:
            Refusal: ``period_far`` for "first" when the calendar does not go so far back.
        """
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        is_whole = self.first.day == 1 and self.last == _end_of_month(self.last)
        try:
            day_before = self.first - _ONE_DAY
            first = (
                add_months(self.first, -months)
                if is_whole
                else self.first - timedelta(days=self.days)
            )
        except (OverflowError, ValueError):
            raise Refusal("period_far", "first", year=self.first.year) from None
        return Period(first=first, last=day_before)

    def months(self) -> Iterator["Period"]:
        """Its months in order, the first and the last one cut to the period."""
        first = self.first
        while first <= self.last:
            last = min(_end_of_month(first), self.last)
            yield Period(first=first, last=last)
            if last == self.last:
                return
            first = last + _ONE_DAY

    def whole_months(self) -> "Period | None":
        """From the first to the last calendar month that it holds whole; None where it has none.

        What the owner counts by the month can only be set against whole months.
        """
        whole = [month for month in self.months() if _is_whole(month)]
        return Period(first=whole[0].first, last=whole[-1].last) if whole else None


def period_of(name: PeriodName, today: date) -> Period:
    """A period on offer.

    Args:
        name: any but ``OWN``.
        today: the last day of those that go on still.
    """
    month, quarter = today.replace(day=1), _quarter(today)
    first, last = {
        PeriodName.LAST_90_DAYS: (today - timedelta(days=USUAL_DAYS - 1), today),
        PeriodName.THIS_MONTH: (month, today),
        PeriodName.LAST_MONTH: (add_months(month, -1), month - _ONE_DAY),
        PeriodName.THIS_QUARTER: (quarter, today),
        PeriodName.LAST_QUARTER: (add_months(quarter, -3), quarter - _ONE_DAY),
        PeriodName.LAST_12_MONTHS: (add_months(today + _ONE_DAY, -12), today),
        PeriodName.THIS_YEAR: (today.replace(month=1, day=1), today),
    }[name]
    return Period(first=first, last=last, name=name)


def own_period(first: date, last: date, today: date) -> Period:
    """A period of one's own.

    Args:
        first: the first day.
        last: the last day; one still to come is cut to today.
        today: the day in the shop.

    Raises:
        Refusal: ``period_far`` for the day that lies beyond any calendar of a shop,
            ``period_turned`` for "last", ``period_ahead`` for "first" when it has not begun yet,
            ``period_long`` for "first".
    """
    for day, field in ((first, "first"), (last, "last")):
        if not EARLIEST <= day <= LATEST:
            raise Refusal("period_far", field, year=day.year)
    if last < first:
        raise Refusal("period_turned", "last")
    if first > today:
        raise Refusal("period_ahead", "first")
    if add_months(first, 12 * LONGEST_YEARS) <= last:
        raise Refusal("period_long", "first", years=LONGEST_YEARS)
    return Period(first=first, last=min(last, today))


def _quarter(day: date) -> date:
    month = day.month - (day.month - 1) % _LAST_MONTH_OF_QUARTER
    return day.replace(month=month, day=1)


def _is_whole(month: Period) -> bool:
    return month.first.day == 1 and month.last == _end_of_month(month.first)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
