# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field of as many lines as there are phones or addresses: Enter in the last one adds another."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.field import Field, is_leaving
from servicedesk.ui.widgets.tab_order import forget_order
from servicedesk.ui.widgets.text_fields import GrowingEdit

MOST = 30
"""Lines, as many as a customer has room for."""

_GAP = 6


class LinesField(Field):
    """Several answers to one question; those that are emptied are gone.

    Args:
        question: of the kind TEXT for lines, LONG_TEXT for answers of several lines.
        bench: of the open file.
        more: words of the link that adds another.
        hint: shown in the first while it is empty.
    """

    def __init__(self, question: Question, bench: Workbench, more: str, hint: str = "") -> None:
        self._more_words = more
        self._hint = hint
        self._edits: list[QLineEdit | GrowingEdit] = []
        super().__init__(question, bench.labels, bench)

    def _build(self) -> None:
        self._whole = QWidget()
        self._lines = QVBoxLayout(self._whole)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        self._grow(1)
        self._more = link_button(self._more_words)
        if self.question.kind is not QuestionKind.LONG_TEXT:
            self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter does it, and Tab goes on
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        self._lines.addWidget(self._foot)
        self._foot.hide()
        self._place(self._whole)
        self._asked = MarkedLabel("", "due", "chip_due")
        self._asked.setWordWrap(True)
        self._place(self._asked)
        self._asked.hide()
        self._more.clicked.connect(self.add_line)

    def value(self) -> tuple[str, ...]:
        """What is typed, line by line, without those that are empty."""
        return tuple(text for edit in self._edits if (text := edit.text().strip()))

    def _show_value(self, value: object) -> None:
        texts = [str(one) for one in value] if isinstance(value, tuple | list) else []
        self._grow(len(texts))
        for at, edit in enumerate(self._edits):
            text = texts[at] if at < len(texts) else ""
            if edit.text() != text:
                _write(edit, text)
        self._show_more()

    def ask(self, sentence: str) -> None:
        """Ask a gentle question about what stands here; "" takes it away."""
        self._asked.setText(sentence)
        self._asked.setVisible(bool(sentence))
        for edit in self._edits:
            edit.setAccessibleDescription(self._description(sentence))

    def add_line(self) -> None:
        """Offer another line, and go there; where the last one is empty, that one."""
        if self._edits[-1].text().strip() and len(self._edits) < MOST:
            self._grow(len(self._edits) + 1)
        self._edits[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_target(self) -> QWidget:
        """The line that has the keyboard, else the first."""
        return next((edit for edit in self._edits if edit.hasFocus()), self._edits[0])

    def _grow(self, wanted: int) -> None:
        before = len(self._edits)
        while len(self._edits) < min(max(wanted, 1), MOST):
            edit = GrowingEdit() if self.question.kind is QuestionKind.LONG_TEXT else QLineEdit()
            number = len(self._edits) + 1
            name = self.question.label
            if number > 1:
                name = self.tr("{label}, {number}").format(label=name, number=number)
            else:
                edit.setPlaceholderText(self._hint)
            self._speak_for(edit, name)
            edit.textChanged.connect(self._on_text)
            edit.installEventFilter(self)
            self._lines.insertWidget(len(self._edits), edit)
            self._edits.append(edit)
            if self.isVisible():
                edit.show()  # the layout would do so later, and the keyboard comes now
        if before and len(self._edits) > before:
            self._lead_tab(before)

    def _lead_tab(self, before: int) -> None:
        """Have Tab come to new lines after the old ones, not at the end of all."""
        for earlier, later in zip(self._edits[before - 1 :], self._edits[before:], strict=False):
            QWidget.setTabOrder(earlier, later)
        QWidget.setTabOrder(self._edits[-1], self._more)
        forget_order(self.window())

    def _on_text(self) -> None:
        self._show_more()
        self._note_typing()

    def _show_more(self) -> None:
        self._foot.setVisible(bool(self._edits[-1].text().strip()) and len(self._edits) < MOST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add a line by Enter in the last one; take what stands there when one is left."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_last = watched is self._edits[-1] and isinstance(watched, QLineEdit)
            if is_last and is_enter(event) and self._edits[-1].text().strip():
                self.add_line()
                return True
        if is_leaving(event):
            self.commit()
        return super().eventFilter(watched, event)


def _write(edit: QLineEdit | GrowingEdit, text: str) -> None:
    if isinstance(edit, QLineEdit):
        edit.setText(text)
        edit.setCursorPosition(0)
    else:
        edit.setPlainText(text)
