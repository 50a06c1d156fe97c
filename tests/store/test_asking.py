# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Questions straight to the driver: the same rows, and the same words where something is wrong."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from servicedesk.domain.errors import Trouble
from servicedesk.store.asking import ask
from tests.store.files import new_file, opened


def test_rows_come_as_they_lie_in_the_file(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file, file.read() as reading:
        assert ask(reading, "SELECT ?, 'b'", (1,)) == [(1, "b")]
        assert ask(reading, "SELECT 2") == [(2,)]
        assert reading.in_transaction()


def test_nothing_is_written_this_way(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file, file.read() as reading, pytest.raises(Trouble):
        ask(reading, "PRAGMA user_version = 9")


def test_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    with (
        opened(new_file(tmp_path)) as file,
        file.read() as reading,
        pytest.raises(OperationalError),
    ):
        ask(reading, "SELECT * FROM nowhere")
