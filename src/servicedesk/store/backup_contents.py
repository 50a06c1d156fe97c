# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a backup holds, read from a private copy of it; and when an open file last changed.

A backup itself is never opened here: SQLite mends, and leaves files beside, what it opens.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection as Session
from sqlalchemy import func, select

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.store import disk, driver
from servicedesk.store.drafts import drafts
from servicedesk.store.driver import Access, Connection
from servicedesk.store.faults import trouble_of
from servicedesk.store.journal import journal
from servicedesk.store.records import CATALOGUE
from servicedesk.store.types import Moment

_NO_RECORDS = frozenset(
    {Kind.BUSINESS, Kind.JOURNAL, Kind.DRAFT, Kind.STANDARD, Kind.HOLIDAY, Kind.SEARCH}
)
"""Kinds whose number tells nobody whether this is the right backup."""

LAST_STEP = select(journal.c.at).order_by(journal.c.id.desc()).limit(1).scalar_subquery()
LAST_DRAFT = select(func.max(drafts.c.saved_at)).scalar_subquery()
"""When the newest step was taken, and the newest half-typed form kept: the two make a change."""

_LAST_CHANGE = select(LAST_STEP, LAST_DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What is in a file.

    Args:
        schema: number of its schema.
        counts: how many records of each kind that a person would count; none that are 0.
        facts: of the business, by key, as kept.
        last_change_at: when something was last changed, in UTC, or None.
    """

    schema: int
    counts: Mapping[Kind, int]
    facts: Mapping[str, str]
    last_change_at: datetime | None


def last_change(connection: Session) -> datetime | None:
    """When something in an open file was last written, a half-typed form too, in UTC, or None."""
    row = connection.execute(_LAST_CHANGE).one()
    return max((at for at in row if at is not None), default=None)


def copy_private(source: Path, target: Path) -> None:
    """Copy a closed file with what waits in its log, byte by byte, for its owner's eyes only.

    Args:
        source: not open in this program: closing it here would drop the locks on it.
        target: gets the same name beside it for what waits.

    Raises:
        OSError: when either cannot be read or written.
    """
    for ending in ("", "-wal", "-journal"):
        found = disk.beside(source, ending)
        if ending == "" or found.exists():
            copy = disk.beside(target, ending)
            disk.make_private(copy)
            with found.open("rb") as reading, copy.open("wb") as writing:
                shutil.copyfileobj(reading, writing, 1 << 20)


def read_inside(copy: Path, *, thorough: bool = False, key: str | None = None) -> Inside:
    """Check a private copy, and read what it holds.

    Args:
        copy: of a file whose head says that it is ours; what waits in its log is brought in.
        thorough: also compare every index with its table.
        key: raw key with salt, or None for a plain file.

    Raises:
        Trouble: ``file_damaged``, or what reading it failed with.
    """
    connection = driver.open_bare(copy, Access.READ_WRITE, key)
    try:
        driver.one(connection, "PRAGMA journal_mode = delete")
        _check(connection, copy, thorough=thorough)
        return _inside(connection)
    except driver.MODULE.Error as error:
        raise trouble_of(error, copy) from error
    finally:
        connection.close()


def find_damage_in(path: Path, *, key: str | None = None) -> str | None:
    """Look for damage in a file that may be in use, thoroughly, which takes its time.

    Returns:
        What is wrong, in SQLite's words for the log, or None.

    Raises:
        Trouble: when it cannot be read at all.
    """
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    try:
        connection.execute("PRAGMA query_only = 1")
        return driver.find_damage(connection, thorough=True)
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()


def counted_tables() -> dict[Kind, str]:
    """The table in which the records of a kind are counted: that of their references, if any."""
    found: dict[Kind, str] = {}
    for table in CATALOGUE:
        kind = CATALOGUE.record(table).kind
        if kind not in _NO_RECORDS and ("ref" in table.columns or kind not in found):
            found[kind] = table.name
    return found


def _check(connection: Connection, copy: Path, *, thorough: bool) -> None:
    """See that a copy is whole; one that was cut can read well as far as it goes."""
    page = driver.whole(connection, "PRAGMA page_size")
    size = page * driver.whole(connection, "PRAGMA page_count")
    damage = driver.find_damage(connection, thorough=thorough)
    if size != copy.stat().st_size or damage is not None:
        raise Trouble("file_damaged", name=copy.name)


def _inside(connection: Connection) -> Inside:
    rows = driver.count_rows(connection)
    counts = {kind: rows[name] for kind, name in counted_tables().items() if rows.get(name)}
    facts = connection.execute("SELECT key, value FROM business_facts").fetchall()
    last = driver.one(connection, "SELECT at FROM journal ORDER BY id DESC LIMIT 1")
    return Inside(
        schema=driver.whole(connection, "PRAGMA user_version"),
        counts=counts,
        facts={str(key): str(value) for key, value in facts},
        last_change_at=Moment().out_of_file(last) if isinstance(last, str) else None,
    )
