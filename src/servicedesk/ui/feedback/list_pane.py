# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the feedback room: a search box, chips, and the feedback that fits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.feedback_listed import FeedbackChip, FeedbackRow
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.list_presenter import ListPresenter
from servicedesk.ui.people.record_pane import RecordPane
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.tables.columns import Column, Record
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_CHIPS = tuple(chip for chip in FeedbackChip if chip is not FeedbackChip.WALL)
"""What stands on the wall has a page of its own."""


class ListPane(RecordPane):
    """The feedback that is wanted.

    Signals:
        make_wanted: somebody wants to write down what was said.
        cards_wanted: somebody has cards that came back.
        wall_wanted: somebody wants to see "you said, we did".
        print_wanted: somebody wants the list on paper.

    Args:
        bench: of the open file.
        presenter: reads the feedback.
    """

    make_wanted = Signal()
    cards_wanted = Signal()
    wall_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: ListPresenter) -> None:
        super().__init__(bench)
        self.presenter = presenter
        self._build()
        self._wire()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(em(self, 0.9), em(self, 0.8), em(self, 0.9), em(self, 0.5))
        head.setSpacing(em(self, 0.5))
        self.search.setPlaceholderText(self.tr("What, who or number"))
        self.search.setAccessibleName(self.tr("Find feedback"))
        head.addWidget(self.search)
        names = [self.presenter.chip_words(chip) for chip in _CHIPS]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick((0,))
        head.addWidget(self.chips)
        self._said = label("", "small")
        head.addWidget(self._said)
        column.addWidget(self._head)
        text = Column(title=self.tr("Feedback"), value=_text)
        self.model = IdModel((text,), self.presenter.rows, self.presenter.sentence)
        self.rows = TwoLineList(
            self._bench.theme, self.model, self.tr("List of feedback"), self.presenter.lines
        )
        column.addWidget(self.rows, 1)
        empty = self._make_empty(self.tr("Write down what was said"), self.tr("Show all"))
        column.addWidget(empty, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        ways = FlowLayout(foot)
        ways.setContentsMargins(em(self, 0.9), em(self, 0.3), em(self, 0.9), em(self, 0.3))
        self.make_button = link_button(self.tr("Write down another"))
        self.cards_button = link_button(self.tr("Key in comment cards"))
        self.wall_button = link_button(self.tr("You said, we did"))
        self.paper_button = link_button(self.tr("Print this list"))
        for button in (self.make_button, self.cards_button, self.wall_button, self.paper_button):
            ways.addWidget(button)
        return foot

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.chips.chosen.connect(self._choose_chip)
        self._wire_list()
        self.make_button.clicked.connect(self.make_wanted)
        self.first_button.clicked.connect(self.make_wanted)
        self.cards_button.clicked.connect(self.cards_wanted)
        self.wall_button.clicked.connect(self.wall_wanted)
        self.paper_button.clicked.connect(self.print_wanted)

    def shown_ids(self) -> Sequence[int]:
        """Numbers of the feedback that the list shows."""
        return self.presenter.state.ids

    def is_empty_file(self) -> bool:
        """Nobody has said anything yet."""
        return self.presenter.state.is_empty_file

    def show_all(self) -> None:
        """Show all feedback."""
        self.search.clear()
        self.presenter.show_all()

    def _on_pointed(self, row: Record | None) -> None:
        if row is not None:  # the page is told of nothing by an empty list alone
            super()._on_pointed(row)

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(_CHIPS[at])

    def _show_state(self) -> None:
        state = self.presenter.state
        self.model.set_ids(state.ids)
        self._said.setText(state.said)
        for chip, button in zip(_CHIPS, self.chips.chips, strict=True):
            words = self.presenter.chip_words(chip)
            if words != button.text():
                button.setText(words)
                button.setAccessibleName(words)
        self.chips.pick([at for at, chip in enumerate(_CHIPS) if chip is state.wanted.chip])
        is_new = state.is_empty_file
        self._show_empty(
            self.tr("Nothing is written down yet. A few words or a mark from 1 to 5 is enough."),
            self.tr("Nothing fits."),
        )
        self._head.setVisible(not is_new)
        for button in (self.make_button, self.paper_button):
            button.setVisible(not is_new)
        if state.ids and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0, 0))
        elif not state.ids:
            self.pointed.emit(None)


def _text(row: FeedbackRow) -> str:
    return row.text
