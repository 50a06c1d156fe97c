# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that come again: every so many days, weeks, months or years.

The days are counted from the first one, so that what is promised for the 31st is due on the last
day of a shorter month and on the 31st again after it. None falls on a day that is shut.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from servicedesk.domain.calendars import DayKind, WorkingCalendar, add_months
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Every

MOST_STEP = 99
"""Days, weeks, months or years between two at most."""

_DAYS = {Every.DAY: 1, Every.WEEK: 7}
_MONTHS = {Every.MONTH: 1, Every.YEAR: 12}
_LAST_YEAR = date.max.year - MOST_STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """How often a promise comes again.

    Args:
        every: in which steps.
        step: how many of them lie between two, 1 or more.
        ends_on: none is due after that day; None for no end.
    """

    every: Every
    step: int = 1
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatCard:
    """A repeating promise as kept.

    Args:
        id: of the row.
        repeat: how often.
        first_day: the day the first one was due.
        stopped_on: no more are made since that day; None while it goes on.
    """

    id: int
    repeat: Repeat
    first_day: date
    stopped_on: date | None = None


def checked_repeat(repeat: Repeat, first_day: date) -> Repeat:
    """A repeat that makes sense.

    Raises:
        Refusal: ``repeat_step`` or ``repeat_ends_first``.
    """
    if not 1 <= repeat.step <= MOST_STEP:
        raise Refusal("repeat_step", "step", most=MOST_STEP)
    if repeat.ends_on is not None and repeat.ends_on <= first_day:
        raise Refusal("repeat_ends_first", "ends_on")
    return repeat


def day_of(repeat: Repeat, first_day: date, number: int) -> date:
    """The day of one of them.

    Args:
        repeat: how often.
        first_day: the day of number 0.
        number: 0 or more.
    """
    count = repeat.step * number
    if repeat.every in _DAYS:
        return first_day + timedelta(days=count * _DAYS[repeat.every])
    return add_months(first_day, count * _MONTHS[repeat.every])


def next_day(repeat: Repeat, first_day: date, after: date) -> date | None:
    """The first of its days after another day, or None when there is none any more.

    Args:
        repeat: how often.
        first_day: the day of the first one.
        after: the day of the one before, or any other; before the first it gives the first.
    """
    if after.year > _LAST_YEAR:
        return None
    number = 0 if after < first_day else _number_at(repeat, first_day, after) + 1
    found = day_of(repeat, first_day, number)
    return found if repeat.ends_on is None or found <= repeat.ends_on else None


def next_open_day(
    repeat: Repeat, first_day: date, after: date, calendar: WorkingCalendar
) -> date | None:
    """As ``next_day``; a day on which the business is shut goes to the next open one.

    It lies after ``after``, so no two of a series ever meet on one day.

    Args:
        repeat: how often.
        first_day: the day of the first one.
        after: the day of the one before.
        calendar: of the business; one that never opens leaves the days as they are.
    """
    found = next_day(repeat, first_day, after)
    if found is None:
        return None
    try:
        found = calendar.next_counting(found, DayKind.OPENING)
    except Refusal:  # it never opens again
        return found
    return found if repeat.ends_on is None or found <= repeat.ends_on else None


def days_come_due(
    repeat: Repeat, first_day: date, after: date, today: date, calendar: WorkingCalendar
) -> tuple[date, ...]:
    """The days that a series is to be given now, so that its newest is still to come.

    Of those gone by, as after a long absence, it is the last one alone.

    Args:
        repeat: how often.
        first_day: the day of the first one.
        after: the day of the newest there is.
        today: the day of looking.
        calendar: as for ``next_open_day``.
    """
    found: list[date] = []
    day: date | None = after
    while day is not None and day <= today:
        day = next_open_day(repeat, first_day, day, calendar)
        if day is not None:
            if day < today:
                found.clear()
            found.append(day)
    return tuple(found)


def _number_at(repeat: Repeat, first_day: date, day: date) -> int:
    """The last of its days up to a day that is not before the first, by its number."""
    if repeat.every in _DAYS:
        return (day - first_day).days // (repeat.step * _DAYS[repeat.every])
    months = (day.year - first_day.year) * 12 + day.month - first_day.month
    number = months // (repeat.step * _MONTHS[repeat.every])
    return number if day_of(repeat, first_day, number) <= day else number - 1
