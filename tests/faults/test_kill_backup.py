# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while backing up or putting back, at any point: the file and old backups stay good.

Demand 1 (kill at any moment) and demand 3 (backups that can be put back).
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.services.backup_restore import look_into, put_back
from servicedesk.services.backup_shelf import Shelf
from servicedesk.store import driver
from servicedesk.store.backup import write_backup
from servicedesk.store.disk import beside
from servicedesk.store.driver import Access, Durability
from servicedesk.store.facts import business_facts
from tests.faults.backer import around
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.store.files import crash, new_file, on_disk, opened

KILLS = trials(6, 1000)
"""Points at which each is killed; on request, every one of them."""

NEVER = 1_000_000
ACTS_SAID = {"back_up": "backing up", "put_back": "putting a backup back"}
THEN, NEWEST = {"name": "then"}, {"name": "newest"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def points_passed(process: subprocess.Popen[str], act: str, database: Path, point: int) -> int:
    """Have a child act and die at a point; 0 when it died, else how many points there were."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{act} {database} {old_backup(database)} {point}\n")
    heard = list(iter(process.stdout.readline, "ended\n"))
    return int(heard[0].removeprefix("done ")) if heard else 0


def old_backup(database: Path) -> Path:
    """The backup that was there before; a name without blanks, for lines are cut at them."""
    return database.parent / "backups" / "2026-11-23-141000-exit.db"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a file that was not closed well, its log, and one backup of how it was."""
    home = tmp_path / "made" / "data"
    home.mkdir(parents=True)
    path = new_file(home, "servicedesk.db")
    (home / "backups").mkdir()
    (tmp_path / "made" / "BACKUP").mkdir()
    with opened(path, Durability.WAL_FULL) as file:
        with file.change() as session:
            session.execute(business_facts.insert(), {"key": "name", "value": "then"})
        write_backup(path, old_backup(path))
        with file.change() as session:
            session.execute(business_facts.update().values(value="newest"))
        left = crash(file)
    for found in left.parent.iterdir():
        shutil.copy(found, home / found.name)
    shutil.rmtree(left.parent)
    assert beside(path, "-wal").stat().st_size > 0
    return tmp_path / "made"


def copied(shop: Path, number: int) -> Path:
    """The file of a fresh copy of the shop."""
    return Path(shutil.copytree(shop, shop.with_name(f"copy{number}"))) / "data" / "servicedesk.db"


def content(database: Path) -> dict[str, str]:
    """What the file holds, after seeing that it is whole."""
    connection = driver.open_bare(database, Access.READ_WRITE)
    assert driver.find_damage(connection, thorough=True) is None
    connection.close()
    return on_disk(database)


def assert_backups_good(database: Path) -> None:
    """Every file that bears a backup's name can be put back, the old one too."""
    made = around(database)
    cards = Shelf(made.backups, database).cards()
    assert any(card.name.startswith("2026-11-23") for card in cards)
    for folder in (made.backups, database.parent.parent / "BACKUP"):
        for card in Shelf(folder, database).cards():
            look_into(Path(card.path), made)


@pytest.mark.parametrize("act", ["back_up", "put_back"])
def test_demand_3_the_file_and_the_old_backups_stay_good_wherever_it_is_killed(
    shop: Path, act: str
) -> None:
    found = set()
    with forking("tests.faults.backer") as process:
        total = points_passed(process, act, copied(shop, 0), NEVER)
        assert total > 20
        kills = min(KILLS, total)
        for point in sorted({1 + (total - 1) * kill // (kills - 1) for kill in range(kills)}):
            database = copied(shop, point)
            assert points_passed(process, act, database, point) == 0
            assert_backups_good(database)
            now = content(database)
            assert now in (NEWEST, THEN)
            found.add(now["name"])
            put_back(old_backup(database), around(database))
            assert content(database) == THEN
            assert not list(database.parent.glob("*.before*"))
            shutil.rmtree(database.parent.parent)
    assert found == ({"newest", "then"} if act == "put_back" else {"newest"})
    note(f"kill -9 while {ACTS_SAID[act]}", kills)
