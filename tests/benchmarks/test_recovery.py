# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The row of the start with a damaged file: the real program names the very backup."""

from pathlib import Path

from tests.benchmarks import recovery


def test_the_window_names_the_backup_of_a_damaged_file(tmp_path: Path) -> None:
    row = recovery._start_row(tmp_path, 60, runs=1)
    assert row.bare == recovery.ALLOWED
    assert row.basis == "trust.md"
