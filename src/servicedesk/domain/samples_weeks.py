# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks: which week is next, what may be counted in it, and how its numbers are read.

A week is counted by hand on a sheet at the counter and keyed in as two numbers a line, "41 of
46". It may be keyed in in part: a line without its numbers gives no figure.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import LONGEST_YEARS
from servicedesk.domain.samples import SampleSeen, SampleWeekCard, plan_due
from servicedesk.domain.standards import MeasuredBy, ServiceStandard

AHEAD_DAYS = 366
"""A week that begins further away than this is a slip of the year."""

WEEK_DAYS = 7
"""The most days of a sample week."""

TALLY_MOST = 99_999
"""The most cases of a line: more is a slip of the finger."""

NOTE_MOST = 300
"""Characters of a note."""

_LOOK_WEEKS = 53
_NUMBER = r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_ONE = re.compile(_NUMBER)
_PAIR = re.compile(rf"\s*{_NUMBER}\s*(?:/|of|out\s+of|from)\s*{_NUMBER}\s*", re.IGNORECASE)
_MINUS = re.compile(r"[-−–][0-9]")
_LONGEST = 12

Tally = tuple[int, int]
"""Cases within the limit, and all cases."""


class ReminderKind(StrEnum):
    """What about sample weeks needs doing."""

    PLAN = "plan"
    KEY_IN = "key_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReminder:
    """A sample week that is due.

    Args:
        kind: one is to be planned, or one that was counted is to be keyed in.
        due_on: the day from which it is due; it may lie ahead.
        week: the one to key in; None for one to plan.
    """

    kind: ReminderKind
    due_on: date
    week: SampleWeekCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDraft:
    """A sample week as it is planned.

    Args:
        first, last: its days, at most a week.
        keys: of the standards that are counted.
        note: more; may be empty.
    """

    first: date
    last: date
    keys: tuple[str, ...]
    note: str = ""


def countable(standards: Iterable[ServiceStandard]) -> tuple[ServiceStandard, ...]:
    """The standards of a charter that can be counted by hand: all that it makes."""
    return tuple(one for one in standards if one.is_ticked)


def usual_keys(standards: Iterable[ServiceStandard]) -> tuple[str, ...]:
    """Keys of the standards that say of themselves that a sample week measures them."""
    found = countable(standards)
    return tuple(one.key for one in found if one.measured_by is MeasuredBy.SAMPLE_WEEK)


def week_after(
    day: date, calendar: WorkingCalendar, weeks: Iterable[SampleWeekCard] = ()
) -> tuple[date, date]:
    """First and last opening day of the first week after a day that is open and not taken.

    Args:
        day: such as today.
        calendar: of the business.
        weeks: that are planned or counted already.

    Returns:
        Its days; the plain next week, Monday to Sunday, where the business never opens.
    """
    taken = tuple(weeks)
    monday = day + timedelta(days=WEEK_DAYS - day.weekday())
    for ahead in range(_LOOK_WEEKS):
        start = monday + timedelta(days=WEEK_DAYS * ahead)
        days = [start + timedelta(days=one) for one in range(WEEK_DAYS)]
        is_open = [one for one in days if calendar.counts(one, DayKind.OPENING)]
        if is_open and not _clashing(is_open[0], is_open[-1], taken):
            return is_open[0], is_open[-1]
    return monday, monday + timedelta(days=WEEK_DAYS - 1)


def last_of_week(first: date, calendar: WorkingCalendar) -> date:
    """The last opening day of the week, Monday to Sunday, that a day lies in.

    Args:
        first: the day; it is the last one itself where no later one is open.
        calendar: of the business.
    """
    days = (first + timedelta(days=one) for one in range(WEEK_DAYS - first.weekday()))
    return max((day for day in days if calendar.counts(day, DayKind.OPENING)), default=first)


def checked_week(
    draft: WeekDraft,
    *,
    offered: Collection[str],
    others: Iterable[SampleWeekCard],
    since_year: int | None,
    today: date,
) -> WeekDraft:
    """The week as it is kept.

    Args:
        draft: as typed.
        offered: keys of the standards that the published charter makes.
        others: the other sample weeks.
        since_year: in which the business began, or None where nobody has said.
        today: the day it is.

    Raises:
        Refusal: ``sample_none`` or ``sample_unknown`` for "keys"; ``sample_turned``,
            ``sample_long`` for "last"; ``sample_before_us``, ``sample_long_ago``,
            ``sample_far_ahead`` or ``sample_taken`` for "first"; what ``tidy_line`` raises for
            "note".
    """
    keys = tuple(dict.fromkeys(draft.keys))
    if not keys:
        raise Refusal("sample_none", "keys")
    if any(key not in offered for key in keys):
        raise Refusal("sample_unknown", "keys")
    if draft.last < draft.first:
        raise Refusal("sample_turned", "last")
    if (draft.last - draft.first).days >= WEEK_DAYS:
        raise Refusal("sample_long", "last", days=WEEK_DAYS)
    if since_year is not None and draft.first.year < since_year:
        raise Refusal("sample_before_us", "first", year=since_year)
    if draft.first.year < today.year - LONGEST_YEARS:
        raise Refusal("sample_long_ago", "first", years=LONGEST_YEARS)
    if draft.first > today + timedelta(days=AHEAD_DAYS):
        raise Refusal("sample_far_ahead", "first", year=draft.first.year)
    if _clashing(draft.first, draft.last, others):
        raise Refusal("sample_taken", "first")
    return replace(draft, keys=keys, note=checked_note(draft.note))


