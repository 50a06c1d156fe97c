# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small files of ours: private from their first byte, and never written through a link."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from servicedesk.store import disk


def only_for_its_owner(path: Path) -> bool:
    return os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "make",
    [disk.make_private, lambda path: disk.write_private(path, b"")],
    ids=["empty", "written"],
)
def test_what_lay_there_goes_first(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "shop.part"
    path.write_bytes(b"half")
    path.chmod(0o644)
    make(path)
    assert path.read_bytes() == b""
    assert only_for_its_owner(path)


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    diary, link = tmp_path / "diary", tmp_path / "shop.part"
    diary.write_bytes(b"Monday")
    link.symlink_to(diary)
    disk.write_private(link, b"ours")
    assert diary.read_bytes() == b"Monday"
    assert link.read_bytes() == b"ours"
    assert not link.is_symlink()


def test_what_cannot_be_discarded_stays(tmp_path: Path) -> None:
    part = tmp_path / "shop.part"
    for path in (part, *(disk.beside(part, ending) for ending in disk.LEFTOVERS)):
        path.touch()
    disk.discard(part)
    assert list(tmp_path.iterdir()) == []
    part.mkdir()
    disk.discard(part)
    assert part.exists()
