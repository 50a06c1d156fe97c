# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opens the window: painted first, storage after, one program per file."""

from servicedesk.app import plain_import  # first: it takes Python's import before Qt hooks it

# isort: split
import gc
import os
import signal
import socket
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from servicedesk.app import crash
from servicedesk.app.arguments import started_as
from servicedesk.app.dressing import theme_of
from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import Places, places
from servicedesk.system.preferences import Preferences
from servicedesk.system.resources import resources_folder
from servicedesk.ui.core import messages
from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.first_presenter import FirstPresenter, FirstStage
from servicedesk.ui.shell.first_window import Commands, FirstWindow

if TYPE_CHECKING:  # brought in once the window is painted
    from servicedesk.app.bootstrap import OpenDesk, Program
    from servicedesk.app.one_program import Doorbell, FileLock


def run(profile: Path | None) -> int:
    """Open the window and stay until it is closed.

    Args:
        profile: the folder that ``--profile`` named, or None.

    Returns:
        The exit status.
    """
    gc.disable()  # nothing of what a start makes is rubbish
    where = places(profile)
    application = QApplication(["servicedesk"])
    application.setApplicationName("servicedesk")
    if is_open_elsewhere(where):
        return 0
    remembered = Preferences(where.preferences)
    percent = remembered.get("text_size")
    resources = resources_folder()
    theme = theme_of(
        resources,
        percent if isinstance(percent, int) else 100,
        str(remembered.get("theme")),
    )
    theme.apply(application)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    desk = DeskWindow(profile, where, theme, remembered)
    crash.catch_all(desk.show_crash)
    ears = SignalEars(application)
    desk.window.show()
    try:
        return application.exec()
    finally:
        ears.close()
        desk.close()


def is_open_elsewhere(where: Places) -> bool:
    """Whether another program has the file open and has come forward for us."""
    if not where.database.with_name(where.database.name + ".lock").exists():
        return False
    from servicedesk.app.one_program import call_first

    return call_first(where.database)


def commands(profile: Path | None, number: int) -> Commands:
    """The commands that make and publish a charter, as they are typed on this machine.

    Args:
        profile: the folder that was named, or None.
        number: of the version that is published, or 0. It is part of the answers' file name,
            because a file that is there already is never overwritten.
    """
    files = ["--profile", str(profile)] if profile is not None else []
    if number:
        answers = f"my-charter-{number + 1}.toml"
        begin = ["--published", "--save-answers", answers]
    else:
        answers = "my-charter.toml"
        draft = ["--trade", "plumber", "--name", "Your business", "--out", "my-charter"]
        begin = [*draft, "--save-answers", answers]
    final = ["--answers", answers, "--out", "my-charter", "--publish"]
    join = _join_for_windows if os.name == "nt" else _join
    return Commands(
        begin=f"{started_as()} {join(['charter', *files, *begin])}",
        publish=f"{started_as()} {join(['charter', *files, *final])}",
    )


def _join(words: Sequence[str]) -> str:
    import shlex

    return shlex.join(words)


def _join_for_windows(words: Sequence[str]) -> str:
    import subprocess  # takes long to come in, and is wanted there alone

    return subprocess.list2cmdline(words)


