# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a start brings in and what it leaves out: time wanders, the modules of a process do not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helpers.children import plain_environment

TELL = """
import json, sys
def tell():
    print("\\n" + json.dumps(sorted(sys.modules)))
"""
COMMAND = f"""{TELL}
from servicedesk.app.main import console
console(sys.argv[1:])
tell()
"""
PAINTED = f"""{TELL}
from servicedesk.app import main, plain_import
plain_import.load_qt()
from servicedesk.app import starting

class Watched(starting.Desk):
    def open_file(self):
        tell()
        self.end_now()

starting.Desk = Watched
main.console(sys.argv[1:])
"""

DATABASE = {"sqlalchemy", "alembic", "sqlcipher3", "sqlite3"}
SCREEN = {"PySide6", "shiboken6"}
PAPER = {"reportlab", "pypdfium2", "svglib", "PIL"}


def modules(script: str, *words: str) -> frozenset[str]:
    """The modules that a process has at the end of a script, by whole name."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, *words],
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


def packages(found: frozenset[str]) -> set[str]:
    return {name.partition(".")[0] for name in found}


def test_papers_are_made_without_database_and_screen(tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("--trade", "cafe", "--name", "Old Bakehouse", "--out", str(out))
    found = modules(COMMAND, "--profile", str(tmp_path / "profile"), "charter", *words)
    assert len(list(out.iterdir())) == 7
    assert "reportlab" in found
    assert not (DATABASE | SCREEN | {"pypdfium2", "svglib", "holidays"}) & packages(found)
    assert not [name for name in found if name.startswith(("servicedesk.store", "servicedesk.ui"))]
    assert not (tmp_path / "profile").exists()  # nor is anything kept that nobody asked to keep


def test_the_names_of_trades_need_no_printing() -> None:
    found = modules(COMMAND, "charter", "--list-trades")
    assert not (DATABASE | SCREEN | PAPER) & packages(found)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_a_word_that_only_tells_brings_in_nothing(word: str) -> None:
    found = modules(COMMAND, word)
    ours = {name for name in found if name.startswith("servicedesk.")}
    told = {"servicedesk.app.arguments", "servicedesk.app.arguments_records"}
    assert ours == {"servicedesk.app", "servicedesk.app.main"} | told
    assert not (DATABASE | SCREEN | PAPER | {"platformdirs", "tomli_w"}) & packages(found)


def test_the_window_is_painted_before_storage_and_paper_come_in(tmp_path: Path) -> None:
    found = modules(PAINTED, "--profile", str(tmp_path))
    assert "PySide6.QtWidgets" in found
    assert not (DATABASE | PAPER | {"platformdirs", "tomli_w"}) & packages(found)
    rooms = ("store", "documents", "content", "services")
    late = tuple(f"servicedesk.{room}" for room in rooms)
    assert not [name for name in found if name.startswith(late)]
    # The rules of charters are many small classes, which take a third of such a start to build.
    assert "servicedesk.domain.charters" not in found
