# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does to check the business: begin, answer one by one, finish, plan what to do.

A check is never lost: each answer is a step of its own, and a finished check is a dated snapshot.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.checks import Bank, CheckBank, CheckCard, CheckQuestion, GivenAnswer
from servicedesk.domain.checks_comparing import Comparison, compared
from servicedesk.domain.checks_proofs import Proof, proof_sentence
from servicedesk.domain.checks_rules import checked_answer, may_finish
from servicedesk.domain.checks_scores import CheckResult, result_of
from servicedesk.domain.checks_taking import (
    answered,
    begun,
    check_asked,
    check_still_open,
    filled_in,
    has_staff,
)
from servicedesk.domain.errors import Refusal
from servicedesk.services.actions_writing import write_action
from servicedesk.services.checks_proofs import read_proofs
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.checks import (
    answer_ids,
    answer_values,
    check_answers,
    check_card,
    check_values,
    checks,
    finished_checks,
    open_check,
    planned_questions,
)
from servicedesk.store.people import all_people


class Checks:
    """The use cases of checks.

    Args:
        units: opens changes and reads.
        around: tells the day, and where the questions and their words lie.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._clock = around.clock

    def bank(self, bank: Bank) -> CheckBank:
        """The questions of a check.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        return self._around.check_bank(bank)

    def law_days(self) -> Mapping[str, date]:
        """When each legal fact that holds where the business is was looked up, by its id.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        from servicedesk.content.law import load_facts

        with self._units.read() as reading:
            nation = nation_in(read_facts(reading))
        facts = load_facts(self._around.resources)
        return {fact.id: fact.checked_on for fact in facts if nation in fact.nations}

    def has_staff(self) -> bool:
        """Whether questions on staff are asked: somebody but the owner is kept."""
        with self._units.read() as reading:
            return has_staff(all_people(reading).values())

    def open_one(self, bank: Bank) -> CheckCard | None:
        """The check of a bank that is begun and not finished, or None."""
        with self._units.read() as reading:
            return open_check(reading, bank)

    def finished(self, bank: Bank) -> tuple[CheckCard, ...]:
        """The finished checks of a bank, the newest first."""
        with self._units.read() as reading:
            return finished_checks(reading, bank)

    def get(self, check_id: int) -> CheckCard:
        """A check.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _check(reading, check_id)

    def begin(
        self, bank: Bank, is_short: bool, who: str, name: str | None = None
    ) -> Done[CheckCard]:
        """Begin a check.

        Args:
            bank: of the questions.
            is_short: only the key questions are asked.
            who: begins it, as the journal names them.
            name: of whoever answers, as papers say it; "" for nobody's, None for that of ``who``.

        Raises:
            Refusal: ``check_is_open`` while another one of this bank is not finished, or what
                ``begun`` raises.
        """
        questions = self.bank(bank)
        with self._units.change("begin check", who) as unit:
            if open_check(unit.connection, bank) is not None:
                raise Refusal("check_is_open")
            earlier = finished_checks(unit.connection, bank)
            card = begun(
                questions,
                is_short=is_short,
                people=all_people(unit.connection).values(),
                who=who if name is None else name,
                today=self._clock.today(),
                last=earlier[0] if earlier else None,
            )
            check_id = unit.insert(checks, check_values(card))
            return Done(card=_check(unit.connection, check_id), changes=unit.changes)

    def answer(
        self, check_id: int, question_id: str, given: GivenAnswer, who: str
    ) -> Done[CheckCard]:
        """Answer a question, or take the answer back with one that says nothing.

        Raises:
            Refusal: ``record_gone``, ``check_is_finished``, ``check_not_asked``, or what
                ``checked_answer`` raises.
        """
        tidy = checked_answer(given)
        with self._units.change("answer check", who) as unit:
            card = _check(unit.connection, check_id)
            check_still_open(card)
            check_asked(card, question_id)
            _write(unit, card, {question_id: answered(card.answers.get(question_id), tidy)})
            return Done(card=_check(unit.connection, check_id), changes=unit.changes)

    def proofs(self, check_id: int) -> Mapping[str, Proof]:
        """What the records prove about the questions that a check asks, by question id.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return self._proofs(reading, _check(reading, check_id))

    def sentence(self, proof: Proof) -> str:
        """What the records prove, as a sentence of figures."""
        return proof_sentence(proof, self._around.phrases)

    def fill_in(self, check_id: int, who: str) -> Done[CheckCard]:
        """Fill in what the records prove where nothing is answered yet, in one step back.

        Raises:
            Refusal: ``record_gone`` or ``check_is_finished``.
        """
        with self._units.change("fill in check", who) as unit:
            card = _check(unit.connection, check_id)
            check_still_open(card)
            proven = {
                key: filled_in(card.answers.get(key), proof.answer, self.sentence(proof))
                for key, proof in self._proofs(unit.connection, card).items()
            }
            _write(unit, card, {key: one for key, one in proven.items() if one is not None})
            return Done(card=_check(unit.connection, check_id), changes=unit.changes)

    def finish(self, check_id: int, who: str) -> Done[CheckCard]:
        """Finish a check: from now on it is a dated snapshot. Undo opens it again.

        Raises:
            Refusal: ``record_gone``, or what ``may_finish`` raises.
        """
        today = self._clock.today()
        with self._units.change("finish check", who) as unit:
            card = _check(unit.connection, check_id)
            may_finish(card, today)
            unit.update(checks, check_id, {"finished_on": today})
            return Done(card=replace(card, finished_on=today), changes=unit.changes)

    def remove(self, check_id: int, who: str) -> Done[CheckCard]:
        """Remove a check with its answers; the actions that came of it stay.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove check", who) as unit:
            card = _check(unit.connection, check_id)
            for row in answer_ids(unit.connection, check_id).values():
                unit.remove(check_answers, row)
            unit.remove(checks, check_id)
        return Done(card=card, changes=unit.changes)

    def result(self, check_id: int) -> CheckResult:
        """What the answers of a check come to.

        Raises:
            Refusal: ``record_gone``.
        """
        card = self.get(check_id)
        return result_of(self.bank(card.bank), card)

    def before(self, check_id: int) -> CheckCard | None:
        """The check of the same bank that was finished before this one, or None.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _before(reading, _check(reading, check_id))

    def compared(self, check_id: int) -> Comparison | None:
        """A check beside the one finished before it, on the questions of both; None for a first.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            card = _check(reading, check_id)
            before = _before(reading, card)
        return None if before is None else compared(self.bank(card.bank), before, card)

    def plan(
        self,
        check_id: int,
        question_ids: Iterable[str],
        who: str,
        owner: str = "",
        due: date | None = None,
    ) -> Done[tuple[int, ...]]:
        """Put what is to be done about questions into the register of actions, in one step.

        What is planned already and not done yet is not planned twice.

        Args:
            check_id: of the check.
            question_ids: whose actions are meant, in the order in which they come.
            who: plans it.
            owner: does it; may be empty.
            due: by when, or None.

        Returns:
            The numbers of the actions that were written.

        Raises:
            Refusal: ``record_gone``, ``check_not_asked``, or what ``write_action`` raises.
        """
        wanted = tuple(dict.fromkeys(question_ids))
        with self._units.change("plan from check", who) as unit:
            card = _check(unit.connection, check_id)
            known = {one.id: one for one in self.bank(card.bank).questions}
            for key in wanted:
                if key not in known:
                    raise Refusal("check_not_asked", question=key)
                check_asked(card, key)
            taken = planned_questions(unit.connection, card.bank, wanted)
            drafts = (
                _action(known[key], check_id, owner, due) for key in wanted if key not in taken
            )
            made = tuple(write_action(unit, one, self._clock.today()) for one in drafts)
        return Done(card=made, changes=unit.changes)

    def planned(self, check_id: int) -> frozenset[str]:
        """The questions of a check for which an action is planned, or came of this check.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            card = _check(reading, check_id)
            return planned_questions(reading, card.bank, card.asked, done_for=check_id)

    def _proofs(self, reading: Reading, card: CheckCard) -> Mapping[str, Proof]:
        asked = [one for one in self.bank(card.bank).questions if one.id in card.asked]
        return read_proofs(reading, asked, self._around)


def _action(question: CheckQuestion, check_id: int, owner: str, due: date | None) -> ActionDraft:
    return ActionDraft(
        kind=ActionKind.IMPROVEMENT,
        text=question.action,
        owner=owner,
        due=due,
        source=ActionSource.SELF_CHECK,
        source_key=question.id,
        source_id=check_id,
    )


def _write(unit: Unit, card: CheckCard, given: Mapping[str, GivenAnswer | None]) -> None:
    """Keep answers of a check, each in the row it has; None takes its row away."""
    rows = answer_ids(unit.connection, card.id)
    for key, one in given.items():
        row = rows.get(key)
        if one is None:
            if row is not None:
                unit.remove(check_answers, row)
        elif row is not None:
            unit.update(check_answers, row, answer_values(one))
        else:
            of = {"check_id": card.id, "question_id": key}
            unit.insert(check_answers, {**of, **answer_values(one)})


def _before(reading: Reading, card: CheckCard) -> CheckCard | None:
    """The newest check of the bank that was finished before this one was; any for an open one."""
    for other in finished_checks(reading, card.bank):
        if card.finished_on is None or _when(other) < _when(card):
            return other
    return None


def _when(card: CheckCard) -> tuple[date, int]:
    return (card.finished_on or date.max, card.id)


def _check(reading: Reading, check_id: int) -> CheckCard:
    card = check_card(reading, check_id)
    if card is None:
        raise Refusal("record_gone", record=checks.name)
    return card
