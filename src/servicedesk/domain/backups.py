# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups: why one is made, when one is due, and which of them stay.

Moments are aware and in UTC. Days, weeks and months are those of UTC too: an hour either way
changes nothing about which copies are worth keeping.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from servicedesk.domain.kinds import Kind


class BackupReason(StrEnum):
    """Why a backup was made."""

    START = "start"
    EXIT = "exit"
    BUTTON = "button"
    INTERVAL = "interval"
    BEFORE_UPDATE = "before_update"
    BEFORE_RESTORE = "before_restore"
    BEFORE_IMPORT = "before_import"
    BEFORE_ERASE = "before_erase"
    BEFORE_PASSWORD = "before_password"
    TAKEN_OVER = "taken_over"


class FolderKind(StrEnum):
    """What sort of place the second folder lies in."""

    OTHER_DISK = "other_disk"
    SAME_DISK = "same_disk"
    REMOVABLE = "removable"
    SYNCED = "synced"
    NETWORK = "network"


class SecondFault(StrEnum):
    """Why the newest backup did not reach the second folder."""

    GONE = "gone"
    FULL = "full"
    READ_ONLY = "read_only"
    FAILED = "failed"
    TAKEN = "taken"


class BackupState(StrEnum):
    """How things stand, in order of worry; before the first one there is none yet."""

    FIRST = "first"
    NONE = "none"
    LATE = "late"
    OVERDUE = "overdue"
    SECOND_FAILED = "second_failed"
    CHANGED = "changed"
    ONE_FOLDER = "one_folder"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCard:
    """One backup that is kept.

    Args:
        name: of its file.
        path: of its file, as the system writes it.
        at: when it was made, in UTC.
        reason: why it was made.
        size: in bytes.
        is_pinned: it is kept until somebody lets it go.
    """

    name: str
    path: str
    at: datetime
    reason: BackupReason
    size: int
    is_pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContents:
    """What a backup holds, found without changing anything.

    Args:
        path: of its file.
        business: the name it trades under, or "" when it has given none.
        last_change_at: when something in it was last changed, in UTC; None when nothing ever was.
        counts: how many records of each kind it holds; kinds without any are left out.
        schema: number of its schema.
        is_older: it is brought up to date when it is opened.
        size: in bytes.
        loses_password: it has no password, while the file that is there now has one.
        has_another: it has a password that is not the one of the file that is there now.
    """

    path: str
    business: str
    last_change_at: datetime | None
    counts: Mapping[Kind, int]
    schema: int
    is_older: bool
    size: int
    loses_password: bool = False
    has_another: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFolder:
    """The second folder, and what became of the newest backup there.

    Args:
        path: of the folder.
        name: what people call it, such as the name of a stick.
        kind: what sort of place it is.
        at: when the newest backup that reached it was made, in UTC; None before the first.
        fault: why the newest one did not reach it; None when it did.
    """

    path: str
    name: str
    kind: FolderKind
    at: datetime | None = None
    fault: SecondFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a check ended.

    Args:
        at: when, in UTC.
        is_good: nothing was found.
        name: of the backup that was tried; empty for the file itself.
    """

    at: datetime
    is_good: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupStatus:
    """How things stand with backups.

    Args:
        folder: of the first backups.
        newest: the newest backup, or None.
        count: how many there are in the first folder.
        size: of all of them, in bytes.
        changed_at: when something in the file was last changed, in UTC, or None.
        second: the second folder, or None while none is chosen.
        trial: the newest trial restore, or None.
        check: the newest thorough check of the file itself, or None.
        state: all of that in one word.
    """

    folder: str
    newest: BackupCard | None
    count: int
    size: int
    changed_at: datetime | None
    second: SecondFolder | None
    trial: Outcome | None
    check: Outcome | None
    state: BackupState


EVERY = timedelta(minutes=30)
"""A backup is due when the newest is older than this and something was changed since."""

LATE_AFTER = timedelta(days=2)
"""Changes that no backup holds for longer than this are worth a word."""

FIRST_WITHIN = timedelta(minutes=5)
"""The first backup is made by itself soon after the first change: before that none is missed."""

TRIAL_EVERY = timedelta(days=7)
CHECK_EVERY = timedelta(days=7)
IDLE = timedelta(seconds=60)
"""After so long without a change, everything is brought into the file itself."""

RECENT = timedelta(hours=48)
MOST_RECENT = 20
MOST_DAILY, MOST_WEEKLY, MOST_MONTHLY = 12, 10, 12
MOST_BYTES = 10_000_000_000
SHARE_OF_FREE = 5
"""Backups together take at most one part in so many of what would be free without them."""


def is_backup_due(
    newest_at: datetime | None,
    changed_at: datetime | None,
    now: datetime,
    *,
    held_at: datetime | None = None,
    is_end: bool = False,
) -> bool:
    """Whether a backup is to be made by itself.

    Args:
        newest_at: of the newest backup; one from a day to come was made by a clock that was
            wrong, and counts for nothing.
        changed_at: when something in the file was last changed.
        now: this moment.
        held_at: the last change that the newest backup holds; None where only its age is known.
        is_end: the program ends: whatever was changed since is copied, however little ago.
    """
    if changed_at is None:
        return False
    if newest_at is None or newest_at > now:
        return True
    # Another change than the last one held is a later one, whatever a clock that was wrong said.
    has_more = changed_at > newest_at if held_at is None else changed_at != held_at
    return has_more and (is_end or now - newest_at > EVERY)


def is_check_due(newest: Outcome | None, every: timedelta, now: datetime) -> bool:
    """Whether a check that is made every so often is due; at once when the clock went back."""
    return newest is None or newest.at > now or now - newest.at >= every


def asks_for_second(is_chosen: bool, asked_on: date | None, today: date) -> bool:
    """Whether to ask where a second copy of each backup should go.

    The first run asks by itself. Whoever skipped it there is asked when the program ends for
    the first time, and from then on once a month.

    Args:
        is_chosen: there is a second folder.
        asked_on: the day of the last question after the first run, or None.
        today: this day.
    """
    if is_chosen:
        return False
    return asked_on is None or asked_on > today or today >= _month_after(asked_on)


def _month_after(day: date) -> date:
    """The same day of the next month, or the first of the one after when it has none."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        return date(year, month + 1, 1)


