# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bug of ours is told plainly; its report is copied or saved only when asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from servicedesk.ui.shell.crash_window import CrashWindow
from tests.helpers.audits import clipped
from tests.helpers.qt import accessible_name, dressed, seen_texts, stops, theme

REPORT = "Traceback\nKeyError: <b>'ours'</b>\n"


@pytest.fixture
def saved():
    return []


@pytest.fixture
def window(qtbot, saved):
    def save() -> str:
        saved.append(REPORT)
        return "/somewhere/crash-report.txt"

    made = CrashWindow(REPORT, save)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, window, text):
    (button,) = [one for one in window.findChildren(QPushButton) if one.text() == text]
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_it_shows_the_report_and_what_is_safe(window, saved):
    said = " ".join(seen_texts(window))
    assert "what you had saved is safe" in said
    assert "Nothing was sent" in said
    assert window.findChild(QPlainTextEdit).toPlainText() == REPORT
    assert saved == []


def test_the_report_is_copied(window, qtbot):
    press(qtbot, window, "Copy the report")
    assert QGuiApplication.clipboard().text() == REPORT
    assert "The report is copied." in seen_texts(window)


def test_the_report_is_saved_when_asked(window, qtbot, saved):
    press(qtbot, window, "Save the report")
    assert saved == [REPORT]
    assert "The report is saved as /somewhere/crash-report.txt" in seen_texts(window)


def test_a_report_that_cannot_be_saved_can_still_be_copied(qtbot):
    def save() -> str:
        raise OSError("full")

    made = CrashWindow(REPORT, save)
    qtbot.addWidget(made)
    made.show()
    press(qtbot, made, "Save the report")
    assert "The report could not be saved. Copy it instead." in seen_texts(made)


def test_work_goes_on_with_one_key(window, qtbot):
    assert window.focusWidget().text() == "Go on working"
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_every_stop_of_the_keyboard_has_a_name(window):
    names = [accessible_name(stop) for stop in stops(window)]
    assert names == ["The report", "Copy the report", "Save the report", "Go on working"]


def test_at_200_percent_it_fits_the_screen_and_its_report_is_in_the_size_of_the_text(qtbot):
    with dressed(theme("dark", 200)):
        made = CrashWindow(REPORT * 40, lambda: "")
        qtbot.addWidget(made)
        made.show()
        room = made.screen().availableGeometry()
        assert made.width() <= room.width()
        assert made.height() <= room.height()
        text = made.findChild(QPlainTextEdit)
        assert text.font().pointSizeF() > 0.85 * made.font().pointSizeF()
        assert clipped(made) == []
