# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads days as people type them: "fri", "tomorrow", "+5", "3/12", "3.12.26", "3 dec", ISO.

The day always comes before the month. Where no year was typed it is the next such day, today
among them; where the field is about something that was done, the latest up to today. A year
that was typed is never changed. The name of a weekday is never today: that is "today".
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from servicedesk.domain.calendars import add_months
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WEEK

SHOWN = 40
"""How much of a wrong entry a sentence repeats, in characters."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_NAME_LEAST = 3
"""Letters that a month or a weekday needs at least; "tu" could be nothing else, "t" could."""

_WEEKDAY_SLIPS = {"weds": 2, "tues": 1, "thur": 3, "thurs": 3}
_NAMED = {
    "today": 0,
    "tod": 0,
    "now": 0,
    "tomorrow": 1,
    "tom": 1,
    "tmrw": 1,
    "tomorow": 1,
    "yesterday": -1,
}
_BY = re.compile(r"^(?:by|on|until|till|before) ")
"""Said before a day, where the label asks "By when?"."""

_SAID_BEFORE = re.compile(r"(last|next|this) ")
"""Before a weekday; next Friday is that of the week after this one, which begins on Monday."""

_STEP = re.compile(r"([+-])\s*([0-9]{1,4})\s*(d|days?|w|wks?|weeks?|m|months?)?")
_AHEAD = re.compile(r"(?:in |within )?([0-9]{1,4}|a|one) ?(days?|weeks?|months?)")
"""Said without the plus; unlike there, the unit has to be."""

_NEXT = {"next week": "+1w", "next month": "+1m", "next year": "+12m"}
_ISO = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2})(?:\s*[-/. ]\s*([0-9]{1,2})(?:\s*[-/. ]\s*([0-9]+))?)?\.?")
_WORDS = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[\s./-]*(?:of\s+)?([a-z]{3,9})\.?[\s,./-]*([0-9]*)"
)
_TURNED = re.compile(r"([a-z]{3,9})\.?\s*([0-9]{1,2})(?:st|nd|rd|th)?(?:[\s,]+([0-9]+))?")
_TWO_WEEKS = timedelta(days=14)
_YEARS_LOOKED_AT = 9
"""From one 29 February to the next it can be eight years."""


def read_day(typed: str, today: date, field: str = "day", *, is_past: bool = False) -> date:
    """The day that was meant.

    Args:
        typed: anything; see the module.
        today: the day of typing.
        field: the field to mend.
        is_past: the field is about something done, so a day without its year lies behind.

    Raises:
        Refusal: ``day_not_read``, ``day_not_there`` for such as 31/11, ``day_month_first``
            for such as 12/25, or ``day_weekday_differs`` for "fri 5" where the 5th is none.
    """
    entry = " ".join(unicodedata.normalize("NFKC", typed).casefold().split()).strip(" ,.")
    entry = _BY.sub("", entry)
    try:
        day = _relative(entry, today, is_past=is_past) or _written(entry, today, is_past=is_past)
    except (ValueError, OverflowError) as error:
        raise _not_there(typed, entry, field) from error
    if day is None:
        raise Refusal("day_not_read", field, found=_shown(typed))
    said, rest = _weekday_and_rest(entry)
    if rest and (other := _relative(said, today, is_past=is_past)) is not None:
        _check_weekday(day, other, said, _shown(typed), field)
    return day


def _check_weekday(day: date, other: date, said: str, found: str, field: str) -> None:
    """Refuse a date that is not the weekday said before it; ``other`` is the next such one."""
    if day.weekday() != other.weekday():
        weekday = WEEK[day.weekday()].value.capitalize()
        params = {"day": _figures(day), "weekday": weekday, "said": said, "other": _figures(other)}
        raise Refusal("day_weekday_differs", field, found=found, **params)


def _figures(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def read_past_day(typed: str, today: date, field: str = "day") -> date:
    """The day on which something was done; see ``read_day``.

    Raises:
        Refusal: as ``read_day``, or ``day_ahead`` for a day that is yet to come.
    """
    day = read_day(typed, today, field, is_past=True)
    if day > today:
        raise Refusal("day_ahead", field, found=_shown(typed))
    return day


def read_near_day(typed: str, today: date, field: str = "day") -> date:
    """The day that was meant where it may lie behind as well as ahead; see ``read_day``.

    A date without its year is the nearest such day. The name of a weekday is the next one, as
    everywhere.

    Raises:
        Refusal: as ``read_day``.
    """
    try:
        ahead = read_day(typed, today, field)
    except Refusal:
        # "mon 16/11" may be no Monday the next time, and have been one the last time.
        return read_day(typed, today, field, is_past=True)
    try:
        behind = read_day(typed, today, field, is_past=True)
    except Refusal:
        return ahead
    is_weekday = ahead - behind <= _TWO_WEEKS
    return ahead if is_weekday or ahead - today <= today - behind else behind


def _relative(entry: str, today: date, *, is_past: bool) -> date | None:
    """Days told from today."""
    if entry in _NAMED:
        return today + timedelta(days=_NAMED[entry])
    if ahead := _AHEAD.fullmatch(entry):
        entry = f"+{ahead[1] if ahead[1].isdecimal() else 1}{ahead[2]}"
    if found := _STEP.fullmatch(_NEXT.get(entry, entry)):
        count = int(found[2]) if found[1] == "+" else -int(found[2])
        unit = found[3] or "d"
        if unit.startswith("m"):
            return add_months(today, count)
        return today + timedelta(days=count * (7 if unit.startswith("w") else 1))
    said = _SAID_BEFORE.match(entry)
    which, name = (said[1], entry[said.end() :]) if said else ("", entry)
    place = _place(name, WEEK, _WEEKDAY_SLIPS)
    if place is None:
        return None
    if which == "next":
        return today + timedelta(days=7 - today.weekday() + place)
    is_last = which == "last"
    if is_last or is_past:
        return today - timedelta(days=(today.weekday() - place - 1) % 7 + 1)
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)


def _written(entry: str, today: date, *, is_past: bool) -> date | None:
    """Days of the calendar; ValueError for one that is not there."""
    if found := _ISO.fullmatch(entry):
        return date(int(found[1]), int(found[2]), int(found[3]))
    entry = _weekday_and_rest(entry)[1] or entry
    if found := _FIGURES.fullmatch(entry):
        day, month, year = found[1], found[2], found[3]
        if month is None:
            return _nearest_number(int(day), today, is_past=is_past)
        return _dated(int(day), int(month), year or "", today, is_past=is_past)
    if found := _WORDS.fullmatch(entry):
        day, name, year = found[1], found[2], found[3]
    elif found := _TURNED.fullmatch(entry):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    place = _place(name, _MONTHS, {"sept": 8})
    return (
        None if place is None else _dated(int(day), place + 1, year or "", today, is_past=is_past)
    )


def _dated(day: int, month: int, year: str, today: date, *, is_past: bool) -> date | None:
    if year:
        if len(year) not in (2, 4):
            return None
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    step = -1 if is_past else 1
    years = (today.year + step * ahead for ahead in range(_YEARS_LOOKED_AT))
    return _first_fit(((year, month) for year in years), day, today, is_past=is_past)


def _nearest_number(day: int, today: date, *, is_past: bool) -> date:
    """The next day of that number, such as the 14th, or the latest."""
    step = -1 if is_past else 1
    start = date(today.year, today.month, 1)
    months = (add_months(start, step * ahead) for ahead in range(3))
    return _first_fit(((at.year, at.month) for at in months), day, today, is_past=is_past)


def _first_fit(months: Iterator[tuple[int, int]], day: int, today: date, *, is_past: bool) -> date:
    """The first of the months that has such a day on the right side of today; ValueError."""
    for year, month in months:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today if is_past else found >= today:
            return found
    raise ValueError("no such day")


def _weekday_and_rest(entry: str) -> tuple[str, str]:
    """The weekday of "fri 3 dec" and the date after it; twice "" where there are not both."""
    first, _, rest = entry.partition(" ")
    said = first.strip(",.")
    return (said, rest) if rest and _place(said, WEEK, _WEEKDAY_SLIPS) is not None else ("", "")


def _place(name: str, names: tuple[str, ...], slips: dict[str, int]) -> int | None:
    if name in slips:
        return slips[name]
    if len(name) < _NAME_LEAST:
        return None
    return next((place for place, each in enumerate(names) if each.startswith(name)), None)


def _not_there(typed: str, entry: str, field: str) -> Refusal:
    found = _FIGURES.fullmatch(entry)
    if found and found[2] and int(found[1]) <= len(_MONTHS) < int(found[2]):
        return Refusal("day_month_first", field, found=f"{found[2]}/{found[1]}")
    return Refusal("day_not_there", field, found=_shown(typed))


def _shown(typed: str) -> str:
    line = " ".join(typed.split())
    return "".join(sign if sign.isprintable() else "?" for sign in line)[:SHOWN]
