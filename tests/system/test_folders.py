# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A folder that is there as a whole or not at all."""

import os
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.system.folders import new_folder


def test_files_lie_in_the_folder_once_all_are_written(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out") as folder:
        done = folder.write("deep/a.csv", [b"one", b"two"])
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "deep" / "a.csv").read_bytes() == b"onetwo"
    assert (done.name, done.size) == ("deep/a.csv", 6)
    assert done.sha256 == sha256(b"onetwo").hexdigest()
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_an_error_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    def stopped() -> None:
        with new_folder(tmp_path / "out") as folder:
            folder.write("a.csv", [b"one"])
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        stopped()
    assert list((tmp_path / "out").iterdir()) == []
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Trouble) as trouble, new_folder(tmp_path / "out"):
        raise AssertionError
    assert trouble.value.code == "saving_name_taken"
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_that_is_cut_short_is_no_file(tmp_path: Path, monkeypatch) -> None:
    real = os.fstat

    def short(_number: int) -> SimpleNamespace:
        monkeypatch.setattr(os, "fstat", real)
        return SimpleNamespace(st_size=1)

    def cut() -> None:
        with new_folder(tmp_path / "out") as folder:
            folder.write("a.csv", [b"one"])

    monkeypatch.setattr(os, "fsync", lambda _: monkeypatch.setattr(os, "fstat", short))
    with pytest.raises(Trouble) as trouble:
        cut()
    assert trouble.value.code == "saving_no_room"
    assert list(tmp_path.iterdir()) == []


def test_two_files_never_have_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out") as folder:
        for name in ("Photo", "photo", "PHOTO"):
            folder.write(folder.free_name("files", name, ".jpg"), [name.encode()])
    names = sorted(one.name for one in (tmp_path / "out" / "files").iterdir())
    assert names == ["PHOTO (3).jpg", "Photo.jpg", "photo (2).jpg"]
