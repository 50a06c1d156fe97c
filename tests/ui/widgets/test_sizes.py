# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Windows fit on a small screen with their frame, in the middle of the window that opened them."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialog, QMainWindow

from servicedesk.ui.widgets import sizes
from servicedesk.ui.widgets.sizes import keep_on_screen, most_room, take_room

SMALL = QRect(0, 0, 1366, 768)


@pytest.fixture(autouse=True)
def screen(monkeypatch):
    monkeypatch.setattr(sizes, "room_of", lambda _window: SMALL)


@pytest.fixture
def owner(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setGeometry(300, 60, 1000, 640)
    return made


def on_screen(window):
    """With a title of usual height above it, and a bar of the system's under it."""
    return QRect(0, 0, 1366, 768 - 38).contains(window.geometry())


def test_the_largest_window_leaves_room_for_its_frame_and_for_a_bar(owner):
    assert most_room(owner) == QSize(1297, 683)


def test_a_window_takes_what_it_wants_or_what_there_is(owner):
    small, large = QDialog(owner), QDialog(owner)
    take_room(small, 20, 10)
    take_room(large, 400, 400)
    assert small.width() < large.width()
    assert large.size() == most_room(owner)
    assert on_screen(small)
    assert on_screen(large)


def test_a_dialog_stands_in_the_middle_of_its_window(owner):
    dialog = QDialog(owner)
    dialog.resize(400, 300)
    keep_on_screen(dialog)
    middle = dialog.geometry().center() - owner.geometry().center()
    assert abs(middle.x()) <= 2
    assert abs(middle.y()) <= 38


@pytest.mark.parametrize("corner", [(-200, -200), (1200, 700)])
def test_a_dialog_of_a_window_half_off_the_screen_is_wholly_on_it(owner, corner):
    owner.move(*corner)
    dialog = QDialog(owner)
    dialog.resize(900, 600)
    keep_on_screen(dialog)
    assert on_screen(dialog)


def test_a_window_of_its_own_stands_in_the_middle_of_the_screen(qtbot):
    window = QDialog()
    qtbot.addWidget(window)
    window.resize(400, 300)
    keep_on_screen(window)
    assert abs(window.geometry().center().x() - SMALL.center().x()) <= 2
