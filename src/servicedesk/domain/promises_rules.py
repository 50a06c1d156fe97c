# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What holds for a promise: what it needs, when it is late, what a new date makes of it.

The rules are 5.3 of the house's own reading of the code of practice: done on or before the day
is kept, after it late. A date that the customer agreed to before it was due counts from then on;
one moved later, or without asking, leaves the promise to be judged by the day that was promised.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_text
from servicedesk.domain.promises import Due, MoveReason, Outcome, PromiseDraft

TEXT_MOST = 500
"""Characters of what is promised: a long sentence."""

NOTES_MOST = 20_000
"""Characters of notes."""

SUGGESTED_AFTER = 10
"""Working days past due after which "mark as broken?" is asked."""

FARTHEST_YEARS = 20
"""A day farther off than that is a slip of the finger."""

YEARS_BACK = 60
"""A promise made longer ago than this is one too."""

_MINUTE = timedelta(minutes=1)
_LAST_MINUTE = 24 * 60 - 1
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How something done compares with the day it was promised for.

    Args:
        outcome: KEPT or LATE.
        late_days: working days after the day it was due.
        late_minutes: minutes after the minute it was due, where both minutes are known; else 0.
    """

    outcome: Outcome
    late_days: int = 0
    late_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a new date makes of a promise.

    Args:
        due: by when it is due now.
        counts: the day it is judged by where that is another; else None.
        is_revised: the day was moved by agreement before it was due.
        reason: why it moved.
    """

    due: Due
    counts: Due | None
    is_revised: bool
    reason: MoveReason


_NOBODY = frozenset({"", "owner"})
"""Who does things while nobody has been chosen as serving: see ``ui.core.workbench``."""


def checked_promise(draft: PromiseDraft, today: date, calendar: WorkingCalendar) -> PromiseDraft:
    """A promise as it is kept, tidied; it needs a text, a day and who promised it.

    Args:
        draft: as typed, with the day that the standard gives where none was typed.
        today: the day of writing.
        calendar: of the business, for its zone.

    Raises:
        Refusal: ``promise_needs_text``, ``promise_needs_due``, ``promise_made_ahead``,
            ``promise_made_far``, ``promise_due_before_made``, ``promise_far``, or what
            ``tidy_line`` and ``check_length`` raise.
    """
    text = tidy_line(draft.text, "text", TEXT_MOST)
    if not text:
        raise Refusal("promise_needs_text", "text")
    if draft.made_on > today:
        raise Refusal("promise_made_ahead", "made_on")
    if draft.made_on.year < today.year - YEARS_BACK:
        raise Refusal("promise_made_far", "made_on", year=draft.made_on.year)
    if draft.due is None:
        raise Refusal("promise_needs_due", "due")
    due = tidy_due(draft.due, calendar)
    if due.day < draft.made_on:
        raise Refusal("promise_due_before_made", "due")
    check_far(due, today)
    return replace(
        draft,
        text=text,
        due=due,
        promiser=tidy_line(draft.promiser, "promiser"),
        job_ref=tidy_line(draft.job_ref, "job_ref"),
        condition=tidy_line(draft.condition, "condition", TEXT_MOST),
        remedy=tidy_line(draft.remedy, "remedy", TEXT_MOST),
        waiting_for=tidy_line(draft.waiting_for, "waiting_for", TEXT_MOST),
        notes=check_length(clean_text(draft.notes).strip(), NOTES_MOST, "notes"),
    )


def named(who: str, owner: str) -> str:
    """The name of whoever promised or wrote something; "" where there is none to give.

    Args:
        who: as kept: a name, or the word that stands for nobody chosen as serving.
        owner: the name of the owner, as far as they have said it; may be empty.
    """
    return owner if who in _NOBODY else who


def check_far(due: Due, today: date) -> None:
    """Refuse a day that nobody can have meant.

    Raises:
        Refusal: ``promise_far``.
    """
    if due.day.year > today.year + FARTHEST_YEARS:
        raise Refusal("promise_far", "due", year=due.day.year)


def tidy_due(due: Due, calendar: WorkingCalendar) -> Due:
    """The same deadline, its minute whole and its day the one of that minute in the shop."""
    if due.at is None:
        return due
    at = due.at.astimezone(UTC).replace(second=0, microsecond=0)
    return Due(day=local_date(calendar, at), at=at)


def due_at(day: date, minutes: int, calendar: WorkingCalendar) -> Due:
    """The deadline at a time of day.

    Args:
        day: the date.
        minutes: after midnight by the clock of the shop, 0 to 1439.
        calendar: of the business.
    """
    at = datetime.combine(day, time(*divmod(minutes, 60)), calendar.zone)
    return Due(day=day, at=at.astimezone(UTC))


