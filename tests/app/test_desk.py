# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a start shows and leaves behind, each in a process of its own: demand 25 and more."""

from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.store.opening import create_file
from tests.app.answers_made import publishable
from tests.app.windows import OPENED, child

SHOWN = ["painted True None", "shown today", "status 0"]
"""The window was on the screen before anything was opened, then showed Today, and ended well."""

TELLS_TROUBLE = OPENED.replace(
    '        print("shown",',
    """        from tests.helpers.qt import seen_texts
        print(*[text for text in seen_texts(self.window) if len(text) > 40], sep="\\n")
        print("shown",""",
)


@pytest.fixture
def shop(profile: Path) -> Path:
    """A profile with an empty file."""
    create_file(profile / "servicedesk.db")
    return profile


@pytest.fixture
def published(profile: Path, tmp_path: Path) -> Path:
    """A profile with a published charter."""
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    assert console(["charter", "--profile", str(profile), *words]) == 0
    return profile


def leftovers(profile: Path) -> list[str]:
    """What only an open file has beside it."""
    return sorted(path.name for end in ("*.lock", "*-wal", "*-shm") for path in profile.glob(end))


def test_a_start_paints_first_opens_after_and_leaves_no_lock(shop):
    assert child(OPENED, shop) == SHOWN
    assert leftovers(shop) == []


def test_a_start_without_a_file_makes_none(profile):
    script = OPENED.replace("self.window.here.room", "type(self.window.stage).__name__")
    assert child(script, profile) == ["painted True None", "shown WelcomePage", "status 0"]
    assert [path.name for path in profile.iterdir()] == ["preferences.toml"]


def test_setting_up_makes_the_file_and_asks_four_things(profile):
    script = OPENED.replace(
        "        self.tell()",
        "        self.window.stage.set_up_button.click()\n        self.tell()",
    )
    assert child(script, profile)[1:] == ["shown first_run", "status 0"]
    assert child(OPENED, profile) == SHOWN


def test_a_backup_is_made_at_the_end_when_something_was_changed(published):
    assert child(OPENED, published) == SHOWN
    assert len(list((published / "backups").glob("*.db"))) == 1
    assert leftovers(published) == []
    assert child(OPENED, published) == SHOWN
    assert len(list((published / "backups").glob("*.db"))) == 1


def test_a_backup_is_made_at_the_end_however_new_the_newest_is(published):
    assert child(OPENED, published) == SHOWN
    changed = OPENED.replace(
        "        self.tell()",
        """        self.bench.services.business.save({"trading_name": "Later"}, "Ruth")
        self.tell()""",
    )
    assert child(changed, published) == SHOWN
    made = sorted(path.name for path in (published / "backups").glob("*.db"))
    assert len(made) == 2, made


def test_a_second_folder_that_is_chosen_at_the_end_has_its_copy_by_then(published, tmp_path: Path):
    assert child(OPENED, published) == SHOWN
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = OPENED.replace(
        "        pass",
        """        self.bench.services.backups.set_second_folder(Path(sys.argv[2]))""",
    )
    assert child(chosen, published, stick) == SHOWN
    (first,) = (published / "backups").glob("*.db")
    assert (stick / first.name).exists()


def test_the_system_may_end_it_at_once(published):
    script = OPENED.replace("        self.window.close()", "        self.end_now()")
    assert child(script, published) == SHOWN
    assert leftovers(published) == []


def test_the_system_may_end_it_while_a_question_is_open(published):
    script = OPENED.replace(
        "        self.window.close()",
        """        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QMessageBox
        box = QMessageBox(self.window)
        QTimer.singleShot(0, self.end_now)
        box.exec()""",
    )
    assert child(script, published) == SHOWN
    assert leftovers(published) == []


def test_a_file_that_was_moved_away_keeps_nobody_from_closing_the_window(published):
    script = OPENED.replace(
        "        self.window.close()",
        """        database = Path(sys.argv[1]) / "servicedesk.db"
        database.rename(database.with_name("moved.db"))
        self.window.close()""",
    )
    assert child(script, published)[-1] == "status 0"
    assert not list(published.glob("*.lock"))
    assert (published / "moved.db").stat().st_size > 0


@pytest.mark.parametrize("damage", [b"", b"not a database"])
def test_a_file_that_cannot_be_opened_is_told_and_left_alone(profile, damage):
    (profile / "servicedesk.db").write_bytes(damage)
    said = child(TELLS_TROUBLE, profile)
    assert said[-2] in {"shown file_empty", "shown file_not_database"}
    assert any("There is no backup of it" in line for line in said)
    assert (profile / "servicedesk.db").read_bytes() == damage


