# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The times that a published charter owes: complaints answered in time, itself reviewed in time.

A charter may promise to be faster than these limits, never slower.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_obstacles import Obstacle, PaperNeed
from servicedesk.domain.charters_standards import ticked_standards
from servicedesk.domain.charters_text import CharterSource, months_later
from servicedesk.domain.errors import Param
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.standards import Amount, ServiceStandard, StopEvent, Unit

ACKNOWLEDGE_WITHIN = 5
"""Working days in which a published charter must say that it has a complaint."""

DECIDE_WITHIN = 56
"""Calendar days in which it must answer one: eight weeks."""

REVIEW_WITHIN_MONTHS = 12

_WEEK = 7
_WORKING_WEEK = 5
_CALENDAR_DAYS = {Unit.DAY: 1, Unit.WEEK: _WEEK, Unit.MONTH: 31, Unit.YEAR: 365}
_WITHIN_A_DAY = (Unit.SECOND, Unit.MINUTE)
_COUNTED_HOURS = 8
_HOURS = 24


class _Owed(NamedTuple):
    event: StopEvent
    code: str
    most: Fraction


_OWED = (
    _Owed(
        StopEvent.COMPLAINT_ACKNOWLEDGED,
        "acknowledge",
        Fraction(ACKNOWLEDGE_WITHIN * _WEEK, _WORKING_WEEK),
    ),
    _Owed(StopEvent.COMPLAINT_DECIDED, "decide", Fraction(DECIDE_WITHIN)),
)
"""What is owed to somebody who complains, with the most calendar days that it may take."""


def complaint_times(source: CharterSource) -> Iterator[Obstacle]:
    """Lines about complaint times: none ticked, or longer than the program allows.

    A missing one keeps back only the papers that tell the whole of it.
    """
    ticked = ticked_standards(source)
    for event, code, most in _OWED:
        standards = [standard for standard in ticked if standard.stop_event is event]
        if not standards:
            yield Obstacle(code=f"{code}_time_missing", page="complaints", need=PaperNeed.TEXT)
        for standard in standards:
            days = _longest(standard, _day_length(source))
            if days > most:
                params = {"title": standard.title}
                yield Obstacle(code=f"{code}_time_too_long", page="complaints", params=params)


def review_day(source: CharterSource) -> Iterator[Obstacle]:
    """Lines about the day of review: none, not after the beginning, or over a year after it."""
    review = source.day("review_by")
    params: dict[str, Param] = {"question": "review_by"}
    if review is None:
        yield Obstacle(code="review_missing", page="we_check", need=PaperNeed.TEXT, params=params)
        return
    begin = max(source.day("in_force_from") or source.today, source.today)
    if review > months_later(begin, REVIEW_WITHIN_MONTHS):
        yield Obstacle(code="review_too_late", page="we_check", params=params)
    elif review <= begin:
        yield Obstacle(code="review_too_early", page="we_check", params=params)


def _day_length(source: CharterSource) -> Callable[[DayKind | None], Fraction]:
    """How many calendar days one day of a kind is, on average."""
    hours = source.answer("opening_hours")
    open_days = len(hours.weekdays()) if isinstance(hours, WeeklyHours) else 0
    in_week = {
        DayKind.OPENING: open_days or _WORKING_WEEK,
        DayKind.WORKING: _WORKING_WEEK,
    }
    return lambda kind: Fraction(_WEEK, in_week[kind]) if kind in in_week else Fraction(1)


def _longest(
    standard: ServiceStandard, day_length: Callable[[DayKind | None], Fraction]
) -> Fraction:
    """About how many calendar days a standard allows at most; 0 when it counts no time."""
    amounts = [standard.up_to or standard.limit]
    if standard.clock is not None:
        amounts.append(standard.clock.after)
    if standard.second is not None:
        amounts.append(standard.second.limit)
    lengths = [_calendar_days(amount, day_length) for amount in amounts if amount is not None]
    return max(lengths, default=Fraction(0))


def _calendar_days(amount: Amount, day_length: Callable[[DayKind | None], Fraction]) -> Fraction:
    """About how many calendar days an amount is; 0 for units that are not of time.

    A day in which only some hours count is taken as eight of them.
    """
    if amount.unit in _WITHIN_A_DAY:
        return Fraction(1)
    if amount.unit is Unit.HOUR:
        is_counted = amount.days in (DayKind.OPENING, DayKind.WORKING)
        in_day = _COUNTED_HOURS if is_counted else _HOURS
        return Fraction(amount.value) / in_day * day_length(amount.days)
    days = Fraction(amount.value) * _CALENDAR_DAYS.get(amount.unit, 0)
    return days * day_length(amount.days) if amount.unit is Unit.DAY else days
