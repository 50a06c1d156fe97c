# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The second folder: whether one will do, what people call it, and the copy that goes there."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from servicedesk.domain.backups import BackupCard, FolderKind, SecondFault
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_shelf import NOTES, Notes, Shelf
from servicedesk.services.forgotten_list import hand_on
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.backup import write_backup
from servicedesk.store.disk import discard
from servicedesk.store.file_marks import mark_or_none
from servicedesk.store.places import PlaceKind, place_of
from servicedesk.system.files import write_whole

_PROBE = "servicedesk can write here"
_KINDS = {
    PlaceKind.REMOVABLE: FolderKind.REMOVABLE,
    PlaceKind.NETWORK: FolderKind.NETWORK,
    PlaceKind.SYNCED: FolderKind.SYNCED,
}
_FAULTS = {
    "disk_full": SecondFault.FULL,
    "file_read_only": SecondFault.READ_ONLY,
    "folder_gone": SecondFault.GONE,
    "file_missing": SecondFault.GONE,
}


def checked_folder(folder: Path, around: Surroundings) -> Path:
    """The folder as kept, once it is seen that backups can go there.

    Args:
        folder: as the person chose it.
        around: the folders that it must not be.

    Raises:
        Refusal: ``second_folder_gone``, ``second_folder_file``, ``second_folder_data``,
            ``second_folder_other``, ``second_folder_read_only`` or ``second_folder_full``, each
            with ``name``.
    """
    try:
        whole = folder.expanduser().resolve()
        is_folder, is_there = whole.is_dir(), whole.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise _refusal("gone", folder) from error
    if not is_there:
        raise _refusal("gone", folder)
    if not is_folder:
        raise _refusal("file", folder)
    for own in (around.database.parent, around.backups):
        if whole.is_relative_to(own.resolve()):
            raise _refusal("data", folder)
    if (whole / NOTES).exists():
        raise _refusal("other", folder)
    _try_to_write(whole)
    return whole


def _refusal(why: str, folder: Path) -> Refusal:
    return {
        "gone": Refusal("second_folder_gone", "second_folder", name=str(folder)),
        "file": Refusal("second_folder_file", "second_folder", name=str(folder)),
        "data": Refusal("second_folder_data", "second_folder", name=str(folder)),
        "other": Refusal("second_folder_other", "second_folder", name=str(folder)),
        "read_only": Refusal("second_folder_read_only", "second_folder", name=str(folder)),
        "full": Refusal("second_folder_full", "second_folder", name=str(folder)),
    }[why]


def _try_to_write(folder: Path) -> None:
    probe = folder / _PROBE
    try:
        write_whole(probe, b"a file of one line, removed at once\n")
    except Trouble as trouble:
        is_full = trouble.code == "saving_no_room"
        raise _refusal("full" if is_full else "read_only", folder) from trouble
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def describe(folder: Path, around: Surroundings) -> Notes:
    """The first notes about a folder that was checked: its name and what sort of place it is."""
    place = place_of(folder / "backup")
    kind = _KINDS.get(place.kind)
    if kind is None:
        same = folder.stat().st_dev == around.database.parent.stat().st_dev
        kind = FolderKind.SAME_DISK if same else FolderKind.OTHER_DISK
    name = place.name if kind is FolderKind.SYNCED else _name_of(folder, kind)
    return Notes(second=str(folder), second_name=name, second_kind=kind)


def _name_of(folder: Path, kind: FolderKind) -> str:
    """The name of the stick that a folder lies on, or else of the folder itself."""
    if kind is FolderKind.REMOVABLE:
        for above in (folder, *folder.parents):
            if os.path.ismount(above) and above.name:
                return above.name
    return folder.name or str(folder)


def copy_there(card: BackupCard, notes: Notes, around: Surroundings) -> Notes:
    """Copy a proven backup into the second folder, prove the copy, let go of old ones.

    Whatever comes in the way is noted, never raised: the first backup counts all the same.

    Args:
        card: the newest backup in the first folder.
        notes: as they were.
        around: the folders, the clock and the keys.

    Returns:
        What is to be noted.
    """
    folder = Path(notes.second)
    target, first = folder / card.name, Path(card.path)
    try:
        if not folder.is_dir():
            return replace(notes, second_fault=SecondFault.GONE)
        if _is_of_another(target, first, notes, around):
            return replace(notes, second_fault=SecondFault.TAKEN)
        write_backup(first, target, around.keys.fitting(first))
    except Trouble as trouble:
        discard(target.with_name(f"{card.name}.part"))
        fault = _FAULTS.get(trouble.code, SecondFault.FAILED)
        return replace(notes, second_fault=fault)
    with suppress(Trouble):  # it may have been away when somebody was forgotten
        hand_on(around.backups, folder, mark_or_none(first, around.keys.fitting(first)))
    shelf = Shelf(folder, around.database)
    copied = {*notes.copied, card.name}
    pinned = {one.name for one in Shelf(around.backups, around.database).cards() if one.is_pinned}
    ours = [
        replace(one, is_pinned=one.name in pinned)
        for one in shelf.cards()
        if one.name in copied  # another shop may use the same stick
    ]
    shelf.rotate(ours, around.clock.now())
    left = {one.name for one in shelf.cards()}
    return replace(notes, second_at=card.at, second_fault=None, copied=tuple(sorted(copied & left)))


def _is_of_another(target: Path, first: Path, notes: Notes, around: Surroundings) -> bool:
    """Whether the name is taken by what this file did not put there, such as another shop's."""
    if target.name in notes.copied or not target.exists():
        return False
    mark = mark_or_none(target, around.keys.fitting(target))
    return mark is None or mark != mark_or_none(first, around.keys.fitting(first))
