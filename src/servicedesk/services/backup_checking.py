# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reading any file of ours from end to end without changing a byte of it, open or not."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk, driver
from servicedesk.store.backup import sum_file
from servicedesk.store.backup_contents import copy_private, counted_tables
from servicedesk.store.driver import Access
from servicedesk.store.faults import disk_trouble, trouble_of
from servicedesk.store.opening import look_at
from servicedesk.system.files import private_folder

_SUM_DIGITS = 64
_HEAD = 20
_WAYS = slice(18, 20)
_ROLLS_BACK = b"\x01\x01"
"""How a file is written that keeps no log beside it, as every backup is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A file in which nothing is wrong.

    Args:
        name: of the file.
        size: in bytes.
        schema: number of its schema.
        counts: how many records of each kind it holds; kinds without any are left out.
        is_signed: a sum lies beside it, and it is the right one.
    """

    name: str
    size: int
    schema: int
    counts: Mapping[Kind, int]
    is_signed: bool


def check_whole(path: Path, around: Surroundings, key: str | None = None) -> Sound:
    """Read a file or a backup from end to end, indexes and pointers too; it may be in use.

    Args:
        path: of any file that somebody named.
        around: the folder whose content may go is used.
        key: raw with its salt, or None for a plain file.

    Raises:
        Trouble: ``file_damaged``, or as ``look_at``; ``file_missing`` for a folder too.
    """
    path = path.resolve()
    if path.is_dir():
        raise Trouble("check_folder", name=path.name)
    found = look_at(path, key)
    is_signed = _is_signed(path)
    with _readable(path, around) as copy:
        connection = driver.open_bare(copy, Access.READ_ONLY, key)
        try:
            damage = driver.find_damage(connection, thorough=True)
            pages = driver.whole(connection, "PRAGMA page_count")
            size = pages * driver.whole(connection, "PRAGMA page_size")
            rows = {} if damage is not None else driver.count_rows(connection)
        except driver.MODULE.Error as error:
            raise _about(trouble_of(error, copy), path) from error
        finally:
            connection.close()
    if damage is not None or (is_signed and size != path.stat().st_size):
        raise Trouble("file_damaged", name=path.name)
    counts = {kind: rows[name] for kind, name in counted_tables().items() if rows.get(name)}
    return Sound(name=path.name, size=size, schema=found.schema, counts=counts, is_signed=is_signed)


def _about(trouble: Trouble, path: Path) -> Trouble:
    return Trouble(trouble.code, **{**trouble.params, "name": path.name})


def _is_signed(path: Path) -> bool:
    """Whether the sum beside a backup is that of its bytes.

    Raises:
        Trouble: ``file_damaged`` when it is that of other bytes.
    """
    try:
        signed = sum_file(path).read_text("ascii")[:_SUM_DIGITS]
    except (OSError, UnicodeDecodeError):
        return False
    if signed != disk.sha256_of(path):
        raise Trouble("file_damaged", name=path.name)
    return True


@contextmanager
def _readable(path: Path, around: Surroundings) -> Iterator[Path]:
    """The file where it lies, or a private copy where reading it would leave something beside it.

    To read a file that keeps a log, SQLite makes one beside it where there is none. There is none
    only while nobody has it open, and then a copy is as good as the file.
    """
    if _reads_in_place(path):
        yield path
        return
    private_folder(around.temporary)
    copy = around.temporary / f"checking-{os.getpid()}{path.suffix}"
    try:
        try:
            copy_private(path, copy)
        except OSError as error:
            raise disk_trouble(error, copy) from error
        yield copy
    finally:
        disk.discard(copy)


def _reads_in_place(path: Path) -> bool:
    if disk.beside(path, "-wal").exists():
        return True
    with path.open("rb") as file:
        return file.read(_HEAD)[_WAYS] == _ROLLS_BACK
