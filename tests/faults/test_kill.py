# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while saving: no change that was acknowledged is lost, and none is there by half."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.store.driver import Durability
from servicedesk.store.opening import look_at
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.faults.saved import KEYS, MODES, made, named, opened, stored

KILLS = trials(25, 1000)
EACH_FILE = 100
"""Kills of one file: all that is in it is read after each of them."""

MOST_ACKNOWLEDGED = 12
"""Changes that a child may have told of before it is killed, at most."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(process: subprocess.Popen[str], words: str, first: int, told: int) -> int:
    """Have a child save, and kill it once it has told of ``told`` changes.

    Args:
        process: that forks the child.
        words: what the child is told.
        first: number of the first change that it saves.
        told: how many changes it may tell of.

    Returns:
        Number of the last change that it told of before it was dead.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{words}\n")
    what, child = process.stdout.readline().split()
    assert what == "child"
    heard = [process.stdout.readline() for _ in range(told)]
    os.kill(int(child), signal.SIGKILL)
    heard += iter(process.stdout.readline, "ended\n")
    saved = [int(line.removeprefix("saved ")) for line in heard]
    assert saved == list(range(first, first + len(saved)))
    return first - 1 + len(saved)


@KEYS
@MODES
def test_demand_1_nothing_acknowledged_is_lost_and_nothing_is_half_there(
    tmp_path: Path, durability: Durability, key: str | None
) -> None:
    chance = random.Random(20260914)
    unclean = 0
    with forking("tests.faults.saver") as process:
        for number in range(KILLS):
            if number % EACH_FILE == 0:
                path, last = made(tmp_path / str(number), key), 0
            told = chance.randrange(MOST_ACKNOWLEDGED + 1)
            words = f"{path} {durability.value} {last + 1} {key or ''}"
            acknowledged = kill_one(process, words, last + 1, told)
            unclean += look_at(path, key).stopped_uncleanly
            with opened(path, durability, key):
                pass
            last = stored(path, key)
            assert last >= acknowledged
    assert last > 0
    assert unclean > 0
    note(named("kill -9 while saving", durability, key), KILLS)
