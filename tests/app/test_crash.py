# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bug is shown and kept for its owner's eyes; nothing of it leaves the computer."""

import os
import sys

import pytest

from servicedesk import __version__
from servicedesk.app import crash


@pytest.fixture
def hook(monkeypatch):
    """The hook of the interpreter, put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def fault() -> Exception:
    try:
        raise KeyError("ours")
    except KeyError as error:
        return error


def test_a_report_says_which_program_and_where():
    report = crash.report_of(fault())
    assert report.startswith(f"servicedesk {__version__}\n")
    assert "test_crash.py" in report
    assert report.endswith("KeyError: 'ours'\n")


def test_what_nobody_catches_is_shown(hook):
    shown = []
    crash.catch_all(shown.append)
    error = fault()
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [error]


def test_ctrl_c_goes_its_usual_way(hook, capsys):
    shown = []
    crash.catch_all(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_command_that_ends_well_is_left_alone(tmp_path):
    assert crash.guarded(lambda: 1, lambda: tmp_path, "{report}") == 1
    assert list(tmp_path.iterdir()) == []


def broken() -> int:
    raise fault()


def test_a_bug_of_a_command_becomes_a_sentence_and_a_report(tmp_path, capsys):
    logs = tmp_path / "logs"
    assert crash.guarded(broken, lambda: logs, "Kept in {report}") == 2
    report = logs / crash.REPORT_NAME
    assert capsys.readouterr().err == f"Kept in {report}\n"
    assert "KeyError" in report.read_text(encoding="utf-8")
    if os.name == "posix":
        assert report.stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_kept_the_report_itself_is_said(tmp_path, capsys):
    taken = tmp_path / "logs"
    taken.write_text("a file", encoding="utf-8")
    assert crash.guarded(broken, lambda: taken, "{report}") == 2
    assert "KeyError: 'ours'" in capsys.readouterr().err
