# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A person typing in the real program until the power goes, and one who looks afterwards.

``python -m tests.faults.desk_typist PROFILE TOLD SPOT LETTERS`` starts the program as a person
does, goes to a field and types letter after letter with real keys; with 0 letters it tells what
stands in that field instead. On standard output it tells, after each letter, how long the
machine has run in milliseconds and how many letters are typed ("1234 17"), or what stands there
as JSON. What goes wrong is written into the file TOLD.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt

from tests.helpers.keyboard import Acts, Key, choose, hears_keys, main_of, see, settle, type_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

LETTERS = "abcdefghij"
EVERY = 60
"""Milliseconds between two letters: as fast as any person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where somebody types.

    Args:
        room, part, item: a place of the program.
        unfolds: words of the button that shows more of the place first; "" where there is none.
        opens: words of the button that opens the form there; "" where there is none.
        then: words of the button in what has opened that opens the form; "" where there is none.
        key: that opens the form over the place, such as "F9"; "" where there is none.
        field: id of the question; "" for the words of the first standard of the page.
        is_first_run: it is typed in the first run, which comes before there are places.
        goes_on: after the last letter somebody goes on to the next page.
    """

    room: str
    part: str = ""
    item: str = ""
    unfolds: str = ""
    opens: str = ""
    then: str = ""
    key: str = ""
    field: str = ""
    is_first_run: bool = False
    goes_on: bool = False

    def written(self) -> str:
        """As the child is told it."""
        return json.dumps(asdict(self))


def tell(line: str) -> None:
    """Write one line where the test reads, at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def tell_typed(typed: int) -> None:
    """Tell that so many letters are typed by now."""
    tell(f"{round(monotonic() * 1000)} {typed}")


def visible(kind: "type[QWidget]") -> "list[QWidget]":
    """Every widget of a class that can be seen, in any window."""
    from PySide6.QtWidgets import QApplication

    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    found = [one for window in windows for one in window.findChildren(kind)]
    return [one for one in found if one.isVisible()]


def edit_at(spot: Spot) -> "QLineEdit | QPlainTextEdit | None":
    """The line or text that the spot means, once it can be seen."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from servicedesk.ui.charter.standards_table import StandardsTable
    from servicedesk.ui.widgets.fields import Field

    if not spot.field:
        for table in visible(StandardsTable):
            edits = [one for one in table.findChildren(QPlainTextEdit) if one.isVisible()]
            if edits:
                return edits[0]
            presenter = table.presenter
            if presenter.state.rows and not presenter.state.open_key:
                presenter.toggle(presenter.state.rows[0].key)
                presenter.set_more(has_more=True)
        return None
    for field in visible(Field):
        target = field.focus_target()
        if field.question_id == spot.field and isinstance(target, QLineEdit | QPlainTextEdit):
            return target
    return None


def is_dialog_open() -> bool:
    """Whether a dialog hears the keys."""
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget()
    return dialog is not None and hears_keys() is dialog.windowHandle()


def go_to(spot: Spot) -> Acts:
    """Start, and come to where the spot is."""
    from servicedesk.ui.core.places import Place
    from servicedesk.ui.shell.frame import Frame

    def shells() -> "list[Frame]":
        from PySide6.QtWidgets import QApplication

        return [one for one in QApplication.topLevelWidgets() if isinstance(one, Frame)]

    yield from settle(lambda: any(shell.here is not None for shell in shells()))
    shells()[0].go(Place(room=spot.room, part=spot.part, item=spot.item))
    if spot.key:
        yield Key(Qt.Key[f"Key_{spot.key}"])
    if spot.unfolds:
        yield from choose(spot.unfolds)
    if spot.opens:
        yield from choose(spot.opens)
    if spot.then:
        yield from settle(is_dialog_open)
        yield from choose(spot.then)


def first_run() -> Acts:
    """From the welcome to the first question."""
    yield from see("Welcome to servicedesk")
    yield from choose("Set up my shop")
    yield from see("What is your business called?")


def typing(spot: Spot, letters: int) -> Acts:
    """Type until killed."""
    yield from first_run() if spot.is_first_run else go_to(spot)
    yield from settle(lambda: edit_at(spot) is not None)
    edit = edit_at(spot)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    if spot.field:
        edit.selectAll()
    else:  # a promise has to go on saying its figure
        yield Key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    since = QElapsedTimer()
    for typed in range(letters):
        since.start()
        yield from type_in(LETTERS[typed % len(LETTERS)])
        tell_typed(typed + 1)
        yield from settle(lambda: since.elapsed() >= EVERY)
    if spot.goes_on:
        yield Key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    tell_typed(letters)
    yield from settle(lambda: False)


def looking(spot: Spot) -> Acts:
    """Tell what stands in the field, and wait to be ended."""
    yield from go_to(spot)
    yield from settle(lambda: edit_at(spot) is not None)
    edit = edit_at(spot)
    tell(json.dumps(edit.text() if hasattr(edit, "text") else edit.toPlainText()))
    yield from settle(lambda: False)


def main(profile: str, told: str, written: str, letters: str) -> None:
    """Be the person."""
    spot = Spot(**json.loads(written))
    acts = typing(spot, int(letters)) if int(letters) else looking(spot)
    main_of(acts, ["--offscreen", "--profile", profile], Path(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
