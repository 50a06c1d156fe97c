# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that answers a check until it is killed: ``python -m tests.faults.checker``.

It forks a child for each path it is given. The child tells its process id ("child 7"), then each
answer once it is kept ("answered"), one that is another one now ("changed"), a check that is
finished ("finished") and one whose gaps are planned ("planned"); "ended" means that it is dead.
"""

import os
import sys
from pathlib import Path

from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.services.registry import Services, open_services
from servicedesk.store.opening import open_file
from tests.faults.saver import tell
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import MOMENT

WHO = "Ruth"
BANK = Bank.SECURITY
LONG = "x" * 300
"""In the note beside each answer: a few of them are wider than a page of the file."""

CHANGED = GivenAnswer(answer=Answer.YES, note=f"in order by now {LONG}")


def said_to(question: str) -> GivenAnswer:
    """What is answered to a question, which its note names."""
    return GivenAnswer(answer=Answer.NO, note=f"{question} {LONG}")


def check_once(services: Services) -> None:
    """Answer what is left of a check, the first question once more, finish, and plan its gaps."""
    checks = services.checks
    card = checks.open_one(BANK) or checks.begin(BANK, is_short=False, who=WHO).card
    for question in card.asked[len(card.answers) :]:
        checks.answer(card.id, question, said_to(question), WHO)
        tell("answered")
    if card.answers.get(card.asked[0]) != CHANGED:  # not before the last kill
        checks.answer(card.id, card.asked[0], CHANGED, WHO)
        tell("changed")
    checks.finish(card.id, WHO)
    tell("finished")
    checks.plan(card.id, card.asked, WHO)
    tell("planned")


def work_for_ever(path: Path) -> None:
    """Go from check to check until killed."""
    tell(f"child {os.getpid()}")
    file = open_file(path, backups=path.parent / "backups", moment=MOMENT)
    services = open_services(file, surroundings(path, FixedClock()))
    while True:
        check_once(services)


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work_for_ever(Path(line.strip()))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
