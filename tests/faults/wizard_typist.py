# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A person typing in the wizard until the power goes: ``python -m tests.faults.wizard_typist``.

Given ``FILE``, it opens the real wizard over that file and types letter after letter into one
field, goes on to the next page by its key, and types on there: all with real key events. On
standard output it tells, after each letter, how long the program has run in milliseconds and how
many letters were typed: "1234 17".
"""

import os
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from servicedesk.ui.charter.page import CharterPage
from servicedesk.ui.core.rooms import Place
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in

LETTERS = "abcdefghij "
EVERY = 20
"""Milliseconds between two letters: faster than any person."""

FIRST, SECOND = "late_text", "not_right_text"
"""The questions, the first of two pages that follow one another."""

PAGES = ("late", "not_right")
STRETCH = 90
"""Letters into the first; the rest goes into the second."""


def tell(line: str) -> None:
    """Write one line where the test reads, at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(folder: Path) -> None:
    """Type until killed."""
    application = QApplication([])
    with bench_in(folder, FixedClock()) as bench:
        page = CharterPage(bench)
        page.show()
        page.arrive(Place(room="charter", part="write", item=PAGES[0]))
        edit = _edit(page, FIRST)
        typed = 0

        def key() -> None:
            nonlocal typed, edit
            if typed == STRETCH:
                QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
                edit = _edit(page, SECOND)
            at = typed if typed < STRETCH else typed - STRETCH
            QTest.keyClick(edit, LETTERS[at % len(LETTERS)], Qt.KeyboardModifier.NoModifier)
            typed += 1
            tell(f"{round(monotonic() * 1000)} {typed}")

        timer = QTimer()
        timer.setInterval(EVERY)
        timer.timeout.connect(key)
        timer.start()
        application.exec()


def _edit(page: CharterPage, question: str) -> QWidget:
    """What takes the letters of a question; what stands there is replaced by the first one."""
    from servicedesk.ui.widgets.field import Field

    fields = (one for one in page.findChildren(Field) if one.question_id == question)
    edit = next(one for one in fields if one.isVisibleTo(page)).focus_target()
    edit.setFocus()
    edit.selectAll()
    return edit


if __name__ == "__main__":
    main(Path(sys.argv[1]))
