# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A folder of backups as its file names tell it, and what is noted beside them.

No backup is opened to list it: its name says when and why it was made, and a mark beside it
says that it is pinned.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from servicedesk.domain.backups import (
    BackupCard,
    BackupReason,
    BackupStatus,
    FolderKind,
    Outcome,
    SecondFault,
    SecondFolder,
    room_for,
    state_of,
    to_drop,
)
from servicedesk.domain.errors import Trouble
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.backup import sum_file
from servicedesk.store.disk import beside, free_space, write_private
from servicedesk.system.files import read_whole, write_whole

_NAME = re.compile(r"(?:^|.* )(\d{4}-\d\d-\d\d) (\d\d\.\d\d\.\d\d) ([a-z][a-z ]*)")
_MOMENT = "%Y-%m-%d %H.%M.%S"
"""By the clock on the wall, which is what somebody who reads the name goes by."""

_OLD_NAME = re.compile(r"(?:^|.* )(\d{4}-\d\d-\d\d)[ -](\d{6})[ -]([a-z][a-z -]*)")
_OLD_MOMENT = "%Y-%m-%d %H%M%S"
"""As names were written at first, in UTC, and as those of copies before a change still are."""

_WORDS = {
    BackupReason.START: "at the start",
    BackupReason.EXIT: "at the end",
    BackupReason.BUTTON: "by hand",
    BackupReason.INTERVAL: "by itself",
}
"""Why, as a name says it; the other reasons say it themselves."""

_REASONS = {words: reason for reason, words in _WORDS.items()}
_PIN = ".pinned"
_DAMAGED = ".damaged"
NOTES = "backups.json"
"""In the folder of the first backups of a file, and in no other."""

_MOST_NOTES = 1 << 20


class Shelf:
    """The backups in one folder.

    Args:
        folder: need not be there.
        database: the file that they are of; they are called after it.
    """

    def __init__(self, folder: Path, database: Path) -> None:
        self.folder = folder
        self._stem = database.stem
        self._ending = database.suffix

    def cards(self) -> tuple[BackupCard, ...]:
        """Every backup, newest first; none when the folder is not there."""
        try:
            names = {found.name: found for found in self.folder.iterdir()}
        except OSError:
            return ()
        made = (self._card(path, f"{name}{_PIN}" in names) for name, path in names.items())
        found = [card for card in made if card is not None]
        return tuple(sorted(found, key=lambda card: (card.at, card.name), reverse=True))

    def damaged(self) -> tuple[BackupCard, ...]:
        """What was kept byte for byte of a file that could not be read, newest first."""
        made = (self._told(path, is_pinned=False) for path in self.folder.glob(f"*{_DAMAGED}"))
        found = [card for card in made if card is not None]
        return tuple(sorted(found, key=lambda card: card.at, reverse=True))

    def _card(self, path: Path, is_pinned: bool) -> BackupCard | None:
        return self._told(path, is_pinned=is_pinned) if path.suffix == self._ending else None

    def _told(self, path: Path, *, is_pinned: bool) -> BackupCard | None:
        """A file as its name tells it; None where it is not named like a backup."""
        try:
            told = _read_name(path.stem)
            size = path.stat().st_size
        except (ValueError, OSError):
            return None
        return BackupCard(
            name=path.name,
            path=str(path),
            at=told[0],
            reason=told[1],
            size=size,
            is_pinned=is_pinned,
        )

    def new_path(self, now: datetime, reason: BackupReason) -> Path:
        """Where a backup of this moment goes; a second later while that name is taken."""
        at = now.astimezone()
        why = _WORDS.get(reason, reason.value.replace("_", " "))
        while True:
            path = self.folder / f"{self._stem} {at:{_MOMENT}} {why}{self._ending}"
            if not path.exists() and not path.with_suffix(_DAMAGED).exists():
                return path
            at += timedelta(seconds=1)

    def pin(self, name: str, is_pinned: bool) -> None:
        """Keep a backup until it is let go of, or let it go.

        Raises:
            Trouble: ``backup_gone``; ``backup_folder_gone`` when the mark cannot be made.
        """
        path = self.folder / name
        if path.name != name or not path.is_file():
            raise Trouble("backup_gone", name=name)
        try:
            if is_pinned:
                write_private(beside(path, _PIN), b"")
            else:
                beside(path, _PIN).unlink(missing_ok=True)
        except OSError as error:
            raise Trouble("backup_folder_gone", folder=str(self.folder)) from error

    def rotate(self, cards: Iterable[BackupCard], now: datetime) -> None:
        """Let go of the backups that need not stay.

        One that cannot be removed stays: the new one is proven, and that is what counts.

        Args:
            cards: those that may be looked at.
            now: this moment.
        """
        every = tuple(cards)
        with suppress(OSError):
            room = room_for(free_space(self.folder), sum(card.size for card in every))
            for card in to_drop(every, now, room):
                path = self.folder / card.name
                path.unlink(missing_ok=True)
                sum_file(path).unlink(missing_ok=True)


