# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The questions of a check on the screen: by keys alone, left half-way, half typed, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.checks import Answer, Bank
from servicedesk.ui.selfcheck.asking_state import DEPARTURE, FINISH, NOTE
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.widgets.made import press, write

RUTH = "Ruth"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(opened):
    """The questions of the self-check, just begun."""
    return opened("self_check")


def settle():
    for _ in range(3):
        QApplication.processEvents()


def card(bench, which=Bank.SELF_CHECK):
    return bench.services.checks.open_one(which)


def texts(page):
    settle()
    return seen_texts(page)


def test_all_questions_are_answered_by_one_key_each(asked, bench, heard):
    pane, keys = asked.asking, 0
    count = len(card(bench).asked)
    while pane.presenter.state.at != FINISH:
        settle()
        if pane.next_button.hasFocus():
            press(asked, Qt.Key.Key_Return)
        else:
            write(asked, "ypnd"[keys % 4])
        keys += 1
        assert keys < 200
    settle()
    assert pane.finish.finish_button.hasFocus()
    assert keys == count + len(pane.presenter.state.topics)
    assert keys < 1.5 * count
    answers = [one.answer for one in card(bench).answers.values()]
    assert len(answers) == count
    assert set(answers) == set(Answer)
    assert "That is all of them." in " ".join(texts(asked))
    press(asked, Qt.Key.Key_Return)
    settle()
    (done,) = bench.services.checks.finished(Bank.SELF_CHECK)
    assert heard.said == ["Check finished."]
    assert heard.places[-1].item == f"result/{done.id}"
    assert asked.result.isVisible()


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("y", Answer.YES),
        ("P", Answer.PARTLY),
        ("n", Answer.NO),
        ("d", Answer.NOT_APPLICABLE),
        ("1", Answer.YES),
        ("2", Answer.PARTLY),
        ("3", Answer.NO),
        ("4", Answer.NOT_APPLICABLE),
        (" ", Answer.YES),
        ("\n", Answer.YES),
    ],
)
def test_a_key_answers_and_leads_to_the_next_question(asked, bench, key, answer):
    first, second = asked.asking.boxes[:2]
    assert first.row.resting().hasFocus()
    write(asked, key)
    assert card(bench).answers[first.id].answer is answer
    assert second.row.resting().hasFocus()
    first.focus_first()
    write(asked, key)  # said again it stays
    assert card(bench).answers[first.id].answer is answer


def test_an_answer_is_taken_back_by_delete_by_a_click_and_by_undo(asked, bench):
    box = asked.asking.boxes[0]
    write(asked, "y")
    box.focus_first()
    press(asked, Qt.Key.Key_Delete)
    assert box.id not in card(bench).answers
    box.row.chips[2].click()
    assert card(bench).answers[box.id].answer is Answer.NO
    assert not asked.asking.boxes[1].row.resting().hasFocus()
    box.row.chips[2].click()
    assert box.id not in card(bench).answers
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert box.row.picked() == (2,)


def test_what_may_be_typed_depends_on_the_answer(asked):
    box = asked.asking.boxes[0]
    assert (box.note.isVisible(), box.departure.isVisible()) == (False, False)
    for key, shown in (
        ("y", (True, False)),
        ("p", (True, True)),
        ("n", (False, True)),
        ("d", (False, False)),
    ):
        box.focus_first()
        write(asked, key)
        assert (box.note.isVisible(), box.departure.isVisible()) == shown


def test_notes_are_kept_when_left_and_what_is_too_long_stays_with_its_reason(asked, bench):
    box = asked.asking.boxes[0]
    write(asked, "p")
    box.note.focus_target().setFocus()
    write(asked, "on the wall")
    box.departure.focus_target().setFocus()
    assert card(bench).answers[box.id].note == "on the wall"
    box.departure.show_typed("x" * 25_000)
    asked.asking.next()
    settle()
    asked.asking.back()
    settle()
    box = asked.asking.boxes[0]
    assert box.departure.error()
    assert len(str(box.departure.value())) == 25_000
    assert card(bench).answers[box.id].departure == ""
    box.departure.focus_target().setFocus()
    box.departure.show_typed("we are two")
    box.row.resting().setFocus()
    assert card(bench).answers[box.id].departure == "we are two"
    assert not box.departure.error()


def test_a_half_typed_note_survives_a_kill(asked, bench, opened):
    box = asked.asking.boxes[0]
    write(asked, "y")
    box.note.focus_target().setFocus()
    write(asked, "the li")
    asked.asking.presenter._keeper.flush()  # its second is over; then the program is killed
    number = str(card(bench).id)
    assert bench.services.drafts.kept("checks", number).values == {f"{NOTE}.{box.id}": "the li"}
    assert card(bench).answers[box.id].note == ""
    again = opened("self_check")
    assert again.asking.boxes[0].note.value() == "the li"
    again.asking.leave()
    assert card(bench).answers[box.id].note == "the li"
    assert bench.services.drafts.kept("checks", number) is None


def test_one_stops_half_way_and_goes_on_there(asked, bench, heard, opened):
    pane = asked.asking
    for box in pane.boxes:
        box.row.chips[0].click()
    first = pane.presenter.state.at
    pane.stop_button.click()
    assert heard.places[-1].item == ""
    assert asked.home.isVisible()
    words = asked.home.cards[Bank.SELF_CHECK].buttons[0].text()
    assert words == "Go on at topic 2 of 13"
    press(asked, Qt.Key.Key_Return)
    settle()
    state = asked.asking.presenter.state
    assert state.topics[0].id == first
    assert state.at == state.topics[1].id
    assert asked.asking.boxes[0].row.resting().hasFocus()
    assert f"{state.answered} of {state.asked} answered" in " ".join(texts(asked))


