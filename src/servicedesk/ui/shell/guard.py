# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Privacy at the counter: hides the screen by a key or by itself, and veils names in lists."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.frame import Frame
from servicedesk.ui.shell.watch import InputWatch


class CounterGuard(QObject):
    """Lives as long as the file is open.

    Args:
        shell: the window.
        bench: of the open file.

    Attributes:
        watch: notices that nobody is there.
    """

    def __init__(self, shell: Frame, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bench = bench
        self._is_hidden = False
        bench.theme.set_veiled(bench.memory.get("blur_names") is True)
        self.watch = InputWatch(self._minutes, self)
        self.watch.hide_wanted.connect(self.hide)
        self.watch.left_alone.connect(self.hide)
        add, everywhere = shell.keys.add, shell.tr("Everywhere")
        add("hide", self.tr("Hide the screen"), "Ctrl+L", self.hide, shell, everywhere)
        veil = self.tr("Blur names in lists, or show them")
        add("veil", veil, "Ctrl+Shift+L", self.turn_veil, shell, everywhere)

    def hide(self) -> None:
        """Close the file where a password opens it again, else cover the screen."""
        if self._is_hidden:
            return
        self._bench.services.owner_pin.close()
        if self._bench.services.password.is_set():
            self._bench.doors.lock()
            return
        from servicedesk.ui.shell.cover import Cover

        self._is_hidden = True
        above = QApplication.activeModalWidget() or self._shell
        cover = Cover(self._bench.theme, self._bench.clock.now, above)
        cover.showFullScreen()
        cover.exec()
        cover.deleteLater()
        self._is_hidden = False
        self.watch.touched()

    def turn_veil(self) -> None:
        """Make names in lists unreadable but for who points at them, or clear again."""
        blurs = not self._bench.theme.is_veiled
        self._bench.memory.set("blur_names", blurs)
        self._bench.theme.set_veiled(blurs)
        self._bench.bar.say(
            self.tr("Names in lists are blurred. Point at a row to read it.")
            if blurs
            else self.tr("Names in lists can be read again.")
        )

    def _minutes(self) -> int:
        minutes = self._bench.memory.get("lock_after")
        return minutes if isinstance(minutes, int) else 0
