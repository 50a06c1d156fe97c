# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups of the open file: made, proven, rotated, copied to the second folder, tried.

What takes its time (``back_up``, ``copy_newest``, ``try_newest``, ``check_file``, ``look_into``)
may be called in another thread than the rest.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Protocol

from servicedesk.domain.backups import (
    CHECK_EVERY,
    TRIAL_EVERY,
    BackupCard,
    BackupContents,
    BackupReason,
    BackupStatus,
    Outcome,
    asks_for_second,
    is_backup_due,
    is_check_due,
    room_for,
)
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.backup_held import astray, save_held
from servicedesk.services.backup_newest import SHOP_MARK, counts_in
from servicedesk.services.backup_restore import clear_what_was_before, is_open, look_into
from servicedesk.services.backup_second import checked_folder, copy_there, describe
from servicedesk.services.backup_shelf import Notes, Shelf, read_notes, read_status, write_notes
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.backup import write_backup
from servicedesk.store.backup_contents import find_damage_in, last_change
from servicedesk.store.disk import free_space
from servicedesk.store.engine import DeskFile
from servicedesk.store.file_marks import mark_in
from servicedesk.system.files import private_folder

SECOND_FOLDER, SECOND_ASKED_ON = "second_folder", "second_asked_on"
"""What this machine remembers: the path, and the day of the last question in ISO form."""

_STEPS = 3


class Steps(Protocol):
    """Hears how far a job is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the job when somebody asked to stop."""
        ...


