# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customers room: the list at the left, a customer at the right; on a small screen in turns.

Places: an item is the number of a customer; the part "new" opens the form of a new one.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from servicedesk.domain.customers_lists import CustomerChip
from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.detail import DetailPane
from servicedesk.ui.customers.detail_presenter import DetailPresenter
from servicedesk.ui.customers.list_pane import ListPane
from servicedesk.ui.customers.list_presenter import ListPresenter
from servicedesk.ui.customers.page_deeds import PageDeeds
from servicedesk.ui.widgets.sizes import em

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FOLDS = 58
"""Below this width, in text heights, the list and the customer take turns."""

_PAUSE_MS = 60
"""After an arrow key, until the customer is read: who holds the key down reads nobody."""

_SPLIT = "customers_split"
_USUAL, _LEAST, _MOST = 30, 15, 70


class CustomersPage(Page):
    """Everybody, and one of them.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_folded = False
        self._wanted: int | None = None
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.list = ListPane(self._bench, self.list_presenter)
        self.detail = DetailPane(self._bench, self.detail_presenter)
        self.deeds = PageDeeds(self._bench, self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self.detail)
        self._split.handle(1).setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)

    def _wire(self) -> None:
        self.list.pointed.connect(self._on_pointed)
        self.list_presenter.state_changed.connect(self._note_anybody)
        self.list.opened.connect(self._open)
        self.list.add_wanted.connect(self.deeds.add)
        self.list.print_wanted.connect(lambda: self._print(self.list_presenter.list_job()))
        self.list.envelopes_wanted.connect(self.deeds.envelopes)
        self.list.labels_wanted.connect(self.deeds.labels)
        self.list.letter_wanted.connect(self.deeds.letter)
        self.list.bulk.merge_wanted.connect(self.deeds.merge)
        self.detail.back_wanted.connect(self.back_to_list)
        self.detail.form_wanted.connect(self.deeds.change)
        self.detail.support_wanted.connect(self.deeds.support)
        self.detail.envelope_wanted.connect(lambda one: self.deeds.envelopes((one,)))
        self.detail.label_wanted.connect(lambda one: self.deeds.labels((one,)))
        self.detail.deed_wanted.connect(self._write)
        self.detail.entry_wanted.connect(self.deeds.open_entry)
        self.deeds.kept.connect(self.show_customer)
        self._pause.timeout.connect(self._show_pointed)
        self._split.splitterMoved.connect(self._remember_split)
        self._bench.theme.changed.connect(self._fold)
        self._wire_keys()

    def _wire_keys(self) -> None:
        """Keys that work anywhere in the room; Esc in the customer alone."""
        shortcuts = (
            (QShortcut(QKeySequence("Ctrl+PgDown"), self), lambda: self._walk(1)),
            (QShortcut(QKeySequence("Ctrl+PgUp"), self), lambda: self._walk(-1)),
            (QShortcut(QKeySequence("Ctrl+I"), self), self.detail.note_visit),
            (QShortcut(QKeySequence("Esc"), self.detail), self.back_to_list),
        )
        for shortcut, do in shortcuts:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def arrive(self, place: Place) -> None:
        """Show the customer that is meant, or the list as it was."""
        self._fold()  # first: whoever is meant is shown where only one of the two has room
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        if place.part in set(CustomerChip):
            self.list_presenter.choose_chip(CustomerChip(place.part))
        if place.item.isdecimal():
            self.show_customer(int(place.item))
        elif self._wanted is None:
            self._show_pointed()
        if place.part == "new":
            self.deeds.add()

    def leave(self) -> None:
        """What changes meanwhile is read on the next arrival."""
        self._pause.stop()
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The list, or the customer where that stands alone."""
        return self.list.first_focus() if self.list.isVisibleTo(self) else self.detail.first_focus()

    def print_job(self) -> "PrintJob | None":
        """The customer who is shown; the list where nobody is."""
        is_alone = self._is_folded and self.list.isVisibleTo(self)
        record = None if is_alone else self.detail_presenter.record_job()
        return record or self.list_presenter.list_job()

    def customer_id(self) -> int | None:
        """The customer who is shown; None where nobody knows any more who that was."""
        state = self.detail_presenter.state
        return None if state.card is None or state.is_forgotten else state.card.id

    def show_customer(self, customer_id: int) -> None:
        """Show a customer, in the list too where they are in one."""
        self._wanted = customer_id
        self.list.point_at(customer_id)
        self._pause.stop()
        self.detail_presenter.show(customer_id)
        if self._is_folded:
            self._show_pane(is_list=False)

    def back_to_list(self) -> None:
        """Give the keyboard back to the list."""
        if self._is_folded:
            self._show_pane(is_list=True)
        self.list.take_focus()

    def _note_anybody(self) -> None:
        is_empty = self.list_presenter.state.is_empty_file
        if is_empty == self.detail.has_anybody:
            self.detail.show_choosable(is_anybody=not is_empty)

    def _on_pointed(self, customer_id: int | None) -> None:
        self._wanted = customer_id
        self._pause.start()

    def _show_pointed(self) -> None:
        self._pause.stop()
        self.detail_presenter.show(self._wanted or self.list.current_id)

    def _open(self, customer_id: int) -> None:
        self.show_customer(customer_id)
        self.detail.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, by: int) -> None:
        if self.list.rows.step(by):
            self._show_pointed()

    def _write(self, deed: str) -> None:
        customer_id = self.customer_id()
        if customer_id is not None and deed == "held":
            self._bench.navigator.open("privacy", "requests", f"held:{customer_id}")
        elif customer_id is not None and deed == "forget":
            self._bench.navigator.open("privacy", "erased", f"customer:{customer_id}")
        elif customer_id is not None:
            self.deeds.write(deed, customer_id)

    def _print(self, job: "PrintJob | None") -> None:
        from servicedesk.ui.printing.preview import show_print

        if job is not None:
            show_print(job, self._bench, self)

    def _fold(self) -> None:
        """Beside one another, or one of the two."""
        is_folded = self.width() < em(self, _FOLDS)
        self.detail.back_button.setVisible(is_folded)
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            if is_folded:
                self._show_pane(is_list=not self.detail.isAncestorOf(self.focusWidget() or self))
            else:
                self.list.show()
                self.detail.show()
        self._share_room()

    def _show_pane(self, *, is_list: bool) -> None:
        self.list.setVisible(is_list)
        self.detail.setVisible(not is_list)

    def _share_room(self) -> None:
        said = self._bench.memory.get(_SPLIT)
        percent = min(max(said, _LEAST), _MOST) if isinstance(said, int) else _USUAL
        wide = self.width()
        least = em(self, 15)
        left = max(least, wide * percent // 100)
        self._split.setSizes([left, wide - left])

    def _remember_split(self) -> None:
        left, right = self._split.sizes()
        if not self._is_folded and left + right:
            percent = min(max(100 * left // (left + right), _LEAST), _MOST)
            try:
                self._bench.memory.set(_SPLIT, percent)
            except Trouble as trouble:
                self._bench.bar.trouble(self._bench.labels.trouble(trouble))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_split"):
            self._fold()
