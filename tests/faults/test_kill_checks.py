# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while a check is answered: what was answered is there, and it goes on from there."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from servicedesk.services.registry import open_services
from tests.faults.checker import BANK, CHANGED, check_once, said_to
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.faults.wholeness import damage_in, index_beside_records, tables_beside_journal
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

KILLS = trials(25, 200)
MOST_HEARD = 14
"""Lines that a child may have told before it is killed: a check, and a little of the next."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(process: subprocess.Popen[str], path: Path, heard: int) -> Counter[str]:
    """Have a child work on a file, and kill it after so many lines; how often it told what."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path}\n")
    _, number = process.stdout.readline().split()
    told = [process.stdout.readline() for _ in range(heard)]
    os.kill(int(number), signal.SIGKILL)
    return Counter(line.strip() for line in (*told, *iter(process.stdout.readline, "ended\n")))


def kept(path: Path) -> Counter[str]:
    """How often what is in the file, after seeing that every table of it is whole."""
    with opened(path) as file:
        services = open_services(file, surroundings(path, FixedClock()))
        going, finished = services.checks.open_one(BANK), services.checks.finished(BANK)
        planned = len(services.actions.open_ones())
        assert tables_beside_journal(file) == []
        assert index_beside_records(file) == []
    assert damage_in(path) == []
    cards = [*finished, *([going] if going else [])]
    changed = [card for card in cards if card.answers.get(card.asked[0]) == CHANGED]
    for card in cards:
        said = {one: said_to(one) for one in card.asked[: len(card.answers)]}
        if card in changed:
            said[card.asked[0]] = CHANGED
        assert card.answers == said
    assert all(len(card.answers) == len(card.asked) for card in finished)
    assert all(card in changed for card in finished)
    assert planned in (0, len(finished[0].asked) if finished else 0)
    return Counter(
        answered=sum(len(card.answers) for card in cards),
        changed=len(changed),
        finished=len(finished),
        planned=planned,
    )


def test_a_kill_loses_no_answer(tmp_path: Path) -> None:
    path, chance = new_file(tmp_path), random.Random(20261123)
    known: Counter[str] = Counter()
    with forking("tests.faults.checker") as process:
        for _ in range(KILLS):
            told = kill_one(process, path, chance.randrange(MOST_HEARD + 1))
            now = kept(path)
            for what in ("answered", "changed", "finished"):
                assert now[what] - known[what] >= told[what]
            assert not told["planned"] or now["planned"]
            known = now
    assert known["finished"] > 0
    note("kill -9 while a check is answered", KILLS)


@pytest.mark.parametrize(
    ("spoilt", "table"),
    [
        ("DELETE FROM check_answers WHERE id = 3", "check_answers"),
        ("UPDATE check_answers SET answer = 'yes' WHERE id = 2", "check_answers"),
        ("UPDATE checks SET finished_on = NULL", "checks"),
    ],
)
def test_an_answer_that_is_gone_or_says_something_else_is_found(
    tmp_path: Path, spoilt: str, table: str
) -> None:
    with opened(new_file(tmp_path)) as file:
        check_once(open_services(file, surroundings(tmp_path, FixedClock())))
        assert tables_beside_journal(file) == []
        with file.change() as connection:
            connection.exec_driver_sql(spoilt)
        assert {line.split()[0] for line in tables_beside_journal(file)} == {table}
