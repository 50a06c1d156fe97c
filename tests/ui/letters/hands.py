# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What somebody does on the page of letters."""

from PySide6.QtTest import QTest


def field_of(room, name):
    return room.page.write._fields[name]


def typed(room, name, text):
    """Type into a field by keys and leave it."""
    edit = field_of(room, name).focus_target()
    edit.setFocus()
    QTest.keyClicks(edit, text)
    field_of(room, name).commit()


def button(room, text):
    from PySide6.QtWidgets import QPushButton

    (found,) = [
        one
        for one in room.page.findChildren(QPushButton)
        if one.text() == text and one.isVisibleTo(room.page)
    ]
    return found
