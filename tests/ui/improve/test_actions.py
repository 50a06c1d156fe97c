# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Things to do on the screen: written down, done by Space, looked at, planned anew, taken off."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import CHECK_AFTER, ActionDraft, ActionKind, ActionSource
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.improve.actions_page import ActionsPage
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services import complaints_made, feedback_made
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

DAY = timedelta(days=1)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def add(bench):
    def write(text="Look", **said):
        return bench.services.actions.add(ActionDraft(text=text, **said), RUTH).card.id

    return write


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(item="", wide=1160, high=700):
        page = ActionsPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="actions", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        if not item.isdecimal() and page.form is None:
            page.first_focus().setFocus()
        return page

    return open_page


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def fill(form, **said):
    for field in form.fields():
        if field.question_id in said:
            field.show_typed(said[field.question_id])


def kept(bench, number):
    return bench.services.actions.get(number).card


def test_an_empty_list_asks_for_the_first_and_keeps_it(bench, opened, heard):
    page = opened()
    assert "Nothing is on the list yet. One thing, in a few words, is enough." in texts(page)
    assert page.focusWidget() is page.pane.first_button
    page.pane.first_button.click()
    fill(page.form, text="Charge the saws", owner="Tom", due="fri", cost_pence="12.50")
    page.form.save_button.click()
    (card,) = bench.services.actions.open_ones()
    assert card.draft == ActionDraft(
        text="Charge the saws",
        kind=ActionKind.IMPROVEMENT,
        owner="Tom",
        due=date(2026, 11, 27),
        cost_pence=1250,
    )
    assert heard.said == ["On the list of things to do."]
    assert page.focusWidget() is page.detail.done_button
    assert {"Charge the saws", "Tom", "£12.50"} <= set(texts(page.detail))
    assert bench.services.drafts.kept("actions") is None


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(bench, opened, add):
    page = opened("new")
    fill(page.form, text="", due="soonish", owner="Tom")
    page.form.save_button.click()
    errors = {field.question_id: field.error() for field in page.form.fields()}
    assert errors["due"]
    fill(page.form, due="", cost_pence="a lot")
    page.form.save_button.click()
    assert next(one for one in page.form.fields() if one.question_id == "cost_pence").error()
    fill(page.form, cost_pence="")
    page.form.save_button.click()
    assert page.form.fields()[0].error() == "Please say in a few words what is done."
    assert page.form.fields()[1].value() == "Tom"
    assert bench.services.actions.open_ones() == ()
    page.form.reject()


def test_what_is_half_typed_is_there_when_the_form_is_opened_again(opened):
    page = opened("new")
    QTest.keyClicks(page.form.fields()[0].focus_target(), "Half a th")
    page.form.reject()
    page.make()
    assert page.form.fields()[0].value() == "Half a th"
    assert page.form.findChildren(Notice)
    page.form.reject()


def test_space_says_done_and_undo_takes_it_back(bench, opened, add, heard):
    first, second = add("One", due=TODAY), add("Two")
    page = opened()
    assert page.focusWidget() is page.pane.rows
    press(page.pane.rows, Qt.Key.Key_Space)
    assert kept(bench, first).draft.done_on == TODAY
    assert heard.said == ["Done: One"]
    assert page.pane.shown_ids() == [second]
    assert page.focusWidget() is page.pane.rows
    assert page.pane.current_id == second
    undone = bench.services.undo.undo(RUTH)
    bench.changes.announce(undone.changes, None)
    assert page.pane.shown_ids() == [first, second]


def test_space_leaves_alone_what_is_done(bench, opened, add, heard):
    made = add("One", done_on=TODAY - DAY)
    page = opened("done")
    press(page.pane.rows, Qt.Key.Key_Space)
    assert kept(bench, made).draft.done_on == TODAY - DAY
    assert heard.said == []


