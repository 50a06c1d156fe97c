# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is said of a file that cannot be used: it promises no backup that is not there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from servicedesk.app.bootstrap import Program
from servicedesk.domain.errors import Trouble

if TYPE_CHECKING:
    from servicedesk.content.words import TroubleWords

_DAMAGED = frozenset({"file_empty", "file_not_database", "file_damaged"})


def spoken(program: Program, trouble: Trouble) -> "TroubleWords":
    """The three sentences for a trouble, with the newest backup named where one would help.

    Args:
        program: its words and folders are used.
        trouble: whatever kept the file from being opened.
    """
    words = program.words.trouble(trouble)
    if trouble.code not in _DAMAGED:
        return words
    say, folder = program.words.say, program.places.backups
    newest = max(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, default=None)
    key = "without_backup" if newest is None else "with_backup"
    backup = "" if newest is None else newest.name
    name = program.places.database.name
    do = say(f"damaged.{key}", backup=backup, folder=str(folder), name=name)
    return replace(words, safe=say("damaged.safe"), do=do)
