# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the one box finds opens: the room comes, and shows the very thing."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.search import HitKind
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from tests.helpers.qt import seen_texts
from tests.services.feedback_made import RUTH, logged
from tests.services.promises_made import draft as promise_draft
from tests.services.samples_made import FIRST, publish
from tests.walks import improving_made as improving


def fill(bench: Workbench) -> None:
    """One thing of every kind that a shop writes down."""
    services, now, today = bench.services, bench.clock.now(), bench.today
    publish(services)
    lucja = services.customers.add(CustomerDraft(name="Mrs Łucja Pickersgill"), RUTH).card.id
    services.promises.make(promise_draft("mend the thermostat", customer_id=lucja), RUTH)
    saw = ComplaintDraft(text="The mitre saw stopped", called="Siân Okonkwo", received_at=now)
    services.complaints.log(saw, RUTH)
    logged(services, "Lovely banisters", called="Björn Featherstone", given_on=today)
    about = ContactDraft(text="asked about varnish", customer_id=lucja, at=now)
    services.contacts.log(about, RUTH)
    services.samples.plan(FIRST, ("call",), RUTH)
    steps = (WalkStep(what="Finds the yard"),)
    services.walks.add(WalkDraft(name="From call to invoice", walked_on=today, steps=steps), RUTH)
    services.people.add(PersonDraft(name="Ivo Zahradník"), RUTH)
    for made in (improving.a_check, improving.an_idea, improving.a_plan, improving.agreed):
        made(bench)
    for made in (improving.a_paper, improving.a_review, improving.a_fairness_check):
        made(bench)
    improving.to_do(bench)


def texts(window: Shell) -> Iterator[str]:
    """What can be read in the window: words, fields, texts, and the cell that is chosen."""
    yield from seen_texts(window)
    for edit in (*window.findChildren(QPlainTextEdit), *window.findChildren(QTextEdit)):
        if edit.isVisible():
            yield edit.toPlainText()
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible():
            yield str(view.currentIndex().siblingAtColumn(0).data())


@pytest.mark.parametrize(
    ("typed", "kind", "seen"),
    [
        ("ckersg", HitKind.CUSTOMER, "Mrs Łucja Pickersgill"),
        ("thermo", HitKind.PROMISE, "mend the thermostat"),
        ("okonk", HitKind.COMPLAINT, "The mitre saw stopped"),
        ("therst", HitKind.FEEDBACK, "Lovely banisters"),
        ("varnish", HitKind.CONTACT, "asked about varnish"),
        ("30 november", HitKind.BY_HAND, "30 Nov"),
        ("call invoi", HitKind.BY_HAND, "From call to invoice"),
        ("zahrad", HitKind.SETTING, "Ivo Zahradník"),
        ("beforehand", HitKind.STANDARD, "Version 1"),
        ("no till here", HitKind.IMPROVE, "no till here"),
        ("bakery", HitKind.IMPROVE, "a sign that says the wait"),
        ("ramblers", HitKind.IMPROVE, "Lunch in ten minutes"),
        ("what is in stock", HitKind.IMPROVE, "say what is in stock"),
        ("lemonade", HitKind.IMPROVE, "An angry customer"),
        ("hire helper", HitKind.IMPROVE, "Saturdays ran late"),
        ("boiler", HitKind.IMPROVE, "Boiler care plan"),
        ("fairness november", HitKind.IMPROVE, "Otto Old"),
        ("hang clock", HitKind.ACTION, "hang up a clock"),
    ],
)
def test_each_hit_opens_its_place(
    window: Shell, bench: Workbench, qtbot: QtBot, typed: str, kind: HitKind, seen: str
) -> None:
    fill(bench)
    hit = next(group.hits[0] for group in bench.services.search.find(typed) if group.kind is kind)
    window.go(Place(room=hit.room, part=hit.part, item=hit.item))
    QApplication.processEvents()

    qtbot.waitUntil(lambda: any(seen.casefold() in text.casefold() for text in texts(window)))
