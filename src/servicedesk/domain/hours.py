# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The opening hours of a week: read from what was typed, checked, and put into short lines.

Times of day are whole minutes after midnight, 0 to 1440, on the clock of the shop. A shop that is
open past midnight has two intervals, one ending at 24:00 and one beginning at 00:00 of the next
weekday.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases

MIDNIGHT = 24 * 60
"""The end of a day, in minutes after its beginning."""

_TIME = r"([0-9]{1,2})[:.]([0-9]{2})"
_INTERVAL = re.compile(rf"\s*{_TIME}\s*[-–]\s*{_TIME}\s*")
_SHOWN = 40
"""How much of a wrong entry a sentence repeats, in characters."""


class Weekday(StrEnum):
    """The days of a week, in order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEK = tuple(Weekday)
"""All seven, Monday first, so that ``WEEK[day.weekday()]`` is the weekday of a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One stretch of a day in which the door is open.

    Args:
        opens: first open minute after midnight, 0 to 1439.
        closes: the minute of closing, 1 to 1440; no longer open at that minute.

    Raises:
        Refusal: ``hours_order`` when it does not close after it opens, ``hours_time`` when a
            time is not in the day.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        for minutes in (self.opens, self.closes):
            if not 0 <= minutes <= MIDNIGHT:
                raise Refusal("hours_time", "hours", typed=clock_figures(minutes))
        _check_order(self.opens, self.closes, "hours")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHours:
    """When the door is open in an ordinary week.

    Args:
        days: seven tuples of intervals, Monday first, each in order of time; () is a closed day.

    Raises:
        Refusal: ``hours_overlap`` when two intervals of a day overlap.
    """

    days: tuple[tuple[Interval, ...], ...]

    def __post_init__(self) -> None:
        if len(self.days) != len(WEEK):
            raise ValueError("a week has seven days")
        for weekday, intervals in zip(WEEK, self.days, strict=True):
            check_intervals(intervals, weekday)

    def on(self, day: date) -> tuple[Interval, ...]:
        """Return the ordinary intervals of the weekday that ``day`` is."""
        return self.days[day.weekday()]

    def weekdays(self) -> tuple[Weekday, ...]:
        """Return the weekdays with any opening hours, Monday first."""
        return tuple(day for day, open_ in zip(WEEK, self.days, strict=True) if open_)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAlike:
    """Weekdays that share their hours.

    Args:
        ranges: runs of neighbouring days as (first, last), in order; a single day is (day, day).
        intervals: what they share; () when they are closed.
    """

    ranges: tuple[tuple[Weekday, Weekday], ...]
    intervals: tuple[Interval, ...]


def check_intervals(intervals: Sequence[Interval], where: str) -> None:
    """See that the intervals of one day are in order and do not overlap; touching is fine.

    Args:
        intervals: in order of time.
        where: the field to mend.

    Raises:
        Refusal: ``hours_overlap``.
    """
    for earlier, later in pairwise(intervals):
        if later.opens < earlier.closes:
            first, second = _figures(earlier), _figures(later)
            raise Refusal("hours_overlap", where, first=first, second=second)


