# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An open file that is moved, replaced or emptied, or whose disk fills up: what was saved stays."""

import errno
import os
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, engine
from servicedesk.store.disk import beside
from servicedesk.store.driver import Durability
from servicedesk.store.engine import DeskFile, open_marker
from servicedesk.store.facts import all_facts
from servicedesk.store.opening import open_file
from servicedesk.store.places import Place, PlaceKind
from tests.store.files import (
    MOMENT,
    add,
    crash,
    new_file,
    on_disk,
    opened,
    small_disk,
)


@pytest.mark.parametrize("durability", list(Durability))
def test_a_file_moved_away_takes_no_more_writes(path: Path, durability: Durability) -> None:
    file = opened(path, durability)
    desk = file.__enter__()
    with desk.change() as session:
        add(session, "before")
    moved = path.rename(path.with_name("moved.servicedesk"))
    with pytest.raises(Trouble) as caught, desk.change() as session:
        add(session, "after")
    assert caught.value.code == "file_missing"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)
    assert on_disk(moved) == {"before": "x"}


def test_a_file_replaced_by_another_is_left_alone(tmp_path: Path, path: Path) -> None:
    file = opened(path)
    desk = file.__enter__()
    other = new_file(tmp_path, "other.servicedesk")
    os.replace(other, path)
    wanted = path.read_bytes()
    for touch in (desk.checkpoint, desk.change().__enter__):
        with pytest.raises(Trouble) as caught:
            touch()
        assert caught.value.code == "file_replaced"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)
    assert path.read_bytes() == wanted


@pytest.mark.parametrize("notices", ["a change", "the end"])
def test_what_waits_in_the_log_does_not_poison_a_file_that_takes_the_place(
    tmp_path: Path, path: Path, notices: str
) -> None:
    other = new_file(tmp_path, "other.servicedesk")
    with opened(other) as desk, desk.change() as session:
        for number in range(200):
            add(session, f"{number:03}", "theirs" * 80)
    file = opened(path, Durability.WAL_FULL)
    desk = file.__enter__()
    with desk.change() as session:
        add(session, "ours", "ours" * 80)
    os.replace(other, path)
    if notices == "a change":
        with pytest.raises(Trouble), desk.change():
            pass
        program_dies = crash(desk)
        with opened(program_dies) as left, left.read() as reading:
            assert len(all_facts(reading)) == 200
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)
    with opened(path) as desk, desk.read() as reading:
        assert len(all_facts(reading)) == 200


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be moved")
def test_a_log_whose_file_has_left_the_disk_is_kept(path: Path) -> None:
    file = opened(path, Durability.WAL_FULL)
    desk = file.__enter__()
    with desk.change() as session:
        add(session, "before")
    elsewhere = path.with_name("stick")
    elsewhere.mkdir()
    copy = elsewhere / path.name
    copy.write_bytes(path.read_bytes())  # as moving to another disk does, one file after the other
    path.unlink()
    with pytest.raises(Trouble) as caught, desk.change():
        pass
    assert caught.value.code == "file_missing"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)
    beside(path, "-wal").rename(beside(copy, "-wal"))
    assert on_disk(copy) == {"before": "x"}


@pytest.mark.parametrize("durability", list(Durability))
def test_a_file_that_was_emptied_is_said_to_be_and_takes_no_writes(
    path: Path, durability: Durability
) -> None:
    file = opened(path, durability)
    desk = file.__enter__()
    with desk.change() as session:
        add(session, "before")
    desk.checkpoint()
    os.truncate(path, 0)
    for act in (read_all, write_one):
        with pytest.raises(Trouble) as caught:
            act(desk)
        assert caught.value.code == "file_empty"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)
    assert path.stat().st_size == 0


def read_all(desk: DeskFile) -> None:
    with desk.read() as reading:
        all_facts(reading)


def write_one(desk: DeskFile) -> None:
    with desk.change() as session:
        add(session, "after")


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    file = opened(new_file(stick))
    desk = file.__enter__()
    stick.rename(tmp_path / "pulled out")
    with pytest.raises(Trouble) as caught, desk.change():
        pass
    assert caught.value.code == "folder_gone"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)


@pytest.mark.parametrize("number", [errno.ESTALE, errno.EIO])
def test_a_disk_that_does_not_answer_hides_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(handle: int) -> os.stat_result:
        raise OSError(number, os.strerror(number))

    with opened(path) as desk:
        away = path.rename(path.with_name("away"))
        with monkeypatch.context() as patched:
            patched.setattr(engine.os, "fstat", fail)
            with pytest.raises(Trouble) as caught, desk.change():
                pass
        assert caught.value.code == "file_missing"
        away.rename(path)


