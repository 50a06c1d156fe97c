# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The commands for records that are kept: backup, check, import and export, word by word."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Shared = Callable[[argparse.ArgumentParser], None]
"""Adds what means the same before and after a command."""

Commands = Any
"""What argparse gives to add commands to; it has no public name."""

IMPORTED = ("customers", "promises", "complaints", "feedback")
"""What a list can be brought in as, as it is typed."""

_BACKUP = (
    "Makes a backup of the file and reads it back before it gets its name. For a scheduled task. "
    "Exit status: 0 made and proven; 2 nothing was made."
)
_CHECK = (
    "Reads a file or a backup from end to end and changes nothing. Exit status: 0 sound; "
    "1 damaged, or not one of ours; 2 it could not be looked at."
)
_IMPORT = (
    "Brings a list in: all of it in one step, or nothing. Exit status: 0 brought in, or nothing "
    "new in it; 1 brought in, but some rows were left out, and each is named; 2 nothing was "
    "brought in. With --json the answer is one line: {kind, file, source, letters, layout, "
    "dry_run, rows, columns: [{heading, meaning}], counts: {added, updated, unchanged, skipped, "
    "refused}, refused: [{line, code, reason, shown}]}."
)
_EXPORT = (
    "Writes everything into a new folder that any other program can read. Exit status: 0 written; "
    "2 nothing was written."
)


def add_record_commands(commands: Commands, add_shared: Shared) -> None:
    """Add the four commands.

    Args:
        commands: to add them to.
        add_shared: adds the words that every command has.
    """
    backup = _command(commands, "backup", "make a proven backup without a window", _BACKUP)
    backup.add_argument("file", type=Path, metavar="FILE", help="the backup to be, or a folder")
    check = _command(commands, "check", "read a file from end to end", _CHECK)
    check.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a file or a backup; your own without"
    )
    bring = _command(commands, "import", "bring a list in without a window", _IMPORT)
    bring.add_argument("kind", choices=IMPORTED, metavar="KIND", help=", ".join(IMPORTED))
    bring.add_argument("file", type=Path, metavar="FILE", help="the list")
    bring.add_argument(
        "--dry-run", action="store_true", help="say what would come of it, and change nothing"
    )
    bring.add_argument("--mapping", metavar="NAME", help="columns as you kept them under this name")
    bring.add_argument("--json", action="store_true", help="answer in JSON, for another program")
    export = _command(commands, "export", "write everything into a folder", _EXPORT)
    export.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")
    for parser in (backup, check, bring, export):
        add_shared(parser)
        parser.add_argument(
            "--password-file",
            type=Path,
            metavar="FILE",
            help="a text file whose first line is the password of a file that has one",
        )


def _command(commands: Commands, name: str, help_line: str, about: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=help_line, description=about, allow_abbrev=False, exit_on_error=False
    )
    return made
