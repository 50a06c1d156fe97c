# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A copy of an open file that is not where it was any more: moved, replaced or removed.

The open connection still holds all that was saved, the newest in its log too. Once it is closed,
what was removed is gone.
"""

from pathlib import Path

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk
from servicedesk.store.backup import prove, sum_file
from servicedesk.store.engine import DeskFile
from servicedesk.store.faults import disk_trouble

_ASTRAY = frozenset({"file_missing", "file_replaced", "folder_gone"})


def astray(file: DeskFile) -> Trouble | None:
    """What became of an open file that is not in its place any more, or None."""
    try:
        file.check_in_place()
    except Trouble as trouble:
        return trouble if trouble.code in _ASTRAY else None
    return None


def save_held(file: DeskFile, folder: Path, around: Surroundings) -> Path:
    """Write what an open file still holds into a folder, and prove it.

    Args:
        file: open, wherever it lies now.
        folder: somewhere else than the file was.
        around: its clock is used.

    Returns:
        The proven copy, named like a backup.

    Raises:
        Trouble: when it cannot be read or written any more; nothing bears the name then.
    """
    target = Shelf(folder, around.database).new_path(around.clock.now(), BackupReason.BUTTON)
    part = disk.beside(target, ".part")
    try:
        disk.make_private(part)
        rows = file.copy_held(part)
        proven = prove(part, target, rows, file.key)
        disk.sync_file(part)
        disk.write_private(sum_file(target), f"{proven.sha256}  {target.name}\n".encode())
        part.replace(target)
        disk.sync_folder(folder)
    except OSError as error:
        raise disk_trouble(error, target) from error
    finally:
        disk.discard(part)
    return target
