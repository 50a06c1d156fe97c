# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the promises room: a search box, chips, and the promises that fit."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from servicedesk.domain.promises import PromiseChip, PromiseRow
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.calendar_out import save_ics
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.promises.list_presenter import ListPresenter
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import link_button, main_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_SEARCH_MOST = 200
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHIPS = tuple(PromiseChip)


class ListPane(QFrame):
    """The promises that are wanted.

    Signals:
        pointed: (number of the promise or None) the list points at another one.
        opened: (number of the promise) Enter was pressed.
        make_wanted: somebody wants to write down a promise.
        print_wanted: somebody wants the list on paper.
        round_wanted: somebody wants the round of the next opening day.
        slips_wanted: somebody wants a slip for each promise of the list.
        empty_slips_wanted: somebody wants slips to write on.

    Args:
        bench: of the open file.
        presenter: reads the promises.
    """

    pointed = Signal(object)
    opened = Signal(int)
    make_wanted = Signal()
    print_wanted = Signal()
    round_wanted = Signal()
    slips_wanted = Signal()
    empty_slips_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: ListPresenter) -> None:
        super().__init__()
        self._bench = bench
        self.presenter = presenter
        self.setObjectName("steps")
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
        self.search = QLineEdit()
        self.search.setMaxLength(_SEARCH_MOST)
        self.search.setPlaceholderText(self.tr("What, who or number"))
        self.search.setAccessibleName(self.tr("Find a promise"))
        self.search.setClearButtonEnabled(True)
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
        column.addWidget(self._nothing(), 1)
        column.addWidget(self._foot())

    def _nothing(self) -> QWidget:
        """What stands in the place of the list while it is empty."""
        self.nothing = QWidget()
        inside = QVBoxLayout(self.nothing)
        inside.setContentsMargins(em(self, 0.9), em(self, 1), em(self, 0.9), em(self, 1))
        self._nothing_said = label("")
        inside.addWidget(self._nothing_said)
        ways = FlowLayout()
        inside.addLayout(ways)
        self.first_button = main_button(self.tr("Write down a promise"))
        self.all_button = link_button(self.tr("Show all"))
        self.example_button = link_button(self.tr("Show me an example"))
        for button in (self.first_button, self.all_button, self.example_button):
            ways.addWidget(button)
        inside.addStretch(1)
        self.nothing.hide()
        return self.nothing

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
        self.search.installEventFilter(self)
        self.chips.chosen.connect(self._choose_chip)
        self.rows.chosen.connect(self._on_pointed)
        self.rows.opened.connect(lambda row: self.opened.emit(row.id))
        self.rows.leave_wanted.connect(self.search.setFocus)
        self.make_button.clicked.connect(self.make_wanted)
        self.first_button.clicked.connect(self.make_wanted)
        self.example_button.clicked.connect(self._bench.doors.open_demo)
        self.all_button.clicked.connect(self._show_all)
        self.paper_button.clicked.connect(self._offer_papers)

    @property
    def current_id(self) -> int | None:
        """The promise that the list points at."""
        index = self.rows.currentIndex()
        ids = self.presenter.state.ids
        return ids[index.row()] if index.isValid() and index.row() < len(ids) else None

    def point_at(self, promise_id: int) -> bool:
        """Point at a promise; all are shown where the list leaves it out.

        Returns:
            False when it is in no list, such as one in the bin.
        """
        if self.rows.choose(promise_id):
            return True
        self._show_all()
        return self.rows.choose(promise_id)

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The list; the search box where it is empty; the one button in an empty file."""
        if self.presenter.state.ids:
            return self.rows
        return self.first_button if self.presenter.state.is_empty_file else self.search

    def _on_pointed(self, row: PromiseRow | None) -> None:
        if row is not None:
            self.pointed.emit(row.id)

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

    def _show_all(self) -> None:
        self.search.clear()
        self.presenter.show_all()

    def _show_state(self) -> None:
        state = self.presenter.state
        self.model.set_ids(state.ids)
        self._said.setText(state.said)
        self._kept.setText(state.kept)
        self._kept.setVisible(bool(state.kept))
        for chip, button in zip(_CHIPS, self.chips.chips, strict=True):
            words = self.presenter.chip_words(chip)
            if words != button.text():
                button.setText(words)
                button.setAccessibleName(words)
        self.chips.pick((_CHIPS.index(state.wanted.chip),))
        is_new = state.is_empty_file
        nobody = self.tr("Nothing is promised yet. Who, what and by when is enough.")
        self._nothing_said.setText(nobody if is_new else self.tr("No promise fits."))
        self.rows.setVisible(bool(state.ids))
        self.nothing.setVisible(not state.ids)
        self.first_button.setVisible(is_new)
        self.example_button.setVisible(is_new)
        self.all_button.setVisible(not is_new)
        self._head.setVisible(not is_new)
        self._foot_ways.setVisible(not is_new)
        if state.ids and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0, 0))
        elif not state.ids:
            self.pointed.emit(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search box into the list; Esc clears what was typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _TO_LIST and self.presenter.state.ids:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)


def _text(row: PromiseRow) -> str:
    return row.text
