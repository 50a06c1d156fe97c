# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints: an expressed dissatisfaction where an answer is wanted, from first word to lesson.

The stages follow practice in ISO 10002 and BS 8543 as the house reads it. Stored are facts: when
it came, when somebody said so, when it was answered. Whether it is late is worked out from them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.customers import NOTHING_OWN, OWN_VALUE, Channel


class Stage(StrEnum):
    """Where a complaint stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    INVESTIGATING = "investigating"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_OTHER = "waiting_other"
    DECIDED = "decided"
    REMEDY_PENDING = "remedy_pending"
    RESOLVED = "resolved"
    CLOSED = "closed"
    EXTERNAL = "external"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"


ENDED = frozenset({Stage.CLOSED, Stage.WITHDRAWN, Stage.DUPLICATE})
"""Stages in which nothing more is owed to anybody."""

ANSWERED = frozenset({Stage.DECIDED, Stage.REMEDY_PENDING, Stage.RESOLVED, Stage.EXTERNAL}) | ENDED
"""Stages in which the clock of the answer stands still for good."""


class Track(StrEnum):
    """By which rules a complaint is handled."""

    ORDINARY = "ordinary"
    DATA_PROTECTION = "data_protection"


class About(StrEnum):
    """What a complaint is about."""

    QUALITY_OF_WORK = "quality_of_work"
    FAULTY_GOODS = "faulty_goods"
    LATE_DELIVERY = "late_delivery"
    MISSED_APPOINTMENT = "missed_appointment"
    PRICE = "price"
    MISLEADING = "misleading"
    STAFF = "staff"
    COMMUNICATION = "communication"
    PREMISES = "premises"
    CLEANLINESS_SAFETY = "cleanliness_safety"
    DAMAGE = "damage"
    RETURNS = "returns"
    CANCELLATION = "cancellation"
    PRIVACY = "privacy"
    DISCRIMINATION = "discrimination"
    HANDLING = "handling"
    THIRD_PARTY = "third_party"
    OTHER = "other"


class Wish(StrEnum):
    """What would put it right for the customer."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    APOLOGY = "apology"
    EXPLANATION = "explanation"
    REDO = "redo"
    PRICE_REDUCTION = "price_reduction"
    COMPENSATION = "compensation"
    CHANGE = "change"
    JUST_TELLING = "just_telling"
    OTHER = "other"


class Serious(StrEnum):
    """How serious a complaint is, in one word of whoever writes it down."""

    SMALL = "small"
    NORMAL = "normal"
    SERIOUS = "serious"


class Priority(StrEnum):
    """How quickly a complaint is handled; P1 goes first."""

    P1 = "p1"
    P2 = "p2"
    P3 = "p3"


