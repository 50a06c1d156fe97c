# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which due dates move when the calendar of the business changes.

A due date moves when it was counted in days or hours, is still to come, and still stands where the
count put it. A date that was named, that was moved since, or that has gone by stays as it is, and
no due date moves to before today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from servicedesk.domain.calendars import Closure, DayKind
from servicedesk.domain.calendars_counting import count_days, count_hours, count_months
from servicedesk.domain.calendars_kept import OpenDayDraft
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import Count, CountUnit, NamedCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Allowance, Due

_MINUTES = 60
_ONE_MINUTE = timedelta(minutes=1)

_Counts = dict[tuple[int, str, date | datetime], Count | None]
"""Counts by what makes them: amount, unit, and the day or minute they begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDue:
    """An open promise whose due date was counted.

    Args:
        id: of the promise.
        due: by when it is due.
        allowance: what was counted.
        customer_id: to whom, or None.
        customer_name: as shown, or "".
        text: what was promised.
        remember: the line to remember about the customer, or "".
    """

    id: int
    due: Due
    allowance: Allowance
    customer_id: int | None = None
    customer_name: str = ""
    text: str = ""
    remember: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMove:
    """A due date that moves.

    Args:
        id: of the promise.
        before: by when it was due.
        after: by when it is due from now on.
        customer_id: to whom, or None.
        customer_name: as shown, or "".
        text: what was promised.
        remember: the line to remember about the customer, or "".
    """

    id: int
    before: Due
    after: Due
    customer_id: int | None = None
    customer_name: str = ""
    text: str = ""
    remember: str = ""

    @property
    def taken_back(self) -> "DueMove":
        """The move the other way."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedPromise:
    """An open promise that is due while the business is closed.

    Args:
        id: of the promise.
        ref: such as "P-2026-0014".
        customer_id: to whom, or None.
        customer_name: as shown, or "".
        text: what was promised.
        due: by when.
        remember: the line to remember about the customer, or "".
    """

    id: int
    ref: str
    customer_id: int | None
    customer_name: str
    text: str
    due: Due
    remember: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What a change of the calendar does to the promises that are open.

    Args:
        moves: due dates that move, by promise.
        touched: promises due in the closure that is added or changed.
    """

    moves: tuple[DueMove, ...] = ()
    touched: tuple[TouchedPromise, ...] = ()


NOTHING_MOVES = Shift()


def count_allowance(known: NamedCalendar, allowance: Allowance) -> Count:
    """Count an allowance from its start.

    Args:
        known: the calendar of the business.
        allowance: hours, days or months, and from when.

    Raises:
        Refusal: ``never_open`` when nothing counts for ten years together.
    """
    unit = CountUnit(allowance.unit)
    if unit is CountUnit.HOUR:
        return count_hours(known, allowance.start, allowance.amount * _MINUTES)
    start = local_date(known.days, allowance.start)
    if unit is CountUnit.MONTH:
        return count_months(known, start, allowance.amount)
    return count_days(known, start, allowance.amount, DayKind(unit.value))


def due_of(known: NamedCalendar, allowance: Allowance, standing: Due | None = None) -> Due:
    """By when an allowance is due.

    Args:
        known: the calendar of the business.
        allowance: hours, days or months, and from when.
        standing: a due date whose time of day is kept, for a count of days; None for no time.

    Raises:
        Refusal: ``never_open``.
    """
    return _due(known, count_allowance(known, allowance), standing)


def moved_dues(
    counted: Iterable[CountedDue], old: NamedCalendar, new: NamedCalendar, now: datetime
) -> tuple[DueMove, ...]:
    """Return the due dates that another calendar moves.

    Args:
        counted: open promises whose due date was counted.
        old: the calendar by which they stand.
        new: the calendar by which they will stand. One by which the business is never open
            moves nothing.
        now: aware; nothing that is due before moves, and nothing moves to a day before.
    """
    today = local_date(new.days, now)
    before: _Counts = {}
    after: _Counts = {}
    moves = []
    for one in counted:
        if _is_over(one.due, today, now):
            continue
        was = _once(before, old, one.allowance)
        is_now = _once(after, new, one.allowance)
        if was is None or is_now is None or not _same(one.due, _due(old, was, one.due)):
            continue
        due = _due(new, is_now, one.due)
        if not _same(due, one.due) and not _is_over(due, today, now):
            moves.append(
                DueMove(
                    id=one.id,
                    before=one.due,
                    after=due,
                    customer_id=one.customer_id,
                    customer_name=one.customer_name,
                    text=one.text,
                    remember=one.remember,
                )
            )
    return tuple(moves)


def is_inside(due: Due, closure: Closure) -> bool:
    """Whether something is due on one of the days of a closure."""
    return closure.first <= due.day <= closure.last


def with_closure(known: NamedCalendar, closure: Closure, reason: str) -> NamedCalendar:
    """The calendar with one closure more."""
    days = replace(known.days, closures=(*known.days.closures, closure))
    return replace(known, days=days, closures=(*known.closures, (closure, reason)))


def without_closure(known: NamedCalendar, closure: Closure) -> NamedCalendar:
    """The calendar with one closure less."""
    days = replace(known.days, closures=tuple(one for one in known.days.closures if one != closure))
    kept = tuple(one for one in known.closures if one[0] != closure)
    return replace(known, days=days, closures=kept)


def with_holidays(known: NamedCalendar, holidays: Mapping[date, str]) -> NamedCalendar:
    """The calendar with other bank holidays, by date and name."""
    days = replace(known.days, bank_holidays=frozenset(holidays))
    return replace(known, days=days, holidays=holidays)


def with_open_days(known: NamedCalendar, days: Iterable[OpenDayDraft]) -> NamedCalendar:
    """The calendar with other days that are open besides the week."""
    extra = {one.day: one.hours for one in days}
    return replace(known, days=replace(known.days, extra_open=extra))


def _once(counts: _Counts, known: NamedCalendar, allowance: Allowance) -> Count | None:
    """Count each allowance once; None where the business is never open."""
    is_hours = allowance.unit == CountUnit.HOUR.value
    begins = allowance.start if is_hours else local_date(known.days, allowance.start)
    key = (allowance.amount, allowance.unit, begins)
    if key not in counts:
        try:
            counts[key] = count_allowance(known, allowance)
        except Refusal:
            counts[key] = None
    return counts[key]


def _due(known: NamedCalendar, count: Count, standing: Due | None) -> Due:
    if count.ends is not None:
        return Due(day=count.end, at=count.ends)
    if standing is None or standing.at is None:
        return Due(day=count.end)
    clock = standing.at.astimezone(known.days.zone).time()
    at = datetime.combine(count.end, clock, known.days.zone)
    return Due(day=count.end, at=at.astimezone(UTC))


def _same(one: Due, other: Due) -> bool:
    """Whether two due dates are the same minute, or the same day where there is no minute."""
    if one.at is None or other.at is None:
        return one.day == other.day and one.at is other.at
    return abs(one.at - other.at) < _ONE_MINUTE


def _is_over(due: Due, today: date, now: datetime) -> bool:
    return due.day < today or (due.at is not None and due.at < now)
