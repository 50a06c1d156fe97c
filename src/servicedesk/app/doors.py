# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What rooms ask of the attic: to start, to close and to open things outside their window."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from servicedesk.app.bootstrap import Program
    from servicedesk.app.desk_parts import DeskParts
    from servicedesk.services.registry import Services
    from servicedesk.ui.core.workbench import Workbench


class AtticDoors:
    """The doors of one window.

    Args:
        open_demo: starts the pretend shop in a program of its own.
        put_back: closes the file, puts a backup in its place and opens it again.
        lock: closes the file and asks for its password.
        change_password: closes the file, gives it another password and opens it again.
    """

    def __init__(
        self,
        open_demo: Callable[[], None],
        put_back: Callable[[Path], None],
        lock: Callable[[], None],
        change_password: Callable[[str | None], None],
    ) -> None:
        self._open_demo = open_demo
        self._put_back = put_back
        self._lock = lock
        self._change_password = change_password

    def open_demo(self) -> None:
        """Open the pretend shop in a window of its own; where it is open, that comes forward."""
        self._open_demo()

    def put_back(self, backup: Path) -> None:
        """Close the file, put a backup in its place, and open it again.

        Raises:
            Refusal: the backup is not one that may be put back; the file is as it was.
            Trouble: it could not be done; the file is as it was.
        """
        self._put_back(backup)

    def lock(self) -> None:
        """Close the file and ask for its password, where it has one; what is typed is kept."""
        self._lock()

    def change_password(self, password: str | None) -> None:
        """Give the file another password, or none for None; it is closed meanwhile."""
        self._change_password(password)

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_file(self, path: Path) -> None:
        """Show a file in whatever program the system opens it with."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def laid_bench(
    program: "Program",
    services: "Services",
    doors: AtticDoors,
    desk: "DeskParts",
    parent: QObject,
) -> "Workbench":
    """The bench of a file that was just opened.

    Args:
        program: words and clock.
        services: of that file.
        doors: of its window.
        desk: whose tasks, colours and memory the rooms work with.
        parent: lives as long as the desk.
    """
    from servicedesk.ui.core.bar import Bar
    from servicedesk.ui.core.changes import Changes
    from servicedesk.ui.core.rooms import Navigator
    from servicedesk.ui.core.workbench import Workbench

    return Workbench(
        services=services,
        labels=program.words,
        tasks=desk.tasks,
        changes=Changes(parent),
        navigator=Navigator(parent),
        theme=desk.theme,
        bar=Bar(parent),
        memory=desk.remembered,
        doors=doors,
        clock=program.clock,
    )


def own_command(words: Sequence[str]) -> list[str]:
    """How to start this very program once more, from source or from a frozen bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "servicedesk", *words]


def start_another(words: Sequence[str]) -> None:
    """Start the program once more, to live on its own.

    Args:
        words: of its command line.
    """
    subprocess.Popen(
        own_command(words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
