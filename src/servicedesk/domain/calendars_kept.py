# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a business keeps of its calendar: closures, and its own copy of the bank holidays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import BankHoliday, Closure, HolidayTable, WorkingCalendar
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval, check_intervals

HOURS = "opening_hours"
COUNTED_BY = (HOURS, "open_bank_holidays", "nation")
"""Questions about the business whose answers decide on which days and hours count."""

CLOSURE_MOST = 366
"""Days of the longest closure; a longer one is a slip of the year."""

YEARS_AHEAD = 10
"""Years ahead in which closures and holidays may lie."""


class HolidaySource(StrEnum):
    """Where a bank holiday of the business comes from."""

    PROGRAM = "program"
    OWN = "own"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureDraft:
    """What was typed about a closure.

    Args:
        first: the first day shut.
        last: the last day shut; None for the same day.
        reason: in the owner's words; may be empty.
    """

    first: date
    last: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureCard:
    """A closure as kept.

    Args:
        id: of the row.
        days: from the first to the last day shut.
        reason: in the owner's words; may be empty.
    """

    id: int
    days: Closure
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDayDraft:
    """What was typed about a day on which the business opens although the week says shut.

    Args:
        day: the date.
        hours: when the door is open, in order of time.
        reason: in the owner's words; may be empty.
    """

    day: date
    hours: tuple[Interval, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDayCard:
    """Such a day as kept.

    Args:
        id: of the row.
        draft: the day, its hours, and the reason.
    """

    id: int
    draft: OpenDayDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayCard:
    """A bank holiday as the business keeps it.

    Args:
        holiday: the day and its name.
        is_own: whether the owner added it.
    """

    holiday: BankHoliday
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHoliday:
    """A row of the business's own table, with those that the owner took out.

    Args:
        id: of the row.
        holiday: the day and its name.
        source: where it comes from.
    """

    id: int
    holiday: BankHoliday
    source: HolidaySource


@dataclass(frozen=True, slots=True, kw_only=True)
class Refill:
    """What brings a table of holidays up to date.

    Args:
        add: days that are not there yet.
        change: days by row whose name or kind the program now knows better.
        remove: rows of days to come that are no bank holidays after all.
    """

    add: tuple[BankHoliday, ...] = ()
    change: tuple[tuple[int, BankHoliday], ...] = ()
    remove: tuple[int, ...] = ()


def checked_closure(
    draft: ClosureDraft,
    today: date,
    others: Iterable[ClosureCard],
    closure_id: int | None = None,
) -> tuple[Closure, str]:
    """The days and the reason as kept.

    Args:
        draft: as typed.
        today: the day of typing; a closure that has begun may still be entered.
        others: closures that are kept, at least those that have not ended.
        closure_id: of the closure that is changed; None for a new one.

    Raises:
        Refusal: ``closure_ends_first``, ``closure_past``, ``closure_long``, ``closure_far`` or
            ``closure_twice`` for the field "first" or "last"; ``entry_odd_character`` or
            ``entry_too_long`` for "reason".
    """
    if draft.last is not None and draft.last < draft.first:
        raise Refusal("closure_ends_first", "last")
    days = Closure(first=draft.first, last=draft.last or draft.first)
    if days.last < today:
        raise Refusal("closure_past", "first" if draft.last is None else "last")
    if days.first.year - today.year > YEARS_AHEAD:
        raise Refusal("closure_far", "first", year=days.first.year)
    if (days.last - days.first).days >= CLOSURE_MOST:
        raise Refusal("closure_long", "last", most=CLOSURE_MOST)
    if any(other.days == days and other.id != closure_id for other in others):
        raise Refusal("closure_twice", "first")
    return days, tidy_line(draft.reason, "reason")


def opening_days_of(closure: Closure, calendar: WorkingCalendar) -> int:
    """How many days the business would have been open on, were it not for this closure.

    Args:
        closure: the days.
        calendar: of the business; its other closures count as shut.
    """
    others = tuple(other for other in calendar.closures if other != closure)
    without = replace(calendar, closures=others)
    length = (closure.last - closure.first).days + 1
    return sum(
        bool(without.intervals_on(closure.first + timedelta(days=ahead))) for ahead in range(length)
    )


def checked_open_day(
    draft: OpenDayDraft,
    today: date,
    others: Iterable[OpenDayCard],
    open_day_id: int | None = None,
) -> OpenDayDraft:
    """An extra open day as kept.

    Args:
        draft: as typed.
        today: the day of typing.
        others: such days that are kept.
        open_day_id: of the day that is changed; None for a new one.

    Raises:
        Refusal: ``open_day_past``, ``open_day_far`` or ``open_day_twice`` for "day";
            ``open_day_needs_hours`` or ``hours_overlap`` for "hours"; ``entry_odd_character`` or
            ``entry_too_long`` for "reason".
    """
    if draft.day < today:
        raise Refusal("open_day_past", "day")
    if draft.day.year - today.year > YEARS_AHEAD:
        raise Refusal("open_day_far", "day", year=draft.day.year)
    if any(other.draft.day == draft.day and other.id != open_day_id for other in others):
        raise Refusal("open_day_twice", "day")
    if not draft.hours:
        raise Refusal("open_day_needs_hours", "hours")
    hours = tuple(sorted(draft.hours, key=lambda one: one.opens))
    check_intervals(hours, "hours")
    return OpenDayDraft(day=draft.day, hours=hours, reason=tidy_line(draft.reason, "reason"))


def checked_holiday(holiday: BankHoliday, today: date, days: Iterable[date]) -> BankHoliday:
    """A day of the owner's own as kept.

    Args:
        holiday: as typed.
        today: the day of typing.
        days: that are bank holidays already.

    Raises:
        Refusal: ``holiday_twice``, ``holiday_past`` or ``holiday_far`` for "day";
            ``holiday_needs_name``, ``entry_odd_character`` or ``entry_too_long`` for "name".
    """
    if holiday.day < today:
        raise Refusal("holiday_past", "day")
    if holiday.day.year - today.year > YEARS_AHEAD:
        raise Refusal("holiday_far", "day", year=holiday.day.year)
    if holiday.day in days:
        raise Refusal("holiday_twice", "day")
    name = tidy_line(holiday.name, "name", 60)
    if not name:
        raise Refusal("holiday_needs_name", "name")
    return replace(holiday, name=name)


def refill_of(kept: Iterable[KeptHoliday], table: HolidayTable, today: date) -> Refill:
    """What to do so that the kept days say what the program knows; the owner's stay as they are.

    Args:
        kept: the rows of the nation.
        table: of the nation, as it comes with the program.
        today: days before it are never taken away: they have been counted with.
    """
    rows = {row.holiday.day: row for row in kept}
    known = {holiday.day: holiday for holiday in table.holidays}
    program = HolidaySource.PROGRAM
    return Refill(
        add=tuple(holiday for day, holiday in known.items() if day not in rows),
        change=tuple(
            (rows[day].id, holiday)
            for day, holiday in known.items()
            if day in rows and rows[day].source is program and rows[day].holiday != holiday
        ),
        remove=tuple(
            row.id
            for day, row in rows.items()
            if row.source is program and day not in known and today <= day <= _end(table)
        ),
    )


def _end(table: HolidayTable) -> date:
    return table.known_up_to or date.min
