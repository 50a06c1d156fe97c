# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with some promises, each of another kind, for tests of screens."""

from datetime import date

from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    Reach,
    ReachKind,
)
from servicedesk.domain.promises import Due, PromiseDraft, PromiseKind
from servicedesk.domain.promises_rules import due_at
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.promises.page import PromisesPage
from tests.helpers.builders import charter_draft
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts

RUTH = "Ruth"
TODAY = date(2026, 11, 25)
MADE = date(2026, 11, 12)


def customer(bench: Workbench, name: str, phone: str = "", remember: str = "") -> int:
    reaches = (Reach(kind=ReachKind.PHONE, shown=phone),) if phone else ()
    address = Address(lines="14 Wellington Road\nTodmorden", postcode="OL14 5DY")
    draft = CustomerDraft(name=name, reaches=reaches, addresses=(address,), remember=remember)
    return bench.services.customers.add(draft, RUTH).card.id


def promise(bench: Workbench, text: str, due: Due, **said: object) -> int:
    values: dict[str, object] = {"promiser": "Tom", "made_on": MADE, **said}
    draft = PromiseDraft(text=text, due=due, **values)
    return bench.services.promises.make(draft, RUTH).card.id


def fill(bench: Workbench, clock: FixedClock) -> dict[str, int]:
    """Write promises on 12 November; afterwards it is Wednesday the 25th.

    Returns:
        The numbers of the promises, and of the first customer, by a short name.
    """
    clock.set(MADE)
    calendar = bench.services.calendars.calendar()
    bench.services.charters.publish_draft(charter_draft(), RUTH, lambda card: None)
    patel = customer(bench, "Mrs Meena Patel", "07700 900123", "Ring the side door bell")
    cafe = customer(bench, "Pat’s Café", "01632 960044")
    found = {
        "patel": patel,
        "cafe": cafe,
        "late": promise(
            bench,
            "ring back about the wet saw hire",
            Due(day=date(2026, 11, 20)),
            customer_id=patel,
            kind=PromiseKind.RING_BACK,
            channel=Channel.COUNTER,
            job_ref="INV 4471",
            remedy="The first day of hire is free.",
        ),
        "today": promise(
            bench, "deliver the skirting board", due_at(TODAY, 1020, calendar), customer_id=cafe
        ),
        "coming": promise(
            bench,
            "send the quote for the gate",
            Due(day=date(2026, 11, 27)),
            customer_id=patel,
            kind=PromiseKind.QUOTE,
            standard_key="email",
        ),
        "waiting": promise(
            bench,
            "order the brass hinges",
            Due(day=date(2026, 12, 4)),
            waiting_for="the supplier’s price list",
        ),
        "kept": promise(bench, "cut two keys", Due(day=date(2026, 11, 13)), customer_id=patel),
        "old": promise(bench, "mend the mower", Due(day=date(2026, 11, 13)), customer_id=cafe),
    }
    bench.services.promises.done(found["kept"], MADE, None, RUTH)
    clock.set(date(2026, 11, 19))
    agreed = Due(day=date(2026, 12, 1))
    bench.services.promises.move(found["coming"], agreed, True, "She is away until then", RUTH)
    clock.set(TODAY)
    return found


def shown(bench, qtbot, part="", item=""):
    """The room on the screen."""
    made = PromisesPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 702)
    with qtbot.waitActive(made):
        made.show()
    made.arrive(Place(room="promises", part=part, item=item))
    QApplication.processEvents()
    return made


def texts_on(page):
    """What can be read, once it is there."""
    QApplication.processEvents()
    return seen_texts(page)


def card_of(bench, ids, name):
    """A promise as it is now."""
    return bench.services.promises.get(ids[name])
