# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What SQLite and the disk say when they fail, put as trouble that has plain words."""

import errno
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store.disk import Identity, identity_of

_PLAIN = {
    "SQLITE_NOTADB": "file_not_database",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "file_read_only",
    "SQLITE_PERM": "file_read_only",
    "SQLITE_BUSY": "file_busy",
    "SQLITE_LOCKED": "file_busy",
    "SQLITE_NOLFS": "disk_full",
}
_WANTS_A_LOOK = {
    "SQLITE_CORRUPT": "file_damaged",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_CANTOPEN": "file_cannot_open",
    "SQLITE_PROTOCOL": "file_busy",
}
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
        The trouble. Where the medium may be what failed, it is looked at first: a stick that
        was pulled out reads as damage.
    """
    name = str(getattr(error, "sqlite_errorname", ""))
    base = next((code for code in (*_PLAIN, *_WANTS_A_LOOK) if name.startswith(code)), "")
    if base in _PLAIN:
        return Trouble(_PLAIN[base], name=path.name)
    missing = what_is_gone(path, opened)
    if missing is not None:
        return missing
    return Trouble(_WANTS_A_LOOK.get(base, "file_fault"), name=path.name)


def is_trouble(error: BaseException) -> bool:
    """Whether a failure of the driver is the world's; if not, it is our own bug."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return name.startswith((*_PLAIN, *_WANTS_A_LOOK))


def what_is_gone(path: Path, opened: Identity | None = None) -> Trouble | None:
    """The folder, the file, or that it is still the same file; None when all is in place."""
    if not path.parent.is_dir():
        return Trouble("folder_gone", name=path.name, folder=str(path.parent))
    try:
        found = identity_of(path)
    except OSError:
        return Trouble("file_missing", name=path.name, folder=str(path.parent))
    if opened is not None and found != opened:
        return Trouble("file_replaced", name=path.name, folder=str(path.parent))
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
