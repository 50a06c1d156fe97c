# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The home of the checks: what can be checked, what is begun, what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.checks import Answer, Bank
from servicedesk.domain.checks_proofs import Proof
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.selfcheck.made import NO, RUTH, YES, all_of, begun, finished
from tests.ui.widgets.made import press, write

PROVEN = "3c"


def settle():
    for _ in range(3):
        QApplication.processEvents()


def texts(page):
    settle()
    return seen_texts(page)


@pytest.fixture
def proven(bench, monkeypatch):
    """The records prove one answer."""
    proof = Proof(question_id=PROVEN, answer=Answer.YES, code="made", number=14)
    sentence = "You wrote down 14 promises in the last 90 days."
    monkeypatch.setattr("servicedesk.services.checks.read_proofs", lambda *_args: {PROVEN: proof})
    monkeypatch.setattr("servicedesk.services.checks.Checks.sentence", lambda *_args: sentence)
    return sentence


def test_a_new_shop_is_offered_the_key_questions_first(opened, bench):
    page = opened()
    card = page.home.cards[Bank.SELF_CHECK]
    assert [button.text() for button in card.buttons] == [
        "Answer the 22 key questions",
        "Answer all 64",
        "Print the questions",
    ]
    assert card.buttons[0].hasFocus()
    said = texts(page)
    assert said.count("Not done yet.") == 4
    assert "The 22 key questions take a quarter of an hour, all 64 about an hour." in said
    press(page, Qt.Key.Key_Return)
    settle()
    kept = bench.services.checks.open_one(Bank.SELF_CHECK)
    assert (kept.is_short, len(kept.asked)) == (True, 22)
    assert page.asking.isVisible()
    assert page.asking.boxes[0].row.resting().hasFocus()


def test_all_questions_are_begun_by_the_other_button(opened, bench):
    page = opened()
    page.home.cards[Bank.SELF_CHECK].buttons[1].click()
    assert len(bench.services.checks.open_one(Bank.SELF_CHECK).asked) == 64


@pytest.mark.parametrize(
    ("is_short", "time"), [(True, "a quarter of an hour"), (False, "about an hour")]
)
def test_the_one_that_is_begun_says_how_long_that_one_takes(opened, bench, is_short, time):
    begun(bench.services, all_of(YES), first=1, is_short=is_short)
    said = texts(opened())
    assert f"It takes {time}." in said
    assert " ".join(said).count("an hour") == 1


def test_what_is_begun_is_gone_on_with_or_dropped(opened, bench, heard):
    begun(bench.services, all_of(YES), first=31)
    page = opened()
    card = page.home.cards[Bank.SELF_CHECK]
    assert "Begun on 23 November 2026: 31 of 64 answered." in texts(page)
    assert card.buttons[0].text().startswith("Go on at topic ")
    drop = next(button for button in card.buttons if button.text() == "Drop this one")
    drop.setFocus()
    press(page, Qt.Key.Key_Return)
    settle()
    assert bench.services.checks.open_one(Bank.SELF_CHECK) is None
    assert page.home.cards[Bank.SELF_CHECK].buttons[0].hasFocus()
    assert heard.said == ["Check removed."]
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert bench.services.checks.open_one(Bank.SELF_CHECK) is not None


def test_all_answered_is_to_be_finished(opened, bench):
    begun(bench.services, all_of(YES))
    page = opened()
    first = page.home.cards[Bank.SELF_CHECK].buttons[0]
    assert first.text() == "Go on: finish it"
    first.click()
    settle()
    assert page.asking.finish.finish_button.hasFocus()


def test_finished_ones_are_listed_and_opened(opened, bench, heard):
    one = finished(bench.services, all_of(YES))
    two = finished(bench.services, all_of(NO), is_short=True, first=4)
    page = opened()
    assert [row.id for row in page.home.past] == [two, one]
    assert [row.see_button.text() for row in page.home.past] == [
        "23 November 2026: Check yourself, 22 key questions, no number, 4 of 22 answered",
        "23 November 2026: Check yourself, 100 of 100",
    ]
    assert "Last done on 23 November 2026." in texts(page)
    page.home.past[1].see_button.click()
    assert heard.places[-1].item == f"result/{one}"
    assert page.result.isVisible()


