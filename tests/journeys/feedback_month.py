# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A month in which a shop asks its customers, by the keyboard: each scene is one start.

A charter goes up, forty comment cards and a sample week are keyed in, two who were let down are
rung, the page for the wall is printed, and behind each figure its records are opened. Run by
``test_feedback_month``.
"""

import json
import re
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.helpers.keyboard import (
    Acts,
    LostError,
    choose,
    clear,
    control,
    focused,
    on_screen,
    press,
    see,
    settle,
    tab_to,
    type_in,
)
from tests.journeys.first_poster import write_short_way
from tests.journeys.living import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    Scene,
    add_customer,
    be_there,
    beside,
    name_file,
    not_there,
    on_form,
    on_page,
    power_cut,
    row,
    save_paper,
    today,
    who,
)

HANDED_OUT = 60
FIRST_PILE = (*(5,) * 9, *(4,) * 5, 3)
SECOND_PILE = (*(5,) * 12, *(4,) * 6, *(3,) * 3, *(1,) * 2)
"""Marks of bare cards, as they lie in the pile; two more have words with them."""

LET_DOWN = {
    "Ali Khan": (1, "nobody rang back", "07700 900123"),
    "Jo Reed": (2, "the key did not turn", "jo.reed@example.com"),
}
"""Name -> mark, words and how to reach them, of those who were let down."""

RANG = "rang and put it right"
PAIRS = {"Missed calls returned": (41, 46), "Texts and social media answered": (19, 20)}
"""Kept and seen, by the line of the sheet of the sample week."""

PROMISED = "cut a second key"

BEHIND = "behind.json"
"""Which links of How we do led to how many records."""

_LINK = re.compile("[0-9]|of the ")


def charter() -> Acts:
    """The charter goes up, and a week is planned to be counted."""
    yield from see("Today")
    yield from press(Key.Key_6, ALT)
    yield from choose("Write it")
    yield from see("What is your trade?")
    yield from clear()
    yield from type_in("Hardw")
    yield from press(Key.Key_Return)
    yield from write_short_way()
    yield from choose("Publish")
    yield from on_form("PrintPreview")
    yield from press(Key.Key_Escape)
    yield from see("Version 1")
    yield from choose("How we are doing")
    yield from see("How we are doing against our charter")
    yield from choose("Plan a sample week")
    yield from see("Sample weeks")
    yield from choose("Plan a sample week")
    yield from on_form("SampleForm")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Planned", "Print the tally sheet")


def first_cards() -> Acts:
    """Cards that were handed out come back; the power goes in the middle of the pile."""
    yield from see("Today")
    yield from press(Key.Key_5, ALT)
    yield from choose("Key in comment cards")
    yield from see("Key in comment cards", "No cards yet")
    yield from press(Key.Key_Escape)
    yield from choose("Cards were handed out")
    yield from on_form("BatchDialog")
    yield from type_in("At the counter")
    yield from tab_to("How many were handed out?")
    yield from type_in(str(HANDED_OUT))
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from tab_to("The pile of cards")
    yield from bare(FIRST_PILE)
    yield from see(f"{len(FIRST_PILE)} cards", f"{HANDED_OUT} handed out")
    yield from power_cut()


def bare(marks: tuple[int, ...]) -> Acts:
    """Key in cards that have a mark and nothing else."""
    for mark in marks:
        yield from type_in(str(mark))
        yield from press(Key.Key_Return)


def other_cards() -> Acts:
    """What was keyed in is there; the rest follows, is saved, taken back by a slip, and is back."""
    yield from see("Today")
    yield from press(Key.Key_5, ALT)
    yield from choose("Key in comment cards")
    yield from see(f"{len(FIRST_PILE)} cards", f"{HANDED_OUT} handed out")
    yield from tab_to("The pile of cards")
    yield from bare(SECOND_PILE)
    for name, (mark, words, reach) in LET_DOWN.items():
        yield from type_in(f"{mark}{words}")
        yield from press(Key.Key_Tab)
        yield from press(Key.Key_Tab)
        yield from type_in(name)
        yield from press(Key.Key_Tab)
        yield from type_in(reach)
        yield from press(Key.Key_Return)
    yield from control(Key.Key_Return)
    yield from see("40 cards keyed in")
    yield from control(Key.Key_Z)
    yield from see("Taken back")
    yield from press(Key.Key_Z, CTRL | SHIFT)
    yield from see("Done again")
    yield from today()
    for name in LET_DOWN:
        yield from see(name)


def ring_them() -> Acts:
    """Both who were let down are rung, from Today."""
    yield from see("Today")
    for _, words, reach in LET_DOWN.values():
        title = f"{words[0].upper()}{words[1:]}"
        yield from row(title)
        yield from press(Key.Key_Return)
        yield from see(words, "ring them by Thu 15 Oct")
        yield from choose("They heard from us")
        yield from on_form("FeedbackDialog")
        yield from see(reach)
        yield from tab_to("What came of it?")
        yield from type_in(RANG)
        yield from control(Key.Key_Return)
        yield from on_page()
        yield from see("Followed up")
        yield from today()
        yield from see("Today")
        yield from not_there(title)
    yield from add_customer("Mrs Meena Patel", "07700 900456")
    yield from today()
    yield from press(Key.Key_F7)
    yield from on_form("PromiseForm")
    yield from who("patel")
    yield from press(Key.Key_Tab)
    yield from type_in(PROMISED)
    yield from press(Key.Key_Tab)
    yield from type_in("mon")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see(PROMISED.capitalize())


def sample_week() -> Acts:
    """The week is over: Today asks for its numbers, and two a line are keyed in."""
    yield from see("Today")
    yield from row(PROMISED.capitalize())
    yield from press(Key.Key_Space)
    yield from settle(lambda: PROMISED.capitalize() not in on_screen())
    yield from choose("Key it in")
    yield from see("To key in")
    for title, (met, seen) in PAIRS.items():
        yield from tab_to(title)
        yield from type_in(str(met))
        yield from press(Key.Key_Return)
        yield from type_in(str(seen))
        yield from press(Key.Key_Return)
    yield from see("Keyed in")
    yield from not_there("To key in")


def for_the_wall() -> Acts:
    """The page for the wall is saved."""
    yield from see("Today")
    yield from press(Key.Key_6, ALT)
    yield from choose("How we are doing")
    yield from see("How we are doing against our charter")
    yield from choose("Print the page for the wall")
    yield from save_paper("wall.pdf")


def behind_the_figures() -> Acts:
    """The records behind each figure are opened, and the report is saved in three forms."""
    yield from see("Today")
    yield from press(Key.Key_7, ALT)
    yield from see("How we do", "Satisfied customers")
    opened: dict[str, int] = {}
    while not focused().startswith("Report of last month"):
        name = focused()
        if _LINK.match(name) and name not in opened:
            yield from press(Key.Key_Return)
            yield from see("Esc goes back to the figure")
            opened[name] = records_listed()
            yield from press(Key.Key_Escape)
            yield from settle(partial(_is_at, name))
        yield from press(Key.Key_Tab)
    beside(BEHIND).write_text(json.dumps(opened), encoding="utf-8")
    yield from control(Key.Key_P)
    yield from save_paper("report.pdf")
    for ending in ("csv", "xlsx"):
        yield from choose(f"Save as {ending.upper()}")
        yield from name_file(f"report.{ending}")
        yield from see(f"Saved as report.{ending}")


def _is_at(name: str) -> bool:
    return focused() == name


def records_listed() -> int:
    """How many records the page says there are, which are those that the list shows."""
    rows = QApplication.focusWidget()
    said = re.search("([0-9]+) records?", on_screen())
    if not isinstance(rows, QAbstractItemView) or said is None:
        raise LostError(f"no list of records: {on_screen()}")
    listed = rows.model().rowCount()
    if listed != int(said[1]):
        raise LostError(f"{listed} are listed of {said[0]}")
    return listed


SCENES = {
    "charter": Scene(datetime(2026, 10, 5, 8, 0, tzinfo=UTC), charter),
    "first cards": Scene(datetime(2026, 10, 13, 7, 30, tzinfo=UTC), first_cards, True),
    "other cards": Scene(datetime(2026, 10, 13, 8, 30, tzinfo=UTC), other_cards),
    "ring them": Scene(datetime(2026, 10, 14, 9, 0, tzinfo=UTC), ring_them),
    "sample week": Scene(datetime(2026, 10, 19, 9, 0, tzinfo=UTC), sample_week),
    "for the wall": Scene(datetime(2026, 11, 4, 9, 0, tzinfo=UTC), for_the_wall),
    "behind": Scene(datetime(2026, 11, 4, 17, 0, tzinfo=UTC), behind_the_figures),
}
"""Name -> when the program is started, and what is done then."""


if __name__ == "__main__":
    be_there(SCENES)
