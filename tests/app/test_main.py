# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The two entry points, and what a start brings in and when."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk import __version__
from servicedesk.app import main
from tests.app.answers_made import publishable


def child(script: str, *words: object) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_version_and_help_are_told(capsys):
    assert main.console(["--version"]) == 0
    assert capsys.readouterr().out == f"servicedesk {__version__}\n"
    assert main.window(["--help"]) == 0
    assert "charter" in capsys.readouterr().out


WRONG = [
    (["charta"], "There is no command “charta”. There is one: charter."),
    (["charter", "--out"], "--out needs a folder after it."),
    (["charter", "--out", "--publish"], "--out needs a folder after it."),
    (["charter", "--answers"], "--answers needs a file after it."),
    (["--offscreen=1"], "--offscreen takes nothing after it."),
    (["charter", "--answer", "a.toml"], "There is no --answer here. Did you mean --answers?"),
    (["charter", "--sizes", "A4"], "There is no --sizes here."),
    (["--trade", "cafe", "--out", "x"], "--trade comes after the word charter."),
    (["--trade=cafe"], "--trade comes after the word charter."),
    (["charter", "--name", "Bright", "Taps"], "There is no place for the word “Taps”."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG, ids=[" ".join(line[0]) for line in WRONG])
def test_words_that_make_no_sense_are_plain_sentences(capsys, monkeypatch, typed, sentence):
    monkeypatch.setenv("SERVICEDESK_STARTED_AS", "python3 start.py")
    assert main.console(typed) == 2
    complained = capsys.readouterr().err
    assert complained.startswith(sentence)
    after = " charter" if "charter" in typed else ""
    assert complained.endswith(f" python3 start.py{after} --help says more.\n")
    assert len(complained.splitlines()) == 1


def test_the_help_calls_the_program_as_the_person_did(capsys, monkeypatch):
    monkeypatch.setenv("SERVICEDESK_STARTED_AS", "python3 start.py")
    assert main.console(["charter", "--help"]) == 0
    assert "usage: python3 start.py charter" in capsys.readouterr().out


def test_the_package_can_be_run(profile):
    ended = subprocess.run(
        [sys.executable, "-m", "servicedesk", "--version"], capture_output=True, text=True
    )
    assert (ended.returncode, ended.stdout) == (0, f"servicedesk {__version__}\n")


def test_without_a_command_the_window_opens(monkeypatch, tmp_path):
    from servicedesk.app import desk_window

    opened = []
    monkeypatch.setattr(desk_window, "run", lambda profile: opened.append(profile) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    assert main.console(["--profile", str(tmp_path), "--offscreen"]) == 0
    assert opened == [tmp_path]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_job_is_done_by_the_child(monkeypatch):
    from servicedesk.app import worker

    asked = []
    monkeypatch.setattr(worker, "work", lambda job, _source, _target: asked.append(job) or 0)
    monkeypatch.setattr("sys.stdin", type("", (), {"buffer": None}))
    monkeypatch.setattr("sys.stdout", type("", (), {"buffer": None}))
    assert main.console(["--worker", "logo"]) == 0
    assert asked == ["logo"]


PLAIN_IMPORT = """
import builtins
from servicedesk.app import plain_import
plain = builtins.__import__
import PySide6.QtCore
print(builtins.__import__ is plain)
plain_import.restore()
print(builtins.__import__ is plain)
from PySide6.QtWidgets import QWidget
"""


def test_pythons_own_import_is_put_back():
    assert child(PLAIN_IMPORT) == ["False", "True"]


OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from servicedesk.app import desk_window
from servicedesk.ui.shell.first_presenter import FirstStage

class Watched(desk_window.DeskWindow):
    def open_file(self):
        print("painted", self.window.isVisible(), self.stage.value)
        super().open_file()
        self.look = QTimer()
        self.look.timeout.connect(self.leave)
        self.look.start(10)

    def leave(self):
        if self.stage is not FirstStage.PUBLISHED or self.window.poster_is_shown:
            print("shown", self.stage.value, self.window.poster_is_shown)
            self.look.stop()
            self.window.close()

desk_window.DeskWindow = Watched
print("status", desk_window.run(Path(sys.argv[1])))
"""


def test_a_start_without_a_file_makes_none(profile):
    assert child(OPENED, profile) == [
        "painted True opening",
        "shown none_published False",
        "status 0",
    ]
    assert [path.name for path in profile.iterdir()] == ["preferences.toml"]


def test_a_start_shows_the_published_poster_and_leaves_no_lock(profile, tmp_path: Path):
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    assert main.console(["charter", "--profile", str(profile), *words]) == 0
    assert child(OPENED, profile) == [
        "painted True opening",
        "shown published True",
        "status 0",
    ]
    assert not list(profile.glob("*.lock"))
    assert not list(profile.glob("*-wal"))


MOVED = OPENED.replace(
    "            self.look.stop()",
    """            self.look.stop()
            database = Path(sys.argv[1]) / "servicedesk.db"
            database.rename(database.with_name("moved.db"))""",
)


def test_a_file_that_was_moved_away_keeps_nobody_from_closing_the_window(profile, tmp_path: Path):
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    assert main.console(["charter", "--profile", str(profile), *words]) == 0
    assert child(MOVED, profile)[-1] == "status 0"
    assert not list(profile.glob("*.lock"))
    assert (profile / "moved.db").stat().st_size > 0


@pytest.mark.parametrize("damage", [b"", b"not a database"])
def test_a_file_that_cannot_be_opened_is_told_in_the_window(profile, damage):
    (profile / "servicedesk.db").write_bytes(damage)
    assert child(OPENED, profile)[1] == "shown trouble False"
    assert (profile / "servicedesk.db").read_bytes() == damage


SAID = """
        said = self._presenter.state
        print(said.trouble.happened, said.trouble.do, [said.notice], sep="\\n")
"""
TOLD = OPENED.replace(
    "        self.look = QTimer()", SAID.strip("\n") + "\n        self.look = QTimer()"
)


def test_a_profile_that_cannot_be_one_is_told_instead_of_commands(tmp_path: Path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    said = child(TOLD, tmp_path / "taken" / "x")
    assert said[1].endswith(f"because {tmp_path / 'taken'} is a file and not a folder.")
    assert said[2:] == ["Choose another folder.", "['']", "shown trouble False", "status 0"]


@pytest.mark.parametrize("has_backup", [True, False])
def test_the_window_promises_no_backup_that_is_not_there(profile, has_backup):
    (profile / "servicedesk.db").write_bytes(b"")
    if has_backup:
        (profile / "backups").mkdir()
        (profile / "backups" / "yesterday.db").write_bytes(b"kept")
    said = child(TOLD, profile)
    start = "The newest backup is yesterday.db in" if has_backup else "There is no backup of it in"
    assert said[2].startswith(f"{start} {profile / 'backups'}")


def test_commands_name_the_profile_and_a_file_that_is_not_there_yet(monkeypatch, profile):
    from servicedesk.app.desk_window import commands

    monkeypatch.setenv("SERVICEDESK_STARTED_AS", "python3 start.py")
    first = commands(profile, 0)
    assert first.begin.startswith(f"python3 start.py charter --profile {profile} --trade")
    assert first.begin.endswith("--save-answers my-charter.toml")
    later = commands(None, 3)
    assert later.begin == "python3 start.py charter --published --save-answers my-charter-4.toml"
    assert "--answers my-charter-4.toml" in later.publish
    assert later.publish.endswith("--publish")


ASKED = """
from servicedesk.ui.core import messages
answers = iter([ANSWER])
messages.ask = lambda *said: print("asked", said[0].happened) or next(answers)
"""


@pytest.mark.parametrize("answer", [True, False])
def test_a_lock_of_another_computer_is_broken_only_after_a_yes(profile, tmp_path: Path, answer):
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    main.console(["charter", "--profile", str(profile), *words])
    (profile / "servicedesk.db.lock").write_text("42\nservicedesk\nBACK-OFFICE\n")
    said = child(ASKED.replace("ANSWER", str(answer)) + OPENED, profile)
    assert "BACK-OFFICE" in said[1]
    assert said[2] == ("shown published True" if answer else "shown trouble False")
    assert len(list((profile / "backups").glob("*-taken-over.db"))) == int(answer)
    assert (profile / "servicedesk.db.lock").exists() is not answer


CRASHED = """
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from servicedesk.ui.shell import crash_window

class Quick(crash_window.CrashWindow):
    def exec(self):
        print("told", "ZeroDivisionError" in self._report, self._save())
"""


def test_a_bug_in_the_window_is_shown_logged_and_survived(profile, tmp_path: Path):
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    main.console(["charter", "--profile", str(profile), *words])
    crashing = CRASHED + "\ncrash_window.CrashWindow = Quick\n"
    leaving = "            self.window.close()"
    later = "            QTimer.singleShot(0, self.window.close)\n            1 / 0"
    said = child(crashing + OPENED.replace(leaving, later), profile)
    assert said[2] == f"told True {profile / 'logs' / 'crash-report.txt'}"
    assert said[-1] == "status 0"
    log = "".join(path.read_text(encoding="utf-8") for path in (profile / "logs").glob("*.log"))
    assert "ZeroDivisionError" in log