def test_one_of_many_is_removed(opened, bench):
    one = finished(bench.services, all_of(YES))
    two = finished(bench.services, all_of(NO))
    page = opened()
    page.home.past[0].remove_button.click()
    settle()
    assert [row.id for row in page.home.past] == [one]
    page.home.presenter.remove(two)  # gone by now
    assert [row.id for row in page.home.past] == [one]


def test_who_comes_back_on_the_day_sees_the_result_and_begins_no_new_one(opened, bench):
    finished(bench.services, all_of(YES))
    page = opened("self_check")
    assert page.result.isVisible()
    assert bench.services.checks.open_one(Bank.SELF_CHECK) is None


def test_what_the_records_prove_is_filled_in_and_open_to_change(opened, bench, proven):
    page = opened("self_check")
    box = next(box for box in page.asking.boxes if box.id == PROVEN)
    given = bench.services.checks.open_one(Bank.SELF_CHECK).answers[PROVEN]
    assert (given.answer, given.is_from_records, given.note) == (Answer.YES, True, proven)
    shown = f"From your records: {proven} Filled in for you; change it if it is not so."
    assert shown in texts(page)
    filled = "1 of 64 answered, 1 filled in from your records. Every answer is kept as you give it."
    assert filled in texts(page)
    assert not box.use_button.isVisible()
    box.focus_first()
    write(page, "n")
    settle()
    assert "1 of 64 answered. Every answer is kept as you give it." in texts(page)
    given = bench.services.checks.open_one(Bank.SELF_CHECK).answers[PROVEN]
    assert (given.answer, given.is_from_records, given.note) == (Answer.NO, False, "")
    assert f"From your records: {proven}" in texts(page)
    assert box.use_button.isVisible()
    assert box.use_button.text() == "Use what the records show"
    assert findings(page) == []
    box.use_button.click()
    given = bench.services.checks.open_one(Bank.SELF_CHECK).answers[PROVEN]
    assert (given.answer, given.note) == (Answer.YES, proven)
    assert not box.use_button.isVisible()


def test_what_the_records_prove_in_part_is_said_to_be_a_part(opened, bench, proven, monkeypatch):
    proof = Proof(question_id=PROVEN, answer=Answer.PARTLY, code="made", number=14)
    monkeypatch.setattr("servicedesk.services.checks.read_proofs", lambda *_args: {PROVEN: proof})
    rest = "That is a part of it, so “partly” is filled in; change it freely."
    assert f"From your records: {proven} {rest}" in texts(opened("self_check"))


def test_enter_on_what_was_filled_in_keeps_it_as_from_the_records(opened, bench, proven):
    page = opened("self_check")
    box = next(box for box in page.asking.boxes if box.id == PROVEN)
    box.focus_first()
    press(page, Qt.Key.Key_Return)
    given = bench.services.checks.open_one(Bank.SELF_CHECK).answers[PROVEN]
    assert given.is_from_records


@pytest.mark.parametrize("bank", list(Bank))
def test_questions_are_printed_to_answer_with_a_pencil(opened, bench, monkeypatch, bank):
    shown = []
    monkeypatch.setattr(
        "servicedesk.ui.selfcheck.page.show_print", lambda job, *_args: shown.append(job)
    )
    page = opened()
    card = page.home.cards[bank]
    next(one for one in card.buttons if one.text() == "Print the questions").click()
    assert [job.offers[0].id for job in shown] == ["check_questions"]


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200), ("light", 200)])
def test_the_home_passes_the_audits(opened, bench, scheme, percent):
    finished(bench.services, all_of(YES))
    finished(bench.services, all_of(YES))
    begun(bench.services, all_of(YES), first=3)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened()
    settle()
    assert findings(page) == []
