# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A line that holds more than it shows: its beginning is seen, and all of it as a hint."""

from PySide6.QtCore import Qt

from servicedesk.domain.guides import QuestionKind
from tests.ui.widgets.made import made, press, write

LONG = "We ring you the evening before, and again when we are on our way to you in the van. " * 3


def test_a_long_line_shows_its_beginning_once_it_is_left(desk, shown):
    field, other = (made(desk, QuestionKind.TEXT, id=name, label=name) for name in ("one", "two"))
    window = shown(field, other)
    field.focus_target().setFocus()
    write(window, LONG)
    press(window, Qt.Key.Key_Tab)
    assert field.focus_target().cursorPosition() == 0
    assert field.focus_target().toolTip() == LONG
    assert other.focus_target().toolTip() == ""


def test_a_short_line_has_no_hint(desk, shown):
    field = made(desk, QuestionKind.TEXT)
    shown(field)
    field.set_value(LONG)
    assert field.focus_target().toolTip() == LONG
    field.set_value("Short")
    assert field.focus_target().toolTip() == ""
