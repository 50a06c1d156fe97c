# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Shows what nobody caught, one at a time, and what comes back at once not over and over."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QWidget

from servicedesk.app import crash
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.messages import show_trouble

_QUIET_MS = 10_000
"""For so long after it was shown, the same bug is not shown again."""


class CrashTeller:
    """Shows the report of a bug, which is kept only when the person asks for it, and trouble.

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

        def keep() -> str:
            return str(crash.keep(report, self._logs))

        self._show(report, lambda: CrashWindow(report, keep, self._window).exec())

    def tell_trouble(self, words: SpokenTrouble) -> None:
        """Say what the world did, unless something is being shown or it was said a moment ago."""
        self._show(words.happened, lambda: show_trouble(words, self._window))

    def _show(self, said: str, show: Callable[[], object]) -> None:
        is_same = said == self._last and self._since.elapsed() < _QUIET_MS
        if self._is_telling or is_same:
            return
        self._is_telling, self._last = True, said
        try:
            show()
        finally:
            self._is_telling = False
            self._since.start()
