# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting one customer, file written anew and all, against raw SQL and VACUUM alone.

Most of it is VACUUM, which both do: it writes the whole file, so that nothing is left in its gaps.
"""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from servicedesk.domain.forgetting import Erasing, ErasureWhy
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import open_services
from servicedesk.store.opening import open_file
from servicedesk.store.search_index import row_of
from tests.benchmarks import bare_file
from tests.benchmarks.desk import MOMENT, WHO, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TARGET = 2.0
_GONE = "(forgotten)"
_LEFT = (
    "SELECT name, shown_name, ask_for, remember, notes FROM customers WHERE id = ?",
    "SELECT text, notes, job_ref FROM promises WHERE customer_id = ? ORDER BY id",
    "SELECT text FROM contacts WHERE customer_id = ? ORDER BY id",
    "SELECT count(*) FROM customer_reaches WHERE customer_id = ?",
    "SELECT count(*) FROM customer_addresses WHERE customer_id = ?",
)
_BLANK = "{0} = CASE WHEN {0} = '' THEN '' ELSE '(forgotten)' END"
_PROMISE = ", ".join(_BLANK.format(name) for name in ("text", "notes", "job_ref", "condition"))
_CONTACT = _BLANK.format("text")
_DOCS = "SELECT id, title, text FROM search_docs WHERE id IN (SELECT value FROM json_each(?))"

Left = tuple[tuple[object, ...], ...]


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each number of customers."""
    for size in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), size, runs=2 if extent.is_quick or size > 20_000 else 3)


def _row(folder: Path, size: int, runs: int) -> Row:
    for name in ("ours", "bare"):
        (folder / name).mkdir()
    first, second = (shop_copy(size, folder / name) for name in ("ours", "bare"))
    file = open_file(first, backups=folder / "backups", moment=MOMENT)
    services = open_services(file, surroundings(first, FixedClock(MOMENT)))
    services.search.prepare()
    connection = bare_file.connect(second)
    our_turn, bare_turn = count(1), count(1)

    def ours() -> Left:
        number = next(our_turn)
        services.forgetting.clear(Kind.CUSTOMER, [number], Erasing.FORGET, ErasureWhy.ASKED, WHO)
        services.forgetting.tidy()
        with services.units.read() as reading:
            return tuple(
                tuple(row) for one in _LEFT for row in reading.exec_driver_sql(one, (number,))
            )

    def bare() -> Left:
        number = next(bare_turn)
        _forget(connection, number)
        return tuple(
            tuple(row) for one in _LEFT for row in connection.execute(one, (number,)).fetchall()
        )

    try:
        name = f"forget one of {size:,} customers, file written anew"
        return compare(name, ours, bare, target=TARGET, runs=runs)
    finally:
        connection.close()
        file.close()


def _forget(connection: dbapi2.Connection, number: int) -> None:
    """The same with nothing of ours; that there was no history is known beforehand."""
    rows = [row_of(Kind.CUSTOMER, number)]
    for kind, table in ((Kind.PROMISE, "promises"), (Kind.CONTACT, "contacts")):
        found = connection.execute(f"SELECT id FROM {table} WHERE customer_id = ?", (number,))
        rows += [row_of(kind, one) for (one,) in found.fetchall()]
    connection.execute("BEGIN IMMEDIATE")
    docs = connection.execute(_DOCS, (f"[{','.join(map(str, rows))}]",)).fetchall()
    for row, title, text in docs:
        connection.execute(
            "INSERT INTO search_words(search_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (row, title, text),
        )
        connection.execute(
            "INSERT INTO search_parts(search_parts, rowid, title) VALUES ('delete', ?, ?)",
            (row, title),
        )
        connection.execute("DELETE FROM search_docs WHERE id = ?", (row,))
    connection.execute(
        "UPDATE customers SET name = '', shown_name = ?, sort_key = '', ask_for = '',"
        " salutation = '', best_time = '', heard_from = '', remember = '', notes = '', own = '',"
        " archived_on = '2026-09-14' WHERE id = ?",
        (_GONE, number),
    )
    connection.execute(f"UPDATE promises SET {_PROMISE} WHERE customer_id = ?", (number,))
    connection.execute(f"UPDATE contacts SET {_CONTACT} WHERE customer_id = ?", (number,))
    connection.execute("DELETE FROM customer_reaches WHERE customer_id = ?", (number,))
    connection.execute("DELETE FROM customer_addresses WHERE customer_id = ?", (number,))
    connection.execute("DELETE FROM sqlite_stat4")
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
