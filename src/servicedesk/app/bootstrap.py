# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Puts the program together: words, clock, folders, papers, the open file and its services.

Each piece is brought in by the function that needs it, so that ``--version`` and the first
painted window pay for none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.content import brought
from servicedesk.content.words import Words, load_words
from servicedesk.domain.clock import Clock
from servicedesk.system.clock import SystemClock
from servicedesk.system.keyring import Keyring
from servicedesk.system.paths import Places, places
from servicedesk.system.resources import resources_folder

if TYPE_CHECKING:
    from servicedesk.content.cards_in import CardRead
    from servicedesk.content.workbooks_in import Workbook
    from servicedesk.domain.blocks import Logo
    from servicedesk.domain.checks import Bank, CheckBank
    from servicedesk.domain.guides import Guide
    from servicedesk.services.charters_papers import CharterPapers
    from servicedesk.services.registry import Services
    from servicedesk.services.surroundings import Remembers, Surroundings
    from servicedesk.store.engine import DeskFile
    from servicedesk.system.log import EventLog

OWNER = "owner"
"""Who does things while the program knows one person only."""


_FIRST_WORDS = ("today", "backups", "shell")
"""The part files that a start needs; the others are read when something else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What every command needs.

    Args:
        resources: folder of the program's data files.
        words: of the language of screen and console.
        clock: the real one.
        places: folders of this person, or of the profile that was named.
        keys: of files with a password, once it was typed.
    """

    resources: Path
    words: Words
    clock: Clock
    places: Places
    keys: Keyring = field(default_factory=Keyring)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """A file that is open, and what can be done with it.

    Args:
        file: the open file.
        services: of that file.
        log: what happened, by code and number; never names or texts.
    """

    file: "DeskFile"
    services: "Services"
    log: "EventLog"

    def close(self) -> None:
        """Let the file and its log go.

        Raises:
            Trouble: what came in the way of the file; it and the log are let go all the same.
        """
        try:
            self.file.close()
            self.log.note("file.closed")
        finally:
            self.log.close()


def gather(profile: Path | None) -> Program:
    """Find and read what every command needs.

    Args:
        profile: the folder that ``--profile`` named, or None.

    Raises:
        Trouble: ``program_incomplete``.
    """
    resources, where = resources_folder(), places(profile)
    brought.use(where.updates)
    return Program(
        resources=resources,
        words=load_words(root=resources, first=_FIRST_WORDS),
        clock=SystemClock(),
        places=where,
    )


@cache
def charter_guide(resources: Path) -> "Guide":
    """The guide of the charter, read once."""
    from servicedesk.content.guides import load_guide

    return load_guide(resources, "charter")


def charter_papers(program: Program) -> "CharterPapers":
    """What makes the papers of charters; brings the whole of printing in."""
    from servicedesk.content.law import facts_for
    from servicedesk.documents.fonts import load_faces
    from servicedesk.services.charters_papers import CharterPapers

    def law(nation: str) -> Mapping[str, str]:
        return facts_for(program.resources, nation)

    return CharterPapers(
        guide=charter_guide(program.resources),
        phrases=program.words,
        law=law,
        faces=load_faces(program.resources / "fonts"),
    )


def _guide(resources: Path, name: str) -> "Guide":
    from servicedesk.content.guides import load_guide

    return load_guide(resources, name)


def check_bank(resources: Path, bank: "Bank") -> "CheckBank":
    """A bank of questions for checking oneself, held against the legal facts there are.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    from servicedesk.content.checks import load_check_bank
    from servicedesk.content.law import load_facts

    return load_check_bank(resources, bank, {fact.id for fact in load_facts(resources)})


def _checked_logo(data: bytes, name: str) -> "Logo":
    from servicedesk.app.worker import checked_logo

    return checked_logo(data, name)


def _thumbnail(data: bytes) -> bytes | None:
    from servicedesk.app.worker import thumbnail

    return thumbnail(data)


def _workbook(data: bytes, name: str, sheet: str | None) -> "Workbook":
    from servicedesk.app.worker import workbook

    return workbook(data, name, sheet)


def _cards(data: bytes, name: str) -> "tuple[CardRead, ...]":
    from servicedesk.app.worker import cards

    return cards(data, name)


def surroundings(program: Program, memory: "Remembers") -> "Surroundings":
    """The world as services see it.

    Args:
        program: with its words, clock and folders.
        memory: preferences of this machine.
    """
    from servicedesk.services.surroundings import Surroundings

    return Surroundings(
        clock=program.clock,
        phrases=program.words,
        resources=program.resources,
        database=program.places.database,
        backups=program.places.backups,
        temporary=program.places.temporary,
        logs=program.places.logs,
        memory=memory,
        papers=cache(partial(charter_papers, program)),
        guide=cache(partial(_guide, program.resources)),
        check_bank=cache(partial(check_bank, program.resources)),
        logo_from=_checked_logo,
        thumbnail_from=_thumbnail,
        workbook_from=_workbook,
        cards_from=_cards,
        key=program.keys.fitting(program.places.database),
        keys=program.keys,
    )


def open_desk(
    program: Program, memory: "Remembers | None" = None, key: str | None = None
) -> OpenDesk:
    """Open the file of a profile, which is there already.

    Args:
        program: with its words, clock and folders, and the keys that are known.
        memory: preferences of this machine; None to read them.
        key: of the file, raw with its salt; None for the one that is known, if it needs any.

    Raises:
        Trouble: whatever keeps it from being opened; ``password_needed`` when it has a password
            and no key for it is known.
    """
    from servicedesk.services.registry import open_services
    from servicedesk.store.encrypting import clear_unfinished
    from servicedesk.store.opening import open_file
    from servicedesk.system.files import empty_folder
    from servicedesk.system.folders import clear_half_written
    from servicedesk.system.log import EventLog

    program.places.make()
    empty_folder(program.places.temporary)
    clear_half_written(program.places.unfinished)
    database = program.places.database
    clear_unfinished(database)
    key = key or program.keys.fitting(database)
    file = open_file(database, backups=program.places.backups, moment=program.clock.now(), key=key)
    program.keys.learn(key)
    if memory is None:
        from servicedesk.system.preferences import Preferences

        memory = Preferences(program.places.preferences)
    log = EventLog(program.places.logs)
    log.note("file.opened")
    return OpenDesk(file=file, services=open_services(file, surroundings(program, memory)), log=log)


def copy_aside(program: Program) -> Path:
    """Copy the file among the backups, before something is done that could go wrong.

    Returns:
        The copy, proven.

    Raises:
        Trouble: whatever keeps it from being made.
    """
    from servicedesk.store.backup import write_backup

    program.places.make()
    target = program.places.backups / f"{program.clock.now():%Y-%m-%d-%H%M%S}-taken-over.db"
    database = program.places.database
    return write_backup(database, target, program.keys.fitting(database)).path


def create_desk(program: Program) -> None:
    """Create the file of a profile that has none yet.

    Raises:
        Trouble: whatever keeps it from being created.
    """
    from servicedesk.store.opening import create_file

    program.places.make()
    create_file(program.places.database)
