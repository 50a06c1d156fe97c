# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Real files for tests: made once by the real migrations, then copied."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection

from servicedesk.store import driver
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from servicedesk.store.opening import create_file, open_file

MOMENT = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)


@cache
def empty_file() -> bytes:
    """The bytes of a new file without records."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.servicedesk"
        create_file(path)
        return path.read_bytes()


def new_file(folder: Path, name: str = "shop.servicedesk") -> Path:
    """A new file without records in a folder."""
    path = folder / name
    path.write_bytes(empty_file())
    path.chmod(0o600)
    return path


@contextmanager
def opened(path: Path, durability: Durability | None = None) -> Iterator[DeskFile]:
    """A file that is open for the length of the block."""
    file = open_file(path, backups=path.parent / "backups", moment=MOMENT, durability=durability)
    try:
        yield file
    finally:
        file.close()


def add(session: Connection, key: str, value: str = "x") -> None:
    session.execute(business_facts.insert(), {"key": key, "value": value})


def on_disk(path: Path) -> dict[str, str]:
    """The facts as another program would find them, by a connection of its own."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    rows = connection.execute("SELECT key, value FROM business_facts ORDER BY key").fetchall()
    connection.close()
    return {str(key): str(value) for key, value in rows}


def crash(file: DeskFile) -> Path:
    """What a crash of the program leaves: the file as it lies now, and all that lies beside it.

    Returns:
        A copy of the file in a folder of its own, with its log and its marker.
    """
    folder = file.path.parent / "after the crash"
    folder.mkdir()
    for found in file.path.parent.glob(f"{file.path.name}*"):
        (folder / found.name).write_bytes(found.read_bytes())
    return folder / file.path.name


@contextmanager
def small_disk(folder: Path, kib: int) -> Iterator[Path]:
    """A real disk of a size, at ``folder``; skips where the machine does not let us make one."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=700", "tmpfs", folder],
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def make_read_only(disk: Path) -> None:
    """Let nothing more be written on a small disk."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()}
