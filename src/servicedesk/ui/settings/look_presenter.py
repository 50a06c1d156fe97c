# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the program looks on this computer: size of text and colours, changed at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


USUAL = 100
"""Percent of the size that the program starts with."""

STEP = 10
"""Percent by which one press of a key changes the size of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookState:
    """How the program looks.

    Args:
        percent: size of text that is wanted; it is worn as soon as steps have ended.
        scheme: "system", "light", "dark" or "high_contrast".
    """

    percent: int
    scheme: str


class LookPresenter(QObject):
    """Changes the look and remembers it on this computer.

    Args:
        bench: with the theme and the preferences.

    Signals:
        state_changed: another size or other colours.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = self._seen()
        bench.theme.changed.connect(self._follow)
        bench.theme.asked.connect(self._follow)

    def set_percent(self, percent: int) -> None:
        """Change the size of text once steps have ended; the theme keeps it within its bounds."""
        self._bench.theme.ask_percent(percent)
        self._bench.memory.set("text_size", self._bench.theme.wanted_percent)

    def larger(self) -> None:
        """One step larger."""
        self.set_percent(self._bench.theme.wanted_percent + STEP)

    def smaller(self) -> None:
        """One step smaller."""
        self.set_percent(self._bench.theme.wanted_percent - STEP)

    def usual(self) -> None:
        """Back to the usual size."""
        self.set_percent(USUAL)

    def set_scheme(self, scheme: str) -> None:
        """Change the colours at once."""
        self._bench.theme.set_scheme(scheme)
        self._bench.memory.set("theme", scheme)
        self._follow()

    def _seen(self) -> LookState:
        return LookState(percent=self._bench.theme.wanted_percent, scheme=self._bench.theme.scheme)

    def _follow(self) -> None:
        seen = self._seen()
        if seen != self.state:
            self.state = seen
            self.state_changed.emit()
