# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups that are kept already, changed one by one: each whole, or as it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services import backup_rewriting
from servicedesk.services.backup_restore import look_into
from servicedesk.services.backup_rewriting import rewrite_backups
from servicedesk.store import driver
from servicedesk.store.backup import sum_file
from servicedesk.store.driver import Access
from tests.services.backups_made import Desk, NoSteps, Stopped, Stops, desk
from tests.store.files import folder_bytes, on_disk

NEW = '"Hollins & Co"'


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    """Two backups, one of them pinned, each in both folders."""
    stick = tmp_path / "BACKUP"
    stick.mkdir()
    with desk(tmp_path) as made:
        made.say("Hollins Hardware")
        made.backups.set_second_folder(stick)
        first = made.backups.back_up(BackupReason.BUTTON, NoSteps())
        made.backups.back_up(BackupReason.BUTTON, NoSteps())
        made.backups.pin(first.name, True)
        yield made


def rename(copy: Path) -> None:
    connection = driver.open_bare(copy, Access.READ_WRITE)
    connection.execute("UPDATE business_facts SET value = ? WHERE key = 'trading_name'", [NEW])
    connection.close()


def names(shop: Desk) -> dict[str, str]:
    """What each backup says, by folder and name."""
    second = shop.backups.second_folder
    folders = [shop.backups.folder, *([] if second is None else [second])]
    return {
        f"{folder.name}/{path.name}": on_disk(path)["trading_name"]
        for folder in folders
        for path in sorted(folder.glob("*.db"))
    }


def test_every_backup_in_both_folders_is_changed_and_keeps_name_pin_and_a_true_sum(
    shop: Desk,
) -> None:
    before, kept = set(names(shop)), shop.backups.kept()
    steps = NoSteps()
    done = rewrite_backups(shop.around, rename, steps)
    assert (done.done, done.left) == (4, ())
    assert steps.told == [(number, 4) for number in range(5)]
    assert set(names(shop)) == before
    assert set(names(shop).values()) == {NEW}
    assert [(card.name, card.is_pinned) for card in shop.backups.kept()] == [
        (card.name, card.is_pinned) for card in kept
    ]
    for card in kept:
        assert sum_file(Path(card.path)).read_text().split()[1] in card.name
        assert look_into(Path(card.path), shop.around).business == "Hollins & Co"
    assert not list(shop.around.temporary.iterdir())
    assert not list(shop.backups.folder.glob("*.part"))


def test_a_damaged_one_is_left_as_it_is_and_named(shop: Desk) -> None:
    card = shop.backups.kept()[0]
    path = Path(card.path)
    path.write_bytes(path.read_bytes().replace(b"Hollins", b"Hollinz"))
    odd = shop.backups.folder / "servicedesk 2026-11-24 12.00.00 before restore.damaged"
    odd.write_bytes(b"what is left")
    was = path.read_bytes()
    done = rewrite_backups(shop.around, rename, NoSteps())
    assert done.done == 3
    assert set(done.left) == {str(path), str(odd)}
    assert path.read_bytes() == was
    assert odd.read_bytes() == b"what is left"


def test_a_stick_that_is_not_plugged_in_is_named_and_another_shops_backup_never_touched(
    shop: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "BACKUP"
    theirs = stick / "servicedesk 2026-11-20 12.00.00 by hand.db"
    shutil.copy(shop.backups.kept()[0].path, theirs)
    assert rewrite_backups(shop.around, rename, NoSteps()).done == 4
    assert on_disk(theirs)["trading_name"] == '"Hollins Hardware"'
    stick.rename(tmp_path / "pulled out")
    done = rewrite_backups(shop.around, rename, NoSteps())
    assert done.done == 2
    assert all(str(stick) in left for left in done.left)
    assert len(done.left) == 2


@pytest.mark.parametrize("fault", [Trouble("disk_full", name="x"), Refusal("wrong_password")])
def test_a_change_that_fails_leaves_every_byte(shop: Desk, fault: Exception) -> None:
    was = folder_bytes(shop.backups.folder)

    def change(copy: Path) -> None:
        rename(copy)
        raise fault

    assert rewrite_backups(shop.around, change, NoSteps()).done == 0
    assert folder_bytes(shop.backups.folder) == was


def test_what_a_change_leaves_damaged_never_takes_the_place_of_a_good_one(shop: Desk) -> None:
    was = folder_bytes(shop.backups.folder)

    def spoil(copy: Path) -> None:
        copy.write_bytes(copy.read_bytes()[:-4096])

    assert rewrite_backups(shop.around, spoil, NoSteps()).done == 0
    assert folder_bytes(shop.backups.folder) == was


def test_a_copy_that_does_not_come_back_from_the_disk_is_not_taken(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = folder_bytes(shop.backups.folder)
    copied = backup_rewriting.copy_private

    def short(source: Path, target: Path) -> None:
        copied(source, target)
        if target.suffix == ".part":
            target.write_bytes(target.read_bytes()[:-1])

    monkeypatch.setattr(backup_rewriting, "copy_private", short)
    assert rewrite_backups(shop.around, rename, NoSteps()).done == 0
    assert folder_bytes(shop.backups.folder) == was


def test_the_proof_may_be_another_one(shop: Desk) -> None:
    seen: list[Path] = []
    done = rewrite_backups(
        shop.around, lambda copy: copy.write_bytes(b"x"), NoSteps(), proof=seen.append
    )
    assert (done.done, len(seen)) == (4, 4)


def test_it_can_be_stopped_between_two(shop: Desk) -> None:
    with pytest.raises(Stopped):
        rewrite_backups(shop.around, rename, Stops(1))
    assert list(names(shop).values()).count(NEW) == 1


def test_a_backup_without_a_sum_gets_one(shop: Desk) -> None:
    path = Path(shop.backups.kept()[0].path)
    sum_file(path).unlink()
    assert rewrite_backups(shop.around, rename, NoSteps()).left == ()
    assert sum_file(path).exists()
