# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The left side of a room with many records: a search box over a list, or what stands for it."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.two_lines import TwoLineList
from servicedesk.ui.tables.columns import Record
from servicedesk.ui.widgets.buttons import link_button, main_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_SEARCH_MOST = 200
"""Letters that can be searched for."""

_OF_FIGURE = ("measures", "records")
"""Room and part where the records of a figure are listed."""

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordPane(QFrame):
    """A search box and a list below it, led by keys; each room builds what stands around them.

    Signals:
        pointed: (number of the record or None) the list points at another one.
        opened: (number of the record) Enter was pressed.

    Args:
        bench: of the open file.

    Attributes:
        search: the box.
        rows: the list, which the room puts in.
        empty: what stands in the place of the list while there is nothing in it.
    """

    pointed = Signal(object)
    opened = Signal(int)
    rows: TwoLineList

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.setObjectName("steps")
        self.search = QLineEdit()
        self.search.setMaxLength(_SEARCH_MOST)
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)

    @abstractmethod
    def shown_ids(self) -> Sequence[int]:
        """Numbers of the records that the list shows, from the top."""

    @abstractmethod
    def is_empty_file(self) -> bool:
        """Whether there is no record of the sort at all yet."""

    @abstractmethod
    def show_all(self) -> None:
        """Take away whatever leaves records out."""

    def _make_empty(self, first: str, everything: str) -> QWidget:
        """What stands in the place of the list: a sentence, and ways out of it.

        Args:
            first: words of the button in a file without any.
            everything: words of the link that shows all.
        """
        self.empty = QWidget()
        inside = QVBoxLayout(self.empty)
        inside.setContentsMargins(em(self, 0.9), em(self, 1), em(self, 0.9), em(self, 1))
        self._empty_said = label("")
        inside.addWidget(self._empty_said)
        ways = FlowLayout()
        inside.addLayout(ways)
        self.first_button = main_button(first)
        self.all_button = link_button(everything)
        self.example_button = link_button(self.tr("Show me an example"))
        for button in (self.first_button, self.all_button, self.example_button):
            ways.addWidget(button)
        inside.addStretch(1)
        self.empty.hide()
        return self.empty

    def _wire_list(self) -> None:
        """Lead from the box to the list and back, and tell what the list points at."""
        self.rows.chosen.connect(self._on_pointed)
        self.rows.opened.connect(lambda row: self.opened.emit(row.id))
        self.rows.leave_wanted.connect(self._leave_rows)
        self.example_button.clicked.connect(self._bench.doors.open_demo)
        self.all_button.clicked.connect(self._on_all)

    def _leave_rows(self) -> None:
        if not self.back_to_figure():
            self.search.setFocus()

    def back_to_figure(self) -> bool:
        """Go back to the records of a figure, if one of them led here; whether it did."""
        behind = self._bench.navigator.behind
        if behind is None or (behind.room, behind.part) != _OF_FIGURE:
            return False
        self._bench.navigator.back()
        return True

    def _on_all(self) -> None:
        """Show all; the button goes, so the keyboard goes to what is there now."""
        self.show_all()
        self.take_focus()

    def _show_empty(self, in_new_file: str, otherwise: str) -> None:
        """Show the list, or say in a sentence why there is nothing in it."""
        is_new, has_any = self.is_empty_file(), bool(self.shown_ids())
        self._empty_said.setText(in_new_file if is_new else otherwise)
        self.rows.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self.first_button.setVisible(is_new)
        self.example_button.setVisible(is_new)
        self.all_button.setVisible(not is_new)

    @property
    def current_id(self) -> int | None:
        """The record that the list points at."""
        index, ids = self.rows.currentIndex(), self.shown_ids()
        return ids[index.row()] if index.isValid() and index.row() < len(ids) else None

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The list; the search box where it is empty; the one button in an empty file."""
        if self.shown_ids():
            return self.rows
        return self.first_button if self.is_empty_file() else self.search

    def _on_pointed(self, row: Record | None) -> None:
        self.pointed.emit(None if row is None else row.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search box into the list; Esc clears what was typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _TO_LIST and self.shown_ids():
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
