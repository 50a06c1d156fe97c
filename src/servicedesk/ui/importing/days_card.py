# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks in which order a column writes day and month, where nothing in it tells."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.importing import DayOrder
from servicedesk.ui.importing.named_row import NamedChips
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.text import label


class DaysCard(Card):
    """One question for each column of days that can be read in two ways.

    Args:
        presenter: is told the answers.
    """

    def __init__(self, presenter: ImportingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self.body.addWidget(label(self.tr("Which comes first, the day or the month?"), "section"))
        self._questions: dict[int, NamedChips] = {}
        self._asked: tuple[tuple[int, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a question has no answer yet."""
        return any(not one.row.picked() for one in self._questions.values())

    def first_focus(self) -> QWidget | None:
        """The first question without an answer."""
        found = (one for one in self._questions.values() if not one.row.picked())
        first = next(found, None)
        return None if first is None else first.resting()

    def show_state(self, state: ImportingState) -> None:
        """Show the questions and their answers."""
        asked = tuple(
            (place, days.examples[0]) for place, days in state.days.items() if days.must_ask
        )
        if asked != self._asked:
            self._asked = asked
            self._ask(state)
        self.setVisible(bool(asked))
        orders = list(DayOrder)
        for place, question in self._questions.items():
            order = state.day_orders.get(place)
            question.pick(None if order is None else orders.index(order))
            question.show_error(state.errors.get(f"days_{place}", ""))

    def _ask(self, state: ImportingState) -> None:
        for question in self._questions.values():
            self.body.removeWidget(question)
            question.hide()
            question.deleteLater()
        self._questions = {}
        for place, example in self._asked:
            name = self.tr("“{example}” in “{heading}”").format(
                example=example, heading=state.columns[place].heading
            )
            choices = [self.tr("The day comes first"), self.tr("The month comes first")]
            question = NamedChips(name, choices)
            question.picked.connect(
                lambda at, column=place: self._presenter.set_day_order(column, list(DayOrder)[at])
            )
            self._questions[place] = question
            self.body.addWidget(question)
