# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Privacy at the counter: the screen is hidden by a key or by itself, names by a switch."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.veil import draw_veiled
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.counter_topic import CounterTopic
from servicedesk.ui.shell.cover import Cover
from servicedesk.ui.shell.guard import CounterGuard
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import Heard, bench_in


class Window(QMainWindow):
    """As much of the window as the guard needs."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = Actions(self)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Workbench]:
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 23))) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    shown = Window()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def covered() -> Cover | None:
    top = QApplication.activeModalWidget()
    return top if isinstance(top, Cover) else None


def uncover_after(seen: list[bool]) -> None:
    """Once the screen is hidden, note it and come back by the keyboard."""

    def come_back() -> None:
        cover = covered()
        if cover is None:
            QTimer.singleShot(10, come_back)
            return
        seen.append(True)
        cover.back_button.click()

    QTimer.singleShot(0, come_back)


def test_ctrl_l_covers_the_screen_until_somebody_comes_back(bench, window, qtbot):
    guard = CounterGuard(window, bench, window)
    seen: list[bool] = []
    uncover_after(seen)
    window.keys.action("hide").trigger()
    assert seen == [True]
    assert covered() is None
    assert window.keys.action("hide").shortcut().toString() == "Ctrl+L"
    guard.deleteLater()


def test_over_a_dialog_the_key_is_heard_too(bench, window, qtbot):
    CounterGuard(window, bench, window)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    seen: list[bool] = []
    uncover_after(seen)
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert seen == [True]
    dialog.close()


def test_left_alone_for_as_long_as_was_said_it_hides_by_itself(bench, window):
    guard = CounterGuard(window, bench, window)
    asked: list[bool] = []
    guard.watch.left_alone.connect(lambda: asked.append(True))
    guard.watch.left_alone.disconnect(guard.hide)
    guard.watch._since = Long()
    guard.watch.look()
    assert asked == []  # never, as it comes
    bench.memory.set("lock_after", 5)
    guard.watch.look()
    assert asked == [True]
    assert Long.asked == [5 * 60_000]


class Long:
    """A watch on which every time is over."""

    asked: ClassVar[list[int]] = []

    def hasExpired(self, milliseconds: int) -> bool:
        self.asked.append(milliseconds)
        return True

    def start(self) -> None:
        pass


def test_with_a_password_the_file_is_closed_instead(bench, window, monkeypatch):
    guard = CounterGuard(window, bench, window)
    locked: list[bool] = []
    monkeypatch.setattr(type(bench.services.password), "is_set", lambda _: True)
    monkeypatch.setattr(type(bench.doors), "lock", lambda _: locked.append(True), raising=False)
    guard.hide()
    assert locked == [True]
    assert covered() is None


def test_the_switch_blurs_names_and_is_remembered(bench, window):
    guard = CounterGuard(window, bench, window)
    heard = Heard(bench)
    guard.turn_veil()
    assert bench.theme.is_veiled
    assert bench.memory.get("blur_names") is True
    guard.turn_veil()
    assert not bench.theme.is_veiled
    assert [said.split()[0] for said in heard.said] == ["Names", "Names"]


def test_the_settings_say_when_and_whether(bench, qtbot):
    page = CounterTopic(bench)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    assert page.minutes.value() == "0"
    page.minutes.set_value("10")
    page.minutes.committed.emit()
    assert bench.memory.get("lock_after") == 10
    page.blurs.set_value(True)
    page.blurs.committed.emit()
    assert bench.theme.is_veiled
    assert "covers the screen" in page._how.text()


def drawn(*, veiled: bool) -> QImage:
    """A name as it is drawn in a list, clear or not."""
    image = QImage(240, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    place = QRect(4, 2, 232, 26)
    if veiled:
        draw_veiled(painter, place, lambda to: to.drawText(place, 0, "Mrs Meena Patel"))
    else:
        painter.drawText(place, 0, "Mrs Meena Patel")
    draw_veiled(painter, QRect(), lambda _: pytest.fail("nothing to draw"))
    painter.end()
    return image


def sharpness(image: QImage) -> int:
    """The largest step of grey from one dot to the next."""
    greys = [[image.pixelColor(x, y).lightness() for x in range(240)] for y in range(30)]
    return max(abs(row[x] - row[x + 1]) for row in greys for x in range(239))


def test_a_veiled_name_has_no_edge_left_to_read(qtbot):
    assert 0 < sharpness(drawn(veiled=True)) < sharpness(drawn(veiled=False)) / 2
