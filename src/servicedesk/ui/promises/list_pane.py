# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the promises room: a search box, chips, and the promises that fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from servicedesk.domain.promises import PromiseChip, PromiseRow
from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.calendar_out import save_ics
from servicedesk.ui.people.record_pane import RecordPane
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.promises.list_presenter import ListPresenter
from servicedesk.ui.tables.columns import Column, Record
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_CHIPS = tuple(PromiseChip)
_ROOMY = 44
"""Text heights of the pane from which there is room for more than the list."""


class ListPane(RecordPane):
    """The promises that are wanted.

    Signals:
        make_wanted: somebody wants to write down a promise.
        print_wanted: somebody wants the list on paper.
        round_wanted: somebody wants the round of the next opening day.
        slips_wanted: somebody wants a slip for each promise of the list.
        empty_slips_wanted: somebody wants slips to write on.

    Args:
        bench: of the open file.
        presenter: reads the promises.
    """

    make_wanted = Signal()
    print_wanted = Signal()
    round_wanted = Signal()
    slips_wanted = Signal()
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
        self.search.setAccessibleName(self.tr("Find a promise"))
        head.addWidget(self.search)
        names = [self.presenter.chip_words(chip) for chip in _CHIPS]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick((0,))
        head.addWidget(self.chips)
        self._said = label("", "small")
        head.addWidget(self._said)
        column.addWidget(self._head)
        text = Column(title=self.tr("Promise"), value=_text)
        self.model = IdModel((text,), self.presenter.rows, self.presenter.sentence)
        self.rows = TwoLineList(
            self._bench.theme, self.model, self.tr("List of promises"), self.presenter.lines
        )
        column.addWidget(self.rows, 1)
        empty = self._make_empty(self.tr("Write down a promise"), self.tr("Show all"))
        column.addWidget(empty, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self._foot_ways = QWidget()
        foot = QVBoxLayout(self._foot_ways)
        foot.setContentsMargins(em(self, 0.9), em(self, 0.3), em(self, 0.9), em(self, 0.3))
        foot.setSpacing(0)
        self._kept = label("", "small")
        foot.addWidget(self._kept)
        ways = FlowLayout()
        foot.addLayout(ways)
        self.make_button = link_button(self.tr("Write down a promise"))
        self.paper_button = link_button(self.tr("Print and save…"))
        ways.addWidget(self.make_button)
        ways.addWidget(self.paper_button)
        return self._foot_ways

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.chips.chosen.connect(self._choose_chip)
        self._wire_list()
        self.make_button.clicked.connect(self.make_wanted)
        self.first_button.clicked.connect(self.make_wanted)
        self.paper_button.clicked.connect(self._offer_papers)

    def shown_ids(self) -> Sequence[int]:
        """Numbers of the promises that the list shows."""
        return self.presenter.state.ids

    def is_empty_file(self) -> bool:
        """Nothing is promised yet."""
        return self.presenter.state.is_empty_file

    def show_all(self) -> None:
        """Show all promises."""
        self.search.clear()
        self.presenter.show_all()

    def _on_pointed(self, row: Record | None) -> None:
        if row is not None:  # the page is told of nothing by an empty list alone
            super()._on_pointed(row)

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(_CHIPS[at])

    def papers_menu(self) -> QMenu:
        """What can be put on paper or into a file here."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Print and save"))
        has_any = bool(self.presenter.state.ids)
        for words, wanted, needs_any in (
            (self.tr("Print this &list"), self.print_wanted.emit, True),
            (self.tr("Print &tomorrow’s round"), self.round_wanted.emit, False),
            (self.tr("Print &slips of this list"), self.slips_wanted.emit, True),
            (self.tr("Print &empty slips"), self.empty_slips_wanted.emit, False),
            (self.tr("Save for a &calendar"), self._save_days, True),
        ):
            if has_any or not needs_any:
                menu.addAction(words).triggered.connect(lambda _=False, go=wanted: go())
        return menu

    def _offer_papers(self) -> None:
        menu = self.papers_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.paper_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _save_days(self) -> None:
        """All open ones of the list; those that have ended are left out."""
        save_ics(self.presenter.state.ids, self._bench, self)

    def _show_kept(self) -> None:
        """How many were kept; the rest of it is in the tip where the list needs the room."""
        kept = self.presenter.state.kept
        whole = " ".join(kept)
        has_room = self.height() > em(self, _ROOMY)
        self._kept.setText(whole if has_room else "".join(kept[:1]))
        self._kept.setToolTip("" if has_room else plain_tip(whole))
        self._kept.setAccessibleDescription("" if has_room else whole)
        self._kept.setVisible(bool(kept))

    def _show_state(self) -> None:
        state = self.presenter.state
        self.model.set_ids(state.ids)
        self._said.setText(state.said)
        self._show_kept()
        for chip, button in zip(_CHIPS, self.chips.chips, strict=True):
            words = self.presenter.chip_words(chip)
            if words != button.text():
                button.setText(words)
                button.setAccessibleName(words)
        self.chips.pick((_CHIPS.index(state.wanted.chip),))
        is_new = state.is_empty_file
        self._show_empty(
            self.tr("Nothing is promised yet. Who, what and by when is enough."),
            self.tr("No promise fits."),
        )
        self._head.setVisible(not is_new)
        self._foot_ways.setVisible(not is_new)
        if state.ids and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0, 0))
        elif not state.ids:
            self.pointed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more of what was kept where there is room for it."""
        super().resizeEvent(event)
        self._show_kept()


def _text(row: PromiseRow) -> str:
    return row.text
