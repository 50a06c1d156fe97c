# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while a password is set, changed or removed: the old file opens, or the new one does.

The kills are spread evenly over all calls to the disk and over the copy inside SQLite.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, keys
from servicedesk.store.driver import Access
from servicedesk.store.encrypting import change_password, clear_unfinished
from servicedesk.store.opening import open_file
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.faults.rekeyer import NONE
from tests.store.files import MOMENT, add, new_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

OLD, NEW = "correct-horse", "battery-staple"
WAYS = ((NONE, NEW), (OLD, NEW), (OLD, NONE))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "ROUNDS", 2)


@pytest.fixture
def rekeyer() -> Iterator["subprocess.Popen[str]"]:
    """The process whose children change passwords."""
    with forking("tests.faults.rekeyer") as process:
        yield process


def rekey_and_die(
    process: "subprocess.Popen[str]", path: Path, point: int, way: tuple[str, str]
) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {point} {way[0]} {way[1]}\n")
    return process.stdout.readline().strip()


def made(folder: Path, password: str) -> Path:
    """A file with rows in it and with a password, or without."""
    folder.mkdir()
    path = new_file(folder)
    file = open_file(path, backups=folder, moment=MOMENT)
    for number in range(20):
        with file.change() as session:
            add(session, f"fact {number}", "word " * 200)
    file.close()
    if password != NONE:
        change_password(path, None, password)
    return path


def opened_with(path: Path, password: str) -> dict[str, str] | None:
    """The facts in a file, read as the next start reads them; None when that does not open it."""
    try:
        key = None if password == NONE else keys.key_of(path, password)
        file = open_file(path, backups=path.parent, moment=MOMENT, key=key)
    except Trouble:
        return None
    file.close()
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    assert driver.find_damage(connection, thorough=True) is None
    rows = connection.execute("SELECT key, value FROM business_facts").fetchall()
    connection.close()
    return {str(name): str(value) for name, value in rows}


def test_a_change_killed_anywhere_leaves_the_old_file_or_the_new(
    tmp_path: Path, rekeyer: "subprocess.Popen[str]"
) -> None:
    tried = trials(25, 200)
    killed, unreadable, halves, new_files = 0, 0, 0, 0
    for number, way in enumerate(WAYS):
        original = made(tmp_path / f"way {number}", way[0])
        before = opened_with(original, way[0])
        whole = Path(copyfile(original, original.with_name("whole.servicedesk")))
        lived, points = rekey_and_die(rekeyer, whole, 0, way).split()
        assert lived == "lived"
        assert opened_with(whole, way[1]) == before
        share = tried // len(WAYS) + (number < tried % len(WAYS))
        for turn in range(share):
            point = 1 + turn * (int(points) - 1) // max(1, share - 1)
            path = Path(copyfile(original, original.with_name("killed.servicedesk")))
            assert rekey_and_die(rekeyer, path, point, way) == "killed"
            killed += 1
            found = [opened_with(path, password) for password in way]
            unreadable += found == [None, None]
            halves += any(facts not in (None, before) for facts in found)
            new_files += found[1] is not None
            clear_unfinished(path)
            kept = {one.name for one in path.parent.iterdir()}
            assert kept == {"shop.servicedesk", "whole.servicedesk", path.name}
            path.unlink()
    note("kill -9 while a password is changed", killed, lost=unreadable, partial=halves)
    assert (killed, unreadable, halves) == (tried, 0, 0)
    assert 0 < new_files < killed
