# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ways through one complaint by the keyboard: to it, its steps, its letters, its papers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.helpers.keyboard import (
    Acts,
    LostError,
    choose,
    clear,
    control,
    focused,
    press,
    see,
    settle,
    tab_to,
    type_in,
)
from tests.journeys.living import ALT, CTRL, SHIFT, Key, name_file, on_form, pick

_LIST, _BOX = "List of complaints", "Find a complaint"


def complaint(ref: str, *words: str) -> Acts:
    """Go to a complaint by the list, and see how it stands."""
    yield from press(Key.Key_4, ALT)
    yield from settle(lambda: focused() in (_LIST, _BOX))
    if focused() == _BOX:  # what is open is all done
        yield from choose("Show all")
        yield from settle(lambda: focused() == _LIST)
    yield from press(Key.Key_Home)
    before = ""
    while not _heard().startswith(f"Complaint {ref},"):
        if before == _heard():
            raise LostError(f"no {ref} in the list, which ends with {before}")
        before = _heard()
        yield from press(Key.Key_Down)
    yield from press(Key.Key_Return)
    yield from settle(lambda: focused() != _LIST)
    yield from see(f"{ref} · came in", *words)


def _heard() -> str:
    """What a screen reader says of the row that the list points at."""
    rows = QApplication.focusWidget()
    if not isinstance(rows, QAbstractItemView):
        return ""
    return str(rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def step(name: str) -> Acts:
    """Take the step that is offered first, where the keyboard is already."""
    yield from settle(lambda: focused().startswith(name))
    yield from press(Key.Key_Space)


def look_into_it_again() -> Acts:
    """Look into it by a slip, take that back, and look into it after all."""
    yield from step("Look into it")
    yield from see("Looking into it")
    yield from control(Key.Key_Z)
    yield from see("Taken back", "Told them we have it")
    yield from step("Look into it")
    yield from see("Looking into it")


def more_step(name: str) -> Acts:
    """Take one of the other steps from their menu."""
    yield from choose("More steps…")
    yield from pick(name)


def answer(finding: str, words: str, channel: str) -> Acts:
    """Give the answer by word of mouth."""
    yield from step("Give the answer")
    yield from on_form("StepDialog")
    yield from chip("Do you agree?", finding)
    yield from fill("What you found, and why", words)
    yield from tab_to("How did you tell them?")
    yield from type_in(channel)
    yield from control(Key.Key_Return)


def serve(name: str) -> Acts:
    """Say who serves."""
    yield from press(Key.Key_S, CTRL | SHIFT)
    yield from pick(name)


def write(title: str) -> Acts:
    """Begin a letter about the complaint that is open."""
    yield from choose("Letter…")
    yield from see("Which letter?")
    yield from choose(title)
    yield from see(title, "Issue and save PDF")


def chip(question: str, wanted: str) -> Acts:
    """Choose one of a row: Tab comes to the row, arrows go along it."""
    while not focused().endswith(f", {question}"):
        yield from press(Key.Key_Tab)
    while not focused().startswith(wanted):
        yield from press(Key.Key_Right)
    yield from press(Key.Key_Space)


def fill(label: str, words: str) -> Acts:
    """Write into a field what stands there from then on."""
    yield from tab_to(label)
    yield from clear()
    yield from type_in(words)


def save_letter(name: str) -> Acts:
    """Issue the letter and save its paper beside the profile."""
    yield from choose("Issue and save PDF")
    yield from name_file(f"{name}.pdf")
    yield from see(f"Saved as {name}.pdf")


def paper(offer: str) -> Acts:
    """Choose among the papers of a complaint: Tab comes to the one chosen, arrows go on."""
    yield from on_form("PrintPreview")
    yield from tab_to("Complaint, on a page or two")
    while not focused().startswith(offer):
        yield from press(Key.Key_Down)
