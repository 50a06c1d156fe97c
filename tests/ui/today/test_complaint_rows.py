# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints on Today: what their rows say, their keys, and what stands with what can wait."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, ComplaintDraft, Finding, Serious, Track
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.today.page import TodayPage
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.ui.backups.benches import bench_in, heard

RUTH = "Ruth"
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HERE = Place(room="today")


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


@pytest.fixture
def patel(bench):
    return known(bench)


def known(bench):
    phone = Reach(kind=ReachKind.PHONE, shown="01632 960555")
    draft = CustomerDraft(name="Mrs Patel", reaches=(phone,), remember="Rings twice")
    return bench.services.customers.add(draft, RUTH).card.id


@pytest.fixture
def page(bench, qtbot):
    made = TodayPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    yield made
    made.leave()


def log(bench, customer_id, days_ago=0, **said):
    values = {"text": "the saw stopped", "received_at": NOON - days_ago * DAY, **said}
    draft = ComplaintDraft(customer_id=customer_id, **values)
    return bench.services.complaints.log(draft, RUTH).card.id


def press(qtbot, page, key):
    qtbot.keyClick(page.window().focusWidget(), key)


def test_a_row_says_what_is_next_and_serious_ones_say_so_first(page, bench, patel):
    log(bench, patel, 7, job_ref="SO 7")
    log(bench, patel, 7, text="", about=About.DAMAGE, serious=Serious.SERIOUS)
    log(bench, None, 22, track=Track.DATA_PROTECTION, called="Bob")
    page.arrive(HERE)
    first, third, second = [row.line for row in page.rows()]
    assert (first.title, first.chip) == ("Damage to property", "Late by 4 working days")
    assert first.sentence == (
        "Serious complaint · Tell them we have it · Mrs Patel · due Wed 18 Nov · C-2026-0002"
    )
    assert second.title == "The saw stopped"
    assert second.sentence == (
        "Complaint · Tell them we have it · Mrs Patel · due Thu 19 Nov · C-2026-0001 · SO 7"
    )
    assert second.remember == "Remember: Rings twice"
    assert third.sentence == (
        "Complaint · Tell them how it goes · by law, tell them you have it by Tue 1 Dec · Bob · "
        "due Mon 9 Nov · C-2026-0003"
    )


def test_long_words_are_cut(page, bench, patel):
    log(bench, patel, 4, text="again and\n" * 2_500)
    page.arrive(HERE)
    (row,) = page.rows()
    assert len(row.line.title) == 120
    assert row.line.title.endswith("again and…")


def test_one_key_opens_it_and_one_puts_it_off(page, bench, patel, qtbot):
    listened = heard(bench)
    number = log(bench, patel, 4)
    page.arrive(HERE)
    page.rows()[0].setFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Space)
    assert listened.places == [Place(room="complaints", item=str(number))] * 2
    press(qtbot, page, Qt.Key.Key_P)
    assert page.rows() == []
    assert "Put off. It is back on Wed 25 Nov by itself" in listened.said[-1]
    back = next(button for button in page.buttons() if button.text() == "Bring it back now")
    back.click()
    assert [row.line.title for row in page.rows()] == ["The saw stopped"]
    assert listened.said[-1] == "Back on the list: the saw stopped"


def test_what_goes_first_cannot_be_put_off(page, bench, patel, qtbot):
    log(bench, patel, serious=Serious.SERIOUS)
    page.arrive(HERE)
    (row,) = page.rows()
    assert row.more is None
    row.setFocus()
    press(qtbot, page, Qt.Key.Key_P)
    assert len(page.rows()) == 1


def test_a_promise_that_puts_one_right_says_so(page, bench, patel):
    number = log(bench, patel)
    complaints = bench.services.complaints
    complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    said = Given(on=TODAY, words="we agree", channel=Channel.PHONE, finding=Finding.UPHELD)
    complaints.take(number, Action.DECIDE, said, RUTH)
    planned = RemedyDraft(kind=RemedyKind.REDO, words="mend the saw", due=TODAY)
    complaints.parts.add_remedy(number, planned, RUTH)
    page.arrive(HERE)
    (row,) = page.rows()
    assert row.line.title == "Mend the saw"
    assert row.line.sentence.startswith("Puts a complaint right · Mrs Patel")


def test_what_can_wait_stands_at_the_side(page, bench):
    for _ in range(3):
        log(bench, None, about=About.PRICE)
    page.arrive(HERE)
    said = " ".join(seen_texts(page))
    assert "How can you reach those who complained?" in said
    assert "3 in 90 days are about the same: Price or bill." in said


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_rows_can_be_read_and_reached_in_every_dress(tmp_path, qtbot, scheme, percent):
    with bench_in(tmp_path, FixedClock(TODAY), scheme, percent) as bench, dressed(bench.theme):
        patel = known(bench)
        log(bench, patel, 7, job_ref="SO 7")
        log(bench, patel, 7, text="", about=About.DAMAGE, serious=Serious.SERIOUS)
        log(bench, None, 22, track=Track.DATA_PROTECTION, called="Bob")
        page = TodayPage(bench)
        qtbot.addWidget(page)
        page.resize(1158, 700)
        page.show()
        page.arrive(HERE)
        QApplication.processEvents()
        assert audits.findings(page) == []
        page.leave()
