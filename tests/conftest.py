# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every test may ask for, and the gates that a full run has to pass.

``--gates`` (given by ``start.py test`` without further words) compares what was measured with the
coverage each floor owes. The gates bind where the samples lie beside the checkout and wherever
``CI`` is set; anywhere else the tests that read samples skip, so the figures are shown only.
"""

import gc
import io
import os
import sys
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest
from coverage.exceptions import CoverageException

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before Qt is loaded: no test opens a window on somebody's screen unless told to.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
OWED = {"domain": 100.0, "services": 95.0, "": 85.0}
"""Floor (the empty name is the whole program) -> percent of lines and branches owed."""
FAULTS = pytest.StashKey[list[str]]()
UNREAD = pytest.StashKey[list[str]]()
FIGURES = pytest.StashKey[list[str]]()
TOLD = pytest.StashKey[list[str]]()
SAMPLES_UNREAD = "samples_unread"
KEYS = "keys"
"""Property of a journey's test: a sentence on how many keys it took."""


def samples_folder() -> Path:
    """Where the samples are looked for: SERVICEDESK_SAMPLES, else beside the checkout."""
    named = os.environ.get("SERVICEDESK_SAMPLES")
    return Path(named) if named else ROOT.parent / "shared" / "samples"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real files to try things on; skips where it is absent."""
    folder = samples_folder()
    if not folder.is_dir():
        pytest.skip(f"no samples at {folder}; SERVICEDESK_SAMPLES can name another folder")
    return folder


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """An empty profile folder of this test's own."""
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Take Python's turns at collecting in the thread of the windows, as the program does.

    A job's thread would otherwise take dialogs of earlier tests apart in the middle of a layout.
    """
    from servicedesk.ui.core.garbage import collect_what_is_due

    gc.disable()
    yield
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _no_windows_left() -> Iterator[None]:
    """Take away the windows that a test leaves behind: every change of dress dresses them again.

    Windows that a whole module shares were there before, and stay.
    """
    before = set(map(id, windows()))
    yield
    left = [window for window in windows() if id(window) not in before]
    if left:
        from PySide6.QtCore import QCoreApplication, QEvent

        for window in left:
            window.hide()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def windows() -> "list[QWidget]":
    """Every window there is; none where Qt was never brought in."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication if widgets is not None else None
    if application is None or application.instance() is None:
        return []
    return [one for one in application.topLevelWidgets() if one.parent() is None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --gates."""
    parser.addoption("--gates", action="store_true", help="hold the run to the coverage owed")


def pytest_configure(config: pytest.Config) -> None:
    """Make room for what the run finds."""
    config.stash[FAULTS] = []
    config.stash[UNREAD] = []
    config.stash[FIGURES] = []
    config.stash[TOLD] = []
    config.pluginmanager.register(Noting(config))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Mark every test that was skipped although it asked for the samples."""
    report = yield
    if report.skipped and "samples" in getattr(item, "fixturenames", ()):
        report.user_properties.append((SAMPLES_UNREAD, item.nodeid))
    return report


class Noting:
    """Hears of every test, in whichever process it ran.

    Args:
        config: of the run; its stash is written to.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a report carries for the end of the run."""
        for name, value in report.user_properties:
            if name == SAMPLES_UNREAD:
                self._config.stash[UNREAD].append(str(value))
            elif name == KEYS and report.when == "call":
                self._config.stash[TOLD].append(str(value))


def shortfalls(figures: Iterable[tuple[str, float | None]]) -> list[str]:
    """What is under its gate.

    Args:
        figures: (floor, percent measured or None when nothing was measured).

    Returns:
        One sentence for each floor that owes more than it has.
    """
    found = []
    for floor, percent in figures:
        name, owed = floor or "everything", OWED[floor]
        if percent is None:
            found.append(f"coverage of {name}: nothing was measured, {owed:.0f} % is owed")
        elif percent < owed:
            found.append(f"coverage of {name}: {percent:.2f} %, {owed:.0f} % is owed")
    return found


def measured() -> list[tuple[str, float | None]]:
    """Read the coverage of each floor from the data file of the run that just ended."""
    figures: list[tuple[str, float | None]] = []
    for floor in OWED:
        data = coverage.Coverage(config_file=str(ROOT / "pyproject.toml"))
        pattern = ROOT.joinpath("src", "servicedesk", *([floor] if floor else []), "*")
        try:
            data.load()
            percent = data.report(include=[str(pattern)], file=io.StringIO())
        except CoverageException:
            percent = None
        figures.append((floor, percent))
    return figures


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turn a run red that is under a gate."""
    config = session.config
    if hasattr(config, "workerinput"):  # one of several processes; the first of them adds up
        return
    ran = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    if not (config.getoption("gates") and ran):
        return
    figures, unread = measured(), config.stash[UNREAD]
    config.stash[FAULTS].extend(shortfalls(figures))
    if unread:
        config.stash[FAULTS].append(f"{len(unread)} skipped that read the samples, as {unread[0]}")
    config.stash[FIGURES].extend(
        f"{floor or 'everything'}: {percent:.2f} % of {OWED[floor]:.0f} % owed"
        for floor, percent in figures
        if percent is not None
    )
    if config.stash[FAULTS] and gates_bind():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def gates_bind() -> bool:
    """Whether a shortfall fails the run, or is only shown."""
    return bool(os.environ.get("CI")) or samples_folder().is_dir()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show the gates just above pytest's own last lines."""
    if config.stash[TOLD]:
        terminalreporter.section("keys from the first start to a poster in a file")
        for line in sorted(config.stash[TOLD]):
            terminalreporter.write_line(line)
    if not config.getoption("gates"):
        return
    terminalreporter.section("gates")
    for line in config.stash[FIGURES]:
        terminalreporter.write_line(line)
    mark = "GATE FAILED" if gates_bind() else "noted (no samples here)"
    for line in config.stash[FAULTS]:
        terminalreporter.write_line(f"{mark}: {line}", red=gates_bind())
