# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bringing customers in from a CSV file, against ``executemany`` of the same rows.

Both begin with a file without records each time. The bare way has every row ready: those of the
tables, of the journal and of the index of the search.
"""

import csv
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from servicedesk.domain.importing import PlanChoices
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.opening import create_file, open_file
from tests.benchmarks import bare_file
from tests.benchmarks.desk import MOMENT, WHO, Extent
from tests.benchmarks.measure import OURS, Row, Spent, Timed, Watch, compare_timed
from tests.benchmarks.shops import TODAY, names_of
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TARGET = 3.0
WHOLE_TARGET = 8.0
"""Of our own choice: reading, recognising and planning come before what the design measures."""

TABLES = (
    "customers",
    "customer_reaches",
    "customer_addresses",
    "journal",
    "search_docs",
)
"""Where rows of an import end up, those that are pointed to first."""

_INDEXES = (
    "INSERT INTO search_words(rowid, title, text) "
    "SELECT id, title, text FROM search_docs WHERE id > 0",
    "INSERT INTO search_parts(rowid, title) SELECT id, title FROM search_docs WHERE id > 0",
)

Tables = dict[str, list[tuple[object, ...]]]


def rows(extent: Extent) -> Iterator[Row]:
    """Two rows for each length of the list."""
    for size in extent.lists:
        with tempfile.TemporaryDirectory() as folder:
            yield from _rows(Path(folder), size, runs=2 if extent.is_quick or size > 20_000 else 3)


def _rows(folder: Path, size: int, runs: int) -> Iterator[Row]:
    listed = _listed(folder / "list.csv", size)
    with _services(folder / "first") as services:
        _bring(services, listed)
        wanted = _tables(services)
    fresh = map("{}".format, count())

    def ours(is_whole: bool) -> tuple[Spent, int]:
        with _services(folder / next(fresh)) as services:
            spent = _bring(services, listed, is_whole=is_whole)
            return spent, sum(map(len, _tables(services).values()))

    bare: Timed[int] = partial(_bare, folder, fresh, wanted)
    ways: list[tuple[str, bool, float, str]] = [
        ("carry out a planned import", False, TARGET, "speed.md"),
        ("import, reading and planning too", True, WHOLE_TARGET, OURS),
    ]
    for name, is_whole, target, basis in ways:
        job: Callable[[], tuple[Spent, int]] = partial(ours, is_whole)
        yield compare_timed(
            f"{name}; {size:,} customers", job, bare, target=target, runs=runs, basis=basis
        )


def _listed(path: Path, size: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file)
        written.writerow(("Name", "Phone", "Address 1", "Town", "Postcode"))
        for number, name in enumerate(names_of(size), start=1):
            street = f"{number % 200 + 1} Mill Road"
            code = f"OL{number % 16 + 1} {number % 9 + 1}DY"
            written.writerow((name, f"07700 {number:06d}", street, "Bury", code))
    return path


@contextmanager
def _services(folder: Path) -> Iterator[Services]:
    """A new file without records, open."""
    folder.mkdir()
    path = folder / "shop.servicedesk"
    create_file(path)
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    services = open_services(file, surroundings(path, FixedClock(TODAY)))
    services.search.prepare()
    try:
        yield services
    finally:
        file.close()


def _bring(services: Services, path: Path, *, is_whole: bool = False) -> Spent:
    """Bring a list in; what all of it took, or carrying out the plan alone."""
    watch = Watch()
    look = services.exchange.look(path)
    plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
    watch = watch if is_whole else Watch()
    services.exchange.run(plan, Quiet(), WHO)
    return watch.spent()


def _tables(services: Services) -> Tables:
    with services.units.read() as reading:
        return {
            table: [
                tuple(row)
                for row in reading.exec_driver_sql(f"SELECT * FROM {table} WHERE id > 0").all()
            ]
            for table in TABLES
        }


def _bare(folder: Path, fresh: Iterator[str], wanted: Tables) -> tuple[Spent, int]:
    path = folder / f"{next(fresh)} bare"
    create_file(path)
    connection = bare_file.connect(path)
    watch = Watch()
    connection.execute("BEGIN IMMEDIATE")
    for table, cells in wanted.items():
        places = ", ".join("?" * len(cells[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", cells)
    for statement in _INDEXES:
        connection.execute(statement)
    connection.execute("COMMIT")
    spent = watch.spent()
    made = [
        connection.execute(f"SELECT count(*) FROM {table} WHERE id > 0").fetchone()[0]
        for table in wanted
    ]
    connection.close()
    return spent, sum(made)
