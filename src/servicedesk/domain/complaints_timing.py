# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The times of complaints as figures, and what the clocks of one complaint run by.

The figures are practice of the house, 3.3 of its own reading, where no charter promises others;
the days that the law names stand in its own file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import Count
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintDraft,
    Dates,
    Priority,
    Promised,
    Span,
    Stage,
    Track,
)
from servicedesk.domain.undoing import taken_back

if TYPE_CHECKING:  # Today names no part of a file, and a start pays for each that is made
    from servicedesk.domain.complaints_file import ComplaintFile, PauseCard, RemedyCard, StepCard

CEILING_DAYS = 56
"""Calendar days after receipt, eight weeks, after which the last word is due."""

COMPLEX_DAYS = 20
"""Working days for the answer to a complaint that needs longer."""

SECOND_LOOK_DAYS = 10
"""Working days for the answer to a second look, and to one that was opened again."""

REMIND_AFTER = 5
"""Working days after a question to the customer at which a reminder is suggested."""

WAIT_MOST = 10
"""Working days after which going on without an answer is suggested."""

CLOSE_AFTER = 10
"""Working days after it was put right in which a follow-up is waited for."""

DISAGREE_WITHIN = 20
"""Working days after the answer in which the customer can say that they disagree."""

OUTSIDE_AFTER = 20
"""Working days after it went outside, or after the last word since, to ask how it stands there."""

PAST_CEILING_FROM = 5
"""Working days before the eight weeks are over from which a later day can be promised."""

DATA_WARN_DAYS = 20
"""Calendar days after receipt from which it is warned that the law names a day for telling
somebody that we have their complaint about their information."""

DATA_AIM = Span(amount=5, unit=DayKind.WORKING.value)
"""The sooner day that is aimed for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The times of one priority, in working days after receipt unless it says otherwise.

    Args:
        acknowledge: tell them we have it.
        assess: weigh it.
        first_update, next_updates: the first word on how it goes, and from word to word.
        decide: the answer.
        follow_up: after it was resolved.
    """

    acknowledge: int
    assess: int
    first_update: int
    next_updates: int
    decide: int
    follow_up: int


TIMES = {
    Priority.P1: Times(
        acknowledge=1, assess=1, first_update=2, next_updates=2, decide=5, follow_up=5
    ),
    Priority.P2: Times(
        acknowledge=2, assess=3, first_update=5, next_updates=5, decide=10, follow_up=10
    ),
    Priority.P3: Times(
        acknowledge=2, assess=3, first_update=5, next_updates=10, decide=15, follow_up=10
    ),
}
"""The table of 3.3: practice of the house where no charter promises anything else."""


RESTARTS = frozenset({"second_look", "reopen"})
"""Steps that begin the time of the answer anew."""


class Clock(StrEnum):
    """What is to happen by a day."""

    ACKNOWLEDGE = "acknowledge"
    ASSESS = "assess"
    DECIDE = "decide"
    AIM = "aim"
    CEILING = "ceiling"
    UPDATE = "update"
    FOLLOW_UP = "follow_up"
    REMIND = "remind"
    GO_ON = "go_on"
    REMEDY = "remedy"
    SETTLE = "settle"
    FINISH = "finish"
    OUTSIDE = "outside"


class ClockBasis(StrEnum):
    """On what a day rests."""

    CHARTER = "charter"
    WRITTEN = "written"
    PRIORITY = "priority"
    COMPLEX = "complex"
    SECOND_LOOK = "second_look"
    LAW = "law"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What the clocks of a complaint run by.

    Args:
        received_at: when it came, in UTC.
        track: by which rules it is handled.
        assessment: how it was weighed.
        promised: by the charter when it came.
        dates: what happened when.
        pauses: times in which we waited for the customer.
        stage: where it stands.
        restarted_on: the day of a second look or of being opened again, or None.
        remedies_due: days by which something planned is to be put right.
    """

    received_at: datetime
    track: Track = Track.ORDINARY
    assessment: Assessment
    promised: Promised = field(default_factory=Promised)
    dates: Dates = field(default_factory=Dates)
    pauses: "tuple[PauseCard, ...]" = ()
    stage: Stage = Stage.RECEIVED
    restarted_on: date | None = None
    remedies_due: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A day with what it is made of, for "why?".

    Args:
        count: its parts.
        basis: on what it rests.
    """

    count: Count
    basis: ClockBasis

    @property
    def day(self) -> date:
        """The day it comes out at."""
        return self.count.end


