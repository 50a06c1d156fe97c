# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The window: its frame, and all that an open file adds to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesk.ui.core.rooms import Place, Room
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.frame import Frame

if TYPE_CHECKING:  # not before a file is open
    from servicedesk.ui.core.workbench import Workbench
    from servicedesk.ui.shell.open_shell import OpenShell


class Shell(Frame):
    """Everything a person sees, but for dialogs; see ``Frame``."""

    def __init__(
        self, theme: Theme, *, has_file: bool = True, rooms: Sequence[Room] | None = None
    ) -> None:
        super().__init__(theme, has_file=has_file, rooms=rooms)
        self._open: OpenShell | None = None

    def opened(self, bench: "Workbench", place: Place | None = None) -> None:
        """The file is open: from now on there are pages, keys and a search; see ``Frame``."""
        super().opened(bench, place)
        from servicedesk.ui.shell.open_shell import OpenShell

        self._open = OpenShell(self, bench)

    def let_go(self) -> None:
        """Leave every page, because the file is about to be closed."""
        opened, self._open = self._open, None
        try:
            if opened is not None:
                opened.end()
        finally:
            super().let_go()

    def look_at_backup(self) -> None:
        """A backup or a check has ended: say how things stand now."""
        if self._open is not None:
            self._open.state.reload_heading()
            self._open.state.count_soon()
