# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One trouble that keeps the file from being opened, and what is done about it on its page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from servicedesk.app.bootstrap import Program
from servicedesk.domain.errors import Trouble
from servicedesk.domain.recovery import RecoveryWay, helped_by_backup, ways_on, without_backup
from servicedesk.services.backup_newest import GoodBackup, newest_good
from servicedesk.services.salvage import Salvaged, save_readable
from servicedesk.services.surroundings import Surroundings
from servicedesk.ui.backups.said import moment_words, size_words
from servicedesk.ui.core.stoppable import Stoppable
from servicedesk.ui.core.tasks import Cancelled, Progress, Tasks
from servicedesk.ui.shell.frame import Frame
from servicedesk.ui.shell.trouble_page import TroublePage, WayOffer
from servicedesk.ui.widgets.ask_file import choose_folder, open_file


def show_folder(folder: Path) -> None:
    """Show a folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class RecoveryCase(QObject):
    """Looks for the newest good backup, and goes the way on that is chosen.

    Args:
        program: its folders, words and keys.
        around: the world as services see it.
        tasks: looks and saves beside the screen.
        window: shows the page.
        page: of the trouble; the case is gone with it.
        trouble: what keeps the file from being opened.

    Attributes:
        again: tries once more to open the file.
        begin_anew: makes an empty file.
        ask: shows what is in a backup, or in one that is chosen there, and puts it back.
    """

    def __init__(
        self,
        program: Program,
        around: Surroundings,
        tasks: Tasks,
        window: Frame,
        page: TroublePage,
        trouble: Trouble,
    ) -> None:
        super().__init__(page)
        self._program, self._around, self._tasks = program, around, tasks
        self._window, self._page = window, page
        self._code = trouble.code
        self._good: GoodBackup | None = None
        self._is_saving = False
        self.again: Callable[[], object] = lambda: None
        self.begin_anew: Callable[[], object] = lambda: None
        self.ask: Callable[[Path | None], object] = lambda _backup: None
        self._is_stopped = False
        page.wanted.connect(self.go)
        page.stop_wanted.connect(self._stop)

    def begin(self) -> None:
        """Offer what can be offered at once, and look for the rest."""
        ways = ways_on(self._code)
        if not helped_by_backup(self._code):
            self._page.offer(self._offers(ways))
            return
        looking = self.tr("Looking for your newest good backup …")
        self._page.tell_backup(looking, "")
        self._page.offer(self._offers(without_backup(ways)), has_first=False)
        self._tasks.run(
            looking, lambda _progress: newest_good(self._around), self._found, _raise, self
        )

    def _offers(self, ways: tuple[RecoveryWay, ...]) -> list[WayOffer]:
        return [WayOffer(way=way, words=self._program.words.enum(way)) for way in ways]

    def _is_shown(self) -> bool:
        return self._window.stage is self._page

    def _found(self, good: GoodBackup | None) -> None:
        if not self._is_shown():
            return
        self._good = good
        ways = ways_on(self._code)
        if good is None:
            none = self.tr("No good backup was found on this computer. One may be on a stick.")
            self._page.tell_backup(none, "")
            self._page.offer(self._offers(without_backup(ways)))
            return
        words = self._program.words
        when = moment_words(good.card.at, self._program.clock.today())
        title = self.tr("Your newest good backup was made {when}").format(when=when)
        counts = good.counts or {}
        holds = [
            words.say(f"backup_holds.{kind.value}", count=str(count))
            for kind, count in counts.items()
        ]
        size = self.tr("Size: {size}").format(size=size_words(good.card.size))
        after = self.tr("What was written down after that is not in it.")
        self._page.tell_backup(title, "\n".join([" · ".join([*holds, size]), after]))
        self._page.offer(self._offers(ways))

    def go(self, way: RecoveryWay) -> None:
        """Take a way on."""
        {
            RecoveryWay.PUT_BACK: self._put_back,
            RecoveryWay.CHOOSE_BACKUP: lambda: self.ask(None),
            RecoveryWay.LOOK_ELSEWHERE: self._look_elsewhere,
            RecoveryWay.SAVE_READABLE: self._save,
            RecoveryWay.OPEN_FOLDER: lambda: show_folder(self._program.places.data),
            RecoveryWay.TRY_AGAIN: self.again,
            RecoveryWay.BEGIN_ANEW: self.begin_anew,
        }[way]()

    def _put_back(self) -> None:
        if self._good is not None:
            self.ask(Path(self._good.card.path))

    def _look_elsewhere(self) -> None:
        """A file that was moved is brought back as a backup is: looked into, copied, checked."""
        kinds = self.tr("Servicedesk files (*.db);;All files (*)")
        path = open_file(self._window, self.tr("Where is your file?"), kinds)
        if path is not None:
            self.ask(path)

    def _save(self) -> None:
        if self._is_saving:
            return
        into = choose_folder(self._window, self.tr("Folder for what can be read"))
        if into is None:
            return
        database, around = self._program.places.database, self._around
        key = self._program.keys.fitting(database)
        donor = None if self._good is None or key is not None else Path(self._good.card.path)

        self._is_saving, self._is_stopped = True, False

        def run(progress: Progress) -> Salvaged | None:
            steps = Stoppable(progress, lambda: self.is_stopped)
            try:
                return save_readable(database, into, around, steps, donor=donor, key=key)
            except Cancelled:
                return None

        self._page.let_stop(True)
        title = self.tr("Saving what can be read …")
        self._page.say(title)
        self._tasks.run(title, run, self._saved, self._not_saved, self)

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked to stop the saving; called from the worker."""
        return self._is_stopped

    def _stop(self) -> None:
        self._is_stopped = True
        self._page.let_stop(False)
        self._page.say(self.tr("Stopping …"))

    def _saved(self, done: Salvaged | None) -> None:
        self._is_saving = False
        if not self._is_shown():
            return
        self._page.let_stop(False)
        if done is None:
            self._page.say(self.tr("Stopped. Nothing was left behind, and your file is as it was."))
        else:
            said = self.tr(
                "{rows} entries and {files} files were saved into {folder}. Begin with index.html "
                "there: it says what could not be read."
            )
            folder = str(done.folder)
            self._page.say(said.format(rows=done.rows, files=done.files, folder=folder))
            show_folder(done.folder)

    def _not_saved(self, fault: Exception) -> None:
        self._is_saving = False
        if not isinstance(fault, Trouble):
            raise fault
        words = self._program.words.trouble(fault)
        if self._is_shown():
            self._page.let_stop(False)
            self._page.say(f"{words.happened} {words.safe} {words.do}")


def _raise(fault: Exception) -> None:
    raise fault
