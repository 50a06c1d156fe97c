# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Privacy at the counter: after how long the screen hides, and whether names in lists are clear."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench

LOCK_AFTER = "lock_after"
BLUR_NAMES = "blur_names"
OFFERED = (0, 2, 5, 10, 30)
"""Minutes that can be chosen; 0 for never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterState:
    """What the page shows.

    Args:
        minutes: after which the screen hides; 0 for never.
        blurs: names in lists are unreadable but for who points at them.
        has_password: hiding the screen closes the file too.
    """

    minutes: int
    blurs: bool
    has_password: bool


class CounterPresenter(QObject):
    """Keeps what was chosen on this computer, and has it take effect at once.

    Signals:
        state_changed: something else is shown.

    Args:
        bench: with the theme and the preferences.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = self._seen()

    def load(self) -> None:
        """Read afresh."""
        self._show()

    def set_minutes(self, minutes: int) -> None:
        """Hide the screen after so many minutes without a touch."""
        self._keep(LOCK_AFTER, minutes)

    def set_blurs(self, blurs: bool) -> None:
        """Make names in lists unreadable but for who points at them, or clear."""
        self._keep(BLUR_NAMES, blurs)
        self._bench.theme.set_veiled(blurs)

    def _keep(self, key: str, value: object) -> None:
        try:
            self._bench.memory.set(key, value)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        self._show()

    def _show(self) -> None:
        self.state = self._seen()
        self.state_changed.emit()

    def _seen(self) -> CounterState:
        minutes = self._bench.memory.get(LOCK_AFTER)
        return CounterState(
            minutes=minutes if isinstance(minutes, int) else 0,
            blurs=self._bench.memory.get(BLUR_NAMES) is True,
            has_password=self._bench.services.password.is_set(),
        )
