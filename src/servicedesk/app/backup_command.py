# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk backup`` and ``servicedesk check``: for a scheduled task.

Neither needs the lock of the file: SQLite gives a backup the file as of one moment, whatever a
window writes meanwhile, and a check only reads.
"""

import re
from contextlib import suppress
from pathlib import Path

from servicedesk.app.arguments import BAD_INPUT, Arguments
from servicedesk.app.bootstrap import Program, surroundings
from servicedesk.app.console_desk import complain, ended, see_there, tell, unlocked
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_checking import Sound, check_whole
from servicedesk.services.backup_second import checked_folder
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.backup import Backup, sum_file, write_backup
from servicedesk.store.disk import beside, sha256_of
from servicedesk.store.file_marks import file_mark
from servicedesk.store.keys import MAGIC
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

_OF_OPEN = ("-wal", "-shm", "-journal", "-open", ".lock")
"""What lies beside a file while somebody works with it, or after that was cut short."""

_READ_VERSION, _LOGGED = 19, 2
"""The byte of a plain file that says how it is written, and what it says of a log."""

_BACKUPS = "backups"
"""The folder beside the file of a profile."""

_SUM = re.compile(r"[0-9a-f]{64}  [^\n]+\n?")


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
    see_there(program)
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
        Refusal: as ``checked_folder`` or ``_see_free``.
    """
    if file.is_dir():
        folder = checked_folder(file, around)
        return Shelf(folder, around.database).new_path(around.clock.now(), BackupReason.BUTTON)
    folder = checked_folder(file.parent, around)
    _see_free(folder / file.name, around)
    return folder / file.name


def _see_free(target: Path, around: Surroundings) -> None:
    """See that nothing is lost when a backup takes a name: only an older one of the same shop.

    Raises:
        Refusal: ``backup_taken``, ``backup_taken_open``, ``backup_taken_other`` or
            ``backup_taken_password``, each with ``name``.
    """
    if _is_in_use(target, around):
        raise Refusal("backup_taken_open", name=target.name)
    if not _is_signed(target):  # somebody's letter is not replaced by a backup
        raise Refusal("backup_taken", name=target.name)
    if not target.exists():
        return
    key = around.keys.fitting(target)
    try:
        look_at(target, key)
        mark = file_mark(target, key)
    except Trouble as trouble:
        is_locked = trouble.code == "password_needed"
        code = "backup_taken_password" if is_locked else "backup_taken"
        raise Refusal(code, name=target.name) from trouble
    if mark and mark != file_mark(around.database, around.keys.fitting(around.database)):
        raise Refusal("backup_taken_other", name=target.name)


def _is_in_use(target: Path, around: Surroundings) -> bool:
    """Whether this is the file that a shop works with: what lies beside it tells."""
    if any(beside(target, ending).exists() for ending in _OF_OPEN) or _keeps_log(target):
        return True
    return target.name == around.database.name and (target.parent / _BACKUPS).is_dir()


def _keeps_log(target: Path) -> bool:
    """Whether a file is written by way of a log, as files in use are and backups never."""
    with suppress(OSError), target.open("rb") as file:
        head = file.read(_READ_VERSION + 1)
        return head.startswith(MAGIC) and head[_READ_VERSION] == _LOGGED
    return False


def _is_signed(target: Path) -> bool:
    """Whether a file is as a backup was when it was made; one that is not there takes none's sum.

    The sum of another file of the same name, such as somebody's own list of sums, is no leave to
    write over either of the two.
    """
    signed = sum_file(target)
    if not signed.exists():
        return not target.exists()
    try:
        told = signed.read_text("ascii")
        is_ours = _SUM.fullmatch(told) is not None and told[66:].rstrip() == target.name
        return is_ours and (not target.exists() or told[:64] == sha256_of(target))
    except (OSError, UnicodeDecodeError):
        return False


def _check(program: Program, typed: Arguments) -> int:
    around, words = _around(program), program.words
    path = around.database if typed.file is None else typed.file.expanduser().absolute()
    if typed.file is None:
        see_there(program)
    elif not path.exists():  # nobody knows whether there ever was one
        raise Trouble("check_gone", name=path.name, folder=str(path.parent))
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
