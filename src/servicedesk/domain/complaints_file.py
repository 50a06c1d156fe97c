# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs on a complaint: issues, remedies, pauses, the log, actions, outside help, history."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.complaints import ComplaintCard, Finding, Stage


class RemedyKind(StrEnum):
    """What puts it right."""

    EXPLANATION = "explanation"
    APOLOGY = "apology"
    REDO = "redo"
    REPAIR = "repair"
    REPLACEMENT = "replacement"
    REFUND_FULL = "refund_full"
    REFUND_PART = "refund_part"
    COST_REPAID = "cost_repaid"
    GOODWILL = "goodwill"
    CREDIT_NOTE = "credit_note"
    CONTRACT_ENDED = "contract_ended"
    RECORD_CORRECTED = "record_corrected"
    PROCESS_CHANGED = "process_changed"
    TRAINING = "training"
    NONE = "none"


class Ground(StrEnum):
    """Why a remedy is given."""

    LEGAL_DUTY = "legal_duty"
    CONTRACT = "contract"
    GOODWILL = "goodwill"


class EntryKind(StrEnum):
    """What sort of line stands in the log of looking into it."""

    QUESTION = "question"
    FACT = "fact"
    ACCOUNT = "account"
    DOCUMENT = "document"
    IMMEDIATE_ACTION = "immediate_action"
    NOTE = "note"


class OutsideKind(StrEnum):
    """Where a complaint went outside."""

    ADR = "adr"
    COURT = "court"
    REGULATOR = "regulator"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDraft:
    """One separate point of a complaint.

    Args:
        text: the point, in the customer's words.
        finding: what was found, or None while it is open.
        reasons: why, with the evidence; printed in the answer.
    """

    text: str
    finding: Finding | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """An issue as kept; ``place`` counts from 1 within its complaint."""

    id: int
    complaint_id: int
    place: int
    draft: IssueDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """A line in the log of looking into it.

    Args:
        kind: what sort of line.
        text: what was asked, seen or said.
        source: who said it or where it stands.
        on: the day.
        is_private: for ourselves alone; never in a copy for the customer.
    """

    kind: EntryKind
    text: str
    source: str = ""
    on: date
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCard:
    """A line of the log as kept; ``who`` wrote it at ``written_at``, in UTC."""

    id: int
    complaint_id: int
    draft: EntryDraft
    who: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyDraft:
    """What is offered or done to put it right.

    Args:
        kind: of remedy.
        ground: why it is given.
        words: in words, as a sentence without "we will".
        amount_pence: money with VAT in it, or None.
        vat_pence: the VAT within that amount, or None.
        by_whom: who does it.
        due: by when, or None for what is done already.
        done_on: the day it was done, or None.
        approved_by: who agreed to an amount above the limit of whoever gives it.
        over_because: why it goes above that limit.
        valid_until: the day until which an offer stands, or None.
        method: how money goes back, such as "to the card".
    """

    kind: RemedyKind
    ground: Ground = Ground.LEGAL_DUTY
    words: str = ""
    amount_pence: int | None = None
    vat_pence: int | None = None
    by_whom: str = ""
    due: date | None = None
    done_on: date | None = None
    approved_by: str = ""
    over_because: str = ""
    valid_until: date | None = None
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyCard:
    """A remedy as kept; a planned one has a promise, which says when it is due and done."""

    id: int
    complaint_id: int
    draft: RemedyDraft
    promise_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCard:
    """A time in which we waited for the customer: from the day of our question to their reply.

    ``until`` is None while it runs, ``reminded_on`` where nobody was reminded.
    """

    id: int
    complaint_id: int
    from_on: date
    until: date | None = None
    question: str = ""
    reminded_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDraft:
    """A complaint before somebody outside.

    Args:
        kind: of body.
        body: its name.
        their_ref: their reference.
        referred_on: the day.
        result: in words; empty while it is open.
        result_on: the day of the result, or None.
        cost_pence: or None.
        is_binding: the result binds us.
    """

    kind: OutsideKind
    body: str
    their_ref: str = ""
    referred_on: date
    result: str = ""
    result_on: date | None = None
    cost_pence: int | None = None
    is_binding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralCard:
    """A referral as kept."""

    id: int
    complaint_id: int
    draft: ReferralDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class BehaviourDraft:
    """Unreasonable behaviour, noted as behaviour and never as a person.

    Args:
        on: the day.
        text: what was done or said.
        limits: what was limited, such as "letters only".
        warned_on: the day of the warning letter, or None.
        review_on: the day to look at the limits again, or None: three months after the warning.
        ended_on: the limits ended, or None.
    """

    on: date
    text: str
    limits: str = ""
    warned_on: date | None = None
    review_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BehaviourCard:
    """A note of behaviour as kept."""

    id: int
    complaint_id: int
    draft: BehaviourDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One step in the history of a complaint, which is only ever added to.

    Args:
        id: of the row.
        complaint_id: of the complaint.
        action: what was done; the value of an ``Action`` of ``complaints_stages``.
        before, after: the stages; ``before`` is None for the first.
        happened_on: the day it happened.
        written_at: when it was written, in UTC.
        who: wrote it.
        note: in words; may be empty.
        due_on, judged_on: of an answer: by when it was due, and from when it counted as late.
        reverses: the step that this one takes back, or None.
    """

    id: int
    complaint_id: int
    action: str
    before: Stage | None
    after: Stage
    happened_on: date
    written_at: datetime
    who: str
    note: str = ""
    due_on: date | None = None
    judged_on: date | None = None
    reverses: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFile:
    """A complaint with all that hangs on it, in the order of writing."""

    card: ComplaintCard
    issues: tuple[IssueCard, ...] = ()
    entries: tuple[EntryCard, ...] = ()
    remedies: tuple[RemedyCard, ...] = ()
    pauses: tuple[PauseCard, ...] = ()
    actions: tuple[ActionCard, ...] = ()
    referrals: tuple[ReferralCard, ...] = ()
    behaviours: tuple[BehaviourCard, ...] = ()
    steps: tuple[StepCard, ...] = ()
