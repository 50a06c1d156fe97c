# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs on complaints, written and read back; a whole file in ten statements."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, bindparam, select

from servicedesk.domain.complaints_file import (
    BehaviourCard,
    BehaviourDraft,
    ComplaintFile,
    EntryCard,
    EntryDraft,
    IssueCard,
    IssueDraft,
    PauseCard,
    ReferralCard,
    ReferralDraft,
    RemedyCard,
    RemedyDraft,
    StepCard,
)
from servicedesk.store.actions import action_of, actions
from servicedesk.store.complaints_parts import (
    complaint_behaviours,
    complaint_entries,
    complaint_issues,
    complaint_pauses,
    complaint_referrals,
    complaint_remedies,
    complaint_steps,
)
from servicedesk.store.complaints_reading import complaint
from servicedesk.store.promises import promises
from servicedesk.store.types import Id

_Found = Row[Any]
_Part = TypeVar("_Part")

_WANTED = bindparam("wanted", type_=Id())
_REMEDIES = (
    select(
        complaint_remedies,
        promises.c.due_on.label("promised_on"),
        promises.c.ended_on.label("ended_on"),
        promises.c.outcome.label("outcome"),
    )
    .outerjoin(promises, complaint_remedies.c.promise_id == promises.c.id)
    .where(complaint_remedies.c.complaint_id == _WANTED)
    .order_by(complaint_remedies.c.id)
)


def complaint_file(connection: Connection, complaint_id: int) -> ComplaintFile | None:
    """A complaint with all that hangs on it, or None."""
    card = complaint(connection, complaint_id)
    if card is None:
        return None

    def read(table: Table, made: Callable[[_Found], _Part]) -> tuple[_Part, ...]:
        return _parts(connection, table, complaint_id, made)

    return ComplaintFile(
        card=card,
        issues=read(complaint_issues, _issue),
        entries=read(complaint_entries, _entry),
        remedies=remedies_of(connection, complaint_id),
        pauses=read(complaint_pauses, _pause),
        actions=read(actions, action_of),
        referrals=read(complaint_referrals, _referral),
        behaviours=read(complaint_behaviours, _behaviour),
        steps=read(complaint_steps, _step),
    )


def remedies_of(connection: Connection, complaint_id: int) -> tuple[RemedyCard, ...]:
    """The remedies of a complaint; of one with a promise, the promise says when it is due and done.

    A promise that was broken is still owed, without it; one that the customer released us from has
    no day any more.
    """
    rows = connection.execute(_REMEDIES, {"wanted": complaint_id})
    return tuple(map(_remedy, rows))


def remedy_of_promise(connection: Connection, promise_id: int) -> int | None:
    """The number of the complaint to whose remedy a promise belongs, or None."""
    found: int | None = connection.scalar(
        select(complaint_remedies.c.complaint_id).where(
            complaint_remedies.c.promise_id == promise_id
        )
    )
    return found


def issue_values(draft: IssueDraft) -> dict[str, object]:
    """What is written of an issue, without its complaint and its place."""
    return {"text": draft.text, "finding": draft.finding, "reasons": draft.reasons}


def entry_values(draft: EntryDraft) -> dict[str, object]:
    """What is written of a line of the log, without its complaint and its writer."""
    return {
        "kind": draft.kind,
        "text": draft.text,
        "source": draft.source,
        "on_day": draft.on,
        "is_private": draft.is_private,
    }


def remedy_values(draft: RemedyDraft) -> dict[str, object]:
    """What is written of a remedy, without its complaint and its promise."""
    return {
        "kind": draft.kind,
        "ground": draft.ground,
        "words": draft.words,
        "amount_pence": draft.amount_pence,
        "vat_pence": draft.vat_pence,
        "by_whom": draft.by_whom,
        "due_on": draft.due,
        "done_on": draft.done_on,
        "approved_by": draft.approved_by,
        "over_because": draft.over_because,
        "valid_until": draft.valid_until,
        "method": draft.method,
    }


