# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop of which people have said this and that, for tests of screens."""

from datetime import date

from PySide6.QtWidgets import QApplication

from servicedesk.domain.feedback import (
    Decision,
    FeedbackDraft,
    FeedbackKind,
    MayQuote,
    Quoting,
    Scores,
)
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.page import FeedbackPage
from tests.helpers.records import put_customer

RUTH = "Ruth"
SAID = date(2026, 11, 20)


def say(bench: Workbench, text: str = "", **said: object) -> int:
    """Write down what somebody said; its number."""
    draft = FeedbackDraft(text=text, given_on=SAID, **said)
    return bench.services.feedback.log(draft, RUTH).card.id


def fill(bench: Workbench) -> dict[str, int]:
    """Write down one of each; their numbers, and that of the customer, by a short name."""
    patel = put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")
    found = {
        "patel": patel,
        "praise": say(
            bench,
            "Tom was so patient with the old lock",
            kind=FeedbackKind.COMPLIMENT,
            customer_id=patel,
            staff="Tom",
            scores=Scores(satisfaction=5),
            quoting=Quoting(may=MayQuote.YES, shown_as="Mrs P", is_incentivised=False),
        ),
        "low": say(
            bench,
            "Nobody rang back",
            kind=FeedbackKind.ANSWER,
            better="Ring if it slips",
            called="The lady with the dog",
            reach="07700 900123",
            scores=Scores(satisfaction=2, effort=3),
        ),
        "idea": say(bench, "A bench outside would be good", kind=FeedbackKind.SUGGESTION),
        "done": say(
            bench,
            "Take cards for small sums",
            kind=FeedbackKind.SUGGESTION,
            quoting=Quoting(may=MayQuote.YES),
        ),
        "waits": say(bench, "Where is my refund?", customer_id=patel, wants_answer=True),
        "bare": say(bench, kind=FeedbackKind.ANSWER, scores=Scores(satisfaction=4)),
    }
    said = "You can pay any sum by card."
    bench.services.feedback.decide(found["done"], Decision.DONE, said, RUTH)
    return found


def kept(bench: Workbench, number: int):
    """A piece of feedback as it is now."""
    return bench.services.feedback.get(number)


def everything(bench: Workbench):
    """All feedback there is, the newest first."""
    feedback = bench.services.feedback
    return [feedback.get(one) for one in feedback.lists.ids(FeedbackChip.ALL)]


def shown(bench, qtbot, part="", item="") -> FeedbackPage:
    """The room on the screen."""
    made = FeedbackPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 702)
    with qtbot.waitActive(made):
        made.show()
    made.arrive(Place(room="feedback", part=part, item=str(item)))
    if (target := made.first_focus()) is not None:
        target.setFocus()
    for _ in range(3):  # rows that came with the place find their height one after the other
        QApplication.processEvents()
    return made
