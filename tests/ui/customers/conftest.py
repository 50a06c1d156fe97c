# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of the customers' room share: a bench over a new file, on a Monday in November."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import Heard, bench_in

TODAY = date(2026, 11, 23)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Workbench]:
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


@pytest.fixture
def heard(bench: Workbench) -> Heard:
    """What was said at large."""
    return Heard(bench)
