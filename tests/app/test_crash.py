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


def test_a_command_that_ends_well_is_left_alone(capsys):
    assert crash.guarded(lambda: 1, "Oh") == 1
    assert capsys.readouterr().err == ""


def broken() -> int:
    raise fault()


def test_a_bug_of_a_command_is_shown_with_its_report_and_kept_nowhere(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert crash.guarded(broken, "Copy this.") == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Copy this.\n\nservicedesk {__version__}\n")
    assert said.endswith("KeyError: 'ours'\n")
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_was_shown_is_kept_for_its_owner_alone(tmp_path, monkeypatch):
    modes = []
    real = os.fdopen

    def made(number: int, *words: object, **more: object) -> object:
        modes.append(os.fstat(number).st_mode & 0o777)
        return real(number, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "fdopen", made)
    logs = tmp_path / "logs"
    for said in ("one", "two"):
        path = crash.keep(f"{said}\n", logs)
        assert path.read_text(encoding="utf-8") == f"{said}\n"
        path.chmod(0o644)
    assert path == logs / crash.REPORT_NAME
    if os.name == "posix":
        assert modes == [0o600, 0o600], "before the first letter is in it"
        assert logs.stat().st_mode & 0o777 == 0o700


def test_where_nothing_can_be_kept_that_is_said(tmp_path):
    taken = tmp_path / "logs"
    taken.write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="logs"):
        crash.keep("report", taken)
