# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The newest good backup of a damaged file: found and counted, and until the window names it.

Where it is found three newer ones are bad. The whole start, of a program that was not closed well
on a file of which a page is gone, has five seconds at 100,000 customers.
"""

import shutil
import sys
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
from servicedesk.store.disk import beside, sha256_of
from servicedesk.store.driver import Access
from servicedesk.system.paths import Places, places
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.launch import first_line
from tests.benchmarks.measure import Row, Spent, child_environment, compare, within
from tests.benchmarks.shops import shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TARGET = 6.0
"""Times the reading of one backup: three bad ones are read before it."""

ALLOWED = 5.0
"""Seconds from the start to the name of the backup."""

_BAD = 3
_PAGE = 4096


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each size of the shop."""
    for size in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), size, runs=3)
        with tempfile.TemporaryDirectory() as folder:
            yield _start_row(Path(folder), size, runs=3)


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


def _start_row(folder: Path, size: int, runs: int) -> Row:
    env = child_environment(folder)
    profile = folder / "profile"
    places = prepared(profile)
    shutil.copyfile(shop_copy(size, folder), places.database)
    shelf = Shelf(places.backups, places.database)
    best = shelf.new_path(MOMENT, BackupReason.EXIT)
    write_backup(places.database, best)
    damage(places.database)
    words = ["--offscreen", "--profile", str(profile)]
    command = [sys.executable, "-P", "-m", "tests.benchmarks.our_window", "recovered", *words]

    def start() -> Spent:
        spent, named = first_line(command, env)
        assert named == best.name, named
        return spent

    name = f"start until the backup of a damaged file is named, of 5 s allowed; {size:,} customers"
    return within(name, ALLOWED, start, runs=runs, basis="trust.md")


def prepared(profile: Path) -> Places:
    """The folders of a profile without a file."""
    found = places(profile)
    for made in (found.database.parent, found.backups):
        made.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def damage(database: Path) -> None:
    """Take a page out of a file that was not closed well, so that all before it is read."""
    pages = database.stat().st_size // _PAGE
    with database.open("r+b") as file:
        file.seek((pages * 3 // 4) * _PAGE)
        file.write(bytes(_PAGE))
    beside(database, "-open").touch(mode=0o600)
