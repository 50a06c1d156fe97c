# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking customers out as CSV, against ``fetchall`` and ``csv.writer`` of the same bytes.

The limit reads everything into memory first; ours may not, which the last row shows.
"""

import csv
import tempfile
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from servicedesk.documents.tables_out import csv_pieces
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.exchange_columns import ListKind, columns_of
from servicedesk.services.unit import Reading
from servicedesk.store.exporting import columns_out, rows_out
from servicedesk.store.exporting_lists import list_rows, parts_of
from servicedesk.store.opening import create_file, open_file
from tests.benchmarks import bare_file
from tests.benchmarks.desk import MOMENT, SMALLEST, Extent
from tests.benchmarks.measure import OURS, Row, compare, memory_row
from tests.benchmarks.shops import names_of

TARGET = 2.0
LIST_TARGET = 3.0
"""Of our own choice: phones and addresses stand in tables of their own."""

FLAT = 1.5
"""Times the memory of a file with a thousand customers; of our own choice."""

_CUSTOMER = (
    "INSERT INTO customers (ref, name, shown_name, sort_key, is_organisation, ask_for, salutation,"
    " status, is_consumer, best_time, heard_from, remember, notes, own, added_on)"
    " VALUES (?, ?, ?, ?, 0, '', ?, 'customer', 1, '', '', '', ?, '', '2026-01-02')"
)
_LIST = (
    "SELECT id, ref, name, CASE is_organisation WHEN 1 THEN 'yes' ELSE 'no' END, ask_for,"
    " salutation, sort_key, replace(status, '_', ' '),"
    " CASE is_consumer WHEN 1 THEN 'yes' ELSE 'no' END, prefers, best_time, '', heard_from,"
    " remember, notes, first_visit_on, last_visit_on, added_on, archived_on, ''"
    " FROM customers WHERE binned_at IS NULL AND merged_into_id IS NULL ORDER BY id"
)


def rows(extent: Extent) -> Iterator[Row]:
    """Three rows for each length of the list."""
    for size in extent.lists:
        with tempfile.TemporaryDirectory() as folder:
            yield from _rows(Path(folder), size, runs=2 if extent.is_quick else 5)


def _rows(folder: Path, size: int, runs: int) -> Iterator[Row]:
    path = _filled(folder / "shop.servicedesk", size)
    small = _filled(folder / "small.servicedesk", min(size, SMALLEST))
    bare = bare_file.connect(path)
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    target = folder / "out.csv"
    try:
        with file.read() as reading:
            yield compare(
                f"a table as CSV; {size:,} customers",
                lambda: _written(target, lambda: _table(reading)),
                lambda: _bare_table(bare, target),
                target=TARGET,
                runs=runs,
                basis="speed.md",
            )
            yield compare(
                f"the list of customers as CSV; {size:,} customers",
                lambda: _written(target, lambda: _list(reading)),
                lambda: _bare_list(bare, target),
                target=LIST_TARGET,
                runs=runs,
                basis=OURS,
            )
            large = _peak(target, reading)
    finally:
        file.close()
        bare.close()
    file = open_file(small, backups=folder / "backups", moment=MOMENT)
    try:
        with file.read() as reading:
            little = _peak(target, reading)
    finally:
        file.close()
    name = f"memory of that list; {size:,} customers, against {min(size, SMALLEST):,}"
    yield memory_row(name, [large], [little], target=FLAT, basis=OURS)


def _filled(path: Path, size: int) -> Path:
    create_file(path)
    connection = bare_file.connect(path)
    connection.execute("BEGIN IMMEDIATE")
    people = enumerate(names_of(size), start=1)
    connection.executemany(
        _CUSTOMER,
        [
            (f"K-{n:04d}", name, name, name.lower(), name, f"a line about number {n}")
            for n, name in people
        ],
    )
    numbers = range(1, size + 1)
    connection.executemany(
        "INSERT INTO customer_reaches (customer_id, position, kind, shown, normal, label)"
        " VALUES (?, 0, 'phone', ?, ?, '')",
        [(n, f"07700 {n:06d}", f"447700{n:06d}") for n in numbers],
    )
    connection.executemany(
        "INSERT INTO customer_addresses (customer_id, position, lines, postcode, normal, label)"
        " VALUES (?, 0, ?, 'OL1 1AA', 'ol11aa', '')",
        [(n, f"{n % 200 + 1} Mill Road\nBury") for n in numbers],
    )
    connection.execute("COMMIT")
    connection.close()
    return path


def _table(reading: Reading) -> Iterator[bytes]:
    return csv_pieces(columns_out("customers"), rows_out(reading, "customers"))


def _list(reading: Reading) -> Iterator[bytes]:
    parts = parts_of(reading, ListKind.CUSTOMERS)
    head = [heading for _, heading in columns_of(ListKind.CUSTOMERS, parts)]
    return csv_pieces(head, list_rows(reading, ListKind.CUSTOMERS, parts, LONDON))


def _written(target: Path, pieces: Callable[[], Iterator[bytes]]) -> str:
    with target.open("wb") as file:
        for piece in pieces():
            file.write(piece)
    return sha256(target.read_bytes()).hexdigest()


def _bare_table(bare: bare_file.dbapi2.Connection, target: Path) -> str:
    found = bare.execute("SELECT * FROM customers ORDER BY id")
    return _bare_written(target, [one[0] for one in found.description], found.fetchall())


def _bare_list(bare: bare_file.dbapi2.Connection, target: Path) -> str:
    phones: dict[int, list[str]] = defaultdict(list)
    for number, label, shown in bare.execute(
        "SELECT customer_id, label, shown FROM customer_reaches ORDER BY customer_id, position"
    ).fetchall():
        phones[number] += (label, shown)
    addresses: dict[int, list[str]] = defaultdict(list)
    for number, *cells in bare.execute(
        "SELECT customer_id, label, lines, postcode FROM customer_addresses"
        " ORDER BY customer_id, position"
    ).fetchall():
        addresses[number] += cells
    lines = [
        (*row[1:], *phones[row[0]], "", "", *addresses[row[0]])
        for row in bare.execute(_LIST).fetchall()
    ]
    return _bare_written(target, [one for _, one in columns_of(ListKind.CUSTOMERS)], lines)


def _bare_written(target: Path, head: list[str], lines: list[tuple[object, ...]]) -> str:
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(lines)
    return sha256(target.read_bytes()).hexdigest()


def _peak(target: Path, reading: Reading) -> int:
    """KiB that Python held at most while the list was written."""
    tracemalloc.start()
    with target.open("wb") as file:
        for piece in _list(reading):
            file.write(piece)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak // 1024
