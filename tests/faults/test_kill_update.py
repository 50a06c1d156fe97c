# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while a file is copied and updated: the next start finishes it, and no row is missing.

The kills are spread evenly over all calls to the disk.
"""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from servicedesk.store import migrate, opening
from servicedesk.store.backup import sum_file
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.migrations.files import dump, file_of
from tests.migrations.test_steps import EVERY
from tests.store.files import opened

KILLS = trials(25, 500)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


@pytest.fixture
def updater() -> Iterator["subprocess.Popen[str]"]:
    """The process whose children update."""
    with forking("tests.faults.updater") as process:
        yield process


def update_and_die(process: "subprocess.Popen[str]", path: Path, point: int) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {point}\n")
    return process.stdout.readline().strip()


def fresh(folder: Path) -> Path:
    folder.mkdir()
    return file_of(folder, EVERY[-2].number)


def test_demand_6_an_update_killed_anywhere_is_finished_by_the_next_start(
    tmp_path: Path, updater: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    lived, points = update_and_die(updater, fresh(tmp_path / "whole"), 0).split()
    assert lived == "lived"
    before = dump(fresh(tmp_path / "before"))
    after = dump(tmp_path / "whole" / "shop.servicedesk")
    monkeypatch.setattr(opening, "SCHEMA", EVERY[-1].number)
    monkeypatch.setattr(migrate, "update", partial(migrate.update, revisions=EVERY))
    step = max(1, int(points) // KILLS)
    for point in range(1, int(points) + 1, step):
        path = fresh(tmp_path / str(point))
        assert update_and_die(updater, path, point) == "killed"
        for backup in (path.parent / "backups").glob("*.servicedesk"):
            assert dump(backup) == before
            signed = sum_file(backup).read_text().split()[0]
            assert signed == sha256(backup.read_bytes()).hexdigest()
        with opened(path):
            pass
        assert sorted(found.name for found in path.parent.iterdir()) == ["backups", path.name]
        assert len(list((path.parent / "backups").iterdir())) == 2  # the copy and its sum
        assert dump(path) == after
    note("kill -9 while a file is brought up to date", len(range(1, int(points) + 1, step)))
