# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk backup`` and ``servicedesk check``: for a scheduled task.

Neither needs the lock of the file: SQLite gives a backup the file as of one moment, whatever a
window writes meanwhile, and a check only reads.
"""

from pathlib import Path

from servicedesk.app.arguments import BAD_INPUT, Arguments
from servicedesk.app.bootstrap import Program, surroundings
from servicedesk.app.console_desk import complain, ended, tell, unlocked
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_checking import Sound, check_whole
from servicedesk.services.backup_second import checked_folder
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.backup import Backup, sum_file, write_backup
from servicedesk.store.opening import look_at
from servicedesk.system.preferences import Preferences

SOUND, UNSOUND = 0, 1

_UNSOUND = frozenset(
    {"file_damaged", "file_empty", "file_not_database", "file_foreign", "file_fault"}
)
"""What is wrong with the file itself; for anything else it could not be looked at."""

_APART = ".command"
"""A window may be copying into the same folder."""

_MEGA = 1_000_000


def back_up(typed: Arguments) -> int:
    """Make a proven backup at the place that was named, whether a window has the file or not.

    Args:
        typed: its ``file`` is the backup to be, or a folder for one with the moment in its name.

    Returns:
        0 made and proven; 2 nothing was made.
    """
    return ended(typed.profile, lambda program: _back_up(program, typed))


def check(typed: Arguments) -> int:
    """Read a file or a backup from end to end, and change nothing.

    Args:
        typed: its ``file`` is the one to be read; None for the file of the profile.

    Returns:
        0 sound; 1 damaged, or not one of ours; 2 it could not be looked at.
    """
    return ended(typed.profile, lambda program: _check(program, typed))


def _back_up(program: Program, typed: Arguments) -> int:
    key = unlocked(program, program.places.database, typed.password_file)
    around = _around(program)
    assert typed.file is not None  # the command line has no backup without one
    look_at(around.database, key)
    target = _target(typed.file.expanduser().absolute(), around)
    made = write_backup(around.database, target, key, apart=_APART)
    words = program.words
    tell(words.say("backup_command.made", file=str(made.path), size=_size(made)))
    return SOUND


def _target(file: Path, around: Surroundings) -> Path:
    """Where the backup goes.

    Raises:
        Refusal: ``backup_taken``, or as ``checked_folder``.
    """
    if file.is_dir():
        folder = checked_folder(file, around)
        return Shelf(folder, around.database).new_path(around.clock.now(), BackupReason.BUTTON)
    folder = checked_folder(file.parent, around)
    if file.exists() and not sum_file(file).exists():  # one of yesterday has its sum beside it
        try:
            look_at(file, around.keys.fitting(file))
        except Trouble as trouble:  # somebody's letter is not replaced by a backup
            raise Refusal("backup_taken", name=file.name) from trouble
    return folder / file.name


def _check(program: Program, typed: Arguments) -> int:
    around, words = _around(program), program.words
    path = around.database if typed.file is None else typed.file.expanduser().absolute()
    try:
        key = unlocked(program, path, typed.password_file)
        sound = check_whole(path, around, key)
    except Trouble as trouble:
        said = words.trouble(trouble)
        complain(f"{said.happened} {said.safe} {said.do}")
        return UNSOUND if trouble.code in _UNSOUND else BAD_INPUT
    tell(words.say(f"backup_command.{_how(sound)}", name=sound.name))
    if sound.counts:
        tell(words.say("backup_command.holds"))
    for kind, count in sound.counts.items():
        tell("  " + words.say(f"backup_holds.{kind.value}", count=str(count)))
    return SOUND


def _how(sound: Sound) -> str:
    return "signed" if sound.is_signed else "sound"


def _size(made: Backup) -> str:
    return f"{max(made.size / _MEGA, 0.1):.1f}"


def _around(program: Program) -> Surroundings:
    return surroundings(program, Preferences(program.places.preferences))
