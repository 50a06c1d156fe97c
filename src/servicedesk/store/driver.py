# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one door to SQLite: opening, copying and checking a file, plain or with a key.

Nothing else imports the driver. It is ``sqlcipher3`` for plain and encrypted files alike,
because it brings its own recent SQLite: older ones can corrupt a file in WAL mode.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Protocol, cast
from urllib.parse import quote

from sqlcipher3 import dbapi2

from servicedesk.domain.errors import Trouble
from servicedesk.store.faults import trouble_of
from servicedesk.store.places import Place
from servicedesk.store.types import Stored

MODULE = dbapi2
"""The driver as an engine wants it."""

LEAST_SQLITE = (3, 51, 3)
"""Versions before this can corrupt a file that two connections have open in WAL mode."""

APPLICATION_ID = 0x53764463
"""Written into every file of ours, at byte 68, so that it is known from foreign ones."""

BUSY_MS = 5000
"""How long a connection waits for a lock, in milliseconds."""

_KEY = re.compile(r"[0-9a-f]{96}")


class Cursor(Protocol):
    """What a statement gives back."""

    def fetchone(self) -> tuple[Stored, ...] | None:
        """The next row, or None."""
        ...

    def fetchall(self) -> list[tuple[Stored, ...]]:
        """All rows that are left."""
        ...


class Connection(Protocol):
    """A connection of the driver, as far as the store uses it bare."""

    in_transaction: bool
    total_changes: int

    def execute(self, statement: str, values: Sequence[Stored] = ()) -> Cursor:
        """Run one statement."""
        ...

    def set_progress_handler(self, handler: Callable[[], int] | None, steps: int) -> None:
        """Call a function every so many steps of work; anything but 0 stops the work."""
        ...

    def backup(self, target: "Connection") -> None:
        """Copy the whole database into another connection's file."""
        ...

    def close(self) -> None:
        """Close it; nothing may be done with it afterwards."""
        ...


class Access(StrEnum):
    """Whether a connection may write. Neither ever creates a file."""

    READ_WRITE = "rw"
    READ_ONLY = "ro"


class Durability(StrEnum):
    """How a commit reaches the disk."""

    WAL_FULL = "wal_full"
    """Fast and safe where locks and memory are honest: on a disk of this computer."""
    DELETE_EXTRA = "delete_extra"
    """Careful, for every other place; also syncs the folder, or a power cut loses a commit."""


class Role(StrEnum):
    """What a connection is for."""

    WRITER = "writer"
    READER = "reader"


_PRAGMAS: Mapping[str, int | str] = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "busy_timeout": BUSY_MS,
}
_JOURNAL = {Durability.WAL_FULL: "wal", Durability.DELETE_EXTRA: "delete"}
_SYNCHRONOUS = {Durability.WAL_FULL: 2, Durability.DELETE_EXTRA: 3}