class Backups:
    """The use cases of backups.

    Args:
        file: that is open.
        units: reads it.
        around: folders, clock, what this machine remembers, and the key of the file.
    """

    def __init__(self, file: DeskFile, units: Units, around: Surroundings) -> None:
        self._file = file
        self._units = units
        self._around = around
        self._key = around.key
        self._shelf = Shelf(around.backups, around.database)
        self._making, self._noting = Lock(), Lock()

    @property
    def folder(self) -> Path:
        """The first folder."""
        return self._around.backups

    @property
    def second_folder(self) -> Path | None:
        """The second folder, or None while none is chosen."""
        said = self._around.memory.get(SECOND_FOLDER)
        return Path(said) if isinstance(said, str) and said else None

    def status(self) -> BackupStatus:
        """How things stand: file names, a small file of notes, one statement."""
        self._notes_that_fit()
        return read_status(self._around, self._changed_at())

    def kept(self) -> tuple[BackupCard, ...]:
        """The backups in the first folder, newest first."""
        return self._shelf.cards()

    def room(self) -> int:
        """How many bytes the backups in the first folder may take together; 0 when unknown."""
        held = sum(card.size for card in self.kept())
        try:
            return room_for(free_space(self.folder), held)
        except OSError:
            return 0

    def counts_in(self, name: str) -> Mapping[Kind, int] | None:
        """How many records of each kind a backup holds; None where it cannot be read."""
        try:
            return counts_in(self.folder / name, self._around)
        except Trouble:
            return None

    def is_in_second(self, name: str) -> bool:
        """Whether a backup was copied to the second folder too, as far as is noted."""
        return name in self._notes_that_fit().copied

    def is_due(self, *, is_end: bool = False) -> bool:
        """Whether a backup is to be made by itself now.

        Args:
            is_end: the program ends, or something weighty was done: whatever the newest does not
                hold is copied, however new it is.
        """
        now = self._around.clock.now()
        # One from a time to come was made by a clock that was wrong, or in another time zone.
        newest = next((card for card in self.kept() if card.at <= now), None)
        return is_backup_due(
            None if newest is None else newest.at,
            self._changed_at(),
            now,
            held_at=read_notes(self.folder).held_at(newest),
            is_end=is_end,
        )

    def back_up(self, reason: BackupReason, progress: Steps) -> BackupCard:
        """Make a backup, prove it, let go of old ones, and copy it to the second folder.

        Args:
            reason: why it is made.
            progress: told of three steps; it can stop the job before the second folder.

        Returns:
            The new backup. Whether it reached the second folder is in the status.

        Raises:
            Trouble: when the first backup cannot be made; all that were there are there still.
        """
        with self._making:
            progress.raise_if_cancelled()
            progress.step(0, _STEPS)
            self._file.check_in_place()
            with suppress(Trouble):  # the copy holds what waits in the log, brought in or not
                self._file.checkpoint()
            private_folder(self.folder)
            clear_what_was_before(self._around.database)
            now, holds, mark = self._around.clock.now(), self._changed_at(), self._mark()
            made = write_backup(self._file.path, self._shelf.new_path(now, reason), self._key)
            progress.step(1, _STEPS)
            self._shelf.rotate(self.kept(), now)
            progress.step(2, _STEPS)
            card = next(card for card in self.kept() if card.name == made.path.name)
            self._note(lambda known: replace(known, newest=card.name, holds=holds, mark=mark))
            notes = self._notes_that_fit()
            if notes.second:
                progress.raise_if_cancelled()
                after = copy_there(card, notes, self._around)
                self._note(lambda known: _about_second(known, after))
            progress.step(_STEPS, _STEPS)
        return card

    def pin(self, name: str, is_pinned: bool) -> tuple[BackupCard, ...]:
        """Keep a backup until it is let go of, or let it go.

        Returns:
            As ``kept``.

        Raises:
            Trouble: ``backup_gone`` or ``backup_folder_gone``.
        """
        self._shelf.pin(name, is_pinned)
        return self.kept()

    def set_second_folder(self, folder: Path | None) -> BackupStatus:
        """Have each backup copied to a second folder from now on; None for no longer.

        Raises:
            Refusal: as ``checked_folder``; everything is then as it was.
            Trouble: when the choice cannot be remembered.
        """
        about = Notes()
        if folder is not None:
            whole = checked_folder(folder, self._around)
            about = describe(whole, self._around)
        self._around.memory.set(SECOND_FOLDER, about.second)
        self._note(lambda known: _about_second(known, about))
        return self.status()

    def lacks_second(self) -> bool:
        """Whether a second folder was chosen that no backup was copied to yet, nor tried to."""
        notes = self._notes_that_fit()
        is_new = notes.second_at is None and notes.second_fault is None
        return bool(notes.second) and is_new and bool(self.kept())

    def copy_newest(self, progress: Steps) -> BackupStatus:
        """Copy the newest backup to the second folder and prove the copy, as after choosing it.

        Args:
            progress: it can stop the job before it begins.

        Returns:
            How things stand then; whatever came in the way of the copy is in there.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._making:
            progress.raise_if_cancelled()
            newest, notes = next(iter(self.kept()), None), self._notes_that_fit()
            if newest is not None and notes.second:
                after = copy_there(newest, notes, self._around)
                self._note(lambda known: _about_second(known, after))
        return self.status()

    def asks_for_second(self) -> bool:
        """Whether to ask now where a second copy should go, as when the program ends."""
        said = self._around.memory.get(SECOND_ASKED_ON)
        asked_on = None
        with suppress(ValueError):
            asked_on = date.fromisoformat(str(said))
        today = self._around.clock.today()
        return asks_for_second(self.second_folder is not None, asked_on, today)

    def asked_for_second(self) -> None:
        """Remember that it was asked today.

        Raises:
            Trouble: when it cannot be remembered.
        """
        self._around.memory.set(SECOND_ASKED_ON, self._around.clock.today().isoformat())

    def look_into(self, path: Path, password: str | None = None) -> BackupContents:
        """Find out what a backup holds; as ``backup_restore.look_into``."""
        return look_into(path, self._around, password=password)

    def astray(self) -> Trouble | None:
        """What became of the open file when it is not in its place any more, or None."""
        return astray(self._file)

    def save_held(self, folder: Path) -> Path:
        """Save what is still held of a file that went astray; as ``backup_held.save_held``."""
        return save_held(self._file, folder, self._around)

    def is_trial_due(self) -> bool:
        """Whether the newest backup is to be tried."""
        trial = read_notes(self.folder).trial
        return bool(self._open()) and is_check_due(trial, TRIAL_EVERY, self._around.clock.now())

    def try_newest(self, progress: Steps) -> Outcome:
        """Put the newest backup together as a restore would, beside the file, and check it.

        Raises:
            Trouble: ``backup_gone`` when there is none that the file's own password opens, or
                when there is no room to try.
        """
        cards = self._open()
        if not cards:
            raise Trouble("backup_gone", name=self.folder.name)
        outcome = self.try_one(cards[0].name, progress)
        self._note(lambda known: replace(known, trial=outcome))
        return outcome

    def try_one(self, name: str, progress: Steps) -> Outcome:
        """As ``try_newest``, for any backup in the first folder; nothing is noted of it.

        Args:
            name: of the backup.
            progress: it can stop the job before it begins.

        Raises:
            Refusal: ``backup_password_needed``, as nothing can be said without the password.
            Trouble: when there is no room to try.
        """
        progress.raise_if_cancelled()
        progress.step(0, 1)
        try:
            look_into(self.folder / name, self._around, thorough=True)
            is_good = True
        except Refusal as refusal:
            if refusal.code == "backup_password_needed":
                raise
            is_good = False
        progress.step(1, 1)
        return Outcome(at=self._around.clock.now(), is_good=is_good, name=name)

    def is_check_due(self) -> bool:
        """Whether the file itself is to be checked thoroughly."""
        check = read_notes(self.folder).check
        return is_check_due(check, CHECK_EVERY, self._around.clock.now())

    def check_file(self, progress: Steps) -> Outcome:
        """Look through the whole file for damage.

        Raises:
            Trouble: when it cannot be read at all.
        """
        progress.raise_if_cancelled()
        progress.step(0, 1)
        self._file.check_in_place()
        damage = find_damage_in(self._file.path, key=self._key)
        outcome = Outcome(at=self._around.clock.now(), is_good=damage is None)
        self._note(lambda known: replace(known, check=outcome))
        if damage is not None:
            self._file.tell_damage()
        progress.step(1, 1)
        return outcome

    def _open(self) -> tuple[BackupCard, ...]:
        """The backups that can be opened without asking anybody for an older password."""
        return tuple(card for card in self.kept() if is_open(Path(card.path), self._around))

    def _changed_at(self) -> datetime | None:
        with self._units.read() as reading:
            return last_change(reading)

    def _mark(self) -> str:
        """What tells this file from those of other shops; this machine remembers it too."""
        with self._units.read() as reading:
            mark = mark_in(reading)
        if self._around.memory.get(SHOP_MARK) != mark:
            with suppress(Refusal, Trouble):
                self._around.memory.set(SHOP_MARK, mark)
        return mark

    def _notes_that_fit(self) -> Notes:
        """The notes, about the folder that this machine remembers and no other."""
        notes = read_notes(self.folder)
        folder = self.second_folder
        if notes.second == str(folder or ""):
            return notes
        about = Notes() if folder is None else Notes(second=str(folder), second_name=folder.name)
        return self._note(lambda known: _about_second(known, about))

    def _note(self, change: Callable[[Notes], Notes]) -> Notes:
        """Change the notes; they are a convenience, and worth no trouble."""
        with self._noting:
            notes = change(read_notes(self.folder))
            with suppress(Trouble):
                private_folder(self.folder)
                write_notes(self.folder, notes)
        return notes


def _about_second(known: Notes, about: Notes) -> Notes:
    """The notes with all that is about the second folder taken from other ones."""
    return replace(
        known,
        second=about.second,
        second_name=about.second_name,
        second_kind=about.second_kind,
        second_at=about.second_at,
        second_fault=about.second_fault,
        copied=about.copied,
    )