def _read_name(stem: str) -> tuple[datetime, BackupReason]:
    """When and why a backup was made, by its name.

    Raises:
        ValueError: it is not named like a backup.
    """
    told = _NAME.fullmatch(stem)
    if told is not None:
        at = datetime.strptime(f"{told[1]} {told[2]}", _MOMENT).astimezone(UTC)
    else:
        told = _OLD_NAME.fullmatch(stem)
        if told is None:
            raise ValueError(stem)
        at = datetime.strptime(f"{told[1]} {told[2]}", _OLD_MOMENT).replace(tzinfo=UTC)
    reason = told[3].replace(" ", "_").replace("-", "_")
    known = BackupReason(reason) if reason in set(BackupReason) else BackupReason.INTERVAL
    return at, _REASONS.get(told[3], known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What is noted beside the first backups, because asking again would take too long.

    Args:
        second: path of the second folder that the rest is about.
        second_name: what people call it.
        second_kind: what sort of place it is.
        second_at: when the newest backup that reached it was made.
        second_fault: why the newest one did not reach it.
        copied: names of the backups that this file has put there.
        newest: name of the newest backup.
        holds: the last change that it holds; its name knows seconds only.
        trial: the newest trial restore.
        check: the newest thorough check of the file itself.
        mark: tells the file from those of other shops, as ``file_marks`` does; "" while unknown.
    """

    second: str = ""
    second_name: str = ""
    second_kind: FolderKind = FolderKind.OTHER_DISK
    second_at: datetime | None = None
    second_fault: SecondFault | None = None
    copied: tuple[str, ...] = ()
    newest: str = ""
    holds: datetime | None = None
    trial: Outcome | None = None
    check: Outcome | None = None
    mark: str = ""

    def held_at(self, newest: BackupCard | None) -> datetime | None:
        """The last change that the newest backup holds; None when only its age is known."""
        return self.holds if newest is not None and newest.name == self.newest else None

    @property
    def folder(self) -> SecondFolder | None:
        """The second folder, or None while none is chosen."""
        if not self.second:
            return None
        return SecondFolder(
            path=self.second,
            name=self.second_name,
            kind=self.second_kind,
            at=self.second_at,
            fault=self.second_fault,
        )


def read_notes(folder: Path) -> Notes:
    """What is noted in a folder; what cannot be read counts as not noted."""
    try:
        told = json.loads(read_whole(folder / NOTES, _MOST_NOTES))
        return _notes(told)
    except (Trouble, ValueError, TypeError, AttributeError, KeyError):
        return Notes()


def write_notes(folder: Path, notes: Notes) -> None:
    """Note it.

    Raises:
        Trouble: when it cannot be written.
    """
    plain = asdict(notes)
    text = json.dumps(plain, default=lambda at: at.isoformat(), ensure_ascii=False, indent=1)
    write_whole(folder / NOTES, text.encode())


def _notes(told: Mapping[str, object]) -> Notes:
    copied, fault = told["copied"], told["second_fault"]
    return Notes(
        second=str(told["second"]),
        second_name=str(told["second_name"]),
        second_kind=FolderKind(str(told["second_kind"])),
        second_at=_moment(told["second_at"]),
        second_fault=None if fault is None else SecondFault(str(fault)),
        copied=tuple(map(str, copied)) if isinstance(copied, list) else (),
        newest=str(told.get("newest", "")),  # the first notes had none of these
        holds=_moment(told.get("holds")),
        trial=_outcome(told["trial"]),
        check=_outcome(told["check"]),
        mark=str(told.get("mark", "")),
    )


def _moment(value: object) -> datetime | None:
    return None if value is None else datetime.fromisoformat(str(value)).astimezone(UTC)


def _outcome(value: object) -> Outcome | None:
    if not isinstance(value, Mapping):
        return None
    at = datetime.fromisoformat(str(value["at"])).astimezone(UTC)
    return Outcome(at=at, is_good=value["is_good"] is True, name=str(value["name"]))


def read_status(around: Surroundings, changed_at: datetime | None) -> BackupStatus:
    """How things stand, from file names and notes; the second folder itself is not looked at.

    Args:
        around: the folders and the clock.
        changed_at: when something in the file was last changed, or None.
    """
    cards = Shelf(around.backups, around.database).cards()
    notes = read_notes(around.backups)
    newest = cards[0] if cards else None
    return BackupStatus(
        folder=str(around.backups),
        newest=newest,
        count=len(cards),
        size=sum(card.size for card in cards),
        changed_at=changed_at,
        second=notes.folder,
        trial=notes.trial,
        check=notes.check,
        state=state_of(
            None if newest is None else newest.at,
            changed_at,
            notes.folder,
            around.clock.now(),
            notes.held_at(newest),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of the file, wherever it lies; the same backup in two folders is two copies.

    Args:
        card: the copy; one that cannot be reached now has no size.
        is_away: it lies in the second folder, which cannot be reached now.
        is_damaged: it was kept byte for byte of a file that could not be read.
    """

    card: BackupCard
    is_away: bool = False
    is_damaged: bool = False


def every_copy(around: Surroundings) -> tuple[Copy, ...]:
    """All copies of the file that the program made, each by itself.

    Of the second folder those that this file put there, as far as is noted.
    """
    shelf, notes = Shelf(around.backups, around.database), read_notes(around.backups)
    first = shelf.cards()
    copies = [Copy(card=card) for card in first]
    copies += [Copy(card=card, is_damaged=True) for card in shelf.damaged()]
    if notes.second:
        second, pinned = Path(notes.second), {card.name for card in first if card.is_pinned}
        is_away = not second.is_dir()
        there = {card.name: card for card in Shelf(second, around.database).cards()}
        for name in notes.copied:
            card = _noted(second / name) if is_away else there.get(name)
            if card is not None:
                card = replace(card, is_pinned=name in pinned)
                copies.append(Copy(card=card, is_away=is_away))
    return tuple(copies)


def _noted(path: Path) -> BackupCard | None:
    """A copy that cannot be looked at, as its name tells it."""
    try:
        at, reason = _read_name(path.stem)
    except ValueError:
        return None
    return BackupCard(name=path.name, path=str(path), at=at, reason=reason, size=0, is_pinned=False)
