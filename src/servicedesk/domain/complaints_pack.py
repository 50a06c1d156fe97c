# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What goes into the pack of a complaint: all of it for an adviser, or what the customer may have.

The copy for the customer is made of ``Pack`` alone, which has no place for notes, costs, causes,
behaviour, names of ours or what is done about anybody's work. What is ours stands in ``Inner``.
"""

from dataclasses import dataclass
from datetime import date

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.complaints import (
    About,
    Assessment,
    Content,
    Dates,
    Finding,
    Stage,
    Track,
    Wish,
)
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_file import (
    BehaviourCard,
    ComplaintFile,
    EntryKind,
    IssueDraft,
    OutsideKind,
    RemedyCard,
    RemedyKind,
)
from servicedesk.domain.complaints_rights import NOTHING_TICKED, PurchaseDraft
from servicedesk.domain.contacts import ContactCard
from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.promises import PromiseCard
from servicedesk.domain.record_files import FileCard

UNSAID = frozenset({RemedyKind.NONE, RemedyKind.TRAINING})
"""Nothing, and what is done about anybody's work: neither is told to a customer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that there is of a complaint.

    Args:
        file: the complaint with what hangs on it.
        contacts: about it, the first one at the head.
        letters: about it, the first one at the head.
        to_others: numbers of those letters that went to somebody else than the customer.
        promises: that its remedies became, by number.
        files: that lie with it, or with a contact about it.
        reach: address, phones and e-mail of the customer, a line each.
        own: the business's own fields, label and value.
        rights: what they can ask for by what was ticked, a sentence each.
        ticks: what was ticked for that.
    """

    file: ComplaintFile
    contacts: tuple[ContactCard, ...] = ()
    letters: tuple[LetterCard, ...] = ()
    to_others: frozenset[int] = frozenset()
    promises: tuple[PromiseCard, ...] = ()
    files: tuple[FileCard, ...] = ()
    reach: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    rights: tuple[str, ...] = ()
    ticks: PurchaseDraft = NOTHING_TICKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A line of what happened when.

    Args:
        on: the day.
        code: names the sentence, under ``[pack.event]``.
        words: what the sentence is filled with, by name; the values are printed as they are.
        day: a second day that it names, or None.
        channel: on which it went, or None.
        remedy: what was done to put it right, or None.
        tail: what somebody wrote about it; printed after the sentence.
        by: who wrote it; stands in brackets at the end.
    """

    on: date
    code: str
    words: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    channel: Channel | None = None
    remedy: RemedyKind | None = None
    tail: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedied:
    """What was offered or done to put it right, as the customer knows it."""

    kind: RemedyKind
    words: str
    amount_pence: int | None
    method: str
    due: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that was seen or said."""

    on: date
    kind: EntryKind
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A complaint before somebody outside, without what that cost."""

    kind: OutsideKind
    body: str
    their_ref: str
    referred_on: date
    result: str
    result_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What stands in both packs; the copy for the customer is made of nothing else.

    Args:
        ref, name, acting_for: as on record; ``name`` may be empty.
        reach: address, phones and e-mail of the customer, a line each.
        received_on, channel: how it came.
        about, wishes, wish_words, text: what was said.
        job_ref, product, happened_on, place, amount_pence: what it is about.
        track: by which rules it is handled.
        stage: where it stands.
        answer_by: the day of the answer; None where another look, once it is answered, has put its
            own day in the place of the first.
        dates: what happened when.
        finding, answer: of the whole; None and "" while there is no answer.
        told_by: on which channel the answer was given, or None.
        points: its separate points; without findings and reasons while there is no answer.
        remedies, events, evidence, outside: in the order of their days.
        letters: that went to the customer and were not taken back.
    """

    ref: str
    name: str
    reach: tuple[str, ...]
    acting_for: str
    received_on: date
    channel: Channel
    about: About | None
    wishes: tuple[Wish, ...]
    wish_words: str
    text: str
    job_ref: str
    product: str
    happened_on: date | None
    place: str
    amount_pence: int | None
    track: Track
    stage: Stage
    answer_by: date | None
    dates: "PackDates"
    finding: Finding | None
    answer: str
    told_by: Channel | None
    points: tuple[IssueDraft, ...]
    remedies: tuple[Remedied, ...]
    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    outside: tuple[Outside, ...]
    letters: tuple[LetterCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDates:
    """The days that a customer knows of: when we said we had it, when it was answered and so on.

    ``days_taken`` are the working days until the first answer; None before it.
    """

    told_on: date | None
    decided_on: date | None
    resolved_on: date | None
    closed_on: date | None
    days_taken: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """What is ours alone: it stands in the whole file and never in a copy for the customer.

    Args:
        taken_by, handler, stand_in, staff: names.
        notes: for ourselves.
        authority_seen_on: the day the authority of whoever complains for another was seen.
        is_ongoing, from_stock: it goes on; the goods came from stock.
        content: whether the customer seemed content.
        assessment: how it was weighed.
        remedies: as kept, with who agreed to them and why.
        learning, actions: what is learnt and done about it.
        behaviours: notes of behaviour.
        dates: insurer told, stock checked, follow-up.
        insurer_open: the insurer must still be told.
        insurer_not_needed, legal_hold: reasons.
        cost_pence, minutes_spent, satisfaction: figures, or None.
        outside_costs: of each body that asked for money.
        files: that lie with it.
        own: the business's own fields.
        rights, ticks: what they can ask for, and what was ticked for it; never told to them.
    """

    taken_by: str
    handler: str
    stand_in: str
    staff: str
    notes: str
    authority_seen_on: date | None
    is_ongoing: bool
    from_stock: bool
    content: Content
    assessment: Assessment
    remedies: tuple[RemedyCard, ...]
    learning: Learning
    actions: tuple[ActionCard, ...]
    behaviours: tuple[BehaviourCard, ...]
    dates: Dates
    insurer_open: bool
    insurer_not_needed: str
    legal_hold: str
    cost_pence: int | None
    minutes_spent: int | None
    satisfaction: int | None
    outside_costs: tuple[tuple[str, int], ...]
    files: tuple[FileCard, ...]
    own: tuple[tuple[str, str], ...]
    rights: tuple[str, ...]
    ticks: PurchaseDraft
