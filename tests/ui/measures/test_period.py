# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Choosing the days: usual ones by a chip, one's own by two fields, long ones beside the screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.errors import Trouble
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.widgets.period_chooser import OFFERED
from tests.helpers.audits import findings
from tests.helpers.reports import DAY, USUAL, report
from tests.ui.widgets.made import press, write

HERE = Place(room="measures")
YEARS = (date(2023, 1, 1), date(2026, 10, 31))


def choose(page, name):
    page.figures.chooser.row.chips[OFFERED.index(name)].click()


def type_days(page, first, last):
    chooser = page.figures.chooser
    choose(page, PeriodName.OWN)
    chooser.first.focus_target().setText(first)
    chooser.last.focus_target().setText(last)
    chooser.show_button.click()


def test_the_last_90_days_are_shown_when_nobody_has_chosen(opened, figures):
    page = opened()
    assert figures.asked == [USUAL]
    assert page.figures.chooser.row.picked() == (0,)


@pytest.mark.parametrize("name", [name for name in OFFERED if name is not PeriodName.OWN])
def test_every_period_on_offer_is_read(opened, figures, name):
    page = opened()
    choose(page, name)
    assert figures.asked[-1] == period_of(name, DAY)
    assert page.figures.presenter.state.period == figures.asked[-1]


def test_days_of_ones_own_are_read_as_they_are_typed(opened, figures):
    page = opened()
    assert not page.figures.chooser.first.isVisible()
    type_days(page, "1/9/2026", "30/9/2026")
    assert figures.asked[-1] == Period(first=date(2026, 9, 1), last=date(2026, 9, 30))
    assert page.figures.presenter.state.days == "September 2026"
    assert page.figures.chooser.row.picked() == (OFFERED.index(PeriodName.OWN),)


def test_the_days_are_typed_and_shown_by_keyboard_alone(opened, figures):
    page = opened()
    press(page, Qt.Key.Key_7)  # the seventh of the row
    write(page, "1/9/2026\n30/9/2026\n")
    assert figures.asked[-1] == Period(first=date(2026, 9, 1), last=date(2026, 9, 30))


def test_without_a_last_day_it_is_today(opened, figures):
    type_days(opened(), "1/9/2026", "")
    assert figures.asked[-1].last == DAY


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        ("", "1/9/2026", "first", "Type the first day"),
        ("30/9/2026", "1/9/2026", "last", "before the first day"),
        ("1/1/2001", "1/9/2026", "first", "longer than 10 years"),
        ("soon", "1/9/2026", "first", "soon"),
    ],
)
def test_days_that_make_no_period_say_so_beside_the_field(
    opened, figures, first, last, field, said
):
    page = opened()
    type_days(page, first, last)
    wrong = getattr(page.figures.chooser, field)
    assert said in wrong.error()
    assert wrong.focus_target().hasFocus()
    assert len(figures.asked) == 1
    QApplication.processEvents()
    assert findings(page) == []


def test_a_day_ahead_says_so_beside_the_field(opened, figures):
    page = opened()
    type_days(page, "1/9/2026", "24/12/2026")
    assert page.figures.chooser.last.error()
    assert len(figures.asked) == 1


def test_a_sentence_goes_when_the_days_are_put_right(opened):
    page = opened()
    type_days(page, "30/9/2026", "1/9/2026")
    type_days(page, "1/9/2026", "30/9/2026")
    assert page.figures.chooser.last.error() == ""


def test_days_over_years_are_read_beside_the_screen_which_stays_alive(opened, figures, qtbot):
    page = opened()
    presenter = page.figures.presenter
    cards = page.figures.cards
    presenter.choose_days(*YEARS)
    assert presenter.state.is_reading
    assert page.figures._reading.isVisible()
    assert page.figures.cards is cards
    qtbot.waitUntil(lambda: not presenter.state.is_reading)
    assert presenter.state.period == Period(first=YEARS[0], last=YEARS[1])
    assert not page.figures._reading.isVisible()


def test_a_report_that_nobody_waits_for_any_more_is_let_go(opened, figures, qtbot, bench):
    page = opened()
    presenter = page.figures.presenter
    presenter.choose_days(*YEARS)
    presenter.choose(PeriodName.LAST_MONTH)
    with qtbot.waitSignal(bench.tasks.idle):
        pass
    assert presenter.state.period.name is PeriodName.LAST_MONTH


def test_years_that_cannot_be_read_leave_what_was_there(opened, figures, qtbot, heard):
    page = opened()
    presenter = page.figures.presenter

    def fail(period):
        raise Trouble("sqlite_unfit", name="synchronous")

    figures.make = fail
    presenter.choose_days(*YEARS)
    qtbot.waitUntil(lambda: not presenter.state.is_reading)
    assert len(heard.troubles) == 1
    assert page.figures.cards


def test_at_another_day_the_usual_days_move_on(opened, figures, bench):
    page = opened()
    bench.clock.set(date(2026, 11, 24))
    page.arrive(HERE)
    assert figures.asked[-1] == period_of(PeriodName.LAST_90_DAYS, date(2026, 11, 24))
    figures.make = report
    choose(page, PeriodName.OWN)
    page.figures.presenter.choose_days(date(2026, 9, 1), date(2026, 9, 2))
    bench.clock.set(date(2026, 11, 25))
    page.arrive(HERE)
    assert figures.asked[-1].first == date(2026, 9, 1)
