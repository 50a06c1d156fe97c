# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The two entry points, and what a start brings in and when."""

import os
import subprocess
import sys

import pytest

from servicedesk import __version__
from servicedesk.app import main
from servicedesk.app.arguments import COMMANDS
from tests.app.windows import child


def test_version_and_help_are_told(capsys):
    assert main.console(["--version"]) == 0
    assert capsys.readouterr().out == f"servicedesk {__version__}\n"
    assert main.window(["--help"]) == 0
    assert "charter" in capsys.readouterr().out


WRONG = [
    (
        ["charta"],
        "There is no command “charta”. There are: charter, backup, check, import and export.",
    ),
    (["charter", "--out"], "--out needs a folder after it."),
    (["charter", "--out", "--publish"], "--out needs a folder after it."),
    (["charter", "--answers"], "--answers needs a file after it."),
    (["--offscreen=1"], "--offscreen takes nothing after it."),
    (["charter", "--answer", "a.toml"], "There is no --answer here. Did you mean --answers?"),
    (["charter", "--sizes", "A4"], "There is no --sizes here."),
    (["--trade", "cafe", "--out", "x"], "--trade comes after the word charter."),
    (["--trade=cafe"], "--trade comes after the word charter."),
    (
        ["--demo", "charter"],
        "--demo opens the pretend shop in a window: leave the other words out.",
    ),
    (["--demo=1"], "--demo takes nothing after it."),
    (["charter", "--name", "Bright", "Taps"], "There is no place for the word “Taps”."),
    (["backup"], "backup needs a file after it."),
    (["export"], "export needs a folder after it."),
    (["import", "customers"], "import needs what is in the list, and its file after it."),
    (
        ["import", "invoices", "x.csv"],
        "“invoices” cannot be brought in. These can: customers, promises, complaints and feedback.",
    ),
    (["--dry-run", "import"], "--dry-run comes after the word import."),
    (["export", "x", "--json"], "There is no --json here."),
    (["check", "--password-file"], "--password-file needs a file after it."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG, ids=[" ".join(line[0]) for line in WRONG])
def test_words_that_make_no_sense_are_plain_sentences(capsys, monkeypatch, typed, sentence):
    monkeypatch.setenv("SERVICEDESK_STARTED_AS", "python3 start.py")
    assert main.console(typed) == 2
    complained = capsys.readouterr().err
    assert complained.startswith(sentence)
    command = next((word for word in typed if word in COMMANDS), None)
    after = "" if command is None else f" {command}"
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
    from servicedesk.app import starting

    opened = []

    def run(profile, *, is_demo):
        opened.append((profile, is_demo))
        return 0

    monkeypatch.setattr(starting, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    assert main.console(["--profile", str(tmp_path), "--offscreen"]) == 0
    assert main.console(["--demo", "--offscreen"]) == 0
    assert opened == [(tmp_path, False), (None, True)]
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
