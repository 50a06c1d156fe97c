# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An open file of records, and changes to it by one who knows no services yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.services.unit import Units
from servicedesk.store.engine import DeskFile
from tests.helpers.fakes import FixedClock
from tests.store.files import new_file, opened


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.fixture
def units(file: DeskFile) -> Units:
    return Units(file, FixedClock())
