# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Looking into a backup, and putting one in the place of the file.

Whatever is named, it is copied first and only the copy is opened: a bad backup is refused with
the file, and the backup, byte for byte as they were. It works without an open file too, as on a
new computer.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from servicedesk.domain.backups import BackupContents, BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_seen import begin_of
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.forgotten_list import all_forgotten, keep_list
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import backup as kept
from servicedesk.store.backup_contents import Inside, copy_private, read_inside
from servicedesk.store.disk import LEFTOVERS, beside, discard, remove_leftovers, sha256_of
from servicedesk.store.erasures import re_apply
from servicedesk.store.faults import disk_trouble
from servicedesk.store.file_marks import file_mark
from servicedesk.store.keys import is_plain, key_of, needs_password
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import look_at
from servicedesk.system.files import private_folder

_CODES = {
    "file_missing": "backup_missing",
    "folder_gone": "backup_missing",
    "file_empty": "backup_empty",
    "file_not_database": "backup_not_ours",
    "file_foreign": "backup_foreign",
    "file_newer": "backup_newer",
    "file_damaged": "backup_damaged",
}
_UNUSABLE = frozenset(_CODES) | {"backup_unproven"}
"""Trouble with the file itself that makes a byte for byte copy the best that can be kept of it."""

_SUM_DIGITS = 64


def look_into(
    path: Path, around: Surroundings, *, thorough: bool = False, password: str | None = None
) -> BackupContents:
    """Find out what a backup holds, changing nothing.

    A password that opens it is known from then on: ``put_back`` does not ask for it again.

    Args:
        path: of any file that somebody named.
        around: the folders.
        thorough: also compare every index with its table, as a trial restore does.
        password: of the backup, as typed; None while nobody was asked for one.

    Raises:
        Refusal: ``backup_missing``, ``backup_folder``, ``backup_live``, ``backup_empty``,
            ``backup_not_ours``, ``backup_foreign``, ``backup_newer``, ``backup_damaged`` or
            ``backup_unreadable``, each with ``name``; ``backup_password_needed`` when it has a
            password that is not known, ``backup_password_wrong`` when the one given does not
            open it.
        Trouble: when there is no room for the copy that is looked into.
    """
    with _private_copy(path, around) as copy:
        inside = _read(path, copy, around, thorough=thorough, password=password)
        was_locked, is_locked = needs_password(around.database), needs_password(copy)
        return replace(
            _contents(path, inside),
            loses_password=was_locked and not is_locked,
            has_another=is_locked and begin_of(copy) != begin_of(around.database),
        )


def is_open(path: Path, around: Surroundings) -> bool:
    """Whether a backup has no password, or one that was typed already."""
    return not needs_password(path) or around.keys.fitting(path) is not None


def put_back(path: Path, around: Surroundings) -> BackupContents:
    """Put a backup in the place of the file, which nobody has open; the backup stays.

    The file that was there is copied among the backups first. What comes out of it is checked
    once more in its place, and changed back when it is not right. The file then has the password
    that the backup has, or none.

    Args:
        path: of a backup.
        around: the folders; there need not be a file yet.

    Returns:
        What is in the file now.

    Raises:
        Refusal: as ``look_into``; the file is then byte for byte as it was.
        Trouble: ``restore_failed``, or what the disk says; the file is then as it was.
    """
    database = around.database
    with _private_copy(path, around) as copy:
        inside = _read(path, copy, around)
        private_folder(database.parent)
        _keep_aside(around)
        if forgotten := all_forgotten(around, copy, path.parent):
            key = around.keys.fitting(copy)
            re_apply(copy, key, [one.card for one in forgotten])
            with suppress(Trouble):  # on a new computer there is no list beside the backups yet
                keep_list(around.backups, file_mark(copy, key), forgotten)
        clear_what_was_before(database)
        if database.exists():
            _keep_beside(database, _before(database))
        _swap(path, copy, around)
        clear_what_was_before(database)
    return _contents(path, inside)


def clear_what_was_before(database: Path) -> None:
    """Remove the second name of an earlier file, which a killed restore may have left."""
    discard(_before(database))


def _before(database: Path) -> Path:
    return beside(database, ".before")


def _swap(path: Path, copy: Path, around: Surroundings) -> None:
    """Put a checked copy in the file's place and check it there; else change back."""
    database = around.database
    try:
        kept.put_back(copy, database, around.keys.fitting(copy))
    except Trouble:
        _change_back(database)
        raise
    try:
        look_at(database, around.keys.fitting(database))
        _see_whole(database, around)
    except Trouble as trouble:
        _change_back(database)
        raise Trouble("restore_failed", name=path.name) from trouble


