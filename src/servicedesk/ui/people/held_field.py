# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was promised already in the same visit and is saved together with the next one."""

import json
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.text import label

Held = Mapping[str, object]
"""What stood in the form for one of them, by question id; plain text, numbers and yes or no."""


class HeldField(Field):
    """Lists them, each with a way back out.

    Signals:
        let_go: one was taken out.

    Args:
        bench: of the open file.
    """

    let_go = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        self._held: list[Held] = []
        question = Question(
            id="held", kind=QuestionKind.CHOICES, label=self.tr("Promised in the same visit")
        )
        super().__init__(question, bench.labels, bench, parent)
        self.hide()

    def _build(self) -> None:
        self._box = QFrame()
        self._box.setObjectName("card")
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(12, 8, 12, 8)
        self._lines.setSpacing(4)
        self._place(self._box)

    @property
    def held(self) -> tuple[Held, ...]:
        """What stood in the form, in the order of promising."""
        return tuple(self._held)

    def hold(self, values: Held) -> None:
        """Add one below the others."""
        self._held.append(values)
        self._show_lines()
        self._note_choice()

    def value(self) -> tuple[str, ...]:
        """Each as a text, so that a draft can keep it."""
        return tuple(json.dumps(dict(one), ensure_ascii=False) for one in self._held)

    def _show_value(self, value: object) -> None:
        texts = value if isinstance(value, tuple) else ()
        self._held = [json.loads(one) for one in texts]
        self._show_lines()

    def _show_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for at, one in enumerate(self._held):
            self._lines.addWidget(self._line(at, one))
        self.setVisible(bool(self._held))

    def _line(self, at: int, one: Held) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        words = self.tr("{number}. {text}, by {due}").format(
            number=at + 1, text=one.get("text", ""), due=one.get("due_said", "")
        )
        across.addWidget(label(words), 1)
        out = link_button(self.tr("Take out"))
        out.setAccessibleName(self.tr("Take out number {number}").format(number=at + 1))
        out.clicked.connect(lambda _=False: self._take_out(at))
        across.addWidget(out)
        return line

    def _take_out(self, at: int) -> None:
        del self._held[at]
        self._show_lines()
        self._note_choice()
        self.let_go.emit()

    def focus_target(self) -> QWidget:
        """The box; nothing is typed here."""
        return self._box
