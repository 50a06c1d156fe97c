# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the complaints room: a search box, chips, and the complaints that fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintRow
from servicedesk.ui.complaints.list_presenter import ListPresenter
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.record_pane import RecordPane
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.tables.columns import Column, Record
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import chip_button, link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_CHIPS = (ComplaintChip.OPEN, ComplaintChip.DUE_TODAY, ComplaintChip.LATE, ComplaintChip.ALL)
"""Parts of the list that are always in sight, in two rows at most."""

_FOLDED = tuple(chip for chip in ComplaintChip if chip not in _CHIPS)
"""Those that a menu holds; the one that is shown stands on its button."""


class ListPane(RecordPane):
    """The complaints that are wanted.

    Signals:
        make_wanted: somebody wants to write down a complaint.
        print_wanted: somebody wants the list on paper.
        form_wanted: somebody wants the form to complain on paper, empty.
        empty_slips_wanted: somebody wants slips to write on.

    Args:
        bench: of the open file.
        presenter: reads the complaints.
    """

    make_wanted = Signal()
    print_wanted = Signal()
    form_wanted = Signal()
    empty_slips_wanted = Signal()

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
        self.search.setAccessibleName(self.tr("Find a complaint"))
        head.addWidget(self.search)
        names = [self.presenter.chip_words(chip) for chip in _CHIPS]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick((0,))
        self.others_button = chip_button(self.tr("More…"))
        row = self.chips.layout()
        if row is not None:
            row.addWidget(self.others_button)
        head.addWidget(self.chips)
        self._said = label("", "small")
        head.addWidget(self._said)
        column.addWidget(self._head)
        text = Column(title=self.tr("Complaint"), value=_text)
        self.model = IdModel((text,), self.presenter.rows, self.presenter.sentence)
        self.rows = TwoLineList(
            self._bench.theme, self.model, self.tr("List of complaints"), self.presenter.lines
        )
        column.addWidget(self.rows, 1)
        empty = self._make_empty(self.tr("Write down a complaint"), self.tr("Show all"))
        column.addWidget(empty, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self._foot_ways = QWidget()
        ways = FlowLayout(self._foot_ways)
        ways.setContentsMargins(em(self, 0.9), em(self, 0.3), em(self, 0.9), em(self, 0.3))
        self.make_button = link_button(self.tr("Write down another"))
        self.paper_button = link_button(self.tr("Print this list"))
        ways.addWidget(self.make_button)
        ways.addWidget(self.paper_button)
        self.form_button = link_button(self.tr("Print a form for customers"))
        self.slips_button = link_button(self.tr("Print slips for your own notes"))
        ways.addWidget(self.form_button)
        ways.addWidget(self.slips_button)
        return self._foot_ways

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.chips.chosen.connect(self._choose_chip)
        self.others_button.clicked.connect(self._offer_others)
        self._wire_list()
        self.make_button.clicked.connect(self.make_wanted)
        self.first_button.clicked.connect(self.make_wanted)
        self.paper_button.clicked.connect(self.print_wanted)
        self.form_button.clicked.connect(self.form_wanted)
        self.slips_button.clicked.connect(self.empty_slips_wanted)

    def shown_ids(self) -> Sequence[int]:
        """Numbers of the complaints that the list shows."""
        return self.presenter.state.ids

    def is_empty_file(self) -> bool:
        """Nobody has complained yet."""
        return self.presenter.state.is_empty_file

    def show_all(self) -> None:
        """Show all complaints."""
        self.search.clear()
        self.presenter.show_all()

    def _on_pointed(self, row: Record | None) -> None:
        if row is not None:  # the page is told of nothing by an empty list alone
            super()._on_pointed(row)

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(_CHIPS[at])

    def others_menu(self) -> QMenu:
        """The parts of the list that are folded away."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("More parts of the list"))
        for chip in _FOLDED:
            entry = menu.addAction(self.presenter.chip_words(chip))
            entry.setCheckable(True)
            entry.setChecked(chip is self.presenter.state.wanted.chip)
            entry.triggered.connect(lambda _=False, one=chip: self.presenter.choose_chip(one))
        return menu

    def _offer_others(self) -> None:
        self._show_chips()  # pressing it chooses nothing yet
        menu, button = self.others_menu(), self.others_button
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _show_chips(self) -> None:
        """What is shown, and how many stand under each."""
        shown = self.presenter.state.wanted.chip
        for chip, button in zip(_CHIPS, self.chips.chips, strict=True):
            _say_on(button, self.presenter.chip_words(chip))
        self.chips.pick((_CHIPS.index(shown),) if shown in _CHIPS else ())
        is_folded = shown in _FOLDED
        more = self.tr("More…")
        _say_on(self.others_button, self.presenter.chip_words(shown) if is_folded else more)
        self.others_button.setChecked(is_folded)

    def _show_state(self) -> None:
        state = self.presenter.state
        self.model.set_ids(state.ids)
        self._said.setText(state.said)
        self._show_chips()
        nobody = self.tr("Nobody has complained yet. Write it down when somebody does.")
        self._show_empty(nobody, self.tr("No complaint fits."))
        self._head.setVisible(not state.is_empty_file)
        self.make_button.setVisible(not state.is_empty_file)
        self.paper_button.setVisible(bool(state.ids))
        if state.ids and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0, 0))
        elif not state.ids:
            self.pointed.emit(None)


def _say_on(button: QPushButton, words: str) -> None:
    if words != button.text():
        button.setText(words)
        button.setAccessibleName(words)


def _text(row: ComplaintRow) -> str:
    return row.text
