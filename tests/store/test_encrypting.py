# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A password set, changed and removed: all is there before and after, or nothing has happened."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, encrypting, keys
from servicedesk.store.driver import Access, Durability
from servicedesk.store.encrypting import change_key, change_password, clear_unfinished
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import look_at, open_file
from tests.store.files import MOMENT, add, folder_bytes, new_file, small_disk

MARK = "Bridget O'Canary"


class Asked(Exception):
    """Somebody asked to stop."""


class Stopping:
    """Somebody who asks to stop after so many looks."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.told: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Asked


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "ROUNDS", 2)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A file with something in it, closed."""
    path = new_file(tmp_path)
    file = open_file(path, backups=tmp_path, moment=MOMENT)
    with file.change() as session:
        add(session, "name", MARK)
    file.close()
    return path


def dump(path: Path, key: str | None) -> list[object]:
    """Everything in a file, with what says whose it is."""
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    found: list[object] = [
        connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall(),
        driver.whole(connection, "PRAGMA application_id"),
        driver.whole(connection, "PRAGMA user_version"),
    ]
    found += [
        (name, connection.execute(f'SELECT * FROM "{name}"').fetchall())
        for name in driver.table_names(connection)
    ]
    connection.close()
    return found


def test_a_password_is_set_changed_and_removed_and_every_row_stays(shop: Path) -> None:
    before = dump(shop, None)
    first = change_password(shop, None, "correct horse")
    assert first is not None
    assert keys.key_of(shop, "correct horse") == first
    assert MARK.encode() not in shop.read_bytes()
    assert dump(shop, first) == before
    second = change_password(shop, first, "battery staple")
    assert second is not None
    assert second[64:] != first[64:]
    assert dump(shop, second) == before
    with pytest.raises(Trouble) as caught:
        look_at(shop, keys.key_of(shop, "correct horse"))
    assert caught.value.code == "password_wrong"
    assert change_password(shop, second, None) is None
    assert dump(shop, None) == before
    assert sorted(folder_bytes(shop.parent)) == [shop.name]
    assert shop.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("durability", list(Durability))
def test_what_waits_in_the_log_comes_with_it(shop: Path, durability: Durability) -> None:
    file = open_file(shop, backups=shop.parent, moment=MOMENT, durability=durability)
    with file.change() as session:
        add(session, "late", "saved last")
    left = shop.parent / "left"
    left.mkdir()
    for found in shop.parent.glob(f"{shop.name}*"):
        (left / found.name).write_bytes(found.read_bytes())
    file.close()
    key = change_password(left / shop.name, None, "correct horse")
    assert ("late", "saved last") in _facts(left / shop.name, key)
    assert look_at(left / shop.name, key).schema == SCHEMA


def _facts(path: Path, key: str | None) -> list[object]:
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    rows = connection.execute("SELECT key, value FROM business_facts").fetchall()
    connection.close()
    return list(rows)


def test_a_key_that_is_known_is_given_to_a_backup(shop: Path) -> None:
    key = keys.new_key("correct horse")
    before = dump(shop, None)
    change_key(shop, None, key)
    assert keys.key_of(shop, "correct horse") == key
    assert dump(shop, key) == before


def test_with_the_wrong_key_nothing_is_written(shop: Path) -> None:
    change_password(shop, None, "correct horse")
    before = folder_bytes(shop.parent)
    with pytest.raises(Trouble):
        change_password(shop, "ab" * 48, "battery staple")
    assert folder_bytes(shop.parent) == before


@pytest.mark.parametrize("after", [0, 1, 2])
def test_whoever_stops_it_has_the_old_file(
    shop: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encrypting, "_EVERY", 500)
    before = dump(shop, None)
    steps = Stopping(after)
    with pytest.raises(Asked):
        change_password(shop, None, "correct horse", steps)
    assert dump(shop, None) == before
    assert sorted(folder_bytes(shop.parent)) == [shop.name]
    assert all(0 <= done < total for done, total in steps.told)
    assert steps.told


def test_a_file_that_somebody_reads_is_busy_and_stays(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_file(shop, backups=shop.parent, moment=MOMENT)
    with file.change() as session:
        add(session, "other", "x")
    with file.read() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM business_facts").fetchall()
        monkeypatch.setattr(driver, "BUSY_MS", 0)
        with pytest.raises(Trouble) as caught:
            change_password(shop, None, "correct horse")
    assert caught.value.code == "file_busy"
    file.close()
    assert keys.is_plain(shop)


def no_space(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space")


def lies(*_: object) -> bool:
    return False


def breaks(*_: object) -> bool:
    raise driver.MODULE.DatabaseError("malformed")


@pytest.mark.parametrize(
    ("where", "what", "code"),
    [
        ("disk.sync_file", no_space, "disk_full"),
        ("_is_right", lies, "rekeying_unproven"),
        ("_is_right", breaks, "rekeying_unproven"),
    ],
)
def test_a_copy_that_does_not_come_out_right_is_thrown_away(
    shop: Path, monkeypatch: pytest.MonkeyPatch, where: str, what: Callable[..., object], code: str
) -> None:
    before = dump(shop, None)
    monkeypatch.setattr(f"servicedesk.store.encrypting.{where}", what)
    with pytest.raises(Trouble) as caught:
        change_password(shop, None, "correct horse")
    assert caught.value.code == code
    assert dump(shop, None) == before
    assert sorted(folder_bytes(shop.parent)) == [shop.name]


def test_a_copy_that_opens_with_no_other_key_than_its_own_is_not_proven(shop: Path) -> None:
    with pytest.raises(Trouble) as caught:
        change_key(shop, None, "ab" * 48, proof=lambda _part: "cd" * 48)
    assert caught.value.code == "rekeying_unproven"
    assert keys.is_plain(shop)


def test_rows_that_are_lost_on_the_way_are_noticed(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = driver.count_rows

    def miscount(connection: driver.Connection, inside: str = "main") -> dict[str, int]:
        rows = counted(connection, inside)
        return rows if inside == "main" else {**rows, "people": 99}

    monkeypatch.setattr(driver, "count_rows", miscount)
    with pytest.raises(Trouble) as caught:
        change_password(shop, None, "correct horse")
    assert caught.value.code == "rekeying_unproven"
    assert keys.is_plain(shop)


def test_words_that_fit_no_record_are_noticed(shop: Path) -> None:
    connection = driver.open_bare(shop, Access.READ_WRITE)
    connection.execute("INSERT INTO search_words (rowid, title, text) VALUES (77, 'a', 'b')")
    connection.close()
    with pytest.raises(Trouble) as caught:
        change_password(shop, None, "correct horse")
    assert caught.value.code == "rekeying_unproven"
    assert keys.is_plain(shop)


def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        path = new_file(disk)
        before = dump(path, None)
        with pytest.raises(Trouble) as caught:
            change_password(path, None, "correct horse")
        assert caught.value.code == "disk_full"
        assert caught.value.params["name"] == path.name
        assert dump(path, None) == before


def test_what_a_killed_change_left_is_removed(shop: Path) -> None:
    part = shop.with_name(f"{shop.name}.part")
    for left in (part, part.with_name(f"{part.name}-journal")):
        left.write_bytes(b"half")
    clear_unfinished(shop)
    assert sorted(folder_bytes(shop.parent)) == [shop.name]
