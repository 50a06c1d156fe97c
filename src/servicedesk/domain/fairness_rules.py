# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules of fairness: what is kept of an offer, what is seen in it, which customers are drawn."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from heapq import nsmallest

from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import check_year, checked_amount
from servicedesk.domain.errors import Refusal
from servicedesk.domain.fairness import (
    CUSTOMERS,
    CheckedCustomer,
    FairnessCard,
    FairnessGap,
    LongCustomer,
    Observation,
    Observed,
    OfferDraft,
    SameDeal,
    steps_of,
)

LONG_MONTHS = 12
"""Whoever has been a customer for this long has stayed."""

OLDEST = 20
"""Of those who have stayed, the ones longest here, among whom the program draws."""

NAME_MOST = 80
PER_MOST = 30
STEPS_MOST = 400
NOTE_MOST = 200


def checked_offer(draft: OfferDraft, today: date) -> OfferDraft:
    """An offer or plan as it is kept.

    Args:
        draft: as typed.
        today: in the shop.

    Raises:
        Refusal: ``offer_needs_name`` for "name"; what ``checked_amount``, ``check_year``,
            ``tidy_line`` and ``tidy_text`` raise.
    """
    name = tidy_line(draft.name, "name", NAME_MOST)
    if not name:
        raise Refusal("offer_needs_name", "name")
    check_year(draft.ends_on, today, "ends_on")
    return replace(
        draft,
        name=name,
        per=tidy_line(draft.per, "per", PER_MOST),
        new_pence=checked_amount(draft.new_pence, "new_pence"),
        existing_pence=checked_amount(draft.existing_pence, "existing_pence"),
        joining=_steps(draft.joining, "joining"),
        leaving=_steps(draft.leaving, "leaving"),
    )


def observed_in(offer: OfferDraft, today: date) -> tuple[Observation, ...]:
    """What is seen in an offer or plan; nothing where it is even.

    Only what is written down counts: a price that nobody typed is not held against another, nor
    one that nobody can have any more.

    Args:
        offer: as kept.
        today: an offer whose last day is before it has ended.
    """
    return tuple(_seen(offer, today))


def drawn_customers(
    customers: Iterable[LongCustomer], before: Collection[int], today: date, seed: int
) -> tuple[LongCustomer, ...]:
    """Five long-standing customers, or all where there are fewer, by how long they are here.

    Among the twenty who have been here longest, and a year at least, each draws a lot that the
    seed and its number decide; the lowest lots win. Whoever was drawn last time waits until the
    others have had their turn.

    Args:
        customers: in any order.
        before: who was drawn last time.
        today: in the shop.
        seed: what the draw begins with, such as ``samples_checks.seed_of``.
    """
    stayed = [one for one in set(customers) if one.since <= add_months(today, -LONG_MONTHS)]
    oldest = nsmallest(OLDEST, stayed, key=lambda one: (one.since, one.id))

    def lot(one: LongCustomer) -> tuple[bool, bytes]:
        return one.id in before, sha256(f"{seed} {one.id}".encode()).digest()

    drawn = nsmallest(CUSTOMERS, oldest, key=lot)
    return tuple(sorted(drawn, key=lambda one: (one.since, one.id)))


def check_may_begin(
    checks: Iterable[FairnessCard], offers: int, customers: int, today: date
) -> None:
    """See that a check can begin.

    Args:
        checks: all there are.
        offers: how many are written down.
        customers: how many were drawn.
        today: in the shop.

    Raises:
        Refusal: ``fairness_ahead`` where one bears a day to come; ``fairness_is_open`` while one
            is not finished, so that nobody draws again until the customers suit;
            ``fairness_nothing`` where there is neither offer nor customer.
    """
    kept = tuple(checks)
    if any((one.finished_on or one.drawn_on) > today for one in kept):
        raise Refusal("fairness_ahead")
    if any(one.is_open for one in kept):
        raise Refusal("fairness_is_open")
    if not offers and not customers:
        raise Refusal("fairness_nothing")


def checked_note(note: str) -> str:
    """A note beside a customer, as kept.

    Raises:
        Refusal: what ``tidy_line`` raises, for "note".
    """
    return tidy_line(note, "note", NOTE_MOST)


def check_may_answer(card: FairnessCard) -> None:
    """See that a check can still be answered.

    Raises:
        Refusal: ``fairness_finished``.
    """
    if not card.is_open:
        raise Refusal("fairness_finished")


def check_may_finish(card: FairnessCard, today: date) -> None:
    """See that a check is answered to the end, and ends no day before it was begun.

    Raises:
        Refusal: ``fairness_finished``, ``fairness_ahead``, ``fairness_nothing`` where its last
            offer was removed and nobody was drawn, or ``fairness_unanswered`` with how many are
            left.
    """
    check_may_answer(card)
    if today < card.drawn_on:
        raise Refusal("fairness_ahead")
    if not card.offers and not card.customers:
        raise Refusal("fairness_nothing")
    left = sum(one.same is None for one in card.customers)
    if left:
        raise Refusal("fairness_unanswered", left=left)


def gaps_of(card: FairnessCard) -> tuple[FairnessGap, ...]:
    """What a check found that can be put right: in offers, then with customers.

    Args:
        card: of the check; offers are seen as on the day it was finished, or drawn.
    """
    return (*_offer_gaps(card), *(_customer_gap(one) for one in card.customers if _is_worse(one)))


def _offer_gaps(card: FairnessCard) -> Iterator[FairnessGap]:
    for offer in card.offers:
        for seen in observed_in(offer.draft, card.finished_on or card.drawn_on):
            if seen.is_gap:
                key = f"offer {offer.id} {seen.what.value}"
                yield FairnessGap(key=key, offer=offer, seen=seen)


def _customer_gap(one: CheckedCustomer) -> FairnessGap:
    return FairnessGap(key=f"customer {one.id}", customer=one)


def _is_worse(one: CheckedCustomer) -> bool:
    return one.same is SameDeal.NO


def _seen(offer: OfferDraft, today: date) -> Iterator[Observation]:
    if offer.ends_on is not None and offer.ends_on < today:
        yield Observation(what=Observed.ENDED, on=offer.ends_on)
    elif offer.new_pence is not None and offer.existing_pence is not None:
        more = offer.existing_pence - offer.new_pence
        if more > 0:
            yield Observation(what=Observed.PAY_MORE, pence=more)
    if offer.steps_in and not offer.steps_out:
        yield Observation(what=Observed.NO_WAY_OUT)
    elif offer.steps_in and offer.steps_out > offer.steps_in:
        yield Observation(
            what=Observed.HARDER_TO_LEAVE, steps_in=offer.steps_in, steps_out=offer.steps_out
        )


def _steps(typed: str, field: str) -> str:
    """The steps, one on each line, without blank lines."""
    lines = steps_of(tidy_text(typed, field, STEPS_MOST))
    return "\n".join(line for line in (tidy_line(one, field, STEPS_MOST) for one in lines) if line)
