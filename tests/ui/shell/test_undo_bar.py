# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bar at the foot waits for whoever is about to press its button."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.shell.undo_bar import UndoBar
from tests.helpers.qt import theme


@pytest.fixture
def bar(qtbot):
    window, field, bar = QWidget(), QLineEdit(), UndoBar(theme())
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(bar)
    window.show()
    window.activateWindow()
    field.setFocus()
    bar.say("Closure added.", True)
    bar.held_by = window  # else it goes with this function
    return bar


def time_is_up(bar):
    timer = bar.findChild(QTimer)
    assert timer.interval() == 10_000
    timer.timeout.emit()


def test_it_goes_when_its_time_is_up(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    time_is_up(bar)
    assert bar.sentence == ""


def test_it_stays_while_the_mouse_is_over_it(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: True)
    time_is_up(bar)
    assert bar.sentence == "Closure added."
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    time_is_up(bar)
    assert bar.sentence == ""


def test_it_stays_while_the_keyboard_is_in_it(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    bar.findChildren(QPushButton)[0].setFocus()
    time_is_up(bar)
    assert bar.sentence == "Closure added."
