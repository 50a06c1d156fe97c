# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes the lock of the file; one that another computer left is broken only after a yes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.app.bootstrap import Program, copy_aside
from servicedesk.app.one_program import ELSEWHERE, FileLock
from servicedesk.domain.errors import Trouble
from servicedesk.ui.core import messages


def locked(program: Program, window: QWidget) -> FileLock:
    """Take the lock of the file of a profile.

    Args:
        program: with its words and folders.
        window: that a question belongs to.

    Raises:
        Trouble: as ``FileLock.take``; for a lock of another computer when the person said no.
    """
    say = QCoreApplication.translate
    lock = FileLock(program.places.database)
    try:
        lock.take()
    except Trouble as trouble:
        if trouble.code != ELSEWHERE or not messages.ask(
            program.words.trouble(trouble),
            say("Locking", "Open anyway, after a copy"),
            say("Locking", "Leave it alone"),
            window,
        ):
            raise
        copy_aside(program)
        lock.break_open()
        lock.take()
    return lock
