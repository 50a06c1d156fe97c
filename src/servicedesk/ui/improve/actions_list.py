# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the things to do: a search box, chips, and what fits; Space says done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.actions_rules import ActionChip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.actions_list_presenter import ListPresenter, ShownAction
from servicedesk.ui.people.record_pane import RecordPane
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.tables.columns import Column, Record
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_CHIPS = tuple(ActionChip)
_ROOMY = 34
"""Text heights of the pane from which there is room for more than the list."""


class ListPane(RecordPane):
    """The things to do that are wanted.

    Signals:
        home_wanted: somebody wants to go back to the overview.
        make_wanted: somebody wants to write something down.
        done_wanted: (number) Space was pressed on one.
        print_wanted: somebody wants the plan on paper.

    Args:
        bench: of the open file.
        presenter: reads them.
    """

    home_wanted = Signal()
    make_wanted = Signal()
    done_wanted = Signal(int)
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
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(em(self, 0.9), em(self, 0.5), em(self, 0.9), 0)
        above.setSpacing(em(self, 0.2))
        back = FlowLayout()
        self.home_button = link_button(self.tr("Back to Improve"))
        back.addWidget(self.home_button)
        above.addLayout(back)
        self._name = label(self.tr("Things to do"), "section")
        above.addWidget(self._name)
        column.addWidget(top)
        column.addWidget(self._make_head())
        what = Column(title=self.tr("What"), value=_text)
        self.model = RowModel((what,), (), self.presenter.sentence)
        self.rows = TwoLineList(
            self._bench.theme, self.model, self.tr("List of things to do"), self.presenter.lines
        )
        column.addWidget(self.rows, 1)
        empty = self._make_empty(self.tr("Write something down"), self.tr("Show all"))
        column.addWidget(empty, 1)
        column.addWidget(self._make_foot())

    def _make_head(self) -> QWidget:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(em(self, 0.9), em(self, 0.5), em(self, 0.9), em(self, 0.5))
        head.setSpacing(em(self, 0.5))
        self.search.setPlaceholderText(self.tr("What, who or where from"))
        self.search.setAccessibleName(self.tr("Find something to do"))
        head.addWidget(self.search)
        names = [self.presenter.chip_words(chip) for chip in _CHIPS]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick((0,))
        head.addWidget(self.chips)
        self._said = label("", "small")
        head.addWidget(self._said)
        return self._head

    def _make_foot(self) -> QWidget:
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(em(self, 0.9), em(self, 0.3), em(self, 0.9), em(self, 0.3))
        foot.setSpacing(0)
        self._hint = label(self.tr("Space says done, Enter opens."), "small")
        foot.addWidget(self._hint)
        ways = FlowLayout()
        foot.addLayout(ways)
        self.make_button = link_button(self.tr("Write down another"))
        self.paper_button = link_button(self.tr("Print the plan"))
        for button in (self.make_button, self.paper_button):
            ways.addWidget(button)
        return self._foot

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.chips.chosen.connect(self._choose_chip)
        self._wire_list()
        self.home_button.clicked.connect(self.home_wanted)
        self.make_button.clicked.connect(self.make_wanted)
        self.first_button.clicked.connect(self.make_wanted)
        self.paper_button.clicked.connect(self.print_wanted)
        done = QShortcut(QKeySequence(Qt.Key.Key_Space), self.rows)
        done.setContext(Qt.ShortcutContext.WidgetShortcut)
        done.activated.connect(self._say_done)

    def shown_ids(self) -> Sequence[int]:
        """Numbers of what the list shows."""
        return [row.id for row in self.presenter.state.rows]

    def is_empty_file(self) -> bool:
        """There never was anything to do."""
        return self.presenter.state.is_empty_file

    def show_all(self) -> None:
        """Show everything."""
        self.search.clear()
        self.presenter.show_all()

    def _on_pointed(self, row: Record | None) -> None:
        if row is not None:  # the page is told of nothing by an empty list alone
            super()._on_pointed(row)

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(_CHIPS[at])

    def _say_done(self) -> None:
        if (number := self.current_id) is not None:
            self.done_wanted.emit(number)

    def _show_state(self) -> None:
        state = self.presenter.state
        row = self.rows.currentIndex().row()
        self.model.set_rows(state.rows)
        self._said.setText(state.said)
        for chip, button in zip(_CHIPS, self.chips.chips, strict=True):
            words = self.presenter.chip_words(chip)
            if words != button.text():
                button.setText(words)
                button.setAccessibleName(words)
        self.chips.pick((_CHIPS.index(state.chip),))
        self._show_empty(
            self.tr("Nothing is on the list yet. One thing, in a few words, is enough."),
            self._nothing(),
        )
        for part in (self._head, self._foot):
            part.setVisible(not state.is_empty_file)
        if state.rows and not self.rows.currentIndex().isValid():
            at = min(max(row, 0), len(state.rows) - 1)
            self.rows.setCurrentIndex(self.model.index(at, 0))
        elif not state.rows:
            self.pointed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where there is little of it."""
        super().resizeEvent(event)
        has_room = self.height() > em(self, _ROOMY)
        for part in (self._name, self._said, self._hint):
            part.setVisible(has_room)

    def _nothing(self) -> str:
        state = self.presenter.state
        if state.text:
            return self.tr("Nothing fits.")
        said = {
            ActionChip.OPEN: self.tr("Nothing is left to do. Well done."),
            ActionChip.LATE: self.tr("Nothing is late."),
            ActionChip.TO_CHECK: self.tr("Nothing is to be looked at again by now."),
            ActionChip.DONE: self.tr("Nothing is done yet."),
        }
        return said.get(state.chip, self.tr("Nothing fits."))


def _text(row: ShownAction) -> str:
    return row.line.card.draft.text
