# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A room with a list at the left and one record at the right, or one of the two where it is small.

Enter opens a record, Esc goes back to the list, and from there to the figure that led here; Ctrl
with Page Up and Page Down walks them.
"""

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.record_pane import RecordPane

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_ROOM_FOR_BOTH = 62
"""Text heights: how wide the page has to be for the list and a record side by side."""

_LEAST_WIDE = 15
"""Text heights that the list is wide at least."""

_LEAST, _USUAL, _MOST = 15, 34, 70
"""Of the page, in percent, for the list."""

_WALK = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class RecordDetail(Protocol):
    """What the right side has."""

    back_button: QPushButton

    @property
    def back_wanted(self) -> SignalInstance:
        """Somebody wants to see the list."""
        ...

    def first_focus(self) -> QWidget:
        """What is wanted most."""
        ...


class RecordPage(Page):
    """A list and one of its records.

    Args:
        bench: of the open file.
        split: under which name the share of the list is remembered.
    """

    def __init__(self, bench: Workbench, split: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._split = split
        self._is_detail_wanted = False
        self._shown: int | None = None
        self._is_walking = False

    def _put(self, pane: RecordPane, detail: QWidget, back: RecordDetail) -> None:
        """Lay out both sides; call it once, when they are made.

        Args:
            pane: the list.
            detail: the record.
            back: the same, for what it offers.
        """
        self._list, self._side, self._back = pane, detail, back
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(3)
        self._splitter.addWidget(pane)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(1, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._splitter)
        pane.pointed.connect(self._on_pointed)
        pane.opened.connect(self._open)
        back.back_wanted.connect(self._close_detail)
        self._splitter.splitterMoved.connect(self._remember)
        self._bench.theme.changed.connect(self._measure)
        self._measure()

    @abstractmethod
    def show_record(self, record_id: int | None) -> None:
        """Show a record at the right, or none."""

    def first_focus(self) -> QWidget | None:
        """The list, or what stands in its place; the record where it stands alone."""
        if self._list.isHidden():
            return self._back.first_focus()
        return self._list.first_focus()

    @property
    def is_in_detail(self) -> bool:
        """Somebody opened a record, or works on it."""
        return self._is_detail_wanted or self._side.isAncestorOf(self.focusWidget() or self)

    def stay_with_list(self) -> None:
        """Arrive at the list, not at a record."""
        self._is_detail_wanted = False
        self._fold()

    def go_to(self, record_id: int) -> None:
        """Lead into a record, and point at it in the list."""
        if not self._list.rows.choose(record_id):
            self._list.show_all()  # the list may leave it out
            self._list.rows.choose(record_id)
        self._open(record_id)

    def _on_pointed(self, record_id: int | None) -> None:
        """Follow the list, but let whoever works on a record stay with it when it leaves it.

        Then no other row is marked as if it were the one that is shown.
        """
        is_at_work = self._side.isAncestorOf(self.focusWidget() or self)
        if self._is_walking or not is_at_work:
            self._show(record_id)
        elif record_id not in (None, self._shown):
            self._list.rows.clearSelection()

    def _show(self, record_id: int | None) -> None:
        self._shown = record_id
        self.show_record(record_id)

    def _open(self, record_id: int) -> None:
        self._show(record_id)
        self._is_detail_wanted = True
        self._fold()
        self._back.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_detail(self) -> None:
        self.stay_with_list()
        self._list.take_focus()
        self._show(self._list.current_id)

    def _print(self, job: "PrintJob | None") -> None:
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self)

    def _measure(self) -> None:
        self._list.setMinimumWidth(self._bench.theme.em(_LEAST_WIDE))
        self._share_room()
        self._fold()

    def _share_room(self) -> None:
        """Give the list the share that it was given before."""
        said = self._bench.memory.get(self._split)
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
            self._bench.memory.set(self._split, percent)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))

    def _fold(self) -> None:
        """Where there is no room for both, show the one that is wanted."""
        has_room = self.width() >= self._bench.theme.em(_ROOM_FOR_BOTH)
        self._side.setVisible(has_room or self._is_detail_wanted)
        self._list.setVisible(has_room or not self._is_detail_wanted)
        self._back.back_button.setVisible(not has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._share_room()
        self._fold()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever presses the mouse on a record means it, such as when it is printed."""
        self._is_detail_wanted = self._side.geometry().contains(event.position().toPoint())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, a step at a time; Ctrl with Page Up and Page Down walks the records."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif held and Qt.Key(event.key()) in _WALK:
            self._walk(_WALK[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        """From a record to the list; from the list to the records of a figure, if they led here."""
        is_in_list = self._list.isAncestorOf(self.focusWidget() or self)
        if not (is_in_list and self._list.back_to_figure()):
            self._close_detail()

    def _walk(self, by: int) -> None:
        """Show the record above or below, and stay on the side where the keyboard is."""
        is_at_work = self._side.isAncestorOf(self.focusWidget() or self)
        self._is_walking = True
        try:
            has_moved = self._list.rows.step(by)
        finally:
            self._is_walking = False
        if has_moved and is_at_work:
            self._back.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
