# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Three doors: beside the field, in a box that says three things, or on to the crash window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core import messages
from tests.helpers.qt import words


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answering(press):
    """What a box says, and the key that answers it once it is open."""
    said = []

    def look():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append((box.text(), box.informativeText(), box.textFormat()))
        press(box)

    QTimer.singleShot(0, look)
    return said


def test_a_refusal_is_shown_beside_its_field(page):
    shown = []
    refusal = Refusal("answer_needs_text", "trading_name", label="Trading name")
    messages.show(refusal, page, words(), lambda *said: shown.append(said))
    ((sentence, field),) = shown
    assert "Trading name" in sentence
    assert field == "trading_name"


def test_a_trouble_says_what_happened_what_is_safe_and_what_to_do(page, qtbot):
    said = answering(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    trouble = Trouble("file_in_use", file="servicedesk.db")
    messages.show(trouble, page, words(), lambda *_said: pytest.fail("no field"))
    spoken = words().trouble(trouble)
    ((text, more, shape),) = said
    assert text == spoken.happened
    assert spoken.safe in more
    assert spoken.do in more
    assert shape is Qt.TextFormat.PlainText


def test_a_bug_goes_on_to_the_crash_window(page):
    with pytest.raises(KeyError):
        messages.show(KeyError("ours"), page, words(), lambda *_said: None)


@pytest.mark.parametrize(
    ("key", "chosen"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)]
)
def test_enter_and_escape_choose_the_safe_side(page, qtbot, key, chosen):
    answering(lambda box: qtbot.keyClick(box, key))
    asked = words().trouble(Trouble("file_in_use", file="servicedesk.db"))
    assert messages.ask(asked, "Open anyway", "Leave it", page) is chosen


def test_the_other_side_needs_its_own_button(page, qtbot):
    def choose(box):
        (button,) = [one for one in box.buttons() if one.text() == "Open anyway"]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    answering(choose)
    asked = words().trouble(Trouble("file_in_use", file="servicedesk.db"))
    assert messages.ask(asked, "Open anyway", "Leave it", page) is True
