# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reading what is left in a damaged file, table by table, stepping over what cannot be read.

It is only ever given a private copy: reading on past damage is nothing to do to somebody's file.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver
from servicedesk.store.driver import Access, Connection
from servicedesk.store.faults import disk_trouble
from servicedesk.store.types import Stored

_LEAST, _MOST = -(2**63), 2**63 - 1
"""Of the numbers that SQLite gives to rows."""

_AT_ONCE = 200

_STRIDE = 8
"""By which part the steps over damage grow: small, so as not to leap over what is good again."""

_DERIVED = "search_"
"""Tables of the search are made from the others and hold nothing of their own."""

_LARGEST_PAGE = 1 << 16
_BIG_PAGE = 1
"""How a head says 65,536, which has no room in two bytes."""

_PAGE_SIZE, _PAGES = slice(16, 18), slice(28, 32)
_CHANGES, _PAGES_HOLD_FOR = slice(24, 28), slice(92, 96)
"""Where the first page says how large a page is and how many there are, and since which change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Rows of a table that cannot be read.

    Args:
        after: number of the last row before them; None when the table begins with them.
        before: number of the first row after them; None when the table ends with them.
    """

    after: int | None
    before: int | None


@dataclass(slots=True, kw_only=True)
class LeftTable:
    """One table, as far as it can be read.

    Args:
        name: of the table.
        columns: their names, in order.
        saved: how many rows were read so far.
        gaps: what could not be read so far.
    """

    name: str
    columns: tuple[str, ...]
    saved: int = 0
    gaps: list[Gap] = field(default_factory=list)


def open_left(copy: Path, donor: Path | None = None, key: str | None = None) -> Connection:
    """Open a private copy of a damaged file, with the first page of a good backup if need be.

    The first page says where each table begins. All backups of a file say the same, so that the
    page of one of them opens a file that has lost its own.

    Args:
        copy: is written to.
        donor: a good backup of the same file, or None.
        key: raw with its salt, or None for a plain file.

    Raises:
        Trouble: ``nothing_readable``.
    """
    for is_last in (donor is None, True):
        connection = driver.open_bare(copy, Access.READ_WRITE, key)
        try:
            connection.execute("PRAGMA trusted_schema = 0")
            connection.execute("PRAGMA writable_schema = 1")  # a table that is lost hides no other
            if left_tables(connection):
                return connection
        except driver.MODULE.Error:
            pass
        connection.close()
        if is_last or donor is None:
            break
        _graft(copy, donor)
    raise Trouble("nothing_readable", name=copy.name)


def left_tables(connection: Connection) -> tuple[LeftTable, ...]:
    """The tables that a file says it has, in order of name, without those of the search."""
    names = driver.table_names(connection)
    return tuple(
        LeftTable(name=name, columns=_columns(connection, name))
        for name in names
        if not name.startswith(_DERIVED)
    )


def rows_left(connection: Connection, table: LeftTable) -> Iterator[tuple[Stored, ...]]:
    """Every row that can be read, in order of number; what cannot is noted in ``table``.

    Args:
        connection: to a private copy.
        table: counts what is read, and notes each gap.
    """
    at: int = _LEAST
    while True:
        try:
            rows = _after(connection, table, at, _AT_ONCE)
        except driver.MODULE.Error:
            rows = yield from _one_by_one(connection, table, at)
        if not rows:
            return
        for row in rows:
            table.saved += 1
            yield row[1:]
        at = _number(rows[-1])


Row = tuple[Stored, ...]


def _one_by_one(
    connection: Connection, table: LeftTable, at: int
) -> Generator[Row, None, list[Row]]:
    """Go on to the damage row by row, then step over it.

    Returns:
        The first row after it, alone; none when there is none.
    """
    while True:
        try:
            rows = _after(connection, table, at, 1)
        except driver.MODULE.Error:
            break
        if not rows:
            return []
        table.saved += 1
        yield rows[0][1:]
        at = _number(rows[0])
    found = _over(connection, table, at)
    table.gaps.append(
        Gap(
            after=None if at == _LEAST else at,
            before=None if found is None else _number(found),
        )
    )
    return [] if found is None else [found]


def _over(connection: Connection, table: LeftTable, at: int) -> tuple[Stored, ...] | None:
    """The first row that can be read after a row behind which nothing can."""
    bad, start, step = at, max(at, 0), 1  # we give rows no number below 0
    while not _can_read(connection, table, good := start + step):
        bad = good
        step += step // _STRIDE + 1
        if start + step >= _MOST:
            return None
    while good - bad > 1:
        middle = (bad + good) // 2
        if _can_read(connection, table, middle):
            good = middle
        else:
            bad = middle
    rows = _after(connection, table, good, 1)
    return rows[0] if rows else None


def _can_read(connection: Connection, table: LeftTable, at: int) -> bool:
    try:
        _after(connection, table, at, 1)
    except driver.MODULE.Error:
        return False
    return True


def _after(
    connection: Connection, table: LeftTable, at: int, most: int
) -> list[tuple[Stored, ...]]:
    columns = ", ".join(f'"{name}"' for name in table.columns)
    return connection.execute(
        f'SELECT rowid, {columns} FROM "{table.name}" WHERE rowid > ? ORDER BY rowid LIMIT ?',
        (at, most),
    ).fetchall()


def _number(row: tuple[Stored, ...]) -> int:
    number = row[0]
    assert isinstance(number, int)
    return number


def pieces_left(connection: Connection, attachment_id: int) -> Iterator[bytes]:
    """The content of a file that was attached, piece by piece, as far as it can be read."""
    number = 0
    while True:
        try:
            row = connection.execute(
                "SELECT piece FROM attachment_pieces WHERE attachment_id = ? AND number = ?",
                (attachment_id, number),
            ).fetchone()
        except driver.MODULE.Error:
            return
        if row is None or not isinstance(row[0], bytes):
            return
        yield row[0]
        number += 1


def _columns(connection: Connection, table: str) -> tuple[str, ...]:
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return tuple(str(row[1]) for row in rows)


def _graft(copy: Path, donor: Path) -> None:
    """Give a copy the first page of a good backup; its log belonged to its own."""
    try:
        disk.remove_leftovers(copy)
        with donor.open("rb") as giving, copy.open("r+b") as taking:
            page = bytearray(giving.read(_LARGEST_PAGE))
            size = int.from_bytes(page[_PAGE_SIZE], "big")
            size = _LARGEST_PAGE if size == _BIG_PAGE else size
            pages = copy.stat().st_size // max(size, 1)
            page[_PAGES] = pages.to_bytes(4, "big")
            page[_PAGES_HOLD_FOR] = page[_CHANGES]  # or the number of pages is not believed
            taking.write(page[:size])
    except OSError as error:
        raise disk_trouble(error, copy) from error
