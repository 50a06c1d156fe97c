# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The newest backup that is good, found soon enough for somebody who sees no file any more.

A backup was proven when it was made, and its sum was taken then: where the sum is still the
right one, so is the backup, and it need not be read through again.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from servicedesk.domain.backups import BackupCard
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.backup_restore import look_into
from servicedesk.services.backup_shelf import Shelf, read_notes
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk, driver
from servicedesk.store.backup import sum_file
from servicedesk.store.backup_contents import counted_tables
from servicedesk.store.driver import Access
from servicedesk.store.faults import trouble_of
from servicedesk.store.file_marks import mark_or_none
from servicedesk.store.keys import key_of
from servicedesk.store.opening import look_at

SECOND_FOLDER, SHOP_MARK = "second_folder", "shop_mark"
_SUM_DIGITS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodBackup:
    """A backup that may be put back.

    Args:
        card: the backup.
        counts: how many records of each kind it holds; None where that cannot be read without
            its password.
    """

    card: BackupCard
    counts: Mapping[Kind, int] | None


def newest_good(around: Surroundings) -> GoodBackup | None:
    """The newest good backup of this file in the first or the second folder, or None.

    One of another shop, on a stick that both use, is passed over: what this machine remembers of
    the file tells them apart.

    Args:
        around: the folders, and what this machine remembers of the second one.
    """
    mark = read_notes(around.backups).mark or str(around.memory.get(SHOP_MARK) or "")
    for card in every_backup(around):
        with suppress(Refusal, Trouble, OSError):
            good = _good(card, around)
            if not mark or _mark_of(card, around) in (mark, "", None):
                return good
    return None


def _mark_of(card: BackupCard, around: Surroundings) -> str | None:
    path = Path(card.path)
    return mark_or_none(path, around.keys.fitting(path))


def every_backup(around: Surroundings) -> tuple[BackupCard, ...]:
    """All backups of this file in both folders, newest first; the same one only once.

    Where the first folder is lost with its notes, all that bear the name count in the second.
    """
    first = Shelf(around.backups, around.database).cards()
    known = {card.name for card in first}
    cards = [
        *first,
        *(card for card in _second(around, is_lost=not first) if card.name not in known),
    ]
    return tuple(sorted(cards, key=lambda card: (card.at, card.name), reverse=True))


def newest_key(around: Surroundings, password: str) -> str | None:
    """The key that a password gives for the newest backup, where it opens it; else None.

    A password that opens the newest backup is most likely the right one for the file too, which
    is then damaged from its first page on: nothing else tells the two apart.

    Args:
        around: the folders.
        password: as it was typed.
    """
    for card in every_backup(around)[:1]:
        with suppress(Refusal, Trouble, OSError):
            key = key_of(Path(card.path), password)
            look_at(Path(card.path), key)
            return key
    return None


def _second(around: Surroundings, *, is_lost: bool) -> Iterator[BackupCard]:
    notes = read_notes(around.backups)
    folder = notes.second or str(around.memory.get(SECOND_FOLDER) or "")
    if folder:
        for card in Shelf(Path(folder), around.database).cards():
            if is_lost or card.name in notes.copied:
                yield card


def _good(card: BackupCard, around: Surroundings) -> GoodBackup:
    """See that a backup is good, and count what is in it.

    Raises:
        Refusal: it is not.
        Trouble: it cannot be read.
    """
    path = Path(card.path)
    if not _is_signed(path):
        return GoodBackup(card=card, counts=look_into(path, around).counts)
    with suppress(Trouble):
        return GoodBackup(card=card, counts=counts_in(path, around))
    return GoodBackup(card=card, counts=None)


def _is_signed(path: Path) -> bool:
    try:
        signed = sum_file(path).read_text("ascii")[:_SUM_DIGITS]
    except (OSError, UnicodeDecodeError):
        return False
    if signed != disk.sha256_of(path):
        raise Refusal("backup_damaged", name=path.name)
    return True


def counts_in(path: Path, around: Surroundings) -> dict[Kind, int]:
    """How many records of each kind a backup holds, counted at once and not checked.

    It is not changed: a backup keeps no log, so that reading it leaves nothing beside it.

    Raises:
        Trouble: it cannot be read, or not without its password.
    """
    key = around.keys.fitting(path)
    look_at(path, key)
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    try:
        rows = driver.count_rows(connection)
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()
    return {kind: rows[name] for kind, name in counted_tables().items() if rows.get(name)}
