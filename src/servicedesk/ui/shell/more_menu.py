# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The More menu: what keys do, for those who use the mouse; each entry names its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.rooms import Room
from servicedesk.ui.core.workbench import Workbench


class MoreMenu(QMenu):
    """Offers to take back, to do again, to print, what waits to be on the rail, and help.

    Args:
        bench: of the open file.
        keys: what the entries do.
        parent: the window it belongs to.
        waiting: rooms that are not on the rail yet.
    """

    def __init__(
        self, bench: Workbench, keys: Actions, parent: QWidget, waiting: Sequence[Room] = ()
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._keys = keys
        self.setAccessibleName(self.tr("More"))
        undo = bench.services.undo
        self._reversing("undo", self.tr("Undo: {what}"), undo.can_undo)
        self._reversing("redo", self.tr("Redo: {what}"), undo.can_redo)
        self.addSeparator()
        self._entry("print", self.tr("Print…"))
        for room in waiting:
            self._entry(room.id, room.title)
        self._entry("privacy", self.tr("Privacy desk"))
        self._entry("taking_out", self.tr("Take it all with you"))
        self._entry("help", self.tr("Help"))

    def _reversing(self, id: str, words: str, use_case: str | None) -> None:
        """An entry that names the step it reverses; with none it is there, but off."""
        if use_case is None:
            self._entry(id, words.format(what=self.tr("nothing yet"))).setEnabled(False)
            return
        what = self._bench.labels.say("use_case." + use_case.replace(" ", "_"))
        self._entry(id, words.format(what=what.replace("&", "&&")))

    def _entry(self, id: str, words: str) -> QAction:
        known = self._keys.action(id)
        entry = self.addAction(words)
        keys = known.shortcut()
        entry.setShortcut(keys)
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the window hears it too
        entry.setShortcutVisibleInContextMenu(True)
        # Once the menu is away, so that the keyboard is back where the step is about.
        run: Callable[[], None] = known.trigger
        entry.triggered.connect(lambda: run())
        return entry
