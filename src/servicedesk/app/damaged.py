# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is said of a file that cannot be used: it promises no backup that is not there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from servicedesk.app.bootstrap import Program
from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import Places

if TYPE_CHECKING:
    from servicedesk.content.words import TroubleWords

_LEFT_BESIDE = ("-wal", "-journal", "-open")
"""What only a file that was there can have left beside it."""

_DAMAGED = frozenset({"file_empty", "file_not_database", "file_damaged"})


def is_damaged(trouble: Trouble) -> bool:
    """Whether the file itself is what is wrong, so that a backup would help."""
    return trouble.code in _DAMAGED


def has_vanished(where: Places) -> bool:
    """Whether a file that is not there was there once: it left something, or backups of it."""
    database = where.database
    if any(database.with_name(f"{database.name}{end}").exists() for end in _LEFT_BESIDE):
        return True
    if not where.backups.is_dir():
        return False
    from servicedesk.services.backup_shelf import Shelf  # brings storage in

    return bool(Shelf(where.backups, database).cards())


def spoken(program: Program, trouble: Trouble, *, in_window: bool = False) -> "TroubleWords":
    """The three sentences for a trouble, with the newest backup named where one would help.

    Args:
        program: its words and folders are used.
        trouble: whatever kept the file from being opened.
        in_window: the window shows the newest backup itself, below the words.
    """
    words = program.words.trouble(trouble)
    if not is_damaged(trouble):
        return words
    from servicedesk.services.backup_shelf import Shelf  # brings storage in

    say, folder = program.words.say, program.places.backups
    name = program.places.database.name
    newest = next(iter(Shelf(folder, program.places.database).cards()), None)
    key = "without_backup" if newest is None else "with_backup"
    backup = "" if newest is None else newest.name
    if newest is not None and in_window:
        key = "in_window"
    do = say(f"damaged.{key}", backup=backup, folder=str(folder), name=name)
    return replace(words, safe=say("damaged.safe"), do=do)
