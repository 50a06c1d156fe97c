# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fonts for the tests of paper."""

import pytest

from servicedesk.documents.fonts import load_faces
from tests.papers.words import RESOURCES


@pytest.fixture(scope="session")
def faces():
    return load_faces(RESOURCES / "fonts")
