# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The window that all tests of this room look at."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.shell.window import Shell
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british, theme
from tests.ui.charter.benches import bench_in
from tests.ui.shell.shells import SmallRooms


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def bench(qtbot, tmp_path, clock):
    speak_british()
    with bench_in(tmp_path, clock) as made:
        made.memory.set("serving", "")
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def small():
    return SmallRooms()


@pytest.fixture
def bare(qtbot, small):
    """The window before a file is open."""
    look = theme()
    look.apply(QApplication.instance())
    shell = Shell(look, rooms=small())
    qtbot.addWidget(shell)
    yield shell
    shell.let_go()


@pytest.fixture
def shell(qtbot, bench, small):
    """The window with a file."""
    made = Shell(bench.theme, rooms=small())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.opened(bench)
    yield made
    made.let_go()
