# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Turning pages: through a letter, and into the letters beside it."""

import pytest

from servicedesk.ui.letters.drawing import Drawn


@pytest.mark.parametrize(
    ("at", "by", "to"),
    [
        ((0, 0), 1, (0, 1)),
        ((0, 1), 1, (1, 0)),
        ((2, 0), -1, (1, 10_000)),
        ((2, 1), 1, (2, 1)),
        ((0, 0), -1, (0, 0)),
    ],
)
def test_pages_of_several_letters_are_turned_one_after_the_other(at, by, to):
    letter, page = at
    drawn = Drawn(
        picture=b"", page=page, pages=2, words="", cut=(), missing=(), letter=letter, letters=3
    )
    assert drawn.turned(by) == to
    assert drawn.has_before == (at != (0, 0))
    assert drawn.has_after == (at != (2, 1))
