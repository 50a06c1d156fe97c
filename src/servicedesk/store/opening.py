# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening a file that exists, and the separate act of creating one.

Whatever is not certainly a file of ours is refused before SQLite sees it, because SQLite
takes an empty file for an empty database, and repairs what it opens for writing.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver, keys
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile, open_marker
from servicedesk.store.faults import disk_trouble, trouble_of
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.places import place_of
from servicedesk.store.torn_header import first_pages

_HEADER = 100
_FIRST_PAGE = 4096
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """What can be said of a file before it is opened for writing.

    Args:
        schema: number of its schema.
        stopped_uncleanly: it was not closed the last time; its inside must be checked.
    """

    schema: int
    stopped_uncleanly: bool


def look_at(path: Path, key: str | None = None) -> FoundFile:
    """Find out whether a file is one of ours, leaving every byte of it as it is.

    Args:
        path: of the file.
        key: raw key with salt, or None for a plain file.

    Raises:
        Trouble: ``file_missing``, ``folder_gone``, ``file_empty``, ``file_not_database``,
            ``file_foreign`` or ``file_newer``; ``password_needed`` for a file that seems to have
            a password when no key was given, ``password_wrong`` when the key does not open it,
            which damage looks like too.
    """
    path = path.resolve()  # what SQLite leaves lies beside the file, not beside a link to it
    header = _read_header(path)
    unclean = _stopped_uncleanly(path)
    is_torn = key is None and not _is_ours(header) and any(map(_is_ours, first_pages(path)))
    if key is None and not is_torn and not header.startswith(keys.MAGIC):
        is_locked = keys.seems_encrypted(header)
        raise Trouble("password_needed" if is_locked else "file_not_database", name=path.name)
    owner = int.from_bytes(header[_APPLICATION_ID], "big")
    schema = int.from_bytes(header[_USER_VERSION], "big")
    is_ours = owner == driver.APPLICATION_ID
    if key is not None or is_torn or (is_ours and _is_unfinished(path)):
        owner, schema = _ask(path, key)
    if owner != driver.APPLICATION_ID:
        raise Trouble("file_foreign", name=path.name)
    if schema > SCHEMA:
        raise Trouble("file_newer", name=path.name, found=schema, known=SCHEMA)
    return FoundFile(schema=schema, stopped_uncleanly=unclean)


def _is_ours(page: bytes) -> bool:
    """Whether the first page of a plain file says that it is one of ours."""
    owner = int.from_bytes(page[_APPLICATION_ID], "big")
    return page.startswith(keys.MAGIC) and owner == driver.APPLICATION_ID


def _read_header(path: Path) -> bytes:
    if not path.parent.is_dir():
        raise Trouble("folder_gone", name=path.name, folder=str(path.parent))
    try:
        with path.open("rb") as file:
            header = file.read(_FIRST_PAGE)
    except FileNotFoundError as error:
        raise Trouble("file_missing", name=path.name, folder=str(path.parent)) from error
    except OSError as error:
        raise disk_trouble(error, path) from error
    if not header:
        raise Trouble("file_empty", name=path.name)
    if len(header) < _HEADER:
        raise Trouble("file_not_database", name=path.name)
    return header


def _stopped_uncleanly(path: Path) -> bool:
    """Whether the last program that changed the file did not live to close it."""
    return open_marker(path).exists() or _is_unfinished(path)


def _is_unfinished(path: Path) -> bool:
    """Whether the file is not yet, or no longer, what SQLite will make of it."""
    return _waits(path, "-wal") or _waits(path, "-journal")


def _waits(path: Path, ending: str) -> bool:
    """Whether SQLite left something in a file beside this one that is still to be brought in."""
    try:
        return disk.beside(path, ending).stat().st_size > 0
    except FileNotFoundError:
        return False


def _ask(path: Path, key: str | None) -> tuple[int, int]:
    """Application id and schema as SQLite sees them, with what still waits in the log.

    The connection is read-only, so that closing it does not bring the log into the file; only
    a journal to be rolled back cannot be read past in that way.
    """
    access = Access.READ_WRITE if _waits(path, "-journal") else Access.READ_ONLY
    connection = driver.open_bare(path, access, key)
    try:
        owner = driver.whole(connection, "PRAGMA application_id")
        return owner, driver.whole(connection, "PRAGMA user_version")
    except driver.MODULE.Error as error:
        trouble = trouble_of(error, path)
        if key is not None and trouble.code == "file_not_database":
            raise Trouble("password_wrong", name=path.name) from error
        raise trouble from error
    finally:
        connection.close()


def _check_inside(path: Path, key: str | None) -> None:
    """Look for damage after an unclean stop, before anything is read from the file."""
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    try:
        damage = driver.find_damage(connection)
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()
    if damage is not None:
        raise Trouble("file_damaged", name=path.name)


def open_file(
    path: Path,
    *,
    backups: Path,
    moment: datetime,
    key: str | None = None,
    durability: Durability | None = None,
) -> DeskFile:
    """Open a file, after checking it if need be, and after updating it if it is older.

    Args:
        path: of the file; it is never created.
        backups: folder for the copy that is made before an update; created when missing.
        moment: now, in UTC, for the name of that copy.
        key: raw key with salt, or None for a plain file.
        durability: how to write it, or None to decide by where it lies.

    Returns:
        The open file; its ``place`` says whether the owner should be warned.

    Raises:
        Trouble: as ``look_at``; ``file_damaged`` after an unclean stop; as ``migrate.update``.
    """
    driver.check_version()
    path = path.resolve()
    found = look_at(path, key)
    place = place_of(path)
    if found.stopped_uncleanly:
        _check_inside(path, key)
    if found.schema < SCHEMA:
        from servicedesk.store import migrate  # not at start: alembic takes its time

        migrate.update(path, backups=backups, moment=moment, key=key)
    return DeskFile(path, place, durability or driver.durability_for(place), key)


def create_file(path: Path, *, key: str | None = None) -> None:
    """Create a new, empty servicedesk file, whole or not at all.

    Args:
        path: of the file; its folder exists.
        key: raw key with salt, or None for a plain file.

    Raises:
        Trouble: ``file_exists``, ``folder_gone``, or what the disk says.
    """
    from servicedesk.store import migrate  # not at start: alembic takes its time

    driver.check_version()
    path = path.resolve()
    if path.exists():
        raise Trouble("file_exists", name=path.name, folder=str(path.parent))
    if not path.parent.is_dir():
        raise Trouble("folder_gone", name=path.name, folder=str(path.parent))
    part = disk.beside(path, ".part")
    try:
        disk.remove_leftovers(part)
        disk.make_private(part)
        migrate.build(part, key=key)
        disk.sync_file(part)
        disk.remove_leftovers(path)
        part.replace(path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise disk_trouble(error, path) from error
    finally:
        disk.discard(part)
