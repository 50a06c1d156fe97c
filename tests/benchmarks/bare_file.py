# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of saving and opening: the driver alone, with the same settings as ours.

Nothing here imports the program. Everything that can be ready beforehand is.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlcipher3 import dbapi2

SETTINGS: Mapping[str, int | str] = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "busy_timeout": 5000,
    "journal_mode": "wal",
    "synchronous": 2,
}
"""What a writer of ours is set to, in the same order."""

READER_SETTINGS: Mapping[str, int | str] = {
    name: value for name, value in SETTINGS.items() if name not in ("journal_mode", "synchronous")
} | {"query_only": 1}
"""What a reader of ours is set to."""

_UPDATE = "UPDATE business_facts SET value = ? WHERE id = ?"
_INSERT = (
    "INSERT INTO journal (step, reverses, use_case, who, at, action, table_name, record_id, before,"
    " after) VALUES (?, NULL, ?, ?, ?, 'update', 'business_facts', ?, ?, ?)"
)
_READ = "SELECT key, value FROM business_facts ORDER BY key"


def connect(path: Path, settings: Mapping[str, int | str] = SETTINGS) -> dbapi2.Connection:
    """Open a file that exists with the settings of a writer, or with others."""
    connection = dbapi2.connect(
        f"file:{path.as_posix()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5,
    )
    for name, value in settings.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    return connection


def save(
    connection: dbapi2.Connection,
    fact: tuple[str, int],
    step: tuple[int, str, str, str, int, str, str],
) -> None:
    """Change one fact and write its row of the journal.

    Args:
        connection: open.
        fact: value and row.
        step: number, use case, who, when, row, row before, row after.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_UPDATE, fact)
    connection.execute(_INSERT, step)
    connection.execute("COMMIT")


def open_and_read(path: Path) -> dict[str, str]:
    """Open a file as the design wants it open, read all facts, close it.

    That is a writer and a reader that cannot write, and at the end everything in the file itself.
    """
    writer = connect(path)
    reader = connect(path, READER_SETTINGS)
    facts = dict(reader.execute(_READ).fetchall())
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    reader.close()
    writer.close()
    return facts