def test_enter_opens_esc_goes_back_and_ctrl_page_walks(opened, add):
    add("One", due=TODAY)
    add("Two")
    page = opened()
    press(page.pane.rows, Qt.Key.Key_Return)
    assert page.focusWidget() is page.detail.done_button
    assert "One" in texts(page.detail)
    press(page, Qt.Key.Key_PageDown, CTRL)
    assert "Two" in texts(page.detail)
    press(page, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.pane.rows


def test_done_on_a_day_with_what_shows_it(bench, opened, add):
    made = add("One")
    page = opened(str(made))
    page.detail.ask_done()
    fill(page.detail.dialog, on="24/11/2026")
    page.detail.dialog.save_button.click()
    assert any(field.error() for field in page.detail.dialog.fields())
    fill(page.detail.dialog, on="20/11/2026", evidence="A photo")
    page.detail.dialog.save_button.click()
    card = kept(bench, made)
    assert (card.draft.done_on, card.draft.evidence) == (date(2026, 11, 20), "A photo")
    said = texts(page.detail)
    assert {"A photo", "Look from Thu 18 Feb 2027 on"} <= set(said)
    assert page.detail.done_button.isHidden()
    assert page.detail.works_button.isVisible()


def test_what_did_not_work_leads_to_a_next_thing_from_the_same_place(bench, opened, add, heard):
    origin = {"source": ActionSource.SELF_CHECK, "source_id": 4, "source_key": "6.1b"}
    made = add("One", done_on=TODAY - CHECK_AFTER, **origin)
    page = opened("to_check")
    press(page.pane.rows, Qt.Key.Key_Return)
    assert page.focusWidget() is page.detail.works_button
    page.detail.works_button.click()
    dialog = page.detail.dialog
    dialog.save_button.click()
    assert dialog.fields()[0].error() == "Please choose yes or no."
    fill(dialog, works=False, note="Twice again")
    dialog.save_button.click()
    assert kept(bench, made).works is False
    assert heard.said[-1] == "Noted: it does not work yet. Plan what to do next."
    assert {"Twice again", "It did not work. Plan what to do next."} <= set(texts(page.detail))
    page.detail.next_button.click()
    fill(page.detail.dialog, text="Two")
    page.detail.dialog.save_button.click()
    (new,) = bench.services.actions.open_ones()
    assert new.draft.text == "Two"
    assert (new.draft.source, new.draft.source_id, new.draft.source_key) == tuple(origin.values())
    assert "Two" in texts(page.detail)


def test_what_is_against_a_cause_is_told_with_how_often_it_came_up(bench, opened, add):
    from servicedesk.domain.complaints_causes import Cause

    page = opened(str(add("One", done_on=TODAY, cause=Cause.HAND_OVER)))
    page.detail.ask_works()
    cause = bench.labels.enum(Cause.HAND_OVER)
    assert any(cause in words and "90 days" in words for words in texts(page.detail.dialog))
    page.detail.dialog.reject()


def test_it_works_it_does_not_count_as_done_after_all_and_it_goes(bench, opened, add, heard):
    made = add("One", done_on=TODAY - CHECK_AFTER)
    page = opened(str(made))
    page.detail.ask_works()
    fill(page.detail.dialog, works=True)
    page.detail.dialog.save_button.click()
    assert kept(bench, made).works is True
    assert "Yes, seen Mon 23 Nov" in texts(page.detail)
    page.detail.undone_button.click()
    assert kept(bench, made).draft.done_on is None
    page.detail.change_button.click()
    fill(page.detail.dialog, text="Other")
    page.detail.dialog.save_button.click()
    assert kept(bench, made).draft.text == "Other"
    page.detail.remove_button.click()
    assert bench.services.actions.list(ActionChip.ALL) == ()
    assert heard.said[-1] == "Taken off the list: Other"


def test_where_it_came_from_leads_there(bench, opened, add, heard):
    complaint = complaints_made.logged(bench.services)
    said = feedback_made.logged(bench.services)
    of_complaint = bench.services.actions.add(
        ActionDraft(text="C"), RUTH, complaint_id=complaint.id
    )
    of_feedback = add("F", source=ActionSource.FEEDBACK, source_id=said.id)
    page = opened(str(of_complaint.card.id))
    assert page.complaint_id() == complaint.id
    assert page.detail.origin_button.text() == f"A complaint {complaint.ref}"
    page.detail.origin_button.click()
    assert heard.places[-1] == Place(room="complaints", item=str(complaint.id))
    page.go_to(of_feedback)
    page.detail.origin_button.click()
    assert heard.places[-1] == Place(room="feedback", item=str(said.id))
    page.go_to(add("Own"))
    assert page.detail.origin_button.isHidden()
    assert "Our own idea" in texts(page.detail)


def test_chips_and_words_choose_and_say_when_nothing_fits(opened, add):
    add("Charge the saws", owner="Tom", due=TODAY - DAY)
    add("Write the hours", due=TODAY + DAY)
    page = opened("late")
    assert page.pane.shown_ids() == [1]
    assert [chip.text() for chip in page.pane.chips.chips][:2] == ["Open 2", "Late 1"]
    page.pane.chips.chips[list(ActionChip).index(ActionChip.DONE)].click()
    assert "Nothing is done yet." in texts(page)
    page.pane.all_button.click()
    assert page.pane.shown_ids() == [1, 2]
    page.pane.search.setText("hoürs")
    assert page.pane.shown_ids() == [2]
    page.pane.search.setText("tom own idea")
    assert page.pane.shown_ids() == [1]
    page.pane.search.setText("nothing of the sort")
    assert "Nothing fits." in texts(page)


def test_what_came_of_a_check_says_what_was_asked(bench, opened, add):
    made = add("Print it from the wizard.", source=ActionSource.SELF_CHECK, source_key="7.7a")
    add("Print the sign")
    question = "Have you a short written complaints procedure that customers can see?"
    page = opened(str(made))
    assert {"You were asked", question} <= set(texts(page))
    listed = page.pane.presenter
    listed.search("complaints procedure")
    assert [row.id for row in listed.state.rows] == [made]
    (row,) = listed.state.rows
    assert listed.lines(row).below == question
    assert question in listed.sentence(row)


def test_a_row_is_read_out_whole(opened, add):
    add("Charge the saws", owner="Tom", due=TODAY - DAY)
    page = opened()
    assert page.pane.model.sentence(0) == (
        "Charge the saws, Tom does it, was due Sun 22 Nov, Our own idea"
    )


def test_what_is_gone_says_so_and_an_empty_register_prints_nothing(bench, opened, add):
    page = opened()
    assert page.print_job() is None
    made = add("One")
    page.arrive(Place(room="improve", part="actions"))
    assert page.print_job().title == "Things to do"
    page.show_record(99)
    assert page.detail.presenter.state.gone
    page.detail.say_done()
    page.go_to(made)
    bench.services.actions.remove(made, RUTH)
    page.detail.say_done()
    page.leave()


@pytest.mark.parametrize(("wide", "percent"), [(1160, 100), (1160, 200), (560, 150)])
def test_the_page_holds_at_any_size(bench, opened, add, wide, percent):
    add("Charge the saws & look after every single one of them", owner="Tom", due=TODAY - DAY)
    made = add("Two", done_on=TODAY - CHECK_AFTER)
    bench.services.actions.checked(made, TODAY, False, "Twice again", RUTH)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    for item in ("", "done", str(made)):
        page = opened(item, wide=wide)
        assert findings(page) == []
