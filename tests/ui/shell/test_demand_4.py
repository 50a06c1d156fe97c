# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 4: the text size is chosen in the program, by key, and is seen at once everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSlider

from servicedesk.ui.shell.window import Shell
from tests.helpers.audits import clipped
from tests.helpers.qt import seen_texts


@pytest.fixture
def whole(qtbot, bench):
    """The window with its real rooms."""
    made = Shell(bench.theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    bench.memory.set("text_size", 100)
    bench.memory.set("theme", "light")
    made.opened(bench)
    yield made
    made.let_go()
    bench.tasks.wait()


def heights(window):
    return [one.fontMetrics().height() for one in window.findChildren(QLabel) if one.isVisible()]


def test_demand_4_the_text_size_changes_live_from_the_settings(whole, qtbot, bench):
    bench.navigator.open("settings", "look")
    before = min(heights(whole))
    (slider,) = [one for one in whole.page.findChildren(QSlider) if one.isVisible()]
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bench.theme.percent == 200)
    QApplication.processEvents()
    assert min(heights(whole)) > 1.8 * before
    assert bench.memory.get("text_size") == 200
    assert whole.rail.is_folded
    assert (whole.width(), whole.height()) == (1366, 768)
    bench.navigator.open("today")
    QApplication.processEvents()
    assert "Today" in seen_texts(whole)
    assert clipped(whole) == []


def test_demand_4_keys_change_it_from_any_page(whole, qtbot, bench):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(QApplication.focusWidget() or whole, Qt.Key.Key_Plus, control)
    qtbot.waitUntil(lambda: bench.theme.percent > 100)
    qtbot.keyClick(QApplication.focusWidget() or whole, Qt.Key.Key_0, control)
    qtbot.waitUntil(lambda: bench.theme.percent == 100)
