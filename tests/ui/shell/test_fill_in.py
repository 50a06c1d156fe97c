# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is missing is gone to: the keyboard stands in the empty field, and it is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.page import SettingsPage
from tests.ui.shell.test_new_and_serving import opened_by
from tests.ui.widgets.made import write


@pytest.mark.parametrize(
    ("part", "item"),
    [("business", "address"), ("business", "phone"), ("hours", "opening_hours")],
)
def test_fill_in_leads_into_the_field(bench, qtbot, part, item):
    window = opened_by(qtbot, bench, Qt.Key.Key_Shift)
    window.resize(1366, 768)
    window.go(Place(room="settings", part=part, item=item))
    assert isinstance(window.page, SettingsPage)
    topic = window.page.current
    assert isinstance(topic, FactsTopic)
    field = topic.field(item)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field.focus_target())
    line = field.focus_target()
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())
    write(window, "9")
    assert QApplication.focusWidget() is field.focus_target()
    window.go(Place(room="settings", part=part))
    assert QApplication.focusWidget() is not field.focus_target()
    window.let_go()
    bench.tasks.wait()
