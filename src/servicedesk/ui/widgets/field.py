# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every field on the screen shares: label, help, what was typed, and what is wrong with it."""

from abc import abstractmethod
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from servicedesk.domain.guides import AnswerValue, Question
from servicedesk.domain.guides_answers import checked
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label, single_line

_GAP = 5


FieldLabels = Labels
"""The words that fields ask for."""


class FieldBench(Protocol):
    """What a field needs of the bench."""

    @property
    def today(self) -> date:
        """The day it is."""
        ...

    @property
    def theme(self) -> Theme:
        """Colours and type."""
        ...


def is_leaving(event: QEvent) -> bool:
    """Whether the keyboard goes elsewhere; a menu that opens over a field does not count."""
    if not isinstance(event, QFocusEvent) or event.type() is not QEvent.Type.FocusOut:
        return False
    return event.reason() is not Qt.FocusReason.PopupFocusReason


class Field(QWidget):
    """One question with its answer.

    Args:
        question: what is asked; its label, help, bounds and choices are shown.
        labels: words for what is named by a code.
        bench: the day and the colours.

    Attributes:
        question: as given.

    Signals:
        typed: something was typed or chosen; the value may be half a word.
        committed: the field was left, or a choice was made, and the value is another one than
            before; once for each change.
    """

    typed = Signal()
    committed = Signal()

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._labels = labels
        self._bench = bench
        self._is_quiet = False
        self._settled: object = ""
        self.setProperty("is_field", True)
        self._build_around()
        self._build()

    @abstractmethod
    def _build(self) -> None:
        """Make what is typed or chosen in; everything around it stands."""

    def _build_around(self) -> None:
        question = self.question
        self._label = label(question.label, "strong")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._label, 1)
        self._needed: QLabel | None = None
        if question.is_required:
            self._needed = single_line(self.tr("needed"), "small")
            head.addWidget(self._needed, 0, Qt.AlignmentFlag.AlignBottom)
        self._help = label(question.help, "small")
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(head)
        self._rows.addWidget(self._help)
        self._help.setVisible(bool(question.help))  # not before: it would be a window of its own
        self._rows.addWidget(self._error)

    def _place(self, widget: QWidget) -> None:
        """Put what is typed in between the help and what is wrong with it."""
        self._rows.insertWidget(self._rows.indexOf(self._error), widget)

    def _speak_for(self, widget: QWidget, name: str = "") -> None:
        """Give the widget that takes the keyboard its name for those who listen."""
        widget.setAccessibleName(name or self.question.label)
        widget.setAccessibleDescription(self._description())

    def _commits_when_left(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    @property
    def question_id(self) -> str:
        """Which question it answers."""
        return self.question.id

    @abstractmethod
    def value(self) -> object:
        """What was typed or chosen, raw, as ``guides_answers.checked`` takes it."""

    def checked_value(self) -> AnswerValue:
        """What was typed or chosen, tidied.

        Raises:
            Refusal: it does not fit the question.
        """
        return checked(self.question, self.value())

    def set_value(self, value: AnswerValue | None) -> None:
        """Show an answer, or none; says nothing to those who listen."""
        self._is_quiet = True
        try:
            self._show_value(value)
        finally:
            self._is_quiet = False
        self._settled = self.value()

    def show_typed(self, raw: object) -> None:
        """Show what was being typed when the program ended; it is said once the field is left.

        Args:
            raw: as ``value`` gave it.
        """
        self._is_quiet = True
        try:
            self._show_value(raw)
        finally:
            self._is_quiet = False

    def is_settled(self) -> bool:
        """Whether what stands there has been said."""
        return self.value() == self._settled

    @abstractmethod
    def _show_value(self, value: object) -> None: ...

    def commit(self) -> None:
        """Take what stands there as said, as when the field is left."""
        if self._is_quiet:
            return
        now = self.value()
        if now != self._settled:
            self._settled = now
            self.committed.emit()

    def _note_typing(self) -> None:
        if not self._is_quiet:
            self.typed.emit()

    def _note_choice(self) -> None:
        self._note_typing()
        self.commit()

    def error(self) -> str:
        """What is shown to be wrong; "" for nothing."""
        return self._error.text() if not self._error.isHidden() else ""

    def show_error(self, sentence: str) -> None:
        """Say beside the field what is wrong; "" takes it away.

        Args:
            sentence: with what to do about it.
        """
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._describe(sentence)
        self._edge(bool(sentence))

    def _describe(self, sentence: str) -> None:
        self.focus_target().setAccessibleDescription(self._description(sentence))

    def _description(self, sentence: str = "") -> str:
        """What is told of the field to those who listen, beside its name."""
        needed = self._needed.text() if self._needed is not None else ""
        return " ".join(part for part in (sentence, needed, self.question.help) if part)

    def _edge(self, is_wrong: bool) -> None:
        """Draw the edge of the field as right or wrong; the words below say why."""
        target = self.focus_target()
        if bool(target.property("has_error")) != is_wrong:
            target.setProperty("has_error", is_wrong)
            target.style().unpolish(target)
            target.style().polish(target)
            target.update()

    @abstractmethod
    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a part is left; a menu over it does not count."""
        if is_leaving(event):
            self.commit()
        return super().eventFilter(watched, event)
