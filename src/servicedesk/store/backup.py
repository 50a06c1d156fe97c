# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A copy of the whole file that has been read back and found right before it is called one.

It is written under another name, closed, opened again, checked, put on the disk for good, and
only then given its name: what bears a backup's name is a backup.
"""

from dataclasses import dataclass
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver
from servicedesk.store.driver import Access, Connection
from servicedesk.store.faults import disk_trouble, trouble_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that has passed every check.

    Args:
        path: of the copy.
        sha256: of its bytes, also kept in the file beside it.
        size: in bytes.
        schema: number of its schema.
        rows: rows by table.
    """

    path: Path
    sha256: str
    size: int
    schema: int
    rows: dict[str, int]


def sum_file(backup: Path) -> Path:
    """The file beside a backup that holds its SHA-256."""
    return disk.beside(backup, ".sha256")


def write_backup(source: Path, target: Path, key: str | None = None, *, apart: str = "") -> Backup:
    """Copy a file, open or not, while it may be in use, prove the copy, and sign it.

    Args:
        source: the file.
        target: the backup to be; one of that name is replaced only by a proven one. Its folder
            exists.
        key: of the file, and so of its backup.
        apart: told by a program that may write into the same folder at the same time as another,
            so that they never write into one part file.

    Returns:
        The proven backup; its SHA-256 lies beside it.

    Raises:
        Trouble: when the copy cannot be written, or ``backup_unproven`` when it does not come
            back as it went; nothing then bears the name ``target`` that did not before.
    """
    part = target.with_name(f"{source.name}{apart}.part")  # the next copy clears what a kill leaves
    try:
        proven = _proven_part(source, part, target, key)
        disk.write_private(sum_file(target), f"{proven.sha256}  {target.name}\n".encode())
        disk.sync_folder(target.parent)
        _name(part, target)
    except OSError as error:
        raise disk_trouble(error, target) from error
    finally:
        disk.discard(part)
    return proven


def _name(part: Path, target: Path) -> None:
    """Give a proven copy its name; the sum of one that does not get it signs nothing else."""
    try:
        part.replace(target)
    except OSError:
        disk.discard(sum_file(target))
        raise
    disk.sync_folder(target.parent)


def put_back(backup: Path, target: Path, key: str | None = None) -> None:
    """Put a backup in the place of a file that nobody has open; the backup stays.

    Args:
        backup: a proven one.
        target: the file to replace.
        key: of both.

    Raises:
        Trouble: as ``write_backup``; the file in its place is then the one that was there.
    """
    part = disk.beside(target, ".part")
    try:
        _proven_part(backup, part, target, key)
        disk.remove_leftovers(target)
        part.replace(target)
        disk.sync_folder(target.parent)
    except OSError as error:
        raise disk_trouble(error, target) from error
    finally:
        disk.discard(part)


def _proven_part(source: Path, part: Path, target: Path, key: str | None) -> Backup:
    """Write and prove the copy that is to become ``target``, and see it onto the disk."""
    disk.remove_leftovers(part)
    disk.make_private(part)
    rows = _copy(source, part, target, key)
    proven = prove(part, target, rows, key)
    disk.sync_file(part)
    return proven


def _copy(source: Path, part: Path, target: Path, key: str | None) -> dict[str, int]:
    """Copy as of one moment, and count what was there at that same moment."""
    origin = driver.open_bare(source, Access.READ_WRITE, key)
    try:
        origin.execute("PRAGMA query_only = 1")
        origin.execute("BEGIN")
        rows = driver.count_rows(origin)
        copy = driver.open_bare(part, Access.READ_WRITE, key)
        try:
            driver.copy_whole(origin, copy)
        except driver.MODULE.Error as error:
            trouble = trouble_of(error, part)
            raise Trouble(trouble.code, **{**trouble.params, "name": target.name}) from error
        finally:
            copy.close()
    except driver.MODULE.Error as error:
        raise trouble_of(error, source) from error
    finally:
        origin.close()
    return rows


def prove(part: Path, target: Path, rows: dict[str, int], key: str | None = None) -> Backup:
    """Read a copy back and compare it with what was to be copied.

    Args:
        part: the copy as it lies on the disk now.
        target: the name it is to have.
        rows: rows by table that it must hold.
        key: as for ``write_backup``.

    Raises:
        Trouble: ``backup_unproven``.
    """
    copy = driver.open_bare(part, Access.READ_ONLY, key)
    try:
        size = part.stat().st_size
        schema = driver.whole(copy, "PRAGMA user_version")
        is_right = _is_right(copy, size, rows)
    except driver.MODULE.Error as error:
        raise Trouble("backup_unproven", name=target.name) from error
    finally:
        copy.close()
    if not is_right:
        raise Trouble("backup_unproven", name=target.name)
    return Backup(
        path=target, sha256=disk.sha256_of(part), size=size, schema=schema, rows=dict(rows)
    )


def _is_right(copy: Connection, size: int, rows: dict[str, int]) -> bool:
    pages = driver.whole(copy, "PRAGMA page_count") * driver.whole(copy, "PRAGMA page_size")
    return (
        size == pages
        # a full disk leaves an empty file, which opens as a valid database that is nobody's
        and driver.whole(copy, "PRAGMA application_id") == driver.APPLICATION_ID
        and driver.find_damage(copy) is None
        and driver.count_rows(copy) == rows
    )
