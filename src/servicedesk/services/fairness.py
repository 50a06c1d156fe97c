# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with offers and plans, and with checks of how fair they are."""

from datetime import date

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.fairness import FairnessCard, FairnessGap, OfferCard, OfferDraft, SameDeal
from servicedesk.domain.fairness_rules import (
    check_may_answer,
    check_may_begin,
    check_may_finish,
    checked_note,
    checked_offer,
    drawn_customers,
    gaps_of,
    observed_in,
)
from servicedesk.domain.fairness_words import fairness_blocks, fairness_title, gap_words, seen_words
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.samples_checks import seed_of
from servicedesk.services.actions_writing import write_action
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.fairness import (
    check_of_customer,
    fairness_cards,
    fairness_checks,
    fairness_customers,
    fairness_offers,
    long_customers,
    offer_cards,
    offer_values,
    offers,
    planned_keys,
)


class Fairness:
    """The use cases of offers and fairness checks.

    Args:
        units: opens changes and reads.
        around: the clock and words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def offers(self) -> tuple[OfferCard, ...]:
        """Every offer and plan, in the order in which they were written down."""
        with self._units.read() as reading:
            return offer_cards(reading)

    def add_offer(self, draft: OfferDraft, who: str) -> Done[OfferCard]:
        """Write an offer or plan down.

        Raises:
            Refusal: what ``checked_offer`` raises.
        """
        tidy = checked_offer(draft, self._today)
        with self._units.change("add offer", who) as unit:
            offer_id = unit.insert(offers, offer_values(tidy))
        return Done(card=OfferCard(id=offer_id, draft=tidy), changes=unit.changes)

    def change_offer(self, offer_id: int, draft: OfferDraft, who: str) -> Done[OfferCard]:
        """Change an offer or plan; checks that are finished keep what they saw.

        Raises:
            Refusal: ``record_gone``, or what ``checked_offer`` raises.
        """
        tidy = checked_offer(draft, self._today)
        with self._units.change("change offer", who) as unit:
            _offer(unit.connection, offer_id)
            unit.update(offers, offer_id, offer_values(tidy))
        return Done(card=OfferCard(id=offer_id, draft=tidy), changes=unit.changes)

    def remove_offer(self, offer_id: int, who: str) -> Done[OfferCard]:
        """Remove an offer or plan.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove offer", who) as unit:
            card = _offer(unit.connection, offer_id)
            unit.remove(offers, offer_id)
        return Done(card=card, changes=unit.changes)

    def checks(self) -> tuple[FairnessCard, ...]:
        """Every fairness check, the newest first."""
        with self._units.read() as reading:
            return fairness_cards(reading)

    def begin(self, who: str) -> Done[FairnessCard]:
        """Begin a check: the program draws five long-standing customers.

        Raises:
            Refusal: what ``check_may_begin`` raises.
        """
        today, seed = self._today, seed_of(self._around.clock.now())
        with self._units.change("begin fairness check", who) as unit:
            reading = unit.connection
            earlier = fairness_cards(reading)
            before = {one.customer_id for card in earlier[:1] for one in card.customers}
            known = {number for number in before if number is not None}
            drawn = drawn_customers(long_customers(reading), known, today, seed)
            check_may_begin(earlier, len(offer_cards(reading)), len(drawn), today)
            values = {"drawn_on": today, "finished_on": None}
            check_id = unit.insert(fairness_checks, values)
            for place, one in enumerate(drawn):
                asked = {
                    "fairness_check_id": check_id,
                    "position": place,
                    "customer_id": one.id,
                    "since": one.since,
                    "same": None,
                    "note": "",
                }
                unit.insert(fairness_customers, asked)
            card = _check(reading, check_id)
        return Done(card=card, changes=unit.changes)

    def answer(self, row_id: int, same: SameDeal | None, note: str, who: str) -> Done[FairnessCard]:
        """Say whether a customer who was drawn has the deal of a new one.

        Args:
            row_id: ``id`` of the ``CheckedCustomer``.
            same: None takes back what was said.
            note: what was seen; may be empty.
            who: says so.

        Raises:
            Refusal: ``record_gone``, ``fairness_finished``, or what ``checked_note`` raises.
        """
        tidy = checked_note(note)
        with self._units.change("answer fairness check", who) as unit:
            check_id = check_of_customer(unit.connection, row_id)
            if check_id is None:
                raise Refusal("record_gone", record=fairness_customers.name)
            check_may_answer(_check(unit.connection, check_id))
            unit.update(fairness_customers, row_id, {"same": same, "note": tidy})
            card = _check(unit.connection, check_id)
        return Done(card=card, changes=unit.changes)

    def finish(self, check_id: int, who: str) -> Done[FairnessCard]:
        """Finish a check: the offers are frozen with it as they stand.

        Raises:
            Refusal: ``record_gone``, or what ``check_may_finish`` raises.
        """
        with self._units.change("finish fairness check", who) as unit:
            card = _check(unit.connection, check_id)
            check_may_finish(card, self._today)
            for place, offer in enumerate(card.offers):
                values = {"fairness_check_id": check_id, "position": place}
                unit.insert(fairness_offers, {**values, **offer_values(offer.draft)})
            unit.update(fairness_checks, check_id, {"finished_on": self._today})
            card = _check(unit.connection, check_id)
        return Done(card=card, changes=unit.changes)

    def remove(self, check_id: int, who: str) -> Done[FairnessCard]:
        """Remove a check that was begun and is not finished.

        Raises:
            Refusal: ``record_gone`` or ``fairness_finished``.
        """
        with self._units.change("remove fairness check", who) as unit:
            card = _check(unit.connection, check_id)
            check_may_answer(card)
            for one in card.customers:
                unit.remove(fairness_customers, one.id)
            unit.remove(fairness_checks, check_id)
        return Done(card=card, changes=unit.changes)

    def unplanned(self, check_id: int) -> tuple[FairnessGap, ...]:
        """The gaps of a check of which no action was made yet.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _unplanned(reading, check_id)

    def to_do(self, check_id: int) -> tuple[str, ...]:
        """The same gaps in words, as their actions would say them.

        Raises:
            Refusal: ``record_gone``.
        """
        return tuple(gap_words(gap, self._around.phrases) for gap in self.unplanned(check_id))

    def seen(self, offer: OfferDraft) -> tuple[str, ...]:
        """What is seen today in an offer or plan, a sentence each."""
        phrases = self._around.phrases
        return tuple(seen_words(one, offer, phrases) for one in observed_in(offer, self._today))

    def plan(self, check_id: int, who: str) -> Done[tuple[int, ...]]:
        """Make an action of every gap of a finished check that has none yet.

        Returns:
            The numbers of the actions.

        Raises:
            Refusal: ``record_gone``; ``fairness_not_finished``.
        """
        today, phrases = self._today, self._around.phrases
        with self._units.change("plan fairness", who) as unit:
            if _check(unit.connection, check_id).is_open:
                raise Refusal("fairness_not_finished")
            drafts = [
                ActionDraft(
                    kind=ActionKind.IMPROVEMENT,
                    text=gap_words(gap, phrases),
                    source=ActionSource.FAIRNESS,
                    source_key=gap.key,
                    source_id=check_id,
                )
                for gap in _unplanned(unit.connection, check_id)
            ]
            made = tuple(write_action(unit, draft, today) for draft in drafts)
        return Done(card=made, changes=unit.changes)

    def paper(self, check_id: int) -> PrintJob:
        """A check on a page.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        with self._units.read() as reading:
            card = _check(reading, check_id)
            facts = read_facts(reading)
        name, title = str(facts.get("trading_name", "")), fairness_title(card, phrases)
        paper = Paper(
            title=title,
            language=phrases.say("letter.language"),
            author=name,
            blocks=fairness_blocks(card, gaps_of(card), name, phrases),
            footer=title,
        )

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        offer = PaperOffer(id="fairness", sizes=usual, can_be_large=True)
        return PrintJob(title=title, stem=title, offers=(offer,), make=make)

    @property
    def _today(self) -> date:
        return self._around.clock.today()


def _unplanned(reading: Reading, check_id: int) -> tuple[FairnessGap, ...]:
    gaps, planned = gaps_of(_check(reading, check_id)), planned_keys(reading, check_id)
    return tuple(gap for gap in gaps if gap.key not in planned)


def _offer(reading: Reading, offer_id: int) -> OfferCard:
    for card in offer_cards(reading):
        if card.id == offer_id:
            return card
    raise Refusal("record_gone", record=offers.name)


def _check(reading: Reading, check_id: int) -> FairnessCard:
    for card in fairness_cards(reading, check_id):
        return card
    raise Refusal("record_gone", record=fairness_checks.name)
