# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A person typing in the wizard until the power goes: ``python -m tests.faults.wizard_typist``.

Given ``FILE``, it opens the real wizard over that file and types letter after letter into one
field, with real key events. On standard output it tells, after each letter, how long the program
has run in milliseconds and how many letters stand in the field: "1234 17".
"""

import os
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.charter.page import CharterPage
from servicedesk.ui.core.rooms import Place
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in

LETTERS = "abcdefghij "
EVERY = 20
"""Milliseconds between two letters: faster than any person."""

QUESTION = "late_text"
PAGE = "late"


def tell(line: str) -> None:
    """Write one line where the test reads, at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(folder: Path) -> None:
    """Type until killed."""
    application = QApplication([])
    with bench_in(folder, FixedClock()) as bench:
        page = CharterPage(bench)
        page.show()
        page.arrive(Place(room="charter", part="write", item=PAGE))
        field = next(one for one in page.findChildren(_field()) if one.question_id == QUESTION)
        edit = field.focus_target()
        edit.setFocus()
        edit.selectAll()
        typed = 0

        def key() -> None:
            nonlocal typed
            QTest.keyClick(edit, LETTERS[typed % len(LETTERS)], Qt.KeyboardModifier.NoModifier)
            typed += 1
            tell(f"{round(monotonic() * 1000)} {typed}")

        timer = QTimer()
        timer.setInterval(EVERY)
        timer.timeout.connect(key)
        timer.start()
        application.exec()


def _field() -> type:
    from servicedesk.ui.widgets.fields import Field

    return Field


if __name__ == "__main__":
    main(Path(sys.argv[1]))
