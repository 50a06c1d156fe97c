# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while cards are keyed in and feedback is written down: each step is there or is not.

A pile of cards is one step: all of its cards are there, or none.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from servicedesk.domain.feedback import FeedbackKind
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.periods import Period
from servicedesk.services.registry import Services
from servicedesk.store.driver import Durability
from tests.faults.asker import CHANGED, DONE, HEARD, PILE, SAID, TELLS, Asking
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.faults.saved import SAID as WAYS
from tests.faults.wholeness import damage_in, index_beside_records, tables_beside_journal
from tests.services.letters_made import TODAY, shop_of
from tests.store.files import new_file, opened

KILLS = trials(25, 200)
EACH_FILE = 25
"""Kills of one file: each table is read after each of them."""

MOST_HEARD = 2 * len(TELLS)
"""Lines that a child may have told before it is killed."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(
    process: subprocess.Popen[str], path: Path, durability: Durability, heard: int
) -> Counter[str]:
    """Have a child work on a file, and kill it after so many lines; how often it told what."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {durability.value}\n")
    what = process.stdout.readline().split()
    while what[0] != "child":  # it has done all of it once before
        what = process.stdout.readline().split()
    told = [process.stdout.readline() for _ in range(heard)]
    os.kill(int(what[1]), signal.SIGKILL)
    return Counter(line.strip() for line in (*told, *iter(process.stdout.readline, "ended\n")))


def kept(path: Path, durability: Durability) -> Counter[str]:
    """How often what is in the file, after seeing that every table of it is whole."""
    with opened(path, durability) as file:
        found = counted(shop_of(file).services)
        assert tables_beside_journal(file) == []
        assert index_beside_records(file) == []
    assert damage_in(path) == []
    return found


def counted(services: Services) -> Counter[str]:
    """How often what the child tells, by the words of ``TELLS``."""
    feedback = services.feedback
    cards = [feedback.get(number) for number in feedback.lists.ids(FeedbackChip.ALL)]
    batches = feedback.cards.all()
    assert {batch.came_back for batch in batches} <= {0, PILE}
    answers = [card for card in cards if card.draft.batch_id is not None]
    assert len(answers) == sum(batch.came_back for batch in batches)
    report = services.figures.report(Period(first=SAID, last=TODAY))
    marks = [card for card in cards if card.draft.scores.satisfaction is not None]
    bases = [
        one.base
        for part in report.sections
        for one in part.figures
        if one.code == "satisfaction_mean"
    ]
    assert bases == [len(marks)]
    low = [card for card in cards if card.draft.reach]
    ideas = [card for card in cards if card.draft.kind is FeedbackKind.SUGGESTION]
    praise = [card for card in cards if card.draft.kind is FeedbackKind.COMPLIMENT]
    for card in low:
        assert card.follow_up_due is not None
        if card.complaint_id is not None:
            assert services.complaints.get(card.complaint_id).draft.text
    return Counter(
        batch=len(batches),
        pile=sum(batch.came_back == PILE for batch in batches),
        low=len(low),
        rung=sum(card.follow_up_note == HEARD for card in low),
        complaint=sum(card.complaint_id is not None for card in low),
        idea=len(ideas),
        decided=sum(card.answer == DONE for card in ideas),
        wall=sum(card.is_on_wall for card in ideas),
        praise=len(praise),
        thanked=sum(card.thanked_on == TODAY for card in praise),
        changed=sum(card.draft.text == CHANGED for card in praise),
    )


@pytest.mark.parametrize("durability", list(Durability))
def test_a_kill_leaves_cards_and_feedback_whole_or_not_at_all(
    tmp_path: Path, durability: Durability
) -> None:
    chance = random.Random(20261123)
    seen: Counter[str] = Counter()
    with forking("tests.faults.asker") as process:
        for number in range(KILLS):
            if number % EACH_FILE == 0:
                path = new_file(tmp_path, f"shop{number}.servicedesk")
                known: Counter[str] = Counter()
            told = kill_one(process, path, durability, chance.randrange(MOST_HEARD + 1))
            now = kept(path, durability)
            missing = {what: told[what] for what in TELLS if now[what] - known[what] < told[what]}
            assert missing == {}
            known = now
            seen.update(told)
    assert all(seen[what] > 0 for what in TELLS)
    note(f"kill -9 while feedback is written down, {WAYS[durability]}", KILLS)


@pytest.mark.parametrize(
    ("spoilt", "table"),
    [
        ("DELETE FROM feedback WHERE id = 3", "feedback"),
        ("UPDATE feedback SET satisfaction = 5 WHERE id = 2", "feedback"),
        ("UPDATE feedback_batches SET handed_out = 7", "feedback_batches"),
    ],
)
def test_a_card_that_is_gone_or_says_something_else_is_found(
    tmp_path: Path, spoilt: str, table: str
) -> None:
    with opened(new_file(tmp_path)) as file:
        Asking(shop_of(file)).one()
        assert tables_beside_journal(file) == []
        with file.change() as connection:
            connection.exec_driver_sql(spoilt)
        assert {line.split()[0] for line in tables_beside_journal(file)} == {table}
