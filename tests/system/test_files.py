# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file is written whole or the old one stays, whatever the disk does."""

import errno
import os
import stat
import subprocess
from functools import cache
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.errors import Trouble
from servicedesk.system import files
from servicedesk.system.files import (
    could_be_folder,
    empty_folder,
    private_folder,
    read_whole,
    write_pieces,
    write_together,
    write_whole,
)

ROOT = Path(__file__).parents[2]


@cache
def words():
    return load_words(root=ROOT / "resources")


def refuses(code, *args, call=write_whole):
    """Call, see the Trouble with its code, and see that its sentences can be said."""
    with pytest.raises(Trouble) as caught:
        call(*args)
    assert caught.value.code == code
    assert words().trouble(caught.value).do
    return caught.value


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"old")
    return path


def only(path):
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_is_new_whole_and_private(tmp_path):
    path = tmp_path / "poster.pdf"
    write_whole(path, b"x" * 100_000)
    assert path.read_bytes() == b"x" * 100_000
    assert only(path)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_old_file_is_replaced(old):
    write_whole(old, b"")
    assert old.read_bytes() == b""
    assert only(old)


def test_short_writes_go_on(old, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, data[:3]))
    write_whole(old, b"0123456789")
    assert old.read_bytes() == b"0123456789"


def test_a_disk_that_lies_about_the_length_is_found_out(old, monkeypatch):
    write = os.write

    def lie(number, data):
        write(number, data[: len(data) // 2])
        return len(data)

    monkeypatch.setattr(os, "write", lie)
    refuses("saving_cut_short", old, b"0123456789")
    assert old.read_bytes() == b"old"
    assert only(old)


def test_a_disk_that_takes_nothing_is_found_out(old, monkeypatch):
    monkeypatch.setattr(os, "write", lambda number, data: 0)
    refuses("saving_cut_short", old, b"0123456789")
    assert old.read_bytes() == b"old"
    assert only(old)


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_link_laid_in_the_way_is_not_written_through(tmp_path, old, monkeypatch):
    monkeypatch.setattr(os, "urandom", bytes)  # as if the name could be guessed
    diary = tmp_path / "diary"
    diary.write_bytes(b"Monday")
    (tmp_path / f".servicedesk-{bytes(8).hex()}.part").symlink_to(diary)
    refuses("saving_name_taken", old, b"new")
    assert diary.read_bytes() == b"Monday"
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "saving_no_room"),
        (errno.EDQUOT, "saving_no_room"),
        (errno.EACCES, "saving_not_allowed"),
        (errno.EROFS, "saving_not_allowed"),
        (errno.EIO, "saving_disk_fault"),
        (errno.ENAMETOOLONG, "saving_name_too_long"),
    ],
)
def test_every_fault_has_its_words_and_leaves_the_old_file(old, monkeypatch, call, number, code):
    def fail(*args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    trouble = refuses(code, old, b"new")
    assert trouble.params["file"] == str(old)
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert only(old)


def test_a_file_open_elsewhere_is_told(old, monkeypatch):
    def fail(self, target):
        error = PermissionError(errno.EACCES, "used by another process")
        error.winerror = 32
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    refuses("saving_in_use", old, b"new")
    assert old.read_bytes() == b"old"
    assert only(old)


def test_a_system_that_cannot_sync_folders_is_borne(old, monkeypatch):
    def fail(folder):
        raise OSError(errno.EINVAL, "no")

    sync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda number: fail(number) if stat.S_ISDIR(os.fstat(number).st_mode)
        else sync(number)
    )  # fmt: skip
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not sync folders")
def test_a_folder_that_fails_to_sync_is_told(old, monkeypatch):
    sync = os.fsync

    def fail(number):
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError(errno.EIO, "fault")
        sync(number)

    monkeypatch.setattr(os, "fsync", fail)
    refuses("saving_disk_fault", old, b"new")
    assert only(old)


def test_windows_does_not_sync_folders(old, monkeypatch):
    opened = []
    monkeypatch.setattr(files.os, "name", "nt")
    monkeypatch.setattr(files.os, "open", lambda *given: opened.append(given))
    files.sync_folder(old)
    assert opened == []


