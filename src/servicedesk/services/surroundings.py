# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What services are given by the attic: words, clock, folders, and what runs in a child."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from servicedesk.domain.clock import Clock
from servicedesk.domain.phrases import Phrases
from servicedesk.system.keyring import Keyring

if TYPE_CHECKING:  # printing is brought in by the first paper, not by the start
    from servicedesk.content.cards_in import CardRead
    from servicedesk.content.workbooks_in import Workbook
    from servicedesk.domain.blocks import Logo
    from servicedesk.domain.checks import Bank, CheckBank
    from servicedesk.domain.guides import Guide
    from servicedesk.services.charters_papers import CharterPapers


class Remembers(Protocol):
    """What this machine remembers between starts, such as the folder of the second backups."""

    def get(self, key: str) -> object:
        """Return what is remembered, or the default; KeyError for an unknown key."""
        ...

    def set(self, key: str, value: object) -> None:
        """Remember a value; raises Refusal or Trouble."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The world as services see it.

    Args:
        clock: tells the time.
        phrases: words of the language of the papers.
        resources: folder of the program's data files.
        database: the file that is open.
        backups: folder of the first backups.
        temporary: folder whose content may go at any start.
        memory: preferences of this machine.
        papers: makes the papers of charters; called when the first one is needed.
        guide: reads a guide by its id, once, such as "charter" or "settings".
        check_bank: reads a bank of questions, once.
        logo_from: (bytes, file name) -> a checked logo, read by a child process; raises Refusal.
        thumbnail_from: bytes -> a small PNG, made by a child process; None for no picture.
        workbook_from: (bytes, file name, sheet or None) -> a sheet, read by a child process; raises
            Refusal.
        cards_from: (bytes, file name) -> visiting cards, read by a child process; raises Refusal.
        logs: folder of the log and of reports of crashes; None where there is none.
        key: of the file that is open, raw with its salt; None for a plain one.
        keys: all that are known: of that file, and of backups that have another password.
    """

    clock: Clock
    phrases: Phrases
    resources: Path
    database: Path
    backups: Path
    temporary: Path
    memory: Remembers
    papers: "Callable[[], CharterPapers]"
    guide: "Callable[[str], Guide]"
    check_bank: "Callable[[Bank], CheckBank]"
    logo_from: "Callable[[bytes, str], Logo]"
    thumbnail_from: "Callable[[bytes], bytes | None]"
    workbook_from: "Callable[[bytes, str, str | None], Workbook]"
    cards_from: "Callable[[bytes, str], tuple[CardRead, ...]]"
    logs: Path | None = None
    key: str | None = None
    keys: Keyring = field(default_factory=Keyring)

    @property
    def unfinished(self) -> Path:
        """Folder of notes on folders that are being written elsewhere."""
        return self.database.parent / "unfinished"
