# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A folder that is there as a whole or not at all."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.system.folders import clear_half_written, new_folder


def test_files_lie_in_the_folder_once_all_are_written(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", tmp_path / "notes") as folder:
        done = folder.write("deep/a.csv", [b"one", b"two"])
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "deep" / "a.csv").read_bytes() == b"onetwo"
    assert (done.name, done.size) == ("deep/a.csv", 6)
    assert done.sha256 == sha256(b"onetwo").hexdigest()
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_an_error_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    def stopped() -> None:
        with new_folder(tmp_path / "out", tmp_path / "notes") as folder:
            folder.write("a.csv", [b"one"])
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        stopped()
    assert list((tmp_path / "out").iterdir()) == []
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Trouble) as trouble, new_folder(tmp_path / "out", tmp_path / "notes"):
        raise AssertionError
    assert trouble.value.code == "saving_name_taken"
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_that_is_cut_short_is_no_file(tmp_path: Path, monkeypatch) -> None:
    real = os.fstat

    def short(_number: int) -> SimpleNamespace:
        monkeypatch.setattr(os, "fstat", real)
        return SimpleNamespace(st_size=1)

    def cut() -> None:
        with new_folder(tmp_path / "out", tmp_path / "notes") as folder:
            folder.write("a.csv", [b"one"])

    monkeypatch.setattr(os, "fsync", lambda _: monkeypatch.setattr(os, "fstat", short))
    with pytest.raises(Trouble) as trouble:
        cut()
    assert trouble.value.code == "saving_no_room"
    assert list(tmp_path.iterdir()) == []


def test_two_files_never_have_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", tmp_path / "notes") as folder:
        for name in ("Photo", "photo", "PHOTO"):
            folder.write(folder.free_name("files", name, ".jpg"), [name.encode()])
    names = sorted(one.name for one in (tmp_path / "out" / "files").iterdir())
    assert names == ["PHOTO (3).jpg", "Photo.jpg", "photo (2).jpg"]


def test_a_file_can_be_taken_out_again(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", tmp_path / "notes") as folder:
        folder.drop(folder.write("files/a.csv", [b"one"]))
        assert folder.written == []
        gone = folder.write("b.csv", [b"two"])
        (tmp_path / folder._part.name / "b.csv").unlink()
        with pytest.raises(Trouble):
            folder.drop(gone)
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["files"]


def left_behind(tmp_path: Path) -> tuple[Path, Path]:
    """What a program leaves that is killed while it writes a folder: the notes, and the part."""
    notes, target = tmp_path / "profile" / "unfinished", tmp_path / "stick"
    target.mkdir()
    script = (
        "import os, signal, sys; from pathlib import Path;"
        "from servicedesk.system.folders import new_folder;"
        "held = new_folder(Path(sys.argv[1]) / 'out', Path(sys.argv[2]));"
        "made = held.__enter__();"
        "made.write('deep/a.csv', [b'Ann Quillfeather']);"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    )
    words = [sys.executable, "-c", script, str(target), str(notes)]
    assert subprocess.run(words, check=False).returncode != 0
    (part,) = target.iterdir()
    return notes, part


def test_what_a_killed_program_left_says_what_it_is_and_is_cleared(tmp_path: Path) -> None:
    notes, part = left_behind(tmp_path)
    assert part.name.startswith("servicedesk-unfinished-")
    assert (part / "deep" / "a.csv").read_bytes() == b"Ann Quillfeather"
    (note,) = notes.iterdir()
    if os.name == "posix":
        assert note.stat().st_mode & 0o777 == 0o600
    assert clear_half_written(notes) == 1
    assert list(part.parent.iterdir()) == []
    assert not notes.exists()
    assert clear_half_written(notes) == 0


def test_one_on_a_stick_that_is_away_is_cleared_when_it_is_back(tmp_path: Path) -> None:
    notes, part = left_behind(tmp_path)
    away = part.parent.rename(tmp_path / "away")
    assert clear_half_written(notes) == 0
    assert list(notes.iterdir())
    away.rename(part.parent)
    assert clear_half_written(notes) == 1
    assert not notes.exists()


def test_nothing_but_what_was_noted_is_cleared(tmp_path: Path) -> None:
    notes = tmp_path / "unfinished"
    notes.mkdir()
    mine = tmp_path / "mine"
    mine.mkdir()
    other = tmp_path / f"servicedesk-unfinished-{'a' * 16}.part"
    other.mkdir()
    link = tmp_path / f"servicedesk-unfinished-{'b' * 16}.part"
    link.symlink_to(mine)
    for name, said in (
        ("1" * 16, str(mine).encode()),
        ("2" * 16, str(other).encode()),
        ("3" * 16, b"servicedesk-unfinished-3333333333333333.part"),
        ("b" * 16, str(link).encode()),
        ("4" * 16, b"\xff"),
    ):
        (notes / name).write_bytes(said)
    (mine / "a.txt").write_text("mine")
    assert clear_half_written(notes) == 0
    assert (mine / "a.txt").exists()
    assert other.exists()
    assert link.is_symlink()
    assert not notes.exists()


def test_a_folder_that_is_whole_is_noted_nowhere(tmp_path: Path) -> None:
    notes = tmp_path / "unfinished"
    with new_folder(tmp_path / "out", notes) as folder:
        folder.write("a.csv", [b"one"])
        assert len(list(notes.iterdir())) == 1
    assert not notes.exists()
    (tmp_path / "file").write_text("")
    with new_folder(tmp_path / "more", tmp_path / "file" / "notes") as folder:
        folder.write("a.csv", [b"one"])
    assert (tmp_path / "more" / "a.csv").exists()