def check_version(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Refuse to touch any file with an SQLite that is known to corrupt.

    Raises:
        Trouble: ``sqlite_too_old``.
    """
    if version < LEAST_SQLITE:
        found, least = (".".join(map(str, numbers)) for numbers in (version, LEAST_SQLITE))
        raise Trouble("sqlite_too_old", found=found, least=least)


def durability_for(place: Place) -> Durability:
    """How to write a file that lies in ``place``."""
    return Durability.WAL_FULL if place.is_fixed else Durability.DELETE_EXTRA


def address_of(path: PurePath) -> str:
    """The address under which SQLite finds a file, whatever its name is made of.

    Args:
        path: absolute; on Windows with its drive or the name of its share.
    """
    slashed = path.as_posix()
    return "file://" + quote(os.fsencode(slashed if slashed[0] == "/" else f"/{slashed}"))


def open_bare(path: Path, access: Access, key: str | None = None) -> Connection:
    """Open a file that exists, and unlock it; no other setting is made.

    Args:
        path: of the file.
        access: whether it may be written.
        key: 96 hexadecimal digits, raw key and salt, or None for a plain file.

    Raises:
        Trouble: when it cannot be opened.
        ValueError: when the key is not 96 hexadecimal digits.
    """
    check_version()
    if key is not None and _KEY.fullmatch(key) is None:
        raise ValueError("a raw key with its salt has 96 hexadecimal digits")
    try:
        connection = dbapi2.connect(
            f"{address_of(path.resolve())}?mode={access.value}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MS / 1000,
        )
    except dbapi2.Error as error:
        raise trouble_of(error, path) from error
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return cast(Connection, connection)


def open_connection(
    path: Path, role: Role, durability: Durability, key: str | None = None
) -> Connection:
    """Open a connection with every setting that keeps the file whole, and check that they took.

    Args:
        path: of a file that exists.
        role: a reader cannot write, whatever it is told.
        durability: wanted; a writer that is not granted WAL goes the careful way by itself.
        key: as for ``open_bare``.

    Raises:
        Trouble: when the file cannot be opened or read.
    """
    connection = open_bare(path, Access.READ_WRITE, key)
    try:
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = 1")
            connection.execute("PRAGMA checkpoint_fullfsync = 1")
        if one(connection, "PRAGMA foreign_keys") != 1:
            raise Trouble("sqlite_unfit", name=path.name)
        if role is Role.WRITER:
            _set_journal(connection, durability)
        else:
            connection.execute("PRAGMA query_only = 1")
    except dbapi2.Error as error:
        connection.close()
        raise trouble_of(error, path) from error
    except Trouble:
        connection.close()
        raise
    return connection


def _set_journal(connection: Connection, wanted: Durability) -> None:
    granted = one(connection, f"PRAGMA journal_mode = {_JOURNAL[wanted]}")
    if granted == _JOURNAL[Durability.WAL_FULL]:
        real = Durability.WAL_FULL
    else:
        real = Durability.DELETE_EXTRA
        one(connection, f"PRAGMA journal_mode = {_JOURNAL[real]}")
    connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS[real]}")


def durability_of(connection: Connection) -> Durability:
    """How this writer really reaches the disk, whatever was wanted."""
    is_wal = one(connection, "PRAGMA journal_mode") == _JOURNAL[Durability.WAL_FULL]
    return Durability.WAL_FULL if is_wal else Durability.DELETE_EXTRA


def one(connection: Connection, statement: str) -> Stored:
    """The first value of the first row that a statement gives, or None."""
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]


def whole(connection: Connection, statement: str) -> int:
    """As ``one``, for statements that give a whole number; 0 when they give none."""
    found = one(connection, statement)
    if isinstance(found, str) and found.isdecimal():
        return int(found)  # with a key, the cipher answers for the page size, in text
    return found if isinstance(found, int) else 0


def table_names(connection: Connection, inside: str = "main") -> tuple[str, ...]:
    """The names of all tables of ours, in order of name.

    Args:
        connection: to the file.
        inside: "main", or the name under which another file is attached.
    """
    rows = connection.execute(
        f"SELECT name FROM {inside}.sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return tuple(str(name) for (name,) in rows)


def count_rows(connection: Connection, inside: str = "main") -> dict[str, int]:
    """How many rows every table of ours holds; as ``table_names``."""
    return {
        name: whole(connection, f'SELECT count(*) FROM {inside}."{name}"')
        for name in table_names(connection, inside)
    }


def find_damage(connection: Connection, *, thorough: bool = False) -> str | None:
    """What is wrong with the inside of a file, in SQLite's words for the log, or None.

    Args:
        connection: to the file.
        thorough: also compare every index with its table, which takes some ten times as long.
    """
    check = "integrity_check" if thorough else "quick_check"
    found = one(connection, f"PRAGMA {check}(1)")
    if found != "ok":
        return str(found)
    row = connection.execute("PRAGMA foreign_key_check").fetchone()
    return None if row is None else f"foreign key of {row[0]!r} row {row[1]!r}"


def copy_whole(source: Connection, target: Connection) -> None:
    """Copy a whole database with SQLite's own online backup, as one step.

    The copy is one file by itself: it is taken out of WAL mode.
    """
    source.backup(target)
    one(target, "PRAGMA journal_mode = delete")


def export_whole(source: Path, key: str | None, target: Connection) -> dict[str, int]:
    """Copy every table and index of a file into an empty one that has another key, or none.

    What says whose file it is, and of which schema, is not copied with the rest, and so set anew.
    The indexes of words are seen by the next connection only.

    Args:
        source: nobody changes it meanwhile, and nothing waits beside it.
        key: of the source, or None for a plain one.
        target: just opened with its own key, or with none.

    Returns:
        Rows by table, as they were in the source.
    """
    secret = "" if key is None else f"x'{key}'"
    target.execute("ATTACH ? AS source KEY ?", (f"{address_of(source)}?mode=ro", secret))
    target.execute("SELECT sqlcipher_export('main', 'source')").fetchall()
    schema = whole(target, "PRAGMA source.user_version")
    owner = whole(target, "PRAGMA source.application_id")
    target.execute(f"PRAGMA main.application_id = {owner}")
    target.execute(f"PRAGMA main.user_version = {schema}")
    rows = count_rows(target, "source")
    target.execute("DETACH source")
    return rows
