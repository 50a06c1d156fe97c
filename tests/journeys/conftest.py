# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is read once a journey is lived; each journey says how it lives, as ``lived``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.app.bootstrap import OpenDesk
from servicedesk.domain.complaints_file import ComplaintFile
from tests.journeys.living import looked_into


@pytest.fixture
def desk(lived: Path) -> Iterator[OpenDesk]:
    with looked_into(lived) as desk:
        yield desk


@pytest.fixture
def file(desk: OpenDesk) -> ComplaintFile:
    """The complaint that was written down first."""
    return desk.services.complaints.file(1)
