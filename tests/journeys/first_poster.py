# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop owner's first ten minutes, by the keyboard: set up, write the charter, save the poster.

Run by ``test_first_poster`` in a process of its own, as the program is started by a person:
``python -m tests.journeys.first_poster PROFILE TRADE POSTER TOLD``.
"""

import sys
from itertools import takewhile
from pathlib import Path

from PySide6.QtCore import Qt

from tests.helpers.keyboard import (
    Acts,
    choose,
    clear,
    control,
    focused,
    main_of,
    on_screen,
    press,
    see,
    settle,
    tab_to,
    type_in,
)

SATURDAY = "I can keep this on a busy Saturday"
TICKS = 3
_ROUND = 90


def journey(trade: str, poster: Path) -> Acts:
    """From the welcome to a poster in a file.

    Args:
        trade: as the list of trades calls it.
        poster: where the poster is saved; not there yet.
    """
    yield from see("Welcome to servicedesk")
    yield from choose("Set up my shop")
    yield from first_run(trade)
    yield from see("Start here")
    yield from choose("Write your charter")
    yield from see("What is your trade?")
    yield from clear()
    yield from type_in(beginning(trade))
    yield from press(Qt.Key.Key_Return)
    yield from write_short_way()
    yield from choose("Publish")
    yield from settle(lambda: focused_in("PrintPreview"))
    yield from control(Qt.Key.Key_S)
    yield from settle(lambda: "File name" in on_screen() or focused() == "File name:")
    yield from clear()
    yield from type_in(str(poster))
    yield from press(Qt.Key.Key_Return)
    yield from see("Saved as")
    yield from press(Qt.Key.Key_Escape)
    yield from see("Version 1")


def beginning(trade: str) -> str:
    """As much of a trade as is enough to find it, in letters that are on every keyboard."""
    return "".join(takewhile(str.isascii, trade[:4])).strip()


def first_run(trade: str) -> Acts:
    """The four pages of the first run."""
    yield from see("What is your business called?")
    yield from type_in("Bright & Day")
    yield from choose("Next")
    yield from see("What do you do, and how?")
    yield from type_in(beginning(trade))
    yield from choose("Next")
    yield from see("Opening hours")
    yield from tab_to("Monday")
    yield from type_in("8-12, 1-5.30")
    yield from choose("Same every day")
    yield from choose("Next")
    yield from see("second copy")
    yield from choose("Done, go to Today")


def write_short_way() -> Acts:
    """Six pages: fill in what is needed, tick what can be kept, read the rest."""
    yield from see("Who are you?")
    yield from tab_to("Owner")
    yield from type_in("Ruth Day")
    yield from tab_to("Address")
    yield from type_in("18 Bridge Street\nTodmorden OL14 5AX")
    yield from control(Qt.Key.Key_Return)
    yield from see("How do customers reach you?")
    yield from tab_to("Phone")
    yield from type_in("01632 960123")
    yield from control(Qt.Key.Key_Return)
    yield from see("How fast do you answer?")
    yield from tick(TICKS)
    yield from control(Qt.Key.Key_Return)
    yield from see("running late?")
    yield from control(Qt.Key.Key_Return)
    yield from see("not right?")
    yield from control(Qt.Key.Key_Return)
    yield from see("tell you what they think?")
    yield from tab_to("Who deals with complaints?")
    yield from type_in("Ruth Day")
    yield from tick(2)
    yield from control(Qt.Key.Key_Return)
    yield from see("Publish your charter")


def tick(wanted: int) -> Acts:
    """Tick the next promises on this page."""
    ticked = 0
    for _ in range(_ROUND):
        if focused().endswith(SATURDAY):
            yield from press(Qt.Key.Key_Space)
            ticked += 1
        if ticked == wanted:
            return
        yield from press(Qt.Key.Key_Tab)
    raise LookupError(f"only {ticked} promises to tick")


def focused_in(kind: str) -> bool:
    """Whether the window that has the keyboard is of this class."""
    from tests.helpers.keyboard import window_of

    return window_of(kind) is not None


if __name__ == "__main__":
    profile, title, saved, told = sys.argv[1:]
    words = ["--offscreen", "--profile", profile]
    main_of(journey(title, Path(saved)), words, Path(told))
