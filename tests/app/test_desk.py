# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a start shows and leaves behind, each in a process of its own: demand 25 and more."""

from pathlib import Path

import pytest

from tests.app.windows import OPENED, SHOWN, TELLS_TROUBLE, child, leftovers


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


def test_demand_3_a_backup_is_made_at_the_end_when_something_was_changed(published):
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


def test_demand_3_a_damaged_file_is_replaced_by_its_newest_good_backup(published):
    assert child(OPENED, published) == SHOWN
    (newest,) = (published / "backups").glob("*.db")
    later = newest.with_name(
        newest.name.replace(" exit", " start").replace("servicedesk 2", "servicedesk 3")
    )
    later.write_bytes(b"no good")
    (published / "servicedesk.db").write_bytes(b"broken")
    script = WAITING.replace("KEY", '"Put this backup"').replace(
        "class Watched", YES + "\nclass Watched"
    )
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
        print(self.window.undo_bar.sentence, self.window.undo_bar._timer.isActive())
        self.tell()""",
    )
    said = child(script, published, backup)
    told = (
        "Your backup is back: your records are as they were when it was made. What was there until "
        "now is kept among your backups. False"
    )
    assert said[1:] == ["None", "True backup", told, "shown settings", "status 0"]
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
