# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Low marks on Today: what their rows say, and that they open the feedback."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.today.page import TodayPage
from servicedesk.ui.today.row_words import MOST_ROWS
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.feedback_made import MRS_PATEL, RUTH, marked
from tests.ui.backups.benches import bench_in, heard

TODAY = date(2026, 11, 24)


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


def test_a_low_mark_says_whose_it_is_and_opens_from_its_row(bench, qtbot):
    feedback = bench.services.feedback
    patel = bench.services.customers.add(MRS_PATEL, RUTH).card.id
    feedback.log(
        marked(2, customer_id=patel, text="nobody\nrang " + "and rang " * 20, given_on=TODAY), RUTH
    )
    feedback.log(marked(1, reach="01632 960124", given_on=TODAY), RUTH)
    page = page_of(bench, qtbot)
    lines = [row.line for row in page.rows()]
    assert [(line.title, line.sentence) for line in lines] == [
        (
            f"Nobody rang {'and rang ' * 12}".rstrip()[:120] + "…",
            "Follow up · Mrs Patel · hear from us by Thu 26 Nov · at the counter",
        ),
        (
            "A low mark and no words",
            "Follow up · No name given · hear from us by Thu 26 Nov · at the counter",
        ),
    ]
    told = heard(bench)
    page.rows()[0].setFocus()
    qtbot.waitUntil(lambda: page.rows()[0].hasFocus())
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert told.places[-1] == Place(room="feedback", item="1")
    page.leave()


def test_a_low_mark_is_put_off_and_brought_back(bench, qtbot):
    bench.services.feedback.log(marked(1, called="Ann", reach="01632 960124", given_on=TODAY), RUTH)
    page = page_of(bench, qtbot)
    page.rows()[0].setFocus()
    qtbot.waitUntil(lambda: page.rows()[0].hasFocus())
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_P)
    assert page.rows() == []
    (box,) = (block for block in page.presenter.state.blocks if block.heading == "Put off")
    (line,) = box.lines
    assert line.sentence == "Ann · back on Wed 25 Nov"
    page.presenter.act(line.buttons[0].action)
    assert len(page.rows()) == 1
    page.leave()


def test_more_low_marks_than_there_is_room_for_are_on_their_own_page(bench, qtbot):
    cards = [marked(1, reach="01632 960124", given_on=TODAY)] * (MOST_ROWS + 2)
    bench.services.feedback.cards.key_in(None, cards, RUTH)
    page = page_of(bench, qtbot)
    assert len(page.rows()) == MOST_ROWS
    rest = page.presenter.state.blocks[0].lines[-1]
    assert (rest.chip, rest.title) == ("2 more", "In the next 3 working days: feedback")
    told = heard(bench)
    page.presenter.act(rest.buttons[0].action)
    assert told.places == [Place(room="feedback", part="follow_up")]
    page.leave()


def test_whoever_waits_for_an_answer_waits_at_the_side(bench, qtbot):
    bench.services.feedback.log(
        marked(4, text="Open on Sundays", wants_answer=True, given_on=TODAY), RUTH
    )
    page = page_of(bench, qtbot)
    assert "Answer F-2026-0001" in seen_texts(page)
    page.leave()
