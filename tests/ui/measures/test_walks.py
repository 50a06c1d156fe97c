# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks on the screen: written down step by step, put in order by keys, kept half typed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.ui.measures.walks_steps import PARTS
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.samples_made import RUTH, TODAY, publish
from tests.ui.widgets.made import press

UP_DOWN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
STEPS = tuple(WalkStep(what=word, snag=f"snag {word}") for word in ("ring", "wait", "pay"))
DRAFT = WalkDraft(name="A missed call", walked_on=TODAY, who="Ruth", steps=STEPS)


@pytest.fixture
def page(bench, opened):
    return opened("walks").by_hand("walks")


@pytest.fixture
def form(page):
    page.add_button.click()
    yield page.form
    page.form.reject()


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def fill(form, name="A missed call", *whats):
    form.fields()[0].show_typed(name)
    for place, what in enumerate(whats):
        if place >= len(form.steps.boxes):
            form.steps.add_button.click()
        form.steps.boxes[place].edits["what"].setText(what)


def whats(form):
    return [box.edits["what"].text() for box in form.steps.boxes]


def test_a_walk_is_written_down(page, form, bench, heard):
    assert "No walk is written down yet." in texts(page)
    _, day, who, _ = form.fields()
    assert (day.value(), who.value()) == (TODAY, "Ruth")
    fill(form, "A missed call", "rings", "waits")
    form.steps.boxes[1].edits["action"].setText("text them")
    form.save_button.click()
    (card,) = bench.services.walks.all()
    assert card.draft == WalkDraft(
        name="A missed call",
        walked_on=TODAY,
        who="Ruth",
        steps=(WalkStep(what="rings"), WalkStep(what="waits", action="text them")),
    )
    assert heard.said == ["Walk kept."]
    assert "text them" in texts(page)
    assert page.window().focusWidget() is page.boxes[0].print_button
    assert bench.services.drafts.kept("walks") is None


def test_steps_change_places_by_keys_and_the_keyboard_goes_along(form):
    fill(form, "x", "one", "two", "three")
    form.steps.boxes[0].edits["snag"].setFocus()
    press(form, Qt.Key.Key_Down, UP_DOWN)
    assert whats(form) == ["two", "one", "three"]
    assert form.steps.boxes[1].edits["snag"].hasFocus()
    press(form, Qt.Key.Key_Up, UP_DOWN)
    press(form, Qt.Key.Key_Up, UP_DOWN)
    assert whats(form) == ["one", "two", "three"]
    form.steps.boxes[2].up_button.click()
    assert whats(form) == ["one", "three", "two"]
    assert form.steps.boxes[1].up_button.hasFocus()
    form.steps.boxes[1].down_button.click()
    assert whats(form) == ["one", "two", "three"]


def test_tab_comes_to_add_a_step_before_save_and_a_new_step_is_in_sight(form, bench):
    steps = form.steps
    for place in range(8):
        box = steps.boxes[place]
        assert box.edits["what"].hasFocus() or place == 0
        box.edits["action"].setFocus()
        press(form, Qt.Key.Key_Tab)
        if place == 7:
            break
        assert steps.add_button.hasFocus()
        press(form, Qt.Key.Key_Space)
        for _ in range(3):  # it is laid out, the dialog grows, the page scrolls
            QApplication.processEvents()
        assert form.isVisible()
        shown = form._page.viewport().visibleRegion().boundingRect()
        new = steps.boxes[place + 1]
        top = new.mapTo(form._page.viewport(), new.rect().topLeft())
        assert shown.contains(top)
        assert shown.contains(new.mapTo(form._page.viewport(), new.rect().bottomLeft()))
        press(form, Qt.Key.Key_A)
    assert form.save_button.hasFocus()
    assert whats(form) == ["", *["a"] * 7]
    assert bench.services.walks.all() == ()


def test_steps_are_added_up_to_eight_and_taken_away(form):
    for _ in range(7):
        assert form.steps.add_button.isVisibleTo(form)
        form.steps.add_button.click()
    assert not form.steps.add_button.isVisibleTo(form)
    fill(form, "x", *map(str, range(8)))
    form.steps.boxes[7].remove_button.click()
    form.steps.boxes[0].remove_button.click()
    assert whats(form) == ["1", "2", "3", "4", "5", "6"]
    assert form.steps.boxes[0].edits["what"].hasFocus()
    assert form.steps.add_button.isVisibleTo(form)


def test_a_promise_is_picked_from_the_charter(bench, opened):
    publish(bench.services)
    page = opened("walks", "add").by_hand("walks")
    QApplication.processEvents()
    promise = page.form.steps.boxes[0].edits["promise"]
    promise.setFocus()
    press(promise, Qt.Key.Key_Down)
    popup = promise.completer().popup()
    assert popup.isVisible()
    assert promise.completer().completionCount() == 6
    popup.hide()
    QTest.keyClicks(promise, "calls")
    assert promise.completer().completionCount() == 1
    page.form.reject()


