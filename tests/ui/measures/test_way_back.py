# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""From a figure to its records, to one of them, and all the way back, by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.figures import Part
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.shell.window import Shell
from tests.helpers.records import put_customer, put_promise
from tests.ui.widgets.made import press

DUE = date(2026, 11, 10)


@pytest.fixture
def shell(bench, qtbot):
    """The real window over a file with two promises that were kept."""
    units = bench.services.units
    patel = put_customer(units, "Mrs Meena Patel")
    for text in ("Ring back", "Deliver the skirting"):
        made = put_promise(units, patel, text, due_on=DUE, made_on=DUE)
        bench.services.promises.done(made, DUE, who="Ruth")
    bench.memory.set("serving", "")
    window = Shell(bench.theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    window.opened(bench)
    yield window
    window.let_go()


def test_escape_leads_all_the_way_back(shell):
    press(shell, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    promises = next(card for card in shell.page.figures.cards if card.section.part is Part.PROMISES)
    number = promises.views[0].links[f"Promises kept {promises.views[0].figure.records.item}"]
    number.setFocus()
    press(shell, Qt.Key.Key_Return)
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Return)
    room = shell.here.room
    assert room == "promises"
    page = shell.page
    press(shell, Qt.Key.Key_Return)
    assert page.detail.isAncestorOf(QApplication.focusWidget())
    press(shell, Qt.Key.Key_Escape)
    assert shell.here.room == room
    assert page.pane.rows.hasFocus()
    press(shell, Qt.Key.Key_Escape)
    assert (shell.here.room, shell.here.part) == ("measures", "records")
    press(shell, Qt.Key.Key_Escape)
    assert shell.here == Place(room="measures")
    assert QApplication.focusWidget() is number
    press(shell, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(shell, Qt.Key.Key_Escape)
    assert page.pane.search.hasFocus()
    press(shell, Qt.Key.Key_Escape)
    assert shell.here.room == room


def test_there_and_back_by_keyboard(shell):
    press(shell, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert shell.here == Place(room="measures")
    figures = shell.page.figures
    promises = next(card for card in figures.cards if card.section.part is Part.PROMISES)
    number = promises.views[0].links[f"Promises kept {promises.views[0].figure.records.item}"]
    number.setFocus()
    press(shell, Qt.Key.Key_Return)
    assert (shell.here.room, shell.here.part) == ("measures", "records")
    records = shell.page.records
    assert records.list.hasFocus()
    press(shell, Qt.Key.Key_Down)
    chosen = records.list.current
    press(shell, Qt.Key.Key_Return)
    assert shell.here == chosen.place
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.here.part == "records"
    assert records.list.current.key == chosen.key
    press(shell, Qt.Key.Key_Escape)
    assert shell.here == Place(room="measures")
    assert QApplication.focusWidget() is number
