# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A change of type or colours asks each widget a few times, however deep it stands."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from tests.helpers.qt import dressed, theme

MOST = 3
"""Times that a widget may be dressed anew: undressed, dressed, and once for good measure."""


class Counting(QPushButton):
    """Counts how often it is dressed."""

    dressings = 0

    def changeEvent(self, event):
        self.dressings += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)


def nested(depth):
    """A button within so many frames."""
    window = QWidget()
    here = window
    for _ in range(depth):
        frame = QFrame()
        frame.setObjectName("card")
        QVBoxLayout(here).addWidget(frame)
        here = frame
    button = Counting("Print")
    QVBoxLayout(here).addWidget(button)
    return window, button


def test_a_deep_widget_is_dressed_no_more_often_than_a_shallow_one(qtbot):
    with dressed(theme()) as worn:
        window, button = nested(8)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        button.dressings = 0
        worn.set_percent(150)
        assert 0 < button.dressings <= MOST
        button.dressings = 0
        worn.set_scheme("dark")
        assert 0 < button.dressings <= MOST
