# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A person at the keyboard of the real program: sees what it shows, and presses keys.

What the person does is a generator that yields keys and things to wait for. Each key goes to the
window that has the keyboard, by the same way as a real one; it is sent after the generator has
yielded, so that a dialog which the key opens does not stop the person from typing on in it.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.helpers.qt import accessible_name, seen_texts

PATIENCE = 30_000
"""Milliseconds after which somebody who waits for something gives up; no test waits so long."""

_LOOK_AGAIN = 5
_MOST_TABS = 120

_LOOKS_AT_REST = 15
"""Whoever reads a page looks at it for longer than it takes to be filled."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key, and what is held with it."""

    key: Qt.Key | str
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


Act = Key | Callable[[], bool]
"""A key to press, or something to wait for."""

Acts = Iterator[Act]


class LostError(Exception):
    """The person could not find something, or waited in vain."""


class Keyboard:
    """Sends what a person yields, one act after the other.

    Args:
        acts: what the person does.
        ended: called once when there is no more, with what went wrong or None.
    """

    def __init__(self, acts: Acts, ended: Callable[[Exception | None], None]) -> None:
        self.keys = 0
        self._acts = acts
        self._ended = ended
        self._awaited: Callable[[], bool] | None = None
        self._waited = QElapsedTimer()
        self._sending: int | None = None

    def begin(self) -> None:
        """Press the first key as soon as the program looks for events."""
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if self._is_sending():
            QTimer.singleShot(1, self._go_on)
            return
        give_keyboard_back()
        if self._awaited is not None and not self._awaited():
            if self._waited.elapsed() < PATIENCE:
                QTimer.singleShot(_LOOK_AGAIN, self._go_on)
            else:
                self._ended(LostError(f"waited in vain; on the screen: {on_screen()}"))
            return
        self._awaited = None
        try:
            act = next(self._acts)
        except StopIteration:
            self._ended(None)
            return
        except (
            LostError,
            LookupError,
            NameError,
            AttributeError,
            TypeError,
            AssertionError,
        ) as fault:
            self._ended(fault)
            return
        if isinstance(act, Key):
            self.keys += 1
            self._press(act)
        else:
            QTimer.singleShot(0, self._go_on)
            self._awaited = act
            self._waited.restart()

    def _press(self, act: Key) -> None:
        # First: the key may open a dialog and stay in it, and is let go in there.
        QTimer.singleShot(0, partial(self._let_go, act))
        self._send(QTest.keyPress, act)

    def _let_go(self, act: Key) -> None:
        if self._is_sending():
            QTimer.singleShot(1, partial(self._let_go, act))
            return
        QTimer.singleShot(0, self._go_on)
        self._send(QTest.keyRelease, act)

    def _send(self, send: Callable[..., None], act: Key) -> None:
        target, before = hears_keys(), self._sending
        if target is not None:
            self._sending = QThread.currentThread().loopLevel()
            send(target, act.key, act.held)
            self._sending = before

    def _is_sending(self) -> bool:
        """A key is still on its way, and has opened nothing that stays until it is answered.

        Sending looks for events; without this each key would be sent from within the one before.
        """
        return self._sending == QThread.currentThread().loopLevel()


def hears_keys() -> QWidget | QWindow | None:
    """Who gets the keys: an open menu takes them all, as the system sees to; else the window."""
    return open_menu() or QGuiApplication.focusWindow()


def open_menu() -> QMenu | None:
    """The menu that is open; lists under a line leave the keys to the line."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def give_keyboard_back() -> None:
    """Do what the system does when a window closes: the one under it gets the keyboard.

    While a dialog asks, that is the dialog, whatever a menu that closed gave the keyboard to.
    """
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    if open_menu() is not None:
        return
    if active is None or (modal is not None and active is not modal):
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        under = modal if modal is not None else next(iter(shown), None)
        if under is not None:
            under.activateWindow()


def on_screen() -> str:
    """All that can be read on the window that has the keyboard."""
    window = QApplication.activeWindow()
    return "" if window is None else " | ".join(seen_texts(window))


def focused() -> str:
    """What a screen reader calls the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else accessible_name(widget)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Acts:
    """Press one key."""
    yield Key(key, held)


def control(key: Qt.Key) -> Acts:
    """Press one key with Ctrl."""
    yield Key(key, Qt.KeyboardModifier.ControlModifier)


def type_in(text: str) -> Acts:
    """Type a text where the keyboard is, in signs that every keyboard has."""
    if not text.isascii():
        raise LostError(f"no key for what is not plain in {text}")
    for sign in text:
        yield Key(Qt.Key.Key_Return) if sign == "\n" else Key(sign)


def clear() -> Acts:
    """Take out what stands in the field that has the keyboard."""
    yield from control(Qt.Key.Key_A)
    yield Key(Qt.Key.Key_Delete)


def see(*words: str) -> Acts:
    """Wait until the window that has the keyboard shows all of these and has come to rest."""
    looks: list[str] = []

    def is_at_rest() -> bool:
        shown = on_screen()
        if not all(word in shown for word in words) or (looks and looks[-1] != shown):
            looks.clear()
        looks.append(shown)
        return len(looks) > _LOOKS_AT_REST

    yield is_at_rest


def settle(is_so: Callable[[], bool]) -> Acts:
    """Wait until something is so."""
    yield is_so


def tab_to(name: str, *, back: bool = False) -> Acts:
    """Press Tab until the widget of this name has the keyboard.

    Args:
        name: as a screen reader says it; a beginning is enough.
        back: press Shift+Tab instead.
    """
    passed: list[str] = []
    while not focused().startswith(name):
        if len(passed) == _MOST_TABS:
            raise LostError(f"Tab never reaches {name}: {passed}")
        if back:
            yield Key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            yield Key(Qt.Key.Key_Tab)
        passed.append(focused())


def choose(name: str) -> Acts:
    """Go to a button or a box by Tab and press Space."""
    yield from tab_to(name)
    yield Key(Qt.Key.Key_Space)


def window_of(kind: str) -> QWidget | None:
    """The active window when it is of this class."""
    window = QApplication.activeWindow()
    return window if window is not None and type(window).__name__ == kind else None


def run_program(words: list[str], acts: Acts, told: Path) -> int:
    """Start the program as a person would, be that person, and leave it with Ctrl+Q.

    Args:
        words: typed after ``servicedesk``.
        acts: what the person does.
        told: file that gets the number of keys up to the leaving, or what went wrong.

    Returns:
        The exit status of the program.
    """
    from servicedesk.app import plain_import

    plain_import.load_qt()
    run = QApplication.exec

    def day() -> Acts:
        yield from acts
        told.write_text(str(keyboard.keys))
        yield from leave()

    def ended(fault: Exception | None) -> None:
        if fault is not None:
            told.write_text("".join(traceback.format_exception(fault)))
            QApplication.exit(1)

    keyboard = Keyboard(day(), ended)

    def exec_with_person(*_: object) -> int:
        keyboard.begin()
        return run()

    QApplication.exec = exec_with_person
    from servicedesk.app.main import console

    return console(words)


def leave() -> Acts:
    """End the program; whoever is asked where a second copy should go says: not now."""
    yield from control(Qt.Key.Key_Q)
    yield from see("on this computer only")  # where nobody is asked, the program ends meanwhile
    yield Key(Qt.Key.Key_Escape)


def main_of(acts: Acts, words: list[str], told: Path) -> None:
    """End this process as the program ends."""
    sys.exit(run_program(words, acts, told))
