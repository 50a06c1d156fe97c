# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises: what a named person said would be done for a named customer by a date.

Outcomes follow 5.3 of the house's own reading of the code of practice: done on or before the day
is kept, after it late, never done broken; a date moved by agreement before it was due counts from
then on, and says so.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.customers import NOTHING_OWN, OWN_VALUE, Channel


class PromiseKind(StrEnum):
    """What sort of thing was promised."""

    RING_BACK = "ring_back"
    QUOTE = "quote"
    VISIT = "visit"
    DELIVERY = "delivery"
    ORDER = "order"
    REPAIR = "repair"
    REFUND = "refund"
    REMEDY = "remedy"
    OTHER = "other"


class Outcome(StrEnum):
    """How a promise ended."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    RELEASED = "released"


class MoveReason(StrEnum):
    """Why the day of a promise moved."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    AFTER_DUE = "after_due"
    CALENDAR = "calendar"


class Every(StrEnum):
    """The step of a promise that comes again."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when.

    Args:
        day: the date.
        at: the minute, in UTC, when a time was promised too; None runs to the end of the day.
    """

    day: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """The count of days or hours that a day was worked out from, so that "why?" can tell it.

    Args:
        amount: how many.
        unit: "hour", "opening", "working" or "calendar" as in DayKind, or "month".
        start: the moment or end of the day it is counted from, in UTC.
    """

    amount: int
    unit: str
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """What was typed about a promise.

    Args:
        customer_id: to whom, or None while it is not known.
        text: what will be done, as a sentence without "we will".
        due: by when; None asks the standard, and without one it is refused.
        promiser: who said so.
        made_on: the day it was said; earlier days are welcome.
        kind: what sort of thing it is.
        channel: how it was said, or None.
        job_ref: of a job, an order or an invoice.
        condition: on what it depends.
        standard_key: of the standard in the published charter that it follows, or "".
        remedy: what the customer gets if it is missed; empty takes the standard's.
        allowance: what the day was worked out from, or None for a day that was named.
        waiting_for: whom or what we wait for, which moves it to "Waiting on others".
        notes: longer text.
        own: values of the business's own fields, by field id as text.
    """

    customer_id: int | None = None
    text: str = ""
    due: Due | None = None
    promiser: str = ""
    made_on: date
    kind: PromiseKind = PromiseKind.OTHER
    channel: Channel | None = None
    job_ref: str = ""
    condition: str = ""
    standard_key: str = ""
    remedy: str = ""
    allowance: Allowance | None = None
    waiting_for: str = ""
    notes: str = ""
    own: OWN_VALUE = field(default_factory=lambda: NOTHING_OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How and when a promise ended.

    Args:
        outcome: how.
        on: the day it happened.
        at: the minute, in UTC, where one was said; None otherwise.
        written_at: when it was written down, in UTC.
        reason: in words; may be empty.
    """

    outcome: Outcome
    on: date
    at: datetime | None = None
    written_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCard:
    """A promise as kept.

    Args:
        id: of the row.
        ref: such as "P-2026-0014".
        draft: everything that can be typed, with the due day, promiser and remedy filled in.
        customer_name: as shown, or "".
        remember: the customer's line to remember, or "".
        first_due: by when it was promised at first.
        counts: the day it is judged by where that is not the day it is due now, because the day
            was moved too late or without asking; else None.
        is_revised: the day was moved by agreement before it was due.
        told_on: the day the customer was told that it slips, or None.
        charter_version_id: of the published charter at the time, or None.
        ending: how it ended; None while it is open.
        snoozed_until: out of Today until that day, or None.
        repeat_id: of the repeating promise it belongs to, or None.
        binned_at: in the bin since, in UTC, or None.
    """

    id: int
    ref: str
    draft: PromiseDraft
    customer_name: str = ""
    remember: str = ""
    first_due: Due
    counts: Due | None = None
    is_revised: bool = False
    told_on: date | None = None
    charter_version_id: int | None = None
    ending: Ending | None = None
    snoozed_until: date | None = None
    repeat_id: int | None = None
    binned_at: datetime | None = None

    @property
    def due(self) -> Due:
        """By when it is due now."""
        return self.draft.due or self.first_due

    @property
    def counted_due(self) -> Due:
        """The day by which it is judged."""
        return self.counts or self.due

    @property
    def is_open(self) -> bool:
        """Nobody has said how it ended."""
        return self.ending is None


class PromiseChip(StrEnum):
    """Which promises a list shows."""

    OPEN = "open"
    DUE_TODAY = "due_today"
    LATE = "late"
    WAITING = "waiting"
    COMING = "coming"
    KEPT = "kept"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFilter:
    """What a list of promises is asked for.

    Args:
        chip: which of them.
        text: words to find in reference, text, job or customer's name; empty for no such wish.
        customer_id: only those to this customer, or None.
    """

    chip: PromiseChip = PromiseChip.OPEN
    text: str = ""
    customer_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One line of a list of promises.

    Args:
        id, ref, text, promiser, kind, job_ref, waiting_for: as in PromiseCard.
        customer_id, customer_name, remember: of the customer; None and "" where there is none.
        due: by when it is due now.
        counts: the day it is judged by where that is another; else None.
        is_revised: the day was moved by agreement before it was due.
        told_on: the day the customer was told that it slips, or None.
        outcome: how it ended; None while it is open.
        ended_on: the day that happened, or None.
        snoozed_until: out of Today until that day, or None.
    """

    id: int
    ref: str
    text: str
    promiser: str = ""
    kind: PromiseKind = PromiseKind.OTHER
    job_ref: str = ""
    waiting_for: str = ""
    customer_id: int | None = None
    customer_name: str = ""
    remember: str = ""
    due: Due
    counts: Due | None = None
    is_revised: bool = False
    told_on: date | None = None
    outcome: Outcome | None = None
    ended_on: date | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCard:
    """One move of the day of a promise, as its history keeps it.

    Args:
        id: of the row.
        moved_on: the day of the move.
        moved_at: when it was written, in UTC.
        before, after: by when it was due, and is.
        reason: why it moved.
        words: what was said; may be empty.
        who: moved it.
        reverses: the move that this one takes back, or None.
    """

    id: int
    moved_on: date
    moved_at: datetime
    before: Due
    after: Due
    reason: MoveReason
    words: str = ""
    who: str = ""
    reverses: int | None = None
