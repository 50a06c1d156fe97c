# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of what to ask again: kept on, taken away or opened with one key."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.support import SafetyDraft, SafetyKind, SupportDraft, SupportNeed
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.reviews import ReviewsPage
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY, put_customer
from tests.ui.widgets.made import press

RUTH = "Ruth"
HERE = Place(room="reviews")
NUTS = SafetyDraft(
    kind=SafetyKind.ALLERGY,
    text="Nuts",
    yes_words="Yes",
    agreed_on=DAY,
    ends_on=date(2026, 12, 1),
)
TEXTS = SupportDraft(
    need=SupportNeed.TEXT_NOT_CALLS, yes_words="Yes, text me", review_on=date(2026, 12, 2)
)


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel")


@pytest.fixture
def page(bench, qtbot, patel):
    support = bench.services.support
    support.add_safety(patel, NUTS, RUTH)
    support.add_need(patel, TEXTS, RUTH)
    soon = SupportDraft(need=SupportNeed.MORE_TIME, review_on=date(2026, 12, 3))
    support.add_need(patel, soon, RUTH)
    made = ReviewsPage(bench)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.arrive(HERE)
    with qtbot.waitActive(made):
        made.show()
    made.first_focus().setFocus()
    return made


def shown(page):
    return [(line.what, line.state) for line in page.presenter.lines]


def test_what_ends_first_stands_first(page, patel):
    assert shown(page) == [("Allergy: Nuts", ""), ("texts, not calls", ""), ("more time", "")]
    assert page.model.sentence(0) == (
        "Mrs Meena Patel: Allergy: Nuts, to be asked again on Tue 1 Dec"
    )
    assert page.customer_id() == patel
    assert page.print_job().title == "To ask again"


def test_what_is_due_or_over_says_so(page, bench):
    bench.clock.set(date(2026, 12, 3))
    page.arrive(HERE)
    assert shown(page) == [
        ("Allergy: Nuts", "has ended"),
        ("texts, not calls", "due"),
        ("more time", "has ended"),
    ]
    assert page.model.sentence(1).endswith(", due")
    assert page.presenter.lines[1].stands == "Wed 2 Dec · due"


def test_one_key_says_that_it_still_helps(page, bench, patel, heard):
    assert not page.keep_button.isVisible()
    press(page, Qt.Key.Key_S)
    assert len(shown(page)) == 3
    press(page, Qt.Key.Key_Down)
    assert page.keep_button.isVisible()
    press(page, Qt.Key.Key_S)
    assert ("texts, not calls", "") not in shown(page)
    assert bench.services.support.of(patel).needs[0].draft.review_on == date(2027, 11, 23)
    assert heard.said[-1].startswith("Kept.")


def test_one_key_removes(page, bench, patel):
    press(page, Qt.Key.Key_Delete)
    assert bench.services.support.of(patel).safety == ()
    press(page, Qt.Key.Key_Delete)
    assert [card.draft.need for card in bench.services.support.of(patel).needs] == ["more_time"]
    changes = bench.services.undo.undo(RUTH).changes
    bench.changes.announce(changes)
    assert len(shown(page)) == 2


def test_enter_opens_the_sheet(page):
    press(page, Qt.Key.Key_Return)
    assert page.sheet.presenter.state.name == "Mrs Meena Patel"
    page.sheet.reject()


def test_what_went_meanwhile_is_told(page, bench, patel, heard):
    line = page.presenter.lines[0]
    bench.services.support.remove_safety(patel, line.review.safety.id, RUTH)
    page.presenter.remove(line)
    assert len(heard.said) == 1
    assert len(shown(page)) == 2
    page.presenter.lines = (replace(line, review=replace(line.review, customer_id=77)),)
    page.presenter.state_changed.emit()
    page.list.choose(line.id)
    page.open_button.click()
    assert len(heard.said) == 2


def test_while_there_is_nothing_it_says_so(bench, qtbot):
    page = ReviewsPage(bench)
    qtbot.addWidget(page)
    page.arrive(HERE)
    page.show()
    assert any("Nothing is to be asked again" in text for text in seen_texts(page))
    assert page.first_focus() is None
    assert page.print_job() is None
    assert page.customer_id() is None
    page.keep()
    page.remove()
    page.open_button.click()
    assert page.sheet is None


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(page, bench, percent):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page.resize(1160, 700)
    QApplication.processEvents()
    assert findings(page) == []
