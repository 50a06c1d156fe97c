# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What rooms ask of the attic: to start, to close and to open things outside their window."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


class AtticDoors:
    """The doors of one window.

    Args:
        open_demo: starts the pretend shop in a program of its own.
        put_back: closes the file, puts a backup in its place and opens it again.
    """

    def __init__(self, open_demo: Callable[[], None], put_back: Callable[[Path], None]) -> None:
        self._open_demo = open_demo
        self._put_back = put_back

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

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_file(self, path: Path) -> None:
        """Show a file in whatever program the system opens it with."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


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