def moment_made(made_on: date, now: datetime, calendar: WorkingCalendar) -> datetime:
    """The moment, in UTC, from which a promise counts: now, or the end of a day gone by.

    Args:
        made_on: the day of the promise.
        now: the moment of writing, in UTC.
        calendar: of the business.
    """
    if made_on >= local_date(calendar, now):
        return now
    return due_at(made_on, _LAST_MINUTE, calendar).at or now


def minutes_of(due: Due, calendar: WorkingCalendar) -> int | None:
    """Minutes after midnight by the clock of the shop, or None for a whole day."""
    if due.at is None:
        return None
    clock = due.at.astimezone(calendar.zone)
    return clock.hour * 60 + clock.minute


def overdue_from(due: Due, calendar: WorkingCalendar) -> datetime:
    """The first moment, in UTC, at which it is too late.

    A day runs to its end by the clock of the shop, a time to the end of its minute.
    """
    if due.at is not None:
        return due.at.astimezone(UTC).replace(second=0, microsecond=0) + _MINUTE
    return datetime.combine(due.day + _ONE_DAY, time(0), calendar.zone).astimezone(UTC)


def is_overdue(due: Due, now: datetime, calendar: WorkingCalendar) -> bool:
    """Whether it is too late already."""
    return now >= overdue_from(due, calendar)


def broken_suggested_on(due: Due, calendar: WorkingCalendar) -> date:
    """The day from which "mark as broken?" is asked; it stays open until that is answered."""
    return calendar.add_days(due.day, SUGGESTED_AFTER, DayKind.WORKING)


def outcome_of(due: Due, on: date, at: datetime | None, calendar: WorkingCalendar) -> Verdict:
    """Whether a promise that was done was kept, or how late it was.

    Args:
        due: the day it is judged by.
        on: the day it was done.
        at: the minute, in UTC, or None where only the day is known; a time that was promised
            then counts as kept on its day.
        calendar: of the business.
    """
    if due.at is not None and at is not None:
        minutes = (_whole(at) - _whole(due.at)) // _MINUTE
        if minutes <= 0:
            return Verdict(outcome=Outcome.KEPT)
        late_days = calendar.days_between(due.day, local_date(calendar, at), DayKind.WORKING)
        return Verdict(outcome=Outcome.LATE, late_days=late_days, late_minutes=minutes)
    if on <= due.day:
        return Verdict(outcome=Outcome.KEPT)
    return Verdict(
        outcome=Outcome.LATE, late_days=calendar.days_between(due.day, on, DayKind.WORKING)
    )


def checked_done(on: date, at: datetime | None, made_on: date, today: date) -> None:
    """Refuse an ending that cannot be: days to come, or before it was promised.

    Raises:
        Refusal: ``promise_done_ahead`` or ``promise_done_before_made``.
    """
    if on > today:
        raise Refusal("promise_done_ahead", "on")
    if on < made_on:
        raise Refusal("promise_done_before_made", "on")
    if at is not None and at.tzinfo is None:
        raise ValueError("a moment needs its zone")


def checked_told(on: date, made_on: date, today: date) -> None:
    """Refuse a day on which nobody can have been told: still to come, or before the promise.

    Raises:
        Refusal: ``promise_told_ahead`` or ``promise_told_before_made``.
    """
    if on > today:
        raise Refusal("promise_told_ahead", "on")
    if on < made_on:
        raise Refusal("promise_told_before_made", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the day of a promise stands before it is moved.

    Args:
        due: by when it is due now.
        counts: the day it is judged by where that is another; else None.
        is_revised: the day was moved by agreement before it was due.
    """

    due: Due
    counts: Due | None = None
    is_revised: bool = False


def moved(
    standing: Standing, new: Due, agreed: bool, now: datetime, calendar: WorkingCalendar
) -> Moved:
    """What a new date makes of an open promise.

    Args:
        standing: before the move.
        new: the new date, tidied.
        agreed: the customer agreed to it.
        now: the moment of the move, in UTC.
        calendar: of the business.

    Raises:
        Refusal: ``promise_same_day`` when nothing would move, or ``promise_moved_back`` when
            the new date is over already.
    """
    if new == standing.due:
        raise Refusal("promise_same_day", "due")
    if is_overdue(new, now, calendar):
        raise Refusal("promise_moved_back", "due")
    counted = standing.counts or standing.due
    if is_overdue(counted, now, calendar):
        reason = MoveReason.AFTER_DUE
    elif agreed:
        return Moved(due=new, counts=None, is_revised=True, reason=MoveReason.AGREED)
    else:
        reason = MoveReason.NOT_AGREED
    counts = None if counted == new else counted
    return Moved(due=new, counts=counts, is_revised=standing.is_revised, reason=reason)


def _whole(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(second=0, microsecond=0)
