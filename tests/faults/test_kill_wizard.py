# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demands 1 and 11: killed at any moment of typing, the wizard loses two seconds at most."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.services.charters_writing import Writing
from tests.faults.counting import note, trials
from tests.faults.wizard_typist import FIRST, LETTERS, PAGES, SECOND, STRETCH
from tests.helpers.children import plain_environment
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in

KILLS = trials(3, 40)
LOST_AT_MOST = 2000
"""Milliseconds of typing."""

ROOT = Path(__file__).resolve().parents[2]
MOST_LETTERS = 260

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
        process.wait(timeout=300)
    return told


def kept(found: Writing, question: str, ready_made: str) -> str:
    """The letters that the file holds of a question; what stood there before is none."""
    said = found.typing.typed.get(question, found.draft.answers.get(question, ""))
    text = "" if said == ready_made else str(said)
    assert (LETTERS * MOST_LETTERS).startswith(text)
    return text


@pytest.mark.parametrize("number", range(KILLS))
def test_demand_11_a_kill_loses_at_most_two_seconds_of_typing(
    tmp_path: Path, qtbot: QtBot, number: int
) -> None:
    with bench_in(tmp_path, FixedClock()) as bench:
        bench.services.charter_writing.begin("hardware_shop", "Ruth")
        begun = bench.services.charter_writing.current()
        assert begun is not None
        before = {one: str(begun.draft.answers.get(one, "")) for one in (FIRST, SECOND)}
    # One soon after the first letter, one about where the page is turned, the others anywhere.
    least, most = {0: (1, 60), 1: (STRETCH - 5, STRETCH + 5)}.get(number, (140, MOST_LETTERS))
    told = typed_until_killed(tmp_path, random.Random(number).randint(least, most))
    killed_at, typed = told[-1]
    owed = max(
        (letters for moment, letters in told if killed_at - moment >= LOST_AT_MOST), default=0
    )
    with bench_in(tmp_path, FixedClock()) as bench:
        found = bench.services.charter_writing.current()
    assert found is not None
    assert found.typing.page in ("", *PAGES)
    first, second = (kept(found, one, before[one]) for one in (FIRST, SECOND))
    assert len(first) + len(second) >= owed
    if typed > STRETCH:  # the first was said by then, and what is said is never lost
        assert len(first) == STRETCH
        assert found.draft.answers[FIRST] == first
    note("kill -9 while the charter is typed", 1)