def state_of(
    newest_at: datetime | None,
    changed_at: datetime | None,
    second: SecondFolder | None,
    now: datetime,
    held_at: datetime | None = None,
) -> BackupState:
    """All that is known of backups in one word: the worst that is true.

    Args:
        newest_at: of the newest backup in the first folder.
        changed_at: when something in the file was last changed.
        second: the second folder, or None.
        now: this moment.
        held_at: the last change that the newest backup holds; None where only its age is known.
    """
    if newest_at is None:
        is_soon = changed_at is None or now - changed_at <= FIRST_WITHIN
        return BackupState.FIRST if is_soon else BackupState.NONE
    misses = changed_at is not None and changed_at > (held_at or newest_at)
    waits = now - changed_at if changed_at is not None and misses else timedelta()
    failed = second is not None and (second.fault is not None or second.at is None)
    found = (
        (BackupState.LATE, misses and now - newest_at > LATE_AFTER),
        (BackupState.OVERDUE, waits > EVERY),
        (BackupState.SECOND_FAILED, failed),
        (BackupState.CHANGED, misses),
        (BackupState.ONE_FOLDER, second is None),
    )
    return next((state for state, is_true in found if is_true), BackupState.GOOD)


def room_for(free: int, held: int) -> int:
    """How many bytes backups may take together.

    Args:
        free: bytes free on their disk now.
        held: bytes they take now.
    """
    return min(MOST_BYTES, (free + held) // SHARE_OF_FREE)


def to_drop(cards: Iterable[BackupCard], now: datetime, room: int) -> tuple[BackupCard, ...]:
    """Which backups may go, oldest first.

    All of the last 48 hours stay (at most 20), and the newest of each of 12 days, 10 weeks and
    12 months, and all that are pinned. If those take more than ``room``, the oldest unpinned of
    the fullest class go; one of each class and the newest of all always stay.

    Args:
        cards: all there are in one folder.
        now: this moment.
        room: in bytes.
    """
    every = sorted(cards, key=lambda card: (card.at, card.name), reverse=True)
    kept = every
    while gone := _spare(kept, now, room):  # what is left of a class may be another one's newest
        kept = [card for card in kept if card not in gone]
    return tuple(card for card in reversed(every) if card not in kept)


def _spare(every: Sequence[BackupCard], now: datetime, room: int) -> list[BackupCard]:
    """Which of these, newest first, are neither pinned nor kept by a class with room for them."""
    classes = _classes(every, now)
    kept = [card for card in every if card.is_pinned or any(card in each for each in classes)]
    pinned = sum(card.size for card in every if card.is_pinned)
    while True:
        loose = [[card for card in each if not card.is_pinned] for each in classes]
        if pinned + sum(card.size for each in loose for card in each) <= room:
            break
        fullest = max(loose, key=lambda each: sum(card.size for card in each[1:]))
        if len(fullest) < 2:
            break
        oldest = fullest[-1]
        classes = [[card for card in each if card is not oldest] for each in classes]
        kept.remove(oldest)
    return [card for card in every if card not in kept]


def _classes(every: Sequence[BackupCard], now: datetime) -> list[list[BackupCard]]:
    """Recent, daily, weekly and monthly backups, newest first; each is in one class alone."""
    taken = [card for card in every if now - card.at <= RECENT][:MOST_RECENT]
    if not taken:
        taken = list(every[:1])
    classes = [list(taken)]
    periods: tuple[tuple[Callable[[datetime], Hashable], int], ...] = (
        (lambda at: at.date(), MOST_DAILY),
        (lambda at: at.isocalendar()[:2], MOST_WEEKLY),
        (lambda at: (at.year, at.month), MOST_MONTHLY),
    )
    for period_of, most in periods:
        firsts: dict[Hashable, BackupCard] = {}
        for card in every:
            firsts.setdefault(period_of(card.at), card)
        found = [card for card in list(firsts.values())[:most] if card not in taken]
        taken += found
        classes.append(found)
    return classes
