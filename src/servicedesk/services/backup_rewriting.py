# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rewriting backups that are kept already: with another password, or without somebody.

Each is changed in a private copy and proven there before it takes its own place again, under its
own name and with its own pin. Whatever cannot be changed stays as it was, and is named.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_shelf import Shelf, read_notes
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk
from servicedesk.store.backup import sum_file
from servicedesk.store.backup_contents import copy_private, read_inside
from servicedesk.store.keys import needs_password
from servicedesk.store.opening import look_at
from servicedesk.system.files import private_folder

Change = Callable[[Path], None]
"""Changes a closed copy in its place; raises Refusal or Trouble where that cannot be done."""

_SUM_DIGITS = 64
_DAMAGED = "*.damaged"
"""What was kept byte for byte of a file that could not be read: nothing can be changed in it."""


class Steps(Protocol):
    """Hears how far it is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` backups are looked at."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the work when somebody asked to stop."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """What came of it.

    Args:
        done: how many backups are changed now.
        left: paths of those that are as they were: damaged, on a stick that is not plugged in, or
            with another password.
    """

    done: int
    left: tuple[str, ...]


def rewrite_backups(
    around: Surroundings, change: Change, steps: Steps, *, proof: Change | None = None
) -> Rewritten:
    """Change every backup in the first and in the second folder, one after the other.

    Args:
        around: the folders; the keys that are known are taken for the proof.
        change: changes a private copy of a backup in its place.
        steps: hears how far it is; it can stop the work between two backups.
        proof: sees that a changed copy is right, and raises Trouble or Refusal when it is not;
            None to open it with a key that is known and read it from end to end.

    Raises:
        Trouble: when there is no private place for the copies.
    """
    private_folder(around.temporary)
    found = tuple(_every(around))
    left: list[str] = []
    for done, path in enumerate(found):
        steps.raise_if_cancelled()
        steps.step(done, len(found))
        try:
            _rewrite(path, around, change, proof or _whole(around))
        except (Refusal, Trouble, OSError):
            left.append(str(path))
    steps.step(len(found), len(found))
    return Rewritten(done=len(found) - len(left), left=tuple(left))


def _every(around: Surroundings) -> Iterator[Path]:
    """All there are; of the second folder those that this file put there, reachable or not."""
    for card in Shelf(around.backups, around.database).cards():
        yield Path(card.path)
    yield from sorted(around.backups.glob(_DAMAGED))
    notes = read_notes(around.backups)
    if notes.second:
        second = Path(notes.second)
        is_there = second.is_dir()
        copies = (second / name for name in sorted(notes.copied, reverse=True))
        yield from (copy for copy in copies if copy.exists() or not is_there)


def _rewrite(path: Path, around: Surroundings, change: Change, proof: Change) -> None:
    """Change one; it is either as it was, or whole and changed, whatever comes in the way."""
    if path.suffix != around.database.suffix:
        raise Trouble("backup_unproven", name=path.name)
    copy = around.temporary / f"rewriting-{os.getpid()}{around.database.suffix}"
    part = path.with_name(f"{around.database.name}.part")  # the next backup clears what is left
    try:
        copy_private(path, copy)
        _see_signed(path, copy)
        change(copy)
        proof(copy)
        disk.remove_leftovers(copy)
        _put(copy, part, path)
    finally:
        disk.discard(copy)
        disk.discard(part)


def _see_signed(path: Path, copy: Path) -> None:
    """A backup that is not as it was made is not signed anew."""
    try:
        signed = sum_file(path).read_text("ascii")[:_SUM_DIGITS]
    except FileNotFoundError:
        return
    if signed != disk.sha256_of(copy):
        raise Trouble("backup_unproven", name=path.name)


def _put(copy: Path, part: Path, path: Path) -> None:
    """Put a proven copy in a backup's place.

    The sum goes first and comes last: a backup without one is good, with a wrong one it is not.
    """
    sha256 = disk.sha256_of(copy)
    disk.discard(part)
    copy_private(copy, part)
    disk.sync_file(part)
    if disk.sha256_of(part) != sha256:
        raise Trouble("backup_unproven", name=path.name)
    sum_file(path).unlink(missing_ok=True)
    disk.sync_folder(path.parent)
    part.replace(path)
    disk.write_private(sum_file(path), f"{sha256}  {path.name}\n".encode())
    disk.sync_folder(path.parent)


def _whole(around: Surroundings) -> Change:
    def proof(copy: Path) -> None:
        key = around.keys.fitting(copy) or (around.key if needs_password(copy) else None)
        look_at(copy, key)
        read_inside(copy, key=key)

    return proof