def checked_note(note: str) -> str:
    """The note as kept; raises what ``tidy_line`` raises for "note"."""
    return tidy_line(note, "note", NOTE_MOST)


def split_pair(typed: str) -> tuple[str, str] | None:
    """The two numbers of "41 of 46", "41/46" or "41 out of 46"; None where it is no such pair."""
    found = _PAIR.fullmatch(typed) if len(typed) <= 2 * _LONGEST else None
    return None if found is None else (found[1], found[2])


def read_tally(met: str, seen: str, field: str) -> Tally | None:
    """The numbers of a line as typed.

    Args:
        met: in the first field, how many were within the limit; or both numbers, "41 of 46".
        seen: in the second field, how many there were.
        field: the line to mend.

    Returns:
        The numbers; None where nothing was typed.

    Raises:
        Refusal: ``tally_half``, ``tally_negative``, ``tally_not_read``, ``tally_big`` or
            ``tally_over``.
    """
    met, seen = met.strip(), seen.strip()
    pair = split_pair(met) if not seen else None
    met, seen = pair or (met, seen)
    if not met and not seen:
        return None
    if not met or not seen:
        raise Refusal("tally_half", field)
    return checked_tally((_read(met, field), _read(seen, field)), field)


def checked_tally(tally: Tally, field: str) -> Tally:
    """The numbers of a line as kept.

    Raises:
        Refusal: ``tally_negative``, ``tally_big`` or ``tally_over``.
    """
    met, seen = tally
    if met < 0 or seen < 0:
        raise Refusal("tally_negative", field)
    if max(met, seen) > TALLY_MOST:
        raise Refusal("tally_big", field, most=TALLY_MOST)
    if met > seen:
        raise Refusal("tally_over", field, met=met, seen=seen)
    return tally


def checked_tallies(
    week: SampleWeekCard, tallies: Mapping[str, Tally | None], today: date
) -> dict[str, Tally | None]:
    """What is kept of a week that was counted.

    Args:
        week: that it is about.
        tallies: by key of the standard; None for a line that is not known (yet).
        today: the day it is.

    Raises:
        Refusal: ``sample_not_begun`` while the week lies ahead and there are numbers;
            ``sample_unknown`` for a standard that is not on the sheet; what ``checked_tally``
            raises for the field of that key.
    """
    known = {line.standard_key for line in week.lines}
    if not tallies.keys() <= known:
        raise Refusal("sample_unknown", "keys")
    if today < week.first and any(tally is not None for tally in tallies.values()):
        raise Refusal("sample_not_begun")
    return {
        key: None if tally is None else checked_tally(tally, key) for key, tally in tallies.items()
    }


def next_due(
    weeks: Iterable[SampleWeekCard],
    standards: Iterable[ServiceStandard],
    published_on: date | None,
    today: date,
    calendar: WorkingCalendar,
) -> SampleReminder | None:
    """The sample week that needs doing next.

    Args:
        weeks: all there are.
        standards: of the published charter.
        published_on: the day it was published; None for no charter.
        today: the day it is.
        calendar: of the business: a week to plan is due on a day on which it is open.

    Returns:
        One to key in once its days are over, while it has no numbers at all; else one to plan,
        three months after the last one ended, or a month after the charter was published; None
        while a week is planned, or while the charter has nothing that a sample week measures.
    """
    known = sorted(weeks, key=lambda week: (week.last, week.id))
    for week in known:
        if week.last < today and not week.counted:
            due = week.last + timedelta(days=1)
            return SampleReminder(kind=ReminderKind.KEY_IN, due_on=due, week=week)
    seen = SampleSeen(
        asked_since=published_on if usual_keys(standards) else None,
        newest_last=known[-1].last if known else None,
    )
    planned_for = plan_due(seen, today)
    if planned_for is None:
        return None
    near = (planned_for + timedelta(days=ahead) for ahead in range(WEEK_DAYS * _LOOK_WEEKS))
    open_on = next((day for day in near if calendar.counts(day, DayKind.OPENING)), planned_for)
    return SampleReminder(kind=ReminderKind.PLAN, due_on=open_on)


def _read(typed: str, field: str) -> int:
    if _MINUS.match(typed):
        raise Refusal("tally_negative", field)
    if _ONE.fullmatch(typed) is None:
        raise Refusal("tally_not_read", field)
    if len(typed) > _LONGEST:
        raise Refusal("tally_big", field, most=TALLY_MOST)
    return int(typed.replace(",", ""))


def _clashing(first: date, last: date, weeks: Iterable[SampleWeekCard]) -> bool:
    return any(first <= week.last and week.first <= last for week in weeks)