class SignalEars:
    """Ends the program in good order when the system, or Ctrl+C, asks it to end.

    Qt's event loop runs no Python while it waits, so Python would hear of a signal only with the
    next event. A socket that Python writes to at once wakes the loop.

    Args:
        application: is asked to quit.
    """

    def __init__(self, application: QApplication) -> None:
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._told.fileno())
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: application.quit())

    def _drain(self) -> None:
        self._heard.recv(64)

    def close(self) -> None:
        """Hear nothing more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._heard.close()
        self._told.close()


class DeskWindow(QObject):
    """The window with all that is behind it, from the first paint to the last.

    Args:
        profile: the folder that was named, or None.
        where: its places.
        theme: colours and type.
        remembered: what this computer remembers.
    """

    def __init__(
        self, profile: Path | None, where: Places, theme: Theme, remembered: Preferences
    ) -> None:
        super().__init__()
        self._profile = profile
        self._places = where
        self._tasks = Tasks(self)
        self._presenter = FirstPresenter(self._tasks, Changes(self), self)
        self._lock: FileLock | None = None
        self._bell: Doorbell | None = None
        self._desk: OpenDesk | None = None
        self._remembered = remembered
        self._notices: list[str] = []
        self.window = FirstWindow(self._presenter, theme, partial(commands, profile))
        self.window.put_at(str(remembered.get("window_place")))
        self.window.painted.connect(self.open_file)
        self.window.help_wanted.connect(self.show_help)

    @property
    def stage(self) -> FirstStage:
        """What the window shows now."""
        return self._presenter.state.stage

    def open_file(self) -> None:
        """Bring storage in and show what the file holds; the window is on the screen by now."""
        plain_import.restore()
        from servicedesk.app.bootstrap import gather

        program = gather(self._profile)
        try:
            self._open(program)
        except Trouble as trouble:
            from servicedesk.app.damaged import spoken

            self._presenter.could_not_open(spoken(program, trouble))
        if self._notices:
            self._presenter.notice("\n".join(self._notices))
        gc.collect()
        gc.freeze()
        gc.enable()

    def _open(self, program: "Program") -> None:
        if not self._places.database.exists():  # creating one is a deliberate act, not a start
            from servicedesk.system.files import could_be_folder

            could_be_folder(self._places.data)  # else no command could work either
            self._notices = self._faults_remembered(program)
            self._presenter.nothing_kept()
            return
        self._notices = self._faults_remembered(program)
        from servicedesk.app.bootstrap import open_desk
        from servicedesk.app.one_program import Doorbell

        self._lock = self._locked(program)
        self._bell = Doorbell(self._places.database, self.window.bring_forward, self)
        self._desk = open_desk(program, self._remembered)
        place = self._desk.file.place
        if not place.is_fixed:
            self._notices.append(program.words.say(f"place.{place.kind}", name=place.name))
        self._presenter.opened(self._desk.services, program.words)

    def _faults_remembered(self, program: "Program") -> list[str]:
        """What was wrong with the file of preferences, in words."""
        told = (program.words.trouble(trouble) for trouble in self._remembered.troubles)
        return [f"{words.happened} {words.safe} {words.do}" for words in told]

    def _locked(self, program: "Program") -> "FileLock":
        """Take the lock; one that another computer left is broken only when the person says so."""
        from servicedesk.app.bootstrap import copy_aside
        from servicedesk.app.one_program import ELSEWHERE, FileLock

        lock = FileLock(self._places.database)
        try:
            lock.take()
        except Trouble as trouble:
            if trouble.code != ELSEWHERE or not messages.ask(
                program.words.trouble(trouble),
                self.tr("Open anyway, after a copy"),
                self.tr("Leave it alone"),
                self.window,
            ):
                raise
            copy_aside(program)
            lock.break_open()
            lock.take()
        return lock

    def show_help(self) -> None:
        """Open the help of this window."""
        from servicedesk.ui.shell.help_window import HelpWindow

        page = resources_folder() / "help" / "en" / "first-window.md"
        HelpWindow(page.read_text(encoding="utf-8"), self.window).exec()

    def show_crash(self, fault: BaseException) -> None:
        """Show the report of a bug; it is kept only when the person asks for it."""
        from servicedesk.ui.shell.crash_window import CrashWindow

        if self._desk is not None:
            self._desk.log.fault(fault)
        report = crash.report_of(fault)
        CrashWindow(report, lambda: str(crash.keep(report, self._places.logs)), self.window).exec()

    def close(self) -> None:
        """Let everything go, the file before its lock."""
        with suppress(Trouble):  # nobody is kept from closing a window over its place
            self._remembered.set("window_place", self.window.place)
        self._tasks.wait()
        if self._bell is not None:
            self._bell.close()
        if self._desk is not None:
            # This window writes nothing, so nothing is lost; the next start looks at the file.
            with suppress(Trouble):
                self._desk.close()
        if self._lock is not None:
            self._lock.release()
