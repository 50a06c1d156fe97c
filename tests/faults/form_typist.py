# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Somebody who has every form open and half filled as the power goes, and one who looks later.

``python -m tests.faults.form_typist FOLDER type`` opens each form of ``tests/walks`` over the real
window, types into all its fields with real keys, waits for as long as may be lost, tells as a line
of JSON what stands where, and waits to be killed. ``... FOLDER look`` is told that line on its
standard input, opens the forms about the same records again, and tells what stands in them.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, speak_british
from tests.ui.charter.benches import bench_in
from tests.walks import hostile_forms
from tests.walks.hostile_forms import FORMS, furnish
from tests.walks.test_hostile_forms import texts
from tests.walks.test_hostile_words import edits

LOST_AT_MOST = 2000
"""Milliseconds of typing."""

NOW = datetime(2026, 11, 23, 14, 31, tzinfo=UTC)
TYPED = "half typed"

Made = dict[str, list[int]]
"""Kind of record -> numbers of those that forms were opened about, in order."""


@contextmanager
def at_work(folder: Path) -> Iterator[tuple[Workbench, Shell]]:
    """The window over the file of a folder."""
    speak_british()
    with bench_in(folder, FixedClock(NOW)) as bench, dressed(bench.theme):
        window = Shell(bench.theme)
        window.resize(1366, 768)
        window.show()
        window.opened(bench)
        QApplication.processEvents()
        yield bench, window


def remember(bench: Workbench, made: Made) -> None:
    """Note about which records the forms are opened."""
    feedback = type(bench.services.feedback)

    def noted(kind: str, make: Callable[..., int]) -> Callable[..., int]:
        def noting(*words: object) -> int:
            number = make(*words)
            made.setdefault(kind, []).append(number)
            return number

        return noting

    log = feedback.log

    def logged(*words: object) -> object:
        done = log(*words)
        made.setdefault("feedback", []).append(done.card.id)
        return done

    hostile_forms._complained = noted("complaints", hostile_forms._complained)
    hostile_forms.promised = noted("promises", hostile_forms.promised)
    feedback.log = logged


def open_the_same(bench: Workbench, made: Made) -> None:
    """Have the forms opened about the records of the time before, and no step taken twice."""
    feedback, complaints = type(bench.services.feedback), type(bench.services.complaints)

    def next_of(kind: str) -> Callable[..., int]:
        numbers = iter(made.get(kind, ()))
        return lambda *_: next(numbers)

    next_feedback = next_of("feedback")
    hostile_forms._complained = next_of("complaints")
    hostile_forms.promised = next_of("promises")
    feedback.log = lambda *_: SimpleNamespace(card=SimpleNamespace(id=next_feedback()))
    complaints.take = lambda *_: None


def type_all(folder: Path) -> None:
    """Open and fill every form, and wait to be killed."""
    made: Made = {}
    with at_work(folder) as (bench, window):
        furnish(bench)
        remember(bench, made)
        dialogs = {}
        for name, form in FORMS.items():
            dialogs[name] = dialog = form.opened(bench, window)
            for edit in edits(dialog):
                QTest.keyClicks(edit, TYPED)
        QTest.qWait(LOST_AT_MOST)
        stand = {name: texts(dialog) for name, dialog in dialogs.items()}
        tell({"made": made, "stand": stand})
        sys.stdin.read()


def look_at_all(folder: Path) -> None:
    """Tell what stands in every form as it is opened again."""
    told = json.loads(sys.stdin.readline())
    stand = {}
    with at_work(folder) as (bench, window):
        open_the_same(bench, told["made"])
        for name, form in FORMS.items():
            dialog = form.opened(bench, window)
            stand[name] = texts(dialog)
            dialog.reject()
        tell({"stand": stand})


def tell(what: object) -> None:
    """Write a line where the test reads."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    application = QApplication([])
    {"type": type_all, "look": look_at_all}[sys.argv[2]](Path(sys.argv[1]))
