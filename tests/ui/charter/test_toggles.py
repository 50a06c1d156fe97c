# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A row of words to choose one of: Tab stops at the chosen one, always at the same place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.ui.charter.toggles import Toggles
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.tab_order import order_tabs
from tests.helpers.qt import accessible_name, stops


def named(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def ring(page: QWidget) -> list[str]:
    """What Tab stops at, from the top of the page."""
    names = [accessible_name(one) for one in stops(page)]
    at = names.index("Above")
    return names[at:] + names[:at]


def test_tab_stops_at_the_chosen_one_where_it_stopped_before(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    above, below = named("Above"), named("Below")
    toggles = Toggles(["Questions", "On paper"])
    chips = ChipRow(["Yes", "No"], is_single=True)
    for part in (below, chips, toggles, above):  # made in another order than they stand
        part.setParent(page)
    for part in (above, toggles, chips, below):
        rows.addWidget(part)
    page.show()
    order_tabs([above, toggles, chips, below])
    assert ring(page) == ["Above", "Questions", "Yes", "Below"]
    toggles.pick(1)
    chips.pick([1])
    assert ring(page) == ["Above", "On paper", "No", "Below"]
    (chosen,) = [one for one in stops(page) if accessible_name(one) == "On paper"]
    qtbot.keyClick(chosen, Qt.Key.Key_Left)
    assert toggles.picked() == 0
    assert ring(page) == ["Above", "Questions", "No", "Below"]
