# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening an up-to-date file, reading the facts of the business and closing it again."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

from servicedesk.store.facts import all_facts
from servicedesk.store.opening import open_file
from tests.benchmarks import bare_file
from tests.benchmarks.desk import MOMENT, Extent, filled_file
from tests.benchmarks.measure import Row, compare

TARGET = 8.0
"""Of our own choice: the design names none. The way of the program also looks whose file it is,
whether it was closed well, and on what kind of disk it lies, and makes two engines. All of it
takes some 3 ms, once in a start; how long a person waits is told by the launch to file opened."""


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each length of the journal."""
    for steps in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), steps, runs=50 if extent.is_quick else 200)


def _row(folder: Path, steps: int, runs: int) -> Row:
    first = filled_file(folder / "ours.servicedesk", steps)
    second = Path(copyfile(first, folder / "bare.servicedesk"))
    backups = folder / "backups"

    def ours() -> dict[str, str]:
        file = open_file(first, backups=backups, moment=MOMENT)
        with file.read() as reading:
            facts = all_facts(reading)
        file.close()
        return facts

    def bare() -> dict[str, str]:
        return bare_file.open_and_read(second)

    name = f"open an up-to-date file, read, close; {steps:,} journal rows"
    return compare(name, ours, bare, target=TARGET, runs=runs)
