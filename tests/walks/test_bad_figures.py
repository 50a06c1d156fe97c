# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days about which little or nothing can be said, on the screen: clear words, no invented figure.

A month without data, one answer, a check in which nothing applied, a charter changed within the
period, the night of a clock change; and the first month of a shop, with ten records in all.
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.figures_places import records_of
from servicedesk.domain.periods import Period, PeriodName
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Due
from servicedesk.domain.samples import Verdict
from servicedesk.domain.standards import MeasuredBy, ServiceStandard
from servicedesk.services.charters_live_papers import WALL
from servicedesk.services.printing import Printing
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.page import MeasuresPage
from servicedesk.ui.shell.window import Shell
from tests.helpers.builders import charter_draft, complaint_promises, opening_days, promise
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_contact, put_promise
from tests.services.feedback_made import marked
from tests.services.promises_made import draft
from tests.services.test_charters_live import CALL, ORDER
from tests.walks.test_hostile_words import go

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
PERCENT = re.compile("[0-9] ?%")


def how_we_do(window: Shell, qtbot: QtBot, name: PeriodName | None = None) -> MeasuresPage:
    """The page of figures once its figures are there."""
    go(window, "measures")
    page = window.page
    assert isinstance(page, MeasuresPage)
    if name is not None:
        page.figures.presenter.choose(name)
    presenter = page.figures.presenter
    qtbot.waitUntil(lambda: presenter.state.is_read and not presenter.state.is_reading)
    tidied()
    return page


