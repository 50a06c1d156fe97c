# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints on Today: what is due of each, and what of them can wait for a quiet hour.

What puts a complaint right is promised, and stands there as a promise of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import About, Dues, Stage, Track
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_learning import alike
from servicedesk.domain.complaints_next import word_due
from servicedesk.domain.complaints_standing import DueWarning, Warned, warned_of
from servicedesk.domain.complaints_timing import DATA_WARN_DAYS, Clock

PATIENT = frozenset({Clock.REMIND, Clock.GO_ON, Clock.FOLLOW_UP})
"""What is good to do from its day on; nobody was promised it, so it is never late."""

WAITING = frozenset({Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDue:
    """What Today says of an open complaint beside what it says of everything.

    Args:
        ref: such as "C-2026-0014".
        clock: what is to happen first.
        stage: where it stands.
        is_first: it goes before everything else (P1), and is always shown.
        about: what it is about, or None.
        aim_on: a sooner day that is aimed for, or None.
        law_on: the last day on which the law wants them told that we have it, or None.
        law_from: the day from which that is warned of, or None.
        begun_on: the day the time for the answer began; None where it began anew since it came.
        decide_on: the day of the answer; None once they have it, and while we wait for them.
        ceiling_on: eight weeks after it came; None where they press no longer.
    """

    ref: str
    clock: Clock
    stage: Stage
    is_first: bool = False
    about: About | None = None
    aim_on: date | None = None
    law_on: date | None = None
    law_from: date | None = None
    begun_on: date | None = None
    decide_on: date | None = None
    ceiling_on: date | None = None

    def near(self, today: date, calendar: WorkingCalendar) -> tuple[DueWarning, ...]:
        """Days that come near, beside the one that its row stands for."""
        found = []
        for clock, on in ((Clock.DECIDE, self.decide_on), (Clock.CEILING, self.ceiling_on)):
            half_of = self.begun_on if clock is Clock.DECIDE else None
            warned = None if on is None else warned_of(half_of, on, today, calendar)
            if on is not None and warned is not None:
                found.append(DueWarning(clock=clock, on=on, warned=warned))
        return tuple(
            one for one in found if one.clock is not self.clock or one.warned is Warned.HALF
        )

    def presses(self, today: date) -> bool:
        """A day before the one that is due has come, and it is worth acting on it."""
        aim = self.aim_on if self.is_first else None
        return any(day is not None and day <= today for day in (aim, self.law_from))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietFact:
    """Things of one sort that can wait for a quiet hour.

    Args:
        code: of the card that tells of them.
        count: how many there are, at least one.
        text: of the first of them; may be empty.
        ref: of the complaint that the first belongs to, or of the feedback; may be empty.
        record_id: of that complaint or feedback, or None.
        day: on which the first is or was due, or None.
        what: they share, or None.
    """

    code: str
    count: int
    text: str = ""
    ref: str = ""
    record_id: int | None = None
    day: date | None = None
    what: About | Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeCount:
    """How many of the newest complaints share what they are about and what went wrong."""

    about: About | None
    cause: Cause | None
    count: int


def due_clock(stage: Stage, on: date, found: Dues, *, is_told: bool, is_reminded: bool) -> Clock:
    """What is to happen on the first day that still stands, as ``complaints_next`` finds it.

    Args:
        stage: where the complaint stands.
        on: the first day on which something is to happen.
        found: the days that were counted.
        is_told: they know that we have it.
        is_reminded: the question we wait for an answer to was asked twice.
    """
    if stage is Stage.RESOLVED:
        return Clock.FOLLOW_UP
    is_waiting = stage is Stage.WAITING_CUSTOMER
    weighed = (
        (Clock.DECIDE, None if is_waiting else found.decide_on),
        (Clock.CEILING, found.ceiling_on),
        (Clock.ACKNOWLEDGE, None if is_told else found.acknowledge_on),
        (word_due(is_told=is_told), found.update_on),
    )
    same = next((clock for clock, day in weighed if day == on), None)
    if same is None:
        return Clock.GO_ON if is_reminded else Clock.REMIND
    return same


def law_days(
    track: Track, received_on: date, acknowledge_on: date, *, is_told: bool
) -> tuple[date | None, date | None]:
    """The last day the law leaves for telling them, and that from which it is warned of.

    Both are None where no law names a day, and once they were told.
    """
    if track is not Track.DATA_PROTECTION or is_told:
        return None, None
    return acknowledge_on, received_on + timedelta(days=DATA_WARN_DAYS)


def with_alike(facts: Sequence[QuietFact], counted: Sequence[AlikeCount]) -> tuple[QuietFact, ...]:
    """What can wait, and once what most of the newest complaints share, if it is three or more."""
    found = tuple(facts)
    shared = _most_shared(counted)
    if shared is None:
        return found
    what, count = shared
    code = "alike_about" if isinstance(what, About) else "alike_cause"
    return (*found, QuietFact(code=code, count=count, what=what))


def _most_shared(counted: Sequence[AlikeCount]) -> tuple[About | Cause, int] | None:
    rows = [one for one in counted for _ in range(one.count)]
    shared = alike([row.about for row in rows], [row.cause for row in rows])
    found = [(one.about or one.cause, one.count) for one in shared]
    return next(((what, count) for what, count in found if what is not None), None)
