# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What closes the open file and opens it again: locking, a new password, a backup, damage.

Whatever does so goes through here. A password is handed on, never
kept: what the program knows while it runs is the key made of it, and locking forgets that too.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.messages import show_trouble
from servicedesk.ui.core.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from servicedesk.app.bootstrap import Program
    from servicedesk.app.desk_parts import DeskParts
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.shell.unlock_page import UnlockPage

_LOOKS_AGAIN_MS = 20
"""Until a dialog that was closed has gone from its own loop of events."""

_STOPS_PAINTING = 3
"""Times that the window is asked to: the first may only bring up what an earlier paint threw."""


class Unlocking(QObject):
    """Closes the file and opens it again, each time with the password it needs.

    Signals:
        damage_heard: (Trouble) a read or a change came upon damage, in whichever thread.

    Args:
        desk: whose file it is.
        parent: lives as long as the desk.
    """

    damage_heard = Signal(object)

    def __init__(self, desk: "DeskParts", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_closing = False
        # Later, and in this thread: it may have been met in the middle of painting a page.
        self.damage_heard.connect(self._give_up, Qt.ConnectionType.QueuedConnection)

    # Opening a file that has a password.

    def ask(self, program: "Program", place: "Place | None") -> None:
        """Show the page that asks for the password.

        Args:
            program: its words, folders and keys.
            place: what is shown once the file is open; None for the first page.
        """
        from servicedesk.ui.shell.unlock_page import UnlockPage

        desk = self._desk
        database = program.places.database
        page = UnlockPage(database.name, program.words)
        page.unlock_wanted.connect(partial(self._unlock, program, place, page))
        page.backup_wanted.connect(lambda: desk.recovery(program).ask(desk.window))
        desk.window.tell_nothing()
        desk.window.show_stage(page)

    def _unlock(
        self, program: "Program", place: "Place | None", page: "UnlockPage", typed: str
    ) -> None:
        """Make the key beside the screen, see that it opens the file, and open it."""
        desk = self._desk

        def run(_progress: Progress) -> str:
            return _key_of(program, desk, typed)

        def fits(key: str) -> None:
            program.keys.learn(key)
            desk.open_or_tell(program, place)

        def failed(fault: Exception) -> None:
            if not isinstance(fault, Trouble):
                raise fault
            if fault.code == "file_damaged":
                desk.tell_trouble(program, fault)
                return
            words = program.words.trouble(fault)
            page.say_wrong(f"{words.happened} {words.do}")

        desk.tasks.run(self.tr("Opening your file …"), run, fits, failed, page)

    # Locking.

    def lock(self) -> None:
        """Close the file and ask for its password; what is half typed is kept in it first.

        Without a password nothing happens: there would be nothing to keep anybody out.
        """
        bench = self._desk.bench
        if bench is None or self._is_closing or not bench.services.password.is_set():
            return
        self._is_closing = True
        self._close_dialogs(self._lock_now)

    def _close_dialogs(self, then: Callable[[], None]) -> None:
        """Close what is open over the window, each form keeping what was typed, then go on."""
        for asking in reversed(QApplication.topLevelWidgets()):
            if asking.isModal() and asking.isVisible():
                asking.close()
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(0, self, then)
        else:
            QTimer.singleShot(_LOOKS_AGAIN_MS, self, partial(self._close_dialogs, then))

    def _lock_now(self) -> None:
        self._is_closing = False
        desk = self._desk
        program = desk.program
        if desk.bench is None or program is None:
            return  # the window was closed meanwhile
        place = self._leave()
        desk.close_file()
        program.keys.forget()
        desk.open_or_tell(program, place)

    def _leave(self) -> "Place | None":
        """Leave every page; the place that was shown."""
        window = self._desk.window
        place = window.here
        window.let_go()
        return place

    # Damage that is met while the file is open.

    def _give_up(self, trouble: Trouble) -> None:
        """Close the file, and show the page that leads back from the newest good backup."""
        desk = self._desk
        if desk.bench is None or self._is_closing or desk.is_leaving:
            return  # heard before, or whoever opens or closes the file tells it
        self._is_closing = True
        for _ in range(_STOPS_PAINTING):
            with suppress(Trouble):  # of a paint that went wrong: Qt throws it into our next call
                desk.window.setUpdatesEnabled(False)
        desk.tasks.cancel()
        self._close_dialogs(partial(self._give_up_now, trouble))

    def _give_up_now(self, trouble: Trouble) -> None:
        if QApplication.activeModalWidget() is not None:  # the page told of it once more
            self._close_dialogs(partial(self._give_up_now, trouble))
            return
        self._is_closing = False
        desk = self._desk
        if desk.bench is None or desk.program is None:
            return  # the window was closed meanwhile
        with suppress(Trouble):  # what is half typed is kept where it still can be
            self._leave()
        desk.close_file()
        desk.tell_trouble(desk.program, trouble)
        desk.window.setUpdatesEnabled(True)

    # A backup in the file's place.

    def put_back(self, backup: Path) -> None:
        """Put a backup in the file's place: close, swap, open again, show the same place.

        Raises:
            Refusal: the backup is not one that may be put back; the file is as it was.
            Trouble: it could not be done; the file is as it was.
        """
        from servicedesk.app.bootstrap import surroundings
        from servicedesk.services.backup_restore import put_back
        from servicedesk.ui.shell.stages import OpeningPage

        desk = self._desk
        program = desk.gathered()
        around = surroundings(program, desk.remembered)
        had_one = around.database.exists()
        place = self._leave()
        desk.window.show_stage(OpeningPage(desk.theme), has_doors=True)
        desk.close_file()
        try:
            put_back(backup, around)
        finally:
            desk.open_or_tell(program, place)
        bench = desk.bench
        if bench is not None:  # else a page over the whole window says what comes next
            bench.bar.stand(self._back(had_one))

    def _back(self, had_one: bool) -> str:
        said = self.tr("Your backup is back: your records are as they were when it was made.")
        if not had_one:
            return said
        kept = self.tr("What was there until now is kept among your backups.")
        return f"{said} {kept}"

    # Another password.

    def change_password(self, password: str | None) -> None:
        """Back up, close the file, write it anew beside the screen, and open it again.

        Args:
            password: the new one, which may be one; None for none any more.
        """
        desk = self._desk
        bench, program = desk.bench, desk.program
        if bench is None or program is None:
            return
        from servicedesk.ui.shell.unlock_page import WaitingPage

        backups = bench.services.backups
        place = self._leave()
        title = self._title(password)
        about = self.tr("Your file stays as it is until the new one is finished and read back.")
        page = WaitingPage(title, about)
        page.stop_wanted.connect(desk.tasks.cancel)
        desk.tasks.stepped.connect(page.show_step)
        desk.window.show_stage(page)

        def rewrite() -> None:
            desk.close_file()
            self._rewrite(program, password, place)

        self._run(
            title,
            lambda progress: backups.back_up(BackupReason.BEFORE_PASSWORD, progress),
            rewrite,
            lambda fault: self._again(program, place, fault),
        )

    def _title(self, password: str | None) -> str:
        if password is None:
            return self.tr("Taking the password away …")
        return self.tr("Giving your file its new password …")

    def _rewrite(self, program: "Program", password: str | None, place: "Place | None") -> None:
        from servicedesk.app.bootstrap import surroundings
        from servicedesk.services.password import change_closed

        desk = self._desk
        around = surroundings(program, desk.remembered)

        def done() -> None:
            desk.open_or_tell(program, place)
            bench = desk.bench
            if bench is not None:
                bench.bar.say(self._said(password))
                backups = bench.services.backups
                self._run(  # the newest backup has the old password
                    self.tr("Backing up …"),
                    lambda progress: backups.back_up(BackupReason.INTERVAL, progress),
                    desk.window.look_at_backup,
                    lambda fault: None if fault is None else self._tell(program, fault),
                )

        self._run(
            self._title(password),
            lambda progress: change_closed(around, password, progress),
            done,
            lambda fault: self._again(program, place, fault),
        )

    def _said(self, password: str | None) -> str:
        if password is None:
            return self.tr("Your file has no password any more.")
        return self.tr("Your file has its new password. Print the recovery sheet now.")

    def _again(self, program: "Program", place: "Place | None", fault: Exception | None) -> None:
        """Open the file as it was, and say what came in the way."""
        desk = self._desk
        if desk.bench is not None:  # the backup failed: the file is still open
            desk.window.opened(desk.bench, place)
        else:
            desk.open_or_tell(program, place)
        if fault is None:
            if desk.bench is not None:
                desk.bench.bar.say(self.tr("Stopped. Your file is as it was."))
            return
        self._tell(program, fault)

    def _tell(self, program: "Program", fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        show_trouble(program.words.trouble(fault), self._desk.window)

    def _run(
        self,
        title: str,
        job: Callable[[Progress], object],
        done: Callable[[], None],
        failed: Callable[[Exception | None], None],
    ) -> None:
        """Run a job; ``failed`` hears None when somebody stopped it."""

        def run(progress: Progress) -> bool:
            try:
                job(progress)
            except Cancelled:
                return False
            return True

        def ended(is_done: bool) -> None:
            if self._desk.is_leaving:
                return
            if is_done:
                done()
            else:
                failed(None)

        self._desk.tasks.run(title, run, ended, failed, self)


def _key_of(program: "Program", desk: "DeskParts", typed: str) -> str:
    """The key of the file; beside the screen, for making it takes a moment.

    Raises:
        Trouble: ``password_wrong``; ``file_damaged`` when it opens the newest backup instead.
    """
    from servicedesk.app.bootstrap import surroundings
    from servicedesk.services.backup_newest import newest_key
    from servicedesk.services.password import key_for

    database = program.places.database
    try:
        return key_for(database, typed)
    except Trouble as trouble:
        around = surroundings(program, desk.remembered)
        key = newest_key(around, typed) if trouble.code == "password_wrong" else None
        if key is None:
            raise
        program.keys.learn(key)
        raise Trouble("file_damaged", name=database.name) from trouble
