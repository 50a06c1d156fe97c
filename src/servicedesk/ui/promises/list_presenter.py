# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of promises shows: which ones, in which words."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import PromiseChip, PromiseFilter, PromiseRow
from servicedesk.domain.promises_rates import rate_words
from servicedesk.domain.promises_standing import (
    PromiseStanding,
    Stand,
    Timing,
    stand_of,
    stand_words,
)
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import due_said, due_written, full_day
from servicedesk.ui.people.printed_words import listed
from servicedesk.ui.people.two_lines import TwoLines

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

MOST_SLIPS = 200
"""Slips that are made at once at most: fifty pages."""

LATELY_DAYS = 90
"""Days that the figure beside the list is about."""

_FOLLOWED = frozenset({Kind.PROMISE, Kind.CUSTOMER, Kind.CLOSURE, Kind.HOLIDAY, Kind.OPENING_HOURS})
_TONES = {
    PromiseStanding.LATE: "late",
    PromiseStanding.TODAY: "due",
    PromiseStanding.AHEAD: "quiet",
    PromiseStanding.KEPT: "ok",
    PromiseStanding.DONE_LATE: "late",
    PromiseStanding.BROKEN: "late",
    PromiseStanding.RELEASED: "quiet",
}


def tone_of(stand: Stand) -> str:
    """The tone of the chip that says how a promise stands."""
    return _TONES[stand.standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What the list shows.

    Args:
        wanted: which promises.
        ids: their numbers, in order.
        counts: how many stand under the chips.
        said: how many there are, in words.
        kept: sentences on how many were kept lately, the first with what that is a share of; none
            for nothing to say.
        is_empty_file: nothing was ever promised.
    """

    wanted: PromiseFilter = field(default_factory=PromiseFilter)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    counts: Mapping[PromiseChip, int] = field(default_factory=dict)
    said: str = ""
    kept: tuple[str, ...] = ()
    is_empty_file: bool = False


class ListPresenter(QObject):
    """Feeds the list of promises.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ListState()
        self._bench = bench
        self._calendar: WorkingCalendar | None = None
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: read everything."""
        self._is_shown = True
        self.reload()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def reload(self) -> None:
        """Read everything anew."""
        self._calendar = None
        self._want(self.state.wanted, kept=self._kept())

    def choose_chip(self, chip: PromiseChip) -> None:
        """Show a part of them."""
        self._want(replace(self.state.wanted, chip=chip))

    def search(self, text: str) -> None:
        """Show those that hold these words."""
        self._want(replace(self.state.wanted, text=text.strip()))

    def show_all(self) -> None:
        """Show every promise there is."""
        self._want(PromiseFilter(chip=PromiseChip.ALL))

    def rows(self, ids: Sequence[int]) -> Sequence[PromiseRow]:
        """The lines of these promises, in this order."""
        return self._bench.services.promises.lists.rows(ids)

    def stand(self, row: PromiseRow) -> Stand:
        """How a promise stands now."""
        if self._calendar is None:
            self._calendar = self._bench.services.calendars.calendar()
        timing = Timing(due=row.due, counts=row.counts, outcome=row.outcome, ended_on=row.ended_on)
        bench = self._bench
        return stand_of(timing, bench.clock.now(), bench.today, self._calendar)

    def lines(self, row: PromiseRow) -> TwoLines:
        """What the row of a promise shows."""
        stand = self.stand(row)
        due = full_day(row.due.day, self._bench.today)
        below = (due, row.customer_name)
        return TwoLines(
            title=_capital(row.text),
            remember=row.remember,
            below=" · ".join(part for part in below if part),
            chip=self._chip(row, stand),
            tone="due" if row.waiting_for and row.outcome is None else tone_of(stand),
        )

    def sentence(self, row: PromiseRow) -> str:
        """All that a screen reader says of a row."""
        bench = self._bench
        due = self.tr("due {due}").format(due=due_said(row.due, bench.today, bench.labels))
        stand = self.stand(row)
        how = "" if stand.standing is PromiseStanding.TODAY else stand_words(stand, bench.labels)
        waits = self.tr("waiting for {what}").format(what=row.waiting_for)
        said = (
            self.tr("Promise {ref}").format(ref=row.ref),
            row.text,
            row.customer_name,
            due,
            how,
            waits if row.waiting_for and row.outcome is None else "",
            self.tr("Remember: {words}").format(words=row.remember) if row.remember else "",
        )
        return ", ".join(part for part in said if part)

    def list_job(self) -> "PrintJob | None":
        """The list as it stands, on its way to paper."""
        state, bench = self.state, self._bench
        if not state.ids:
            return None
        head = (self.tr("Due"), self.tr("What"), self.tr("Who for"), self.tr("How it stands"))
        rows = [
            (
                due_written(row.due, bench.today, bench.labels),
                row.text,
                row.customer_name,
                self._stand_written(row),
            )
            for row in self.rows(state.ids)
        ]
        chip = bench.labels.enum(state.wanted.chip)
        title = self.tr("Promises: {chip}").format(chip=chip)
        return bench.services.lists.table(title, head, rows, listed(state.wanted.text, state.said))

    def round_job(self) -> "PrintJob | None":
        """The round of the next opening day."""
        return self._paper(self._bench.services.rounds.tomorrow)

    def slips_job(self) -> "PrintJob | None":
        """A slip for each promise of the list, four to a page."""
        ids = tuple(self.state.ids[:MOST_SLIPS])
        return self._paper(lambda: self._bench.services.rounds.slips(ids)) if ids else None

    def empty_slips_job(self) -> "PrintJob | None":
        """Slips to write on."""
        return self._paper(self._bench.services.rounds.slips)

    def _paper(self, make: "Callable[[], PrintJob]") -> "PrintJob | None":
        try:
            return make()
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        return None

    def chip_words(self, chip: PromiseChip) -> str:
        """The words of a chip, with how many stand under it."""
        words, count = self._bench.labels.enum(chip), self.state.counts.get(chip)
        if not count:
            return words
        return self.tr("{words} {count}").format(words=words, count=QLocale().toString(count))

    def _stand_written(self, row: PromiseRow) -> str:
        """How a promise stands, for paper, where today is soon another day."""
        stand = self.stand(row)
        if stand.standing is PromiseStanding.TODAY:
            return self.tr("due")
        return stand_words(stand, self._bench.labels)

    def _chip(self, row: PromiseRow, stand: Stand) -> str:
        if row.waiting_for and row.outcome is None and stand.standing is PromiseStanding.AHEAD:
            return self.tr("waiting")
        return stand_words(stand, self._bench.labels)

    def _kept(self) -> tuple[str, ...]:
        """How many promises were kept in the last months, in sentences."""
        bench = self._bench
        first = bench.today - timedelta(days=LATELY_DAYS)
        try:
            rate = bench.services.promises.rates(first, bench.today)
        except Trouble:
            return ()  # the list that is read next tells it
        if not rate.base and not rate.undecided:
            return ()
        words = rate_words(rate, bench.labels)
        line = words.line() if rate.base else words.line()[:1].lower() + words.line()[1:]
        said = [
            self.tr("Kept in the last {days} days: {line}.").format(days=LATELY_DAYS, line=line)
        ]
        if words.caution:
            caution = self.tr("{caution}: {interval}.")
            said.append(caution.format(caution=_capital(words.caution), interval=words.interval))
        if words.further():
            said.append(self.tr("{further}.").format(further=_capital(words.further())))
        return tuple(said)

    def _want(self, wanted: PromiseFilter, kept: tuple[str, ...] | None = None) -> None:
        lists = self._bench.services.promises.lists
        try:
            ids, counts = lists.ids(wanted), lists.counts()
            is_all = wanted == PromiseFilter(chip=PromiseChip.ALL)
            nothing = not ids and not counts[PromiseChip.OPEN] and not wanted.text
            if nothing and not is_all:
                nothing = not lists.ids(PromiseFilter(chip=PromiseChip.ALL))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = ListState(
            wanted=wanted,
            ids=ids,
            counts=counts,
            said=self._said(len(ids)),
            kept=self.state.kept if kept is None else kept,
            is_empty_file=nothing,
        )
        self.state_changed.emit()

    def _said(self, found: int) -> str:
        if found == 1:
            return self.tr("1 promise")
        return self.tr("{count} promises").format(count=QLocale().toString(found))

    def _on_change(self) -> None:
        if self._is_shown:
            self.reload()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
