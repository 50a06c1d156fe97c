# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help: its pages in a list on the left, the one that is read on the right."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.actions import Actions, ShortcutRow
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.help.presenter import ABOUT, FIRST, HelpPresenter
from servicedesk.ui.help.reader import Reader
from servicedesk.ui.widgets.calm import CalmCombo

_LIST_WIDTH = 14.0
_ROOM_FOR_LIST = 36.0
"""Below this width, in text heights, the list becomes a box to choose from."""


class HelpPage(Page):
    """Shows what the presenter holds.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._presenter = HelpPresenter(bench, self._keys, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("steps")
        self._list.setAccessibleName(self.tr("Pages of the help"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._reader = Reader(self._bench.theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        steps = QFrame()
        steps.setObjectName("steps")
        inside = QHBoxLayout(steps)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.addWidget(self._list)
        row.addWidget(steps)
        self._left = steps
        self._chooser = CalmCombo()
        self._chooser.setAccessibleName(self.tr("Page of the help"))
        self._column = QVBoxLayout()
        self._column.addWidget(self._chooser)
        self._column.addWidget(self._reader, 1)
        row.addLayout(self._column, 1)
        self._measure()

    def _wire(self) -> None:
        self._presenter.state_changed.connect(self._show_state)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._chooser.currentIndexChanged.connect(self._on_picked)
        self._reader.followed.connect(self._on_followed)
        self._bench.theme.changed.connect(self._measure)

    def arrive(self, place: Place) -> None:
        """Show the page that was asked for, or the one that was read last."""
        self._presenter.open(place.part or self._presenter.state.current or FIRST, place.item)

    def first_focus(self) -> QWidget | None:
        """The list, or the box in its place: arrows walk through the pages."""
        return self._chooser if self._left.isHidden() else self._list

    @Slot()
    def _show_state(self) -> None:
        state = self._presenter.state
        self._list.blockSignals(True)
        if [page for page, _ in state.pages] != self._listed():
            self._list.clear()
            for page, title in state.pages:
                item = QListWidgetItem(title)
                item.setData(Qt.ItemDataRole.UserRole, page)
                self._list.addItem(item)
            with QSignalBlocker(self._chooser):
                self._chooser.clear()
                self._chooser.addItems([title for _, title in state.pages])
        if state.current in self._listed():
            at = self._listed().index(state.current)
            self._list.setCurrentRow(at)
            with QSignalBlocker(self._chooser):
                self._chooser.setCurrentIndex(at)
        self._list.blockSignals(False)
        self._reader.show_text(state.text, is_plain=state.is_plain)

    def _listed(self) -> list[str]:
        rows = range(self._list.count())
        return [str(self._list.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows]

    @Slot()
    def _on_chosen(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._bench.navigator.open("help", str(item.data(Qt.ItemDataRole.UserRole)))

    @Slot(int)
    def _on_picked(self, at: int) -> None:
        if at >= 0:
            self._bench.navigator.open("help", self._listed()[at])

    @Slot(str)
    def _on_followed(self, link: str) -> None:
        """A link names a page, the licence of a part, or with a stroke a room and its part."""
        room, slash, part = link.partition("/")
        if room == ABOUT:
            self._bench.navigator.open("help", ABOUT, part)
        elif slash:
            self._bench.navigator.open(room, part)
        else:
            self._bench.navigator.open("help", room)

    def _keys(self) -> tuple[ShortcutRow, ...]:
        register = self.window().findChild(Actions)
        return register.shortcut_rows() if isinstance(register, Actions) else ()

    @Slot()
    def _measure(self) -> None:
        em = self._bench.theme.em
        self._list.setFixedWidth(em(_LIST_WIDTH))
        self._column.setContentsMargins(em(1.2), em(0.6), 0, 0)
        self._fold()

    def _fold(self) -> None:
        has_room = self.width() >= self._bench.theme.em(_ROOM_FOR_LIST)
        had_keyboard = self._list.hasFocus() or self._chooser.hasFocus()
        self._left.setVisible(has_room)
        self._chooser.setVisible(not has_room)
        if had_keyboard:
            (self._list if has_room else self._chooser).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the list."""
        super().resizeEvent(event)
        self._fold()
