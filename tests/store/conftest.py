# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every test of the store may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.store.engine import DeskFile
from tests.store.files import new_file, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new file without records, not open."""
    return new_file(tmp_path)


@pytest.fixture
def desk_file(path: Path) -> Iterator[DeskFile]:
    """A new file without records, open."""
    with opened(path) as file:
        yield file
