# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What issuing a letter does to promise and customer, foretold and done in the step of issuing."""

from dataclasses import dataclass, replace

from servicedesk.content.law import legal_figures
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.customers_addresses import address_from
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft, LetterTemplate
from servicedesk.domain.letters_promising import (
    LetterEffect,
    counts_still,
    effect_of,
    field_behind,
    promise_behind,
)
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.promises_rules import Standing
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.customers_keeping import add_customer
from servicedesk.services.promises_repeating import write_next
from servicedesk.services.promises_writing import (
    Ground,
    card_of,
    write_done,
    write_new_date,
    write_promise,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """What issuing a letter will do.

    Args:
        effect: to the promise behind it.
        promise: the one on record that it is about, or None.
        adds: the customer who is added, by name; "" for none.
    """

    effect: LetterEffect
    promise: PromiseCard | None = None
    adds: str = ""


def ground_of(reading: Reading, around: Surroundings, who: str) -> Ground:
    """What writes about promises stand on, inside a read or a change."""
    return Ground(
        calendar=calendar_in(reading, around.resources).days,
        law=legal_figures(around.resources),
        phrases=around.phrases,
        now=around.clock.now(),
        today=around.clock.today(),
        who=who,
    )


def foretell(
    reading: Reading, template: LetterTemplate, draft: LetterDraft, ground: Ground
) -> Foretold:
    """What issuing a letter would do now.

    Args:
        reading: inside a read or a change.
        template: of the letter.
        draft: its days readable.
        ground: what writes about promises stand on.

    Raises:
        Refusal: ``record_gone`` for a promise that is not there.
    """
    promise = None if draft.promise_id is None else card_of(reading, draft.promise_id)
    makes = None if promise is not None else _made_by(template, draft, ground)
    effect = effect_of(template.stage, draft.values, promise, makes)
    standing = _standing(promise, makes)
    if standing is not None:
        try:
            still = counts_still(
                standing, effect, ground.now, ground.calendar, agreed=draft.is_agreed
            )
        except Refusal:  # a new day that is over already is refused when the letter goes out
            still = None
        effect = replace(effect, counts_still=still)
    return Foretold(effect=effect, promise=promise, adds=_newcomer(draft))


def carry_out(
    unit: Unit, template: LetterTemplate, draft: LetterDraft, ground: Ground
) -> LetterDraft:
    """Do what a letter says: to whom it goes is on record then, and what it is about.

    Args:
        unit: the step in which it is issued.
        template: of the letter.
        draft: as it was written.
        ground: what writes about promises stand on.

    Returns:
        The draft with the customer and the promise that it has now.

    Raises:
        Refusal: what the rules of customers and promises raise, beside the fields of the letter.
    """
    whole = draft
    try:
        if _newcomer(draft):
            card = add_customer(unit, _customer(draft), ground.today)
            whole = replace(whole, customer_id=card.id)
        foretold = foretell(unit.connection, template, whole, ground)
        promise = _written(unit, foretold, whole, ground)
    except Refusal as refusal:
        field = field_behind(template.stage, refusal.field)
        raise Refusal(refusal.code, field, **refusal.params) from refusal
    return whole if promise is None else replace(whole, promise_id=promise.id)


def _written(
    unit: Unit, foretold: Foretold, draft: LetterDraft, ground: Ground
) -> PromiseCard | None:
    effect, card = foretold.effect, foretold.promise
    if effect.makes is not None:
        card = write_promise(unit, effect.makes, ground)
    if card is None:
        return None
    if effect.moves_to is not None:
        reason = draft.values.get("reason", "")
        new = Due(day=effect.moves_to)
        card = write_new_date(unit, card, new, draft.is_agreed, reason, ground)
    if effect.done_on is not None:
        card = write_done(unit, card, effect.done_on, None, ground)
        write_next(unit, card, ground)
    return card


def _made_by(template: LetterTemplate, draft: LetterDraft, ground: Ground) -> PromiseDraft | None:
    """The promise that is written down with a letter; None where nobody wants it."""
    if not draft.keeps_promise:
        return None
    window = draft.values.get("slot.window", "")
    visit = ground.phrases.say("letter.visit_promise", window=window)
    return promise_behind(template.stage, draft.values, draft.customer_id, ground.today, visit)


def _standing(promise: PromiseCard | None, makes: PromiseDraft | None) -> Standing | None:
    if promise is not None:
        return Standing(due=promise.due, counts=promise.counts, is_revised=promise.is_revised)
    return Standing(due=makes.due) if makes is not None and makes.due is not None else None


def _newcomer(draft: LetterDraft) -> str:
    """The name of whoever is not on record yet and is to be."""
    is_new = draft.adds_customer and draft.customer_id is None
    return draft.values.get("customer.name", "").strip() if is_new else ""


def _customer(draft: LetterDraft) -> CustomerDraft:
    """A customer as a letter addresses them."""
    address = address_from(draft.values.get("customer.address_block", ""))
    return CustomerDraft(
        name=draft.values.get("customer.name", ""),
        salutation=draft.values.get("customer.salutation", ""),
        addresses=(address,) if address.lines or address.postcode else (),
    )
