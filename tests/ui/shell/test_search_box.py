# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The search box: from any page by one key, with the keyboard alone, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.shell.search_panel import SearchPanel
from tests.helpers.audits import clipped, unnamed
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer, put_promise
from tests.ui.shell.test_window import CTRL, press


@pytest.fixture
def panel(shell):
    shell._open._prepare_search()  # it is made when the box is first entered
    return shell.findChild(SearchPanel)


def type_in(qtbot, shell, text):
    press(qtbot, shell, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), text)


def lines(panel):
    model = panel.findChild(QListView).model()
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F])
def test_a_key_brings_the_keyboard_into_the_box(shell, qtbot, key, panel):
    press(qtbot, shell, key, CTRL)
    assert QApplication.focusWidget() is shell.search
    assert not panel.isVisible()


def test_what_is_typed_is_found_in_groups_and_enter_opens_the_first(shell, qtbot, panel, small):
    type_in(qtbot, shell, "bank hol")
    assert panel.isVisible()
    assert lines(panel)[0] == "Settings"
    assert panel._presenter.state.chosen == 0
    press(qtbot, shell, Qt.Key.Key_Return)
    assert shell.here == Place(room="settings", part="hours", item="open_bank_holidays")
    assert not panel.isVisible()
    assert shell.search.text() == ""
    assert QApplication.focusWidget() is small.pages["settings"].line


def test_up_and_down_walk_the_hits_and_stay_at_the_ends(shell, qtbot, panel):
    type_in(qtbot, shell, "the")
    last = len(panel._presenter.state.hits) - 1
    assert last > 2
    press(qtbot, shell, Qt.Key.Key_Up)
    assert panel._presenter.state.chosen == 0
    for _ in range(last + 3):
        press(qtbot, shell, Qt.Key.Key_Down)
    assert panel._presenter.state.chosen == last
    assert panel.findChild(QListView).currentIndex().row() == len(lines(panel)) - 1


def test_totals_are_said_where_not_all_are_shown(shell, qtbot, panel):
    type_in(qtbot, shell, "e")
    assert any(" of " in line for line in lines(panel) if line is not None)


def test_records_are_found_in_groups_that_say_how_many_there_are(shell, qtbot, panel, bench):
    units = bench.services.units
    lucja = put_customer(units, "Łucja Patel", phone="07700 900123", lines="3 Hill St\nBury")
    for number in range(60):
        put_customer(units, f"Ann Hill {number}")
    put_promise(units, lucja, "ring back about the patio")
    type_in(qtbot, shell, "pat")
    assert lines(panel)[:4] == [
        "Customers: 1 found, of 61",
        "Łucja Patel, 3 Hill St, Bury · 07700 900123",
        "Promises: 1 found, of 1",
        "ring back about the patio, Łucja Patel · P-2026-0001 · 23 November 2026",
    ]
    press(qtbot, shell, Qt.Key.Key_Escape)
    type_in(qtbot, shell, "ann")
    assert lines(panel)[0] == "Customers: 50+ found, of 61"


def test_esc_gives_the_keyboard_back(shell, qtbot, panel, small):
    small.pages["today"].text.setFocus()
    type_in(qtbot, shell, "hours")
    press(qtbot, shell, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is small.pages["today"].text
    assert shell.here == Place(room="today")


def test_esc_goes_to_the_page_when_nobody_had_the_keyboard_before(shell, qtbot, small):
    shell.search.setFocus()
    press(qtbot, shell, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is small.pages["today"].line


def test_nothing_found_says_what_was_looked_through(shell, qtbot, panel):
    type_in(qtbot, shell, "zzz <b>&amp;")
    said = [text for text in seen_texts(panel) if "zzz" in text]
    assert said == [
        "Nothing found for “zzz <b>&amp;”. The search looks through customers, promises, "
        "complaints, contacts and letters, your charter, the settings and the help."
    ]
    press(qtbot, shell, Qt.Key.Key_Down)
    press(qtbot, shell, Qt.Key.Key_Return)
    assert shell.here == Place(room="today")
    assert clipped(panel) == []


def test_a_hit_is_opened_with_the_mouse_too(shell, qtbot, panel):
    type_in(qtbot, shell, "hours")
    view = panel.findChild(QListView)
    view.clicked.emit(view.model().index(0))
    assert panel.isVisible()  # a heading opens nothing
    view.clicked.emit(view.model().index(1))
    assert shell.here.room != "today"
    assert not panel.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_panel_fits_into_the_window(shell, qtbot, panel, bench, percent):
    bench.theme.set_percent(percent)
    shell.resize(1366, 768)
    type_in(qtbot, shell, "a")
    assert shell.inside.rect().contains(panel.geometry())
    shell.resize(700, 600)
    assert shell.inside.rect().contains(panel.geometry())
    panel.grab()
    assert unnamed(shell) == []


def test_a_file_that_cannot_be_read_is_told_in_words(shell, qtbot, bench, monkeypatch):
    told = []
    bench.bar.troubled.disconnect()
    bench.bar.troubled.connect(lambda words: told.append(words.happened))

    def gone():
        raise Trouble("file_in_use", file="shop.servicedesk")

    monkeypatch.setattr(bench.services.search, "prepare", gone)
    type_in(qtbot, shell, "x")
    assert told == ["shop.servicedesk is open in another window of this program."] * 2
