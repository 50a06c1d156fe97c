# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Creating a file: private, whole and on the disk, or not there at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk
from servicedesk.store.facts import all_facts, business_facts
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file, look_at
from tests.store.files import (
    crash,
    folder_bytes,
    opened,
    small_disk,
)


def test_a_new_file_is_private_whole_and_ours(tmp_path: Path) -> None:
    path = tmp_path / "shop.servicedesk"
    create_file(path)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    found = look_at(path)
    assert found.schema == SCHEMA
    assert not found.stopped_uncleanly


def test_a_new_file_gets_its_name_when_all_of_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for act in ("make_private", "sync_file", "sync_folder"):
        monkeypatch.setattr(disk, act, noting(done, act, getattr(disk, act)))
    monkeypatch.setattr(Path, "replace", noting(done, "name", Path.replace))
    create_file(tmp_path / "shop.servicedesk")
    assert done == ["make_private", "sync_file", "name", "sync_folder"]


def noting(done: list[str], name: str, real: Callable[..., object]) -> Callable[..., object]:
    def act(*handed: object) -> object:
        done.append(name)
        return real(*handed)

    return act


def test_creating_never_overwrites(path: Path) -> None:
    before = folder_bytes(path.parent)
    with pytest.raises(Trouble) as caught:
        create_file(path)
    assert caught.value.code == "file_exists"
    assert folder_bytes(path.parent) == before


def test_what_a_file_of_that_name_left_behind_does_not_poison_the_new_one(path: Path) -> None:
    with opened(path) as file:
        with file.change() as session:
            session.execute(business_facts.insert(), {"key": "name", "value": "x"})
        left = crash(file)
    left.unlink()
    create_file(left)
    with opened(left) as file, file.read() as reading:
        assert all_facts(reading) == {}


def test_a_full_disk_takes_no_new_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as small:
        with pytest.raises(Trouble) as caught:
            create_file(small / "shop.servicedesk")
        assert caught.value.code == "disk_full"
        assert list(small.iterdir()) == []


def test_what_cannot_be_tidied_up_does_not_hide_what_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(found: Path, missing_ok: bool = False) -> None:
        raise OSError(30, "read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Trouble) as caught:
        create_file(tmp_path / "shop.servicedesk")
    assert caught.value.code == "file_read_only"


def test_a_disk_that_fails_while_creating_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(disk, "sync_file", fail)
    with pytest.raises(Trouble) as caught:
        create_file(tmp_path / "shop.servicedesk")
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []
