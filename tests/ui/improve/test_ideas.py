# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas and the service plan on the screen: written, judged, planned, kept half typed, printed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.ideas import IdeaDraft, IdeaVerdict
from servicedesk.domain.service_plan import CustomerGroup, PlanDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.improve.ideas_page import IdeasPage
from servicedesk.ui.improve.plan_page import PlanPage
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY, publish
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

DRAFT = IdeaDraft(what="A bell", seen_at="Café next door", try_by=date(2026, 12, 1))
KEPT = replace(DRAFT, tried_on=TODAY, verdict=IdeaVerdict.KEEP, note="Nobody waits unseen")
PLAN = PlanDraft(groups=(CustomerGroup(name="Families", values="Speed"),), aims=("One",))


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
def opened(bench, qtbot):
    held = []

    def open_page(kind, item="", wide=1160, high=700):
        page = kind(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def test_an_idea_is_noted_by_keyboard(opened, bench, heard):
    page = opened(IdeasPage)
    assert "No idea is noted yet. One is enough to begin with." in texts(page)
    assert page.print_job() is None
    page.add_button.click()
    field(page.form, "what").show_typed("A bell")
    field(page.form, "seen_at").show_typed("Café next door")
    field(page.form, "try_by").show_typed("1/12/26")
    press(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (card,) = bench.services.ideas.all()
    assert card.draft == DRAFT
    assert heard.said == ["Idea kept."]
    assert {"A bell", "Try it by Tue 1 Dec 2026", "Seen at Café next door"} <= set(texts(page))
    assert page.window().focusWidget() is page.boxes[0].first_button


def test_an_idea_is_judged_and_becomes_a_thing_to_do(opened, bench, heard):
    bench.services.ideas.add(DRAFT, RUTH)
    page = opened(IdeasPage)
    page.boxes[0].first_button.click()
    assert field(page.form, "tried_on").value() == TODAY
    QApplication.processEvents()
    assert field(page.form, "verdict").isAncestorOf(page.form.focusWidget())
    field(page.form, "verdict").show_typed("keep")
    page.form.save_button.click()
    assert bench.services.ideas.all()[0].draft.verdict is IdeaVerdict.KEEP
    QApplication.processEvents()
    page.boxes[0].first_button.click()
    assert heard.said[-1] == "Noted under Things to do."
    assert "Kept, and a thing to do" in texts(page)
    page.boxes[0].first_button.click()
    assert heard.places[-1] == Place(room="improve", part="actions")
    bench.services.undo.undo(RUTH)
    page.arrive(Place(room="improve"))
    assert "Kept, and a thing to do" not in texts(page)


def test_what_is_wrong_is_said_beside_its_field(opened, bench):
    page = opened(IdeasPage, "add")
    page.form.save_button.click()
    assert any("Please say what you saw" in text for text in texts(page.form))
    field(page.form, "what").show_typed("A bell")
    field(page.form, "try_by").show_typed("soonish")
    page.form.save_button.click()
    assert bench.services.ideas.all() == ()
    assert page.form.isVisible()
    assert page.form.focusWidget() is field(page.form, "try_by").focus_target()
    page.form.reject()


def test_what_was_half_typed_is_there_again(opened, bench):
    page = opened(IdeasPage)
    page.add_button.click()
    field(page.form, "what").show_typed("A bell")
    field(page.form, "what").typed.emit()
    page.form.reject()
    page.add_button.click()
    assert field(page.form, "what").value() == "A bell"
    assert page.form.findChildren(Notice)
    page.form.reject()


def test_an_idea_is_changed_removed_and_brought_back(opened, bench, heard):
    late = replace(DRAFT, try_by=TODAY - timedelta(days=3))
    card = bench.services.ideas.add(late, RUTH).card
    page = opened(IdeasPage, str(card.id))
    page.boxes[0].change_wanted.emit()
    field(page.form, "note").show_typed("Ask Tom")
    page.form.save_button.click()
    assert bench.services.ideas.get(card.id).draft.note == "Ask Tom"
    page.boxes[0].remove_wanted.emit()
    assert page.boxes == []
    assert heard.said[-1] == "Idea removed."
    bench.services.undo.undo(RUTH)
    page.arrive(Place(room="improve"))
    assert len(page.boxes) == 1
    page.leave()
    bench.services.ideas.remove(card.id, RUTH)
    page.presenter.remove(card.id)
    assert heard.said[-1].startswith("This entry has been removed")
    assert page.boxes == []


def test_all_ideas_print(opened, bench):
    bench.services.ideas.add(DRAFT, RUTH)
    bench.services.ideas.add(KEPT, RUTH)
    job = opened(IdeasPage).print_job()
    assert job is not None
    assert job.title == "Ideas to try"


@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1100)])
def test_every_stage_of_an_idea_can_be_heard_and_read(opened, bench, percent, wide):
    bench.theme.set_percent(percent)
    for draft in (
        DRAFT,
        KEPT,
        replace(
            DRAFT, what="Stools", try_by=TODAY - timedelta(days=1), seen_on=TODAY - timedelta(9)
        ),
        replace(DRAFT, what="Queue sign", tried_on=TODAY, try_by=None),
        replace(KEPT, what="Loud radio", verdict=IdeaVerdict.DROP, seen_at=""),
        replace(
            KEPT,
            what="Text when ready",
            verdict=IdeaVerdict.TRY_AGAIN,
            try_by=TODAY + timedelta(days=7),
        ),
    ):
        bench.services.ideas.add(draft, RUTH)
    page = opened(IdeasPage, wide=wide, high=640)
    assert findings(page) == []
    for judges in (False, True):
        page.open_form(page.presenter.state[0], judges=judges)
        QApplication.processEvents()
        assert findings(page.form) == []
        page.form.reject()


