# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups of random files put back and compared row by row; bad ones and damaged files refused.

Demand 3 (backups that can be put back) and the figures of backups and of damaged starts.
"""

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.attachments import attach
from servicedesk.services.backup import Backups
from servicedesk.services.backup_newest import newest_good
from servicedesk.services.backup_restore import put_back
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.backup import sum_file
from servicedesk.store.calendars import closures
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file, open_file
from tests.faults.counting import note, trials
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NOW, Desk, NoSteps, desk_of
from tests.store.files import new_file

KEY = "0123456789abcdef" * 6
OTHER_KEY = "fedcba9876543210" * 6
SIGNS = "abc ÄßØ 日本 😀 'quote\" <b>=1+1\n\t"
PAGE = 4096

Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path, key: str | None) -> Dump:
    """Every row of every table, by a connection of its own."""
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    found = {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for name in driver.table_names(connection)
    }
    connection.close()
    return found


def write_anything(shop: Desk, chance: random.Random) -> None:
    """Steps that nobody thought of: facts, closures and attached files of any size."""
    for number in range(chance.randint(1, 12)):
        said = "".join(chance.choices(SIGNS, k=chance.randint(1, 400)))
        with shop.units.change("anything", "Ruth") as unit:
            unit.insert(business_facts, {"key": f"fact{chance.random()}", "value": said})
            day = date(2026, 1, 1) + timedelta(days=chance.randint(0, 900))
            unit.insert(closures, {"first": day, "last": day, "reason": f"{number} {said}"})
            if chance.random() < 0.3:
                content = BytesIO(chance.randbytes(chance.choice((1, 5000, (1 << 20) + 1))))
                attach(unit, content, name=said[:40], media_type="text/plain")


def keyed(file: DeskFile, key: str | None) -> Desk:
    """The backups of an open file that may have a password."""
    clock = FixedClock(NOW)
    around = surroundings(file.path, clock, key=key)
    around.keys.learn(key)
    units = Units(file, clock)
    backups = Backups(file, units, around)
    return Desk(file=file, units=units, around=around, backups=backups, clock=clock)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("durability", list(Durability))
def test_demand_3_every_backup_comes_back_row_by_row(
    tmp_path: Path, key: str | None, durability: Durability
) -> None:
    times = trials(2, 50)
    for seed in range(times):
        chance = random.Random(f"{seed} {key} {durability}")
        home = tmp_path / str(seed)
        home.mkdir()
        path = home / "servicedesk.db"
        create_file(path, key=key)
        file = open_file(path, backups=home / "backups", moment=NOW, key=key, durability=durability)
        shop = keyed(file, key)
        write_anything(shop, chance)
        card = shop.backups.back_up(BackupReason.BUTTON, NoSteps())
        wanted = dump(path, key)
        write_anything(shop, chance)
        file.close()
        assert dump(path, key) != wanted
        put_back(Path(card.path), shop.around)
        assert dump(path, key) == wanted
        shutil.rmtree(home)
    kind = "plain" if key is None else "encrypted"
    note(f"backup put back and compared row by row, {durability}, {kind}", times)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def number(statement: str) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        connection = driver.open_bare(path, Access.READ_WRITE)
        connection.execute(statement)
        connection.close()
        sum_file(path).unlink()

    return act


def with_password(path: Path) -> None:
    path.unlink()
    create_file(path, key=OTHER_KEY)


BAD: dict[str, Callable[[Path], object]] = {
    "zero": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-PAGE]),
    "flipped": flip,
    "foreign": number("PRAGMA application_id = 1"),
    "newer": number(f"PRAGMA user_version = {SCHEMA + 1}"),
    "with another password": with_password,
    "not a database": lambda path: path.write_bytes(b"%PDF-1.7 " * 900),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "two gigabytes of nothing": lambda path: _sparse(path, 2 << 30),
}


def _sparse(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(0)
        file.truncate(size)


def backed_up(home: Path) -> tuple[Surroundings, Path]:
    """A closed file and its one backup."""
    home.mkdir()
    file = open_file(new_file(home, "servicedesk.db"), backups=home / "backups", moment=NOW)
    shop = desk_of(file, FixedClock(NOW))
    shop.say("Hollins")
    card = shop.backups.back_up(BackupReason.BUTTON, NoSteps())
    file.close()
    return shop.around, Path(card.path)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_backup_is_refused_and_the_file_keeps_every_byte(tmp_path: Path, kind: str) -> None:
    around, backup = backed_up(tmp_path / "data")
    was = around.database.read_bytes()
    BAD[kind](backup)
    with pytest.raises(Refusal):
        put_back(backup, around)
    assert around.database.read_bytes() == was
    assert not list(around.temporary.glob("*"))
    note(f"bad backup refused: {kind}", 1, reported=1)


def test_a_damaged_file_is_told_or_whole_and_its_newest_good_backup_is_named(
    tmp_path: Path,
) -> None:
    around, backup = backed_up(tmp_path / "data")
    whole = around.database.read_bytes()
    times, told = trials(12, 500), 0
    for seed in range(times):
        chance = random.Random(seed)
        content = bytearray(whole)
        way = seed % 4
        if way == 0:
            content = content[: chance.randrange(len(content))]
        elif way == 1:
            content[: 16 + chance.randrange(PAGE)] = b""
        elif way == 2:
            at = PAGE * chance.randrange(len(content) // PAGE)
            content[at : at + PAGE] = bytes(PAGE)
        else:
            content = bytearray(chance.randbytes(len(content)))
        around.database.write_bytes(content)
        marker = around.database.with_name("servicedesk.db-open")
        marker.touch()  # it was not closed well, and so it is looked through
        try:
            open_file(around.database, backups=around.backups, moment=NOW).close()
        except Trouble:
            told += 1
            assert around.database.read_bytes() == content
        good = newest_good(around)
        assert good is not None
        assert good.card.path == str(backup)
    assert told >= times * 3 // 4
    note("start with a damaged file", times, reported=told)
