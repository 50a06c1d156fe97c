# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files and folders as the disk knows them: who a file is, and what has really reached it."""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PRIVATE = 0o600
"""Only its owner reads or writes a file of ours."""

_READ_AT_ONCE = 1 << 20

FreeSpace = Callable[[Path], int]
"""Tells how many bytes are free in a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which file this is, whatever it is called: a moved or replaced one has another."""

    device: int
    number: int

    @classmethod
    def of(cls, found: os.stat_result) -> "Identity":
        """The identity that the system told of with the rest."""
        return cls(device=found.st_dev, number=found.st_ino)


def free_space(folder: Path) -> int:
    """How many bytes are free in a folder."""
    return shutil.disk_usage(folder).free


def make_private(path: Path) -> None:
    """Create an empty file that only its owner may read; a leftover of that name goes first.

    Raises:
        OSError: when the folder is not there or cannot be written.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))


def write_private(path: Path, content: bytes) -> None:
    """Write a small file that only its owner may read, and see it onto the disk.

    Raises:
        OSError: when it cannot be written whole.
    """
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file as 64 hexadecimal digits, read 1 MiB at a time."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest()


def beside(path: Path, ending: str) -> Path:
    """The file beside ``path`` whose name is that name and an ending, such as ``-wal``."""
    return path.with_name(path.name + ending)


LEFTOVERS = ("-wal", "-shm", "-journal")
"""What SQLite may leave beside a file. Under another file of that name they are poison."""


TO_TIDY = "-tidy"
"""Ends the name of an empty file beside a file that is to be written anew: what was taken out of it
may still stand in its gaps."""


def remove_leftovers(path: Path) -> None:
    """Remove what SQLite left beside a file that is about to be replaced or dropped."""
    for ending in LEFTOVERS:
        beside(path, ending).unlink(missing_ok=True)


def discard(part: Path) -> None:
    """Remove a file that is not to get its name, with what SQLite left, as far as it can be."""
    for left in (part, *(beside(part, ending) for ending in LEFTOVERS)):
        with suppress(OSError):
            left.unlink(missing_ok=True)
