# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person does with feedback: write it down, hear them out, thank, answer, put it away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from servicedesk.domain.business import FEEDBACK_ADDRESS
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.feedback import Decision, FeedbackCard, FeedbackDraft
from servicedesk.domain.feedback_checking import spelt_as
from servicedesk.domain.feedback_history import FeedbackLine
from servicedesk.domain.feedback_rules import ASKED_FACTS, Asked, Quote, check_kept, quotable
from servicedesk.services.complaints_writing import footing_in
from servicedesk.services.customers_keeping import add_newcomer
from servicedesk.services.facts import read_facts
from servicedesk.services.feedback_cards import FeedbackCards
from servicedesk.services.feedback_following import (
    write_complaint_of,
    write_day,
    write_decided,
    write_followed,
    write_on_wall,
    write_put_off,
)
from servicedesk.services.feedback_history import history_in
from servicedesk.services.feedback_lists import FeedbackLists
from servicedesk.services.feedback_writing import (
    FeedbackGround,
    feedback_ground,
    feedback_of,
    write_feedback,
    write_other_words,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.store import feedback as kept
from servicedesk.store.feedback_reading import (
    binned_before,
    feedback_card,
    feedback_of_complaint,
    letters_about_feedback,
    praise_of,
)
from servicedesk.store.holds import kept_by_hold
from servicedesk.store.letters import letters
from servicedesk.store.people import all_people


class Feedback:
    """The use cases of feedback.

    Args:
        units: opens changes and reads.
        around: the clock, the words and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    @cached_property
    def lists(self) -> FeedbackLists:
        """Lists of feedback."""
        return FeedbackLists(self._units)

    @cached_property
    def cards(self) -> FeedbackCards:
        """Cards and sheets that were handed out."""
        return FeedbackCards(self._units, self._around)

    def get(self, feedback_id: int) -> FeedbackCard | None:
        """One piece of feedback, also out of the bin; None for one that is gone."""
        with self._units.read() as reading:
            return feedback_card(reading, feedback_id)

    def history(self, feedback_id: int) -> tuple[FeedbackLine, ...]:
        """What became of feedback, in the order in which it was written down."""
        with self._units.read() as reading:
            return history_in(reading, feedback_id)

    def asked(self) -> Asked:
        """Which questions are asked besides how satisfied they were and what could be better."""
        with self._units.read() as reading:
            facts = read_facts(reading)
        return Asked(**{one.removeprefix("asks_"): facts.get(one) is True for one in ASKED_FACTS})

    def address(self) -> str:
        """The address that the code on cards leads to, "" while none was given."""
        with self._units.read() as reading:
            return str(read_facts(reading).get(FEEDBACK_ADDRESS, ""))

    def staff_names(self) -> tuple[str, ...]:
        """The names of those who work here."""
        with self._units.read() as reading:
            return tuple(person.name for person in all_people(reading).values())

    def compliments_of(self, name: str) -> tuple[FeedbackCard, ...]:
        """Compliments that name somebody of us, the newest first.

        Args:
            name: as it stands in the list of people, or as it was typed.
        """
        with self._units.read() as reading:
            people = (person.name for person in all_people(reading).values())
            return praise_of(reading, spelt_as(name, people))

    def of_complaint(
        self, complaint_id: int
    ) -> tuple[tuple[FeedbackCard, ...], tuple[FeedbackCard, ...]]:
        """What a complaint was made of, and what was said about the handling of it."""
        with self._units.read() as reading:
            return feedback_of_complaint(reading, complaint_id)

    def quotable(self, feedback_id: int) -> Quote:
        """What may be printed of feedback, as its giver agreed.

        Raises:
            Refusal: ``record_gone``, or what ``feedback_rules.quotable`` raises.
        """
        with self._units.read() as reading:
            return quotable(feedback_of(reading, feedback_id))

    def log(
        self, draft: FeedbackDraft, who: str, newcomer: CustomerDraft | None = None
    ) -> Done[FeedbackCard]:
        """Write down feedback.

        Args:
            draft: as typed.
            who: writes it.
            newcomer: whoever becomes a customer by it, in the same step; or None.

        Raises:
            Refusal: what ``write_feedback`` and ``add_newcomer`` raise.
        """
        with self._units.change("write down feedback", who) as unit:
            ground = feedback_ground(unit.connection, self._around)
            card = write_feedback(unit, _theirs(unit, draft, newcomer, ground), ground)
        return Done(card=card, changes=unit.changes)

    def change(
        self,
        feedback_id: int,
        draft: FeedbackDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
    ) -> Done[FeedbackCard]:
        """Change what is written of feedback; arguments as for ``log``.

        Raises:
            Refusal: ``record_gone``, ``feedback_in_bin``, or as ``log``.
        """
        return self._changed(
            "change feedback",
            feedback_id,
            who,
            lambda unit, card, ground: _reworded(unit, card, draft, newcomer, ground),
        )

    def follow_up(self, feedback_id: int, on: date, note: str, who: str) -> Done[FeedbackCard]:
        """Say that somebody with a low mark heard from us.

        Args:
            feedback_id: of the feedback.
            on: the day.
            note: what came of it; may be empty.
            who: says so.

        Raises:
            Refusal: ``record_gone``, or what ``write_followed`` raises.
        """
        return self._changed(
            "follow up feedback",
            feedback_id,
            who,
            lambda unit, card, ground: write_followed(unit, card, on, note, ground),
        )

    def put_off(self, feedback_id: int, until: date | None, who: str) -> Done[FeedbackCard]:
        """Keep a low mark out of Today until a day; None brings it back now.

        Raises:
            Refusal: ``record_gone``, or what ``write_put_off`` raises.
        """
        return self._changed(
            "feedback for later",
            feedback_id,
            who,
            lambda unit, card, ground: write_put_off(unit, card, until, ground),
        )

    def decide(
        self, feedback_id: int, decision: Decision, answer: str, who: str
    ) -> Done[FeedbackCard]:
        """Say what becomes of a suggestion.

        Args:
            feedback_id: of the feedback.
            decision: done, planned or not now.
            answer: what we tell them; may be empty.
            who: decides.

        Raises:
            Refusal: ``record_gone``, or what ``write_decided`` raises.
        """
        return self._changed(
            "decide suggestion",
            feedback_id,
            who,
            lambda unit, card, ground: write_decided(unit, card, decision, answer, ground),
        )

    def answered(self, feedback_id: int, on: date | None, who: str) -> Done[FeedbackCard]:
        """Say on which day they were told; None for not told.

        Raises:
            Refusal: ``record_gone``, or what ``write_day`` raises.
        """
        return self._on_day("answer feedback", feedback_id, "answered_on", on, who)

    def thanked(self, feedback_id: int, on: date | None, who: str) -> Done[FeedbackCard]:
        """Say on which day they were thanked; None for not thanked.

        Raises:
            Refusal: ``record_gone``, or what ``write_day`` raises.
        """
        return self._on_day("thank for feedback", feedback_id, "thanked_on", on, who)

    def passed_on(self, feedback_id: int, on: date | None, who: str) -> Done[FeedbackCard]:
        """Say on which day whoever it names was told of it; None for not told.

        Raises:
            Refusal: ``record_gone``, or what ``write_day`` raises.
        """
        return self._on_day("pass on feedback", feedback_id, "passed_on", on, who)

    def put_on_wall(self, feedback_id: int, is_on_wall: bool, who: str) -> Done[FeedbackCard]:
        """Put feedback on "you said, we did", or take it off.

        Raises:
            Refusal: ``record_gone``, or what ``write_on_wall`` raises.
        """
        return self._changed(
            "put feedback on wall" if is_on_wall else "take feedback off wall",
            feedback_id,
            who,
            lambda unit, card, ground: write_on_wall(unit, card, is_on_wall, ground),
        )

    def make_complaint(self, feedback_id: int, agreed: bool, who: str) -> Done[ComplaintCard]:
        """Make a complaint of feedback that expects an answer, or whose giver agreed.

        Args:
            feedback_id: of the feedback, which stays as it is.
            agreed: the customer agreed to it.
            who: writes it down.

        Returns:
            The new complaint.

        Raises:
            Refusal: ``record_gone``, or what ``write_complaint_of`` raises.
        """
        with self._units.change("make complaint of feedback", who) as unit:
            card = feedback_of(unit.connection, feedback_id)
            ground = feedback_ground(unit.connection, self._around)
            made = self._complaint_of(unit, card, agreed, who, ground)
        return Done(card=made, changes=unit.changes)

    def log_complaint(
        self,
        draft: FeedbackDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
        feedback_id: int | None = None,
    ) -> Done[ComplaintCard]:
        """Write down feedback and the complaint that it is, in one step that undo takes back whole.

        Args:
            draft: as typed.
            who: writes both.
            newcomer: whoever becomes a customer by it, in the same step; or None.
            feedback_id: of feedback that is there already, and takes these words; or None.

        Returns:
            The new complaint.

        Raises:
            Refusal: as ``log`` or ``change``, and what ``write_complaint_of`` raises.
        """
        with self._units.change("write down feedback and complaint", who) as unit:
            ground = feedback_ground(unit.connection, self._around)
            if feedback_id is None:
                card = write_feedback(unit, _theirs(unit, draft, newcomer, ground), ground)
            else:
                card = _reworded(
                    unit, feedback_of(unit.connection, feedback_id), draft, newcomer, ground
                )
            made = self._complaint_of(unit, card, True, who, ground)
        return Done(card=made, changes=unit.changes)

    def to_bin(self, ids: Sequence[int], who: str) -> Done[int]:
        """Put feedback into the bin; how many there were."""
        with self._units.change("bin feedback", who) as unit:
            for feedback_id in ids:
                unit.update(kept.feedback, feedback_id, {"binned_at": self._around.clock.now()})
        return Done(card=len(ids), changes=unit.changes)

    def out_of_bin(self, ids: Sequence[int], who: str) -> Done[int]:
        """Take feedback out of the bin; how many there were."""
        with self._units.change("bring feedback back", who) as unit:
            for feedback_id in ids:
                unit.update(kept.feedback, feedback_id, {"binned_at": None})
        return Done(card=len(ids), changes=unit.changes)

    def empty_bin(self, before: datetime, who: str) -> Done[int]:
        """Take away for good what was put into the bin before a moment; no undo goes past it.

        Letters about it stay, and name none any more. What a legal hold keeps stays in the bin.

        Returns:
            How many went.
        """
        with self._units.change("empty the bin", who, is_barrier=True) as unit:
            held = kept_by_hold(unit.connection).get(kept.feedback.name, frozenset())
            binned = binned_before(unit.connection, before)
            gone = [one for one in binned if one not in held]
            for feedback_id in gone:
                for letter_id in letters_about_feedback(unit.connection, feedback_id):
                    unit.update(letters, letter_id, {"feedback_id": None})
                unit.remove(kept.feedback, feedback_id)
        return Done(card=len(gone), changes=unit.changes)

    def _complaint_of(
        self, unit: Unit, card: FeedbackCard, agreed: bool, who: str, ground: FeedbackGround
    ) -> ComplaintCard:
        footing = footing_in(unit.connection, self._around, who)
        return write_complaint_of(unit, card, agreed, footing, ground, self._around.phrases)

    def _on_day(
        self, use_case: str, feedback_id: int, column: str, on: date | None, who: str
    ) -> Done[FeedbackCard]:
        return self._changed(
            use_case,
            feedback_id,
            who,
            lambda unit, card, ground: write_day(unit, card, column, on, ground),
        )

    def _changed(
        self,
        use_case: str,
        feedback_id: int,
        who: str,
        write: Callable[[Unit, FeedbackCard, FeedbackGround], FeedbackCard],
    ) -> Done[FeedbackCard]:
        with self._units.change(use_case, who) as unit:
            card = feedback_of(unit.connection, feedback_id)
            card = write(unit, card, feedback_ground(unit.connection, self._around))
        return Done(card=card, changes=unit.changes)


def _reworded(
    unit: Unit,
    card: FeedbackCard,
    draft: FeedbackDraft,
    newcomer: CustomerDraft | None,
    ground: FeedbackGround,
) -> FeedbackCard:
    """Other words for feedback that is kept."""
    check_kept(card)
    return write_other_words(unit, card, _theirs(unit, draft, newcomer, ground), ground)


def _theirs(
    unit: Unit, draft: FeedbackDraft, newcomer: CustomerDraft | None, ground: FeedbackGround
) -> FeedbackDraft:
    """Feedback of whoever becomes a customer by it, where there is one."""
    customer_id = add_newcomer(unit, newcomer, ground.today)
    return draft if customer_id is None else replace(draft, customer_id=customer_id, called="")
