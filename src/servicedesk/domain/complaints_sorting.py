# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""It's sorted: a small complaint told, settled and filed in one breath.

It needs no letter and no cause, which is asked for when it is quiet. Settled within one working
day of its receipt it is on the spot and counts as on time.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import (
    ANSWERED,
    Assessment,
    Content,
    Dates,
    Finding,
    Priority,
    Stage,
)
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import ComplaintFile, RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_guards import open_remedies
from servicedesk.domain.complaints_stages import sorted_stage
from servicedesk.domain.complaints_timing import moment_of
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import WORDS_MOST, checked_amount
from servicedesk.domain.errors import Refusal

ON_THE_SPOT = 1
"""Working days after receipt in which something is settled on the spot."""

RIGHTING = frozenset(
    {
        RemedyKind.REDO,
        RemedyKind.REPAIR,
        RemedyKind.REPLACEMENT,
        RemedyKind.REFUND_FULL,
        RemedyKind.REFUND_PART,
        RemedyKind.COST_REPAID,
        RemedyKind.CREDIT_NOTE,
        RemedyKind.CONTRACT_ENDED,
        RemedyKind.RECORD_CORRECTED,
        RemedyKind.PROCESS_CHANGED,
        RemedyKind.TRAINING,
    }
)
"""What puts a fault right, so that giving it agrees; being kind or sorry says nothing of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedDraft:
    """What is typed to say that a complaint is sorted.

    Args:
        did: what we did, in a few words.
        kind: what sort of thing that was.
        amount_pence: money given, or None.
        over_because: who agreed to an amount above the limit of whoever gave it, or why.
        told_by: how the customer was told.
        on: the day.
        at: the minute, in UTC, or None where only the day is known.
        content: whether they seemed content.
        cause: what went wrong underneath; None asks when it is quiet.
        finding: None for what the remedy says.
    """

    did: str = ""
    kind: RemedyKind = RemedyKind.NONE
    amount_pence: int | None = None
    over_because: str = ""
    told_by: Channel | None = None
    on: date
    at: datetime | None = None
    content: Content = Content.NOT_SAID
    cause: Cause | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedOut:
    """What "It's sorted" makes of a complaint.

    Args:
        stage: finished, or a follow-up where they did not seem content.
        dates: what happened when.
        did: what we did, for the history.
        finding, outcome_words, told_by: of the answer; one that was given already stays as it was.
        content: whether they seemed content.
        learning: with the cause, where one was said.
        remedy: done already, or None for none and for what was planned.
        done: what was planned and is done with it.
        let_go: what was planned and is owed no more, because it was put right otherwise.
        is_on_the_spot: settled within a working day, so on time.
    """

    stage: Stage
    dates: Dates
    did: str
    finding: Finding
    outcome_words: str
    told_by: Channel
    content: Content
    learning: Learning
    remedy: RemedyDraft | None
    done: tuple[RemedyCard, ...] = ()
    let_go: tuple[RemedyCard, ...] = ()
    is_on_the_spot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is known of a complaint before it is sorted.

    Args:
        received_at: when it came, in UTC.
        assessment: how it was weighed.
        dates: what happened when.
        learning: what is learnt so far.
        first_contact_at: the first logged contact with them after it came, in UTC, or None.
        ref: such as "C-2026-0014"; "" for one that is being written down.
        stage: where it stands.
        finding, outcome_words, told_by: of the last answer, where there was one.
        planned: what is to put it right and is not done yet.
    """

    received_at: datetime
    assessment: Assessment
    dates: Dates = field(default_factory=Dates)
    learning: Learning = field(default_factory=Learning)
    first_contact_at: datetime | None = None
    ref: str = ""
    stage: Stage = Stage.RECEIVED
    finding: Finding | None = None
    outcome_words: str = ""
    told_by: Channel | None = None
    planned: tuple[RemedyCard, ...] = ()

    @property
    def is_answered(self) -> bool:
        """They have an answer that stands: it is put right now, and not answered anew."""
        return self.stage in ANSWERED


def before_sorting(file: ComplaintFile, first_contact_at: datetime | None = None) -> Before:
    """What is known of a complaint on record before it is sorted."""
    card = file.card
    return Before(
        received_at=card.draft.received_at,
        assessment=card.assessment,
        dates=card.dates,
        learning=card.learning,
        first_contact_at=first_contact_at,
        ref=card.ref,
        stage=card.stage,
        finding=card.finding,
        outcome_words=card.outcome_words,
        told_by=card.told_by,
        planned=open_remedies(file.remedies),
    )


