# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is there for whoever asks: a quiet question, and the answer that unfolds below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_GAP = 4
_BETWEEN = 18
"""Pixels between questions that stand beside one another."""


class Folds(QWidget):
    """Questions in a row, each with its answer below the row while it is asked.

    Args:
        about: what they are asked of, for those who listen: it tells one "How sure is this?" from
            the next.

    Attributes:
        buttons: the questions, in order.
    """

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self.buttons: list[QPushButton] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        self._row = FlowLayout(gap=_BETWEEN)
        whole.addLayout(self._row)
        self._answers = whole
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def ask(self, question: str, lines: Sequence[str]) -> None:
        """Add a question whose answer is a few sentences.

        Args:
            question: in words.
            lines: of the answer; where there is none the question is not asked.
        """
        if not lines:
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for line in lines:
            column.addWidget(label(line, "quiet"))
        self.hold(question, inside)

    def hold(self, question: str, answer: QWidget) -> None:
        """Add a question whose answer is a widget; it is folded away at first."""
        button = link_button(question)
        button.setCheckable(True)
        button.setAccessibleName(" ".join((question, self._about)))
        self.buttons.append(button)
        self._row.addWidget(button)
        self._answers.addWidget(answer)
        answer.hide()
        button.toggled.connect(answer.setVisible)
