# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files to measure on: made by the program, then filled with a journal of a given length."""

import os
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.opening import create_file

MOMENT = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)
WHO = "owner"
FACT = 1
"""The row of business_facts that is changed."""

SMALLEST = 1_000


class Extent(StrEnum):
    """How much is measured."""

    QUICK = "quick"
    USUAL = "usual"
    BIG = "big"

    @property
    def is_quick(self) -> bool:
        """Fewer runs."""
        return self is Extent.QUICK

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many customers, or rows of the journal, the files hold that are measured on."""
        usual = (SMALLEST, 5_000, 20_000)
        return {Extent.QUICK: usual[:1], Extent.USUAL: usual, Extent.BIG: (*usual, 100_000)}[self]

    @property
    def lists(self) -> tuple[int, ...]:
        """How long the lists are that are brought in."""
        usual = (SMALLEST, 10_000)
        return {Extent.QUICK: usual[:1], Extent.USUAL: usual, Extent.BIG: (*usual, 100_000)}[self]


_FACT = "INSERT INTO business_facts (id, key, value) VALUES (?, 'name', 'before')"
_STEP = (
    "INSERT INTO journal (step, reverses, use_case, who, at, action, table_name, record_id,"
    " before, after) VALUES (?, NULL, 'rename', 'owner', '2026-09-14T11:00:00.000000Z', 'update',"
    ' \'business_facts\', ?, \'{"id":1,"key":"name","value":"one"}\','
    ' \'{"id":1,"key":"name","value":"two"}\')'
)


@cache
def application() -> QApplication:
    """The one application of this process, kept to its end: Qt survives no second one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


def filled_file(path: Path, steps: int) -> Path:
    """Create a file with one fact and a journal of so many steps, closed and whole."""
    create_file(path)
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("BEGIN")
    connection.execute(_FACT, (FACT,))
    for step in range(1, steps + 1):
        connection.execute(_STEP, (step, step % 1_000 + 2))
    connection.execute("COMMIT")
    connection.close()
    return path


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a file, by table."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    found = {
        name: [tuple(row) for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()]
        for name in driver.table_names(connection)
    }
    connection.close()
    return found
