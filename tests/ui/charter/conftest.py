# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of the charter's room may ask for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 23, 14, 31, tzinfo=UTC))


@pytest.fixture
def bench(tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Workbench]:
    with bench_in(tmp_path, clock) as made:
        yield made


@pytest.fixture
def heard(bench: Workbench) -> Heard:
    return Heard(bench)


@pytest.fixture
def dressed(bench: Workbench) -> Iterator[Workbench]:
    """A bench whose theme is worn."""
    speak_british()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    bench.theme.apply(application)
    yield bench
    bench.theme.set_percent(100)
