# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today says: the cards of the service in words, and what their buttons do."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, QTimer, Signal

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.today import TodayGroup, with_pages
from servicedesk.domain.today_rows import RowGroup
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today.absence import Absence
from servicedesk.ui.today.row_deeds import ROW_DEEDS, RowDeeds
from servicedesk.ui.today.row_words import RowWords, room_of
from servicedesk.ui.today.said import TodayBlock, TodayButton, TodayLine, TodayState

if TYPE_CHECKING:  # what it holds comes in with the file, after the window is painted
    from servicedesk.domain.backups import BackupStatus
    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.today import CharterPages, TodayAction, TodayCard, TodayCards, Value
    from servicedesk.domain.today_rows import OpenItem, TodayRow

_PAGES_AFTER_MS = 800
"""How far the charter has come is looked at once the start is over."""

_KINDS = frozenset(Kind) - {Kind.JOURNAL, Kind.ATTACHMENT}
_AT_THE_SIDE = frozenset({TodayGroup.CHARTER, TodayGroup.QUIET})
_ASIDE = _AT_THE_SIDE | {TodayGroup.START, TodayGroup.COMING}
"""What makes room for promises, complaints and enquiries, once there are any."""

_CAUGHT_UP_AT_ONCE = 40
"""Lines that Catch up has at most, so that it opens at once and its end is in sight."""

_LOOKS_EVERY_MS = 60_000
"""What was promised for a time of day becomes late with its minute."""


class TodayPresenter(QObject):
    """Feeds the page of Today.

    Signals:
        state_changed: ``state`` is another one.
        print_wanted: (PrintJob) a paper shall be shown for printing.
        catch_up_wanted: somebody shall say what became of promises.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    print_wanted = Signal(object)
    catch_up_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = TodayState()
        self._bench = bench
        self._today: TodayCards | None = None
        self._words = RowWords(bench.labels, self)
        self.deeds = RowDeeds(bench, self._words, self)
        self._absence = Absence(bench)
        self._backups: BackupStatus | None = None
        self._is_shown = self._is_backing_up = False
        self._pages: CharterPages | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAGES_AFTER_MS)
        self._later.timeout.connect(self.look_at_charter)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_EVERY_MS)
        self._looks.timeout.connect(self.reload)
        bench.changes.follow(_KINDS, self._on_change)
        bench.tasks.idle.connect(self._look_at_backup)

    def arrive(self) -> None:
        """The page is shown: read everything anew."""
        self._is_shown = True
        self._looks.start()
        is_back = self._absence.is_new()
        self.reload()
        if is_back and self.state.away:
            self.catch_up_wanted.emit()

    def leave(self) -> None:
        """The page is hidden: what changes meanwhile is read on the next arrival."""
        self._is_shown = False
        self._later.stop()
        self._looks.stop()

    def reload(self) -> None:
        """Read everything anew."""
        try:
            today = self._bench.services.home.today()
        except Trouble as trouble:
            self._show(TodayState(trouble=self._bench.labels.trouble(trouble)))
            return
        self._today, self._backups = today, today.backups
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
        elif action.deed in ROW_DEEDS:
            self.deeds.act(action, self._item_of(action))
        elif action.deed == "catch_up":
            self.catch_up_wanted.emit()
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
        said = (self.state.summary,) if self.state.summary else ()
        return self._bench.services.lists.groups(title, groups, said=said)

    def said_of(self, today: "TodayCards") -> str:
        """What is late and due, in one sentence."""
        return self._words.summary(today, 0)

    def round_job(self) -> "PrintJob | None":
        """The promises of the next opening day, with addresses and room for ticks."""
        try:
            return self._bench.services.rounds.tomorrow()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None

    def _printed(self, line: TodayLine) -> str:
        return " · ".join(part for part in (line.title, line.chip, line.sentence) if part)

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

    def late_lines(self) -> "list[tuple[OpenItem, TodayLine]]":
        """The promises that are late, in words; the rest follows once these are said."""
        today = self._bench.today
        late = self._late()[:_CAUGHT_UP_AT_ONCE]
        return [(row.item, self._words.line(row, today)) for row in late]

    def _late(self) -> "list[TodayRow]":
        rows = () if self._today is None else self._today.rows
        return [row for row in rows if row.group is RowGroup.LATE and row.item.kind is Kind.PROMISE]

    def line_of(self, item: "OpenItem") -> TodayLine | None:
        """One row in words; None when it has gone meanwhile."""
        rows = () if self._today is None else self._today.rows
        found = next((row for row in rows if row.item == item), None)
        return None if found is None else self._words.line(found, self._bench.today)

    def _item_of(self, action: "TodayAction") -> "OpenItem | None":
        """What a row is about, by the number in its action."""
        today = self._today
        items = () if today is None else (*(row.item for row in today.rows), *today.put_off)
        found = (
            item for item in items if str(item.id) == action.item and room_of(item) == action.room
        )
        return next(found, None)

    def _speak(self) -> None:
        today = self._today
        if today is None:
            return
        cards = today.cards if self._pages is None else with_pages(today.cards, self._pages)
        rows = self._words.blocks(today.rows, self._bench.today)
        groups = self._groups(cards, has_rows=bool(rows))
        aside = self._words.put_off(today.put_off, self._bench.today)
        put_off = [] if aside is None else [aside]
        late = [rows.pop(RowGroup.LATE)] if RowGroup.LATE in rows else []
        needed = [groups.pop(TodayGroup.NEEDED)] if TodayGroup.NEEDED in groups else []
        self._show(
            TodayState(
                summary=self._summary(today, cards),
                blocks=(*late, *needed, *rows.values(), *put_off, *groups.values()),
                is_backing_up=self._is_backing_up,
                has_rows=bool(today.rows or today.put_off),
                away=self._away(len(self._late())),
            )
        )

    def _away(self, late: int) -> str:
        """What is said when nobody was here for days and something came due meanwhile."""
        since = self._absence.since
        if since is None or not late:
            return ""
        day = self._words.short_day(since, self._bench.today)
        if late == 1:
            return self.tr("You were last here on {day}. One promise is late.").format(day=day)
        said = self.tr("You were last here on {day}. {count} promises are late.")
        return said.format(day=day, count=late)

    def _groups(
        self, cards: "tuple[TodayCard, ...]", *, has_rows: bool
    ) -> dict[TodayGroup, TodayBlock]:
        """A box for each group that has cards."""
        aside = _ASIDE if has_rows else _AT_THE_SIDE
        main = next((card for card in cards if card.group is not TodayGroup.CHARTER), None)
        return {
            group: TodayBlock(
                heading=self._bench.labels.enum(group),
                is_side=group in aside,
                lines=tuple(
                    self._line(card, is_main=card is main and not has_rows)
                    for card in cards
                    if card.group is group
                ),
            )
            for group in TodayGroup
            if any(card.group is group for card in cards)
        }

    def _summary(self, today: "TodayCards", cards: "tuple[TodayCard, ...]") -> str:
        late = sum(card.group is TodayGroup.NEEDED for card in cards)
        if today.rows or today.put_off:
            return self._words.summary(today, late)
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
        if isinstance(value, StrEnum):
            return self._bench.labels.enum(value)
        if isinstance(value, date):
            day = QDate(value.year, value.month, value.day)
            if is_short:
                return self._words.short_day(value, self._bench.today)
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
