# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Actions on Today: what their rows say, how they are ticked, and where they open."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from servicedesk.domain.actions import ActionDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.today.page import TodayPage
from servicedesk.ui.today.row_words import MOST_ROWS
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.feedback_made import RUTH
from tests.ui.backups.benches import bench_in, heard

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


def page_of(bench, qtbot):
    made = TodayPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    made.arrive(Place(room="today"))
    return made


def press(page, qtbot, key):
    page.rows()[0].setFocus()
    qtbot.waitUntil(lambda: page.rows()[0].hasFocus())
    qtbot.keyClick(page.window().focusWidget(), key)


def test_an_action_says_whose_it_is_and_is_ticked_with_the_space_bar(bench, qtbot):
    late = ActionDraft(text="charge saws", due=TODAY - DAY, owner="Tom")
    number = bench.services.actions.add(late, RUTH).card.id
    page = page_of(bench, qtbot)
    (row,) = page.rows()
    assert (row.line.title, row.line.chip) == ("Charge saws", "Late by 1 working day")
    assert row.line.sentence == "To do, so that it gets better · Tom · due Mon 23 Nov"
    press(page, qtbot, Qt.Key.Key_Space)
    assert page.rows() == []
    assert bench.services.actions.get(number).card.draft.done_on == TODAY
    bench.services.undo.undo(RUTH)
    page.leave()


def test_it_opens_in_the_register(bench, qtbot):
    number = bench.services.actions.add(ActionDraft(text="Paint", due=TODAY), RUTH).card.id
    page, told = page_of(bench, qtbot), heard(bench)
    press(page, qtbot, Qt.Key.Key_Return)
    assert told.places[-1] == Place(room="improve", part="actions", item=str(number))
    page.leave()


def test_one_that_is_done_asks_whether_it_works_and_only_opens(bench, qtbot):
    draft = ActionDraft(text="Paint", done_on=TODAY - 91 * DAY)
    number = bench.services.actions.add(draft, RUTH).card.id
    page, told = page_of(bench, qtbot), heard(bench)
    (row,) = page.rows()
    assert row.line.chip == "Today"
    assert "does it work?" in row.line.sentence
    press(page, qtbot, Qt.Key.Key_Space)
    assert told.places[-1] == Place(room="improve", part="actions", item=str(number))
    assert len(page.rows()) == 1
    page.leave()


def test_many_lead_to_the_register(bench, qtbot):
    for place in range(MOST_ROWS + 2):
        bench.services.actions.add(ActionDraft(text=f"Paint {place}", due=TODAY), RUTH)
    page = page_of(bench, qtbot)
    assert any("things to do" in text for text in seen_texts(page))
    page.leave()
