# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints on Today: what their rows say, their keys, and what stands with what can wait."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, ComplaintDraft, Finding, Serious, Track
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.today.page import TodayPage
from servicedesk.ui.today.row_words import MOST_ROWS
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.services.open_rows import put_promise
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
        "Serious complaint · Tell them we have it · Mrs Patel · due Wed 18 Nov · "
        "answer due Tue 24 Nov · C-2026-0002"
    )
    assert second.title == "The saw stopped"
    assert second.sentence == (
        "Complaint · Tell them we have it · Mrs Patel · due Thu 19 Nov · "
        "half the time for the answer is over · C-2026-0001 · SO 7"
    )
    assert second.remember == "Remember: Rings twice"
    assert third.sentence == (
        "Complaint · Tell them we have it · by law, tell them you have it by Tue 1 Dec · Bob · "
        "due Mon 9 Nov · half the time for the answer is over · C-2026-0003"
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


def test_the_rest_of_mixed_rows_leads_to_the_list_of_each(page, bench):
    for number in range(MOST_ROWS + 2):
        came = NOON - timedelta(days=60)
        draft = ComplaintDraft(text=f"late {number}", received_at=came)
        bench.services.complaints.log(draft, RUTH)
    with bench.services.units.change("fill", RUTH) as unit:
        put_promise(unit, "ring back", TODAY - DAY)
    page.arrive(HERE)
    lines = page.presenter.state.blocks[0].lines[MOST_ROWS:]
    assert {(line.title, line.chip) for line in lines} == {
        ("Late: complaints", "2 more"),
        ("Late: promises", "1 more"),
    }
    listened = heard(bench)
    for line in sorted(lines, key=lambda one: one.title):
        page.presenter.act(line.buttons[0].action)
    assert listened.places == [
        Place(room="complaints", part="late"),
        Place(room="promises", part="late"),
    ]


def test_causes_to_be_named_lead_to_the_list_of_them(page, bench):
    complaints = bench.services.complaints
    for text in ("cold soup", "hot soup"):
        made = complaints.log(ComplaintDraft(text=text, received_at=NOON), RUTH).card
        done = SortedDraft(did="a new one", told_by=Channel.COUNTER, on=TODAY)
        complaints.sort_out(made.id, done, RUTH)
    page.arrive(HERE)
    cards = bench.services.home.today().cards
    (card,) = (one for one in cards if one.code == "complaint_no_cause_many")
    listened = heard(bench)
    page.presenter.act(card.actions[0])
    assert listened.places == [Place(room="complaints", part="no_cause")]
    wanted = ComplaintFilter(chip=ComplaintChip.NO_CAUSE)
    assert len(complaints.lists.ids(wanted)) == 2
    complaints.parts.learn(made.id, Learning(causes=(Cause.SLIP,)), RUTH)
    (left,) = complaints.lists.rows(complaints.lists.ids(wanted))
    assert left.text == "cold soup"
    (card,) = (one for one in bench.services.home.today().cards if one.code == "complaint_no_cause")
    assert card.actions[0].item == str(left.id)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (11, "half the time for the answer is over"),
        (14, "answer due"),
        (18, "answer was due"),
        (57, "eight weeks ended"),
    ],
)
def test_gap_4_what_comes_near_is_said_on_its_row(bench, page, days, said):
    came = NOON - days * DAY
    bench.clock.set(came)
    draft = ComplaintDraft(text="The tap drips", received_at=came)
    bench.services.complaints.log(draft, RUTH)
    bench.clock.set(NOON)
    page.arrive(HERE)
    (row,) = page.rows()
    assert said in row.line.sentence
