# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while complaints are handled: each step is there whole, or not at all.

A step is whole with its line in the history, the days it moves, its letter with the exact paper,
the promise it makes, the journal and the index of the search.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.printing import Printing
from servicedesk.store.driver import Durability
from servicedesk.store.engine import DeskFile
from tests.faults.children import forking
from tests.faults.complainer import SORTED_WAY, TELLS, WAY, Handling
from tests.faults.counting import note, trials
from tests.faults.saved import SAID
from tests.faults.wholeness import (
    complaint_in_halves,
    damage_in,
    index_beside_records,
    tables_beside_journal,
)
from tests.services.letters_made import Shop, shop_of
from tests.store.files import new_file, opened

KILLS = trials(25, 200)
EACH_FILE = 25
"""Kills of one file: each table is read after each of them."""

MOST_HEARD = 20
"""Lines that a child may have told before it is killed: a complaint the whole way and a small one.
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(
    process: subprocess.Popen[str], path: Path, durability: Durability, heard: int
) -> Counter[str]:
    """Have a child work on a file, and kill it after so many lines.

    Returns:
        How often it told what.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {durability.value}\n")
    what = process.stdout.readline().split()
    while what[0] != "child":  # it has handled one of its own before
        what = process.stdout.readline().split()
    told = [process.stdout.readline() for _ in range(heard)]
    os.kill(int(what[1]), signal.SIGKILL)
    return Counter(line.strip() for line in (*told, *iter(process.stdout.readline, "ended\n")))


def kept(path: Path, durability: Durability, read: set[int]) -> Counter[str]:
    """How often what is in the file, after seeing that every table of it is whole.

    Args:
        path: of the file.
        durability: how it is written.
        read: numbers of letters whose paper has been read; those that are new are added.
    """
    with opened(path, durability) as file:
        shop = shop_of(file)
        complaints = shop.services.complaints
        numbers = complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))
        files = [complaints.file(number) for number in numbers]
        wrong = [line for one in files for line in complaint_in_halves(shop.services, one)]
        assert wrong == []
        assert tables_beside_journal(file) == []
        assert index_beside_records(file) == []
        read_letters(shop, files, read)
    assert damage_in(path) == []
    return sum((counted(one) for one in files), Counter())


def counted(file: ComplaintFile) -> Counter[str]:
    """How often what was told of a complaint, by the words of ``TELLS``."""
    way = tuple(step.action for step in file.steps)
    assert way in (WAY[: len(way)], SORTED_WAY[: len(way)])
    is_small = "sort_out" in way
    letters = sum(name in way for name in ("acknowledge", "decide"))
    remedies = () if is_small else file.remedies
    return Counter(
        complaint=1,
        sorted=int(is_small),
        letter=letters,
        step=len(way) - 1 - letters - is_small,
        entry=len(file.entries),
        remedy=len(remedies),
        done=sum(one.draft.done_on is not None for one in remedies),
        learnt=int(bool(file.card.learning.lessons)),
        action=len(file.actions),
    )


def read_letters(shop: Shop, files: list[ComplaintFile], read: set[int]) -> None:
    """Read the exact paper of each new letter, which names its complaint."""
    writing = shop.services.letters_writing
    for file in files:
        for card in writing.of(complaint_id=file.card.id):
            if card.id in read:
                continue
            read.add(card.id)
            job = writing.issued_job((card.id,))
            offer = job.offers[0]
            printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
            text = " ".join(Printing().texts(printed.data))
            assert "Yours sincerely" in text
            assert file.card.ref in text


@pytest.mark.parametrize("durability", list(Durability))
def test_a_kill_leaves_complaints_whole_or_not_at_all(
    tmp_path: Path, durability: Durability
) -> None:
    chance = random.Random(20261122)
    seen: Counter[str] = Counter()
    with forking("tests.faults.complainer") as process:
        for number in range(KILLS):
            if number % EACH_FILE == 0:
                path = new_file(tmp_path, f"shop{number}.servicedesk")
                known: Counter[str] = Counter()
                read: set[int] = set()
            told = kill_one(process, path, durability, chance.randrange(MOST_HEARD + 1))
            now = kept(path, durability, read)
            missing = {what: told[what] for what in TELLS if now[what] - known[what] < told[what]}
            assert missing == {}
            known = now
            seen.update(told)
    assert all(seen[what] > 0 for what in TELLS)
    note(f"kill -9 while complaints are handled, {SAID[durability]}", KILLS)


@pytest.fixture
def handled(tmp_path: Path) -> Iterator[DeskFile]:
    """A file with one complaint that went the whole way."""
    with opened(new_file(tmp_path)) as file:
        Handling(shop_of(file)).one()
        yield file


@pytest.mark.parametrize(
    ("spoilt", "table"),
    [
        ("DELETE FROM complaint_steps WHERE action = 'decide'", "complaint_steps"),
        ("UPDATE promises SET outcome = NULL", "promises"),
        ("UPDATE complaints SET decide_due = '2026-10-01'", "complaints"),
        ("DELETE FROM contacts", "contacts"),
        ("DELETE FROM attachment_pieces", "attachment_pieces"),
        ("UPDATE actions SET text = 'x'", "actions"),
    ],
)
def test_what_is_there_by_half_is_found(handled: DeskFile, spoilt: str, table: str) -> None:
    assert tables_beside_journal(handled) == []
    with handled.change() as connection:
        connection.exec_driver_sql(spoilt)
    assert {line.split()[0] for line in tables_beside_journal(handled)} == {table}


def test_an_index_that_says_something_else_is_found(handled: DeskFile) -> None:
    assert index_beside_records(handled) == []
    with handled.change() as connection:
        connection.exec_driver_sql("UPDATE complaints SET text = 'the kettle leaked'")
    assert len(index_beside_records(handled)) == 2


def test_a_step_without_what_belongs_to_it_is_found(handled: DeskFile) -> None:
    with handled.change() as connection:
        connection.exec_driver_sql("UPDATE letters SET withdrawn_on = '2026-09-30'")
        connection.exec_driver_sql("UPDATE complaint_pauses SET until = NULL")
        connection.exec_driver_sql("UPDATE complaint_remedies SET promise_id = NULL")
    services = shop_of(handled).services
    assert len(complaint_in_halves(services, services.complaints.file(1))) == 4
