# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The short dialogs about a promise: done on, new date, ended, told, waiting."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.promises import Due, Outcome
from servicedesk.ui.core.places import Place
from tests.helpers.audits import findings
from tests.ui.promises.made import TODAY, card_of, texts_on
from tests.ui.widgets.made import write

RUTH = "Ruth"
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_tick_on_wednesday_for_fridays_job_is_fridays(page, bench, ids, heard):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    dialog = page.detail._asking.done_on(ids["late"])
    dialog.fields()[0].show_typed("fri")
    dialog.save_button.click()
    assert not dialog.isVisible()
    ending = card_of(bench, ids, "late").ending
    assert (ending.outcome, ending.on) == (Outcome.KEPT, date(2026, 11, 20))
    assert "Fri 20 Nov" in texts_on(page.detail)
    assert page.detail.reopen_button.isVisible()
    page.detail.reopen_button.click()
    assert card_of(bench, ids, "late").is_open


def test_done_on_takes_a_time_and_no_day_to_come(page, bench, ids):
    bench.clock.set(date(2026, 11, 26))
    dialog = page.detail._asking.done_on(ids["today"])
    for typed, wrong in (("someday", "someday"), ("+5", "yet to come"), ("fri 99pm", "fri 99pm")):
        dialog.fields()[0].show_typed(typed)
        dialog.save_button.click()
        assert wrong in dialog.fields()[0].error()
    dialog.fields()[0].show_typed("yesterday 5.05pm")
    dialog.save_button.click()
    ending = card_of(bench, ids, "today").ending
    assert (ending.outcome, ending.at.minute) == (Outcome.LATE, 5)


def test_a_new_date_asks_whether_it_was_agreed(page, bench, ids, heard):
    dialog = page.detail._asking.new_date(ids["coming"])
    due, agreed, words = dialog.fields()
    dialog.save_button.click()
    assert "new date" in due.error()
    due.show_typed("+10")
    dialog.save_button.click()
    assert "agreed" in agreed.error()
    agreed.show_typed(False)
    words.show_typed("no parts")
    dialog.save_button.click()
    card = card_of(bench, ids, "coming")
    assert (card.due.day, card.counted_due.day) == (date(2026, 12, 5), date(2026, 12, 1))
    assert heard.said[-1] == "The new date is written down."


def test_a_late_one_stays_late_whatever_is_agreed(page, bench, ids):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    dialog = page.detail._asking.new_date(ids["late"])
    assert [field.question_id for field in dialog.fields()] == ["due", "words"]
    dialog.fields()[0].show_typed("tomorrow")
    dialog.save_button.click()
    assert card_of(bench, ids, "late").counted_due == Due(day=date(2026, 11, 20))
    assert "It was promised for Fri 20 November, and counts as late." in texts_on(page.detail)


@pytest.mark.parametrize(
    ("ask", "outcome"), [("broken", Outcome.BROKEN), ("released", Outcome.RELEASED)]
)
def test_it_ends_with_a_reason(page, bench, ids, heard, ask, outcome):
    dialog = getattr(page.detail._asking, ask)(ids["old"])
    dialog.fields()[0].show_typed("she sold it")
    dialog.save_button.click()
    ending = card_of(bench, ids, "old").ending
    assert (ending.outcome, ending.reason, ending.on) == (outcome, "she sold it", TODAY)
    bench.services.undo.undo(RUTH)
    assert card_of(bench, ids, "old").is_open


def test_what_is_asked_last_can_be_refused(page, bench, ids):
    dialog = page.detail._asking.broken(ids["old"])
    dialog.fields()[1].show_typed(date(2026, 1, 1))
    dialog.save_button.click()
    assert "before the day" in dialog.fields()[1].error()
    bench.services.promises.done(ids["old"], TODAY, None, RUTH)
    dialog.fields()[1].show_typed(TODAY)
    dialog.save_button.click()
    assert "has ended already" in dialog.fields()[0].error()


def test_telling_and_waiting_are_noted(page, bench, ids):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    told = page.detail._asking.told(ids["late"])
    told.save_button.click()
    waiting = page.detail._asking.waiting(ids["late"])
    waiting.fields()[0].show_typed("a part")
    waiting.save_button.click()
    card = card_of(bench, ids, "late")
    assert (card.told_on, card.draft.waiting_for) == (TODAY, "a part")
    assert "Waiting for a part" in texts_on(page.detail)
    again = page.detail._asking.waiting(ids["late"])
    again.fields()[0].show_typed("")
    again.save_button.click()
    assert card_of(bench, ids, "late").draft.waiting_for == ""


def test_one_that_is_gone_is_said(page, bench, ids, heard):
    asking = page.detail._asking
    asks = (asking.done_on, asking.new_date, asking.broken, asking.told, asking.waiting)
    assert [ask(99) for ask in asks] == [None] * len(asks)
    assert len(heard.said) == len(asks)
    page.arrive(Place(room="promises", item="99"))
    assert not page.detail.done_button.isVisible()


@pytest.mark.parametrize("ask", ["done_on", "new_date", "broken", "told", "waiting"])
def test_the_dialogs_are_fit_to_be_used(bench, qtbot, page, ids, ask):
    for percent in (100, 200):
        bench.theme.set_percent(percent)
        bench.theme.apply(QApplication.instance())
        dialog = getattr(page.detail._asking, ask)(ids["coming"])
        for _ in range(5):  # the dialog takes its room in steps
            QApplication.processEvents()
        assert findings(dialog) == []
        dialog.reject()


def test_words_that_say_why_are_warned_of(page, bench, ids):
    dialog = page.detail._asking.waiting(ids["late"])
    (field,) = dialog.fields()
    field.focus_target().setFocus()
    field.focus_target().selectAll()
    write(dialog, "her stroke nurse")
    assert any("says why" in said for said in texts_on(dialog))
    dialog.save_button.click()
    assert card_of(bench, ids, "late").draft.waiting_for == "her stroke nurse"
