# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes what hangs on complaints inside somebody else's step: remedies, pauses, actions."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints_checking import (
    NOTES_MOST,
    checked_referral,
    checked_remedy,
    tidy_text,
)
from servicedesk.domain.complaints_file import ReferralDraft, RemedyCard, RemedyDraft
from servicedesk.domain.complaints_guards import running_pause
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import limit_of
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due, Outcome, PromiseCard, PromiseDraft, PromiseKind
from servicedesk.services.complaints_counting import recount
from servicedesk.services.complaints_writing import Footing, card_of, file_of
from servicedesk.services.promises_writing import card_of as promise_of
from servicedesk.services.promises_writing import (
    write_change,
    write_done,
    write_ended,
    write_new_date,
    write_promise,
)
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.complaints_file import referral_values, remedies_of, remedy_values
from servicedesk.store.complaints_parts import (
    complaint_pauses,
    complaint_referrals,
    complaint_remedies,
)
from servicedesk.store.people import all_people


def write_remedy(
    unit: Unit,
    complaint_id: int,
    draft: RemedyDraft,
    footing: Footing,
    remedy_id: int | None = None,
) -> int:
    """Write what puts it right; one that is planned for a day becomes a promise.

    Args:
        unit: the step it is part of.
        complaint_id: of the complaint.
        draft: as typed.
        footing: what it stands on.
        remedy_id: of the remedy that is changed, or None for a new one.

    Returns:
        The number of the remedy.

    Raises:
        Refusal: ``record_gone``, what ``checked_remedy`` and ``write_promise`` raise.
    """
    card = card_of(unit.connection, complaint_id)
    received_on = local_date(footing.calendar.days, card.draft.received_at)
    people = all_people(unit.connection).values()
    limit = limit_of(draft.by_whom or footing.who, people)
    tidy = checked_remedy(draft, footing.today, received_on, limit)
    values = {**remedy_values(tidy), "complaint_id": complaint_id}
    promise = None
    if remedy_id is None:
        remedy_id = unit.insert(complaint_remedies, values)
    else:
        before = remedy_of(unit.connection, complaint_id, remedy_id)
        promise = standing_promise(unit.connection, before)
        unit.update(complaint_remedies, remedy_id, values)
        if promise is not None:
            _follow_promise(unit, promise, (before.draft, tidy), footing)
    if promise is None and tidy.due is not None and tidy.done_on is None:
        planned = _promise_for(tidy, card.draft.customer_id, card.draft.job_ref, footing)
        made = write_promise(unit, planned, footing.ground)
        unit.update(complaint_remedies, remedy_id, {"promise_id": made.id})
    recount(unit, complaint_id, footing.calendar.days, footing.law)
    return remedy_id


def write_remedy_done(
    unit: Unit, complaint_id: int, remedy_id: int, on: date, footing: Footing
) -> None:
    """Say that a remedy was done, and its promise with it.

    Raises:
        Refusal: ``record_gone``, or what ``checked_remedy`` and ``write_done`` raise.
    """
    remedy = remedy_of(unit.connection, complaint_id, remedy_id)
    write_remedy(unit, complaint_id, replace(remedy.draft, done_on=on), footing, remedy_id)


def write_as_planned(unit: Unit, remedy: RemedyCard, footing: Footing) -> None:
    """Say that a remedy was done as planned, and its promise with it.

    A promise that was written down after that day was kept on the day it was written.

    Args:
        unit: the step it is part of.
        remedy: with the day it was done.
        footing: what it stands on.

    Raises:
        Refusal: ``record_gone``, or what ``checked_remedy`` and ``write_done`` raise.
    """
    promise, done_on = standing_promise(unit.connection, remedy), remedy.draft.done_on
    if promise is not None and done_on is not None:
        done_on = max(done_on, promise.draft.made_on)
    draft = replace(remedy.draft, done_on=done_on)
    write_remedy(unit, remedy.complaint_id, draft, footing, remedy.id)


def write_let_go(unit: Unit, remedy: RemedyCard, on: date, instead: str, footing: Footing) -> None:
    """Say that nobody waits for a remedy any more, for it was put right otherwise.

    Args:
        unit: the step it is part of.
        remedy: that was planned.
        on: the day.
        instead: what was done in its place.
        footing: what it stands on.
    """
    promise = standing_promise(unit.connection, remedy)
    if promise is not None and promise.is_open:
        day = max(on, promise.draft.made_on)
        write_ended(unit, promise, Outcome.RELEASED, day, instead, footing.ground)


def write_pause(unit: Unit, complaint_id: int, on: date, question: str) -> None:
    """Write that we wait for the customer from a day on.

    Raises:
        Refusal: ``text_too_long``.
    """
    tidy = tidy_text(question, "words", NOTES_MOST)
    unit.insert(
        complaint_pauses,
        {"complaint_id": complaint_id, "from_on": on, "question": tidy},
    )


def write_pause_over(unit: Unit, complaint_id: int, on: date) -> None:
    """Write that we wait for the customer no longer; nothing where we did not."""
    pause = running_pause(file_of(unit.connection, complaint_id))
    if pause is not None:
        unit.update(complaint_pauses, pause.id, {"until": on})