def test_a_log_that_cannot_be_brought_along_hides_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_EMPTY_LOG", "SELECT nothing")
    file = opened(path)
    desk = file.__enter__()
    path.unlink()
    new_file(path.parent)
    with pytest.raises(Trouble) as caught, desk.change():
        pass
    assert caught.value.code == "file_replaced"
    with pytest.raises(Trouble):
        file.__exit__(None, None, None)


def test_a_file_that_cannot_be_opened_or_was_closed_is_let_go_of(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    real_open, real_close = os.open, os.close

    def hold(name: Path, flags: int) -> int:
        held.append(real_open(name, flags))
        return held[-1]

    def let_go(handle: int) -> None:
        held.remove(handle)
        real_close(handle)

    def refuse(connection: driver.Connection) -> Durability:
        raise driver.MODULE.OperationalError("disk I/O error")

    place = Place(kind=PlaceKind.LOCAL)
    monkeypatch.setattr(engine.os, "open", hold)
    monkeypatch.setattr(engine.os, "close", let_go)
    desk = DeskFile(path, place, Durability.WAL_FULL)
    assert len(held) == 1
    desk.close()
    assert held == []
    monkeypatch.setattr(driver, "durability_of", refuse)
    with pytest.raises(Trouble):
        DeskFile(path, place, Durability.WAL_FULL)
    assert held == []


def test_a_file_that_goes_before_it_is_opened_is_missed(path: Path) -> None:
    path.unlink()
    with pytest.raises(Trouble) as caught:
        DeskFile(path, Place(kind=PlaceKind.LOCAL), Durability.WAL_FULL)
    assert caught.value.code == "file_missing"


def test_a_marker_that_cannot_be_written_stops_the_change(
    desk_file: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(30, "read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(engine, "make_private", refuse)
        with pytest.raises(Trouble) as caught, desk_file.change():
            pass
    assert caught.value.code == "file_read_only"
    with desk_file.change() as session:
        add(session, "name")


def test_a_full_disk_is_said_and_the_last_change_is_whole(desk_file: DeskFile) -> None:
    with desk_file.change() as session:
        add(session, "name")
    with desk_file._bare_writer() as bare:
        pages = driver.whole(bare, "PRAGMA page_count")
        bare.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(Trouble) as caught, desk_file.change() as session:
        add(session, "story", "x" * 100_000)
    assert caught.value.code == "disk_full"
    assert on_disk(desk_file.path) == {"name": "x"}


@pytest.mark.parametrize("durability", list(Durability))
def test_a_disk_that_is_really_full_loses_nothing_that_was_saved(
    tmp_path: Path, durability: Durability
) -> None:
    with small_disk(tmp_path / "disk", 1300) as disk:
        path = new_file(disk)
        desk = open_file(path, backups=disk, moment=MOMENT, durability=durability)
        saved: list[str] = []

        def fill() -> None:
            while True:
                key = f"{len(saved):03}"
                with desk.change() as session:
                    add(session, key, "x" * 3000)
                saved.append(key)

        for _ in range(2):
            with pytest.raises(Trouble) as caught:
                fill()
            assert caught.value.code == "disk_full"
            with desk.read() as reading:
                assert list(all_facts(reading)) == saved
        assert len(saved) > 10
        if durability is Durability.WAL_FULL:
            with pytest.raises(Trouble) as caught:
                desk.close()
            assert caught.value.code == "log_left"
            assert beside(path, "-wal").stat().st_size > 0
        else:
            desk.close()
        desk = open_file(path, backups=disk, moment=MOMENT, durability=durability)
        with desk.read() as reading:
            assert list(all_facts(reading)) == saved
        desk._let_go()


def test_a_log_that_cannot_be_brought_in_is_said_to_be_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: driver.Connection, statement: str) -> int:
        raise driver.MODULE.OperationalError("database or disk is full")

    with opened(path, Durability.WAL_FULL) as desk:
        with desk.change() as session:
            add(session, "name")
        with monkeypatch.context() as patched:
            patched.setattr(driver, "whole", fail)
            with pytest.raises(Trouble) as caught:
                desk.close()
        assert caught.value.code == "log_left"
        assert open_marker(path).exists()
    assert not open_marker(path).exists()
    assert on_disk(path) == {"name": "x"}


def test_a_marker_that_cannot_be_removed_is_said_to_be(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(found: Path, missing_ok: bool = False) -> None:
        raise OSError(30, "read-only file system")

    with opened(path) as desk:
        with desk.change() as session:
            add(session, "name")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", refuse)
            with pytest.raises(Trouble) as caught:
                desk.close()
        assert caught.value.code == "file_read_only"
        assert caught.value.params["name"] == path.name
