# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The whole window over a real file, and strings that have broken other programs."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, speak_british
from tests.ui.charter.benches import bench_in


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Workbench]:
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(datetime(2026, 11, 23, 14, 31, tzinfo=UTC))) as made:
        for key, value in (("text_size", 100), ("theme", "light"), ("serving", "")):
            made.memory.set(key, value)
        with dressed(made.theme):
            yield made


@pytest.fixture
def window(qtbot: QtBot, bench: Workbench) -> Iterator[Shell]:
    """The window with its real rooms."""
    made = Shell(bench.theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.opened(bench)
    QApplication.processEvents()
    yield made
    made.let_go()
    bench.tasks.wait()


@pytest.fixture(scope="session")
def hostile(samples: Path) -> list[str]:
    """Every string of the samples of names."""

    def texts(part: object) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict | list):
            for inner in part.values() if isinstance(part, dict) else part:
                yield from texts(inner)

    found = [
        text
        for path in sorted((samples / "names").glob("n*.json"))
        for text in texts(json.loads(path.read_text(encoding="utf-8")))
    ]
    return list(dict.fromkeys(found))
