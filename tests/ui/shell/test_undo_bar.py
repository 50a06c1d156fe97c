# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bar at the foot waits for whoever is about to press its button."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.shell.undo_bar import UndoBar
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.text import IN_SIGHT, label
from tests.helpers.qt import theme
from tests.walks.past_bar import astray_at_bar


@pytest.fixture
def bar(qtbot):
    window, field, bar = QWidget(), QLineEdit(), UndoBar(theme())
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(bar)
    window.show()
    window.activateWindow()
    field.setFocus()
    bar.say("Closure added.", True)
    bar.held_by = window  # else it goes with this function
    return bar


def time_is_up(bar):
    timer = bar.findChild(QTimer)
    assert timer.interval() == 10_000
    timer.timeout.emit()


def test_it_goes_when_its_time_is_up(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    time_is_up(bar)
    assert bar.sentence == ""


def test_it_stays_while_the_mouse_is_over_it(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: True)
    time_is_up(bar)
    assert bar.sentence == "Closure added."
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    time_is_up(bar)
    assert bar.sentence == ""


def test_it_stays_while_the_keyboard_is_in_it(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    bar.findChildren(QPushButton)[0].setFocus()
    time_is_up(bar)
    assert bar.sentence == "Closure added."


PLACES = [
    Place(room="today"),
    Place(room="charter", part="begin"),
    Place(room="charter", part="write"),
    Place(room="settings", part="business"),
    Place(room="settings", part="people"),
    Place(room="help"),
]


@pytest.fixture
def window(bench, qtbot):
    made = Shell(bench.theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.opened(bench)
    yield made
    made.let_go()


def buttons_of(window):
    found = window.page.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]


def rect_of(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def settle(bench):
    """What comes in beside the screen has come in, and everything has found its place."""
    for _ in range(10):
        bench.tasks.wait()
        QApplication.processEvents()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_it_moves_nothing_in_the_page_and_covers_no_button(window, bench, place, percent):
    bench.theme.set_percent(percent)
    window.go(place)
    settle(bench)
    before = {one: rect_of(one, window) for one in buttons_of(window)}
    window.undo_bar.say("Saved. Everything else stays where it is.", True)
    settle(bench)
    assert {one: rect_of(one, window) for one in buttons_of(window)} == before
    bar = rect_of(window.undo_bar, window)
    assert window.rect().contains(bar)
    seen = {one: one.visibleRegion().boundingRect() for one in before}
    covered = [
        one.text()
        for one, region in seen.items()
        if region.translated(one.mapTo(window, QPoint())).intersects(bar)
    ]
    assert covered == []
    bench.theme.set_percent(100)


def test_tab_comes_to_it_after_what_the_page_has_built_since(window, bench):
    """Letters build their fields when one is chosen, while the sentence may still stand there."""
    window.go(Place(room="help"))
    settle(bench)
    bench.bar.say("Saved.", can_undo=True)
    late = QPushButton("Built late", window.page)
    late.show()
    bar = [one for one in window.undo_bar.findChildren(QPushButton) if one.isVisible()]
    assert len(bar) == 2
    late.setFocus()
    came_to = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        QTest.keyClick(window.focusWidget(), key)
        came_to.append(window.focusWidget())
    assert came_to == [*bar, bar[0], late]
    later = QPushButton("Built later", window.page)
    later.show()
    bar[1].setFocus()
    QTest.keyClick(bar[1], Qt.Key.Key_Tab)
    assert window.rail.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is bar[1]
    assert astray_at_bar(window) == []


def test_what_comes_last_alone_stays_as_it_is(bar):
    bar.held_by.findChild(QLineEdit).deleteLater()
    QApplication.processEvents()
    bar.come_last()
    assert bar.sentence == "Closure added."


def test_it_stays_at_the_foot_of_a_window_that_shrinks(window):
    window.undo_bar.say("Saved.", True)
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.rect().contains(rect_of(window.undo_bar, window))


def test_where_everything_is_taken_it_keeps_off_the_buttons(qtbot):
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    column, rows = QVBoxLayout(window), QVBoxLayout(page)
    rows.addWidget(QPlainTextEdit())
    button = QPushButton("Next")
    rows.addWidget(button)
    column.addWidget(page)
    bar = UndoBar(theme())
    bar.lie_over(page)
    window.resize(600, 400)
    window.show()
    bar.say("Saved.", True)
    assert not rect_of(bar, window).intersects(rect_of(button, window))
    bar.find_place()
    assert bar.isVisible()


def test_it_keeps_off_words_that_come_with_it(qtbot):
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    column, rows = QVBoxLayout(window), QVBoxLayout(page)
    rows.addStretch(1)
    told, button = label("4 backups still have the old password."), QPushButton("Next")
    rows.addWidget(told)
    rows.addWidget(button)
    column.addWidget(page)
    bar = UndoBar(theme())
    bar.lie_over(page)
    window.resize(600, 400)
    window.show()
    bar.say("Your file has its new password.", False)
    assert rect_of(bar, window).intersects(rect_of(told, window))
    told.setProperty(IN_SIGHT, True)
    bar.find_place()
    for kept in (told, button):
        assert not rect_of(bar, window).intersects(rect_of(kept, window))


def test_what_stands_stays_until_it_is_closed(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    bar.stand("Your backup is back.")
    assert not bar.findChild(QTimer).isActive()
    time_is_up(bar)
    assert bar.sentence == "Your backup is back."
    bar.say("The newest backup is on the stick too.", False)  # news that come by themselves
    assert bar.sentence == "Your backup is back. The newest backup is on the stick too."
    time_is_up(bar)
    assert bar.sentence == "Your backup is back."
    bar._close.click()
    assert bar.sentence == ""
    time_is_up(bar)
    assert bar.sentence == ""


def test_what_stands_goes_when_the_next_thing_is_done(bar, monkeypatch):
    monkeypatch.setattr(bar, "underMouse", lambda: False)
    bar.stand("Your backup is back.")
    bar.say("Closure added.", True)
    assert bar.sentence == "Closure added."
    time_is_up(bar)
    assert bar.sentence == ""
