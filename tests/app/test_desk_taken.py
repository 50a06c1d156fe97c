# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file that somebody has open, or that others copy: demand 25, each in a process of its own."""

from pathlib import Path

import pytest

from servicedesk.store.opening import create_file
from tests.app.windows import OPENED, SHOWN, TELLS_TROUBLE, child, leftovers

ASKED = """
from servicedesk.ui.core import messages
answers = iter([ANSWER])
messages.ask = lambda *said: print("asked", said[0].happened) or next(answers)
"""


@pytest.mark.parametrize("answer", [True, False])
def test_demand_25_a_lock_of_another_computer_is_broken_only_after_a_yes(published, answer):
    (published / "servicedesk.db.lock").write_text("42\nservicedesk\nBACK-OFFICE\n")
    said = child(ASKED.replace("ANSWER", str(answer)) + OPENED, published)
    assert "BACK-OFFICE" in said[1]
    assert said[2] == ("shown today" if answer else "shown file_in_use_elsewhere")
    copies = [path for path in (published / "backups").glob("*.db") if "taken" in path.name]
    assert len(copies) == int(answer)
    assert (published / "servicedesk.db.lock").exists() is not answer


def test_demand_25_a_lock_that_a_dead_process_left_is_no_lock(shop):
    import socket

    (shop / "servicedesk.db.lock").write_text(f"999999\nservicedesk\n{socket.gethostname()}\n")
    assert child(OPENED, shop) == SHOWN
    assert leftovers(shop) == []


SECOND = OPENED.replace(
    "        self.leave",
    "        self.never",
).replace(
    "        QTimer.singleShot(0, self.leave)",
    """        import subprocess
        from PySide6.QtWidgets import QDialog
        self.window.showMinimized()
        self.dialog = QDialog(self.window)
        self.dialog.setModal(True)
        self.dialog.show()
        more = [sys.executable, "-m", "servicedesk", "--offscreen", "--profile", sys.argv[1]]
        self.other = subprocess.Popen(more)
        self.look = QTimer()
        self.look.timeout.connect(self.see)
        self.look.start(10)

    def see(self):
        if self.other.poll() is not None and not self.window.isMinimized():
            print("second ended", self.other.returncode, self.dialog.isVisible())
            self.look.stop()
            self.dialog.close()
            self.window.close()""",
)


def test_demand_25_a_second_start_brings_the_first_forward_even_with_a_dialog_open(shop):
    assert child(SECOND, shop) == [*SHOWN[:2], "second ended 0 True", "status 0"]


WHILE_TAKEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from servicedesk.app import desk, starting
from servicedesk.app.one_program import Doorbell, FileLock

database = Path(sys.argv[1]) / "servicedesk.db"
first = FileLock(database)
first.take()
bells = []

class Watched(starting.Desk):
    def open_file(self):
        super().open_file()
        print("waits", type(self.window.stage).__name__, self.trouble)
        QTimer.singleShot(50, self.go_on)
        self.look = QTimer(self)
        self.look.timeout.connect(self.see)
        self.look.start(10)

    def see(self):
        if self.bench is not None or type(self.window.stage).__name__ == "TroublePage":
            self.look.stop()
            print("shown", self.trouble.code if self.trouble else self.window.here.room)
            self.window.close()

    def go_on(self):
        GO_ON

    def ask_for_second(self):
        pass

starting.Desk = Watched
desk.WAITS_MS = WAITS
print("status", starting.run(Path(sys.argv[1])), len(bells))
first.release()
"""
"""A second start while the first has the lock, and does not answer yet."""


@pytest.mark.parametrize(
    ("go_on", "waits", "said"),
    [
        ("bells.append(Doorbell(database, lambda: None))", 5000, ["status 0 1"]),
        ("first.release()", 5000, ["shown today", "status 0 0"]),
        ("pass", 300, ["shown file_in_use", "status 0 0"]),
    ],
    ids=["it answers", "it ends", "it does neither"],
)
def test_demand_25_a_second_start_waits_for_a_first_that_is_just_starting_or_ending(
    shop, go_on, waits, said
):
    script = WHILE_TAKEN.replace("GO_ON", go_on).replace("= WAITS", f"= {waits}")
    assert child(script, shop) == ["waits OpeningPage None", *said]


def test_demand_25_who_is_leaving_answers_no_second_start(published):
    script = OPENED.replace(
        "        self.window.close()",
        """        from servicedesk.app.one_program import call_first
        database = Path(sys.argv[1]) / "servicedesk.db"
        self.hang_bell()  # as a moment after the first page
        print("answers", call_first(database))
        self.window.close()
        print("answers", call_first(database), self.bench is not None)""",
    )
    said = child(script, published)
    assert said[2:] == ["answers True", "answers False True", "status 0"]


def test_demand_25_a_file_in_a_folder_that_is_synced_says_so(tmp_path: Path):
    profile = tmp_path / "Dropbox" / "shop"
    profile.mkdir(parents=True)
    create_file(profile / "servicedesk.db")
    said = child(TELLS_TROUBLE, profile)
    assert any("Dropbox" in line for line in said)
    assert said[-2:] == SHOWN[1:]
