# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The second folder: what it may not be, what is said of it, and what reaches it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason, BackupState, FolderKind, SecondFault
from servicedesk.domain.errors import Refusal
from servicedesk.services import backup_second
from servicedesk.services.backup_shelf import Shelf, read_notes
from servicedesk.store.disk import free_space
from servicedesk.store.places import Place, PlaceKind
from tests.services.backups_made import Desk, NoSteps, Stopped, Stops, desk, desk_of
from tests.store.files import folder_bytes, make_read_only, on_disk, small_disk

BUTTON = BackupReason.BUTTON


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        made.say("Hollins Hardware")
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "BACKUP"
    folder.mkdir()
    return folder


def refused(shop: Desk, folder: Path) -> str:
    """The code of the refusal of a folder, after seeing that nothing was changed by it."""
    with pytest.raises(Refusal) as caught:
        shop.backups.set_second_folder(folder)
    assert caught.value.field == "second_folder"
    assert shop.backups.second_folder is None
    assert shop.backups.status().second is None
    return caught.value.code


def test_a_backup_reaches_both_folders(shop: Desk, stick: Path) -> None:
    """Demand 25: a second copy, made and proven by itself."""
    status = shop.backups.set_second_folder(stick)
    assert status.second is not None
    assert (status.second.name, status.second.at) == ("BACKUP", None)
    assert status.second.kind is FolderKind.SAME_DISK
    assert list(stick.iterdir()) == []
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert on_disk(stick / card.name) == {"trading_name": '"Hollins Hardware"'}
    assert (stick / f"{card.name}.sha256").exists()
    status = shop.backups.status()
    assert status.state is BackupState.GOOD
    assert status.second is not None
    assert status.second.at == card.at


def test_a_folder_chosen_later_gets_the_newest_backup_at_once(shop: Desk, stick: Path) -> None:
    assert shop.backups.copy_newest(NoSteps()).second is None  # there is nothing to copy yet
    shop.backups.back_up(BUTTON, NoSteps())
    shop.clock.advance(minutes=1)
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert not shop.backups.lacks_second()
    shop.backups.set_second_folder(stick)
    assert shop.backups.lacks_second()
    status = shop.backups.copy_newest(NoSteps())
    assert status.state is BackupState.GOOD
    assert not shop.backups.lacks_second()
    assert on_disk(stick / card.name) == {"trading_name": '"Hollins Hardware"'}
    assert len(list(stick.glob("*.db"))) == 1


def test_a_folder_that_the_newest_cannot_reach_is_noted_and_not_tried_again_at_the_end(
    shop: Desk, stick: Path
) -> None:
    shop.backups.back_up(BUTTON, NoSteps())
    shop.backups.set_second_folder(stick)
    stick.rmdir()
    assert shop.backups.copy_newest(NoSteps()).state is BackupState.SECOND_FAILED
    assert fault(shop) is SecondFault.GONE
    assert not shop.backups.lacks_second()


def test_the_choice_is_remembered_by_the_machine_and_can_be_taken_back(
    shop: Desk, stick: Path
) -> None:
    shop.backups.set_second_folder(stick)
    assert shop.around.memory.get("second_folder") == str(stick)
    assert shop.backups.set_second_folder(None).second is None
    assert shop.backups.second_folder is None
    shop.backups.back_up(BUTTON, NoSteps())
    assert list(stick.iterdir()) == []


def test_a_folder_that_the_notes_know_nothing_of_is_noted(shop: Desk, stick: Path) -> None:
    shop.around.memory.set("second_folder", str(stick))
    assert shop.backups.status().state is BackupState.FIRST
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert (stick / card.name).exists()
    shop.around.memory.set("second_folder", "")
    assert shop.backups.status().second is None


def test_the_data_folder_will_not_do_nor_anything_in_it(shop: Desk, tmp_path: Path) -> None:
    shop.backups.back_up(BUTTON, NoSteps())
    inside = shop.around.database.parent / "inside"
    inside.mkdir()
    for folder in (shop.around.database.parent, shop.around.backups, inside):
        assert refused(shop, folder) == "second_folder_data"
    link = tmp_path / "link"
    link.symlink_to(inside, target_is_directory=True)
    assert refused(shop, link) == "second_folder_data"


