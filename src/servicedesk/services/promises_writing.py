# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes promises inside somebody else's step: a new one, a new day, an ending."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from servicedesk.content.law import legal_figures
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.customers import NOTHING_OWN, CustomerDraft
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.own_fields import OwnFieldOn, checked_own
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import (
    Due,
    Ending,
    Outcome,
    PromiseCard,
    PromiseDraft,
)
from servicedesk.domain.promises_rules import (
    TEXT_MOST,
    Moved,
    Standing,
    check_far,
    checked_done,
    checked_promise,
    is_overdue,
    moment_made,
    moved,
    named,
    outcome_of,
    tidy_due,
)
from servicedesk.domain.promises_standards import Offer, due_by
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.complaints_counting import recount_for_promise
from servicedesk.services.customers_keeping import add_newcomer
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import promises as kept
from servicedesk.store.journal import history_of
from servicedesk.store.own_fields import fields_on
from servicedesk.store.promises_standards import published_standards
from servicedesk.store.references import next_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every write about promises stands on.

    Args:
        calendar: of the business.
        law: what the law says in figures.
        phrases: words of the language of the papers.
        now: the moment of writing, in UTC.
        today: the day in the shop.
        who: writes.
    """

    calendar: WorkingCalendar
    law: LegalFigures
    phrases: Phrases
    now: datetime
    today: date
    who: str


def ground_in(unit: Unit, around: Surroundings, who: str) -> Ground:
    """What writes inside a step stand on, the calendar as it is in the file.

    Args:
        unit: the step.
        around: the clock, the words and the holidays that come with the program.
        who: writes.
    """
    return Ground(
        calendar=calendar_in(unit.connection, around.resources).days,
        law=legal_figures(around.resources),
        phrases=around.phrases,
        now=around.clock.now(),
        today=around.clock.today(),
        who=who,
    )


def card_of(reading: Reading, promise_id: int) -> PromiseCard:
    """One promise, whatever became of it.

    Raises:
        Refusal: ``record_gone``.
    """
    card = kept.promise(reading, promise_id)
    if card is None:
        raise Refusal("record_gone", record=kept.promises.name)
    return card


def open_card_of(reading: Reading, promise_id: int) -> PromiseCard:
    """One promise that is open and not in the bin.

    Raises:
        Refusal: ``record_gone``, or ``promise_not_open``.
    """
    card = card_of(reading, promise_id)
    if not card.is_open or card.binned_at is not None:
        raise Refusal("promise_not_open", ref=card.ref)
    return card


def made_to(
    unit: Unit, drafts: Sequence[PromiseDraft], newcomer: CustomerDraft | None, ground: Ground
) -> tuple[PromiseDraft, ...]:
    """Promises made to whoever becomes a customer by them; as they are where nobody does.

    Raises:
        Refusal: what ``add_newcomer`` raises.
    """
    new = add_newcomer(unit, newcomer, ground.today)
    return tuple(draft if new is None else replace(draft, customer_id=new) for draft in drafts)


def write_promise(
    unit: Unit, draft: PromiseDraft, ground: Ground, repeat_id: int | None = None
) -> PromiseCard:
    """Write a new promise.

    Args:
        unit: the step it is part of.
        draft: as typed; its standard gives the day and the remedy that were not.
        ground: what it stands on; who writes it promised it where nobody else is named.
        repeat_id: of the repeating promise it belongs to, or None.

    Raises:
        Refusal: what ``checked_promise`` raises, or ``promise_standard_gone``.
    """
    today = ground.today
    offer = offer_in(unit.connection, draft.standard_key)
    promiser = name_of(unit.connection, draft.promiser, ground.who)
    filled = replace(_by_standard(draft, offer, ground), promiser=promiser)
    fields = fields_on(unit.connection, OwnFieldOn.PROMISE)
    own = checked_own(filled.own, fields, NOTHING_OWN, today)
    tidy = checked_promise(replace(filled, own=own), today, ground.calendar)
    due = tidy.due or Due(day=today)
    promise_id = unit.insert(
        kept.promises,
        {
            "ref": next_ref(unit.connection, kept.promises, "P", today.year),
            **kept.draft_values(tidy),
            **kept.due_values(due),
            **kept.first_due_values(due),
            **kept.ending_values(None),
            "is_revised": False,
            "charter_version_id": None if offer is None else offer.charter_version_id,
            "repeat_id": repeat_id,
        },
    )
    return card_of(unit.connection, promise_id)


def name_of(reading: Reading, typed: str, who: str) -> str:
    """Who it was: as typed, or whoever serves, or the owner by their name; may be empty."""
    return named(typed or who, "") or str(read_facts(reading).get("owner_name", ""))


def offer_in(reading: Reading, key: str) -> Offer | None:
    """The standard of the published charter that a promise names; None where it names none.

    Raises:
        Refusal: ``promise_standard_gone`` when the published charter has no such standard.
    """
    if not key:
        return None
    for offer in published_standards(reading):
        if offer.standard.key == key:
            return offer
    raise Refusal("promise_standard_gone", "standard_key")


def _by_standard(draft: PromiseDraft, offer: Offer | None, ground: Ground) -> PromiseDraft:
    """The draft with the day and the remedy of its standard where it has none of its own."""
    if offer is None:
        return draft
    filled = replace(draft, remedy=draft.remedy or offer.remedy(ground.phrases))
    if filled.due is not None:
        return filled
    start = moment_made(draft.made_on, ground.now, ground.calendar)
    found = due_by(offer.standard, start, ground.calendar)
    return filled if found is None else replace(filled, due=found.due, allowance=found.allowance)


def write_new_date(
    unit: Unit, card: PromiseCard, due: Due, agreed: bool, words: str, ground: Ground
) -> PromiseCard:
    """Give an open promise a new date, with its line in the history.

    Args:
        unit: the step it is part of.
        card: before the move.
        due: the new date.
        agreed: the customer agreed to it.
        words: what was said; may be empty.
        ground: what it stands on.

    Raises:
        Refusal: what ``moved`` raises, ``promise_far``, or what ``tidy_line`` raises.
    """
    said = tidy_line(words, "words", TEXT_MOST)
    standing = Standing(due=card.due, counts=card.counts, is_revised=card.is_revised)
    new = tidy_due(due, ground.calendar)
    check_far(new, ground.today)
    to = moved(standing, new, agreed, ground.now, ground.calendar)
    return write_move(unit, card, to, said, ground)


def write_move(unit: Unit, card: PromiseCard, to: Moved, words: str, ground: Ground) -> PromiseCard:
    """Write a new day with its line in the history.

    Args:
        unit: the step it is part of.
        card: before the move.
        to: what the rule makes of the new day.
        words: what was said; may be empty.
        ground: what it stands on.
    """
    unit.insert(
        kept.promise_moves,
        {
            "promise_id": card.id,
            "moved_at": ground.now,
            "moved_on": ground.today,
            "from_on": card.due.day,
            "from_at": card.due.at,
            "to_on": to.due.day,
            "to_at": to.due.at,
            "reason": to.reason,
            "words": words,
            "who": ground.who,
        },
    )
    values = {
        **kept.due_values(to.due),
        **kept.counts_values(to.counts),
        # A day that was named is no longer worked out from an allowance.
        "allowance_amount": None,
        "allowance_unit": None,
        "allowance_start": None,
        "is_revised": to.is_revised,
        "snoozed_until": None,
    }
    unit.update(kept.promises, card.id, values)
    recount_for_promise(unit, card.id, ground.calendar, ground.law)
    return card_of(unit.connection, card.id)


def write_done(
    unit: Unit, card: PromiseCard, on: date, at: datetime | None, ground: Ground
) -> PromiseCard:
    """Write that a promise was done, kept or late by the rule.

    Args:
        unit: the step it is part of.
        card: of the open promise.
        on: the day it was done.
        at: the minute, in UTC; None where only the day is known. Where a time was promised,
            something done today without a minute was done now.
        ground: what it stands on.

    Raises:
        Refusal: ``promise_done_ahead`` or ``promise_done_before_made``.
    """
    if at is None and on == ground.today and card.counted_due.at is not None:
        at = ground.now
    checked_done(on, at, card.draft.made_on, ground.today)
    outcome = outcome_of(card.counted_due, on, at, ground.calendar).outcome
    ending = Ending(outcome=outcome, on=on, at=at, written_at=ground.now)
    return write_ending(unit, card, ending, ground)


def write_ended(
    unit: Unit, card: PromiseCard, outcome: Outcome, on: date, reason: str, ground: Ground
) -> PromiseCard:
    """Write that a promise was broken, or that the customer released us from it.

    Raises:
        Refusal: ``promise_done_ahead`` or ``promise_done_before_made``.
    """
    checked_done(on, None, card.draft.made_on, ground.today)
    words = tidy_line(reason, "reason", TEXT_MOST)
    ending = Ending(outcome=outcome, on=on, written_at=ground.now, reason=words)
    return write_ending(unit, card, ending, ground)


def write_ending(
    unit: Unit, card: PromiseCard, ending: Ending | None, ground: Ground
) -> PromiseCard:
    """Write how a promise ended, or with None that it is open again."""
    unit.update(kept.promises, card.id, {**kept.ending_values(ending), "snoozed_until": None})
    recount_for_promise(unit, card.id, ground.calendar, ground.law)
    return card_of(unit.connection, card.id)


def write_change(unit: Unit, card: PromiseCard, draft: PromiseDraft, ground: Ground) -> PromiseCard:
    """Write other words for a promise. Its day is corrected only on the day it was written.

    Args:
        unit: the step it is part of.
        card: before.
        draft: as typed; without a day, it stays as it is.
        ground: what it stands on.

    Raises:
        Refusal: what ``checked_promise`` raises, ``promise_standard_gone``, or
            ``promise_use_new_date`` for a day that has to be moved instead.
    """
    key, version = draft.standard_key, card.charter_version_id
    if key != card.draft.standard_key:
        offer = offer_in(unit.connection, key)
        version = None if offer is None else offer.charter_version_id
    fields = fields_on(unit.connection, OwnFieldOn.PROMISE)
    own = checked_own(draft.own, fields, card.draft.own, ground.today)
    promiser = name_of(unit.connection, draft.promiser, ground.who)
    wanted = replace(draft, due=draft.due or card.due, promiser=promiser, own=own)
    tidy = checked_promise(wanted, ground.today, ground.calendar)
    due = tidy.due or card.due
    values = {**kept.draft_values(tidy), "charter_version_id": version}
    if due != card.due:
        if not _may_be_corrected(unit.connection, card, ground):
            raise Refusal("promise_use_new_date", "due")
        values |= {**kept.due_values(due), **kept.first_due_values(due)}
    unit.update(kept.promises, card.id, values)
    return card_of(unit.connection, card.id)


def _may_be_corrected(reading: Reading, card: PromiseCard, ground: Ground) -> bool:
    """Whether another day is a slip put right: written today, still to come, never moved."""
    if not card.is_open or kept.moves_of(reading, card.id):
        return False
    if is_overdue(card.due, ground.now, ground.calendar):
        return False
    written = history_of(reading, kept.promises, card.id)
    return bool(written) and local_date(ground.calendar, written[0].at) == ground.today