def clock_figures(minutes: int) -> str:
    """Return a time of day as it is typed and stored, such as "08:00" or "24:00"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def parse_interval(typed: str, field: str = "hours") -> Interval:
    """Read one stretch of opening hours such as "08:00-12:00".

    Args:
        typed: two times of day on the 24-hour clock with a dash between them.
        field: the field to mend.

    Raises:
        Refusal: ``hours_format``, ``hours_time`` or ``hours_order``.
    """
    found = _INTERVAL.fullmatch(typed)
    if not found:
        raise Refusal("hours_format", field, typed=typed[:_SHOWN])
    opens = _minutes(found[1], found[2], typed, field)
    closes = _minutes(found[3], found[4], typed, field)
    _check_order(opens, closes, field)
    return Interval(opens=opens, closes=closes)


def parse_week(typed: Mapping[str, Iterable[str]], field: str = "hours") -> WeeklyHours:
    """Read the hours of a week; days that are not named are closed.

    Args:
        typed: weekday ("monday" ...) -> intervals as ``parse_interval`` reads them, in any order.
        field: the field to mend; a fault in one day names ``field.monday``.

    Raises:
        Refusal: ``hours_weekday`` for an unknown weekday, and all that ``parse_interval`` and
            ``WeeklyHours`` raise.
    """
    for name in typed:
        if name not in WEEK:
            raise Refusal("hours_weekday", field, typed=name[:_SHOWN])
    days = []
    for weekday in WEEK:
        place = f"{field}.{weekday}"
        parsed = [parse_interval(text, place) for text in typed.get(weekday, ())]
        intervals = tuple(sorted(parsed, key=lambda interval: interval.opens))
        check_intervals(intervals, place)
        days.append(intervals)
    return WeeklyHours(days=tuple(days))


def week_as_typed(hours: WeeklyHours) -> dict[str, list[str]]:
    """Return the hours as ``parse_week`` reads them, open days only, for an answers file."""
    return {
        str(weekday): [_figures(interval) for interval in intervals]
        for weekday, intervals in zip(WEEK, hours.days, strict=True)
        if intervals
    }


def days_alike(hours: WeeklyHours) -> tuple[DaysAlike, ...]:
    """Return the week grouped by equal hours: open groups by first day, then the closed days."""
    positions: dict[tuple[Interval, ...], list[int]] = {}
    for position, intervals in enumerate(hours.days):
        positions.setdefault(intervals, []).append(position)
    groups = [
        DaysAlike(ranges=_runs(places), intervals=intervals)
        for intervals, places in positions.items()
    ]
    return tuple(sorted(groups, key=lambda group: not group.intervals))


def hours_lines(hours: WeeklyHours, phrases: Phrases) -> tuple[str, ...]:
    """Return the week in short lines, such as "Monday to Saturday, 8.00 to 17.30".

    Args:
        hours: the week.
        phrases: the words, keys ``hours.*`` and ``enum.Weekday.*``.
    """
    return tuple(
        phrases.say(
            "hours.line" if group.intervals else "hours.closed_line",
            days=days_text(group.ranges, phrases),
            times=times_text(group.intervals, phrases),
        )
        for group in days_alike(hours)
    )


def days_text(ranges: Sequence[tuple[Weekday, Weekday]], phrases: Phrases) -> str:
    """Return runs of days in words, such as "Monday, Wednesday to Friday".

    Args:
        ranges: as in DaysAlike.
        phrases: the words.
    """
    if tuple(ranges) == ((WEEK[0], WEEK[-1]),):
        return phrases.say("hours.every_day")
    parts = []
    has_run = False
    for first, last in ranges:
        named = [phrases.say(f"enum.Weekday.{day}") for day in (first, last)]
        apart = WEEK.index(last) - WEEK.index(first)
        if apart > 1:
            has_run = True
            parts.append(phrases.say("hours.to", first=named[0], last=named[1]))
        else:
            parts.extend(named[: apart + 1])
    return _listed(parts, phrases, "hours.also" if has_run else "hours.and")


def times_text(intervals: Sequence[Interval], phrases: Phrases) -> str:
    """Return a day's hours in words, such as "9.00 to 12.30 and 13.30 to 17.30".

    Args:
        intervals: in order of time; none gives the word for closed.
        phrases: the words.
    """
    if not intervals:
        return phrases.say("hours.closed")
    if intervals[0] == Interval(opens=0, closes=MIDNIGHT):
        return phrases.say("hours.all_day")
    parts = [
        phrases.say(
            "hours.to",
            first=clock_text(interval.opens, phrases),
            last=clock_text(interval.closes, phrases),
        )
        for interval in intervals
    ]
    return _listed(parts, phrases, "hours.and")


def clock_text(minutes: int, phrases: Phrases) -> str:
    """Return a time of day in words, such as "8.00", "17.30" or "midnight".

    Args:
        minutes: after midnight, 0 to 1440.
        phrases: the words.
    """
    if minutes in (0, MIDNIGHT):
        return phrases.say("hours.midnight")
    return phrases.say("hours.time", hour=str(minutes // 60), minute=f"{minutes % 60:02d}")


def _minutes(hour: str, minute: str, typed: str, field: str) -> int:
    minutes = int(hour) * 60 + int(minute)
    if int(minute) > 59 or minutes > MIDNIGHT:
        raise Refusal("hours_time", field, typed=typed[:_SHOWN])
    return minutes


def _check_order(opens: int, closes: int, field: str) -> None:
    if closes <= opens:
        shown = {"opens": clock_figures(opens), "closes": clock_figures(closes)}
        raise Refusal("hours_order", field, **shown)


def _figures(interval: Interval) -> str:
    return f"{clock_figures(interval.opens)}-{clock_figures(interval.closes)}"


def _runs(positions: Sequence[int]) -> tuple[tuple[Weekday, Weekday], ...]:
    """Return neighbouring positions of the week as runs; the week does not wrap round."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return tuple((WEEK[first], WEEK[last]) for first, last in runs)


def _listed(parts: Sequence[str], phrases: Phrases, last_joint: str) -> str:
    """Return parts joined by commas, the last one by the phrase ``last_joint``."""
    text = parts[0]
    for part in parts[1:-1]:
        text = phrases.say("hours.also", first=text, last=part)
    if len(parts) > 1:
        text = phrases.say(last_joint, first=text, last=parts[-1])
    return text


MONDAY_TO_FRIDAY = WeeklyHours(days=((Interval(opens=540, closes=1020),),) * 5 + ((),) * 2)
"""9.00 to 17.00, for a trader who has not said otherwise."""
