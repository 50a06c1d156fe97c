# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file with a password in the real window: opened, locked, changed; each in its own process."""

from pathlib import Path

import pytest

from servicedesk.app.bootstrap import gather
from servicedesk.store import keys
from servicedesk.store.encrypting import change_password
from servicedesk.store.opening import look_at
from tests.app.windows import child, leftovers

FIRST, SECOND = "correct horse", "battery staple"

ACTED = """
import os
import sys
import traceback
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from servicedesk.app import starting

ROUNDS = 2_000

class Acting(starting.Desk):
    def open_file(self):
        super().open_file()
        QTimer.singleShot(0, self.act)

    def ask_for_second(self):
        pass

    def show_crash(self, fault):
        traceback.print_exception(fault)
        sys.stderr.flush()
        os._exit(3)

    def wait_for(self, what):
        for _ in range(ROUNDS):
            if what():
                return
            QTest.qWait(10)
        raise AssertionError("nothing came of it")

    def is_locked(self):
        return type(self.window.stage).__name__ == "UnlockPage"

    def type_in(self, password):
        page = self.window.stage
        page.field.line.setText(password)
        page.open_button.click()
        self.wait_for(lambda: self.bench is not None or bool(page.field.error()))
        return page

    def act(self):
        try:
            self.steps()
        finally:
            self.window.close()

    def steps(self):
        STEPS

starting.Desk = Acting
print("status", starting.run(Path(sys.argv[1])))
"""
"""Opens the window on a profile, does some steps, and closes it as a person would."""


def acted(profile: Path, steps: str, *words: object) -> list[str]:
    return child(ACTED.replace("STEPS", steps.strip().replace("\n", "\n        ")), profile, *words)


@pytest.fixture
def locked(shop: Path) -> Path:
    """A profile whose file has a password."""
    change_password(shop / "servicedesk.db", None, FIRST)
    return shop


def test_a_locked_file_opens_with_its_password_and_no_other(locked: Path) -> None:
    said = acted(
        locked,
        """
print(self.is_locked(), self.trouble.code, self.window.page)
page = self.type_in("not this one")
print(page.field.error())
print(page.field.line.selectedText(), self.bench)
self.type_in(sys.argv[2])
print(self.window.here.room, self.trouble)
print(self.bench.services.password.is_set())
""",
        FIRST,
    )
    assert said[0] == "True password_needed None"
    assert said[1].startswith("This is the wrong password, or servicedesk.db is damaged.")
    assert said[2:] == ["not this one None", "today None", "True", "status 0"]
    assert leftovers(locked) == []
    texts = [path.read_bytes() for path in locked.rglob("*") if path.is_file()]
    assert not any(FIRST.encode() in text for text in texts)


def test_locking_keeps_what_is_half_typed_and_comes_back_to_the_same_place(locked: Path) -> None:
    said = acted(
        locked,
        """
self.type_in(sys.argv[2])
self.bench.services.business.save({"trading_name": "Bridget and Sons"}, "Ruth")
self.window.go(__import__("servicedesk.ui.core.rooms", fromlist=["Place"]).Place(
    room="settings", part="password"))
from servicedesk.ui.people.complaint_form import show_complaint_form
from tests.helpers.qt import seen_texts
QTimer.singleShot(0, self.window._open.open_complaint)
from PySide6.QtWidgets import QApplication
self.wait_for(lambda: QApplication.activeModalWidget() is not None)
form = QApplication.activeModalWidget()
from PySide6.QtWidgets import QPlainTextEdit
field = next(one for one in form.findChildren(QPlainTextEdit) if one.isVisible())
QTest.keyClicks(field, "The kettle leaks")
self.bench.doors.lock()
self.wait_for(self.is_locked)
print(self.bench, self.window.windowTitle())
print(any("Bridget" in text for text in seen_texts(self.window)))
self.bench is None and self.type_in(sys.argv[2])
print(self.window.here.room, self.window.here.part)
with self.bench.services.units.read() as reading:
    kept = reading.exec_driver_sql("SELECT body FROM drafts").scalars().all()
print(any("The kettle leaks" in body for body in kept))
""",
        FIRST,
    )
    assert said == ["None Servicedesk", "False", "settings password", "True", "status 0"]
    assert leftovers(locked) == []


def test_a_file_without_a_password_is_not_locked(shop: Path) -> None:
    steps = """
self.bench.doors.lock()
QTest.qWait(50)
print(self.is_locked(), self.bench is not None)
"""
    assert acted(shop, steps) == ["False True", "status 0"]


def test_a_password_is_set_changed_and_removed_in_the_window(shop: Path) -> None:
    said = acted(
        shop,
        """
for wanted in (sys.argv[2], sys.argv[3], None):
    before = self.bench
    self.bench.doors.change_password(wanted)
    self.wait_for(lambda: self.bench not in (None, before) and not self.tasks._open)
    print(self.bench.services.password.is_set(), len(self.bench.services.backups.kept()))
    print(self.window.undo_bar.sentence)
    if wanted:
        self.bench.doors.lock()
        self.wait_for(self.is_locked)
        self.type_in(wanted)
""",
        FIRST,
        SECOND,
    )
    new = "Your file has its new password. Print the recovery sheet now."
    gone = "Your file has no password any more."
    assert said == ["True 2", new, "True 4", new, "False 6", gone, "status 0"]
    assert look_at(shop / "servicedesk.db").schema
    assert leftovers(shop) == []
    reasons = [path.name for path in (shop / "backups").glob("*before password.db")]
    assert len(reasons) == 3


def test_a_change_that_is_stopped_leaves_the_file_as_it_was(shop: Path) -> None:
    said = acted(
        shop,
        """
before = self.bench
self.bench.doors.change_password(sys.argv[2])
self.window.stage.stop_button.click()
self.wait_for(lambda: bool(self.bench and not self.tasks._open and self.window.here))
print(self.bench.services.password.is_set(), self.window.undo_bar.sentence)
""",
        FIRST,
    )
    assert said == ["False Stopped. Your file is as it was.", "status 0"]
    assert keys.is_plain(shop / "servicedesk.db")


def test_a_change_that_fails_is_told_and_leaves_the_file_as_it_was(shop: Path) -> None:
    said = acted(
        shop,
        """
from servicedesk.app import unlocking
from servicedesk.domain.errors import Trouble
from servicedesk.store import encrypting
told = []
unlocking.show_trouble = lambda words, window: told.append(words.happened)
encrypting._is_right = lambda *_: False
self.bench.doors.change_password(sys.argv[2])
self.wait_for(lambda: bool(told and self.bench))
print(told[0])
print(self.bench.services.password.is_set())
""",
        FIRST,
    )
    assert said[0].startswith("The copy of servicedesk.db with the new password did not")
    assert said[1:] == ["False", "status 0"]


def test_a_killed_changes_leftover_goes_with_the_next_opening(shop: Path) -> None:
    part = shop / "servicedesk.db.part"
    part.write_bytes(b"half")
    assert acted(shop, "print(self.window.here.room)") == ["today", "status 0"]
    assert not part.exists()


def test_a_program_knows_no_key_before_it_was_told_one(locked: Path) -> None:
    program = gather(locked)
    assert program.keys.fitting(program.places.database) is None
