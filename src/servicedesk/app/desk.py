# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is behind the window: the file with its lock, its services, and what happens to them."""

from servicedesk.app import plain_import  # first: it takes Python's import before Qt hooks it

# isort: split
import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication

from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import Places
from servicedesk.system.preferences import Preferences
from servicedesk.ui.core.garbage import GarbageCollector
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.stages import OpeningPage
from servicedesk.ui.shell.window import Shell

if TYPE_CHECKING:  # brought in once the window is painted
    from servicedesk.app.bootstrap import OpenDesk, Program
    from servicedesk.app.crash_telling import CrashTeller
    from servicedesk.app.one_program import Doorbell, FileLock
    from servicedesk.app.recovery import Recovery
    from servicedesk.app.unlocking import Unlocking
    from servicedesk.app.upkeep import KeptUp
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.core.workbench import Workbench

NEEDED = "password_needed"
"""The trouble that is no trouble: the file waits for its password."""

_SETTLES_MS = 60
"""After the first page is shown; what it can do without comes in then."""

WAITS_MS = 5_000
"""How long a start waits for another that has the file: it may be just starting, or ending."""

_RINGS_EVERY_MS = 150


class Desk(QObject):
    """The window with all that is behind it, from the first paint to the last.

    Args:
        profile: the folder that was named, or None.
        where: its places.
        theme: colours and type.
        remembered: what this computer remembers.
        is_demo: it is the pretend shop, which is made when it was not made today.

    Attributes:
        window: what the person sees.
        bench: of the open file; None before and after.
        trouble: what kept the file from being opened, its password too, or None.
        program: words, clock, folders and keys; None before the first paint.
        tasks: work beside the screen.
        theme: as given.
        remembered: as given.
        is_leaving: the window goes now, or once the last backup is made.
        before_opening: called once the window is painted, when nothing is open yet.
    """

    def __init__(
        self,
        profile: Path | None,
        where: Places,
        theme: Theme,
        remembered: Preferences,
        *,
        is_demo: bool = False,
    ) -> None:
        super().__init__()
        self._is_demo = is_demo
        self._profile = profile
        self._places = where
        self.theme = theme
        self.remembered = remembered
        self.tasks = Tasks(self)
        self.program: Program | None = None
        self._lock: FileLock | None = None
        self._bell: Doorbell | None = None
        self._desk: OpenDesk | None = None
        self._upkeep: KeptUp | None = None
        self.is_leaving = False
        self._patience: QDeadlineTimer | None = None
        self._notices: list[str] = []
        self._teller: CrashTeller | None = None
        self._unlocks: Unlocking | None = None
        self.bench: Workbench | None = None
        self.trouble: Trouble | None = None
        self.before_opening: Callable[[], object] = lambda: None
        self.window = Shell(theme, has_file=is_demo or where.database.exists())
        self.window.put_at(str(remembered.get("window_place")))
        self.window.painted.connect(self.open_file)
        self.window.may_close = self._may_close

    def open_file(self) -> None:
        """Bring storage in and show what the file holds; the window is on the screen by now."""
        plain_import.restore()
        from servicedesk.app.bootstrap import gather

        self.before_opening()
        self.program = gather(self._profile)
        self._tell_preferences(self.program)
        self.open_or_tell(self.program)
        gc.freeze()  # to look for rubbish among all that was brought in would find none
        GarbageCollector(self)
        self._later(self.theme.finish)

    def _later(self, job: Callable[[], object]) -> None:
        """Do something a moment after what is being made now is on the screen.

        On a slow computer the moment would be over before the first page is there if it began
        here: it begins when the window gets to its next events.
        """
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(_SETTLES_MS, self, job))

    def open_or_tell(self, program: "Program", place: "Place | None" = None) -> None:
        """Open the file, or say what keeps it from being opened, or ask for its password.

        Args:
            program: words, clock, folders and keys.
            place: what is shown then; None for the first page.
        """
        from servicedesk.app.damaged import has_vanished

        self.trouble = None
        try:
            if self._is_demo:
                self._open_demo(program, place)
            elif self._places.database.exists() or has_vanished(self._places):
                self._open(program, place)
            else:
                self._welcome(program)
        except Trouble as trouble:
            if trouble.code == "file_in_use" and self._waits_for_other(program, place):
                return
            if trouble.code == NEEDED:
                self.trouble = trouble
                self._unlocking().ask(program, place)
            else:
                self.tell_trouble(program, trouble)
        self._patience = None

    def _waits_for_other(self, program: "Program", place: "Place | None") -> bool:
        """Another program has the file: leave it the field once it answers, or wait for its end.

        Returns:
            False once there was no answer for too long.
        """
        from servicedesk.app.one_program import call_first

        self._patience = self._patience or QDeadlineTimer(WAITS_MS)
        if call_first(self._places.database):
            self.is_leaving = True
            QTimer.singleShot(0, self.window.close)
        elif self._patience.hasExpired():
            return False
        else:
            again = partial(self.open_or_tell, program, place)
            QTimer.singleShot(_RINGS_EVERY_MS, self, again)
        return True

    def _open_demo(self, program: "Program", place: "Place | None") -> None:
        """Open the pretend shop; one of another day is made anew first, beside the screen."""
        from servicedesk.app import demo

        self.window.ribbon.say(program.words.say("demo.notice"))
        program.places.make()  # there is no folder to lock anything in before the first time
        self._take_lock(program)
        if demo.is_fresh(self._places, program.clock.today()):
            self._open(program, place)
            return
        self.window.show_stage(OpeningPage(self.theme, self.tr("Setting up the pretend shop …")))
        self.tasks.run(
            self.tr("Setting up the pretend shop …"),
            lambda progress: demo.renew_demo(program, self.remembered, progress),
            lambda _made: self.open_or_tell(program, place),
            lambda fault: self._not_made(program, fault),
        )

    def _not_made(self, program: "Program", fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        self.tell_trouble(program, fault)

    def _take_lock(self, program: "Program") -> None:
        from servicedesk.app.locking import locked

        if self._lock is None:
            self._lock = locked(program, self.window)
            self._later(self.hang_bell)

    def hang_bell(self) -> None:
        """Answer whoever starts the program a second time; until then a second start waits."""
        from servicedesk.app.one_program import Doorbell

        if self._bell is None and not self.is_leaving:
            self._bell = Doorbell(self._places.database, self.window.bring_forward, self)

    def _welcome(self, program: "Program") -> None:
        """There is no file yet; creating one is a deliberate act, not a start."""
        from servicedesk.system.files import could_be_folder
        from servicedesk.ui.first_run.welcome_page import WelcomePage

        could_be_folder(self._places.data)  # else nothing could be kept here
        page = WelcomePage(self.theme)
        page.set_up_wanted.connect(lambda: self._set_up(program))
        page.backup_wanted.connect(lambda: self.recovery(program).ask(self.window))
        page.demo_wanted.connect(self._start_demo)
        self.window.show_stage(page)

    def _set_up(self, program: "Program") -> None:
        """Create the file, open it, and ask the four things."""
        from servicedesk.app.bootstrap import create_desk
        from servicedesk.ui.core.rooms import Place
        from servicedesk.ui.shell.rooms import FIRST_RUN

        try:
            create_desk(program)
        except Trouble as trouble:
            self.tell_trouble(program, trouble)
        else:
            self.open_or_tell(program, Place(room=FIRST_RUN))

    def _open(self, program: "Program", place: "Place | None" = None) -> None:
        from servicedesk.app.bootstrap import open_desk

        self._take_lock(program)
        self._desk = open_desk(program, self.remembered)
        self._desk.file.damage_heard = self._unlocking().damage_heard.emit
        self.bench = self._laid(program, self._desk)
        self.window.opened(self.bench, place)
        self._tell_place(program, self._desk)
        if not self._is_demo:  # a shop that is made anew each day needs no backups
            self._later(partial(self._keep_up, self.bench))

    def tell_trouble(self, program: "Program", trouble: Trouble) -> None:
        """Say what keeps the file from being opened or read, and what can be done about it."""
        self.trouble = trouble
        self.recovery(program).tell(
            self.window,
            self.theme,
            trouble,
            again=lambda: self.open_or_tell(program),
            begin_anew=lambda: self._set_up(program),
        )

    def recovery(self, program: "Program") -> "Recovery":
        """Goes on from a backup where the file cannot be opened."""
        from servicedesk.app.recovery import Recovery

        return Recovery(program, self.remembered, self.tasks, self._unlocking().put_back)

    def _tell_preferences(self, program: "Program") -> None:
        """Say what was wrong with the file of preferences."""
        told = (program.words.trouble(trouble) for trouble in self.remembered.troubles)
        self._notices = [f"{words.happened} {words.safe} {words.do}" for words in told]
        self.window.notice.say("\n".join(self._notices))

    def _tell_place(self, program: "Program", desk: "OpenDesk") -> None:
        """Say when the file lies where others, or other computers, get at it."""
        place = desk.file.place
        if not place.is_fixed:
            said = program.words.say(f"place.{place.kind}", name=place.name)
            self.window.notice.say("\n".join([*self._notices, said]))

    def _laid(self, program: "Program", desk: "OpenDesk") -> "Workbench":
        from servicedesk.app.doors import AtticDoors, laid_bench

        unlocking = self._unlocking()
        doors = AtticDoors(
            self._start_demo, unlocking.put_back, unlocking.lock, unlocking.change_password
        )
        return laid_bench(program, desk.services, doors, self, self)

    def _unlocking(self) -> "Unlocking":
        from servicedesk.app.unlocking import Unlocking

        self._unlocks = self._unlocks or Unlocking(self, self)
        return self._unlocks

    def gathered(self) -> "Program":
        """Words, clock and folders, read once."""
        from servicedesk.app.bootstrap import gather

        self.program = self.program or gather(self._profile)
        return self.program

    def _start_demo(self) -> None:
        from servicedesk.app.doors import start_another

        named = [] if self._profile is None else ["--profile", str(self._profile)]
        start_another([*named, "--demo"])

    def _keep_up(self, bench: "Workbench") -> None:
        """Begin to look after the file, once its first page is on the screen."""
        if bench is not self.bench or self._upkeep is not None:
            return  # another file was opened meanwhile, or none is open, or it has begun
        from servicedesk.app.upkeep import KeptUp

        self._upkeep = KeptUp(bench, self)
        self._upkeep.done.connect(self.window.look_at_backup)

    def close_file(self) -> None:
        """Let the file go, but not its lock; whatever runs beside the screen is stopped."""
        if self._upkeep is not None:
            self._upkeep.stop()
            self._upkeep.deleteLater()
            self._upkeep = None
        self.tasks.wait()
        desk, self._desk, self.bench = self._desk, None, None
        if desk is not None:
            with suppress(Trouble):  # the next opening looks at the file
                desk.close()

    def end_now(self) -> None:
        """The system asks the program to end: close the window, and wait for nothing."""
        self.is_leaving = True
        self._hang_up()  # who starts the program again now shall not bring this one back
        for asking in reversed(QApplication.topLevelWidgets()):
            if asking.isModal() and asking.isVisible():
                asking.close()  # whatever it asks, nobody is there to answer
        self.window.close()

    def ask_for_second(self) -> None:
        """Ask, now and then, where a second copy of each backup should go."""
        if self.bench is not None:
            from servicedesk.app.second_folder import ask_for_second

            ask_for_second(self.bench, self.window)

    def _may_close(self) -> bool:
        """Whether the window may go now, or once the last backup is made."""
        if self.is_leaving:
            return True
        if self.bench is not None and not self._is_demo:
            self._keep_up(self.bench)  # the window may be closed before it has begun
        if self._upkeep is None:
            return True
        self.is_leaving = True
        self.ask_for_second()
        self._hang_up()
        if not self._upkeep.back_up_now():
            return True
        self.window.show_leaving()
        self._upkeep.done.connect(self.window.close)
        return False

    def _hang_up(self) -> None:
        """Answer no second start any more: it opens the file itself, once this one is gone."""
        if self._bell is not None:
            self._bell.close()
            self._bell = None

    def show_crash(self, fault: BaseException) -> None:
        """Write a bug down, and show its report; trouble that nobody caught is no bug."""
        from servicedesk.app.crash_telling import CrashTeller

        if self._teller is None:
            self._teller = CrashTeller(self.window, self._places.logs)
        if self._desk is not None:
            self._desk.log.fault(fault)
        if self.program is None or not isinstance(fault, Trouble):
            self._teller.tell(fault)
        elif self._desk is None or not self._desk.file.is_damaged:  # damage is told on its page
            self._teller.tell_trouble(self.program.words.trouble(fault))

    def close(self) -> None:
        """Let everything go, the file before its lock."""
        with suppress(Trouble):  # nobody is kept from closing a window over its place
            self.remembered.set("window_place", self.window.place)
        self.window.let_go()
        self._hang_up()
        self.close_file()
        if self._lock is not None:
            self._lock.release()
