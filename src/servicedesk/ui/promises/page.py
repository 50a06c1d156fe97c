# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The promises room: the list at the left, one promise at the right.

Where there is no room for both, the list stands alone; Enter opens a promise, Esc goes back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.domain.promises import PromiseChip
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.promise_form import PromiseForm, show_promise_form
from servicedesk.ui.promises.detail import Detail
from servicedesk.ui.promises.detail_presenter import DetailPresenter
from servicedesk.ui.promises.list_pane import ListPane
from servicedesk.ui.promises.list_presenter import ListPresenter

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

NEW, ENQUIRY = "new", "enquiry"
"""Parts of the room that open the form: for a customer, or for an enquiry."""

_ROOM_FOR_BOTH = 62
"""Text heights: how wide the page has to be for the list and a promise side by side."""

_LEAST_WIDE = 15
"""Text heights that the list is wide at least."""

_SPLIT = "promises_split"
_LEAST, _USUAL, _MOST = 15, 34, 70
"""Of the page, in percent, for the list."""

_WALK = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PromisesPage(Page):
    """All promises.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.form: PromiseForm | None = None
        self._is_detail_wanted = False
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self.pane = ListPane(bench, self.list_presenter)
        self.detail = Detail(bench, self.detail_presenter)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(3)
        self._splitter.addWidget(self.pane)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(1, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._splitter)
        self.pane.pointed.connect(self._on_pointed)
        self.pane.opened.connect(self._open)
        self.detail.back_wanted.connect(self._close_detail)
        self.pane.make_wanted.connect(self.make)
        lists = self.list_presenter
        self.pane.print_wanted.connect(lambda: self._print(lists.list_job()))
        self.pane.round_wanted.connect(lambda: self._print(lists.round_job()))
        self.pane.slips_wanted.connect(lambda: self._print(lists.slips_job()))
        self.pane.empty_slips_wanted.connect(lambda: self._print(lists.empty_slips_job()))
        self._splitter.splitterMoved.connect(self._remember)
        bench.theme.changed.connect(self._measure)
        self._measure()

    def arrive(self, place: Place) -> None:
        """Show the promise that is meant, a part of the list, or the form of a new one.

        Args:
            place: part "" with the number of a promise, or "new"; part "new" with the number
                of a customer; part "enquiry" with the number of a contact; or the name of a
                chip.
        """
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        part, item = place.part, place.item
        number = int(item) if item.isdecimal() else None
        if part == ENQUIRY and number is not None:
            self._show_form(contact_id=number)
        elif part == NEW or item == NEW:
            self._show_form(customer_id=number)
        elif part in set(PromiseChip):
            self.list_presenter.choose_chip(PromiseChip(part))
        if not part and number is not None:
            self._go_to(number)
        else:
            self._is_detail_wanted = False
            self._fold()

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The list, or what stands in its place; the promise where it stands alone."""
        if self.form is not None:
            return self.form.focusWidget()
        if self.pane.isHidden():
            return self.detail.first_focus()
        return self.pane.first_focus()

    def customer_id(self) -> int | None:
        """To whom the promise that is shown was made."""
        card = self.detail_presenter.state.card
        return None if card is None else card.draft.customer_id

    def print_job(self) -> "PrintJob | None":
        """The slip of a promise that was opened, else the list."""
        if self._is_detail_wanted or self.detail.isAncestorOf(self.focusWidget() or self):
            return self.detail_presenter.slip_job()
        return self.list_presenter.list_job()

    def make(self) -> None:
        """Open the form of a new promise."""
        self._show_form()

    def _show_form(self, customer_id: int | None = None, contact_id: int | None = None) -> None:
        if self.form is not None:
            return
        self.form = show_promise_form(
            self._bench, self.window(), customer_id=customer_id, contact_id=contact_id
        )
        if self.form is not None:
            self.form.finished.connect(self._on_form_closed)

    def _on_form_closed(self) -> None:
        """Stand on what was just promised; where nothing was, where one stood before."""
        made = None if self.form is None else self.form.presenter.made
        self.form = None
        if made is None:
            self.pane.take_focus()
        else:
            self._go_to(made.id)

    def _on_pointed(self, promise_id: int | None) -> None:
        """Follow the list, but let whoever works on a promise stay with it when it leaves it."""
        if not self.detail.isAncestorOf(self.focusWidget() or self):
            self.detail_presenter.show(promise_id)

    def _go_to(self, promise_id: int) -> None:
        if not self.pane.point_at(promise_id):
            self.detail_presenter.show(promise_id)
        self._open(promise_id)

    def _open(self, promise_id: int) -> None:
        """Lead into a promise."""
        self.detail_presenter.show(promise_id)
        self._is_detail_wanted = True
        self._fold()
        self.detail.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_detail(self) -> None:
        self._is_detail_wanted = False
        self._fold()
        self.pane.take_focus()
        self.detail_presenter.show(self.pane.current_id)

    def _print(self, job: "PrintJob | None") -> None:
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self)

    def _measure(self) -> None:
        self.pane.setMinimumWidth(self._bench.theme.em(_LEAST_WIDE))
        self._share_room()
        self._fold()

    def _share_room(self) -> None:
        """Give the list the share that it was given before."""
        said = self._bench.memory.get(_SPLIT)
        percent = min(max(said, _LEAST), _MOST) if isinstance(said, int) else _USUAL
        left = max(self._bench.theme.em(_LEAST_WIDE), self.width() * percent // 100)
        self._splitter.setSizes([left, max(self.width() - left, left)])

    def _remember(self) -> None:
        """Keep the share that the list was given by hand."""
        left, right = self._splitter.sizes()
        if not left or not right:
            return
        percent = min(max(100 * left // (left + right), _LEAST), _MOST)
        try:
            self._bench.memory.set(_SPLIT, percent)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))

    def _fold(self) -> None:
        """Where there is no room for both, show the one that is wanted."""
        has_room = self.width() >= self._bench.theme.em(_ROOM_FOR_BOTH)
        self.detail.setVisible(has_room or self._is_detail_wanted)
        self.pane.setVisible(has_room or not self._is_detail_wanted)
        self.detail.back_button.setVisible(not has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._share_room()
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list; Ctrl with Page Up and Page Down walks the promises."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._close_detail()
        elif held and Qt.Key(event.key()) in _WALK:
            self.pane.rows.step(_WALK[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
