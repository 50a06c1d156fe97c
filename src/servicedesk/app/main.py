# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The two entry points: ``servicedesk`` for the console, ``servicedesk-window`` for menus.

A windowed program has no output on Windows, which is why there are two. Both take the same
words, and both open the window when there is no command among them.
"""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

from servicedesk.app import arguments
from servicedesk.app.arguments import BAD_INPUT, Arguments

_BUG = (
    "Something went wrong inside servicedesk. Nothing was sent to anyone, and what follows is "
    "written down nowhere: copy it if you want to tell somebody. Its last line may hold something "
    "that was typed."
)


def console(argv: Sequence[str] | None = None) -> int:
    """Run the program from a console.

    Args:
        argv: the words after its name; None takes those it was started with.

    Returns:
        The exit status.
    """
    if argv is None:
        _look_for_no_rubbish()
    try:
        typed = arguments.read(argv)
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else BAD_INPUT
    if typed.worker is not None:
        from servicedesk.app.worker import work

        return work(typed.worker, sys.stdin.buffer, sys.stdout.buffer)
    if typed.command == "charter" or typed.list_trades:
        from servicedesk.app.crash import guarded

        return guarded(lambda: _charter(typed), _BUG)
    if typed.command is not None:
        from servicedesk.app.crash import guarded

        return guarded(lambda: _records(typed), _BUG)
    return _open(typed)


def window(argv: Sequence[str] | None = None) -> int:
    """Run the program from a menu or a desktop icon; as ``console``."""
    return console(argv)


def _look_for_no_rubbish() -> None:
    """Nothing that a start or one set of papers makes is rubbish, and the end frees it all.

    The window takes turns of its own once its file is open (``ui.core.garbage``). Without Python's
    and without the last search at the exit, a set of papers takes about a seventh less time.
    """
    gc.disable()
    atexit.register(gc.freeze)


def _charter(typed: Arguments) -> int:
    from servicedesk.app.charter_command import run

    return run(typed)


def _records(typed: Arguments) -> int:
    """Backup, check, import or export; each brings in what it needs."""
    if typed.command == "import":
        from servicedesk.app.import_command import bring_in

        return bring_in(typed)
    if typed.command == "export":
        from servicedesk.app.export_command import take_out

        return take_out(typed)
    from servicedesk.app.backup_command import back_up, check

    return back_up(typed) if typed.command == "backup" else check(typed)


def _open(typed: Arguments) -> int:
    if typed.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from servicedesk.app import plain_import

    plain_import.load_qt()
    from servicedesk.app.starting import run

    return run(typed.profile, is_demo=typed.demo)
