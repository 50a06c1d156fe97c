# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What of a history still stands."""

from servicedesk.domain.undoing import taken_back


def test_a_line_that_was_done_again_stands() -> None:
    assert taken_back({}) == frozenset()
    assert taken_back({2: 1}) == {1}
    assert taken_back({2: 1, 3: 2}) == {2}
    assert taken_back({4: 3, 2: 1, 3: 2}) == {3, 1}
