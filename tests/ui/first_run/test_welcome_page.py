# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a start shows where there is no file: three ways in, by key alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.ui.first_run.welcome_page import WelcomePage
from tests.helpers import audits
from tests.helpers.qt import theme


@pytest.mark.parametrize(
    ("tabs", "signal"),
    [(0, "set_up_wanted"), (1, "backup_wanted"), (2, "demo_wanted")],
)
def test_each_way_in_is_chosen_by_key(qtbot: QtBot, tabs: int, signal: str) -> None:
    page = WelcomePage(theme())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    for _ in range(tabs):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(getattr(page, signal), timeout=1000):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_it_can_be_seen_and_heard(
    qtbot: QtBot, qapp: QApplication, scheme: str, percent: int
) -> None:
    worn = theme(scheme, percent)
    worn.apply(qapp)
    page = WelcomePage(worn)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    assert audits.findings(page) == []
    assert audits.too_small(page, percent) == []
