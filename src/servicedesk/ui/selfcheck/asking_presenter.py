# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks the questions of a check: each answer is kept at once, each key within a second."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.checks import Answer, Bank, CheckBank, CheckCard, CheckQuestion, GivenAnswer
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.core.workbench import OWNER
from servicedesk.ui.selfcheck.asking_state import (
    DEPARTURE,
    FINISH,
    NOTE,
    UNANSWERED,
    Asked,
    AskingState,
    asked_in,
    missing_of,
    stopped_at,
    topics_of,
)
from servicedesk.ui.selfcheck.said import law_words

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

FORM = "checks"
"""As its table: whoever removes a check takes what was half typed with it."""

_PARTED = "."
"""Between the field and the question in what is kept of half-typed notes."""


class AskingPresenter(QObject):
    """Feeds the page of questions.

    Signals:
        state_changed: ``state`` is another one.
        finished: (number of the check) it is finished.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    finished = Signal(int)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = AskingState()
        self._bench = bench
        self._bank: CheckBank | None = None
        self._proofs: Mapping[str, tuple[Answer, str]] = {}
        self._law_days: Mapping[str, str] = {}
        self._typed: dict[tuple[str, str], str] = {}
        self._errors: dict[tuple[str, str], str] = {}
        self._keeper = DraftKeeper(bench, FORM, self._standing, self)
        bench.changes.changed.connect(self._on_changed)

    def open(self, bank: Bank) -> bool:
        """Go on with the check of a bank that is begun, where one stopped.

        Returns:
            False where none is begun, or it cannot be read.
        """
        checks = self._bench.services.checks
        try:
            card = checks.open_one(bank)
            if card is None:
                self.state = AskingState(visit=self.state.visit + 1)
                return False
            self._bank = checks.bank(bank)
            self._proofs = {
                key: (proof.answer, checks.sentence(proof))
                for key, proof in checks.proofs(card.id).items()
            }
            self._law_days = law_words(self._bench, self._bank)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return False
        if self.state.card is None or self.state.card.id != card.id:
            self._errors = {}
            self._take_typed(card)
        self.state = replace(self.state, card=card, title=self._bank.title)
        self.go(stopped_at(topics_of(self._bank, card)))
        return True

    def begin(self, bank: Bank, *, is_short: bool) -> bool:
        """Begin a check; what the records prove is filled in.

        Returns:
            Whether there is one to go on with.
        """
        bench, checks = self._bench, self._bench.services.checks
        name = "" if bench.who == OWNER else bench.who  # nobody is called so on paper
        try:
            done = bench.do(lambda: checks.begin(bank, is_short, bench.who, name), initiator=self)
            if done is not None:
                number = done.card.id
                bench.do(lambda: checks.fill_in(number, bench.who), initiator=self)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            return False
        return done is not None

    def _take_typed(self, card: CheckCard) -> None:
        """Take back what was being typed when the program ended."""
        self._typed = {}
        found = self._keeper.kept(str(card.id))
        for key, value in (found.values if found is not None else {}).items():
            name, _, question = key.partition(_PARTED)
            if name in (NOTE, DEPARTURE) and question in card.asked:
                self._typed[question, name] = str(value)

    def _standing(self) -> Standing:
        card = self.state.card
        if card is None:
            return {}
        typed = {
            _PARTED.join((name, question)): text for (question, name), text in self._typed.items()
        }
        return {str(card.id): typed or None}

    def go(self, topic: str, question: str = "") -> None:
        """Open a topic, or FINISH; what is being typed is taken as said first.

        Args:
            topic: its id.
            question: id of the one that gets the keyboard; "" for the first.
        """
        self.say_typed()
        self.state = replace(self.state, at=topic, focus=question, visit=self.state.visit + 1)
        self._show()

    def next(self) -> None:
        """The topic after this one; after the last, FINISH."""
        self._step(1)

    def back(self) -> None:
        """The topic before this one; the first has none."""
        self._step(-1)

    def _step(self, by: int) -> None:
        ids = [*(topic.id for topic in self.state.topics), FINISH]
        at = ids.index(self.state.at) + by if self.state.at in ids else 0
        if 0 <= at < len(ids):
            self.go(ids[at])

    def answer(self, question: str, answer: Answer | None) -> None:
        """Keep an answer; what the records say of another answer goes with it."""
        given = self._given(question)
        note = given.note
        if given.is_from_records and answer is not given.answer:
            note = ""
        self._keep(question, replace(given, answer=answer, note=note))

    def use_record(self, question: str) -> None:
        """Answer as the records prove, and note what shows it."""
        if question in self._proofs:
            answer, sentence = self._proofs[question]
            self._typed.pop((question, NOTE), None)
            self._keep(question, replace(self._given(question), answer=answer, note=sentence))

    def type(self, question: str, name: str, text: str) -> None:
        """Somebody is typing beside an answer: keep it within a second.

        Args:
            question: its id.
            name: NOTE or DEPARTURE.
            text: what stands there.
        """
        self._typed[question, name] = text
        self._keeper.note()

    def say(self, question: str, name: str, text: str) -> None:
        """Take what was typed beside an answer as said; what does not fit stays in its field."""
        given = self._given(question)
        self._typed[question, name] = text
        said = replace(given, note=text) if name == NOTE else replace(given, departure=text)
        if said == given:
            self._forget(question, name)
        else:
            self._keep(question, said, name)
        self._keeper.flush()

    def say_typed(self) -> None:
        """Take everything that is being typed as said."""
        for (question, name), text in dict(self._typed).items():
            self.say(question, name, text)

    def finish(self) -> None:
        """Finish the check; undo opens it again."""
        self.say_typed()
        bench, card = self._bench, self.state.card
        if card is None:
            return
        number = card.id
        try:
            done = bench.do(
                lambda: bench.services.checks.finish(number, bench.who),
                said=self.tr("Check finished."),
                initiator=self,
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            return
        if done is not None:
            self.state = AskingState(visit=self.state.visit + 1)
            self.finished.emit(number)

    def leave(self) -> None:
        """Another page is shown, or the program ends: keep what was typed."""
        self.say_typed()
        self._keeper.flush()

    def print_job(self) -> "PrintJob | None":
        """The questions on paper, to answer with a pencil."""
        bench, card = self._bench, self.state.card
        if card is None:
            return None
        return asked(bench, lambda: bench.services.check_papers.blank(card.bank, card.is_short))

    def _given(self, question: str) -> GivenAnswer:
        card = self.state.card
        return UNANSWERED if card is None else card.answers.get(question, UNANSWERED)

    def _keep(self, question: str, given: GivenAnswer, name: str = "") -> None:
        """Keep an answer and show it; what does not fit is said beside its field."""
        bench, card = self._bench, self.state.card
        if card is None:
            return
        number = card.id
        try:
            done = bench.do(
                lambda: bench.services.checks.answer(number, question, given, bench.who),
                initiator=self,
            )
        except Refusal as refusal:
            at = refusal.field if refusal.field in (NOTE, DEPARTURE) else name or NOTE
            self._errors[question, at] = bench.labels.refusal(refusal)
            self._show()
            return
        if done is not None:
            self.state = replace(self.state, card=done.card)
            self._forget(question, name)
        self._show()  # what could not be kept does not look as if it were

    def _forget(self, question: str, name: str) -> None:
        """What was typed is said."""
        self._typed.pop((question, name), None)
        self._errors.pop((question, name), None)

    def _on_changed(self, changes: ChangeSet, initiator: QObject | None) -> None:
        card = self.state.card
        if card is None or initiator is self or Kind.CHECK not in changes:
            return
        try:
            self.state = replace(self.state, card=self._bench.services.checks.get(card.id))
        except Refusal:  # taken back
            self.state = AskingState(visit=self.state.visit + 1)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._show()

    def _show(self) -> None:
        card, bank = self.state.card, self._bank
        if card is not None and bank is not None:
            topics = topics_of(bank, card)
            open_one = next((one for one in bank.topics if one.id == self.state.at), None)
            questions = asked_in(open_one, card) if open_one is not None else ()
            self.state = replace(
                self.state,
                topics=topics,
                page_title=open_one.title if open_one is not None else "",
                intro=open_one.intro if open_one is not None else "",
                rows=tuple(self._row(one, card) for one in questions),
                missing=tuple(missing_of(bank, card, topics)),
            )
        self.state_changed.emit()

    def _row(self, question: CheckQuestion, card: CheckCard) -> Asked:
        named = (NOTE, DEPARTURE)
        law = self._law_days.get(question.law, "")
        return Asked(
            question=question,
            number=card.asked.index(question.id) + 1,
            given=self._given(question.id),
            record=self._proofs.get(question.id, (None, ""))[1],
            tip=question.tip if law or not question.law else "",
            law=law,
            typed={
                n: self._typed[question.id, n] for n in named if (question.id, n) in self._typed
            },
            errors={
                n: self._errors[question.id, n] for n in named if (question.id, n) in self._errors
            },
        )