def timing_of(file: "ComplaintFile") -> Timing:
    """What the clocks run by, of a complaint as kept."""
    card = file.card
    return Timing(
        received_at=card.draft.received_at,
        track=card.draft.track,
        assessment=card.assessment,
        promised=card.promised,
        dates=card.dates,
        pauses=standing_pauses(file),
        stage=card.stage,
        restarted_on=restarted_on(file.steps),
        remedies_due=_open_days(file.remedies),
    )


def first_timing(draft: ComplaintDraft, assessment: Assessment, promised: Promised) -> Timing:
    """What the clocks run by, of a complaint that is being written down."""
    return Timing(
        received_at=draft.received_at,
        track=draft.track,
        assessment=assessment,
        promised=promised,
    )


def moment_of(
    on: date, at: datetime | None, received_at: datetime, now: datetime, calendar: WorkingCalendar
) -> datetime:
    """When something happened, in UTC: its minute, now for today, else noon of its day.

    It is never before the complaint came.

    Args:
        on: the day.
        at: the minute, in UTC, or None where only the day is known.
        received_at: when the complaint came, in UTC.
        now: the moment of writing, in UTC.
        calendar: of the business.
    """
    if at is None:
        noon = datetime.combine(on, _NOON, calendar.zone).astimezone(UTC)
        at = now if on == local_date(calendar, now) else noon
    return max(at, received_at)


def standing_steps(steps: "Iterable[StepCard]") -> "tuple[StepCard, ...]":
    """The steps of a history that were not taken back, without those that took one back."""
    steps = tuple(steps)
    gone = gone_steps(steps)
    return tuple(step for step in steps if step.reverses is None and step.id not in gone)


def gone_steps(steps: "Iterable[StepCard]") -> frozenset[int]:
    """Numbers of the steps of a history that were taken back."""
    return taken_back({step.id: step.reverses for step in steps if step.reverses is not None})


def standing_pauses(file: "ComplaintFile") -> "tuple[PauseCard, ...]":
    """The times in which we waited for the customer, as the steps that still stand leave them.

    A question that was taken back paused nothing, and the time of one whose reply was taken back
    runs on. Where the history tells of no waiting, the pauses are as they were written.
    """
    if not any(step.after is Stage.WAITING_CUSTOMER for step in file.steps):
        return file.pauses
    left = list(file.pauses)
    found = []
    for from_on, until in reversed(_waits(file.steps)):
        at = max((at for at, one in enumerate(left) if one.from_on == from_on), default=None)
        if at is not None:
            found.append(replace(left[at], until=until))
            del left[at:]
    return tuple(reversed(found))


def restarted_on(steps: "Iterable[StepCard]") -> date | None:
    """The day of the last second look or opening again that still stands, or None."""
    days = [step.happened_on for step in standing_steps(steps) if step.action in RESTARTS]
    return days[-1] if days else None


def asked_since(dates: Dates) -> date | None:
    """The day somebody asked how it went since it was put right, or None.

    A day from before a second look or an opening again stays on record and does not count.
    """
    asked, resolved = dates.follow_up_on, dates.resolved_on
    return None if asked is None or resolved is None or asked < resolved else asked


_NOON = time(12)


def _waits(steps: "Iterable[StepCard]") -> list[tuple[date, date | None]]:
    """From when to when we waited for the customer; None for what goes on."""
    found: list[tuple[date, date | None]] = []
    for step in standing_steps(steps):
        if step.after is Stage.WAITING_CUSTOMER and step.before is not Stage.WAITING_CUSTOMER:
            found.append((step.happened_on, None))
        elif step.before is Stage.WAITING_CUSTOMER and step.after is not Stage.WAITING_CUSTOMER:
            found[-1:] = [(from_on, step.happened_on) for from_on, _ in found[-1:]]
    return found


def _open_days(remedies: "Iterable[RemedyCard]") -> tuple[date, ...]:
    drafts = (remedy.draft for remedy in remedies)
    return tuple(draft.due for draft in drafts if draft.due is not None and draft.done_on is None)
