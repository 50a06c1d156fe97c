# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reviews on the screen: begun, written up, decided, finished, kept half typed, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.reviews import Decision, ReviewDraft, Yearly
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.yearly.reviews_page import ReviewsPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY, jobs
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

WRITTEN = ReviewDraft(held_on=TODAY, findings="Late on Saturdays.", changes_charter=False)


@pytest.fixture
def clock():
    return FixedClock(TODAY)


@pytest.fixture
def bench(tmp_path, qtbot, clock):
    speak_british()
    with bench_in(tmp_path, clock) as made:
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
        page = ReviewsPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="reviews", item=item))
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


def test_a_review_is_held_from_begin_to_end(opened, bench, heard):
    jobs(bench.services, 3)
    page = opened()
    assert page.print_job() is None
    page.first_focus().click()
    QApplication.processEvents()
    (card,) = bench.services.reviews.all()
    assert any(text.startswith("Promises kept: 3 of 3") for text in texts(page))
    assert page.window().focusWidget() is page.boxes[0].write_button
    page.boxes[0].write_button.click()
    field(page.form, "findings").show_typed("Late on Saturdays.")
    field(page.form, "changes_charter").show_typed(False)
    save(page.form)
    assert page.window().focusWidget() is page.boxes[0].finish_button
    page.boxes[0].decide_button.click()
    field(page.form, "text").show_typed("Open earlier")
    field(page.form, "who").show_typed("Tom")
    field(page.form, "due").show_typed("31/1/27")
    save(page.form)
    assert "Open earlier · Tom · by Sun 31 January 2027" in texts(page)
    page.boxes[0].finish_button.click()
    assert heard.said[-1] == "Review kept with its date. Its decisions are actions now."
    kept = bench.services.reviews.get(card.id)
    assert kept.finished_on == TODAY
    assert kept.decisions[0].draft == Decision(
        text="Open earlier", who="Tom", due=date(2027, 1, 31)
    )
    assert {"Finished", "still to do", "Late on Saturdays."} <= set(texts(page))
    assert page.print_job() is not None


def test_what_is_missing_is_said_beside_its_field(opened, bench):
    bench.services.reviews.begin(RUTH)
    page = opened()
    page.boxes[0].finish_button.click()
    QApplication.processEvents()
    assert "two what the figures show" in field(page.form, "findings").error()
    field(page.form, "findings").show_typed("Nothing new")
    field(page.form, "held_on").show_typed("blue moon")
    save(page.form)
    assert field(page.form, "held_on").error()
    field(page.form, "held_on").show_typed("1/1/26")
    save(page.form)
    assert "gathered after this day" in field(page.form, "held_on").error()
    page.form.reject()
    page.open_decision(bench.services.reviews.all()[0], None)
    save(page.form)
    assert "what you decided" in field(page.form, "text").error()
    page.form.reject()


def test_what_was_typed_is_still_there(opened, bench):
    card = bench.services.reviews.begin(RUTH).card
    page = opened()
    page.open_writing(card)
    field(page.form, "findings").show_typed("Half a thought")
    field(page.form, "findings").typed.emit()
    page.form.reject()
    page.open_writing(card)
    assert field(page.form, "findings").value() == "Half a thought"
    page.form.reject()


def test_a_second_review_is_refused_in_words(opened, bench, heard):
    card = bench.services.reviews.begin(RUTH).card
    bench.services.reviews.write(card.id, WRITTEN, RUTH)
    bench.services.reviews.finish(card.id, RUTH)
    page = opened(str(card.id))
    page.begin_button.click()
    assert any("Begin the next one tomorrow" in text for text in texts(page))
    assert len(bench.services.reviews.all()) == 1


def test_decisions_and_reviews_are_removed_and_come_back(opened, bench, heard):
    card = bench.services.reviews.begin(RUTH).card
    one = bench.services.reviews.decide(card.id, Decision(text="Sweep"), RUTH).card.decisions[0]
    page = opened()
    page.boxes[0].change_wanted.emit(one)
    field(page.form, "text").show_typed("Sweep twice")
    save(page.form)
    assert "Sweep twice" in texts(page)
    page.boxes[0].drop_wanted.emit(one)
    assert heard.said[-1] == "Decision removed."
    page.boxes[0].drop_wanted.emit(one)
    assert "removed" in heard.said[-1]
    page.boxes[0].remove_wanted.emit()
    assert bench.services.reviews.all() == ()
    bench.services.undo.undo(RUTH)
    assert len(bench.services.reviews.all()) == 1
    assert page.presenter.print_job(99) is None
    page.leave()


@pytest.mark.parametrize(
    ("what", "place"),
    [
        (Yearly.CHARTER, Place(room="measures", part="checks")),
        (Yearly.OURSELVES, Place(room="improve", part="check")),
        (Yearly.SECURITY, Place(room="improve", part="check", item="security")),
    ],
)
def test_what_is_looked_at_once_a_year_leads_there(opened, heard, what, place):
    page = opened()
    assert texts(page).count("Not done yet") == 3
    page.yearly.buttons[what].click()
    assert heard.places[-1] == place


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_can_be_reached_read_and_seen(opened, bench, percent):
    card = bench.services.reviews.begin(RUTH).card
    for text in ("Open earlier", "Sweep"):
        bench.services.reviews.decide(card.id, Decision(text=text, who="Tom"), RUTH)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened()
    assert findings(page) == []
