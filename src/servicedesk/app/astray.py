# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notices that the open file was moved, replaced or removed, and offers to save a copy of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from servicedesk.domain.errors import Trouble
from servicedesk.domain.recovery import RecoveryWay
from servicedesk.ui.core import messages
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.ask_file import choose_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Words for a box."""

    happened: str
    safe: str = ""
    do: str = ""


class Astray(QObject):
    """Asks once each time that the file goes astray.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_told = False
        bench.bar.troubled.connect(self._look_soon)

    def _look_soon(self, _words: object) -> None:
        """Whatever came in the way may have been this; first its own words are read."""
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """See whether the file is in its place, and ask where it is not."""
        trouble = self._bench.services.backups.astray()
        if trouble is None:
            self._is_told = False
        elif not self._is_told:
            self._is_told = True
            self._ask(trouble)

    def _ask(self, trouble: Trouble) -> None:
        labels, window = self._bench.labels, QApplication.activeWindow()
        words = _Said(
            happened=labels.trouble(trouble).happened,
            safe=labels.say("astray.safe"),
            do=labels.say("astray.do"),
        )
        save, later = self.tr("Save a copy here…"), self.tr("Not now")
        if not messages.ask(words, save, later, window):
            return
        folder = choose_folder(window, self.tr("Folder for the copy"))
        if folder is None:
            self._is_told = False
            return
        backups = self._bench.services.backups
        self._bench.tasks.run(
            self.tr("Saving a copy …"),
            lambda _progress: backups.save_held(folder),
            self._saved,
            self._failed,
            self,
        )

    def _saved(self, copy: Path) -> None:
        labels = self._bench.labels
        look = labels.enum(RecoveryWay.LOOK_ELSEWHERE)
        said = labels.say("astray.saved", name=copy.name, folder=str(copy.parent), look=look)
        messages.show_trouble(_Said(happened=said), QApplication.activeWindow())

    def _failed(self, fault: Exception) -> None:
        self._is_told = False
        if not isinstance(fault, Trouble):
            raise fault
        messages.show_trouble(self._bench.labels.trouble(fault), QApplication.activeWindow())