def referral_values(draft: ReferralDraft) -> dict[str, object]:
    """What is written of a complaint before somebody outside."""
    return {
        "kind": draft.kind,
        "body": draft.body,
        "their_ref": draft.their_ref,
        "referred_on": draft.referred_on,
        "result": draft.result,
        "result_on": draft.result_on,
        "cost_pence": draft.cost_pence,
        "is_binding": draft.is_binding,
    }


def behaviour_values(draft: BehaviourDraft) -> dict[str, object]:
    """What is written of a note of behaviour."""
    return {
        "on_day": draft.on,
        "text": draft.text,
        "limits": draft.limits,
        "warned_on": draft.warned_on,
        "review_on": draft.review_on,
        "ended_on": draft.ended_on,
    }


def _parts(
    connection: Connection, table: Table, complaint_id: int, made: Callable[[_Found], _Part]
) -> tuple[_Part, ...]:
    rows = connection.execute(_of(table), {"wanted": complaint_id})
    return tuple(map(made, rows))


@cache
def _of(table: Table) -> Select[Any]:
    return select(table).where(table.c.complaint_id == _WANTED).order_by(table.c.id)


def _issue(row: _Found) -> IssueCard:
    draft = IssueDraft(text=row.text, finding=row.finding, reasons=row.reasons)
    return IssueCard(id=row.id, complaint_id=row.complaint_id, place=row.place, draft=draft)


def _entry(row: _Found) -> EntryCard:
    draft = EntryDraft(
        kind=row.kind, text=row.text, source=row.source, on=row.on_day, is_private=row.is_private
    )
    return EntryCard(
        id=row.id,
        complaint_id=row.complaint_id,
        draft=draft,
        who=row.who,
        written_at=row.written_at,
    )


def _remedy(row: _Found) -> RemedyCard:
    has_promise = row.promise_id is not None
    is_done = row.outcome in ("kept", "late")
    is_released = row.outcome == "released"
    has_stayed = has_promise and not is_released and row.outcome != "broken"
    draft = RemedyDraft(
        kind=row.kind,
        ground=row.ground,
        words=row.words,
        amount_pence=row.amount_pence,
        vat_pence=row.vat_pence,
        by_whom=row.by_whom,
        due=row.due_on if not has_promise else None if is_released else row.promised_on,
        done_on=row.done_on if not has_stayed else row.ended_on if is_done else None,
        approved_by=row.approved_by,
        over_because=row.over_because,
        valid_until=row.valid_until,
        method=row.method,
    )
    return RemedyCard(
        id=row.id, complaint_id=row.complaint_id, draft=draft, promise_id=row.promise_id
    )


def _pause(row: _Found) -> PauseCard:
    return PauseCard(
        id=row.id,
        complaint_id=row.complaint_id,
        from_on=row.from_on,
        until=row.until,
        question=row.question,
        reminded_on=row.reminded_on,
    )


def _referral(row: _Found) -> ReferralCard:
    draft = ReferralDraft(
        kind=row.kind,
        body=row.body,
        their_ref=row.their_ref,
        referred_on=row.referred_on,
        result=row.result,
        result_on=row.result_on,
        cost_pence=row.cost_pence,
        is_binding=row.is_binding,
    )
    return ReferralCard(id=row.id, complaint_id=row.complaint_id, draft=draft)


def _behaviour(row: _Found) -> BehaviourCard:
    draft = BehaviourDraft(
        on=row.on_day,
        text=row.text,
        limits=row.limits,
        warned_on=row.warned_on,
        review_on=row.review_on,
        ended_on=row.ended_on,
    )
    return BehaviourCard(id=row.id, complaint_id=row.complaint_id, draft=draft)


def _step(row: _Found) -> StepCard:
    return StepCard(
        id=row.id,
        complaint_id=row.complaint_id,
        action=row.action,
        before=row.stage_before,
        after=row.stage_after,
        happened_on=row.happened_on,
        written_at=row.written_at,
        who=row.who,
        note=row.note,
        due_on=row.due_on,
        judged_on=row.judged_on,
        reverses=row.reverses,
    )
