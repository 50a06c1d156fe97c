# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a promise stands at a moment: how long there is left, or how late it is; and in words.

What is left is counted in the days on which the business is open, for on those it can be done;
how late something is, in working days, as the figures count it (5.3 and 10.0 of the house's own
reading). The words say which.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rules import (
    SUGGESTED_AFTER,
    broken_suggested_on,
    is_overdue,
    outcome_of,
)

_MINUTE = timedelta(minutes=1)
_HOUR = 60


class PromiseStanding(StrEnum):
    """Where a promise stands."""

    LATE = "late"
    TODAY = "today"
    AHEAD = "ahead"
    KEPT = "kept"
    DONE_LATE = "done_late"
    BROKEN = "broken"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a promise stands.

    Args:
        standing: where.
        days: opening days that are left, or working days that it is or was late.
        minutes: minutes that it is or was late, where that is less than a day; else 0.
        is_suggested_broken: so late that we ask whether it was broken.
        was_missed: it has another day, but the one it is judged by is over.
    """

    standing: PromiseStanding
    days: int = 0
    minutes: int = 0
    is_suggested_broken: bool = False
    was_missed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What is known of the days of a promise.

    Args:
        due: by when it is due now.
        counts: the day it is judged by where that is another; else None.
        outcome: how it ended; None while it is open.
        ended_on: the day that happened, or None.
        ended_at: the minute, in UTC, where it is known.
    """

    due: Due
    counts: Due | None = None
    outcome: Outcome | None = None
    ended_on: date | None = None
    ended_at: datetime | None = None


_ENDED = {
    Outcome.KEPT: PromiseStanding.KEPT,
    Outcome.LATE: PromiseStanding.DONE_LATE,
    Outcome.BROKEN: PromiseStanding.BROKEN,
    Outcome.RELEASED: PromiseStanding.RELEASED,
}


def stand_of(timing: Timing, now: datetime, today: date, calendar: WorkingCalendar) -> Stand:
    """How a promise stands now.

    Args:
        timing: its days.
        now: the moment, in UTC.
        today: its day in the shop.
        calendar: of the business.
    """
    judged = timing.counts or timing.due
    if timing.outcome is not None:
        if timing.outcome is not Outcome.LATE or timing.ended_on is None:
            return Stand(standing=_ENDED[timing.outcome])
        verdict = outcome_of(judged, timing.ended_on, timing.ended_at, calendar)
        minutes = verdict.late_minutes if timing.ended_on == judged.day else 0
        return Stand(standing=PromiseStanding.DONE_LATE, days=verdict.late_days, minutes=minutes)
    was_missed = timing.counts is not None and is_overdue(timing.counts, now, calendar)
    if is_overdue(timing.due, now, calendar):
        return Stand(
            standing=PromiseStanding.LATE,
            days=calendar.days_between(timing.due.day, today, DayKind.WORKING),
            minutes=_minutes_late(timing.due, now, today),
            is_suggested_broken=today >= broken_suggested_on(judged, calendar),
            was_missed=was_missed,
        )
    days = calendar.days_between(today, timing.due.day, DayKind.OPENING)
    standing = PromiseStanding.TODAY if timing.due.day <= today else PromiseStanding.AHEAD
    return Stand(standing=standing, days=days, was_missed=was_missed)


def stand_words(stand: Stand, phrases: Phrases) -> str:
    """How it stands, in a few words, such as "2 opening days left" or "late by 1 working day"."""
    days = Decimal(stand.days)
    match stand.standing:
        case PromiseStanding.AHEAD if not stand.days:
            return phrases.say("promise_stand.none_left")
        case PromiseStanding.AHEAD:
            return phrases.count("promise_stand.left", days)
        case PromiseStanding.LATE | PromiseStanding.DONE_LATE:
            done = "done_late" if stand.standing is PromiseStanding.DONE_LATE else "late"
            if stand.days:
                return phrases.count(f"promise_stand.{done}", days)
            if stand.minutes:
                return _by_clock(f"promise_stand.{done}", stand.minutes, phrases)
            return phrases.say(f"promise_stand.{done}_just")
        case _:
            return phrases.say(f"promise_stand.{stand.standing.value}")


def broken_words(phrases: Phrases) -> str:
    """The question that is asked of a promise that is very late."""
    return phrases.say("promise_stand.suggest_broken", days=str(SUGGESTED_AFTER))


def _minutes_late(due: Due, now: datetime, today: date) -> int:
    return 0 if due.at is None or due.day != today else (now - due.at) // _MINUTE


def _by_clock(key: str, minutes: int, phrases: Phrases) -> str:
    if minutes < _HOUR:
        return phrases.count(f"{key}_minutes", Decimal(minutes))
    return phrases.count(f"{key}_hours", Decimal(minutes // _HOUR))
