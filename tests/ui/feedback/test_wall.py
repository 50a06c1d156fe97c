# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""You said, we did: ticked for the wall by key, and nobody's name gets onto it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.feedback import Decision, MayQuote, Quoting
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.printing import Printing
from servicedesk.ui.feedback.asking import FeedbackDialog
from servicedesk.ui.feedback.deeds import FeedbackDeeds
from servicedesk.ui.people.feedback_form import FeedbackForm
from tests.helpers.audits import findings, too_small
from tests.helpers.qt import seen_texts
from tests.ui.feedback.made import kept, shown
from tests.ui.widgets.made import press

RUTH = "Ruth"


@pytest.fixture
def page(bench, qtbot, ids):
    """What was decided, and the room that keeps it."""
    room = shown(bench, qtbot, "wall")
    room.wall.room = room
    return room.wall


def test_what_was_decided_is_ticked_by_a_key(bench, page, ids, heard):
    assert page.print_job() is None
    assert heard.said[-1].startswith("Nothing stands on “You said, we did” yet.")
    assert list(page.ticks) == [ids["done"]]
    press(page, Qt.Key.Key_Space)
    assert kept(bench, ids["done"]).is_on_wall
    assert heard.said[-1] == "It stands on the wall"
    assert page.ticks[ids["done"]].hasFocus()
    assert page.print_button.isVisible()
    job = page.print_job()
    choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
    printed = " ".join(" ".join(Printing().texts(job.make(choice).data)).split())
    assert "you said" in printed.casefold()
    assert "You can pay any sum by card." in printed
    press(page, Qt.Key.Key_Space)
    assert not kept(bench, ids["done"]).is_on_wall


def test_a_name_is_told_beside_it_and_kept_off(bench, page, ids):
    done = "Ruth has put a reader by the till."
    bench.services.people.add(PersonDraft(name="Ruth"), RUTH)
    bench.services.feedback.decide(ids["done"], Decision.DONE, done, RUTH)
    page.presenter.arrive()
    page.ticks[ids["done"]].click()
    QApplication.processEvents()
    assert not kept(bench, ids["done"]).is_on_wall
    assert not page.ticks[ids["done"]].isChecked()
    assert any("“Ruth” reads as a name," in text for text in seen_texts(page))


def refused(page, feedback_id):
    """What is said beside the tick that was refused."""
    page.ticks[feedback_id].click()
    QApplication.processEvents()
    assert not page.ticks[feedback_id].isChecked()
    return page.notice


def ask(notice):
    """Take the one step that is offered with it; its words."""
    button = notice.findChild(QPushButton)
    button.click()
    return button.text()


def test_a_missing_yes_is_written_down_where_it_is_missed(bench, page, ids):
    feedback, done = bench.services.feedback, ids["done"]
    draft = kept(bench, done).draft
    feedback.change(done, replace(draft, quoting=Quoting()), RUTH)
    notice = refused(page, done)
    assert notice.text().startswith("Nobody has asked them")
    assert ask(notice) == "May we print it?…"
    dialog = page.window().findChild(FeedbackDialog)
    assert dialog.windowTitle() == "May we print it?"
    dialog.reject()
    deeds = FeedbackDeeds(bench, page)
    assert deeds.quoting(kept(bench, done), {"may_quote": MayQuote.YES.value}) == {}
    QApplication.processEvents()
    assert page.notice is None
    page.ticks[done].click()
    assert kept(bench, done).is_on_wall


def test_a_name_is_taken_out_where_it_is_told(bench, page, ids):
    bench.services.people.add(PersonDraft(name="Ruth"), RUTH)
    done = ids["done"]
    bench.services.feedback.decide(done, Decision.DONE, "Ruth did it.", RUTH)
    assert ask(refused(page, done)) == "What becomes of it…"
    dialog = page.window().findChild(FeedbackDialog)
    assert dialog.windowTitle() == "What becomes of it"
    dialog.reject()
    bench.services.feedback.decide(done, Decision.DONE, "We did it.", RUTH)
    draft = kept(bench, done).draft
    said = replace(draft, text="Ruth has no reader", better="")
    bench.services.feedback.change(done, said, RUTH)
    QApplication.processEvents()
    assert ask(refused(page, done)) == "Change"
    form = page.window().findChild(FeedbackForm)
    assert form.values()["text"] == "Ruth has no reader"
    form.reject()


def test_what_waits_for_a_decision_is_one_step_away(page, ids, heard):
    assert page.open_button.text() == "1 suggestion is not decided yet"
    page.open_button.click()
    assert heard.places[-1].part == "suggestions"
    page.back_button.click()
    assert (heard.places[-1].room, heard.places[-1].part) == ("feedback", "")


def test_an_empty_wall_says_how_something_gets_there(bench, qtbot):
    room = shown(bench, qtbot, "wall")
    assert any(text.startswith("Nothing is decided yet.") for text in seen_texts(room))
    assert findings(room) == []
    room.leave()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_wall_passes_every_audit(bench, qtbot, ids, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    for name in ("idea", "done"):
        bench.services.feedback.decide(ids[name], Decision.PLANNED, "It comes in spring.", RUTH)
    room = shown(bench, qtbot, "wall", ids["idea"])
    assert room.first_focus() is room.wall.ticks[ids["idea"]]
    assert findings(room) == []
    assert too_small(room, percent) == []
