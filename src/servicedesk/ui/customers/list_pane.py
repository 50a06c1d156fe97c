# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the customers room: a search box, chips, and everybody who fits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.customers_lists import CustomerChip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.list_bulk import BulkBar
from servicedesk.ui.customers.list_presenter import ListPresenter
from servicedesk.ui.customers.list_rows import CustomerRows
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.customers.list_presenter import ListState

_SEARCH_MOST = 200
_MENU_TAGS = 12
"""Tags that the menu has room for."""

_MOST_AGAIN = 200
"""Chosen together, those are chosen again after a change; more take too long to look for."""

_LOW = 36
"""Height in text heights below which the list needs all the room there is."""

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListPane(QFrame):
    """Everybody, or those who are wanted.

    Signals:
        pointed: (number of the customer or None) the list points at somebody else.
        opened: (number of the customer) Enter was pressed.
        add_wanted: somebody wants to add a customer.
        print_wanted: somebody wants the list on paper.

    Args:
        bench: of the open file.
        presenter: reads the customers.
    """

    pointed = Signal(object)
    opened = Signal(int)
    add_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: ListPresenter) -> None:
        super().__init__()
        self._bench = bench
        self.presenter = presenter
        self._tags: tuple[tuple[str, int], ...] = ()
        self.setObjectName("steps")
        self._build()
        self._wire()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QWidget()
        head = QVBoxLayout(above)
        head.setContentsMargins(em(self, 0.9), em(self, 0.8), em(self, 0.9), em(self, 0.5))
        head.setSpacing(em(self, 0.5))
        self.search = QLineEdit()
        self.search.setMaxLength(_SEARCH_MOST)
        self.search.setPlaceholderText(self.tr("Name or phone"))
        self.search.setAccessibleName(self.tr("Find a customer"))
        self.search.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.setSpacing(em(self, 0.4))
        top.addWidget(self.search, 1)
        self.add_button = side_button(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add a customer"))
        self.more_button = side_button("…")
        self.more_button.setAccessibleName(self.tr("More about the list"))
        top.addWidget(self.add_button)
        top.addWidget(self.more_button)
        head.addLayout(top)
        labels = self._bench.labels
        self.chips = ChipRow(
            [labels.enum(chip) for chip in CustomerChip], is_single=True, can_let_go=False
        )
        self.chips.pick((0,))
        head.addWidget(self.chips)
        self.tag = CalmCombo()
        self.tag.setAccessibleName(self.tr("Tag"))
        head.addWidget(self.tag)
        self._said = label("", "small")
        head.addWidget(self._said)
        column.addWidget(above)
        self._head = above
        name = Column(title=self.tr("Customer"), value=_name)
        self.model = IdModel((name,), self.presenter.rows, self.presenter.sentence)
        self.rows = CustomerRows(
            self._bench.theme, self.model, self.tr("List of customers"), self.presenter.news
        )
        self.bulk = BulkBar(self.presenter)
        column.addWidget(self.rows, 1)
        column.addWidget(self._nobody(), 1)
        column.addWidget(self.bulk)

    def _nobody(self) -> QWidget:
        """What stands in the place of the list while it is empty."""
        self.nobody = QWidget()
        inside = QVBoxLayout(self.nobody)
        inside.setContentsMargins(em(self, 0.9), em(self, 1), em(self, 0.9), em(self, 1))
        self._nobody_said = label("")
        inside.addWidget(self._nobody_said)
        ways = FlowLayout()
        inside.addLayout(ways)
        self.first_button = main_button(self.tr("Add a customer"))
        self.all_button = link_button(self.tr("Show everybody"))
        self.example_button = link_button(self.tr("Show me an example"))
        for button in (self.first_button, self.all_button, self.example_button):
            ways.addWidget(button)
        inside.addStretch(1)
        self.nobody.hide()
        return self.nobody

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.search.installEventFilter(self)
        self.chips.chosen.connect(self._choose_chip)
        self.tag.activated.connect(self._choose_tag)
        self.rows.chosen.connect(self._on_pointed)
        self.rows.opened.connect(lambda row: self.opened.emit(row.id))
        self.rows.leave_wanted.connect(self.search.setFocus)
        self.rows.selectionModel().selectionChanged.connect(self._show_bulk)
        self.bulk.let_go.connect(self._let_go)
        self.add_button.clicked.connect(self.add_wanted)
        self.first_button.clicked.connect(self.add_wanted)
        self.example_button.clicked.connect(self._bench.doors.open_demo)
        self.all_button.clicked.connect(self._show_all)
        self.more_button.clicked.connect(self._open_more)

    @property
    def current_id(self) -> int | None:
        """The customer that the list points at."""
        index = self.rows.currentIndex()
        ids = self.presenter.state.ids
        return ids[index.row()] if index.isValid() and index.row() < len(ids) else None

    def point_at(self, customer_id: int) -> bool:
        """Point at a customer; everybody is shown where the list leaves them out.

        Returns:
            False when they are in no list, such as those in the bin.
        """
        if self.rows.choose(customer_id):
            return True
        self._show_all()
        if self.rows.choose(customer_id):
            return True
        self.presenter.choose_chip(CustomerChip.ARCHIVED)
        if self.rows.choose(customer_id):
            return True
        self.presenter.show_all()
        return False

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        target = self.rows if self.presenter.state.ids else self.first_focus()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The list; the search box where it is empty; the one button in an empty file."""
        if self.presenter.state.ids:
            return self.rows
        return self.first_button if self.first_button.isVisibleTo(self) else self.search

    def _on_pointed(self, row: CustomerRow | None) -> None:
        self.pointed.emit(None if row is None else row.id)

    def more_menu(self) -> QMenu:
        """What can be done with the list as it stands."""
        menu = QMenu(self.more_button)
        menu.setAccessibleName(self.tr("More about the list"))
        menu.aboutToHide.connect(menu.deleteLater)
        paper = menu.addAction(self.tr("Print this list…"))
        paper.triggered.connect(self.print_wanted)
        paper.setEnabled(bool(self.presenter.state.ids))
        menu.addAction(self.tr("Choose all of them")).triggered.connect(self._choose_all)
        go = self._bench.navigator.open
        menu.addAction(self.tr("Enquiries…")).triggered.connect(lambda: go("contacts"))
        menu.addAction(self.tr("To ask again…")).triggered.connect(lambda: go("reviews"))
        menu.addAction(self.tr("Bring customers from a list…")).triggered.connect(
            lambda: go("importing")
        )
        menu.addAction(self.tr("Possible duplicates…")).triggered.connect(
            lambda: go("settings", "duplicates")
        )
        tags = self.presenter.state.counts.tags
        if tags:
            menu.addSeparator()
            menu.addAction(self.tr("Any tag")).triggered.connect(
                lambda: self.presenter.choose_tag("")
            )
        for tag, count in tags[:_MENU_TAGS]:
            words = self.tr("Tag: {tag} ({count})").format(tag=tag, count=count)
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                lambda _=False, tag=tag: self.presenter.choose_tag(tag)
            )
        return menu

    def _open_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _choose_all(self) -> None:
        self.rows.selectAll()
        self.take_focus()

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(list(CustomerChip)[at])

    def _choose_tag(self, at: int) -> None:
        self.presenter.choose_tag(str(self.tag.itemData(at) or ""))

    def _show_all(self) -> None:
        self.search.clear()
        self.presenter.show_all()

    def _let_go(self) -> None:
        current = self.rows.currentIndex()
        self.rows.clearSelection()
        if current.isValid():
            self.rows.setCurrentIndex(current)
        self.take_focus()

    def _show_state(self) -> None:
        state = self.presenter.state
        kept = self.bulk.chosen()
        self.model.set_ids(state.ids)
        self._choose_again(kept)
        self._said.setText(state.said if state.trouble is None else state.trouble.happened)
        self.chips.pick((list(CustomerChip).index(state.wanted.chip),))
        self._show_tags(state.counts.tags, state.wanted.tag)
        self._show_nobody(state)
        if state.ids and not self.rows.currentIndex().isValid():
            self.rows.step(1)
        elif not state.ids:
            self.pointed.emit(None)
        self._show_bulk()

    def _choose_again(self, ids: Sequence[int]) -> None:
        """Choose those again who were chosen together, as far as they are still in the list."""
        if len(ids) > _MOST_AGAIN:
            return
        model, rows = self.rows.selectionModel(), map(self.model.row_of, ids)
        for row in rows:
            if row >= 0:
                model.select(self.model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)

    def _show_nobody(self, state: "ListState") -> None:
        is_new = state.is_empty_file
        if is_new:
            self._nobody_said.setText(
                self.tr("Nobody is written down yet. A name or a phone number is enough.")
            )
        else:
            self._nobody_said.setText(self.tr("Nobody fits."))
        self.rows.setVisible(bool(state.ids))
        self.nobody.setVisible(not state.ids)
        self.first_button.setVisible(is_new)
        self.example_button.setVisible(is_new)
        self.all_button.setVisible(not is_new)
        for part in (self.chips, self.search, self._said):
            part.setVisible(not is_new)
        self.add_button.setVisible(not is_new)
        self.more_button.setVisible(not is_new)

    def _show_tags(self, tags: tuple[tuple[str, int], ...], chosen: str) -> None:
        self._make_room()
        if tags != self._tags:
            self._tags = tags
            self.tag.clear()
            self.tag.addItem(self.tr("Any tag"), "")
            for tag, count in tags:
                words = self.tr("{tag} ({count})")
                self.tag.addItem(words.format(tag=tag, count=QLocale().toString(count)), tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))

    def _make_room(self) -> None:
        """Where the window is low for its text the tags are in the menu alone."""
        is_high = self.height() >= em(self, _LOW)
        self.tag.setVisible(is_high and bool(self.presenter.state.counts.tags))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the list."""
        super().resizeEvent(event)
        self._make_room()

    def _show_bulk(self) -> None:
        ids = self.presenter.state.ids
        rows = [row for row in self.rows.chosen_rows() if row < len(ids)]
        self.bulk.show_chosen([ids[row] for row in rows] if len(rows) > 1 else [])

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


def _name(row: CustomerRow) -> str:
    return row.shown_name