def tidied() -> None:
    """Let what was shown before go for good."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def live(window: Shell) -> list[str]:
    """What the live page says."""
    go(window, "charter", "live")
    tidied()
    return seen_texts(window.page)


def publish(bench: Workbench, *standards: ServiceStandard) -> None:
    draft = charter_draft(
        standards=(*standards, *complaint_promises()), in_force_from=None, review_by=None
    )
    bench.services.charters.publish_draft(draft, RUTH, lambda card: None)


def total(bench: Workbench, at: RecordsAt) -> int:
    return bench.services.figures.records(at).total


def test_a_month_without_data_says_so_and_offers_what_to_do(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    bench.services.feedback.log(marked(5, given_on=TODAY), RUTH)
    page = how_we_do(window, qtbot, PeriodName.LAST_MONTH)
    said = seen_texts(page)
    assert any(text.startswith("Nothing was written down in these days.") for text in said)
    assert "Write down a promise" in said
    assert not page.figures.csv_button.isVisible()
    assert not [text for text in said if PERCENT.search(text)]
    report = bench.services.figures.report(Period(first=date(2026, 10, 1), last=date(2026, 10, 31)))
    papers = bench.services.figures_papers
    assert papers.csv(report)
    assert CalamineWorkbook.from_filelike(BytesIO(papers.xlsx(report))).sheet_names
    job = papers.job(report)
    printed = job.make(PaperChoice(paper=job.offers[0].id, size=PaperSize.A4))
    assert not PERCENT.search(" ".join(Printing().texts(printed.data)))


def test_one_answer_is_counted_and_no_share_is_made_of_it(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    bench.services.feedback.log(marked(4, given_on=TODAY), RUTH)
    said = seen_texts(how_we_do(window, qtbot))
    assert "1 of 1" in said
    assert "How sure is this?" not in said
    assert not [text for text in said if PERCENT.search(text)]


def test_a_check_in_which_nothing_applied_has_no_figure_but_words(
    window: Shell, bench: Workbench
) -> None:
    tidy = promise("tidy", title="Left tidy", measured_by=MeasuredBy.JOB_CHECK)
    publish(bench, tidy, ORDER)
    for number in range(3):
        made = put_promise(bench.services.units, None, f"Job {number}", due_on=TODAY, made_on=TODAY)
        bench.services.promises.done(made, TODAY, who=RUTH)
    check = bench.services.samples.draw(RUTH).card
    for job in check.jobs:
        bench.services.samples.answer(job.id, "tidy", Verdict.DOES_NOT_APPLY, RUTH)
    said = live(window)
    assert "None of the 3 jobs that were checked had anything to do with it." in said
    assert not [text for text in said if PERCENT.search(text)]


def test_a_period_over_two_charters_keeps_the_cases_of_each_apart(
    window: Shell, bench: Workbench
) -> None:
    before, clock = TODAY - timedelta(days=14), bench.clock
    assert isinstance(clock, FixedClock)
    clock.set(before)
    publish(bench, ORDER)
    keep(bench, before, "order")
    keep(bench, before, "order")
    clock.set(TODAY)
    publish(bench, replace(ORDER, limit=opening_days(1)))
    keep(bench, TODAY, "order")
    said = live(window)
    assert "As earlier versions said it" in said
    assert "Version 1 of the charter, cases from 9 November 2026" in said
    assert "Version 2 of the charter, cases from 23 November 2026" in said
    charters = bench.services.charters_live
    page = charters.page(charters.usual_period())
    orders = [one for one in (*page.results, *page.earlier) if one.standard.key == "order"]
    cases = {one.number: one.count.base for one in orders}
    assert cases == {1: 2, 2: 1}


def keep(bench: Workbench, day: date, standard: str = "") -> None:
    """A promise that was kept on the day it was made, by the program."""
    said = draft(f"job of {day}", made_on=day, due=Due(day=day), standard_key=standard)
    made = bench.services.promises.make(said, RUTH).card
    bench.services.promises.done(made.id, day, None, RUTH)


def test_the_hour_that_comes_twice_is_one_hour_and_no_contact_is_lost(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    """Clocks go back on 25 October 2026; a day there has 25 hours."""
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    moments = [
        *[night] * 25,
        *[night + timedelta(hours=1)] * 25,
        night - timedelta(hours=1),
        night + timedelta(hours=23),
    ]
    outside = [night - timedelta(minutes=91), night + timedelta(minutes=23 * 60 + 30)]
    for at in (*moments, *outside):
        put_contact(bench.services.units, None, "rang", at=at)
    page = how_we_do(window, qtbot)
    page.figures.presenter.choose_days(night.date(), night.date())
    qtbot.waitUntil(lambda: page.figures.presenter.state.period.first == night.date())
    qtbot.waitUntil(lambda: not page.figures.presenter.state.is_reading)
    sections = page.figures.presenter.state.sections
    charts = {chart.data.code: chart for section in sections for chart in section.charts}
    assert charts, [section.title for section in sections]
    for chart in charts.values():
        numbers = [int(bar.shown) for bar in chart.bars]
        assert sum(numbers) == len(moments), chart.title
        for bar, number in zip(chart.bars, numbers, strict=True):
            at = None if bar.records is None else records_of(bar.records.item)
            assert (0 if at is None else total(bench, at)) == number
    assert max(max(int(bar.shown) for bar in one.bars) for one in charts.values()) >= 50


@pytest.fixture
def first_month(bench: Workbench) -> None:
    """Ten records: three promises, three contacts, a complaint and three cards."""
    clock = bench.clock
    assert isinstance(clock, FixedClock)
    clock.set(TODAY - timedelta(days=21))
    publish(bench, ORDER, CALL)
    clock.set(TODAY)
    keep(bench, TODAY, "order")
    keep(bench, TODAY, "order")
    put_promise(bench.services.units, None, "still open", due_on=TODAY + timedelta(days=2))
    for minutes in (30, 60, None):
        at = datetime(2026, 11, 18, 10, tzinfo=UTC)
        put_contact(bench.services.units, None, "rang", at=at, answered_minutes=minutes)
    came = datetime(2026, 11, 20, 10, tzinfo=UTC)
    bench.services.complaints.log(ComplaintDraft(text="The tap drips", received_at=came), RUTH)
    for mark in (5, 4, 2):
        bench.services.feedback.log(marked(mark, given_on=TODAY), RUTH)


def test_after_a_first_month_of_ten_records_the_live_page_says_what_is_true(
    first_month: None, window: Shell, bench: Workbench
) -> None:
    said = live(window)
    assert "2 of 2" in said
    assert "Too few to say" in said
    assert not [text for text in said if PERCENT.search(text)]
    charters = bench.services.charters_live
    page = charters.page(charters.usual_period())
    for one in page.results:
        words = charters.words(one)
        assert words.standing
        assert words.figure or words.hint  # none stands there without a word
        if one.records is not None and one.count.base:
            assert total(bench, one.records) == one.count.base
    job = bench.services.charters_live_papers.wall(charters.usual_period())
    printed = job.make(PaperChoice(paper=WALL, size=PaperSize.A4))
    wall = " ".join(" ".join(Printing().texts(printed.data)).split())
    assert "2 of 2" in wall
    assert not PERCENT.search(wall)


def test_after_a_first_month_of_ten_records_no_figure_is_invented_and_no_card_is_empty(
    first_month: None, window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    page = how_we_do(window, qtbot)
    said = seen_texts(page)
    assert not [text for text in said if PERCENT.search(text)]
    assert {"2 of 2", "2 of 3", "not recorded"} <= set(said)
    for card in page.figures.cards:
        assert card.section.figures or card.section.charts
        for view in card.views:
            figure = view.figure
            assert figure.title
            assert figure.figure
            assert figure.is_number or figure.figure in said
            for place in (figure.records, figure.base_records):
                at = None if place is None else records_of(place.item)
                assert at is None or total(bench, at) > 0
    rows = bench.services.figures.report(page.figures.presenter.state.period).sections
    shown = [figure for section in rows for figure in section.figures]
    assert all(figure.base or figure.value in (None, 0) for figure in shown)