def test_a_plan_begins_with_what_is_known_and_is_kept(opened, bench, heard):
    publish(bench.services)
    page = opened(PlanPage, "write")
    assert page.print_job() is None
    assert field(page.form, "aim.0").value()
    field(page.form, "group.0").show_typed("Families")
    field(page.form, "values.0").show_typed("Speed")
    page.form.save_button.click()
    card = bench.services.service_plan.get()
    assert card.draft.groups[0] == CustomerGroup(name="Families", values="Speed")
    assert heard.said == ["Service plan kept."]
    QApplication.processEvents()
    assert page.window().focusWidget() is page.print_button
    assert page.print_job() is not None
    assert "Families" in texts(page)


def test_what_the_plan_lacks_is_named(opened, bench):
    bench.services.service_plan.keep(PLAN, RUTH)
    page = opened(PlanPage)
    assert "Set three to five aims that you can measure." in texts(page)
    whole = replace(
        PLAN, aims=("One", "Two", "Three"), decides="Ruth", stands_in="Tom", put_right="£50"
    )
    bench.do(lambda: bench.services.service_plan.keep(whole, RUTH))
    assert "Still open" not in texts(page)


def test_a_fault_of_the_plan_stands_beside_its_field(opened, bench):
    page = opened(PlanPage)
    page.write_button.click()
    page.form.save_button.click()
    assert any("Nothing is written yet" in text for text in texts(page.form))
    field(page.form, "values.1").show_typed("Speed")
    page.form.save_button.click()
    assert page.form.focusWidget() is field(page.form, "group.1").focus_target()
    page.form.reject()
    assert bench.services.service_plan.get() is None


def test_a_plan_is_removed_and_brought_back(opened, bench, heard):
    bench.services.service_plan.keep(PLAN, RUTH)
    page = opened(PlanPage)
    page.remove_button.click()
    assert heard.said == ["Service plan removed."]
    assert bench.services.service_plan.get() is None
    page.presenter.remove()
    assert len(heard.said) == 2
    page.leave()
    bench.services.undo.undo(RUTH)
    page.arrive(Place(room="improve"))
    assert "Families" in texts(page)


@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1100)])
def test_the_plan_can_be_heard_and_read(opened, bench, percent, wide):
    bench.theme.set_percent(percent)
    bench.services.service_plan.keep(replace(PLAN, decides="Ruth", put_right="One slot"), RUTH)
    page = opened(PlanPage, wide=wide, high=640)
    assert findings(page) == []
    page.write_button.click()
    QApplication.processEvents()
    assert findings(page.form) == []
    page.form.reject()
