# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups: what bears a backup's name has been read back and found right."""

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import backup, disk, driver
from servicedesk.store.backup import Backup, put_back, sum_file, write_backup
from servicedesk.store.driver import Access, Connection, Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import all_facts, business_facts
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file, look_at
from tests.store.files import folder_bytes, make_read_only, new_file, opened, small_disk

KEY = "0123456789abcdef" * 6


def add(file: DeskFile, key: str) -> None:
    with file.change() as session:
        session.execute(business_facts.insert(), {"key": key, "value": "x" * 5000})


@pytest.fixture
def target(path: Path) -> Path:
    folder = path.parent / "backups"
    folder.mkdir()
    return folder / "monday.servicedesk"


@pytest.mark.parametrize("durability", list(Durability))
def test_a_backup_of_an_open_file_is_one_proven_file(
    path: Path, target: Path, durability: Durability
) -> None:
    with opened(path, durability) as file:
        add(file, "name")
        made = write_backup(path, target)
        add(file, "later")
    assert made == Backup(
        path=target,
        sha256=sha256(target.read_bytes()).hexdigest(),
        size=target.stat().st_size,
        schema=SCHEMA,
        rows={**made.rows, "business_facts": 1, "journal": 0},
    )
    assert set(folder_bytes(target.parent)) == {target.name, sum_file(target).name}
    assert sum_file(target).read_text() == f"{made.sha256}  {target.name}\n"
    assert target.read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode: one file by itself
    assert target.stat().st_mode & 0o777 == 0o600
    assert sum_file(target).stat().st_mode & 0o777 == 0o600
    with opened(target) as copy, copy.read() as reading:
        assert list(all_facts(reading)) == ["name"]


def test_a_backup_can_be_made_while_a_change_is_open(path: Path, target: Path) -> None:
    with opened(path, Durability.WAL_FULL) as file:
        add(file, "name")
        with file.change() as session:
            session.execute(business_facts.insert(), {"key": "half", "value": "done"})
            write_backup(path, target)
    with opened(target) as copy, copy.read() as reading:
        assert list(all_facts(reading)) == ["name"]


def test_a_backup_is_of_one_moment_whatever_is_saved_meanwhile(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path, Durability.WAL_FULL) as file:
        real = driver.copy_whole

        def save_first(source: Connection, copy: Connection) -> None:
            add(file, "meanwhile")
            real(source, copy)

        monkeypatch.setattr(driver, "copy_whole", save_first)
        made = write_backup(path, target)
    assert made.rows["business_facts"] == 0


def test_making_a_backup_writes_nothing_to_its_file(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddle(source: Connection, copy: Connection) -> None:
        source.execute("DELETE FROM drafts")

    monkeypatch.setattr(driver, "copy_whole", meddle)
    with pytest.raises(Trouble) as caught:
        write_backup(path, target)
    assert caught.value.code == "file_read_only"


@pytest.mark.parametrize("act", [write_backup, put_back])
def test_a_copy_gets_its_name_when_all_of_it_is_on_the_disk(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path, Path], object]
) -> None:
    done: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def note_sync(number: int) -> None:
        found = os.fstat(number)
        kind = "folder" if stat.S_ISDIR(found.st_mode) else f"file of {found.st_size}"
        done.append(f"sync {kind}")
        real_sync(number)

    def note_name(self: Path, name: Path) -> Path:
        done.append("name")
        return real_replace(self, name)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_name)
    act(path, target)
    whole = f"sync file of {target.stat().st_size}"
    if act is write_backup:
        signed = f"sync file of {sum_file(target).stat().st_size}"
        assert done == [whole, signed, "sync folder", "name", "sync folder"]
    else:
        assert done == [whole, "name", "sync folder"]


