# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches on the screen: written down, one step after another, printed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.breaches import BreachDraft, BreachRisk, BreachStep
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.breaches_page import BreachesPage
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

NOW = datetime(2026, 10, 23, 14, 0, tzinfo=UTC)
DIARY = BreachDraft(
    what="The diary was left on the bus",
    known_at=NOW,
    whose="Customers of this week",
    data="Names, door codes",
    people=12,
)
HIGH = replace(DIARY, risk=BreachRisk.HIGH, risk_why="Door codes are in it")


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(NOW)) as made:
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

    def open_page(item="", wide=1160, high=700):
        page = BreachesPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="privacy", part="breaches", item=item))
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


def save(form):
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def button(box, words):
    return next(one for one in box.findChildren(type(box.first_button)) if one.text() == words)


def test_a_breach_is_written_down_and_taken_to_its_end(opened, bench, heard):
    page = opened()
    assert "Nothing is in the log. May it stay so." in texts(page)
    assert page.print_job() is None
    page.add_button.click()
    assert field(page.form, "known_at").value() == "23/10/2026 15:00"
    field(page.form, "what").show_typed("The diary was left on the bus")
    save(page.form)
    assert heard.said[-1] == "Written down."
    (box,) = page.boxes
    said = texts(page)
    assert "72 hours left" in said
    assert any("Mon 26 Oct 2026, 14.00" in line and "clocks go back" in line for line in said)
    for words, values in (
        ("Say how bad it is", {"risk": "high", "risk_why": "Door codes"}),
        ("Note the report", {"reported_at": "today 15:00", "report_ref": "IC-7"}),
        ("Note that people were told", {"told_on": "today", "told_how": "By phone"}),
        ("Write what you did", {"did": "New codes"}),
    ):
        (box,) = page.boxes
        assert box.first_button.text() == words
        box.first_button.click()
        for name, value in values.items():
            field(page.form, name).show_typed(value)
        save(page.form)
    (box,) = page.boxes
    assert box.first_button.text() == "Nothing is left to do"
    box.first_button.click()
    assert "Closed" in texts(page)
    card = bench.services.breaches.log().cards[0]
    assert (card.draft.reported_at, card.draft.told_on, card.is_open) == (
        NOW,
        NOW.date(),
        False,
    )
    button(page.boxes[0], "Open again").click()
    assert bench.services.breaches.get(card.id).is_open


def test_what_is_wrong_is_said_beside_its_field(opened, bench):
    page = opened("add")
    QApplication.processEvents()
    field(page.form, "known_at").show_typed("tomorrow")
    save(page.form)
    assert field(page.form, "what").error() or field(page.form, "known_at").error()
    field(page.form, "what").show_typed("The diary")
    save(page.form)
    assert field(page.form, "known_at").error()
    field(page.form, "known_at").show_typed("yesterday")
    save(page.form)
    (card,) = bench.services.breaches.log().cards
    assert card.draft.known_at == datetime(2026, 10, 21, 23, 0, tzinfo=UTC)
    page.open_form(card, BreachStep.JUDGE.value)
    page.form.reject()
    bench.services.breaches.remove(card.id, RUTH)
    page.presenter.end(card.id)
    assert page.boxes == []


def test_a_report_after_its_hours_is_asked_why(opened, bench):
    old = replace(HIGH, known_at=NOW - timedelta(hours=80))
    card = bench.services.breaches.add(old, RUTH).card
    page = opened(str(card.id))
    assert "late by 8 hours" in texts(page)
    page.boxes[0].first_button.click()
    assert "hours are over" in page.form.foretold
    field(page.form, "reported_at").show_typed("today")
    field(page.form, "late_why").show_typed("The shop was flooded")
    save(page.form)
    draft = bench.services.breaches.get(card.id).draft
    assert (draft.reported_at, draft.late_why) == (NOW, "The shop was flooded")


def test_what_is_typed_of_each_part_is_kept_for_itself(opened, bench):
    card = bench.services.breaches.add(HIGH, RUTH).card
    page = opened()
    for part, name in ((BreachStep.ACT.value, "did"), (BreachStep.JUDGE.value, "risk_why")):
        page.open_form(card, part)
        field(page.form, name).show_typed(f"half {name}")
        page.form.reject()
    for part, name in ((BreachStep.ACT.value, "did"), (BreachStep.JUDGE.value, "risk_why")):
        page.open_form(card, part)
        assert field(page.form, name).value() == f"half {name}"
        assert page.form.findChildren(Notice)
        page.form.reject()
    button(page.boxes[0], "Remove").click()
    assert page.boxes == []
    again = bench.services.breaches.add(HIGH, RUTH).card
    page.open_form(replace(again, id=card.id), BreachStep.ACT.value)
    assert field(page.form, "did").value() == ""
    page.form.reject()


def test_somewhere_else_there_are_no_hours_and_no_law(opened, bench):
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    bench.services.breaches.add(HIGH, RUTH)
    page = opened()
    said = " ".join(texts(page))
    assert "72" not in said
    assert "law" not in said
    assert page.boxes[0].first_button.text() == "Write what you did"


def test_the_log_and_one_breach_are_printed(opened, bench):
    card = bench.services.breaches.add(HIGH, RUTH).card
    page = opened()
    assert page.print_job().title == "Breach log"
    assert page.one_job(card).title == f"Breach {card.id}"


def test_a_narrow_window_clips_nothing(opened, bench):
    bench.services.breaches.add(replace(HIGH, what="The " + "very " * 40 + "long story"), RUTH)
    page = opened(wide=700)
    assert findings(page) == []
