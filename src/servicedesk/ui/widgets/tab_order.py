# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The way that Tab goes: down the page as the eye does, whatever was put on it last."""

from collections.abc import Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_LED: WeakKeyDictionary[QWidget, list[QWidget]] = WeakKeyDictionary()
"""What Tab was led through last, window by window."""


def stops_in(places: Sequence[QWidget]) -> list[QWidget]:
    """What Tab stops at, place by place; within a place in the order in which it comes now.

    Args:
        places: widgets of one window, in the order meant.
    """
    found: list[list[QWidget]] = [[] for _ in places]
    window = places[0].window() if places else None
    for stop in focus_chain(window) if window is not None else ():
        if not stop.focusPolicy() & Qt.FocusPolicy.TabFocus or stop.window() is not window:
            continue
        for place, stops in zip(places, found, strict=True):
            if stop is place or place.isAncestorOf(stop):
                stops.append(stop)
                break
    return [stop for stops in found for stop in stops]


def order_tabs(places: Sequence[QWidget]) -> None:
    """Make Tab go from place to place; see ``stops_in``.

    To walk all widgets of a window takes longer than a key may, so that nothing is done where
    the same widgets were led last.
    """
    if not places:
        return
    window = places[0].window()
    led = [one for place in places for one in (place, *place.findChildren(QWidget))]
    if _LED.get(window) == led:
        return
    _LED[window] = led
    for earlier, later in pairwise(stops_in(places)):
        QWidget.setTabOrder(earlier, later)


def rest_on(chosen: QWidget, row: Sequence[QWidget]) -> None:
    """Make Tab stop at one of a row only, at the place where it stopped in that row before.

    Args:
        chosen: where Tab stops from now on; a click reaches the others all the same.
        row: all of them.
    """
    for one in row:
        if one is not chosen and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            QWidget.setTabOrder(one, chosen)
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def come_last(parts: Sequence[QWidget]) -> None:
    """Make Tab come to some widgets of a window after all others, however late those were made.

    It looks at few widgets only, so that it may be asked whenever Tab is pressed.

    Args:
        parts: of one window, in the order meant; at least one.
    """
    window = parts[0].window()
    behind: list[QWidget] = []
    before: list[QWidget] = []
    walked = [window]
    while not before and (at := walked[-1].previousInFocusChain()) not in (None, window):
        walked.append(at)
        if at in parts:
            behind.insert(0, at)
        elif at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before.append(at)
    _name_parents(walked)
    if before and behind != list(parts):
        for earlier, later in pairwise([*before, *parts]):
            QWidget.setTabOrder(earlier, later)


def forget_order(window: QWidget) -> None:
    """Let ``order_tabs`` lead through a window anew: somebody else has led Tab there since.

    Args:
        window: whose order it is.
    """
    _LED.pop(window, None)


def focus_chain(window: QWidget) -> list[QWidget]:
    """Every widget of a window in the order in which Tab comes to it, from the window itself on.

    Always ask here: ``nextInFocusChain`` called by itself makes its binding believe that each
    widget belongs to the next one, so that a window is no longer owned by whoever made it, and
    the program crashes some time after it is gone. Naming the true parents puts that right.
    """
    chain = [window]
    while (at := chain[-1].nextInFocusChain()) is not None and at is not window:
        chain.append(at)
    _name_parents(chain)
    return chain


def _name_parents(widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is None:
            widget.setParent(None)
        else:
            widget.setParent(parent)
