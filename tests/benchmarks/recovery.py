# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The newest good backup of a damaged file, found and counted, against five seconds.

Three newer ones are bad; the page itself stands before the looking begins.
"""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from servicedesk.domain.backups import BackupReason
from servicedesk.services.backup_newest import newest_good
from servicedesk.services.backup_shelf import Shelf
from servicedesk.store import driver
from servicedesk.store.backup import write_backup
from servicedesk.store.backup_contents import counted_tables
from servicedesk.store.disk import sha256_of
from servicedesk.store.driver import Access
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TARGET = 6.0
"""Times the reading of one backup: three bad ones are read before it. Five seconds is the law."""

_BAD = 3


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each size of the shop."""
    for size in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), size, runs=3)


def _row(folder: Path, size: int, runs: int) -> Row:
    shop = shop_copy(size, folder)
    around = surroundings(shop, FixedClock(MOMENT))
    around.backups.mkdir()
    shelf = Shelf(around.backups, shop)
    best = shelf.new_path(MOMENT, BackupReason.EXIT)
    write_backup(shop, best)
    for number in range(1, _BAD + 1):
        bad = shelf.new_path(MOMENT + timedelta(hours=number), BackupReason.EXIT)
        write_backup(shop, bad)
        with bad.open("r+b") as file:
            file.seek(-100, 2)
            file.write(b"x" * 100)

    def ours() -> tuple[str, dict[str, int]]:
        good = newest_good(around)
        assert good is not None
        assert good.counts is not None
        return good.card.name, {kind.value: count for kind, count in good.counts.items()}

    def bare() -> tuple[str, dict[str, int]]:
        sha256_of(best)
        connection = driver.open_bare(best, Access.READ_ONLY)
        rows = driver.count_rows(connection)
        connection.close()
        counts = {kind.value: rows[name] for kind, name in counted_tables().items()}
        return best.name, {kind: count for kind, count in counts.items() if count}

    name = f"newest good backup after three bad ones, {size:,} customers"
    return compare(name, ours, bare, target=TARGET, runs=runs)
