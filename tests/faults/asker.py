# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that keys in cards and writes feedback down until it is killed.

``python -m tests.faults.asker`` does each thing once, so that all it needs is brought in, then
forks a child for each line ``PATH DURABILITY`` that it is given. The child tells its process id
("child 7"), then each thing that is in the file, by one of the words of ``TELLS``; "ended" means
that it is dead.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from servicedesk.domain.feedback import (
    BatchDraft,
    Decision,
    FeedbackDraft,
    FeedbackKind,
    MayQuote,
    Quoting,
    Scores,
)
from servicedesk.store.driver import Durability
from servicedesk.store.opening import open_file
from tests.faults.saver import tell
from tests.services.letters_made import TODAY, Shop, shop_of
from tests.store.files import MOMENT, new_file, opened

PILE = 12
"""Cards that are keyed in by one step."""

TELLS = (
    *("batch", "pile", "low", "rung", "idea", "decided", "wall"),
    *("praise", "thanked", "changed", "complaint"),
)
"""What the child tells once it is in the file."""

SAID = date(2026, 9, 28)
WHO = "Ruth"
LONG = "x" * 3000
"""Feedback is wider than a page of the file, so that half of it could be written."""

HEARD, DONE, CHANGED = "The lady heard from us", "A bench stands outside", "Tom was patient"


class Asking:
    """Somebody who asks customers and writes down what they say.

    Args:
        shop: the services of an open file.
    """

    def __init__(self, shop: Shop) -> None:
        self._feedback = shop.services.feedback

    def one(self) -> None:
        """A pile of cards, and one of each that follows from what people say."""
        cards = self._feedback.cards
        handed = BatchDraft(name="At the till", first=SAID, handed_out=40)
        batch = cards.add(handed, WHO).card.id
        tell("batch")
        pile = tuple(
            FeedbackDraft(
                kind=FeedbackKind.ANSWER,
                text=f"Card {number} {LONG}",
                given_on=SAID,
                scores=Scores(satisfaction=1 + number % 5),
                batch_id=batch,
            )
            for number in range(PILE)
        )
        cards.key_in(batch, pile, WHO)
        tell("pile")
        self._low()
        self._idea()
        self._praise()

    def _low(self) -> None:
        """A low mark of somebody who can be reached; it becomes a complaint."""
        said = FeedbackDraft(
            text=f"Nobody rang back {LONG}",
            given_on=SAID,
            called="The lady with the dog",
            reach="07700 900123",
            scores=Scores(satisfaction=1),
        )
        number = self._feedback.log(said, WHO).card.id
        tell("low")
        self._feedback.follow_up(number, TODAY, HEARD, WHO)
        tell("rung")
        self._feedback.make_complaint(number, agreed=True, who=WHO)
        tell("complaint")

    def _idea(self) -> None:
        """A suggestion that was taken up."""
        said = FeedbackDraft(
            kind=FeedbackKind.SUGGESTION,
            text=f"A bench outside {LONG}",
            given_on=SAID,
            quoting=Quoting(may=MayQuote.YES),
        )
        number = self._feedback.log(said, WHO).card.id
        tell("idea")
        self._feedback.decide(number, Decision.DONE, DONE, WHO)
        tell("decided")
        self._feedback.put_on_wall(number, True, WHO)
        tell("wall")

    def _praise(self) -> None:
        """A compliment, thanked for and put into other words."""
        said = FeedbackDraft(kind=FeedbackKind.COMPLIMENT, text=f"Well done {LONG}", given_on=SAID)
        number = self._feedback.log(said, WHO).card.id
        tell("praise")
        self._feedback.thanked(number, TODAY, WHO)
        tell("thanked")
        other = FeedbackDraft(kind=FeedbackKind.COMPLIMENT, text=CHANGED, given_on=SAID)
        self._feedback.change(number, other, WHO)
        tell("changed")


def work_for_ever(path: Path, durability: Durability) -> None:
    """Ask and ask until killed."""
    tell(f"child {os.getpid()}")
    backups = path.parent / "backups"
    file = open_file(path, backups=backups, moment=MOMENT, durability=durability)
    asking = Asking(shop_of(file))
    while True:
        asking.one()


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    with tempfile.TemporaryDirectory() as folder, opened(new_file(Path(folder))) as file:
        Asking(shop_of(file)).one()
    for line in sys.stdin:
        path, durability = line.split()
        child = os.fork()
        if child == 0:
            work_for_ever(Path(path), Durability(durability))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