def sorted_out(
    before: Before, draft: SortedDraft, today: date, now: datetime, calendar: WorkingCalendar
) -> SortedOut:
    """What "It's sorted" records: acknowledgement, finding and remedy, at the times they happened.

    Args:
        before: the complaint as it is.
        draft: what was typed.
        today: the day of writing.
        now: its moment, in UTC.
        calendar: of the business.

    Raises:
        Refusal: ``complaint_p1_full_steps``, ``sorted_needs_did``, ``sorted_needs_told``,
            ``complaint_step_ahead``, ``complaint_step_before_receipt``, ``sorted_needs_kind``,
            what ``tidy_line`` and ``checked_amount`` raise.
    """
    did, told_by = _checked(before, draft, today, calendar)
    received_on = local_date(calendar, before.received_at)
    told_at = moment_of(draft.on, draft.at, before.received_at, now, calendar)
    stage = sorted_stage(draft.content)
    dates = replace(
        before.dates,
        acknowledged_at=before.dates.acknowledged_at or before.first_contact_at or told_at,
        decided_on=before.dates.decided_on or draft.on,
        answered_on=before.dates.answered_on or draft.on,
        resolved_on=_resolved_on(before, draft),
        closed_on=draft.on if stage is Stage.CLOSED else None,
    )
    done, let_go = _planned(before, draft)
    learning = before.learning
    if draft.cause is not None and draft.cause not in learning.causes:
        learning = replace(learning, causes=(draft.cause, *learning.causes)[:3])
    return SortedOut(
        stage=stage,
        dates=dates,
        did=did,
        finding=_finding(before, draft),
        outcome_words=(before.is_answered and before.outcome_words) or did,
        told_by=(before.told_by if before.is_answered else None) or told_by,
        content=draft.content,
        learning=learning,
        remedy=None if done else _remedy(draft, did),
        done=done,
        let_go=let_go,
        is_on_the_spot=is_on_the_spot(received_on, draft.on, calendar),
    )


def _remedy(draft: SortedDraft, did: str) -> RemedyDraft | None:
    """What was done, as a remedy; None where that was of no sort."""
    if draft.kind is RemedyKind.NONE:
        return None
    return RemedyDraft(
        kind=draft.kind,
        words=did,
        amount_pence=draft.amount_pence,
        over_because=tidy_line(draft.over_because, "over_because", WORDS_MOST),
        done_on=draft.on,
    )


def _planned(
    before: Before, draft: SortedDraft
) -> tuple[tuple[RemedyCard, ...], tuple[RemedyCard, ...]]:
    """What becomes of what was planned: it is done with it, or owed no more.

    Where nobody says of what sort the thing was that we did, it was what was planned; else only
    that of the same sort. Money that was given stands with the first.
    """
    done, let_go = [], []
    for one in before.planned:
        if draft.kind in (RemedyKind.NONE, one.draft.kind):
            done.append(replace(one, draft=replace(one.draft, done_on=draft.on)))
        else:
            let_go.append(one)
    if done and draft.amount_pence is not None:
        because = tidy_line(draft.over_because, "over_because", WORDS_MOST)
        first = replace(
            done[0].draft,
            amount_pence=draft.amount_pence,
            over_because=because or done[0].draft.over_because,
        )
        done[0] = replace(done[0], draft=first)
    return tuple(done), tuple(let_go)


def finding_by(kind: RemedyKind) -> Finding:
    """What a remedy says about the whole where nobody says more."""
    return Finding.UPHELD if kind in RIGHTING else Finding.NO_FINDING


def _finding(before: Before, draft: SortedDraft) -> Finding:
    """What was found: of an answer that stands, else as said now, else as the remedy says.

    In a second look a remedy that says nothing leaves what was found at first.
    """
    if before.is_answered and before.finding is not None:
        return before.finding
    said = finding_by(draft.kind)
    if said is Finding.NO_FINDING and before.finding is not None:
        said = before.finding
    return draft.finding or said


def _resolved_on(before: Before, draft: SortedDraft) -> date:
    """The day it was put right; what was put right once and opened again counts anew."""
    known = before.dates.resolved_on if before.stage is Stage.RESOLVED else None
    return known or draft.on


def is_on_the_spot(received_on: date, on: date, calendar: WorkingCalendar) -> bool:
    """Settled within a working day of its receipt."""
    return calendar.days_between(received_on, on, DayKind.WORKING) <= ON_THE_SPOT


def _checked(
    before: Before, draft: SortedDraft, today: date, calendar: WorkingCalendar
) -> tuple[str, Channel]:
    if priority_of(before.assessment) is Priority.P1:
        raise Refusal("complaint_p1_full_steps", ref=before.ref)
    did = tidy_line(draft.did, "did", WORDS_MOST)
    if not did:
        raise Refusal("sorted_needs_did", "did")
    if draft.told_by is None:
        raise Refusal("sorted_needs_told", "told_by")
    if draft.on > today:
        raise Refusal("complaint_step_ahead", "on")
    if draft.on < local_date(calendar, before.received_at):
        raise Refusal("complaint_step_before_receipt", "on")
    if checked_amount(draft.amount_pence, "amount_pence") and draft.kind is RemedyKind.NONE:
        raise Refusal("sorted_needs_kind", "kind")
    return did, draft.told_by
