# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether Tab comes to the bar at the foot after the page, and goes on to the rail; by real keys.

Only a key tells: where Tab goes is settled when it is pressed.
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.ui.shell.frame import Frame
from tests.helpers.qt import accessible_name, stops

_MOST_LINKS = 60


def astray_at_bar(window: Frame) -> list[str]:
    """Where Tab and Shift+Tab go wrong between the page, the bar and the rail.

    Args:
        window: with a message standing in its bar; the keyboard is afterwards where it was.
    """
    here = window.focusWidget()
    bar = [one for one in window.undo_bar.findChildren(QPushButton) if not one.isHidden()]
    last = _last_stop(window)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    found = [
        f"Tab goes from {_said(before)} to {_said(at)}, not to {_said(wanted)}"
        for before, wanted in zip([last, *bar], bar, strict=False)
        if (at := _left(window, before)) is not wanted
    ]
    if not window.rail.isAncestorOf(_after(window, Qt.Key.Key_Tab)):
        found.append(f"Tab goes from the bar to {_said(window.focusWidget())}, not to the rail")
    bar[0].setFocus(Qt.FocusReason.TabFocusReason)
    if (at := _after(window, Qt.Key.Key_Backtab)) is not last:
        found.append(f"Shift+Tab goes from the bar to {_said(at)}, not to {_said(last)}")
    if here is not None:
        here.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def _last_stop(window: Frame) -> QWidget:
    """Where Tab ends on the page; on a page without a stop, in what stands over it."""
    all_stops = [one for one in stops(window) if not window.undo_bar.isAncestorOf(one)]
    page = window.page or window
    return next((one for one in reversed(all_stops) if page.isAncestorOf(one)), all_stops[-1])


def _left(window: Frame, stop: QWidget) -> QWidget:
    """Where Tab goes once it has left a stop: in a text it goes from link to link first."""
    for _ in range(_MOST_LINKS):
        at = _after(window, Qt.Key.Key_Tab)
        if at is not stop:
            break
    return at


def _after(window: Frame, key: Qt.Key) -> QWidget:
    """Where the keyboard is after a key."""
    QTest.keyClick(window.focusWidget(), key)
    return window.focusWidget()


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{accessible_name(widget)}”"
