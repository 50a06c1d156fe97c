# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The newest good backup, found without reading every one through."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupCard, BackupReason, SecondFault
from servicedesk.domain.kinds import Kind
from servicedesk.services import backup_newest
from servicedesk.services.backup_newest import every_backup, newest_good
from servicedesk.services.backup_shelf import Shelf, read_notes
from servicedesk.store.backup import sum_file
from servicedesk.store.opening import create_file
from tests.helpers.fakes import FixedClock
from tests.services.backups_made import NOW, Desk, NoSteps, desk
from tests.store.files import folder_bytes

KEY = "0123456789abcdef" * 6


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "BACKUP").mkdir()
    with desk(tmp_path) as made:
        made.say("Hollins Hardware")
        made.close_shop()
        yield made


def back_up(shop: Desk, minutes: int) -> BackupCard:
    shop.clock.set(NOW + timedelta(minutes=minutes))
    return shop.backups.back_up(BackupReason.BUTTON, NoSteps())


def test_without_any_there_is_none(shop: Desk) -> None:
    assert newest_good(shop.around) is None


def test_the_newest_is_told_with_what_it_holds_and_nothing_is_left_beside_it(shop: Desk) -> None:
    back_up(shop, 0)
    newest = back_up(shop, 5)
    was = folder_bytes(shop.backups.folder)
    good = newest_good(shop.around)
    assert good is not None
    assert good.card == newest
    assert good.counts is not None
    assert good.counts[Kind.CLOSURE] == 1
    assert folder_bytes(shop.backups.folder) == was


def test_a_signed_one_is_not_read_through_again(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = back_up(shop, 0)

    def read_through(path: Path, around: object) -> object:
        raise AssertionError

    monkeypatch.setattr(backup_newest, "look_into", read_through)
    good = newest_good(shop.around)
    assert good is not None
    assert good.card == newest


def test_bad_ones_are_passed_over(shop: Desk) -> None:
    best = back_up(shop, 0)
    flipped, cut, zero = (Path(back_up(shop, at).path) for at in (5, 10, 15))
    flipped.write_bytes(flipped.read_bytes().replace(b"Hollins", b"Hollinz"))
    sum_file(cut).unlink()
    cut.write_bytes(cut.read_bytes()[:-4096])
    sum_file(zero).unlink()
    zero.write_bytes(b"")
    good = newest_good(shop.around)
    assert good is not None
    assert good.card == best


def test_one_without_a_sum_is_read_through(shop: Desk) -> None:
    newest = back_up(shop, 0)
    sum_file(Path(newest.path)).unlink()
    good = newest_good(shop.around)
    assert good is not None
    assert good.card == newest


def test_one_with_a_password_is_as_good_as_its_sum_says_and_not_counted(shop: Desk) -> None:
    newest = back_up(shop, 0)
    path = Path(newest.path)
    path.unlink()
    create_file(path, key=KEY)
    from servicedesk.store.disk import sha256_of

    sum_file(path).write_text(f"{sha256_of(path)}  {path.name}\n")
    good = newest_good(shop.around)
    assert good is not None
    assert good.card.name == newest.name
    assert good.counts is None


def test_the_copy_on_the_stick_helps_where_the_first_one_is_damaged_or_lost(
    shop: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "BACKUP"
    shop.backups.set_second_folder(stick)
    newest = back_up(shop, 0)
    assert len(every_backup(shop.around)) == 1
    other = "servicedesk 2026-11-24 18.00.00 by hand.db"
    shutil.copy(newest.path, stick / other)
    assert len(every_backup(shop.around)) == 1, "another shop uses the same stick"
    shutil.rmtree(shop.backups.folder)
    assert {card.name for card in every_backup(shop.around)} == {newest.name, other}
    good = newest_good(shop.around)
    assert good is not None
    assert good.card.path == str(stick / other)


def another_shop(folder: Path, at: datetime) -> Path:
    """A backup of another shop's file."""
    (folder / "other").mkdir()
    with desk(folder / "other", FixedClock(at)) as other:
        other.say("Patel Cycles")
        return Path(other.backups.back_up(BackupReason.BUTTON, NoSteps()).path)


def test_on_a_stick_of_two_shops_the_other_ones_newer_backup_is_not_called_ours(
    shop: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "BACKUP"
    shop.backups.set_second_folder(stick)
    newest = back_up(shop, 0)
    theirs = another_shop(tmp_path, NOW + timedelta(minutes=9))
    shutil.copy(theirs, stick)
    shutil.copy(theirs, shop.backups.folder)
    good = newest_good(shop.around)
    assert good is not None
    assert good.card.name == newest.name
    shutil.rmtree(shop.backups.folder)
    assert len(every_backup(shop.around)) == 2
    good = newest_good(shop.around)
    assert good is not None
    assert good.card.path == str(stick / newest.name)
    Path(good.card.path).unlink()
    assert newest_good(shop.around) is None


def test_a_copy_never_takes_the_place_of_another_shops_of_the_same_second(
    shop: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "BACKUP"
    shop.backups.set_second_folder(stick)
    theirs = another_shop(tmp_path, NOW - timedelta(days=9))
    taken = Shelf(stick, shop.around.database).new_path(NOW, BackupReason.BUTTON)
    shutil.copy(theirs, taken)
    was = folder_bytes(stick)
    back_up(shop, 0)
    second = shop.backups.status().second
    assert second is not None
    assert second.fault is SecondFault.TAKEN
    assert folder_bytes(stick) == was
    ours = back_up(shop, 1)
    assert read_notes(shop.backups.folder).copied == (ours.name,)