class Finding(StrEnum):
    """What was found about one issue of a complaint, or about it as a whole."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    NO_FINDING = "no_finding"


class Content(StrEnum):
    """Whether the customer seemed content with the end of it."""

    YES = "yes"
    NO = "no"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDraft:
    """What was typed about a complaint; the least is a short text or what it is about.

    Args:
        customer_id: who complains, or None while it is not known.
        called: the name they gave where nobody on record is meant; may be empty.
        text: what happened, in the customer's words.
        about: what it is about, or None.
        wishes: what would put it right.
        wish_words: the same in words; may be empty.
        serious: how serious it is; None for normal.
        is_safety: somebody was or could be hurt, or something damaged.
        received_at: when it came, in UTC; earlier days are welcome.
        channel: how it came.
        taken_by: who wrote it down.
        handler: who works on it; empty for whoever took it.
        job_ref: of a job, an order or an invoice.
        product: goods or service.
        happened_on: the day it happened, or None.
        place: where.
        staff: who of us was involved; for the owner's eyes.
        amount_pence: what it is worth, or None.
        is_ongoing: it goes on.
        from_stock: the goods came from stock, so that others may have been sold.
        acting_for: the person for whom somebody else complains; empty for themselves.
        authority_seen_on: the day on which their authority was seen, or None.
        track: by which rules it is handled.
        notes: for ourselves alone; never on a paper for the customer.
        own: values of the business's own fields, by field id as text.
    """

    customer_id: int | None = None
    called: str = ""
    text: str = ""
    about: About | None = None
    wishes: tuple[Wish, ...] = ()
    wish_words: str = ""
    serious: Serious | None = None
    is_safety: bool = False
    received_at: datetime
    channel: Channel = Channel.COUNTER
    taken_by: str = ""
    handler: str = ""
    job_ref: str = ""
    product: str = ""
    happened_on: date | None = None
    place: str = ""
    staff: str = ""
    amount_pence: int | None = None
    is_ongoing: bool = False
    from_stock: bool = False
    acting_for: str = ""
    authority_seen_on: date | None = None
    track: Track = Track.ORDINARY
    notes: str = ""
    own: OWN_VALUE = field(default_factory=lambda: NOTHING_OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How a complaint was weighed (ISO 10002, assessment).

    Args:
        severity, impact, urgency: 0 to 3 each; see ``complaints_assessing``.
        is_safety: somebody was or could be hurt, or something damaged.
        is_legal: the law or a breach of information is touched.
        support_need: what helps the customer matters here.
        is_complex: it needs longer, which the customer was told with L02.
        raised: a more urgent priority that the owner chose, or None.
        raise_note: why it was lowered or raised; a lower one needs it.
        on: the day it was assessed, or None while the quick entry's word stands in.
    """

    severity: int
    impact: int
    urgency: int
    is_safety: bool = False
    is_legal: bool = False
    support_need: bool = False
    is_complex: bool = False
    raised: Priority | None = None
    raise_note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A time the charter promised when the complaint came.

    Args:
        amount: how many.
        unit: "hour", "opening", "working" or "calendar", as in Allowance of promises.
    """

    amount: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What the published charter promised when the complaint came; old cases keep theirs.

    Args:
        version_id: of the charter, or None where there was none.
        acknowledge, decide: the times it names; None where it names none.
    """

    version_id: int | None = None
    acknowledge: Span | None = None
    decide: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """What happened when; None for what did not. Days but for the first, which is a moment.

    Args:
        acknowledged_at: the first contact with the customer after receipt, in UTC.
        update_sent_on: the day of the last word on how it goes.
        decided_on: the answer was given.
        resolved_on: everything was put right, or nothing had to be.
        closed_on: it was filed.
        follow_up_on: the follow-up was done.
        insurer_told_on: the insurer knows.
        stock_checked_on: others sold were looked for, the sale stopped, the supplier told.
        external_on: it went outside.
        answered_on: the last answer that stands, None while it is looked into again; the first
            one is ``decided_on``.
        promised_for: the day for the answer that the customer was promised in writing.
        promised_on: the day on which that was written to them.
    """

    acknowledged_at: datetime | None = None
    update_sent_on: date | None = None
    decided_on: date | None = None
    resolved_on: date | None = None
    closed_on: date | None = None
    follow_up_on: date | None = None
    insurer_told_on: date | None = None
    stock_checked_on: date | None = None
    external_on: date | None = None
    answered_on: date | None = None
    promised_for: date | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues:
    """What is to happen by when, as kept with the complaint while it is open.

    Args:
        acknowledge_on: tell them we have it.
        decide_on: the answer; the one due date.
        judged_on: the day from which that answer counts as late, where it was put off past it;
            None for the same.
        first_on: the same of the first answer, kept through second looks; None before it.
        aim_on: sooner, as the priority asks; may warn, never counts as late. None for the same.
        ceiling_on: eight weeks after receipt; never pauses.
        update_on: the next word on how it goes, or None.
        follow_up_on: the follow-up after it was resolved, or None.
        next_on: the first of these that still stands: what lists sort by; None once it ended.
    """

    acknowledge_on: date
    decide_on: date
    judged_on: date | None = None
    first_on: date | None = None
    aim_on: date | None = None
    ceiling_on: date
    update_on: date | None = None
    follow_up_on: date | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCard:
    """A complaint as kept, without what hangs on it (``complaints_file``).

    Args:
        id: of the row.
        ref: such as "C-2026-0014".
        draft: everything that can be typed of it.
        customer_name, remember: of the customer; "" where there is none.
        is_consumer: the customer is a person and not a business; True while not known.
        prefers: the channel on which the customer likes to hear from us, or None.
        stage: where it stands.
        level: 0, 1 after a second look, 2 after another.
        assessment: how it was weighed.
        promised: by the charter when it came.
        dates: what happened when.
        dues: what is to happen by when.
        finding: about it as a whole, or None.
        outcome_words: what we did, or what we answered, in short.
        told_by: on which channel the answer was given, or None.
        content: whether the customer seemed content.
        satisfaction: 1 to 5 with the handling, or None.
        learning: what is learnt from it.
        insurer_not_needed: the reason why the insurer need not know; "" for none given.
        stand_in: who answers when the handler is away.
        cost_pence: what it cost us, remedies apart, or None.
        minutes_spent: or None.
        linked_id: of the data-protection complaint or the ordinary one that belongs to it.
        master_id: of the complaint that this one is the same as.
        waiting_for: whom or what we wait for.
        reopened: how often it was opened again.
        legal_hold: the reason to keep it beyond its time; "" for none.
    """

    id: int
    ref: str
    draft: ComplaintDraft
    customer_name: str = ""
    remember: str = ""
    is_consumer: bool = True
    prefers: Channel | None = None
    stage: Stage
    level: int = 0
    assessment: Assessment
    promised: Promised = field(default_factory=Promised)
    dates: Dates = field(default_factory=Dates)
    dues: Dues
    finding: Finding | None = None
    outcome_words: str = ""
    told_by: Channel | None = None
    content: Content = Content.NOT_SAID
    satisfaction: int | None = None
    learning: Learning = field(default_factory=Learning)
    insurer_not_needed: str = ""
    stand_in: str = ""
    cost_pence: int | None = None
    minutes_spent: int | None = None
    linked_id: int | None = None
    master_id: int | None = None
    waiting_for: str = ""
    reopened: int = 0
    legal_hold: str = ""

    @property
    def is_open(self) -> bool:
        """Something may still be owed to somebody."""
        return self.stage not in ENDED
