# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of the charter's room may ask for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from tests.helpers.fakes import FixedClock
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
