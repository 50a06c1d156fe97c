# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What most pages do first: read what they show when somebody looks, and again when it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench


class FollowingPresenter(QObject):
    """Base of presenters that hold what their page shows.

    Signals:
        state_changed: there is something else to show.

    Args:
        bench: of the open file.
        kinds: of the records that are followed while the page is shown.
    """

    state_changed = Signal()

    def __init__(
        self, bench: "Workbench", kinds: frozenset[Kind], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(kinds, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def _follow(self) -> None:
        if self._is_shown:
            self._load()

    def _load(self) -> None:
        try:
            self._read()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state_changed.emit()

    def _read(self) -> None:
        """Read what is shown; Trouble that comes in the way is said."""
        raise NotImplementedError
