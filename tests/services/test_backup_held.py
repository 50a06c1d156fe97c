# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file that was moved, replaced or removed while open: what is held of it is saved, proven."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_restore import look_into
from servicedesk.store.disk import beside
from servicedesk.store.driver import Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.opening import open_file
from tests.helpers.fakes import FixedClock
from tests.services.backups_made import NOW, desk_of
from tests.store.files import new_file, on_disk, opened, small_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved")


@contextmanager
def astray_file(path: Path, durability: Durability) -> Iterator[DeskFile]:
    """An open file whose closing may well say that it is not there any more."""
    file = open_file(path, backups=path.parent, moment=NOW, durability=durability)
    try:
        yield file
    finally:
        with suppress(Trouble):
            file.close()


def move(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def remove(path: Path) -> None:
    """With the log, as somebody does who tidies up: all that was saved is in memory alone."""
    for ending in ("", "-wal", "-shm"):
        beside(path, ending).unlink(missing_ok=True)


def replace(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(b"somebody else's")
    other.replace(path)


def move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


WAYS: dict[str, tuple[Callable[[Path], None], str]] = {
    "moved": (move, "file_missing"),
    "removed": (remove, "file_missing"),
    "replaced": (replace, "file_replaced"),
    "its folder moved": (move_folder, "folder_gone"),
}


@pytest.mark.parametrize("durability", list(Durability))
@pytest.mark.parametrize("way", WAYS)
def test_all_that_was_saved_is_in_the_copy(
    tmp_path: Path, way: str, durability: Durability
) -> None:
    home, out = tmp_path / "data", tmp_path / "out"
    home.mkdir()
    out.mkdir()
    act, code = WAYS[way]
    with astray_file(new_file(home, "servicedesk.db"), durability) as file:
        shop = desk_of(file, FixedClock(NOW))
        shop.say("Hollins")
        assert shop.backups.astray() is None
        act(file.path)
        went = shop.backups.astray()
        assert went is not None
        assert went.code == code
        saved = shop.backups.save_held(out)
        assert on_disk(saved) == {"trading_name": '"Hollins"'}
        assert look_into(saved, shop.around).business == "Hollins"
        assert sorted(found.name for found in out.iterdir()) == [
            saved.name,
            f"{saved.name}.sha256",
        ]


def test_a_copy_that_finds_no_room_leaves_nothing(tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.mkdir()
    with (
        small_disk(tmp_path / "stick", 128) as stick,
        opened(new_file(home, "servicedesk.db")) as file,
    ):
        shop = desk_of(file, FixedClock(NOW))
        shop.say("Hollins")
        with pytest.raises(Trouble):
            shop.backups.save_held(stick)
        assert list(stick.iterdir()) == []
        with pytest.raises(Trouble):
            shop.backups.save_held(tmp_path / "nowhere")


def test_an_emptied_file_is_no_longer_held(tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.mkdir()
    with astray_file(new_file(home, "servicedesk.db"), Durability.WAL_FULL) as file:
        file.path.write_bytes(b"")
        assert desk_of(file, FixedClock(NOW)).backups.astray() is None
