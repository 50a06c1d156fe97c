# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file with a password beside the same file without: opening it, and what screens read of it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

from servicedesk.services.password import key_for
from servicedesk.services.unit import Units
from servicedesk.store.encrypting import change_password
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import all_facts
from servicedesk.store.journal import journal
from servicedesk.store.opening import open_file
from tests.benchmarks.desk import MOMENT, Extent, filled_file
from tests.benchmarks.measure import Row, Spent, Watch, compare, within
from tests.helpers.fakes import FixedClock

PASSWORD = "correct horse battery"
UNLOCK_SECONDS = 0.5
READS = 1.8
"""From the design: reading what is encrypted against reading what is not."""


def rows(extent: Extent) -> Iterator[Row]:
    """Unlocking, and three reads, for each length of the journal."""
    for steps in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield from _rows(Path(folder), steps, runs=10 if extent.is_quick else 40)


def _rows(folder: Path, steps: int, runs: int) -> Iterator[Row]:
    plain = filled_file(folder / "plain.servicedesk", steps)
    locked = Path(copyfile(plain, folder / "locked.servicedesk"))
    key = change_password(locked, None, PASSWORD)

    def unlock() -> Spent:
        watch = Watch()
        file = open_file(locked, backups=folder, moment=MOMENT, key=key_for(locked, PASSWORD))
        spent = watch.spent()
        file.close()
        return spent

    yield within(f"unlock; {steps:,} journal rows", UNLOCK_SECONDS, unlock, runs=min(runs, 10))
    ours = open_file(locked, backups=folder, moment=MOMENT, key=key)
    bare = open_file(plain, backups=folder, moment=MOMENT)
    try:
        for name, read in (("facts", _facts), ("newest history", _newest), ("history", _history)):
            yield compare(
                f"read {name}, encrypted against plain; {steps:,} journal rows",
                lambda read=read: read(ours),
                lambda read=read: read(bare),
                target=READS,
                runs=runs,
                basis="speed.md",
            )
    finally:
        ours.close()
        bare.close()


def _facts(file: DeskFile) -> object:
    with Units(file, FixedClock()).read() as reading:
        return all_facts(reading)


def _newest(file: DeskFile) -> object:
    """A page of a list, by its index."""
    with Units(file, FixedClock()).read() as reading:
        return reading.execute(journal.select().order_by(journal.c.id.desc()).limit(200)).all()


def _history(file: DeskFile) -> object:
    """Every row, as an export does."""
    with Units(file, FixedClock()).read() as reading:
        return len(reading.execute(journal.select()).all())
