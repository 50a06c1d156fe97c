# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The parts of a count of days, hours or months: what counted, what did not, and why not.

The parts add up to the allowance, so that "why is it due then?" has an answer. The counting is done
in ``calendars_counting``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import Closure, DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import Span

_ONE_DAY = timedelta(days=1)


class CountUnit(StrEnum):
    """In what something is counted; the kinds of day are those of ``DayKind``."""

    HOUR = "hour"
    OPENING = "opening"
    WORKING = "working"
    CALENDAR = "calendar"
    MONTH = "month"


class Why(StrEnum):
    """Why a part of a count counted, or did not."""

    COUNTED = "counted"
    WEEKEND = "weekend"
    CLOSED_DAY = "closed_day"
    BANK_HOLIDAY = "bank_holiday"
    CLOSURE = "closure"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCalendar:
    """A calendar that can say why a day does not count.

    Args:
        days: which days count.
        holidays: names of the bank holidays by date.
        closures: closures with the owner's reason, which may be empty.
        known_up_to: the last day that the bank holidays speak for; None where there is no table.
    """

    days: WorkingCalendar
    holidays: Mapping[date, str] = field(default_factory=dict)
    closures: tuple[tuple[Closure, str], ...] = ()
    known_up_to: date | None = None

    def why(self, day: date, kind: DayKind) -> tuple[Why, str]:
        """Why a date counts or does not, with the name of the holiday or closure, or ""."""
        if self.days.counts(day, kind):
            return Why.COUNTED, ""
        if kind is DayKind.WORKING:
            weekend = day.weekday() >= 5
            return (Why.WEEKEND, "") if weekend else (Why.BANK_HOLIDAY, self.holiday(day))
        if day in self.days.extra_open:
            return Why.CLOSED_DAY, ""
        for closure in self.days.closures:
            if closure.first <= day <= closure.last:
                return Why.CLOSURE, dict(self.closures).get(closure, "")
        if day in self.days.bank_holidays and self.days.hours.on(day):
            return Why.BANK_HOLIDAY, self.holiday(day)
        return Why.CLOSED_DAY, ""

    def holiday(self, day: date) -> str:
        """The name of the bank holiday on a date, or ""."""
        return self.holidays.get(day, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days that no count of days takes in, such as waiting for the customer's answer.

    Args:
        after: the day it began, which still counts.
        until: its last day, which does not.
        name: of what is waited for; may be empty.
    """

    after: date
    until: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stretch of time that no count of hours takes in.

    Args:
        begins: aware.
        ends: aware; no longer belongs to it.
        name: of what is waited for; may be empty.
    """

    begins: datetime
    ends: datetime
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of a count.

    Args:
        first: its first date.
        last: its last date, the same as ``first`` for one day.
        why: whether it counted, or why not.
        name: of the bank holiday, closure or pause; may be empty.
        counted: days, minutes or months that it adds to the count, by the count's unit.
        span: from when to when, in UTC, for a part of a count of hours; None for whole days.
    """

    first: date
    last: date
    why: Why
    name: str = ""
    counted: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count with its parts.

    Args:
        unit: in what was counted.
        amount: days, minutes (for HOUR) or months: the sum of what the parts counted.
        start: day 0.
        begins: the minute it is counted from, in UTC, for a count of hours; else None.
        end: the day it comes out at.
        ends: the minute it comes out at, in UTC, for a count of hours; else None.
        segments: in order of time.
        known_up_to: the last day that the bank holidays speak for, where the count runs past
            it; None where it does not, or where they do not matter.
    """

    unit: CountUnit
    amount: int
    start: date
    begins: datetime | None = None
    end: date
    ends: datetime | None = None
    segments: tuple[Segment, ...] = ()
    known_up_to: date | None = None


def joined(parts: Iterable[Segment]) -> tuple[Segment, ...]:
    """Make one part of whole days of one sort that follow each other.

    Args:
        parts: in order of time; stretches of hours stay as they are.
    """
    found: list[Segment] = []
    for part in parts:
        before = found[-1] if found else None
        if before is None or not _goes_on(before, part):
            found.append(part)
        else:
            found[-1] = replace(before, last=part.last, counted=before.counted + part.counted)
    return tuple(found)


def _goes_on(before: Segment, part: Segment) -> bool:
    same = (before.why, before.name) == (part.why, part.name)
    is_next = part.first == before.last + _ONE_DAY
    return same and is_next and before.span is None and part.span is None
