# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a real file for the room of feedback, some of which is there already."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.helpers.records import DAY
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.feedback.made import fill, shown


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(DAY)) as made:
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    """What was said at large."""
    return Heard(bench)


@pytest.fixture
def ids(bench):
    """The numbers of the feedback there is, by a short name."""
    return fill(bench)


@pytest.fixture
def page(bench, qtbot, ids):
    """The room with that feedback."""
    return shown(bench, qtbot)
