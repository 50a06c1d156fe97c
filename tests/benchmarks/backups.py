# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backing up and putting back, against SQLite's own backup of the same file and no more."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from servicedesk.services.backup_restore import put_back
from servicedesk.store import driver
from servicedesk.store.backup import write_backup
from servicedesk.store.disk import sync_file
from servicedesk.store.driver import Access
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

PLAIN, CHECKED = 1.2, 1.8
RESTORED = 6.0
"""Of our own choice: what is put back is copied three times and read through three times."""


def rows(extent: Extent) -> Iterator[Row]:
    """Three rows for each size of the shop."""
    for size in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield from _rows(Path(folder), size, runs=3 if extent.is_quick else 5)


def _rows(folder: Path, size: int, runs: int) -> Iterator[Row]:
    shop = shop_copy(size, folder)
    ours, bare = folder / "ours.db", folder / "bare.db"

    def back_up() -> dict[str, int]:
        return write_backup(shop, ours).rows

    def copy() -> dict[str, int]:
        return _copied(shop, bare)

    def copy_and_check() -> dict[str, int]:
        rows = _copied(shop, bare)
        connection = driver.open_bare(bare, Access.READ_ONLY)
        assert driver.find_damage(connection) is None
        connection.close()
        return rows

    name = f"backup of {size:,} customers"
    yield compare(
        f"{name}: proven and signed, against a copy", back_up, copy,
        target=CHECKED, runs=runs, basis="speed.md",
    )  # fmt: skip
    yield compare(
        f"{name}: proven and signed, against a copy that is checked", back_up, copy_and_check,
        target=PLAIN, runs=runs, basis="speed.md",
    )  # fmt: skip
    around = surroundings(folder / "there" / "servicedesk.db", FixedClock(MOMENT))
    around.database.parent.mkdir()

    def restore() -> dict[str, int]:
        around.database.unlink(missing_ok=True)
        put_back(ours, around)
        return _counts(around.database)

    yield compare(
        f"restore of {size:,} customers: looked into, put back and checked, against a copy",
        restore, lambda: _copied(ours, bare), target=RESTORED, runs=runs,
    )  # fmt: skip


def _copied(source: Path, target: Path) -> dict[str, int]:
    """SQLite's own backup, seen onto the disk."""
    target.unlink(missing_ok=True)
    target.touch()
    first = driver.open_bare(source, Access.READ_WRITE)
    second = driver.open_bare(target, Access.READ_WRITE)
    driver.copy_whole(first, second)
    second.close()
    first.close()
    sync_file(target)
    return _counts(target)


def _counts(path: Path) -> dict[str, int]:
    connection = driver.open_bare(path, Access.READ_ONLY)
    try:
        return driver.count_rows(connection)
    finally:
        connection.close()