def test_a_copy_that_cannot_get_its_name_leaves_nothing(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, name: Path) -> None:
        raise OSError(13, "permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Trouble) as caught:
        write_backup(path, target)
    assert caught.value.code == "file_read_only"
    assert folder_bytes(target.parent) == {}
    target.write_bytes(b"an earlier one")
    sum_file(target).write_bytes(b"its sum")
    with pytest.raises(Trouble):
        write_backup(path, target)
    assert folder_bytes(target.parent) == {target.name: b"an earlier one"}


def test_what_a_killed_backup_left_is_cleared_by_the_next(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup._copy

    def copy(source: Path, part: Path, *rest: Path | str | None) -> dict[str, int]:
        assert set(folder_bytes(target.parent)) == {part.name}  # before SQLite could believe it
        assert part.stat().st_size == 0
        return real(source, part, *rest)

    monkeypatch.setattr(backup, "_copy", copy)
    part = target.with_name(f"{path.name}.part")
    for ending in ("", *disk.LEFTOVERS):
        disk.beside(part, ending).write_bytes(b"half" * 5000)
    write_backup(path, target)
    assert set(folder_bytes(target.parent)) == {target.name, sum_file(target).name}


@pytest.mark.parametrize("kib", [16, 100, 108, 116, 124])
def test_a_disk_without_room_gets_no_backup(path: Path, kib: int) -> None:
    with opened(path, Durability.WAL_FULL):
        pass  # its copy is in WAL mode too at first, and needs a little more than its size
    with small_disk(path.parent / "disk", kib) as small:
        with pytest.raises(Trouble) as caught:
            write_backup(path, small / "monday.servicedesk")
        assert caught.value.code == "disk_full"
        assert caught.value.params["name"] == "monday.servicedesk"
        assert list(small.iterdir()) == []


def test_a_disk_that_may_only_be_read_gets_no_backup_and_gives_one(
    path: Path, target: Path
) -> None:
    with small_disk(path.parent / "disk", 2000) as small:
        source = new_file(small)
        with opened(source, Durability.DELETE_EXTRA):
            pass
        make_read_only(small)
        assert write_backup(source, target).schema == SCHEMA
        for act in (write_backup, put_back):
            with pytest.raises(Trouble) as caught:
                act(path, small / "monday.servicedesk")
            assert caught.value.code == "file_read_only"


def test_a_backup_has_the_key_of_its_file(tmp_path: Path, target: Path) -> None:
    path = tmp_path / "locked.servicedesk"
    create_file(path, key=KEY)
    write_backup(path, target, KEY)
    assert b"SQLite format 3" not in target.read_bytes()
    assert look_at(target, KEY).schema == SCHEMA
    with pytest.raises(Trouble):
        look_at(target)


def zero(part: Path) -> None:
    part.write_bytes(b"")


def cut(part: Path) -> None:
    part.write_bytes(part.read_bytes()[:-4096])


def lengthen(part: Path) -> None:
    part.write_bytes(part.read_bytes() + bytes(4096))


def flip(part: Path) -> None:
    content = bytearray(part.read_bytes())
    content[4096:8192] = bytes(4096)
    part.write_bytes(content)


def garble(part: Path) -> None:
    part.write_bytes(b"\xff" * part.stat().st_size)


def change(*statements: str) -> object:
    def act(part: Path) -> None:
        connection = driver.open_bare(part, Access.READ_WRITE)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return act


SPOILED = {
    "zero": zero,
    "cut": cut,
    "longer": lengthen,
    "flipped": flip,
    "garbled": garble,
    "foreign": change("PRAGMA application_id = 1"),
    "row lost": change("DELETE FROM business_facts"),
    "row more": change("INSERT INTO closures (first, last, reason) VALUES ('', '', '')"),
    "points nowhere": change(
        "PRAGMA foreign_keys = 0",
        "UPDATE attachment_pieces SET attachment_id = 99",
    ),
    "table lost": change("DROP TABLE drafts"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_copy_that_went_wrong_is_never_called_a_backup(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    with opened(path) as file:
        add(file, "name")
        with file.change() as session:
            session.exec_driver_sql(
                "INSERT INTO attachments (id, sha256, name, size, media_type) "
                "VALUES (1, '', '', 0, '')"
            )
            session.exec_driver_sql(
                "INSERT INTO attachment_pieces (attachment_id, number, piece) VALUES (1, 0, x'')"
            )
    write_backup(path, target)
    kept = folder_bytes(target.parent)
    real = backup._copy

    def spoilt(source: Path, part: Path, target: Path, key: str | None) -> dict[str, int]:
        rows = real(source, part, target, key)
        SPOILED[how](part)
        return rows

    monkeypatch.setattr(backup, "_copy", spoilt)
    with pytest.raises(Trouble) as caught:
        write_backup(path, target)
    assert caught.value.code == "backup_unproven"
    assert folder_bytes(target.parent) == kept


def test_a_disk_that_fills_up_leaves_the_earlier_backup(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_backup(path, target)
    kept = folder_bytes(target.parent)

    def full(source: Connection, copy: Connection) -> None:
        source.backup(copy)
        copy.execute("PRAGMA max_page_count = 1")  # which means: no more than there are
        copy.execute("CREATE TABLE too_much (name TEXT)")

    monkeypatch.setattr(driver, "copy_whole", full)
    with pytest.raises(Trouble) as caught:
        write_backup(path, target)
    assert caught.value.code == "disk_full"
    assert folder_bytes(target.parent) == kept


@pytest.mark.parametrize("act", [write_backup, put_back])
def test_a_folder_that_cannot_be_written_is_said_to_be(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, act: object
) -> None:
    def refuse(part: Path) -> None:
        raise OSError(13, "permission denied")

    monkeypatch.setattr(disk, "make_private", refuse)
    with pytest.raises(Trouble) as caught:
        (write_backup if act is write_backup else put_back)(path, target)
    assert caught.value.code == "file_read_only"


def test_a_source_that_is_no_database_is_said_to_be(path: Path, target: Path) -> None:
    path.write_bytes(b"no database" * 500)
    with pytest.raises(Trouble) as caught:
        write_backup(path, target)
    assert caught.value.code == "file_not_database"
    assert folder_bytes(target.parent) == {}


def test_putting_back_clears_what_would_poison_it(path: Path, target: Path) -> None:
    with opened(path) as file:
        add(file, "name")
        write_backup(path, target)
        add(file, "later")
        left = folder_bytes(path.parent)
    for name, content in left.items():
        (path.parent / name).write_bytes(content)
    disk.beside(path, "-journal").write_bytes(b"of another time")
    assert disk.beside(path, "-wal").stat().st_size > 0
    put_back(target, path)
    for ending in ("-wal", "-shm", "-journal"):
        assert not disk.beside(path, ending).exists()
    with opened(path) as file, file.read() as reading:
        assert list(all_facts(reading)) == ["name"]
    assert target.exists()
