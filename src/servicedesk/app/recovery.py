# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Going on from a backup where no file can be opened: at a first run, or after damage."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from servicedesk.app.bootstrap import Program, surroundings
from servicedesk.domain.backups import BackupCard, BackupContents
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_restore import look_into
from servicedesk.services.backup_shelf import Shelf
from servicedesk.services.surroundings import Remembers
from servicedesk.ui.backups.restore import RestoreDialog
from servicedesk.ui.backups.said import moment_words, size_words
from servicedesk.ui.backups.topic import put_back
from servicedesk.ui.core.tasks import Progress, Tasks
from servicedesk.ui.shell.stages import BackupOffer

_MOST = 3
"""Backups that are offered in place of a damaged file."""


class Recovery:
    """Looks into backups without an open file, and asks which to go on from.

    Args:
        program: its folders, words and clock.
        memory: preferences of this machine.
        tasks: looks beside the screen.
        door: puts a backup in the file's place and opens it; raises Refusal or Trouble.
    """

    def __init__(
        self, program: Program, memory: Remembers, tasks: Tasks, door: Callable[[Path], None]
    ) -> None:
        self._program = program
        self._around = surroundings(program, memory)
        self._tasks = tasks
        self._door = door

    def ask(self, window: QWidget, backup: Path | None = None) -> None:
        """Show what is in a backup, and put it in the file's place when that is wanted.

        Args:
            window: that the question belongs to.
            backup: None to have one chosen.
        """
        program = self._program
        dialog = RestoreDialog(
            self._look_into,
            self._tasks,
            program.words,
            program.clock.today(),
            has_file=program.places.database.exists(),
            parent=window,
        )
        if backup is not None:
            dialog.presenter.choose(backup)
        is_wanted = dialog.exec() == RestoreDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if is_wanted and chosen is not None:
            put_back(self._door, chosen, program.words)

    def find(self, title: str, found: Callable[[tuple[BackupOffer, ...]], None]) -> None:
        """Look for the newest backups that are good, beside the screen.

        Args:
            title: of the work, for the person who waits.
            found: gets them, the newest first.
        """
        self._tasks.run(title, self._good, found, _raise)

    def _good(self, progress: Progress) -> tuple[BackupOffer, ...]:
        places = self._program.places
        good: list[BackupOffer] = []
        for card in Shelf(places.backups, places.database).cards():
            progress.raise_if_cancelled()
            if self._is_good(card):
                good.append(BackupOffer(path=Path(card.path), words=self._words(card)))
            if len(good) == _MOST:
                break
        return tuple(good)

    def _is_good(self, card: BackupCard) -> bool:
        try:
            self._look_into(Path(card.path))
        except (Refusal, Trouble):
            return False
        return True

    def _look_into(self, path: Path) -> BackupContents:
        return look_into(path, self._around)

    def _words(self, card: BackupCard) -> str:
        when = moment_words(card.at, self._program.clock.today())
        return f"{when}, {size_words(card.size)}"


def _raise(fault: Exception) -> None:
    raise fault
