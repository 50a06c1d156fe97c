# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes the next one of promises that come again, once its day has come."""

from datetime import date

from PySide6.QtCore import QObject, QTimer

from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.workbench import Workbench

SOON_MS = 3_000
"""After the file was opened, so that the first screen does not wait for it."""

EVERY_MS = 60_000


class SeriesKeeper(QObject):
    """Looks once for every day, also when midnight passes while the program is open.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._looked_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SOON_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Make what has come due since the last look; trouble is told by whoever types next."""
        self._timer.setInterval(EVERY_MS)
        bench = self._bench
        if self._looked_on == bench.today:
            return
        try:
            done = bench.services.promises.bring_repeats(bench.who)
        except Trouble:
            return
        self._looked_on = bench.today
        bench.changes.announce(done.changes)

    def end(self) -> None:
        """Look no more: the file is about to be closed."""
        self._timer.stop()
