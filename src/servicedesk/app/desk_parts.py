# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helpers of the desk see of it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from servicedesk.app.bootstrap import Program
    from servicedesk.app.recovery import Recovery
    from servicedesk.domain.errors import Trouble
    from servicedesk.system.preferences import Preferences
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.core.tasks import Tasks
    from servicedesk.ui.core.theme import Theme
    from servicedesk.ui.core.workbench import Workbench
    from servicedesk.ui.shell.window import Shell


class DeskParts(Protocol):
    """The desk for those who close its file and open it again; see ``Desk``."""

    window: "Shell"
    bench: "Workbench | None"
    program: "Program | None"
    tasks: "Tasks"
    theme: "Theme"
    remembered: "Preferences"
    is_leaving: bool

    def gathered(self) -> "Program":
        """Words, clock and folders, read once."""
        ...

    def open_or_tell(self, program: "Program", place: "Place | None" = None) -> None:
        """Open the file, or say what keeps it from being opened, or ask for its password."""
        ...

    def tell_trouble(self, program: "Program", trouble: "Trouble") -> None:
        """Say what keeps the file from being opened or read, and what can be done about it."""
        ...

    def close_file(self) -> None:
        """Let the file go, but not its lock."""
        ...

    def recovery(self, program: "Program") -> "Recovery":
        """Goes on from a backup where the file cannot be opened."""
        ...
