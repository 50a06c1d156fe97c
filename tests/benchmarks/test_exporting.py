# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bench of taking out: both ways write the same bytes, and what is held does not grow."""

from pathlib import Path

from tests.benchmarks import exporting


def test_both_ways_write_the_same_bytes(tmp_path: Path) -> None:
    rows = list(exporting._rows(tmp_path, 60, runs=1))
    assert len(rows) == 3
    assert rows[2].is_memory


def test_a_longer_list_takes_no_more_memory(tmp_path: Path) -> None:
    *_, memory = exporting._rows(tmp_path, 6_000, runs=1)
    assert memory.ratio < exporting.FLAT
