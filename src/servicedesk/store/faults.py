# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What SQLite and the disk say when they fail, put as trouble that has plain words."""

import errno
import os
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store.disk import Identity, free_space

_CODES = {
    "SQLITE_NOTADB": "file_not_database",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "file_read_only",
    "SQLITE_PERM": "file_read_only",
    "SQLITE_BUSY": "file_busy",
    "SQLITE_LOCKED": "file_busy",
    "SQLITE_PROTOCOL": "file_busy",
    "SQLITE_NOLFS": "disk_full",
    "SQLITE_CORRUPT": "file_damaged",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_CANTOPEN": "file_cannot_open",
}
_NAMELESS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
}
"""What the driver's backup fails with, and the export to another key: both give the text of the
failure, but not its name."""

_UNKNOWN = "file_fault"

_HARDLY_ANY = 1 << 16
"""Free bytes under which a disk counts as full: SQLite grows its shared memory by 32 KiB."""

_DISK = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "file_read_only",
    errno.EACCES: "file_read_only",
    errno.EPERM: "file_read_only",
    errno.EIO: "disk_error",
}


def trouble_of(error: BaseException, path: Path, opened: Identity | None = None) -> Trouble:
    """Put a failure of the driver into words.

    Args:
        error: what the driver raised.
        path: of the file it was about.
        opened: which file it was when it was opened, if it was.

    Returns:
        The trouble. The medium is looked at first: a stick that was pulled out reads as damage.
    """
    missing = what_is_gone(path, opened)
    if missing is not None:
        return missing
    code = _code_of(error)
    if code == "file_cannot_open" and not os.access(path.parent, os.W_OK):
        code = "file_read_only"  # SQLite wants to write beside the file even where it only reads
    if code == "disk_error" and _is_full(path.parent):
        code = "disk_full"
    return Trouble(code, name=path.name)


def is_trouble(error: BaseException) -> bool:
    """Whether a failure of the driver is the world's; if not, it is our own bug."""
    return _code_of(error) != _UNKNOWN


def _code_of(error: BaseException) -> str:
    name = _NAMELESS.get(str(error)) or getattr(error, "sqlite_errorname", None) or ""
    return next((_CODES[base] for base in _CODES if name.startswith(base)), _UNKNOWN)


def _is_full(folder: Path) -> bool:
    try:
        return free_space(folder) < _HARDLY_ANY
    except OSError:
        return False


def what_is_gone(path: Path, opened: Identity | None = None) -> Trouble | None:
    """What became of a file: gone, its folder gone, another in its place, or emptied.

    Args:
        path: of the file.
        opened: which file it was when it was opened; None for one that may still be empty.

    Returns:
        The trouble, or None when all is in place.
    """
    if not path.parent.is_dir():
        return Trouble("folder_gone", name=path.name, folder=str(path.parent))
    try:
        found = os.stat(path)
    except OSError:
        return Trouble("file_missing", name=path.name, folder=str(path.parent))
    if opened is not None and Identity.of(found) != opened:
        return Trouble("file_replaced", name=path.name, folder=str(path.parent))
    if opened is not None and found.st_size == 0:
        return Trouble("file_empty", name=path.name)
    return None


def disk_trouble(error: OSError, path: Path) -> Trouble:
    """Put a failure of the disk into words.

    Args:
        error: what the system raised.
        path: of the file that was to be read or written.
    """
    if error.errno in _DISK:
        return Trouble(_DISK[error.errno], name=path.name)
    return what_is_gone(path) or Trouble("file_cannot_open", name=path.name)
