# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Saving one change with its history, against raw SQL that leaves the same rows."""

import json
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shutil import copyfile

from sqlcipher3 import dbapi2

from servicedesk.services.unit import Units
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from servicedesk.store.opening import open_file
from tests.benchmarks import bare_file
from tests.benchmarks.desk import FACT, MOMENT, WHO, Extent, contents, filled_file
from tests.benchmarks.measure import Row, compare
from tests.helpers.fakes import FixedClock

TARGET = 5.0


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each length of the journal."""
    for steps in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), steps, runs=100 if extent.is_quick else 500)


def _row(folder: Path, steps: int, runs: int) -> Row:
    first = filled_file(folder / "ours.servicedesk", steps)
    second = Path(copyfile(first, folder / "bare.servicedesk"))
    file = open_file(first, backups=folder / "backups", moment=MOMENT)
    connection = bare_file.connect(second)
    try:
        assert_same_settings(file, connection)
        name = f"save one change + history, commit; {steps:,} journal rows"
        row = _measured(name, file, connection, steps, runs)
    finally:
        connection.close()
        file.close()
    if contents(first) != contents(second):
        raise AssertionError("ours and bare did not leave the same rows")
    return row


def _measured(
    name: str, file: DeskFile, connection: dbapi2.Connection, steps: int, runs: int
) -> Row:
    units = Units(file, FixedClock(MOMENT))
    ours_values = map("value {}".format, count())
    prepared = _prepared(steps, runs + 1)

    def ours() -> None:
        with units.change("rename", WHO) as unit:
            unit.update(business_facts, FACT, {"value": next(ours_values)})

    def bare() -> None:
        bare_file.save(connection, *next(prepared))

    return compare(name, ours, bare, target=TARGET, runs=runs, basis="speed.md")


def _prepared(
    steps: int, runs: int
) -> Iterator[tuple[tuple[str, int], tuple[int, str, str, str, int, str, str]]]:
    """What the bare way writes, made before the first run."""
    at = MOMENT.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    values = ["before", *(f"value {number}" for number in range(runs))]
    images = [
        json.dumps({"id": FACT, "key": "name", "value": value}, separators=(",", ":"))
        for value in values
    ]
    made = [
        ((values[n + 1], FACT), (steps + 1 + n, "rename", WHO, at, FACT, images[n], images[n + 1]))
        for n in range(runs)
    ]
    return iter(made)


def assert_same_settings(file: DeskFile, connection: dbapi2.Connection) -> None:
    """See that both connections write with the same care.

    Raises:
        AssertionError: when a setting differs.
    """
    with file.change() as session:
        for name in bare_file.SETTINGS:
            ours = session.exec_driver_sql(f"PRAGMA {name}").scalar()
            bare = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if ours != bare:
                raise AssertionError(f"{name}: ours is set to {ours}, bare to {bare}")
