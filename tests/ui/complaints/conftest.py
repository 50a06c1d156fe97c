# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a real file for the room of complaints, some of which are there already."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.complaints.made import TODAY, fill, shown


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a new file; it is Wednesday 25 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    """What was said at large."""
    return Heard(bench)


@pytest.fixture
def ids(bench):
    """The numbers of the complaints there are, by a short name."""
    return fill(bench, bench.clock)


@pytest.fixture
def page(bench, qtbot, ids):
    """The room with those complaints."""
    return shown(bench, qtbot)
