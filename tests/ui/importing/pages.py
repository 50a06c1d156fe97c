# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of an import under test: shown, walked, and waited for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.store.exchange import known_customers
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.look_step import LookStep
from servicedesk.ui.importing.outcome_step import DoneStep
from servicedesk.ui.importing.page import ImportingPage
from servicedesk.ui.importing.state import Stage

PLACE = Place(room="importing")


def shown(bench: Workbench, qtbot: QtBot) -> ImportingPage:
    made = ImportingPage(bench)
    qtbot.addWidget(made)
    made.resize(1166, 708)
    made.arrive(PLACE)
    made.show()
    qtbot.waitExposed(made)
    return made


def still(page: ImportingPage, qtbot: QtBot) -> None:
    """Wait until nothing is being done beside the screen."""
    qtbot.waitUntil(lambda: not page._bench.tasks._open and not page.presenter.state.busy)
    QApplication.processEvents()


def choose(page: ImportingPage, path: Path, qtbot: QtBot) -> None:
    page.presenter.choose(path)
    still(page, qtbot)


def press(page: ImportingPage, button: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
    still(page, qtbot)


def look_of(page: ImportingPage) -> LookStep:
    step = page.steps[Stage.LOOK]
    assert isinstance(step, LookStep)
    return step


def done_of(page: ImportingPage) -> DoneStep:
    step = page.steps[Stage.DONE]
    assert isinstance(step, DoneStep)
    return step


def answered(page: ImportingPage, path: Path, qtbot: QtBot) -> None:
    """Choose the list, and say that the day comes first."""
    choose(page, path, qtbot)
    look_of(page).days._questions[5].row.chips[0].click()


def count(bench: Workbench) -> int:
    with bench.services.units.read() as reading:
        return sum(1 for _ in known_customers(reading))
