# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today says: the cards of the service in words, and what their buttons do."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, QTimer, Signal

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.today import TodayGroup, with_pages
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:  # what it holds comes in with the file, after the window is painted
    from servicedesk.domain.backups import BackupStatus
    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.today import CharterPages, TodayAction, TodayCard, Value

_PAGES_AFTER_MS = 800
"""How far the charter has come is looked at once the start is over."""

_KINDS = frozenset(Kind) - {Kind.JOURNAL, Kind.ATTACHMENT}
_AT_THE_SIDE = frozenset({TodayGroup.CHARTER, TodayGroup.QUIET})


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayButton:
    """A button of a line.

    Args:
        words: the verb on it.
        name: the same for those who cannot see the line it stands in.
        action: what it does.
    """

    words: str
    name: str
    action: "TodayAction"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
    """One card in words.

    Args:
        chip: one or two words of news.
        tone: of the chip.
        title: what it is about.
        sentence: the rest.
        buttons: the main one first.
        is_main: its button is the one to begin with.
    """

    chip: str
    tone: str
    title: str
    sentence: str
    buttons: tuple[TodayButton, ...]
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayBlock:
    """A heading and the lines under it.

    Args:
        heading: in words.
        is_side: it stands in the narrow column.
        lines: at least one.
    """

    heading: str
    is_side: bool
    lines: tuple[TodayLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """What Today shows.

    Args:
        summary: one sentence under the title.
        blocks: in order; none while nothing was read yet.
        trouble: what is said instead when the file cannot be read.
        is_backing_up: a backup that was asked for here is being made.
    """

    summary: str = ""
    blocks: tuple[TodayBlock, ...] = ()
    trouble: SpokenTrouble | None = None
    is_backing_up: bool = False


class TodayPresenter(QObject):
    """Feeds the page of Today.

    Signals:
        state_changed: ``state`` is another one.
        print_wanted: (PrintJob) a paper shall be shown for printing.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    print_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = TodayState()
        self._bench = bench
        self._cards: tuple[TodayCard, ...] = ()
        self._backups: BackupStatus | None = None
        self._is_shown = self._is_backing_up = False
        self._pages: CharterPages | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAGES_AFTER_MS)
        self._later.timeout.connect(self.look_at_charter)
        bench.changes.follow(_KINDS, self._on_change)
        bench.tasks.idle.connect(self._look_at_backup)

    def arrive(self) -> None:
        """The page is shown: read everything anew."""
        self._is_shown = True
        self.reload()

    def leave(self) -> None:
        """The page is hidden: what changes meanwhile is read on the next arrival."""
        self._is_shown = False
        self._later.stop()

    def reload(self) -> None:
        """Read everything anew."""
        try:
            today = self._bench.services.home.today()
        except Trouble as trouble:
            self._show(TodayState(trouble=self._bench.labels.trouble(trouble)))
            return
        self._cards, self._backups = today.cards, today.backups
        if not today.wants_pages:
            self._pages = None
        elif self._is_shown:
            self._later.start()
        self._speak()

    def _look_at_backup(self) -> None:
        """Something was done beside the screen: if it was a backup, its card may go."""
        if not self._is_shown or self._is_backing_up:
            return
        try:
            backup = self._bench.services.home.heading().backup
        except Trouble:
            return
        if backup != self._backups:
            self.reload()

    def look_at_charter(self) -> None:
        """See how far the charter has come, beside the screen, and say so."""
        home = self._bench.services.home

        def done(pages: "CharterPages | None") -> None:
            if pages != self._pages:
                self._pages = pages
                self._speak()

        def failed(fault: Exception) -> None:
            if not isinstance(fault, Trouble):
                raise fault

        title = self.tr("Looking at your charter …")
        self._bench.tasks.run(title, lambda _: home.charter_pages(), done, failed, self)

    def act(self, action: "TodayAction") -> None:
        """Do what a button says."""
        if action.deed == "go":
            self._bench.navigator.open(action.room, action.part, action.item)
        elif action.deed == "open_demo":
            self._bench.doors.open_demo()
        elif action.deed == "back_up":
            self._back_up()
        else:
            self._print_poster()

    def list_job(self) -> "PrintJob | None":
        """The list as it stands, on its way to paper; None while there is nothing on it."""
        if not self.state.blocks:
            return None
        today = self._bench.today
        day = QLocale().toString(QDate(today.year, today.month, today.day), "dddd d MMMM yyyy")
        groups = [
            (block.heading, [self._printed(line) for line in block.lines])
            for block in self.state.blocks
        ]
        title = self.tr("Today, {day}").format(day=day)
        return self._bench.services.lists.groups(title, groups)

    def _printed(self, line: TodayLine) -> str:
        said = self.tr("{title} ({chip}). {sentence}")
        return said.format(title=line.title, chip=line.chip, sentence=line.sentence)

    def _print_poster(self) -> None:
        services = self._bench.services
        try:
            card = services.charters.published()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        if card is not None:
            job: PrintJob = services.charter_printing.job(card, "poster")
            self.print_wanted.emit(job)

    def _back_up(self) -> None:
        if self._is_backing_up:
            return
        backups = self._bench.services.backups
        self._is_backing_up = True
        self._speak()

        def done(_card: object) -> None:
            self._is_backing_up = False
            self._bench.bar.say(self.tr("Backed up."))
            self.reload()

        def failed(fault: Exception) -> None:
            self._is_backing_up = False
            self.reload()
            if not isinstance(fault, Trouble):
                raise fault
            self._bench.bar.trouble(self._bench.labels.trouble(fault))

        self._bench.tasks.run(
            self.tr("Backing up …"),
            lambda progress: backups.back_up(BackupReason.BUTTON, progress),
            done,
            failed,
            self,
        )

    def _on_change(self) -> None:
        if self._is_shown:
            self.reload()

    def _speak(self) -> None:
        cards = self._cards if self._pages is None else with_pages(self._cards, self._pages)
        main = next((card for card in cards if card.group is not TodayGroup.CHARTER), None)
        blocks = tuple(
            TodayBlock(
                heading=self._bench.labels.enum(group),
                is_side=group in _AT_THE_SIDE,
                lines=tuple(
                    self._line(card, is_main=card is main) for card in cards if card.group is group
                ),
            )
            for group in TodayGroup
            if any(card.group is group for card in cards)
        )
        self._show(
            TodayState(
                summary=self._summary(cards), blocks=blocks, is_backing_up=self._is_backing_up
            )
        )

    def _summary(self, cards: "tuple[TodayCard, ...]") -> str:
        late = sum(card.group is TodayGroup.NEEDED for card in cards)
        if late == 1:
            return self.tr("One thing needs you now.")
        if late:
            return self.tr("{count} things need you now.").format(count=late)
        if any(card.code in ("charter_none", "charter_going_on") for card in cards):
            return self.tr("Nothing is late. A good moment for your charter.")
        return self.tr("Nothing is late. Have a good day.")

    def _line(self, card: "TodayCard", *, is_main: bool) -> TodayLine:
        say = self._bench.labels.say
        short = {name: self._spoken(value, is_short=True) for name, value in card.values.items()}
        long = {name: self._spoken(value) for name, value in card.values.items()}
        title = say(f"today.{card.code}.title", **long).strip(" :")
        return TodayLine(
            chip=say(f"today.{card.code}.chip", **short),
            tone=card.tone,
            title=title,
            sentence=say(f"today.{card.code}.sentence", **{"saved": "", **long}).strip(),
            buttons=tuple(self._button(action, title) for action in card.actions),
            is_main=is_main and card.group in (TodayGroup.NEEDED, TodayGroup.START),
        )

    def _button(self, action: "TodayAction", title: str) -> TodayButton:
        words = self._bench.labels.say(f"today.verb.{action.verb}")
        name = self.tr("{verb}: {title}").format(verb=words, title=title)
        return TodayButton(words=words, name=name, action=action)

    def _spoken(self, value: "Value", *, is_short: bool = False) -> str:
        if isinstance(value, datetime):
            return self._saved(value)
        if isinstance(value, date):
            day = QDate(value.year, value.month, value.day)
            near = abs((value - self._bench.today).days) < 200
            if is_short:
                return QLocale().toString(day, "ddd d MMM" if near else "d MMM yyyy")
            return QLocale().toString(day, "d MMMM yyyy")
        return str(value)

    def _saved(self, at: datetime) -> str:
        local = at.astimezone()
        say = self._bench.labels.say
        if local.date() == self._bench.today:
            return say("today.saved_today", time=f"{local:%H:%M}")
        return say("today.saved_on", day=self._spoken(local.date()))

    def _show(self, state: TodayState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