def test_a_profile_that_cannot_be_one_is_told(tmp_path: Path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    said = child(TELLS_TROUBLE, tmp_path / "taken" / "x")
    assert any(f"because {tmp_path / 'taken'} is a file and not a folder." in line for line in said)
    assert said[-1] == "status 0"


def test_preferences_with_a_fault_are_told(shop):
    (shop / "preferences.toml").write_text("text_size = 9000\n", encoding="utf-8")
    said = child(TELLS_TROUBLE, shop)
    assert any("text_size" in line for line in said)
    assert said[-2:] == SHOWN[1:]


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


CRASHED = """
from PySide6.QtCore import QTimer
from servicedesk.ui.shell import crash_window

class Quick(crash_window.CrashWindow):
    def exec(self):
        print("told", "ZeroDivisionError" in self._report, self._save())

crash_window.CrashWindow = Quick
"""


def test_a_bug_in_a_slot_is_shown_once_logged_and_survived(shop):
    leaving = "        self.window.close()"
    later = "        QTimer.singleShot(0, self.window.close)\n        1 / 0"
    said = child(CRASHED + OPENED.replace(leaving, later), shop)
    told = [line for line in said if line.startswith("told")]
    assert told == [f"told True {shop / 'logs' / 'crash-report.txt'}"]
    assert said[-1] == "status 0"
    log = "".join(path.read_text(encoding="utf-8") for path in (shop / "logs").glob("*.log"))
    assert "ZeroDivisionError" in log


YES = """
from PySide6.QtTest import QTest
from servicedesk.app import recovery

class Yes(recovery.RestoreDialog):
    def exec(self):
        if self.presenter.state.path is None:
            self.presenter.choose(Path(sys.argv[2]))
        while self.presenter.state.is_looking:
            QTest.qWait(10)
        print("asked", self.presenter.state.error or "good")
        return self.DialogCode.Accepted

recovery.RestoreDialog = Yes
"""
"""Somebody who says yes to every backup."""

WAITING = OPENED.replace(
    "        QTimer.singleShot(0, self.leave)",
    """        self.look = QTimer()
        self.look.timeout.connect(self.choose)
        self.look.start(10)

    def choose(self):
        from PySide6.QtWidgets import QPushButton
        found = [one for one in self.window.findChildren(QPushButton) if one.text().startswith(KEY)]
        if found and self.bench is None:
            self.look.stop()
            found[0].click()
            self.tell()
            self.leave()""",
)


def test_a_damaged_file_is_replaced_by_its_newest_good_backup(published):
    assert child(OPENED, published) == SHOWN
    (newest,) = (published / "backups").glob("*.db")
    later = newest.with_name(
        newest.name.replace(" exit", " start").replace("servicedesk 2", "servicedesk 3")
    )
    later.write_bytes(b"no good")
    (published / "servicedesk.db").write_bytes(b"broken")
    script = WAITING.replace("KEY", '"Put back"').replace("class Watched", YES + "\nclass Watched")
    said = child(script, published)
    assert said[1:] == ["shown file_not_database", "asked good", "shown today", "status 0"]
    assert any(path.read_bytes() == b"broken" for path in (published / "backups").iterdir())
    assert child(OPENED, published) == SHOWN


def test_a_new_computer_begins_from_a_backup(published, tmp_path: Path):
    assert child(OPENED, published) == SHOWN
    (backup,) = (published / "backups").glob("*.db")
    there = tmp_path / "new computer"
    there.mkdir()
    script = WAITING.replace("KEY", '"I already have"').replace(
        "class Watched", YES + "\nclass Watched"
    )
    script = script.replace("self.window.here.room)", "self.window.here and self.window.here.room)")
    said = child(script, there, backup)
    assert said[1:] == ["shown None", "asked good", "shown today", "status 0"]


def test_a_bad_backup_leaves_the_welcome_as_it_is(profile, tmp_path: Path):
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"")
    script = WAITING.replace("KEY", '"I already have"').replace(
        "class Watched", YES + "\nclass Watched"
    )
    script = script.replace("self.window.here.room)", "self.window.here and self.window.here.room)")
    said = child(script, profile, bad)
    assert said[2].startswith("asked “bad.db” is empty")
    assert said[3:] == ["shown None", "status 0"]
    assert not (profile / "servicedesk.db").exists()


def test_a_backup_is_put_back_into_an_open_file(published):
    assert child(OPENED, published) == SHOWN
    (backup,) = (published / "backups").glob("*.db")
    script = OPENED.replace(
        "        self.tell()",
        """        bench = self.bench
        bench.services.business.save({"trading_name": "Later"}, "Ruth")
        bench.navigator.open("settings", "backup")
        bench.doors.put_back(Path(sys.argv[2]))
        print(self.bench.services.business.answers().get("trading_name"))
        print(self.bench is not bench, self.window.here.part)
        self.tell()""",
    )
    said = child(script, published, backup)
    assert said[1:] == ["None", "True backup", "shown settings", "status 0"]
    assert leftovers(published) == []


CRASHES_WHILE_TOLD = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from servicedesk.ui.shell import crash_window

class Counted(crash_window.CrashWindow):
    open = 0
    def exec(self):
        Counted.open += 1
        print("told", Counted.open)
        QTimer.singleShot(200, self.accept)
        super().exec()
        Counted.open -= 1

crash_window.CrashWindow = Counted

class Bad(QWidget):
    def paintEvent(self, event):
        1 / 0
"""


def test_a_bug_in_what_is_painted_again_and_again_is_told_once(shop):
    leaving = "        self.window.close()"
    later = """        self.bad = Bad(self.window)
        self.bad.show()
        again = QTimer(self.bad)
        again.timeout.connect(self.bad.update)
        again.start(10)
        QTimer.singleShot(1000, self.end_now)"""
    said = child(CRASHES_WHILE_TOLD + OPENED.replace(leaving, later), shop)
    assert [line for line in said if line.startswith("told")] == ["told 1"]
    assert said[-1] == "status 0"
