# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The kept record beside each standard of the wizard, and the warning while a figure is typed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from servicedesk.domain.charters_live_feasible import Beside
from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Trouble
from servicedesk.domain.standards import StandardChannel, StartEvent, StopEvent
from servicedesk.ui.charter.wizard_record import RecordBeside
from tests.helpers import audits
from tests.helpers.builders import charter_draft, complaint_promises, opening_days, promise
from tests.helpers.qt import seen_texts
from tests.ui.charter.wizards import shown

EMAIL = promise(
    title="E-mails answered",
    channel=StandardChannel.EMAIL,
    limit=opening_days(2),
    start_event=StartEvent.CONTACT_RECEIVED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)


def write_down(bench, *days_waited):
    """E-mails of a Monday that were answered so many days later."""
    for days in days_waited:
        asked = ContactDraft(
            text="asked",
            at=datetime(2026, 11, 9, 10, tzinfo=UTC),
            channel=Channel.EMAIL,
            answered_minutes=days * 24 * 60,
        )
        bench.services.contacts.log(asked, "Ruth")


@pytest.fixture
def page(dressed, qtbot):
    write_down(dressed, *[0] * 8, *[1] * 2, *[2] * 2)
    draft = charter_draft(standards=(EMAIL, promise("other"), *complaint_promises()))
    dressed.services.charter_writing.keep(draft, Typing(), "Ruth")
    return shown(qtbot, dressed, "how_fast")


def test_the_share_of_past_cases_follows_the_figure_that_is_typed(page, qtbot):
    said = seen_texts(page)
    assert "Of the last 12 that were written down, 12 would have met this (100 %)." in said
    number = next(
        one
        for one in page.findChildren(QLineEdit)
        if one.accessibleName() == "E-mails answered: within, number"
    )
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "1")
    QApplication.processEvents()
    warned = [one for one in seen_texts(page) if "10 would have met this (83 %)" in one]
    assert "less than nine in ten" in warned[0]
    assert audits.findings(page) == []
    number.selectAll()
    qtbot.keyClicks(number, "3")
    QApplication.processEvents()
    assert not any("less than nine in ten" in one for one in seen_texts(page))


def test_the_result_of_the_charter_on_the_wall_stands_beside(dressed, clock, qtbot):
    clock.set(datetime(2026, 11, 2, 9, tzinfo=UTC))
    draft = charter_draft(standards=(EMAIL, promise("other"), *complaint_promises()))
    dressed.services.charters.publish_draft(draft, "Ruth", lambda _card: None)
    clock.set(datetime(2026, 11, 23, 14, 31, tzinfo=UTC))
    write_down(dressed, 0, 1, 1, 2, 5)
    page = shown(qtbot, dressed, "how_fast")
    said = (
        "Kept so far, in the last 90 days: 80 % of the 5 calls, messages and promises we wrote "
        "down, early sign."
    )
    assert said in seen_texts(page)
    assert audits.findings(page) == []


def test_it_is_read_once_and_a_trouble_says_nothing_beside(bench, heard, monkeypatch):
    read = []
    past = bench.services.charters_live.past
    monkeypatch.setattr(
        bench.services.charters_live, "past", lambda some: read.append(some) or past(some)
    )
    beside = RecordBeside(bench, (EMAIL,))
    for days in range(1, 250):
        assert beside(promise(limit=opening_days(days))) == Beside()
    assert len(read) == 1

    def fails(_standards):
        raise Trouble("disk_full", name="shop")

    monkeypatch.setattr(bench.services.charters_live, "past", fails)
    assert RecordBeside(bench, (EMAIL,))(EMAIL) == Beside()
    assert len(heard.troubles) == 1
