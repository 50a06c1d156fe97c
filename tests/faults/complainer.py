# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that handles complaints from the first word to the lesson until it is killed.

``python -m tests.faults.complainer`` handles one of its own, so that all it needs is brought in,
then forks a child for each line ``PATH DURABILITY`` that it is given. The child tells its process
id ("child 7"), then each step that is in the file, by one of the words of ``TELLS``; "ended" means
that it is dead.
"""

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import EntryDraft, EntryKind, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.store.driver import Durability
from servicedesk.store.opening import open_file
from tests.faults.saver import tell
from tests.services.complaints_letters_made import ANSWER
from tests.services.letters_made import FRIDAY, TODAY, Shop, said, shop_of
from tests.store.files import MOMENT, new_file, opened

TELLS = ("complaint", "letter", "step", "entry", "remedy", "done", "learnt", "action", "sorted")
"""What the child tells once it is in the file."""

WAY = (
    *("log", "acknowledge", "investigate", "ask_customer", "customer_replied"),
    *("decide", "plan_remedy", "resolve", "close"),
)
"""The history of a complaint that went the whole way."""

SORTED_WAY = ("log", "sort_out")

CAME = datetime(2026, 9, 29, 9, tzinfo=UTC)
WHO = "Ruth"
LONG = "x" * 3000
"""A complaint is wider than a page of the file, so that half of it could be written."""


class Handling:
    """Somebody who handles complaints.

    Args:
        shop: the services of an open file.
    """

    def __init__(self, shop: Shop) -> None:
        self._services = shop.services
        found = shop.services.search.people("Patel")
        self._customer = found[0].id if found else shop.customer()
        self._number = 0

    def one(self) -> None:
        """One complaint the whole way, with its letters."""
        self._log(f"The saw stopped {LONG}")
        self._send("L01")
        self._take(Action.INVESTIGATE)
        self._take(Action.ASK_CUSTOMER, words="Which saw was it?")
        self._take(Action.CUSTOMER_REPLIED, words=f"The blue one {LONG}")
        parts, number = self._services.complaints.parts, self._number
        entry = EntryDraft(kind=EntryKind.FACT, text=f"Worn through {LONG}", on=TODAY)
        parts.add_entry(number, entry, WHO)
        tell("entry")
        self._send("L04", **ANSWER)
        remedy = RemedyDraft(kind=RemedyKind.REPAIR, words="fit a new blade", due=FRIDAY)
        made = parts.add_remedy(number, remedy, WHO).card.remedies[-1]
        tell("remedy")
        self._take(Action.PLAN_REMEDY)
        parts.remedy_done(number, made.id, TODAY, WHO)
        tell("done")
        self._take(Action.RESOLVE)
        self._learn()
        parts.followed_up(number, TODAY, 5, WHO)
        self._take(Action.CLOSE)

    def small(self) -> None:
        """A small one, sorted without a letter."""
        self._log("The soup was cold")
        done = SortedDraft(
            did="A new bowl at once",
            kind=RemedyKind.REDO,
            told_by=Channel.COUNTER,
            on=TODAY,
            cause=Cause.SLIP,
        )
        self._services.complaints.sort_out(self._number, done, WHO)
        tell("sorted")

    def _log(self, text: str) -> None:
        draft = ComplaintDraft(customer_id=self._customer, text=text, received_at=CAME)
        self._number = self._services.complaints.log(draft, WHO).card.id
        tell("complaint")

    def _send(self, template: str, **values: str) -> None:
        writing = self._services.letters_writing
        draft = writing.draft(template, who=WHO, complaint_id=self._number)
        writing.issue(said(draft, **values), WHO)
        tell("letter")

    def _take(self, action: Action, words: str = "") -> None:
        given = Given(on=TODAY, words=words)
        self._services.complaints.take(self._number, action, given, WHO)
        tell("step")

    def _learn(self) -> None:
        parts = self._services.complaints.parts
        learning = Learning(causes=(Cause.SLIP,), whys=("Nobody looked at it",), lessons=LONG)
        parts.learn(self._number, learning, WHO)
        tell("learnt")
        action = ActionDraft(text="Look at every blade", owner=WHO, done_on=TODAY, cause=Cause.SLIP)
        parts.add_action(self._number, action, WHO)
        tell("action")


def work_for_ever(path: Path, durability: Durability) -> None:
    """Go from complaint to complaint until killed."""
    tell(f"child {os.getpid()}")
    backups = path.parent / "backups"
    file = open_file(path, backups=backups, moment=MOMENT, durability=durability)
    handling = Handling(shop_of(file))
    while True:
        handling.one()
        handling.small()


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    with tempfile.TemporaryDirectory() as folder, opened(new_file(Path(folder))) as file:
        Handling(shop_of(file)).one()
    for line in sys.stdin:
        path, durability = line.split()
        child = os.fork()
        if child == 0:
            work_for_ever(Path(path), Durability(durability))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
