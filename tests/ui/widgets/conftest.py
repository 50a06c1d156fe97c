# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of widgets ask for: the program dressed, a bench, windows with the keyboard."""

import pytest

from tests.helpers.qt import speak_british, theme
from tests.ui.widgets.made import FieldDesk, Window


@pytest.fixture
def desk(qapp):
    """A bench in the program's own clothes."""
    speak_british()
    worn = theme()
    worn.apply(qapp)
    return FieldDesk(worn)


@pytest.fixture
def shown(qtbot):
    """Shows widgets in a window of their own and gives it the keyboard."""
    kept = []

    def show(*widgets, width=640, height=480):
        window = Window(widgets)
        kept.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
