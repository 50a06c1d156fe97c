# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Shows bugs of ours one at a time, and one that comes back at once not over and over."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QWidget

from servicedesk.app import crash

_QUIET_MS = 10_000
"""For so long after it was shown, the same bug is not shown again."""


class CrashTeller:
    """Shows the report of a bug; it is kept only when the person asks for it.

    What is wrong in the painting of a page comes up with every paint, the one under the report
    included: without this there would be a report over each report.

    Args:
        window: that reports belong to.
        logs: folder that a report is kept in.
    """

    def __init__(self, window: QWidget, logs: Path) -> None:
        self._window = window
        self._logs = logs
        self._is_telling = False
        self._last = ""
        self._since = QElapsedTimer()

    def tell(self, fault: BaseException) -> None:
        """Show it, unless another is being shown or it was shown a moment ago."""
        from servicedesk.ui.shell.crash_window import CrashWindow

        report = crash.report_of(fault)
        is_same = report == self._last and self._since.elapsed() < _QUIET_MS
        if self._is_telling or is_same:
            return
        self._is_telling, self._last = True, report
        try:
            CrashWindow(report, lambda: str(crash.keep(report, self._logs)), self._window).exec()
        finally:
            self._is_telling = False
            self._since.start()
