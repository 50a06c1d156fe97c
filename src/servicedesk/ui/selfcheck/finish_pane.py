# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page after the last topic: what has no answer yet, and the way to the result."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.checks_scores import LEAST_PROGRESS
from servicedesk.ui.selfcheck.asking_state import FINISH, AskingState
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.text import label


class FinishPane(QWidget):
    """What is left out, and the button that finishes.

    Attributes:
        finish_button: finishes the check.
        lines: lead to what has no answer, in order.

    Signals:
        finish_wanted, back_wanted: somebody wants that.
        question_wanted: (topic id, question id) somebody wants to answer that one.
    """

    finish_wanted = Signal()
    back_wanted = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[QPushButton] = []
        page = ScrollPage(widest=56)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        page.body.addWidget(label(self.tr("Finish"), "title"))
        self._words = label("")
        page.body.addWidget(self._words)
        foot = FlowLayout(gap=10)
        self.back_button = side_button(self.tr("Back"))
        self.finish_button = main_button(self.tr("Finish and see the result"))
        foot.addWidget(self.back_button)
        foot.addWidget(self.finish_button)
        page.body.addLayout(foot)
        self._card = Card(self.tr("Not answered yet"))
        self._missing = QVBoxLayout()
        self._card.body.addLayout(self._missing)
        page.body.addWidget(self._card)
        page.body.addStretch(1)
        self.finish_button.clicked.connect(self.finish_wanted)
        self.back_button.clicked.connect(self.back_wanted)

    def show_state(self, state: AskingState) -> None:
        """Say how far the check has come; lines are made only while they can be seen."""
        if state.at != FINISH:
            return
        clear(self._missing)
        self.lines = []
        self._words.setText(self._how_far(state))
        self._card.setVisible(bool(state.missing))
        shown = ""
        for topic, question in state.missing:
            if topic.id != shown:
                shown = topic.id
                self._missing.addWidget(label(topic.title, "strong"))
            line = link_button(question.text)
            line.clicked.connect(
                lambda _=False, t=topic.id, q=question.id: self.question_wanted.emit(t, q)
            )
            held = QWidget()
            FlowLayout(held).addWidget(line)
            self._missing.addWidget(held)
            self.lines.append(line)

    def _how_far(self, state: AskingState) -> str:
        said = [
            self.tr("{done} of {all} questions are answered.").format(
                done=state.answered, all=state.asked
            )
        ]
        if not state.missing:
            said.append(self.tr("That is all of them."))
        elif state.answered < LEAST_PROGRESS * state.asked:
            said.append(
                self.tr(
                    "With less than 80 % answered the result has no number for the whole check, "
                    "only what to do first. You can finish all the same, or answer some more."
                )
            )
        else:
            said.append(self.tr("You can finish, or answer the rest first."))
        return " ".join(said)

    def first_focus(self) -> QWidget:
        """The button that finishes."""
        return self.finish_button