@pytest.mark.parametrize(
    ("name", "step", "field", "words"),
    [
        ("", "rings", "name", "Please give the walk a name"),
        ("x", "", "what", "Please write down at least one step"),
        ("x", "y" * 25_000, "what", "24840"),
        ("n" * 25_000, "rings", "name", "24920"),
    ],
)
def test_what_cannot_be_is_refused_beside_it(form, bench, name, step, field, words):
    fill(form, name, step)
    form.save_button.click()
    box = form.steps.boxes[0]
    said = (
        form.fields()[0].error() if field == "name" else box.edits["what"].accessibleDescription()
    )
    assert words in said.replace(",", "")
    assert form.isVisible()
    assert bench.services.walks.all() == ()
    if field == "what":
        assert box.edits["what"].hasFocus()
        fill(form, name, "rings")
        form.save_button.click()
        assert len(bench.services.walks.all()) == 1


def test_a_step_without_what_is_pointed_at(form):
    fill(form, "x", "rings", "")
    form.steps.boxes[1].edits["snag"].setText("cold")
    form.save_button.click()
    assert form.steps.boxes[1].edits["what"].hasFocus()
    assert findings(form) == []


def test_a_day_to_come_or_none_is_refused(form):
    fill(form, "x", "rings")
    day = form.fields()[1]
    for typed in ("soon", date(2026, 11, 24)):
        day.show_typed(typed)
        form.save_button.click()
        assert day.error()


def test_what_was_typed_is_there_again(page, bench):
    page.add_button.click()
    fill(page.form, "Half", "rings", "waits")
    page.form.steps.boxes[1].typed.emit()
    page.form.reject()
    page.add_button.click()
    assert page.form.fields()[0].value() == "Half"
    assert whats(page.form) == ["rings", "waits"]
    (notice,) = page.form.findChildren(Notice)
    notice.acted.emit()
    assert whats(page.form) == [""]
    page.form.reject()


def test_a_walk_is_changed_removed_and_brought_back(page, bench, heard):
    bench.changes.announce(bench.services.walks.add(DRAFT, RUTH).changes)
    (box,) = page.boxes
    box.change_button.click()
    assert whats(page.form) == ["ring", "wait", "pay"]
    page.form.steps.boxes[2].remove_button.click()
    page.form.save_button.click()
    assert bench.services.walks.all()[0].draft.steps == STEPS[:2]
    assert heard.said == ["Walk changed."]
    QApplication.processEvents()
    assert page.window().focusWidget() is page.boxes[0].print_button
    page.boxes[0].remove_button.click()
    assert page.boxes == []
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert len(page.boxes) == 1
    page.presenter.remove(77)
    assert page.presenter.keep(77, page.form.values(), STEPS) is not None


def test_hostile_words_are_shown_as_words(page, bench):
    nasty = "<img src=x onerror=alert(1)> & {0} %s"
    step = WalkStep(**dict.fromkeys(PARTS, nasty))
    hostile = WalkDraft(name=nasty, walked_on=TODAY, who=nasty, steps=(step,))
    bench.changes.announce(bench.services.walks.add(hostile, RUTH).changes)
    assert texts(page).count(nasty) == 5
    assert findings(page) == []


def test_the_newest_walk_is_printed(page, bench, heard):
    assert page.print_job() is None
    bench.changes.announce(bench.services.walks.add(DRAFT, RUTH).changes)
    assert page.print_job().title == "A missed call"
    assert page.presenter.print_job(77) is None
    assert len(heard.said) == 1


def test_a_walk_is_gone_to(page, bench, opened):
    card = bench.services.walks.add(DRAFT, RUTH).card
    again = opened("walks", str(card.id)).by_hand("walks")
    assert len(again.boxes) == 1


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_page_and_form_pass_the_audits(page, bench, scheme, percent):
    publish(bench.services)
    bench.changes.announce(bench.services.walks.add(DRAFT, RUTH).changes)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    QApplication.processEvents()
    assert findings(page) == []
    page.open_form(page.presenter.state[0])
    QApplication.processEvents()
    assert findings(page.form) == []
    page.form.reject()


def test_what_is_done_about_a_step_goes_on_the_list_of_things_to_do(page, bench, heard):
    step = WalkStep(what="rings", snag="nobody hears", action="text them")
    done = bench.services.walks.add(replace(DRAFT, steps=(step, *STEPS)), RUTH)
    bench.changes.announce(done.changes)
    (button,) = page.boxes[0].plan_buttons
    assert "step 1 of A missed call" in button.accessibleName()
    assert findings(page) == []
    button.click()
    page.plan_form.save_button.click()
    (action,) = bench.services.actions.open_ones()
    assert (action.draft.text, action.draft.source) == ("text them", ActionSource.WALK)
    assert action.draft.source_id == done.card.id
    assert heard.said == ["On the list of things to do."]
    assert page.boxes[0].plan_buttons == []
    assert "On the list of things to do" in texts(page)
    undone = bench.services.undo.undo(RUTH)
    bench.changes.announce(undone.changes)
    assert len(page.boxes[0].plan_buttons) == 1