def test_a_file_a_gone_folder_and_an_impossible_name_will_not_do(
    shop: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "letter.odt"
    file.write_bytes(b"x")
    assert refused(shop, file) == "second_folder_file"
    assert refused(shop, tmp_path / "gone") == "second_folder_gone"
    assert refused(shop, Path("a\0b")) == "second_folder_gone"


def test_a_disk_that_may_only_be_read_or_is_full_will_not_do(shop: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 100) as small:
        (small / "film").write_bytes(bytes(free_space(small)))
        assert refused(shop, small) == "second_folder_full"
        (small / "film").unlink()
        make_read_only(small)
        assert refused(shop, small) == "second_folder_read_only"


@pytest.mark.parametrize(
    ("place", "kind", "name"),
    [
        (Place(kind=PlaceKind.SYNCED, name="Dropbox"), FolderKind.SYNCED, "Dropbox"),
        (Place(kind=PlaceKind.NETWORK, name="cifs"), FolderKind.NETWORK, "BACKUP"),
        (Place(kind=PlaceKind.REMOVABLE, name="vfat"), FolderKind.REMOVABLE, "BACKUP"),
    ],
)
def test_where_others_can_get_at_it_is_said(
    shop: Desk,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: Place,
    kind: FolderKind,
    name: str,
) -> None:
    monkeypatch.setattr(backup_second, "place_of", lambda _: place)
    second = shop.backups.set_second_folder(stick).second
    assert second is not None
    assert (second.kind, second.name) == (kind, name)


def test_a_stick_has_the_name_it_was_given(
    shop: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stick / "servicedesk"
    folder.mkdir()
    place = Place(kind=PlaceKind.REMOVABLE, name="vfat")
    monkeypatch.setattr(backup_second, "place_of", lambda _: place)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == stick)
    second = shop.backups.set_second_folder(folder).second
    assert second is not None
    assert second.name == "BACKUP"


def test_another_disk_is_known_as_one(shop: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 100) as small:
        second = shop.backups.set_second_folder(small).second
        assert second is not None
        assert second.kind is FolderKind.OTHER_DISK


def test_a_stick_that_is_pulled_out_costs_no_backup(shop: Desk, stick: Path) -> None:
    """The first backup counts, and what is missing is told."""
    shop.backups.set_second_folder(stick)
    first = shop.backups.back_up(BUTTON, NoSteps())
    away = stick.rename(stick.with_name("away"))
    shop.clock.advance(minutes=40)
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert shop.backups.kept()[0] == card
    status = shop.backups.status()
    assert status.state is BackupState.SECOND_FAILED
    assert status.second is not None
    assert (status.second.at, status.second.fault) == (first.at, SecondFault.GONE)
    away.rename(stick)
    shop.clock.advance(minutes=40)
    shop.backups.back_up(BUTTON, NoSteps())
    assert shop.backups.status().state is BackupState.GOOD


def test_a_full_or_read_only_stick_costs_no_backup(shop: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1000) as small:
        shop.backups.set_second_folder(small)
        film = small / "film"
        film.write_bytes(bytes(free_space(small) - 30_000))
        shop.backups.back_up(BUTTON, NoSteps())
        assert fault(shop) is SecondFault.FULL
        assert set(folder_bytes(small)) == {"film"}
        film.unlink()
        make_read_only(small)
        shop.clock.advance(minutes=40)
        shop.backups.back_up(BUTTON, NoSteps())
        assert fault(shop) is SecondFault.READ_ONLY
    assert len(shop.backups.kept()) == 2


def fault(shop: Desk) -> SecondFault | None:
    second = shop.backups.status().second
    assert second is not None
    return second.fault


def test_a_copy_that_does_not_come_out_right_is_told(
    shop: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.backups.set_second_folder(stick)
    card = shop.backups.back_up(BUTTON, NoSteps())
    with Path(card.path).open("r+b") as file:
        file.write(bytes(8192))
    notes = read_notes(shop.around.backups)
    after = backup_second.copy_there(card, notes, shop.around)
    assert after.second_fault is SecondFault.FAILED
    assert after.second_at == card.at


def test_old_ones_go_there_too_but_never_those_of_another_shop(shop: Desk, stick: Path) -> None:
    shop.backups.set_second_folder(stick)
    theirs = stick / "servicedesk 2026-11-24 090000 exit.db"
    theirs.write_bytes(b"of another shop")
    first = shop.backups.back_up(BUTTON, NoSteps())
    shop.backups.pin(first.name, is_pinned=True)
    for _ in range(24):
        shop.clock.advance(minutes=40)
        shop.backups.back_up(BackupReason.INTERVAL, NoSteps())
    names = {card.name for card in Shelf(stick, shop.around.database).cards()}
    assert theirs.name in names
    assert first.name in names
    assert names - {theirs.name} == {card.name for card in shop.backups.kept()}


def test_stopping_before_the_second_folder_keeps_the_first(shop: Desk, stick: Path) -> None:
    shop.backups.set_second_folder(stick)
    with pytest.raises(Stopped):
        shop.backups.back_up(BUTTON, Stops(3))
    assert len(shop.backups.kept()) == 1
    assert list(stick.iterdir()) == []


def test_two_shops_on_one_stick_keep_to_their_own(shop: Desk, stick: Path) -> None:
    other = desk_of(shop.file, shop.clock)
    other.backups.set_second_folder(stick)
    shop.backups.set_second_folder(stick)
    shop.backups.back_up(BUTTON, NoSteps())
    assert read_notes(shop.around.backups).copied == (shop.backups.kept()[0].name,)
