# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The password of the file: whether there is one, a new one, and the backups that have another.

No password is kept, logged or drafted anywhere; only the key made of it is known while the
program runs. What takes its time (``is_right``, ``key_for``, ``change_closed``,
``rewrite_backups``) may be called in another thread than the rest.
"""

import hmac
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from servicedesk.domain.backups import FolderKind
from servicedesk.domain.blocks import Blank, Block, Bullets, Heading, Paragraph
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.passwords import checked_password
from servicedesk.domain.printing import PrintJob
from servicedesk.services import backup_rewriting
from servicedesk.services.backup_rewriting import Rewritten
from servicedesk.services.backup_seen import PLAIN, begin_of, note_seen, read_seen
from servicedesk.services.backup_shelf import Copy, every_copy, read_notes
from servicedesk.services.facts import read_facts
from servicedesk.services.papers_plain import plain_job
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store import encrypting
from servicedesk.store.keys import key_of, needs_password
from servicedesk.store.opening import look_at

SHEET = "recovery_sheet"
"""Id of the paper on offer."""

_EXPOSED = frozenset({FolderKind.REMOVABLE, FolderKind.SYNCED, FolderKind.NETWORK})
"""Places where others get at the second copies."""

_LINES = 4
"""Lines to write the password on: the second is for the next one."""


class Steps(Protocol):
    """Hears how far a job is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the job when somebody asked to stop."""
        ...


class Password:
    """The use cases of the password of an open file.

    Args:
        units: opens reads.
        around: folders, words, the key of the file and those that are known.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def is_set(self) -> bool:
        """Whether the file has a password."""
        return self._around.key is not None

    def is_right(self, typed: str) -> bool:
        """Whether this is the password of the file.

        Raises:
            Trouble: when the file cannot be read.
        """
        key = self._around.key
        found = key_of(self._around.database, typed)
        return key is not None and hmac.compare_digest(found, key)

    def new(self, current: str, typed: str, again: str) -> str:
        """A new password that the file may be given.

        Args:
            current: the one it has; not looked at while it has none.
            typed: the new one.
            again: the same once more.

        Raises:
            Refusal: ``password_not_current`` for the field "current", or ``password_same``; as
                ``checked_password``.
            Trouble: when the file cannot be read.
        """
        self.see_current(current)
        password = checked_password(typed, again)
        if self.is_set() and self.is_right(password):
            raise Refusal("password_same", "password")
        return password

    def see_current(self, typed: str) -> None:
        """See that somebody knows the password of the file, if it has one.

        Raises:
            Refusal: ``password_not_current`` for the field "current".
            Trouble: when the file cannot be read.
        """
        if self.is_set() and not self.is_right(typed):
            raise Refusal("password_not_current", "current")

    def backups_with_another(self) -> int:
        """How many copies have another password than the file, or one where it has none.

        The same backup in both folders is two copies, whether the second can be reached or not.
        """
        seen = read_seen(self._around.backups)
        return sum(not self._has_ours(copy, seen) for copy in every_copy(self._around))

    def _has_ours(self, copy: Copy, seen: Mapping[str, str]) -> bool:
        """Whether a copy has the password of the file, or none as the file has none."""
        key, path = self._around.key, Path(copy.card.path)
        if copy.is_away:
            begins = seen.get(copy.card.path) or begin_of(self._around.backups / path.name)
            return begins == (PLAIN if key is None else key[-32:]) or (not begins and key is None)
        return not needs_password(path) if key is None else begin_of(path) == key[-32:]

    def rewrite_backups(self, steps: Steps) -> Rewritten:
        """Give every backup that can be opened the password of the file, or take theirs away.

        Args:
            steps: hears how far it is, and can stop it between two backups.

        Returns:
            How many have it now, and which could not be given it.

        Raises:
            Trouble: when there is no private place for the copies.
        """
        around = self._around

        def change(copy: Path) -> None:
            known = around.keys.fitting(copy)
            if known is None and needs_password(copy):
                raise Trouble("password_needed", name=copy.name)
            if known != around.key:
                encrypting.change_key(copy, known, around.key)

        note_seen(around)
        try:
            return backup_rewriting.rewrite_backups(around, change, steps)
        finally:
            note_seen(around)

    def offers_one(self) -> bool:
        """Whether the second copies lie where others get at them, and the file has no password."""
        second = read_notes(self._around.backups).folder
        return not self.is_set() and second is not None and second.kind in _EXPOSED

    def sheet(self) -> PrintJob:
        """The recovery sheet: where the file lies and how it is opened; never the password."""
        with self._units.read() as reading:
            facts = read_facts(reading)
        say = self._around.phrases.say
        title = say("recovery_sheet.heading")
        database = self._around.database
        blocks: tuple[Block, ...] = (
            Heading(text=title, level=1),
            Paragraph(text=say("recovery_sheet.about")),
            Heading(text=say("recovery_sheet.password")),
            Paragraph(text=say("recovery_sheet.by_hand")),
            *(Blank(label=say(f"recovery_sheet.line_{at}")) for at in range(1, _LINES + 1)),
            Heading(text=say("recovery_sheet.where")),
            Bullets(
                items=(
                    say("recovery_sheet.file", name=database.name, folder=str(database.parent)),
                    say("recovery_sheet.backups", folder=str(self._around.backups)),
                    *self._second(),
                )
            ),
            Heading(text=say("recovery_sheet.how")),
            Bullets(items=tuple(say(f"recovery_sheet.how_{at}") for at in range(1, 6))),
            Heading(text=say("recovery_sheet.lost")),
            Paragraph(text=say("recovery_sheet.gone")),
        )
        return plain_job(SHEET, title, blocks, facts, self._around)

    def _second(self) -> tuple[str, ...]:
        second = read_notes(self._around.backups).folder
        if second is None:
            return ()
        say = self._around.phrases.say
        return (say("recovery_sheet.second", name=second.name, folder=second.path),)


def key_for(database: Path, typed: str) -> str:
    """The key that a password gives for a file that nobody has open, once it has opened it.

    Raises:
        Trouble: ``password_wrong``, or whatever keeps the file from being looked at.
    """
    key = key_of(database, typed)
    look_at(database, key)
    return key


def change_closed(around: Surroundings, password: str | None, steps: Steps) -> None:
    """Give the file, which nobody has open, another password, its first one, or none.

    Args:
        around: names the file, and knows the key it has.
        password: as ``Password.new`` gives it; None for none.
        steps: hears how far it is, and can stop it until the very end.

    Raises:
        Trouble: when it cannot be done; the file is then as it was.
    """
    database = around.database
    known = around.keys.fitting(database)
    around.keys.learn(encrypting.change_password(database, known, password, steps))
