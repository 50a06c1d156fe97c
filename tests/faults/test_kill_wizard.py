# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demands 1 and 11: killed at any moment of typing, the wizard loses two seconds at most.

``SERVICEDESK_KILLS`` sets how many kills; a few are enough to see it.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.faults.wizard_typist import LETTERS, PAGE, QUESTION
from tests.helpers.children import plain_environment
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in

KILLS = min(int(os.environ.get("SERVICEDESK_KILLS", "2")), 40)
LOST_AT_MOST = 2000
"""Milliseconds of typing."""

ROOT = Path(__file__).resolve().parents[2]
MOST_LETTERS = 220

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")


def typed_until_killed(folder: Path, letters: int) -> list[tuple[int, int]]:
    """Have a child type, and kill it after so many letters.

    Returns:
        (moment in milliseconds, letters that stood in the field) for each letter it told of.
    """
    environment = plain_environment(ROOT / "src")
    environment["PYTHONPATH"] += f"{os.pathsep}{ROOT}"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.wizard_typist", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    told: list[tuple[int, int]] = []
    assert process.stdout is not None
    try:
        while len(told) < letters:
            moment, typed = process.stdout.readline().split()
            told.append((int(moment), int(typed)))
    finally:
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        process.wait(timeout=30)
    return told


@pytest.mark.parametrize("number", range(KILLS))
def test_demand_11_a_kill_loses_at_most_two_seconds_of_typing(
    tmp_path: Path, qtbot: QtBot, number: int
) -> None:
    with bench_in(tmp_path, FixedClock()) as bench:
        bench.services.charter_writing.begin("hardware_shop", "Ruth")
    letters = random.Random(number).randint(140, MOST_LETTERS)
    told = typed_until_killed(tmp_path, letters)
    killed_at = told[-1][0]
    owed = max((typed for moment, typed in told if killed_at - moment >= LOST_AT_MOST), default=0)
    with bench_in(tmp_path, FixedClock()) as bench:
        found = bench.services.charter_writing.current()
        assert found is not None
        text = str(found.typing.typed.get(QUESTION, ""))
    assert found.typing.page in ("", PAGE)
    whole = (LETTERS * (letters // len(LETTERS) + 1))[:letters]
    assert whole.startswith(text)
    assert len(text) >= owed
