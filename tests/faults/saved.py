# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files with and without a key that are saved into, and what of it is there afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from servicedesk.store import driver
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.opening import create_file, open_file
from tests.faults.saver import LAST, LONG, ROWS_EACH
from tests.migrations.files import KEY
from tests.store.files import MOMENT, empty_file

MODES = pytest.mark.parametrize("durability", list(Durability))
KEYS = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])

SAID = {Durability.WAL_FULL: "WAL and FULL", Durability.DELETE_EXTRA: "DELETE and EXTRA"}
"""Ways of writing, as the table of faults names them."""


def named(fault: str, durability: Durability, key: str | None) -> str:
    """A row of the table of faults."""
    return f"{fault}, {SAID[durability]}, {'plain' if key is None else 'with a key'}"


@cache
def locked_bytes() -> bytes:
    """The bytes of a new file with a key."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.servicedesk"
        create_file(path, key=KEY)
        return path.read_bytes()


def made(folder: Path, key: str | None) -> Path:
    """A new file without records in a folder, which is made when it is not there."""
    folder.mkdir(exist_ok=True)
    path = folder / "shop.servicedesk"
    path.write_bytes(empty_file() if key is None else locked_bytes())
    path.chmod(0o600)
    return path


@contextmanager
def opened(
    path: Path, durability: Durability | None = None, key: str | None = None
) -> Iterator[DeskFile]:
    """A file that is open for the length of the block, as the program opens it."""
    backups = path.parent / "backups"
    file = open_file(path, backups=backups, moment=MOMENT, key=key, durability=durability)
    try:
        yield file
    finally:
        file.close()


def stored(path: Path, key: str | None = None) -> int:
    """Number of the last change in the file, after seeing that each one is there whole."""
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    assert driver.find_damage(connection, thorough=True) is None
    last = connection.execute("SELECT value FROM business_facts WHERE key = ?", (LAST,)).fetchone()
    rows = connection.execute(
        "SELECT first, count(*), sum(length(reason)) FROM closures GROUP BY 1"
    )
    changes = rows.fetchall()
    steps = connection.execute("SELECT step, count(*) FROM journal GROUP BY step").fetchall()
    connection.close()
    number = 0 if last is None else int(str(last[0]))
    assert len(changes) == number
    assert {count for _, count, _ in changes} <= {ROWS_EACH}
    assert {length for _, _, length in changes} <= {ROWS_EACH * len(LONG)}
    assert steps == [(step, ROWS_EACH + 1) for step in range(1, number + 1)]
    return number