def test_several_files_are_staged_before_the_first_is_replaced(tmp_path, monkeypatch):
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(b"old")
    write = os.write

    def fail(number, data):
        if bytes(data) == b"second":
            raise OSError(errno.ENOSPC, "full")
        return write(number, data)

    monkeypatch.setattr(os, "write", fail)
    trouble = refuses("saving_no_room", {first: b"first", second: b"second"}, call=write_together)
    assert trouble.params["file"] == str(second)
    assert first.read_bytes() == b"old"
    assert only(first)
    monkeypatch.undo()
    write_together({first: b"first", second: b"second"})
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")


def test_wrong_places_are_told(tmp_path, old):
    (tmp_path / "folder").mkdir()
    refuses("saving_name_taken", tmp_path / "folder", b"x")
    refuses("saving_folder_gone", tmp_path / "gone" / "a.pdf", b"x")
    assert refuses("saving_under_file", old / "a.pdf", b"x").params["part"] == str(old)
    refuses("saving_name_not_possible", tmp_path / "a\0b.pdf", b"x")
    refuses("saving_name_too_long", tmp_path / ("x" * 300), b"x")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["folder", "poster.pdf"]


def test_a_folder_below_a_file_names_the_file(old):
    for call in (private_folder, could_be_folder):
        trouble = refuses("saving_under_file", old / "new" / "papers", call=call)
        assert trouble.params["part"] == str(old)
        assert str(old / "new" / "papers") in words().trouble(trouble).happened
        refuses("saving_name_taken", old, call=call)


def test_whether_a_folder_could_be_made_is_told_without_making_it(tmp_path, monkeypatch):
    could_be_folder(tmp_path)
    could_be_folder(tmp_path / "new" / "papers")
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(os, "access", lambda *_: False)
    refuses("saving_not_allowed", tmp_path / "new", call=could_be_folder)


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="only root can make a small disk for this"
)
def test_a_disk_that_is_really_full(tmp_path):
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True
    )
    if mount.returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    try:
        path = tmp_path / "poster.pdf"
        write_whole(path, b"old" * 1000)
        refuses("saving_no_room", path, b"new" * 40_000)
        assert path.read_bytes() == b"old" * 1000
        assert only(path)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_named_file_is_read_up_to_its_limit(old):
    assert read_whole(old, 3) == b"old"
    trouble = refuses("reading_too_big", old, 2, call=read_whole)
    assert trouble.params["limit"] == 1


def test_what_cannot_be_read_is_told(tmp_path, monkeypatch, old):
    refuses("reading_missing", tmp_path / "gone.toml", 10, call=read_whole)
    refuses("reading_no_file", tmp_path, 10, call=read_whole)
    refuses("reading_unreadable", tmp_path / "a\0b", 10, call=read_whole)

    def fail(self, mode):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "open", fail)
    refuses("reading_unreadable", old, 10, call=read_whole)


def test_a_private_folder_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    def fail(self, mode, exist_ok):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "mkdir", fail)
    refuses("saving_not_allowed", tmp_path / "a" / "b", call=private_folder)


def test_a_temporary_folder_is_emptied_without_following_links(tmp_path, old):
    folder = tmp_path / "temporary"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "letter.pdf").write_bytes(b"x")
    (folder / "loose.pdf").write_bytes(b"x")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "kept").write_bytes(b"x")
    if os.name != "nt":
        (folder / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert empty_folder(folder) == 0
    assert list(folder.iterdir()) == []
    assert (tmp_path / "outside" / "kept").exists()
    assert empty_folder(tmp_path / "gone") == 0


def test_what_is_held_open_is_counted(tmp_path, monkeypatch):
    (tmp_path / "held.pdf").write_bytes(b"x")

    def fail(self, missing_ok=False):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "unlink", fail)
    assert empty_folder(tmp_path) == 1


def test_a_file_is_written_piece_by_piece(tmp_path):
    path = tmp_path / "copy.bin"
    write_pieces(path, iter([b"one", b"two"]))
    assert path.read_bytes() == b"onetwo"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_pieces_that_end_early_leave_the_old_file(tmp_path):
    path = tmp_path / "copy.bin"
    path.write_bytes(b"old")

    def cut_off():
        yield b"one"
        raise Trouble("attachment_damaged", name="copy.bin")

    with pytest.raises(Trouble, match="attachment_damaged"):
        write_pieces(path, cut_off())
    assert [path.read_bytes(), *tmp_path.iterdir()] == [b"old", path]
    refuses("saving_folder_gone", tmp_path / "gone" / "a", [b"x"], call=write_pieces)
