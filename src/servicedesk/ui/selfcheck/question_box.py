# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One question of a check: asked, answered by one key, with what shows it beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from servicedesk.domain.checks import Answer
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.selfcheck.answer_row import AnswerRow
from servicedesk.ui.selfcheck.asking_state import DEPARTURE, NOTE, Asked
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

_ANSWERS = tuple(Answer)
_SHOWN_BY = frozenset({Answer.YES, Answer.PARTLY})
_DIFFERENTLY = frozenset({Answer.NO, Answer.PARTLY})


class QuestionBox(Card):
    """One question.

    Args:
        bench: words, the day and the colours.
        asked: the question with its answer.

    Attributes:
        row: the four answers.
        note, departure: what is typed beside the answer.
        use_button: answers as the records prove.

    Signals:
        answered: (question id, Answer or None, bool) see ``AnswerRow``.
        typed: (question id, NOTE or DEPARTURE, text) somebody is typing.
        said: (question id, NOTE or DEPARTURE, text) what was typed is meant.
        record_wanted: (question id) answer as the records prove.
    """

    answered = Signal(str, object, bool)
    typed = Signal(str, str, str)
    said = Signal(str, str, str)
    record_wanted = Signal(str)

    def __init__(self, bench: Workbench, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("is_field", True)  # the page scrolls until the whole of it is in sight
        self._bench = bench
        self.id = asked.question.id
        question = asked.question
        self.body.setSpacing(8)
        numbered = self.tr("{number}. {question}")
        self.body.addWidget(
            label(numbered.format(number=asked.number, question=question.text), "strong")
        )
        for words, style in ((asked.tip, "quiet"), (asked.law, "small")):
            if words:
                self.body.addWidget(label(words, style))
        self.row = self._build_row(question.text)
        self.body.addWidget(self.row)
        self._build_record(asked)
        self.note = self._field(
            NOTE,
            self.tr("What shows it?"),
            "",
            question.text,
        )
        target = self.note.focus_target()
        if isinstance(target, QLineEdit):
            target.setPlaceholderText(
                self.tr("A few words, if you like: where it hangs, since when")
            )
        self.departure = self._field(
            DEPARTURE,
            self.tr("Do you do it differently on purpose? Say why"),
            self.tr("Then it is not put down as something to do. Else leave it blank."),
            question.text,
        )
        self.show_row(asked)

    def _build_row(self, question: str) -> AnswerRow:
        names = [self._bench.labels.enum(answer) for answer in _ANSWERS]
        letters = (
            self.tr("y", "key for yes"),
            self.tr("p", "key for partly"),
            self.tr("n", "key for no"),
            self.tr("d", "key for does not apply"),
        )
        row = AnswerRow(names, letters)
        for chip, name, letter in zip(row.chips, names, letters, strict=True):
            chip.setAccessibleName(
                self.tr("{choice}, {question}").format(choice=name, question=question)
            )
            chip.setAccessibleDescription(self.tr("Key {letter}").format(letter=letter.upper()))
        row.setAccessibleName(question)
        row.answered.connect(self._on_answered)
        return row

    def _build_record(self, asked: Asked) -> None:
        self._record = MarkedLabel("", Tone.QUIET, "quiet")
        self._record.setWordWrap(True)
        self._record.setVisible(False)
        self.body.addWidget(self._record)
        self.use_button = link_button(self.tr("Use what the records show"))
        self.use_button.setAccessibleName(
            self.tr("Use what the records show: {question}").format(question=asked.question.text)
        )
        self.use_button.clicked.connect(lambda: self.record_wanted.emit(self.id))
        self._use_line = QWidget()
        line = FlowLayout(self._use_line)
        line.addWidget(self.use_button)
        self.body.addWidget(self._use_line)

    def _field(self, name: str, words: str, help_text: str, question: str) -> Field:
        asked = Question(id=name, kind=QuestionKind.TEXT, label=words, help=help_text)
        field = make_field(asked, self._bench.labels, self._bench)
        target = field.focus_target()
        named = self.tr("{field}: {question}").format(field=words, question=question)
        target.setAccessibleName(named)
        field.typed.connect(lambda: self.typed.emit(self.id, name, str(field.value())))
        field.committed.connect(lambda: self.said.emit(self.id, name, str(field.value())))
        self.body.addWidget(field)
        return field

    def _on_answered(self, place: int, by_key: bool) -> None:
        answer = None if place < 0 else _ANSWERS[place]
        self.answered.emit(self.id, answer, by_key)

    def commit(self) -> None:
        """Take what is being typed as said."""
        for field in (self.note, self.departure):
            field.commit()

    def show_row(self, asked: Asked) -> None:
        """Show an answer as kept; what is being typed stays."""
        given = asked.given
        picked = () if given.answer is None else (_ANSWERS.index(given.answer),)
        if self.row.picked() != picked:
            self.row.pick(picked)
        kept = {NOTE: given.note, DEPARTURE: given.departure}
        for field in (self.note, self.departure):
            name = field.question_id
            if name in asked.typed:
                if field.value() != asked.typed[name]:
                    field.show_typed(asked.typed[name])
            else:
                field.set_value(kept[name])
            error = asked.errors.get(name, "")
            if field.error() != error:
                field.show_error(error)
        wrong = frozenset(asked.errors)
        is_said_above = given.is_from_records or bool(asked.record and given.note == asked.record)
        wants = given.answer in _SHOWN_BY or bool(kept[NOTE])
        self.note.setVisible(NOTE in wrong or (wants and not is_said_above))
        self.departure.setVisible(given.answer in _DIFFERENTLY or DEPARTURE in wrong)
        self._show_record(asked)

    def _show_record(self, asked: Asked) -> None:
        given = asked.given
        shown = asked.record or (given.note if given.is_from_records else "")
        words = self.tr("From your records: {sentence}").format(sentence=shown)
        if given.is_from_records:
            rest = self.tr("Filled in for you; change it if it is not so.")
            if given.answer is Answer.PARTLY:
                rest = self.tr("That is a part of it, so “partly” is filled in; change it freely.")
            words = " ".join((words, rest))
        self._record.setText(words if shown else "")
        self._record.setVisible(bool(shown))
        is_used = given.is_from_records or given.note == asked.record
        self._use_line.setVisible(bool(asked.record) and not is_used)

    def focus_first(self) -> None:
        """Give the answers the keyboard."""
        self.row.resting().setFocus(Qt.FocusReason.TabFocusReason)
