# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Looking into a backup and putting one back: bad ones are refused, and the file stays as it is.

Demand 3: backups are complete, automatic, verified, and restorable by a novice.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services import backup_restore
from servicedesk.services.backup_restore import look_into, put_back
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import backup as kept
from servicedesk.store import driver
from servicedesk.store.backup import sum_file
from servicedesk.store.disk import beside
from servicedesk.store.driver import Access, Durability
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NOW, NoSteps, desk
from tests.store.files import crash, folder_bytes, make_read_only, on_disk, opened, small_disk

KEY = "0123456789abcdef" * 6
THEN, NOWADAYS = {"trading_name": '"Hollins Hardware"'}, {"trading_name": '"Hollins & Co"'}


@pytest.fixture
def shop(tmp_path: Path) -> tuple[Surroundings, Path]:
    """A closed file, and a backup of how it was before its name changed."""
    with desk(tmp_path) as made:
        made.say("Hollins Hardware")
        made.close_shop()
        card = made.backups.back_up(BackupReason.BUTTON, NoSteps())
        around = made.around
    change(around.database, "UPDATE business_facts SET value = '\"Hollins & Co\"'")
    backup = tmp_path / "elsewhere" / "backup.db"
    backup.parent.mkdir()
    shutil.move(card.path, backup)
    shutil.move(sum_file(Path(card.path)), sum_file(backup))
    return around, backup


def change(path: Path, *statements: str) -> None:
    connection = driver.open_bare(path, Access.READ_WRITE)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def zero(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def flip_one_bit(path: Path) -> None:
    """A bit inside a text, which no check of SQLite's own can find."""
    content = bytearray(path.read_bytes())
    content[content.index(b"Hollins")] ^= 1
    path.write_bytes(content)


def flip_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)


def foreign(path: Path) -> None:
    change(path, "PRAGMA application_id = 1")


def newer(path: Path) -> None:
    change(path, f"PRAGMA user_version = {SCHEMA + 1}")


