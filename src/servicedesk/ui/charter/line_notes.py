# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list of short notes under one question, each added and changed in a form of its own.

It edits an answer that is kept as lines; which lines there can be is said by who makes it.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Question
from servicedesk.ui.core.drafting import move_draft
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.field import FieldLabels
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

Values = Mapping[str, AnswerValue]
"""What stands in the fields of the form, by question id."""


class Lines(Protocol):
    """What one kind of note is: its form, how it reads, how it is kept."""

    title: str
    questions: tuple[Question, ...]

    def read(self, answer: str) -> tuple[Values, ...]:
        """The notes of an answer."""
        ...

    def write(self, notes: Sequence[Values]) -> str:
        """The notes as an answer."""
        ...

    def check(self, values: Values) -> Values:
        """The note, tidied; raises Refusal with the id of the question to mend."""
        ...

    def say(self, values: Values) -> str:
        """The note as one sentence or line."""
        ...


class LineNotes(QWidget):
    """Edits the notes of one answer.

    Args:
        question: which answer it is.
        lines: what a note is.
        labels: words for codes.
        bench: the day, the colours, and where a half-typed form is kept.

    Signals:
        answered: (str) the answer as it is now.
    """

    answered = Signal(str)

    def __init__(
        self,
        question: Question,
        lines: Lines,
        labels: FieldLabels,
        bench: "Workbench",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._labels = labels
        self._bench = bench
        self._form = f"charter {question.id}"
        self._notes: tuple[Values, ...] = ()
        self._actions: list[QPushButton] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(question.label, "strong"))
        if question.help:
            rows.addWidget(label(question.help, "small"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        rows.addLayout(self._list)
        self._buttons = FlowLayout()
        rows.addLayout(self._buttons)
        self.add_button = side_button(lines.title)
        self.add_button.clicked.connect(lambda: self.edit(None))
        self._buttons.addWidget(self.add_button)

    def add_action(self, button: QPushButton) -> None:
        """Put another button beside the one that adds."""
        self._buttons.addWidget(button)
        self._actions.append(button)

    def set_answer(self, answer: str) -> None:
        """Show the notes of an answer; says nothing."""
        self._notes = self._lines.read(answer)
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        cards = [self._card(at) for at in range(len(self._notes))]
        for card in cards:
            self._list.addWidget(card)
        stops: list[QWidget] = [self]
        for card in cards:
            stops += card.findChildren(QPushButton)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else the first pair would not count
        for before, after in pairwise([*stops, self.add_button, *self._actions]):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def notes(self) -> tuple[Values, ...]:
        """The notes, in order."""
        return self._notes

    def edit(self, at: int | None) -> None:
        """Open the form of a note and stay until it is closed; None adds one."""
        dialog = self.form(at)
        dialog.exec()
        dialog.deleteLater()

    def form(self, at: int | None) -> FormDialog:
        """The form of a note; saving it answers. None adds one."""
        dialog = FormDialog(self._lines.title, self.window())
        values = self._notes[at] if at is not None else {}
        for question in self._lines.questions:
            field = dialog.add(make_field(question, self._labels, self._bench))
            field.set_value(values.get(question.id, question.default))
        FormDraft(dialog, self._bench, self._form, "" if at is None else str(at))
        dialog.save_wanted.connect(lambda: self._save(dialog, at))
        return dialog

    def remove(self, at: int) -> None:
        """Take a note out."""
        self._say((*self._notes[:at], *self._notes[at + 1 :]))
        for later in range(at, len(self._notes) + 1):
            move_draft(self._bench, self._form, str(later + 1), str(later))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, dialog: FormDialog, at: int | None) -> None:
        errors, values = {}, {}
        for field in dialog.fields():
            try:
                values[field.question_id] = field.checked_value()
            except Refusal as refusal:
                errors[field.question_id] = self._labels.refusal(refusal)
        if not errors:
            try:
                values = dict(self._lines.check(values))
            except Refusal as refusal:
                errors[refusal.field or ""] = self._labels.refusal(refusal)
        dialog.show_errors(errors)
        if errors:
            return
        notes = list(self._notes)
        if at is None:
            notes.append(values)
        else:
            notes[at] = values
        self._say(tuple(notes))
        dialog.accept()  # last: what was typed is forgotten once the note is kept

    def _say(self, notes: tuple[Values, ...]) -> None:
        answer = self._lines.write(notes)
        self.set_answer(answer)
        self.answered.emit(answer)

    def _card(self, at: int) -> Card:
        card = Card()
        words = self._lines.say(self._notes[at])
        card.body.addWidget(label(words))
        row = FlowLayout()
        card.body.addLayout(row)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Change"), lambda: self.edit(at)),
            (self.tr("Take out"), lambda: self.remove(at)),
        )
        for text, act in acts:
            button = link_button(text)
            button.setAccessibleName(
                self.tr("{action} note {number}: {words}").format(
                    action=text, number=at + 1, words=words
                )
            )
            button.clicked.connect(lambda _=False, do=act: do())
            row.addWidget(button)
        return card
