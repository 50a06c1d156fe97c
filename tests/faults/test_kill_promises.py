# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while promises are saved and letters issued: each is there whole, or not at all.

A letter is whole with its exact PDF, its line in the contacts, and the promise that has been told
of.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.domain.printing import PaperChoice
from servicedesk.services.printing import Printing
from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.faults.promiser import EACH_VISIT
from tests.services.letters_made import Shop, shop_of
from tests.store.files import new_file, opened

KILLS = trials(25, 200)
MOST_HEARD = 4
"""Lines that a child may have told before it is killed: two visits."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(process: subprocess.Popen[str], path: Path, heard: int) -> list[str]:
    """Have a child work on a file, and kill it after so many lines.

    Returns:
        All that it told.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path}\n")
    what = process.stdout.readline().split()
    while what[0] != "child":  # it has written a letter of its own before
        what = process.stdout.readline().split()
    told = [process.stdout.readline() for _ in range(heard)]
    os.kill(int(what[1]), signal.SIGKILL)
    return [line.strip() for line in (*told, *iter(process.stdout.readline, "ended\n"))]


def stored(path: Path, read: int) -> dict[str, int]:
    """How many visits and letters are in the file, after seeing that each is there whole.

    Args:
        path: of the file.
        read: letters whose paper has been read after an earlier kill.
    """
    with opened(path) as file:
        shop = shop_of(file)
        letters = letters_read(shop, read)
    connection = driver.open_bare(path, Access.READ_ONLY)
    assert driver.find_damage(connection, thorough=True) is None

    def count(what: str) -> int:
        return driver.whole(connection, f"SELECT count(*) FROM {what}")

    visits, rest = divmod(count("promises"), EACH_VISIT)
    assert rest == 0
    assert {
        count("letters"),
        count("attachments"),
        count("contacts"),
        count("promises WHERE told_on IS NOT NULL"),
    } == {letters}
    steps = connection.execute(
        "SELECT use_case, count(*) FROM journal WHERE use_case IN (?, ?) GROUP BY step",
        ("make promises", "issue letter"),
    ).fetchall()
    connection.close()
    assert len(set(steps)) == len({use_case for use_case, _ in steps})
    assert len(steps) == visits + letters
    return {"promises": visits, "letter": letters}


def letters_read(shop: Shop, before: int) -> int:
    """How many letters there are; the exact paper of each new one is read."""
    writing = shop.services.letters_writing
    found = writing.of(customer_id=1)
    for card in found[: len(found) - before]:
        job = writing.issued_job((card.id,))
        offer = job.offers[0]
        printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
        assert "Yours sincerely" in " ".join(Printing().texts(printed.data))
    return len(found)


def test_a_kill_leaves_promises_and_letters_whole_or_not_at_all(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    chance = random.Random(20261123)
    known = {"promises": 0, "letter": 0}
    with forking("tests.faults.promiser") as process:
        for _ in range(KILLS):
            told = kill_one(process, path, chance.randrange(MOST_HEARD + 1))
            kept = stored(path, known["letter"])
            for what in known:
                assert kept[what] - known[what] >= told.count(what)
            known = kept
    note("kill -9 while promises and letters are written", KILLS)
    assert known["promises"] >= known["letter"] > 0
