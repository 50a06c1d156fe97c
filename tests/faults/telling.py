# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A plugin of pytest that tells of each test as it ends: ``-p tests.faults.telling``.

What a run of hours has found is in the file by then, whatever becomes of the run afterwards.
"""

import json
import os
from pathlib import Path

import pytest

TOLD = "SERVICEDESK_FAULTS_TOLD"
"""Names the file that gets a line of JSON for each beginning and each end of a test."""

BEGAN, HELD, BROKE, SKIPPED, ENDED = "began", "held", "broke", "skipped", "ended"


class Telling:
    """Hears of every test, in whichever process it ran.

    Args:
        path: of the file to tell in.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def _tell(self, test: str, what: str, *, seconds: float = 0.0, why: str = "") -> None:
        row = {"test": test, "what": what, "seconds": seconds, "why": why}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._tell(nodeid, BEGAN)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test ended: what it needs, itself, or what it leaves."""
        if report.failed:
            self._tell(report.nodeid, BROKE, seconds=report.duration, why=_first_line(report))
        elif report.skipped:
            self._tell(report.nodeid, SKIPPED, seconds=report.duration, why=_reason(report))
        else:
            self._tell(report.nodeid, HELD, seconds=report.duration)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """All of a test ended."""
        self._tell(nodeid, ENDED)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot even be read is a test that did not hold."""
        if report.failed:
            self._tell(report.nodeid, BROKE, why=_first_line(report))
        elif report.skipped:
            self._tell(report.nodeid, SKIPPED, why=_reason(report))


def _first_line(report: pytest.TestReport | pytest.CollectReport) -> str:
    """What went wrong, in one line."""
    crash = getattr(report.longrepr, "reprcrash", None)
    said = str(crash.message if crash is not None else report.longrepr or "").strip()
    return said.splitlines()[0][:200] if said else ""


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was left out."""
    said = report.longrepr
    return str(said[2] if isinstance(said, tuple) else said).removeprefix("Skipped: ")


def pytest_configure(config: pytest.Config) -> None:
    """Tell, in the process that hears of all tests."""
    name = os.environ.get(TOLD)
    if name and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Telling(Path(name)))
