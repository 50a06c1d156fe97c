# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts and bank holidays brought after the program was made: looked at, used, taken back."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from servicedesk.content import brought
from servicedesk.content.holidays import Holidays, table_in
from servicedesk.content.law import Fact, facts_in, figures_in, load_facts
from servicedesk.content.update_files import BYTES_MOST, UpdateFile, read_update
from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.updates import (
    HolidayChange,
    LegalChange,
    LegalText,
    UpdateLook,
    UpdateStatus,
    check_age,
    holiday_change,
    legal_changes,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.system.files import private_folder, read_whole, write_together, write_whole

_FOLDER = "updates"
_NATIONS = {"eng": Nation.ENG, "nir": Nation.NIR, "sct": Nation.SCT}
"""Whose bank holidays each data file holds; Wales keeps those of England."""

_KEPT = "update.toml"
"""The file itself, as it was brought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A file of updates with the bytes it came as."""

    data: bytes
    name: str
    file: UpdateFile


def folder_of(database: Path) -> Path:
    """Where the updates of a profile lie: beside its file, and in no backup of it."""
    return database.parent / _FOLDER


class Updates:
    """Legal facts and bank holidays that came after the program.

    Args:
        around: the folders and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._folder = folder_of(around.database)

    def status(self, nation: Nation) -> UpdateStatus:
        """What is in use now.

        Args:
            nation: of the business.
        """
        facts = load_facts(self._around.resources)
        in_use = self._in_use()
        return UpdateStatus(
            made_on=None if in_use is None else in_use.made_on,
            checked_on=min(fact.checked_on for fact in facts),
            known_up_to=Holidays(self._around.resources).table(nation).known_up_to,
        )

    def look(self, path: Path) -> UpdateLook:
        """Look into a file of updates; nothing is changed.

        Args:
            path: of the file; it is only read.

        Raises:
            Refusal: why it is not used; the field is "file".
            Trouble: the file cannot be read.
        """
        read = self._read(path)
        staged = self._staged(read)
        try:
            return self._looked(read, staged)
        finally:
            shutil.rmtree(staged, ignore_errors=True)

    def use(self, path: Path) -> UpdateLook:
        """Use a file of updates from now on, for every paper and every date that is counted.

        Args:
            path: of the file, looked at before.

        Raises:
            Refusal, Trouble: as ``look``, and when it cannot be kept; all is then as before.
        """
        read = self._read(path)
        staged = self._staged(read)
        try:
            look = self._looked(read, staged)
            kept = self._folder / sha256(read.data).hexdigest()[:16]
            private_folder(self._folder)
            texts = {kept / name: text.encode() for name, text in read.file.files.items()}
            for parent in {one.parent for one in texts}:
                private_folder(parent)
            write_together({**texts, kept / _KEPT: read.data})
            write_whole(self._folder / brought.CURRENT, kept.name.encode())
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        brought.use(self._folder)
        return look

    def take_back(self) -> None:
        """Use what came with the program again.

        Raises:
            Trouble: when what is kept cannot be removed.
        """
        with suppress(FileNotFoundError):
            try:
                (self._folder / brought.CURRENT).unlink()
            except PermissionError as error:
                raise Trouble("saving_not_allowed", file=str(self._folder)) from error
        shutil.rmtree(self._folder, ignore_errors=True)
        brought.use(self._folder)

    def _in_use(self) -> UpdateFile | None:
        chosen = brought.chosen_in(self._folder)
        if chosen is None:
            return None
        try:
            return read_update(read_whole(chosen / _KEPT, BYTES_MOST), _KEPT)
        except (Trouble, Refusal):  # somebody took it away: what came with the program is used
            return None

    def _read(self, path: Path) -> _Read:
        data = read_whole(path, BYTES_MOST)
        return _Read(data=data, name=path.name, file=read_update(data, path.name))

    def _staged(self, read: _Read) -> Path:
        """The data files in a folder of their own, to be read as the program's own are."""
        staged = self._around.temporary / f"update-{sha256(read.data).hexdigest()[:16]}"
        for name, text in read.file.files.items():
            private_folder((staged / name).parent)
            write_whole(staged / name, text.encode())
        return staged

    def _looked(self, read: _Read, staged: Path) -> UpdateLook:
        in_use = self._in_use()
        check_age(
            read.file.made_on,
            None if in_use is None else in_use.made_on,
            self._around.clock.today(),
        )
        law: tuple[LegalChange, ...] = ()
        try:
            if brought.LAW in read.file.files:
                figures_in(staged / brought.LAW)
                now = load_facts(self._around.resources)
                law = legal_changes(_texts(now), _texts(facts_in(staged / brought.LAW)))
            holidays = tuple(self._holidays(staged, read.file.files))
        except Trouble as trouble:
            raise Refusal("update_damaged", "file", name=read.name) from trouble
        except (KeyError, TypeError, ValueError) as fault:
            raise Refusal("update_damaged", "file", name=read.name) from fault
        return UpdateLook(
            name=read.name,
            made_on=read.file.made_on,
            says=read.file.says,
            law=law,
            holidays=holidays,
        )

    def _holidays(self, staged: Path, files: Mapping[str, str]) -> Iterator[HolidayChange]:
        known = Holidays(self._around.resources)
        for name in brought.HOLIDAYS:
            if name in files:
                nation = _NATIONS[Path(name).stem]
                change = holiday_change(known.table(nation), table_in(staged / name, nation))
                if change is not None:
                    yield change


def _texts(facts: Iterable[Fact]) -> tuple[LegalText, ...]:
    return tuple(
        LegalText(id=fact.id, text=fact.text, checked_on=fact.checked_on, source=fact.source)
        for fact in facts
    )
