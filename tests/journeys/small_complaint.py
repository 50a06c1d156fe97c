# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A small complaint that is sorted on the next day by a call, by the keyboard.

Run by ``test_small_complaint``; each scene is one start.
"""

from datetime import UTC, datetime

from tests.helpers.keyboard import Acts, choose, control, press, see, tab_to, type_in
from tests.journeys.complaint_ways import more_step
from tests.journeys.living import (
    CTRL,
    SHIFT,
    Key,
    Scene,
    add_customer,
    be_there,
    not_there,
    on_form,
    on_page,
    row,
    today,
    who,
    within,
)

MOST_KEYS = 12
"""Keys beside the words that a complaint of a known customer may take (experience.md 2)."""

REF = "C-2026-0001"
WHAT = "the hinges came without screws"
DID = "rang and left a bag of screws at the door"


def counter() -> Acts:
    """Mr Shah says so at the till; it is written down before he has put his change away."""
    yield from see("Today")
    yield from add_customer("Mr Anil Shah", "07700 900456")
    yield from today()
    yield from within(MOST_KEYS, written_down())
    yield from see(f"Saved, {REF}")
    yield from see("In the next 3 working days", "The hinges came without screws")


def written_down() -> Acts:
    """From F2 to the key that saves."""
    yield from press(Key.Key_F2)
    yield from on_form("ComplaintForm")
    yield from who("shah")
    yield from tab_to("What happened?")
    yield from type_in(WHAT)
    yield from tab_to("Normal, How serious?")
    yield from press(Key.Key_Left)
    yield from press(Key.Key_Space)
    yield from control(Key.Key_Return)
    yield from on_page()


def a_call() -> Acts:
    """It is sorted by a call; taken back once by a slip, and done again."""
    yield from see("Today")
    yield from row("The hinges came without screws")
    yield from press(Key.Key_Return)
    yield from see(REF, "New")
    yield from choose("It’s sorted")
    yield from on_form("SortedForm")
    yield from type_in(DID)
    yield from tab_to("How did you tell them?")
    yield from type_in("By ph")
    yield from choose("Yes")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Finished", f"Sorted, {REF}")
    yield from control(Key.Key_Z)
    yield from see("Taken back", "New")
    yield from press(Key.Key_Z, CTRL | SHIFT)
    yield from see("Done again", "Finished")


def quiet() -> Acts:
    """Today asks why it went wrong, and somebody says it."""
    yield from see("Today", "To finish when it’s quiet", f"{REF} is sorted. A word on its cause")
    yield from choose("Open: Why did it go wrong?")
    yield from see(REF, "Finished")
    yield from more_step("Say why it went wrong")
    yield from on_form("StepDialog")
    yield from type_in("Part or")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Written down why it went wrong.", "Part or stock missing")
    yield from today()
    yield from see("Today")
    yield from not_there("Why did it go wrong?")


SCENES = {
    "counter": Scene(datetime(2026, 10, 12, 15, 0, tzinfo=UTC), counter),
    "a call": Scene(datetime(2026, 10, 13, 8, 0, tzinfo=UTC), a_call),
    "quiet": Scene(datetime(2026, 10, 13, 16, 0, tzinfo=UTC), quiet),
}
"""Name -> when the program is started, and what is done then."""


if __name__ == "__main__":
    be_there(SCENES)