def other_kind(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 " * 2000)


def locked(path: Path) -> None:
    path.unlink()
    create_file(path, key=KEY)


def gone(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def without_sum(how: Callable[[Path], None]) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        sum_file(path).unlink()
        how(path)

    return act


BAD = {
    "zero": (zero, "backup_empty"),
    "cut": (cut, "backup_damaged"),
    "cut, without its sum": (without_sum(cut), "backup_damaged"),
    "one bit flipped": (flip_one_bit, "backup_damaged"),
    "a page flipped, without its sum": (without_sum(flip_a_page), "backup_damaged"),
    "of another program": (foreign, "backup_foreign"),
    "newer": (without_sum(newer), "backup_newer"),
    "of another kind": (other_kind, "backup_not_ours"),
    "with a password": (without_sum(locked), "backup_password_needed"),
    "with a password, changed since": (locked, "backup_damaged"),
    "gone": (gone, "backup_missing"),
    "a folder": (folder, "backup_folder"),
}


@pytest.mark.parametrize("how", BAD)
def test_a_bad_backup_is_refused_and_the_file_is_byte_for_byte_as_it_was(
    shop: tuple[Surroundings, Path], how: str
) -> None:
    around, backup = shop
    spoil, code = BAD[how]
    spoil(backup)
    live, there = folder_bytes(around.database.parent), folder_bytes(backup.parent)
    for act in (look_into, put_back):
        with pytest.raises(Refusal) as caught:
            act(backup, around)
        assert caught.value.code == code
        assert caught.value.params["name"] == backup.name
        assert folder_bytes(around.database.parent) == live
        assert folder_bytes(backup.parent) == there
        assert not list(around.temporary.glob("*"))


def test_looking_into_a_backup_tells_what_it_holds(shop: tuple[Surroundings, Path]) -> None:
    around, backup = shop
    there = folder_bytes(backup.parent)
    contents = look_into(backup, around)
    assert contents.business == "Hollins Hardware"
    assert contents.last_change_at == NOW
    assert contents.counts == {Kind.CLOSURE: 1}
    assert (contents.schema, contents.is_older) == (SCHEMA, False)
    assert contents.size == backup.stat().st_size
    assert folder_bytes(backup.parent) == there


@pytest.mark.parametrize("written", ["5", "{", '["a"]'])
def test_a_name_that_cannot_be_read_is_none(shop: tuple[Surroundings, Path], written: str) -> None:
    around, backup = shop
    sum_file(backup).unlink()
    change(backup, f"UPDATE business_facts SET value = '{written}'")
    assert look_into(backup, around).business == ""


def test_putting_back_brings_all_of_it_and_keeps_what_was_there(
    shop: tuple[Surroundings, Path],
) -> None:
    around, backup = shop
    contents = put_back(backup, around)
    assert contents.business == "Hollins Hardware"
    assert on_disk(around.database) == THEN
    assert around.database.stat().st_mode & 0o777 == 0o600
    aside = Shelf(around.backups, around.database).cards()[0]
    assert aside.reason is BackupReason.BEFORE_RESTORE
    assert on_disk(Path(aside.path)) == NOWADAYS
    assert on_disk(backup) == THEN
    assert set(folder_bytes(around.database.parent)) == {around.database.name}
    with opened(around.database):
        pass
    put_back(Path(aside.path), around)
    assert on_disk(around.database) == NOWADAYS


def test_it_works_on_a_new_computer_without_a_file(
    shop: tuple[Surroundings, Path], tmp_path: Path
) -> None:
    _, backup = shop
    around = surroundings(tmp_path / "new" / "deep" / "servicedesk.db", FixedClock(NOW))
    assert put_back(backup, around).business == "Hollins Hardware"
    assert on_disk(around.database) == THEN
    assert not around.backups.exists()


def test_a_copy_that_somebody_made_of_an_open_file_can_be_put_back(
    shop: tuple[Surroundings, Path], tmp_path: Path
) -> None:
    """The folder of a computer that broke: the file and the log beside it."""
    around, _ = shop
    with desk(tmp_path / "elsewhere") as other:
        other.say("Bright Taps")
        rescued = crash(other.file)
    assert look_into(rescued, around).business == "Bright Taps"
    put_back(rescued, around)
    assert on_disk(around.database) == {"trading_name": '"Bright Taps"'}


def test_the_file_in_use_is_no_backup_of_itself(tmp_path: Path) -> None:
    with desk(tmp_path) as made:
        made.say("Hollins Hardware")
        with pytest.raises(Refusal) as caught:
            made.backups.look_into(made.around.database)
        assert caught.value.code == "backup_live"


def test_what_waits_in_the_log_of_the_file_is_kept_aside_and_never_poisons(
    shop: tuple[Surroundings, Path],
) -> None:
    around, backup = shop
    with opened(around.database, Durability.WAL_FULL) as file:
        with file.change() as session:
            session.exec_driver_sql("UPDATE business_facts SET value = '\"Newest\"'")
        left = crash(file)
    for name, content in folder_bytes(left.parent).items():
        (around.database.parent / name).write_bytes(content)
    assert beside(around.database, "-wal").stat().st_size > 0
    put_back(backup, around)
    assert on_disk(around.database) == THEN
    assert not beside(around.database, "-wal").exists()
    aside = Shelf(around.backups, around.database).cards()[0]
    assert on_disk(Path(aside.path)) == {"trading_name": '"Newest"'}


@pytest.mark.parametrize("spoil", [zero, cut, flip_a_page, other_kind, foreign])
def test_a_damaged_file_is_kept_byte_for_byte_before_it_is_replaced(
    shop: tuple[Surroundings, Path], spoil: Callable[[Path], None]
) -> None:
    around, backup = shop
    spoil(around.database)
    content = around.database.read_bytes()
    put_back(backup, around)
    assert on_disk(around.database) == THEN
    (aside,) = around.backups.glob("*.damaged")
    assert aside.read_bytes() == content


def test_what_comes_out_wrong_is_changed_back(
    shop: tuple[Surroundings, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    around, backup = shop
    before = around.database.read_bytes()
    real = kept.put_back

    def spoilt(copy: Path, target: Path, _key: object) -> None:
        real(copy, target)
        flip_a_page(target)

    monkeypatch.setattr(kept, "put_back", spoilt)
    with pytest.raises(Trouble) as caught:
        put_back(backup, around)
    assert caught.value.code == "restore_failed"
    assert around.database.read_bytes() == before
    assert set(folder_bytes(around.database.parent)) == {around.database.name}


def test_what_comes_out_wrong_on_a_new_computer_leaves_nothing(
    shop: tuple[Surroundings, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, backup = shop
    around = surroundings(tmp_path / "new" / "servicedesk.db", FixedClock(NOW))
    monkeypatch.setattr(kept, "put_back", lambda copy, target, _key: target.write_bytes(b""))
    with pytest.raises(Trouble):
        put_back(backup, around)
    assert not around.database.exists()


def test_a_file_that_cannot_be_kept_beside_is_not_replaced(
    shop: tuple[Surroundings, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    around, backup = shop
    before = around.database.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(backup_restore, "copyfile", refuse)
    with pytest.raises(Trouble) as caught:
        put_back(backup, around)
    assert caught.value.code == "disk_full"
    assert around.database.read_bytes() == before


def test_a_last_look_that_fails_changes_back(
    shop: tuple[Surroundings, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    around, backup = shop
    before = around.database.read_bytes()
    real = backup_restore.copy_private

    def refuse(source: Path, target: Path) -> None:
        if source == around.database:
            raise OSError(5, "input/output error")
        real(source, target)

    monkeypatch.setattr(backup_restore, "copy_private", refuse)
    with pytest.raises(Trouble) as caught:
        put_back(backup, around)
    assert caught.value.code == "restore_failed"
    assert around.database.read_bytes() == before


def test_a_disk_that_knows_no_second_names_gets_a_copy(
    shop: tuple[Surroundings, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    around, backup = shop
    before = around.database.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(1, "not here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(
        kept,
        "put_back",
        lambda copy, target, _key: (_ for _ in ()).throw(Trouble("disk_full", name="x")),
    )
    with pytest.raises(Trouble) as caught:
        put_back(backup, around)
    assert caught.value.code == "disk_full"
    assert around.database.read_bytes() == before


def test_no_room_for_the_copy_is_trouble_and_a_backup_that_cannot_be_read_a_refusal(
    shop: tuple[Surroundings, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    around, backup = shop
    with small_disk(tmp_path / "disk", 60) as small:
        tight = surroundings(around.database, FixedClock(NOW), temporary=small / "temporary")
        with pytest.raises(Trouble) as caught:
            look_into(backup, tight)
        assert caught.value.code == "disk_full"
        assert list((small / "temporary").iterdir()) == []

    def refuse(source: Path, target: Path) -> None:
        raise OSError(13, "permission denied")

    monkeypatch.setattr(backup_restore, "copy_private", refuse)
    with pytest.raises(Refusal) as refused:
        look_into(backup, around)
    assert refused.value.code == "backup_unreadable"


def test_a_file_that_cannot_be_kept_aside_is_not_replaced(
    shop: tuple[Surroundings, Path], tmp_path: Path
) -> None:
    around, backup = shop
    before = folder_bytes(around.database.parent)
    with small_disk(tmp_path / "disk", 2000) as small:
        make_read_only(small)
        tight = surroundings(around.database, FixedClock(NOW), backups=small)
        with pytest.raises(Trouble) as caught:
            put_back(backup, tight)
        assert caught.value.code == "file_read_only"
        around.database.write_bytes(before[around.database.name])
        flip_a_page(around.database)
        with pytest.raises(Trouble):
            put_back(backup, tight)
    flip = folder_bytes(around.database.parent)
    assert set(flip) == set(before)
