# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with some complaints, each at another stage, for tests of screens."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, ComplaintDraft, Finding, Serious, Wish
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.ui.complaints.page import ComplaintsPage
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts
from tests.ui.promises.made import customer

RUTH = "Ruth"
TODAY = date(2026, 11, 25)


def at(day: int, hour: int = 10, month: int = 11) -> datetime:
    """A moment of November 2026."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def logged(bench: Workbench, text: str, when: datetime, **said: object) -> int:
    """Write one down at that moment; its number."""
    bench.clock.set(when)
    draft = ComplaintDraft(text=text, received_at=when, **said)
    return bench.services.complaints.log(draft, RUTH).card.id


def took(bench: Workbench, complaint_id: int, action: Action, when: datetime, **said) -> None:
    """Take a step at that moment."""
    bench.clock.set(when)
    given = Given(on=when.date(), **said)
    bench.services.complaints.take(complaint_id, action, given, RUTH)


def answered(bench: Workbench, complaint_id: int, when: datetime) -> None:
    """Look into one and agree, by e-mail."""
    took(bench, complaint_id, Action.INVESTIGATE, when)
    words = "The blade was old, and nobody looked at it before the hire."
    told = {"words": words, "channel": Channel.EMAIL, "finding": Finding.UPHELD}
    took(bench, complaint_id, Action.DECIDE, when, **told)


def _older(bench: Workbench, patel: int, cafe: int) -> dict[str, int]:
    """Those that have been there for more than a week."""
    found = {"late": logged(bench, "the gate still squeaks", at(2), customer_id=cafe)}
    took(bench, found["late"], Action.ACKNOWLEDGE, at(3), channel=Channel.PHONE)
    took(bench, found["late"], Action.INVESTIGATE, at(3))
    found["answered"] = logged(
        bench, "two hinges were missing", at(9), customer_id=patel, about=About.LATE_DELIVERY
    )
    answered(bench, found["answered"], at(12))
    found["putting"] = logged(bench, "the paint peels", at(10), channel=Channel.PHONE)
    answered(bench, found["putting"], at(12))
    made = RemedyDraft(
        kind=RemedyKind.REDO, words="paint the door again", by_whom="Tom", due=date(2026, 11, 27)
    )
    bench.services.complaints.parts.add_remedy(found["putting"], made, RUTH)
    took(bench, found["putting"], Action.PLAN_REMEDY, at(12))
    found["sorted"] = logged(bench, "cold soup", at(16), customer_id=cafe)
    done = SortedDraft(did="a new one at once", told_by=Channel.COUNTER, on=date(2026, 11, 16))
    bench.services.complaints.sort_out(found["sorted"], done, RUTH)
    return found


def fill(bench: Workbench, clock: FixedClock) -> dict[str, int]:
    """Write complaints down; afterwards it is Wednesday 25 November.

    Returns:
        The numbers of the complaints, and of the first customer, by a short name.
    """
    clock.set(at(2))
    patel = customer(bench, "Mrs Meena Patel", "07700 900123", "Ring the side door bell")
    cafe = customer(bench, "Pat’s Café", "01632 960044")
    found = {"patel": patel, "cafe": cafe, **_older(bench, patel, cafe)}
    found["waiting"] = logged(bench, "the wrong colour", at(18), customer_id=cafe)
    took(bench, found["waiting"], Action.ACKNOWLEDGE, at(18), channel=Channel.EMAIL)
    took(bench, found["waiting"], Action.INVESTIGATE, at(19))
    took(bench, found["waiting"], Action.ASK_CUSTOMER, at(19), words="Which colour was agreed?")
    found["new"] = logged(
        bench,
        "hired saw stopped working on the first morning",
        at(24),
        customer_id=patel,
        about=About.FAULTY_GOODS,
        wishes=(Wish.REFUND, Wish.APOLOGY),
        job_ref="INV 4471",
        amount_pence=4500,
    )
    found["serious"] = logged(
        bench,
        "the ladder slipped and she hurt her hand",
        at(24, 15),
        customer_id=cafe,
        is_safety=True,
        serious=Serious.SERIOUS,
        from_stock=True,
    )
    clock.set(datetime(2026, 11, 25, 9, tzinfo=UTC))
    return found


def shown(bench, qtbot, part="", item=""):
    """The room on the screen."""
    made = ComplaintsPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 702)
    with qtbot.waitActive(made):
        made.show()
    made.arrive(Place(room="complaints", part=part, item=item))
    settled()
    return made


def settled():
    """Wait until the page has its measures, which it takes in steps."""
    for _ in range(5):
        QApplication.processEvents()


def texts_on(page):
    """What can be read, once it is there."""
    QApplication.processEvents()
    return seen_texts(page)


def file_of(bench, ids, name):
    """A complaint as it is now."""
    return bench.services.complaints.file(ids[name])


def shown_in(page, ids, name):
    """Show a complaint on the page.

    Returns:
        Its state.
    """
    page.arrive(Place(room="complaints", item=str(ids[name])))
    settled()
    return page.detail_presenter.state


def lines_of(state):
    """Title -> what the line says, or what its button does, in brackets."""
    said = {}
    for line in state.lines:
        parts = [
            part.words if part.way is None else f"{part.words} [{part.way.deed}]".strip()
            for part in line.parts
        ]
        said[line.title] = parts
    return said