@contextmanager
def _private_copy(path: Path, around: Surroundings) -> Iterator[Path]:
    """A copy in the folder whose content may go, removed at the end of the block."""
    _refuse_at_sight(path, around)
    private_folder(around.temporary)
    copy = around.temporary / f"looking-{os.getpid()}{around.database.suffix}"
    try:
        try:
            copy_private(path, copy)
        except OSError as error:
            trouble = disk_trouble(error, copy)
            if trouble.code in ("disk_full", "folder_gone"):
                raise trouble from error
            raise Refusal("backup_unreadable", name=path.name) from error
        yield copy
    finally:
        discard(copy)


def _refuse_at_sight(path: Path, around: Surroundings) -> None:
    """Refuse what need not, or must not, be opened to be refused.

    The file in use is never opened as a mere file: closing it would drop the locks on it.
    """
    if path.is_dir():
        raise Refusal("backup_folder", name=path.name)
    if not path.is_file():
        raise Refusal("backup_missing", name=path.name)
    with suppress(OSError):
        if path.samefile(around.database):
            raise Refusal("backup_live", name=path.name)
    with suppress(Trouble, OSError):  # what cannot be read is told by the copy
        is_ours = path.stat().st_size == 0 or is_plain(path) or needs_password(path)
        if not is_ours:  # a film of two gigabytes is not copied to be refused
            raise Refusal("backup_not_ours", name=path.name)


def _read(
    path: Path,
    copy: Path,
    around: Surroundings,
    *,
    thorough: bool = False,
    password: str | None = None,
) -> Inside:
    """Check a copy and read it; faults are told of the backup it is a copy of."""
    is_asked = needs_password(copy) and around.keys.fitting(copy) is None
    try:
        key = around.keys.fitting(copy)
        if is_asked:
            _check_sum(path, copy)  # or damage would be taken for a wrong password
            if password is None:
                raise Refusal("backup_password_needed", "password", name=path.name)
            key = key_of(copy, password)
        look_at(copy, key)
        _check_sum(path, copy)
        inside = read_inside(copy, thorough=thorough, key=key)
    except Trouble as trouble:
        if is_asked and trouble.code == "password_wrong":
            raise Refusal("backup_password_wrong", "password", name=path.name) from trouble
        code = _CODES.get(trouble.code, "backup_damaged")
        raise Refusal(code, name=path.name) from trouble
    around.keys.learn(key)
    return inside


def _check_sum(path: Path, copy: Path) -> None:
    """Compare a backup with the sum beside it, if it has one: a flipped bit shows in it alone."""
    try:
        signed = kept.sum_file(path).read_text("ascii")[:_SUM_DIGITS]
    except (OSError, UnicodeDecodeError):
        return
    if signed != sha256_of(copy):
        raise Trouble("file_damaged", name=path.name)


def _keep_aside(around: Surroundings) -> None:
    """Copy the file among the backups; a damaged one byte for byte, with all that is beside it."""
    database = around.database
    if not database.exists():
        return
    private_folder(around.backups)
    shelf = Shelf(around.backups, database)
    target = shelf.new_path(around.clock.now(), BackupReason.BEFORE_RESTORE)
    try:
        kept.write_backup(database, target, around.keys.fitting(database))
    except Trouble as trouble:
        if trouble.code not in _UNUSABLE:
            raise
        try:
            copy_private(database, target.with_suffix(".damaged"))
        except OSError as error:
            raise disk_trouble(error, target) from error


def _keep_beside(database: Path, before: Path) -> None:
    """Keep the file under a second name, with all that is beside it, to be able to change back."""
    for ending in ("", *LEFTOVERS):
        found = beside(database, ending)
        if found.exists():
            try:
                _link(found, beside(before, ending))
            except OSError as error:
                discard(before)
                raise disk_trouble(error, database) from error


def _link(found: Path, second: Path) -> None:
    """Give a file a second name, or copy it where a disk knows no second names."""
    try:
        os.link(found, second)
    except OSError:
        copyfile(found, second)


def _see_whole(database: Path, around: Surroundings) -> None:
    """Read what was put in its place, by way of one more copy, so that nothing is left beside."""
    copy = around.temporary / f"checking-{os.getpid()}{database.suffix}"
    try:
        copy_private(database, copy)
        read_inside(copy, key=around.keys.fitting(copy))
    except OSError as error:
        raise disk_trouble(error, database) from error
    finally:
        discard(copy)


def _change_back(database: Path) -> None:
    """Put the file that was there into its place again, with all that was beside it."""
    before = _before(database)
    remove_leftovers(database)
    if before.exists():
        before.replace(database)
    else:
        discard(database)
    for ending in LEFTOVERS:
        found = beside(before, ending)
        if found.exists():
            found.replace(beside(database, ending))


def _contents(path: Path, inside: Inside) -> BackupContents:
    return BackupContents(
        path=str(path),
        business=_name_in(inside),
        last_change_at=inside.last_change_at,
        counts=inside.counts,
        schema=inside.schema,
        is_older=inside.schema < SCHEMA,
        size=path.stat().st_size,
    )


def _name_in(inside: Inside) -> str:
    """The name the business trades under, as far as it can be read."""
    try:
        said = json.loads(inside.facts.get("trading_name", '""'))
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
