# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while saving: no change that was acknowledged is lost, and none is there by half.

``SERVICEDESK_KILLS`` sets how many kills each way of writing gets; the full form is 1000.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.store import driver
from servicedesk.store.driver import Access, Durability
from servicedesk.store.opening import look_at
from tests.faults.children import forking
from tests.faults.saver import LAST, LONG, ROWS_EACH
from tests.store.files import new_file, opened

KILLS = int(os.environ.get("SERVICEDESK_KILLS", "25"))
MOST_ACKNOWLEDGED = 12
"""Changes that a child may have told of before it is killed, at most."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(
    process: subprocess.Popen[str], path: Path, durability: Durability, first: int, told: int
) -> int:
    """Have a child save, and kill it once it has told of ``told`` changes.

    Returns:
        Number of the last change that it told of before it was dead.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {durability.value} {first}\n")
    what, child = process.stdout.readline().split()
    assert what == "child"
    heard = [process.stdout.readline() for _ in range(told)]
    os.kill(int(child), signal.SIGKILL)
    heard += iter(process.stdout.readline, "ended\n")
    saved = [int(line.removeprefix("saved ")) for line in heard]
    assert saved == list(range(first, first + len(saved)))
    return first - 1 + len(saved)


def stored(path: Path) -> int:
    """Number of the last change in the file, after seeing that each one is there whole."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    assert driver.find_damage(connection, thorough=True) is None
    last = connection.execute("SELECT value FROM business_facts WHERE key = ?", (LAST,)).fetchone()
    rows = connection.execute(
        "SELECT first, count(*), sum(length(reason)) FROM closures GROUP BY 1"
    )
    changes = rows.fetchall()
    steps = connection.execute("SELECT step, count(*) FROM journal GROUP BY step").fetchall()
    connection.close()
    number = 0 if last is None else int(str(last[0]))
    assert len(changes) == number
    assert {count for _, count, _ in changes} <= {ROWS_EACH}
    assert {length for _, _, length in changes} <= {ROWS_EACH * len(LONG)}
    assert steps == [(step, ROWS_EACH + 1) for step in range(1, number + 1)]
    return number


@pytest.mark.parametrize("durability", list(Durability))
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(
    tmp_path: Path, durability: Durability
) -> None:
    path = new_file(tmp_path)
    chance = random.Random(20260914)
    last = 0
    unclean = 0
    with forking("tests.faults.saver") as process:
        for _ in range(KILLS):
            told = chance.randrange(MOST_ACKNOWLEDGED + 1)
            acknowledged = kill_one(process, path, durability, last + 1, told)
            unclean += look_at(path).stopped_uncleanly
            with opened(path, durability):
                pass
            last = stored(path)
            assert last >= acknowledged
    assert last > 0
    assert unclean > 0
