# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The look: size of text and colours, changed at once and remembered on this computer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.look_keys import add_look_keys
from servicedesk.ui.settings.look_presenter import LookPresenter
from servicedesk.ui.settings.look_topic import LookTopic


def shown(bench: Workbench, qtbot: QtBot) -> LookTopic:
    page = LookTopic(bench)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_the_slider_changes_the_text_at_once(
    bench: Workbench, qtbot: QtBot, qapp: QApplication
) -> None:
    bench.theme.apply(qapp)
    page = shown(bench, qtbot)
    assert page.first_focus() is page.slider
    qtbot.keyClick(page.slider, Qt.Key.Key_PageUp)
    assert page.percent.value() == 110
    qtbot.waitUntil(lambda: bench.theme.percent == 110)
    assert bench.memory.get("text_size") == 110


def test_a_percentage_is_typed(bench: Workbench, qtbot: QtBot, qapp: QApplication) -> None:
    bench.theme.apply(qapp)
    page = shown(bench, qtbot)
    page.percent.setFocus()
    page.percent.selectAll()
    qtbot.keyClicks(page.percent, "150")
    qtbot.keyClick(page.percent, Qt.Key.Key_Return)
    assert page.slider.value() == 150
    qtbot.waitUntil(lambda: bench.theme.percent == 150)


def test_colours_change_at_once(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    page.scheme.set_value("dark")
    page.scheme.committed.emit()
    assert bench.theme.scheme == "dark"
    assert bench.memory.get("theme") == "dark"
    page.scheme.set_value(None)
    page.scheme.committed.emit()
    assert page.scheme.value() == "dark"


def test_steps_are_gathered_and_their_figure_is_shown_at_once(
    bench: Workbench, qtbot: QtBot
) -> None:
    presenter = LookPresenter(bench)
    dressings: list[int] = []
    bench.theme.changed.connect(lambda: dressings.append(bench.theme.percent))
    for _step in range(5):
        presenter.larger()
    assert presenter.state.percent == 150
    assert dressings == []
    qtbot.waitUntil(lambda: dressings == [150])


def test_a_step_larger_or_smaller_stays_within_bounds(bench: Workbench) -> None:
    presenter = LookPresenter(bench)
    presenter.larger()
    assert bench.theme.wanted_percent == 110
    presenter.smaller()
    presenter.smaller()
    presenter.smaller()
    assert bench.theme.wanted_percent == 90
    presenter.usual()
    assert bench.theme.wanted_percent == 100
    assert bench.memory.get("text_size") == 100
    bench.theme.set_percent(170)
    assert presenter.state.percent == 170


def test_keys_change_the_text_from_anywhere(
    bench: Workbench, qtbot: QtBot, qapp: QApplication
) -> None:
    bench.theme.apply(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    keys = Actions(window)
    add_look_keys(keys, window, bench, "Everywhere")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qtbot.waitUntil(lambda: bench.theme.percent == 110)
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    qtbot.waitUntil(lambda: bench.theme.percent == 100)
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    qtbot.waitUntil(lambda: bench.theme.percent == 90)
    assert len(keys.shortcut_rows()) == 3
