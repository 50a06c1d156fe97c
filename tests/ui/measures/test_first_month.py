# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""After a first month with ten records the room says what is true of them, and leads to each."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.figures import Part
from servicedesk.domain.figures_places import records_of
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.measures.page import MeasuresPage
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer, put_promise
from tests.services.feedback_made import logged

RUTH = "Ruth"
MADE, KEPT = date(2026, 11, 2), date(2026, 11, 20)
HERE = Place(room="measures")


@pytest.fixture
def month(bench):
    """Four promises decided, two open, three complaints, a comment: ten records in all."""
    services = bench.services
    patel = put_customer(services.units, "Mrs Meena Patel")
    for day, done in ((9, 9), (10, 10), (11, 11), (12, 17)):
        due = date(2026, 11, day)
        made = put_promise(
            services.units, patel, f"Promise for the {day}th", due_on=due, made_on=MADE
        )
        services.promises.done(made, date(2026, 11, done), who=RUTH)
    for day in (25, 26):
        put_promise(services.units, patel, "Still open", due_on=date(2026, 11, day))
    for day in (3, 5, 18):
        at = datetime(2026, 11, day, 10, tzinfo=UTC)
        services.complaints.log(ComplaintDraft(text="The tap drips", received_at=at), RUTH)
    assert not services.figures.has_enough()
    logged(services, given_on=date(2026, 11, 20))


@pytest.fixture
def page(bench, month, qtbot):
    made = MeasuresPage(bench)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    made.arrive(HERE)
    with qtbot.waitActive(made):
        made.show()
    return made


def card(page, part):
    return next(card for card in page.figures.cards if card.section.part is part)


def test_ten_records_are_enough_for_the_rail(bench, month):
    assert bench.services.figures.has_enough()


def test_it_says_counts_and_no_percentages(page):
    texts = seen_texts(page)
    assert "3 of 4" in texts
    assert not any("%" in text for text in texts)
    assert findings(page) == []


def test_the_chief_number_leads_to_the_three_that_were_kept(page, bench):
    figure = card(page, Part.PROMISES).views[0].figure
    page.arrive(figure.records)
    lines = page.records.presenter.state.lines
    assert [line.what for line in lines] == [f"Promise for the {day}th" for day in (11, 10, 9)]
    assert {line.who for line in lines} == {"Mrs Meena Patel"}
    assert bench.services.promises.get(int(lines[0].place.item)).draft.text == lines[0].what
    page.arrive(figure.base_records)
    assert len(page.records.presenter.state.lines) == 4


def test_every_link_of_the_page_leads_to_as_many_records_as_it_says(page, bench):
    for shown in page.figures.cards:
        for view in shown.views:
            for place in (view.figure.records, view.figure.base_records):
                if place is not None:
                    at = records_of(place.item)
                    assert bench.services.figures.records(at).total > 0


def test_a_promise_kept_meanwhile_is_counted_when_one_comes_back(page, bench):
    page.leave()
    made = put_promise(bench.services.units, None, "One more", due_on=KEPT, made_on=MADE)
    bench.do(lambda: bench.services.promises.done(made, KEPT, who=RUTH))
    page.arrive(HERE)
    QApplication.processEvents()
    assert card(page, Part.PROMISES).views[0].figure.figure == "80 %"
    assert "early sign" in seen_texts(card(page, Part.PROMISES))
