# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Catch up: after days away, one line for each promise, by keys alone, with one undo."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.errors import Trouble
from servicedesk.domain.promises import Outcome
from servicedesk.ui.today.page import TodayPage
from tests.helpers.qt import seen_texts
from tests.services.open_rows import put_promise
from tests.ui.backups.benches import heard
from tests.ui.today.test_rows import DAY, HERE, RUTH, TODAY, bench, british, page

__all__ = ("bench", "british", "page")

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def away(bench):
    """Five promises came due while nobody was here for a week."""
    with bench.services.units.change("fill", RUTH) as unit:
        for number in range(5):
            due = TODAY - (6 - number) * DAY
            put_promise(unit, f"promise {number}", due, made_on=TODAY - timedelta(days=20))
    bench.memory.set("today_seen_on", (TODAY - 7 * DAY).isoformat())
    return bench


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_two_days_away_open_catch_up_once(away, page):
    page.arrive(HERE)
    assert "Catch up" in seen_texts(page)
    assert len(page.catch_up.lines) == 5
    page.catch_up.later_button.click()
    assert page.catch_up is None
    assert page.presenter.state.away == "You were last here on Tue 17 Nov. 5 promises are late."
    page.arrive(HERE)
    assert page.catch_up is None
    assert away.memory.get("today_seen_on") == TODAY.isoformat()
    away.clock.set(TODAY + DAY)
    page.arrive(HERE)
    assert page.catch_up is None
    assert page.presenter.state.away == ""


def test_one_day_away_opens_nothing(away, page):
    away.memory.set("today_seen_on", (TODAY - DAY).isoformat())
    page.arrive(HERE)
    assert page.catch_up is None


def test_days_away_with_nothing_late_open_nothing(bench, page):
    bench.memory.set("today_seen_on", (TODAY - 7 * DAY).isoformat())
    page.arrive(HERE)
    assert page.catch_up is None


def test_every_answer_by_keys_one_save_and_one_undo(away, page, qtbot):
    page.window().activateWindow()
    page.arrive(HERE)
    page.catch_up.take_focus()
    key = Qt.Key
    press(qtbot, key.Key_Space)  # kept on the day
    press(qtbot, key.Key_Down, key.Key_Right, key.Key_Space)  # done on another day
    qtbot.keyClicks(QApplication.focusWidget(), "yesterday")
    page.catch_up.lines[2].take_focus()
    press(qtbot, key.Key_Right, key.Key_Right, key.Key_Space)  # a new date
    qtbot.keyClicks(QApplication.focusWidget(), "+5")
    page.catch_up.lines[3].take_focus()
    press(qtbot, key.Key_4)  # broken
    press(qtbot, key.Key_Down, key.Key_5)  # released
    listened = heard(away)
    qtbot.keyClick(QApplication.focusWidget(), key.Key_Return, CTRL)
    assert listened.said == ["5 promises are written down."]
    promises = away.services.promises
    endings = [promises.get(number).ending for number in range(1, 6)]
    assert [one and one.outcome for one in endings] == [
        Outcome.KEPT, Outcome.LATE, None, Outcome.BROKEN, Outcome.RELEASED
    ]  # fmt: skip
    assert promises.get(3).due.day == TODAY + 5 * DAY
    assert page.catch_up is None
    away.services.undo.undo(RUTH)
    assert all(promises.get(number).is_open for number in range(1, 6))


def test_what_is_left_alone_stays_open(away, page):
    page.arrive(HERE)
    page.catch_up.save()
    assert "Nothing is chosen yet. Choose on one line at least." in seen_texts(page)
    page.catch_up.lines[4].row.chips[0].click()
    page.catch_up.save()
    assert [row.line.title for row in page.rows()] == [f"Promise {n}" for n in range(4)]
    assert page.presenter.state.away.endswith("4 promises are late.")


def test_a_day_that_is_missing_is_asked_for_beside_its_field(away, page):
    page.arrive(HERE)
    asked = page.catch_up
    for line, at in ((asked.lines[0], 1), (asked.lines[1], 2)):
        line.row.chips[at].click()
    asked.save()
    assert asked.lines[0].first_stop().error() == "Please say on which day it was done."
    asked.lines[0].row.chips[0].click()
    asked.save()
    assert asked.lines[1].first_stop().error() == "Please give the new date."


def test_a_refusal_is_told_over_the_lines(away, page):
    page.arrive(HERE)
    page.catch_up.lines[0].row.chips[0].click()
    away.services.promises.done(1, TODAY, None, RUTH)
    page.catch_up.save()
    assert any("has ended already" in text for text in seen_texts(page))


def test_a_computer_that_cannot_remember_says_so(away, page, monkeypatch):
    def full(key, value):
        raise Trouble("disk_full", name="preferences.toml")

    monkeypatch.setattr(away.memory, "set", full)
    listened = heard(away)
    page.arrive(HERE)
    assert len(listened.troubles) == 1
    assert page.catch_up is not None


def test_escape_leaves_it_and_the_last_line_leads_to_save(away, page, qtbot):
    page.window().activateWindow()
    page.arrive(HERE)
    page.catch_up.lines[4].take_focus()
    press(qtbot, Qt.Key.Key_Down)
    assert page.catch_up.save_button.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.catch_up is None
    assert isinstance(page, TodayPage)
