# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of the forgotten beside the backups, so that it outlives a file that is damaged.

The file itself and every later backup hold the list too. But after damage none of them may be
readable, and the backups from before do not hold it: then this one says who is not to come back.
It holds marks, numbers and days; no name, not even of whoever did it.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.domain.forgetting import Erasing, ErasureCard, ErasureWhy
from servicedesk.domain.kinds import Kind
from servicedesk.services.backup_shelf import Shelf, read_notes
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk
from servicedesk.store.backup_contents import copy_private
from servicedesk.store.erasures import erased_in
from servicedesk.store.file_marks import file_mark
from servicedesk.system.files import private_folder, read_whole, write_whole

LIST = "servicedesk forgotten.json"
"""Its name, in both folders of backups. Several shops may keep theirs in one."""

_MOST = 1 << 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the list.

    Args:
        card: the line; ``who`` did it is left out beside the backups.
        at: when it was done, in UTC; the end of that day where only the day is known.
    """

    card: ErasureCard
    at: datetime


def end_of(day: date) -> datetime:
    """The end of a day, for what is known by its day only."""
    return datetime.combine(day, time.max, UTC)


def folders_of(around: Surroundings) -> tuple[Path, ...]:
    """The folders of backups that can be reached now."""
    second = read_notes(around.backups).second
    both = (around.backups, *((Path(second),) if second else ()))
    return tuple(folder for folder in both if folder.is_dir())


def read_list(folder: Path, mark: str) -> dict[str, Listed]:
    """The list of one file in a folder, by mark of the forgotten; empty where there is none.

    Args:
        folder: of backups.
        mark: of the file, as ``file_marks`` has it.
    """
    try:
        return {one.card.mark: one for one in map(_listed, _told(folder)[mark])}
    except (KeyError, ValueError, TypeError):
        return {}


def keep_list(folder: Path, mark: str, listed: Iterable[Listed]) -> None:
    """Add to the list of one file in a folder; what is there already stays, of other shops too.

    Raises:
        Trouble: when it cannot be written.
    """
    known = read_list(folder, mark)
    after = {**known, **{one.card.mark: one for one in listed}}
    if not mark or set(after) == set(known):
        return
    told = {**_told(folder), mark: [_plain(one) for one in after.values()]}
    private_folder(folder)
    write_whole(folder / LIST, json.dumps(told, ensure_ascii=False, indent=1).encode())


def hand_on(first: Path, second: Path, mark: str | None) -> None:
    """Have the list of a file in the second folder too.

    Raises:
        Trouble: when it cannot be written.
    """
    if mark:
        keep_list(second, mark, read_list(first, mark).values())


def all_forgotten(around: Surroundings, copy: Path, near: Path) -> tuple[Listed, ...]:
    """Everybody who was forgotten in the file that a backup is of, the last at the head.

    Every list there is counts: beside the backups, in each of them, in the file that was there,
    and in what was kept of a damaged one, as far as they can be read.

    Args:
        around: the folders and the keys.
        copy: of the backup; its key is known.
        near: the folder that the backup lies in, such as a stick on a new computer.
    """
    mark = file_mark(copy, around.keys.fitting(copy))
    found: dict[str, Listed] = {}
    if not mark:
        return ()
    folders = tuple(dict.fromkeys((*folders_of(around), near)))
    for folder in folders:
        for one in read_list(folder, mark).values():
            found.setdefault(one.card.mark, one)
    for path in _files(around, folders):
        for card in _list_in(path, around, mark):
            at = found[card.mark].at if card.mark in found else end_of(card.erased_on)
            found[card.mark] = Listed(card=card, at=at)
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def _files(around: Surroundings, folders: Iterable[Path]) -> Iterator[Path]:
    """All files that may hold the list, one after the other: those of damaged ones as copies."""
    for folder in folders:
        shelf = Shelf(folder, around.database)
        yield from (Path(card.path) for card in shelf.cards())
        for card in shelf.damaged():
            copy = around.temporary / f"listing-{os.getpid()}{around.database.suffix}"
            try:
                with suppress(OSError):
                    copy_private(Path(card.path), copy)
                    yield copy
            finally:
                disk.discard(copy)


def _list_in(path: Path, around: Surroundings, mark: str) -> tuple[ErasureCard, ...]:
    """The list in a file of the same shop; empty where it cannot be read."""
    with suppress(Trouble, ValueError, LookupError, OSError):
        key = around.keys.fitting(path)
        if file_mark(path, key) == mark:
            return erased_in(path, key)
    return ()


def _told(folder: Path) -> dict[str, list[dict[str, object]]]:
    try:
        told = json.loads(read_whole(folder / LIST, _MOST))
    except (Trouble, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _plain(one: Listed) -> dict[str, object]:
    card = one.card
    return {
        "mark": card.mark,
        "kind": card.kind.value,
        "record_id": card.record_id,
        "ref": card.ref,
        "how": card.how.value,
        "why": card.why.value,
        "erased_on": card.erased_on.isoformat(),
        "stands_in": card.stands_in,
        "also": card.also,
        "at": one.at.isoformat(),
    }


def _listed(row: dict[str, object]) -> Listed:
    card = ErasureCard(
        id=0,
        mark=str(row["mark"]),
        kind=Kind(str(row["kind"])),
        record_id=int(str(row["record_id"])),
        ref=str(row["ref"]),
        how=Erasing(str(row["how"])),
        why=ErasureWhy(str(row["why"])),
        erased_on=date.fromisoformat(str(row["erased_on"])),
        who="",
        stands_in=str(row["stands_in"]),
        also=str(row["also"]),
    )
    return Listed(card=card, at=datetime.fromisoformat(str(row["at"])).astimezone(UTC))