def write_reminded(unit: Unit, complaint_id: int, on: date) -> None:
    """Write that the customer was reminded of our question.

    Raises:
        Refusal: ``record_gone``, ``complaint_not_waiting_customer`` or
            ``complaint_reply_before_question``.
    """
    file = file_of(unit.connection, complaint_id)
    pause = running_pause(file)
    if pause is None:
        raise Refusal("complaint_not_waiting_customer", ref=file.card.ref)
    if on < pause.from_on:
        raise Refusal("complaint_reply_before_question", "on")
    unit.update(complaint_pauses, pause.id, {"reminded_on": on})


def write_outside(unit: Unit, complaint_id: int, draft: ReferralDraft, footing: Footing) -> None:
    """Write before whom outside a complaint is.

    Raises:
        Refusal: what ``checked_referral`` raises.
    """
    values = referral_values(_checked_referral(unit.connection, complaint_id, draft, footing))
    unit.insert(complaint_referrals, {**values, "complaint_id": complaint_id})


def write_outside_result(
    unit: Unit, complaint_id: int, draft: ReferralDraft, footing: Footing
) -> None:
    """Write what came of the last referral of a complaint.

    Raises:
        Refusal: ``record_gone``, ``complaint_not_outside``, or what ``checked_referral`` raises.
    """
    file = file_of(unit.connection, complaint_id)
    if not file.referrals:
        raise Refusal("complaint_not_outside", ref=file.card.ref)
    write_referral(unit, complaint_id, file.referrals[-1].id, draft, footing)


def write_referral(
    unit: Unit, complaint_id: int, referral_id: int, draft: ReferralDraft, footing: Footing
) -> None:
    """Write other words of a referral.

    Raises:
        Refusal: ``record_gone``, or what ``checked_referral`` raises.
    """
    tidy = _checked_referral(unit.connection, complaint_id, draft, footing)
    unit.update(complaint_referrals, referral_id, referral_values(tidy))


def _checked_referral(
    reading: Reading, complaint_id: int, draft: ReferralDraft, footing: Footing
) -> ReferralDraft:
    received_at = card_of(reading, complaint_id).draft.received_at
    return checked_referral(draft, footing.today, local_date(footing.calendar.days, received_at))


def standing_promise(reading: Reading, remedy: RemedyCard) -> PromiseCard | None:
    """The promise of a remedy, or None: none was made, or it was broken or we were released."""
    if remedy.promise_id is None:
        return None
    promise = promise_of(reading, remedy.promise_id)
    ended = None if promise.ending is None else promise.ending.outcome
    return None if ended in (Outcome.BROKEN, Outcome.RELEASED) else promise


def remedy_of(reading: Reading, complaint_id: int, remedy_id: int) -> RemedyCard:
    """A remedy of a complaint.

    Raises:
        Refusal: ``record_gone``.
    """
    for one in remedies_of(reading, complaint_id):
        if one.id == remedy_id:
            return one
    raise Refusal("record_gone", record=complaint_remedies.name)


def _follow_promise(
    unit: Unit, promise: PromiseCard, change: tuple[RemedyDraft, RemedyDraft], footing: Footing
) -> None:
    """Have the promise of a remedy say what the remedy says now.

    Words that somebody gave to the promise itself stay.

    Raises:
        Refusal: ``remedy_day_is_promised`` for a day that was emptied, or what the steps of a
            promise raise.
    """
    if not promise.is_open:
        return
    before, tidy = change
    if tidy.done_on is None and tidy.due is None:
        raise Refusal("remedy_day_is_promised", "due")
    said = {one: one.words or _words_for(one, footing.phrases) for one in change}
    text = said[tidy] if promise.draft.text == said[before] else promise.draft.text
    by_whom = promise.draft.promiser if tidy.by_whom == before.by_whom else tidy.by_whom
    worded = replace(promise.draft, text=text, promiser=by_whom)
    if worded != promise.draft:
        promise = write_change(unit, promise, worded, footing.ground)
    if tidy.done_on is not None:
        write_done(unit, promise, tidy.done_on, None, footing.ground)
    elif tidy.due is not None and tidy.due != promise.due.day:
        write_new_date(unit, promise, Due(day=tidy.due), True, "", footing.ground)


def _promise_for(
    tidy: RemedyDraft, customer_id: int | None, job_ref: str, footing: Footing
) -> PromiseDraft:
    """What a planned remedy promises."""
    return PromiseDraft(
        customer_id=customer_id,
        text=tidy.words or _words_for(tidy, footing.phrases),
        due=None if tidy.due is None else Due(day=tidy.due),
        promiser=tidy.by_whom,
        made_on=footing.today,
        kind=PromiseKind.REMEDY,
        job_ref=job_ref,
    )


def _words_for(tidy: RemedyDraft, phrases: Phrases) -> str:
    return phrases.say(f"enum.RemedyKind.{tidy.kind.value}")
