# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers served on the screen: a number a month, blank months stay blank."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.samples_made import RUTH
from tests.ui.widgets.made import press

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def page(bench, opened):
    """The page of a business that began in 2025."""
    bench.services.business.save({"since_year": 2025}, RUTH)
    return opened("served").by_hand("served")


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def test_it_begins_at_the_last_month_that_is_over(page):
    assert [line.month for line in page.lines] == [date(2026, n, 1) for n in range(1, 12)]
    assert page.first_focus() is page.lines[9].edit
    assert page.lines[9].edit.accessibleName() == "October 2026"
    assert "No month of 2026 has a number yet." in texts(page)


def test_numbers_are_keyed_in_and_summed(page, bench, heard):
    QTest.keyClicks(page.lines[9].edit, "1,200")
    press(page.lines[9].edit, Qt.Key.Key_Return)
    assert page.lines[10].edit.hasFocus()
    assert bench.services.samples.served() == {OCTOBER: 1200}
    assert "1,200 customers in 2026, 10 months blank" in texts(page)
    assert heard.said == ["Number kept."]
    press(page.lines[10].edit, Qt.Key.Key_Return)
    assert bench.services.samples.served() == {OCTOBER: 1200}


def test_a_blank_takes_the_number_away_and_undo_brings_it_back(page, bench, heard):
    done = bench.services.samples.set_served(OCTOBER, 0, RUTH)
    bench.changes.announce(done.changes)
    assert page.lines[9].edit.text() == "0"
    page.lines[9].edit.clear()
    page.lines[9].commit()
    assert bench.services.samples.served() == {}
    assert heard.said == ["Left blank."]
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert page.lines[9].edit.text() == "0"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-5", "There cannot be fewer than none."),
        ("many", "This is not a whole number."),
        ("<b>7</b>", "This is not a whole number."),
        ("9" * 25_000, "This is more than 999999."),
    ],
)
def test_what_is_no_number_is_refused_beside_it(page, bench, typed, words):
    line = page.lines[9]
    line.edit.setText(typed)
    line.edit.setFocus()
    press(line.edit, Qt.Key.Key_Return)
    assert words in line.error
    assert line.edit.hasFocus()
    assert bench.services.samples.served() == {}
    line.edit.clear()
    line.commit()
    assert line.error == ""


def test_years_lead_no_farther_than_the_business(page, bench):
    page.lines[0].edit.setText("31")
    page.earlier_button.click()
    assert bench.services.samples.served() == {date(2026, 1, 1): 31}
    assert [line.month.year for line in page.lines] == [2025] * 12
    assert not page.earlier_button.isVisibleTo(page)
    page.later_button.click()
    assert len(page.lines) == 11
    assert not page.later_button.isVisibleTo(page)


def test_a_full_year_has_no_blanks(page, bench):
    for n in range(1, 13):
        bench.services.samples.set_served(date(2025, n, 1), 10, RUTH)
    page.presenter.choose(2025)
    assert "120 customers in 2025" in texts(page)
    bench.services.samples.set_served(date(2025, 1, 1), None, RUTH)
    page.presenter.choose(2025)
    assert "110 customers in 2025, one month blank" in texts(page)


def test_a_month_before_the_business_began_is_refused(page):
    words = page.presenter.keep(date(2024, 12, 1), "5")
    assert words == "The business began in 2025. Please check the year."


def test_leaving_the_page_keeps_the_number(page, bench):
    page.lines[9].edit.setText("44")
    page.leave()
    assert bench.services.samples.served() == {OCTOBER: 44}
    assert page.print_job() is None


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_the_page_passes_the_audits(page, bench, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page.lines[3].edit.setText("no")
    page.lines[3].commit()
    QApplication.processEvents()
    assert findings(page) == []
