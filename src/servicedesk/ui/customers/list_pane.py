# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of the customers room: a search box, chips, and everybody who fits."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.customers_lists import CustomerChip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.list_bulk import BulkBar
from servicedesk.ui.customers.list_presenter import ListPresenter
from servicedesk.ui.customers.list_rows import CustomerRows
from servicedesk.ui.people.record_pane import RecordPane
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.id_model import IdModel
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_MENU_TAGS = 12
"""Tags that the menu has room for."""

_MOST_AGAIN = 200
"""Chosen together, those are chosen again after a change; more take too long to look for."""

_LOW = 36
"""Height in text heights below which the list needs all the room there is."""


class ListPane(RecordPane):
    """Everybody, or those who are wanted.

    Signals:
        add_wanted: somebody wants to add a customer.
        print_wanted: somebody wants the list on paper.
        envelopes_wanted: (numbers) somebody wants an envelope to each of them.
        labels_wanted: (numbers) somebody wants a label with the address of each of them.
        letter_wanted: (numbers) somebody wants to write the same letter to each of them.

    Args:
        bench: of the open file.
        presenter: reads the customers.
    """

    add_wanted = Signal()
    print_wanted = Signal()
    envelopes_wanted = Signal(object)
    labels_wanted = Signal(object)
    letter_wanted = Signal(object)

    def __init__(self, bench: Workbench, presenter: ListPresenter) -> None:
        super().__init__(bench)
        self.presenter = presenter
        self._tags: tuple[tuple[str, int], ...] = ()
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
        self.search.setPlaceholderText(self.tr("Name or phone"))
        self.search.setAccessibleName(self.tr("Find a customer"))
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
        self.rows: CustomerRows = CustomerRows(
            self._bench.theme, self.model, self.tr("List of customers"), self.presenter.news
        )
        self.bulk = BulkBar(self.presenter)
        column.addWidget(self.rows, 1)
        empty = self._make_empty(self.tr("Add a customer"), self.tr("Show everybody"))
        column.addWidget(empty, 1)
        column.addWidget(self.bulk)

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.search.textChanged.connect(self.presenter.search)
        self.chips.chosen.connect(self._choose_chip)
        self.tag.activated.connect(self._choose_tag)
        self._wire_list()
        self.rows.selectionModel().selectionChanged.connect(self._show_bulk)
        self.bulk.let_go.connect(self._let_go)
        self.bulk.envelopes_wanted.connect(self.envelopes_wanted)
        self.bulk.labels_wanted.connect(self.labels_wanted)
        self.bulk.letter_wanted.connect(self.letter_wanted)
        self.add_button.clicked.connect(self.add_wanted)
        self.first_button.clicked.connect(self.add_wanted)
        self.more_button.clicked.connect(self._open_more)

    def shown_ids(self) -> Sequence[int]:
        """Numbers of those whom the list shows."""
        return self.presenter.state.ids

    def is_empty_file(self) -> bool:
        """There is no customer at all yet."""
        return self.presenter.state.is_empty_file

    def show_all(self) -> None:
        """Show everybody in use."""
        self.search.clear()
        self.presenter.show_all()

    def point_at(self, customer_id: int) -> bool:
        """Point at a customer; everybody is shown where the list leaves them out.

        Returns:
            False when they are in no list, such as those in the bin.
        """
        if self.rows.choose(customer_id):
            return True
        self.show_all()
        if self.rows.choose(customer_id):
            return True
        self.presenter.choose_chip(CustomerChip.ARCHIVED)
        if self.rows.choose(customer_id):
            return True
        self.presenter.show_all()
        return False

    def more_menu(self) -> QMenu:
        """What can be done with the list as it stands."""
        menu = QMenu(self.more_button)
        menu.setAccessibleName(self.tr("More about the list"))
        menu.aboutToHide.connect(menu.deleteLater)
        paper = menu.addAction(self.tr("Print this list…"))
        paper.triggered.connect(self.print_wanted)
        envelopes = menu.addAction(self.tr("Envelopes for this list…"))
        envelopes.triggered.connect(lambda: self.envelopes_wanted.emit(self._addressed()))
        labels = menu.addAction(self.tr("Address labels for this list…"))
        labels.triggered.connect(lambda: self.labels_wanted.emit(self._addressed()))
        letter = menu.addAction(self.tr("Letter to this list…"))
        letter.triggered.connect(lambda: self.letter_wanted.emit(self._addressed()))
        if self.bulk.chosen():
            letter.setText(self.tr("Letter to those chosen…"))
            envelopes.setText(self.tr("Envelopes for those chosen…"))
            labels.setText(self.tr("Address labels for those chosen…"))
        for entry in (paper, envelopes, labels, letter):
            entry.setEnabled(bool(self.presenter.state.ids))
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

    def _addressed(self) -> tuple[int, ...]:
        """Those who are chosen together, or all whom the list shows."""
        return self.bulk.chosen() or tuple(self.presenter.state.ids)

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
        self._show_empty(
            self.tr("Nobody is written down yet. A name or a phone number is enough."),
            self.tr("Nobody fits."),
        )
        for part in (self.chips, self.search, self._said, self.add_button, self.more_button):
            part.setVisible(not state.is_empty_file)
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
        """Where the window is low for its text the tags and the papers are in the menu alone."""
        is_high = self.height() >= em(self, _LOW)
        self.bulk.print_button.setVisible(is_high)
        self.bulk.letter_button.setVisible(is_high)
        self.tag.setVisible(is_high and bool(self.presenter.state.counts.tags))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the list."""
        super().resizeEvent(event)
        self._make_room()

    def _show_bulk(self) -> None:
        ids = self.presenter.state.ids
        rows = [row for row in self.rows.chosen_rows() if row < len(ids)]
        self.bulk.show_chosen([ids[row] for row in rows] if len(rows) > 1 else [])


def _name(row: CustomerRow) -> str:
    return row.shown_name
