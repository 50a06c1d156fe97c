# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which shop's file a file is, or is a backup of, whatever it is called and wherever it lies.

It is told by the first line of its history: when that was written, to the microsecond. It is in
every later copy, however much was changed or forgotten since, and in no other shop's file.
"""

from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection as Session

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.faults import trouble_of

_FIRST = "SELECT id, at, table_name, record_id FROM journal ORDER BY id LIMIT 1"
_HAS_HISTORY = "SELECT count(*) FROM sqlite_schema WHERE name = 'journal'"


def file_mark(path: Path, key: str | None) -> str:
    """The mark of a file, without changing it; "" for one in which nothing was done yet.

    Args:
        path: of a file of ours that is whole, such as a backup; it may be open.
        key: of it, or None for a plain one.

    Raises:
        Trouble: when it cannot be read.
    """
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    try:
        if not driver.whole(connection, _HAS_HISTORY):
            return ""
        return _mark(connection.execute(_FIRST).fetchone())
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()


def mark_in(session: Session) -> str:
    """As ``file_mark``, of a file that is open."""
    row = session.exec_driver_sql(_FIRST).first()
    return _mark(None if row is None else tuple(row))


def mark_or_none(path: Path, key: str | None) -> str | None:
    """As ``file_mark``; None where it cannot be told."""
    try:
        return file_mark(path, key)
    except Trouble:
        return None


def _mark(row: tuple[object, ...] | None) -> str:
    if row is None:
        return ""
    return sha256(" ".join(map(str, row)).encode()).hexdigest()[:32]
