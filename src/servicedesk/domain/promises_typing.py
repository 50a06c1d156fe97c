# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads by when something is promised: "fri", "fri 5pm", "tomorrow 9.30", "3 opening days".

A day is read as everywhere; a time may stand after it, and alone it means today. A count of
hours, opening days or working days is worked out by the calendar of the business; days of no
kind are plain ones.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Allowance, Due
from servicedesk.domain.promises_rules import due_at
from servicedesk.domain.promises_standards import due_after
from servicedesk.domain.standards import Amount, Unit

_COUNT = re.compile(
    r"(?:in |within )?([0-9]{1,3}) ?(?:(opening|open|working|calendar) )?"
    r"(h|hrs?|hours?|days?|weeks?|months?)"
    r"(?: while open)?"
)
_KINDS = {
    "opening": DayKind.OPENING,
    "open": DayKind.OPENING,
    "working": DayKind.WORKING,
    "calendar": DayKind.CALENDAR,
}
_TIME = re.compile(
    r"(?:^|(?<=[\s,]))(?:at |by )?"
    r"(?:(noon|midday)|([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)|([0-9]{1,2})[:.]([0-9]{2}))$"
)
_ReadDay = Callable[[str, date, str], date]
"""Reads a day: what was typed, today, the field to mend."""

_LONG = {"w": Unit.WEEK, "m": Unit.MONTH}
_NOON = 12
_HOURS = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDue:
    """By when, as it was typed.

    Args:
        due: the day, with its minute where one was said.
        allowance: the count it was worked out from; None for a day that was named.
    """

    due: Due
    allowance: Allowance | None = None


def read_due(
    typed: str, now: datetime, today: date, calendar: WorkingCalendar, field: str = "due"
) -> TypedDue:
    """The deadline that was meant.

    Args:
        typed: anything; see the module.
        now: the moment, in UTC, from which a count begins.
        today: the day of typing, in the shop.
        calendar: of the business.
        field: the field to mend.

    Raises:
        Refusal: as ``read_day``, or ``never_open``.
    """
    entry = " ".join(unicodedata.normalize("NFKC", typed).casefold().split()).strip(" ,.")
    if (found := _COUNT.fullmatch(entry)) is not None:
        counted = _counted(found, now, calendar)
        if counted is not None:
            return counted
    try:
        return TypedDue(due=Due(day=read_day(typed, today, field)))
    except Refusal as refusal:
        fits = refusal.code != "day_weekday_differs"
        timed = _timed(entry, today, calendar, field) if fits else None
        if timed is None:
            raise refusal from None
        return TypedDue(due=timed)


def read_past_due(typed: str, today: date, calendar: WorkingCalendar, field: str = "on") -> Due:
    """When something was done, with its minute where one was said: "yesterday", "fri 5pm".

    Args:
        typed: anything; see the module.
        today: the day of typing, in the shop.
        calendar: of the business.
        field: the field to mend.

    Raises:
        Refusal: as ``read_past_day``, for days to come too.
    """
    try:
        return Due(day=read_past_day(typed, today, field))
    except Refusal as refusal:
        entry = " ".join(unicodedata.normalize("NFKC", typed).casefold().split()).strip(" ,.")
        timed = _timed(entry, today, calendar, field, read_past_day)
        if timed is None:
            raise refusal from None
        return timed


def _counted(found: re.Match[str], now: datetime, calendar: WorkingCalendar) -> TypedDue | None:
    number, kind, unit = int(found[1]), found[2], found[3]
    if unit.startswith("h"):
        amount = Amount(value=Decimal(number), unit=Unit.HOUR, days=DayKind.OPENING)
    elif unit.startswith("d"):
        amount = Amount(value=Decimal(number), unit=Unit.DAY, days=_KINDS[kind or "calendar"])
    elif kind is None:
        amount = Amount(value=Decimal(number), unit=_LONG[unit[0]])
    else:
        return None
    due = due_after(amount, now, calendar)
    return None if due is None else TypedDue(due=due.due, allowance=due.allowance)


def _timed(
    entry: str, today: date, calendar: WorkingCalendar, field: str, read: _ReadDay = read_day
) -> Due | None:
    """A day with a time after it, or a time alone; None where there is no time."""
    found = _TIME.search(entry)
    if found is None:
        return None
    minutes = _minutes(found)
    if minutes is None:
        return None
    before = entry[: found.start()].strip(" ,.")
    day = read(before, today, field) if before else today
    return due_at(day, minutes, calendar)


def _minutes(found: re.Match[str]) -> int | None:
    """Minutes after midnight, or None for a time that no clock shows."""
    if found[1]:
        return _NOON * _MINUTES
    hour, minute = int(found[2] or found[5]), int(found[3] or found[6] or 0)
    if found[4]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found[4] == "pm" else 0)
    return hour * _MINUTES + minute if hour < _HOURS and minute < _MINUTES else None
