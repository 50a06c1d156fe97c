# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Going on where no file can be opened: from a backup, or with what can still be read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from servicedesk.app.bootstrap import Program, surroundings
from servicedesk.app.damaged import spoken
from servicedesk.app.recovery_case import RecoveryCase
from servicedesk.domain.backups import BackupContents
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_restore import look_into
from servicedesk.services.surroundings import Remembers
from servicedesk.ui.backups.restore import RestoreDialog
from servicedesk.ui.backups.topic import put_back
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.frame import Frame
from servicedesk.ui.shell.trouble_page import TroublePage


class Recovery:
    """Looks into backups without an open file, and goes the way on that is chosen.

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

    def _look_into(self, path: Path, password: str | None = None) -> BackupContents:
        return look_into(path, self._around, password=password)

    def tell(
        self,
        window: Frame,
        theme: Theme,
        trouble: Trouble,
        *,
        again: Callable[[], object],
        begin_anew: Callable[[], object],
    ) -> TroublePage:
        """Show what keeps the file from being opened, with the ways on.

        The page is there at once; the newest good backup is looked for beside it.

        Args:
            window: shows the page.
            theme: measures.
            trouble: what keeps it from being opened.
            again: tries once more.
            begin_anew: makes an empty file.
        """
        words = spoken(self._program, trouble, in_window=True)
        page = TroublePage(words, theme, is_damaged=trouble.code == "file_damaged")
        case = RecoveryCase(self._program, self._around, self._tasks, window, page, trouble)
        case.again = again
        case.begin_anew = begin_anew
        case.ask = lambda backup: self.ask(window, backup)
        window.show_stage(page)
        case.begin()
        return page
