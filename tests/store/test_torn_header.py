# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A first sector that a power cut has torn: what lies beside the file tells whose it is."""

from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver
from servicedesk.store.driver import Access
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import all_facts
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import look_at, open_file
from servicedesk.store.torn_header import first_pages
from tests.store.files import MOMENT, folder_bytes, new_file, opened
from tests.store.test_opening import make_foreign

SECTOR = 512
MODES = ("delete", "wal")


def crashed(path: Path, mode: str) -> Path:
    """A copy of a file, and of what lay beside it, in the midst of a long change or of its log."""
    writer = driver.open_bare(path, Access.READ_WRITE, None)
    try:
        writer.execute(f"PRAGMA journal_mode = {mode}")
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute(f"PRAGMA user_version = {SCHEMA}")  # which stands on the first page
        for number in range(200):
            writer.execute(
                "INSERT INTO business_facts (key, value) VALUES (?, ?)", (str(number), "x" * 4000)
            )
        if mode == "wal":
            writer.execute("COMMIT")
        folder = path.parent / "crashed"
        folder.mkdir()
        for name, content in folder_bytes(path.parent).items():
            (folder / name).write_bytes(content)
    finally:
        writer.close()
    return folder / path.name


def tear(path: Path, kept: int) -> None:
    """Leave so many bytes of the first sector, and rubbish in the rest."""
    whole = path.read_bytes()
    path.write_bytes(whole[:kept] + bytes([0xA5]) * (SECTOR - kept) + whole[SECTOR:])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path)


def facts(file: DeskFile) -> int:
    with file.read() as reading:
        return len(all_facts(reading))


@pytest.mark.parametrize("kept", [0, 10, 40, 69, 200])
@pytest.mark.parametrize("mode", MODES)
def test_a_torn_first_sector_is_mended_from_what_lies_beside_it(
    path: Path, mode: str, kept: int
) -> None:
    left = crashed(path, mode)
    tear(left, kept)
    assert look_at(left).stopped_uncleanly
    with opened(left) as file:
        assert facts(file) == (200 if mode == "wal" else 0)


@pytest.mark.parametrize("mode", MODES)
def test_without_it_nobody_can_tell_and_every_byte_stays(path: Path, mode: str) -> None:
    left = crashed(path, mode)
    tear(left, 40)
    for ending in ("-wal", "-journal", "-shm"):
        disk.beside(left, ending).unlink(missing_ok=True)
    before = folder_bytes(left.parent)
    with pytest.raises(Trouble, match="file_foreign"):
        open_file(left, backups=left.parent / "backups", moment=MOMENT)
    assert folder_bytes(left.parent) == before


@pytest.mark.parametrize("mode", MODES)
def test_another_programs_file_is_left_alone_with_its_journal(path: Path, mode: str) -> None:
    make_foreign(path)
    left = crashed(path, mode)
    tear(left, 40)
    before = folder_bytes(left.parent)
    with pytest.raises(Trouble, match="file_foreign"):
        look_at(left)
    assert folder_bytes(left.parent) == before


@pytest.mark.parametrize(
    "beside", [b"", b"x" * 100, bytes.fromhex("d9d505f920a163d7") + b"\xff" * 40]
)
def test_what_is_no_journal_and_no_log_holds_no_page(path: Path, beside: bytes) -> None:
    for ending in ("-wal", "-journal"):
        disk.beside(path, ending).write_bytes(beside)
    assert list(first_pages(path)) == []
