# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ways on from a file that cannot be opened: which there are, and which is the one to take."""

from enum import StrEnum


class RecoveryWay(StrEnum):
    """One way on."""

    PUT_BACK = "put_back"
    CHOOSE_BACKUP = "choose_backup"
    LOOK_ELSEWHERE = "look_elsewhere"
    SAVE_READABLE = "save_readable"
    OPEN_FOLDER = "open_folder"
    TRY_AGAIN = "try_again"
    BEGIN_ANEW = "begin_anew"


_BACKUPS = (RecoveryWay.PUT_BACK, RecoveryWay.CHOOSE_BACKUP)
_WAYS = {
    "damaged": (
        *_BACKUPS,
        RecoveryWay.SAVE_READABLE,
        RecoveryWay.OPEN_FOLDER,
        RecoveryWay.TRY_AGAIN,
    ),
    "wrong_one": (
        *_BACKUPS,
        RecoveryWay.LOOK_ELSEWHERE,
        RecoveryWay.OPEN_FOLDER,
        RecoveryWay.TRY_AGAIN,
    ),
    "vanished": (
        RecoveryWay.PUT_BACK,
        RecoveryWay.LOOK_ELSEWHERE,
        RecoveryWay.CHOOSE_BACKUP,
        RecoveryWay.OPEN_FOLDER,
        RecoveryWay.TRY_AGAIN,
        RecoveryWay.BEGIN_ANEW,
    ),
    "newer": (RecoveryWay.TRY_AGAIN, *_BACKUPS, RecoveryWay.OPEN_FOLDER),
    "failing": (RecoveryWay.TRY_AGAIN, RecoveryWay.SAVE_READABLE, RecoveryWay.OPEN_FOLDER),
    "away": (RecoveryWay.TRY_AGAIN,),
    "other": (RecoveryWay.TRY_AGAIN, RecoveryWay.OPEN_FOLDER),
}
"""What is wrong -> the ways on, the one to take first."""

_KINDS = {
    "file_damaged": "damaged",
    "file_not_database": "damaged",
    "file_fault": "damaged",
    "file_empty": "wrong_one",
    "file_foreign": "wrong_one",
    "file_missing": "vanished",
    "file_newer": "newer",
    "disk_error": "failing",
    "update_failed": "failing",
    "folder_gone": "away",
    "file_in_use": "away",
    "file_in_use_elsewhere": "away",
}


def ways_on(code: str) -> tuple[RecoveryWay, ...]:
    """The ways on from a trouble that keeps the file from being opened.

    Args:
        code: of the trouble.

    Returns:
        Never none; the first is the one to take, unless it needs a backup and there is none.
    """
    return _WAYS[_KINDS.get(code, "other")]


def helped_by_backup(code: str) -> bool:
    """Whether it is worth looking for the newest good backup."""
    return RecoveryWay.PUT_BACK in ways_on(code)


def without_backup(ways: tuple[RecoveryWay, ...]) -> tuple[RecoveryWay, ...]:
    """What is left of the ways on where no good backup was found."""
    return tuple(way for way in ways if way is not RecoveryWay.PUT_BACK)
