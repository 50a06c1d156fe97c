# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with management reviews."""

from collections.abc import Sequence
from datetime import date

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.reviews import (
    Decision,
    ReviewCard,
    ReviewDraft,
    ReviewInput,
    YearlyLine,
)
from servicedesk.domain.reviews_inputs import inputs_of
from servicedesk.domain.reviews_paper import review_blocks, review_title
from servicedesk.domain.reviews_rules import (
    check_open,
    check_room,
    checked_decision,
    checked_review,
    finished_draft,
    period_to_review,
)
from servicedesk.services.actions_writing import write_action
from servicedesk.services.facts import read_facts
from servicedesk.services.figures import Figures
from servicedesk.services.reviews_gathering import Became, became_in, on_record, yearly_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.reviews import (
    decision_values,
    input_ids,
    next_position,
    review_cards,
    review_decisions,
    review_inputs,
    review_of_decision,
    review_values,
    reviews,
)


class Reviews:
    """The use cases of reviews.

    Args:
        units: opens changes and reads.
        around: the clock, words and data files.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def all(self) -> tuple[ReviewCard, ...]:
        """Every review, the newest first."""
        with self._units.read() as reading:
            return review_cards(reading)

    def get(self, review_id: int) -> ReviewCard:
        """A review.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _review(reading, review_id)

    def became(self, review_id: int) -> Became:
        """What was decided at a review, each with what became of it until today.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return became_in(reading, _review(reading, review_id), self._today)

    def yearly(self) -> tuple[YearlyLine, ...]:
        """What is looked at once a year, each with when it was last done."""
        with self._units.read() as reading:
            return yearly_in(reading, self._today)

    def begin(self, who: str) -> Done[ReviewCard]:
        """Begin a review: what is on record since the last one is gathered and frozen.

        Raises:
            Refusal: what ``period_to_review`` raises.
        """
        today = self._today
        with self._units.read() as reading:
            earlier = review_cards(reading)
        period = period_to_review(earlier, today)
        report = Figures(self._units, self._around).report(period)
        with self._units.change("begin review", who) as unit:
            before = earlier[0] if earlier else None
            record = on_record(unit.connection, self._around, period, report, before)
            days = {"begun_on": today, "first": period.first, "last": period.last}
            empty = review_values(ReviewDraft(held_on=today))
            review_id = unit.insert(reviews, {**empty, **days, "finished_on": None})
            _freeze(unit, review_id, inputs_of(record, self._around.phrases))
            return self._done(unit, review_id)

    def write(self, review_id: int, draft: ReviewDraft, who: str) -> Done[ReviewCard]:
        """Keep what the owner writes about an open review; anything may still be empty.

        Raises:
            Refusal: ``record_gone``, or what ``checked_review`` raises.
        """
        with self._units.change("write up review", who) as unit:
            card = _review(unit.connection, review_id)
            tidy = checked_review(draft, card, self._today)
            unit.update(reviews, review_id, review_values(tidy))
            return self._done(unit, review_id)

    def decide(self, review_id: int, draft: Decision, who: str) -> Done[ReviewCard]:
        """Write a decision down.

        Raises:
            Refusal: ``record_gone``, or what ``checked_decision`` and ``check_room`` raise.
        """
        with self._units.change("add decision", who) as unit:
            card = _review(unit.connection, review_id)
            values = decision_values(checked_decision(draft, card, self._today))
            check_room(card)
            place = next_position(unit.connection, review_id)
            unit.insert(review_decisions, {"review_id": review_id, "position": place, **values})
            return self._done(unit, review_id)

    def change_decision(self, decision_id: int, draft: Decision, who: str) -> Done[ReviewCard]:
        """Change a decision of an open review.

        Raises:
            Refusal: ``record_gone``, or what ``checked_decision`` raises.
        """
        with self._units.change("change decision", who) as unit:
            card = _of_decision(unit.connection, decision_id)
            values = decision_values(checked_decision(draft, card, self._today))
            unit.update(review_decisions, decision_id, values)
            return self._done(unit, card.id)

    def remove_decision(self, decision_id: int, who: str) -> Done[ReviewCard]:
        """Remove a decision of an open review.

        Raises:
            Refusal: ``record_gone`` or ``review_finished``.
        """
        with self._units.change("remove decision", who) as unit:
            card = _of_decision(unit.connection, decision_id)
            check_open(card)
            unit.remove(review_decisions, decision_id)
            return self._done(unit, card.id)

    def finish(self, review_id: int, who: str) -> Done[ReviewCard]:
        """Finish a review: each decision becomes an action, and nothing of it changes any more.

        Raises:
            Refusal: ``record_gone``, or what ``finished_draft`` and ``write_action`` raise.
        """
        today = self._today
        with self._units.change("finish review", who) as unit:
            card = _review(unit.connection, review_id)
            values = review_values(finished_draft(card, today))
            unit.update(reviews, review_id, {**values, "finished_on": today})
            for one in card.decisions:
                action = ActionDraft(
                    kind=ActionKind.IMPROVEMENT,
                    text=one.draft.text,
                    owner=one.draft.who,
                    due=one.draft.due,
                    source=ActionSource.REVIEW,
                    source_key=str(one.id),
                    source_id=review_id,
                )
                write_action(unit, action, today)
            return self._done(unit, review_id)

    def remove(self, review_id: int, who: str) -> Done[ReviewCard]:
        """Remove a review that was begun and is not finished.

        Raises:
            Refusal: ``record_gone`` or ``review_finished``.
        """
        with self._units.change("remove review", who) as unit:
            card = _review(unit.connection, review_id)
            check_open(card)
            for decision in card.decisions:
                unit.remove(review_decisions, decision.id)
            for row in input_ids(unit.connection, review_id):
                unit.remove(review_inputs, row)
            unit.remove(reviews, review_id)
        return Done(card=card, changes=unit.changes)

    def paper(self, review_id: int) -> PrintJob:
        """A review on a page with its date.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        with self._units.read() as reading:
            card = _review(reading, review_id)
            facts = read_facts(reading)
        name = str(facts.get("trading_name", ""))
        title = review_title(card, phrases)
        paper = Paper(
            title=title,
            language=phrases.say("letter.language"),
            author=name,
            blocks=review_blocks(card, phrases),
            footer=title,
            is_one_page=True,
        )

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        offer = PaperOffer(id="review", sizes=usual, can_be_large=True)
        return PrintJob(title=title, stem=title, offers=(offer,), make=make)

    @property
    def _today(self) -> date:
        return self._around.clock.today()

    def _done(self, unit: Unit, review_id: int) -> Done[ReviewCard]:
        return Done(card=_review(unit.connection, review_id), changes=unit.changes)


def _freeze(unit: Unit, review_id: int, inputs: Sequence[ReviewInput]) -> None:
    for place, one in enumerate(inputs):
        values = {"position": place, "topic": one.topic, "text": one.text}
        unit.insert(review_inputs, {"review_id": review_id, **values})


def _review(reading: Reading, review_id: int) -> ReviewCard:
    for card in review_cards(reading, review_id):
        return card
    raise Refusal("record_gone", record=reviews.name)


def _of_decision(reading: Reading, decision_id: int) -> ReviewCard:
    review_id = review_of_decision(reading, decision_id)
    if review_id is None:
        raise Refusal("record_gone", record=review_decisions.name)
    return _review(reading, review_id)
