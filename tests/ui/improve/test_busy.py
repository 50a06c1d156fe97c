# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days on the screen: counts in a sentence, a chart whose numbers lead on, what to do."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.errors import Trouble
from servicedesk.domain.periods import PeriodName
from servicedesk.domain.promises import Due
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.improve.busy_page import BusyPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.promises_made import draft
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in

SATURDAY = date(2026, 11, 14)


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
def shop(bench):
    """Saturdays slip, and one of them is the fullest day."""
    services = bench.services
    for week in range(6):
        for day, kept, late in ((SATURDAY, 1, 1 + 2 * (week == 0)), (SATURDAY - 4 * ONE, 1, 0)):
            for place in range(kept + late):
                due = day - week * 7 * ONE
                made = draft("job", due=Due(day=due), made_on=due - ONE)
                card = services.promises.make(made, RUTH).card
                on = due if place < kept else due + ONE
                services.promises.done(card.id, on, None, RUTH)


ONE = timedelta(days=1)


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(wide=1160, high=700):
        page = BusyPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="busy"))
        with qtbot.waitActive(page):
            page.show()
        page.first_focus().setFocus()
        QApplication.processEvents()
        return page

    return open_page


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def test_the_sentence_stands_over_the_chart(opened, shop):
    page = opened()
    said = "On Saturdays 8 of 14 promises were late or broken; on other days 0 of 6."
    assert said in texts(page)
    assert page.chart is not None
    assert "8 of 14" in texts(page)


def test_a_number_leads_to_its_records_and_back(opened, shop, heard, bench):
    page = opened()
    (key,) = page.chart.links
    page.chart.links[key].click()
    place = heard.places[-1]
    assert (place.room, place.part) == ("measures", "records")
    page.leave()
    page.arrive(Place(room="improve", part="busy"))
    assert page.first_focus() is page.chart.links[key]
    (day,) = page.links
    page.links[day].click()
    assert heard.places[-1].part == "records"


def test_what_to_do_becomes_a_thing_to_do(opened, shop, heard, bench):
    page = opened()
    page.plan_button.click()
    assert heard.said == ["Noted under Things to do."]
    page.presenter.plan()
    made = bench.services.actions.open_ones()
    assert {card.draft.source for card in made} == {ActionSource.OWN}
    assert all(card.draft.text.startswith("Saturdays") for card in made)


def test_other_days_are_chosen_and_printed(opened, shop, bench):
    page = opened()
    page.chooser.chosen.emit(PeriodName.THIS_MONTH)
    assert page.presenter.state.period.first == date(2026, 11, 1)
    page.chooser.days_chosen.emit(None, None)
    assert page.presenter.state.faults
    page.chooser.days_chosen.emit(TODAY, TODAY - ONE)
    assert page.presenter.state.faults
    page.chooser.days_chosen.emit(TODAY, None)
    assert any("No promise was due" in text for text in texts(page))
    assert (page.chart, page.plan_button) == (None, None)
    page.presenter.plan()
    assert bench.services.actions.open_ones() == ()
    assert page.print_job() is not None


def test_a_promise_that_is_decided_meanwhile_is_counted(opened, bench):
    page = opened()
    made = draft("job", due=Due(day=SATURDAY), made_on=SATURDAY)
    card = bench.do(lambda: bench.services.promises.make(made, RUTH)).card
    bench.do(lambda: bench.services.promises.done(card.id, SATURDAY, None, RUTH))
    assert any(text.startswith("Only one promise came due") for text in texts(page))
    page.leave()


def test_a_file_that_cannot_be_read_says_so(opened, shop, bench, heard, monkeypatch):
    page = opened()

    def broken(_period):
        raise Trouble("file_damaged", name="shop")

    monkeypatch.setattr(bench.services.busy_days, "report", broken)
    page.chooser.chosen.emit(PeriodName.LAST_MONTH)
    assert len(heard.troubles) == 1
    assert page.chart is not None


@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1100)])
def test_busy_days_can_be_heard_and_read(opened, shop, bench, percent, wide):
    bench.theme.set_percent(percent)
    page = opened(wide=wide, high=640)
    assert findings(page) == []
    bench.theme.set_scheme("dark")
    assert page.chart is not None