def test_the_last_page_names_what_is_left_and_leads_there(asked, bench):
    pane = asked.asking
    write(asked, "y")
    pane.go(FINISH)
    settle()
    assert "There is" not in " ".join(texts(asked))
    assert "less than 80 %" in " ".join(texts(asked))
    assert len(pane.finish.lines) == len(card(bench).asked) - 1
    assert findings(asked) == []
    wanted = pane.presenter.state.missing[7][1]
    pane.finish.lines[7].click()
    settle()
    focused = asked.window().focusWidget()
    assert wanted.text in focused.accessibleName()


def test_nothing_answered_is_refused_in_words(asked, bench, heard):
    asked.asking.go(FINISH)
    asked.asking.finish.finish_button.click()
    assert heard.said == ["Nothing is answered yet. Answer at least one question, then finish."]
    assert asked.asking.isVisible()
    assert card(bench) is not None


def test_keys_walk_the_topics(asked):
    pane = asked.asking
    ids = [topic.id for topic in pane.presenter.state.topics]
    settle()
    press(asked, Qt.Key.Key_PageDown, CTRL)
    settle()
    assert pane.presenter.state.at == ids[1]
    press(asked, Qt.Key.Key_Return, CTRL)
    settle()
    assert pane.presenter.state.at == ids[2]
    press(asked, Qt.Key.Key_PageUp, CTRL)
    settle()
    assert pane.presenter.state.at == ids[1]
    pane._steps.chosen.emit(ids[5])
    assert pane.presenter.state.at == ids[5]


def test_a_check_that_is_taken_back_leads_home(asked, bench):
    number = card(bench).id
    bench.changes.announce(bench.services.checks.remove(number, RUTH).changes)
    settle()
    assert asked.home.isVisible()


def test_the_law_behind_a_tip_says_when_it_was_looked_up(asked):
    pane = asked.asking
    said = {}
    for topic in pane.presenter.state.topics:
        pane.go(topic.id)
        said.update({row.question.id: row.law for row in pane.presenter.state.rows if row.law})
    assert said["6.3a"] == "UK law, as checked on 22 November 2026."
    pane.go(next(t.id for t in pane.presenter.state.topics if t.title.startswith("Price")))
    assert said["6.3a"] in texts(asked)


@pytest.mark.parametrize("bank", list(Bank))
def test_no_tip_rests_on_uk_law_somewhere_else(opened, bench, bank):
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    pane = opened(bank.value).asking
    for topic in pane.presenter.state.topics:
        pane.go(topic.id)
        settle()
        for row, box in zip(pane.presenter.state.rows, pane.boxes, strict=True):
            shown = seen_texts(box)
            assert (row.question.tip in shown) is (not row.question.law)
            assert not any("UK law" in words for words in shown)


@pytest.mark.parametrize("bank", list(Bank))
def test_every_bank_is_asked(opened, bench, bank):
    page = opened(bank.value)
    assert page.asking.isVisible()
    assert card(bench, bank) is not None
    assert findings(page) == []


@pytest.mark.parametrize(
    ("scheme", "percent", "wide"), [("light", 100, 1160), ("dark", 200, 1160), ("light", 200, 900)]
)
def test_the_questions_pass_the_audits(asked, bench, scheme, percent, wide):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    asked.resize(wide, 700)
    settle()
    for box, at in zip(asked.asking.boxes, (0, 1, 2, 3, 0, 1, 2), strict=False):
        box.row.chips[at].click()
    settle()
    assert asked.asking._strip.isVisible() is (percent == 200)
    assert findings(asked) == []


def test_typed_reasons_stand_in_their_own_field(asked, bench):
    box = asked.asking.boxes[0]
    write(asked, "n")
    box.departure.focus_target().setFocus()
    write(asked, "<b>one van</b>")
    asked.asking.leave()
    given = card(bench).answers[box.id]
    assert (given.answer, given.departure, given.note) == (Answer.NO, "<b>one van</b>", "")
    assert asked.asking.presenter._typed == {}
    assert box.departure.question_id == DEPARTURE


def test_the_question_with_the_keyboard_is_whole_in_sight(asked):
    for _ in asked.asking.boxes:
        write(asked, "p")  # brings two fields under each question
        settle()
        focused = asked.window().focusWidget()
        box = next((box for box in asked.asking.boxes if box.isAncestorOf(focused)), focused)
        shown = asked.asking.page.viewport()
        top = box.mapTo(shown, box.rect().topLeft()).y()
        bottom = box.mapTo(shown, box.rect().bottomLeft()).y()
        assert top >= 0
        assert bottom <= shown.height()


def test_what_is_printed_are_the_questions(asked, bench):
    assert asked.print_job().offers[0].id == "check_questions"
    asked.asking.stop_button.click()
    assert asked.print_job().offers[0].id == "check_questions"


def test_the_key_for_the_next_topic_never_finishes(asked, bench):
    pane = asked.asking
    write(asked, "y")
    pane.go(FINISH)
    settle()
    press(asked, Qt.Key.Key_PageDown, CTRL)
    settle()
    assert card(bench) is not None
    press(asked, Qt.Key.Key_Return, CTRL)
    settle()
    assert card(bench) is None
    assert asked.result.isVisible()


@pytest.mark.parametrize("serving", ["", "Mia"])
def test_a_check_names_who_serves_and_nobody_where_nobody_was_chosen(bench, opened, serving):
    bench.memory.set("serving", serving)
    opened("self_check")
    assert card(bench).who == serving
