# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of statements share."""

import pytest

from tests.helpers.hearing import Heard, hear


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Hears every statement of each connection that is opened from now on."""
    return hear(monkeypatch)
