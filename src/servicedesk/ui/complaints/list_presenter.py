# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of complaints shows: which ones, in which words."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import ANSWERED, ENDED, Priority, Stage
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter, ComplaintRow
from servicedesk.domain.complaints_standing import (
    ComplaintStand,
    ComplaintStanding,
    stand_of_row,
    stand_words,
)
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.complaints.file_learnt import days_words
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_in_row, day_said, day_written
from servicedesk.ui.people.printed_words import listed
from servicedesk.ui.people.two_lines import TwoLines

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FOLLOWED = frozenset(
    {Kind.COMPLAINT, Kind.CUSTOMER, Kind.CLOSURE, Kind.HOLIDAY, Kind.OPENING_HOURS}
)
_WRITTEN = 100
"""Letters of what happened that stand in a line of a printed list."""

_TONES = {
    ComplaintStanding.LATE: "late",
    ComplaintStanding.TODAY: "due",
    ComplaintStanding.SOON: "due",
    ComplaintStanding.AHEAD: "ok",
    ComplaintStanding.WAITING: "quiet",
    ComplaintStanding.IN_TIME: "ok",
    ComplaintStanding.ANSWERED_LATE: "late",
    ComplaintStanding.ENDED: "quiet",
}


def tone_of(stand: ComplaintStand) -> str:
    """The tone of the chip that says how a complaint stands."""
    return _TONES[stand.standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What the list shows.

    Args:
        wanted: which complaints.
        ids: their numbers, in order.
        counts: how many stand under the chips that show open ones.
        said: how many there are, in words.
        there: how many complaints there are in all.
        is_alike: none has the words that were typed; these are of customers with names like them.
        is_empty_file: nobody ever complained.
    """

    wanted: ComplaintFilter = field(default_factory=ComplaintFilter)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    counts: Mapping[ComplaintChip, int] = field(default_factory=dict)
    said: str = ""
    there: int = 0
    is_alike: bool = False
    is_empty_file: bool = False


class ListPresenter(QObject):
    """Feeds the list of complaints.

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

    def arrive(self, chip: ComplaintChip | None = None) -> None:
        """The page is shown: read everything.

        Args:
            chip: the part that is wanted; None for the one that was shown last.
        """
        self._is_shown = True
        if chip is not None and chip is not self.state.wanted.chip:
            self.state = replace(self.state, wanted=replace(self.state.wanted, chip=chip))
        self.reload()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def reload(self) -> None:
        """Read everything anew."""
        self._calendar = None
        self._want(self.state.wanted)

    def choose_chip(self, chip: ComplaintChip) -> None:
        """Show a part of them."""
        self._want(replace(self.state.wanted, chip=chip))

    def search(self, text: str) -> None:
        """Show those that hold these words."""
        self._want(replace(self.state.wanted, text=text.strip()))

    def show_all(self) -> None:
        """Show every complaint there is."""
        self._want(ComplaintFilter(chip=ComplaintChip.ALL))

    def rows(self, ids: Sequence[int]) -> Sequence[ComplaintRow]:
        """The lines of these complaints, in this order."""
        return self._bench.services.complaints.lists.rows(ids)

    def stand(self, row: ComplaintRow) -> ComplaintStand:
        """How the answer to a complaint stands now."""
        if self._calendar is None:
            self._calendar = self._bench.services.calendars.calendar()
        return stand_of_row(row, self._bench.today, self._calendar)

    def lines(self, row: ComplaintRow) -> TwoLines:
        """What the row of a complaint shows."""
        serious = self.tr("serious") if _is_serious(row) else ""
        below = (row.customer_name, serious, self._bench.labels.enum(row.stage))
        words, tone = self._news(row)
        return TwoLines(
            title=self._what(row),
            remember=row.remember,
            below=" · ".join(part for part in below if part),
            keep=row.customer_name,
            chip=words,
            tone=tone,
        )

    def sentence(self, row: ComplaintRow) -> str:
        """All that a screen reader says of a row."""
        serious = self.tr("serious") if _is_serious(row) else ""
        waits = self.tr("waiting for {what}").format(what=row.waiting_for)
        said = (
            self.tr("Complaint {ref}").format(ref=row.ref),
            row.customer_name,
            self._what(row),
            serious,
            self._bench.labels.enum(row.stage),
            waits if row.waiting_for and row.stage is Stage.WAITING_OTHER else "",
            self._due(row),
            self.tr("Remember: {words}").format(words=row.remember) if row.remember else "",
        )
        return ", ".join(part for part in said if part)

    def list_job(self) -> "PrintJob | None":
        """The list as it stands, on its way to paper."""
        state, bench = self.state, self._bench
        if not state.ids:
            return None
        head = (
            *(self.tr("Came in"), self.tr("Who"), self.tr("What")),
            *(self.tr("How it stands"), self.tr("Answer")),
        )
        lines = self.rows(state.ids)
        taken = bench.services.complaints.lists.days_taken(lines)
        rows = [
            (
                self.tr("{day} {ref}").format(
                    day=day_written(row.received_on, bench.today), ref=row.ref
                ),
                row.customer_name,
                self._what_written(row),
                bench.labels.enum(row.stage),
                self._due_written(row, taken.get(row.id)),
            )
            for row in lines
        ]
        title = self.tr("Complaints: {chip}").format(chip=bench.labels.enum(state.wanted.chip))
        said: tuple[str, ...] = (state.said,)
        if not state.is_alike:
            counted = self.tr("{found} complaints").format(found=state.said)
            is_all = len(state.ids) == state.there
            said = listed(state.wanted.text, state.said if is_all else counted)
        return bench.services.lists.table(title, head, rows, said)

    def form_job(self) -> "PrintJob | None":
        """The form to complain on paper; None after a trouble, which has then been told."""
        return self._paper(lambda: self._bench.services.complaint_papers.blank_form())

    def empty_slips_job(self) -> "PrintJob | None":
        """Slips to write on; None after a trouble, which has then been told."""
        return self._paper(lambda: self._bench.services.rounds.complaint_slips())

    def _paper(self, make: Callable[[], "PrintJob"]) -> "PrintJob | None":
        try:
            return make()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None

    def chip_words(self, chip: ComplaintChip) -> str:
        """The words of a chip, with how many stand under it."""
        words, count = self._bench.labels.enum(chip), self.state.counts.get(chip)
        if not count:
            return words
        return self.tr("{words} {count}").format(words=words, count=QLocale().toString(count))

    def _what(self, row: ComplaintRow) -> str:
        """What it is about: their own words, or the sort of thing."""
        words = " ".join(row.text.split())
        if not words:
            words = "" if row.about is None else self._bench.labels.enum(row.about)
        return words[:1].upper() + words[1:]

    def _what_written(self, row: ComplaintRow) -> str:
        """What it is about, as much of it as a line of a printed list has room for."""
        words = self._what(row)
        if len(words) <= _WRITTEN:
            return words
        return self.tr("{beginning}…").format(beginning=words[:_WRITTEN].rsplit(" ", 1)[0])

    def _due_written(self, row: ComplaintRow, taken: int | None) -> str:
        """By when the answer is due, for paper, where tomorrow is soon another day.

        Args:
            row: of the complaint.
            taken: working days until the answer, or None.
        """
        stand = self.stand(row)
        words = stand_words(stand, self._bench.labels)
        if row.stage in ANSWERED:
            if taken is None:
                return ""
            return self.tr("{stand}: {days}").format(stand=words, days=days_words(taken))
        if stand.standing is ComplaintStanding.WAITING:
            return words
        due = self.tr("due {day}").format(day=day_written(row.due, self._bench.today))
        is_today = stand.standing is ComplaintStanding.TODAY
        return due if is_today else self.tr("{due}, {stand}").format(due=due, stand=words)

    def _news(self, row: ComplaintRow) -> tuple[str, str]:
        """What the chip of a row says, and its tone: the answer first, then what is next."""
        stand, today = self.stand(row), self._bench.today
        if row.stage in ENDED:
            return "", "quiet"
        if row.stage not in ANSWERED:
            if stand.standing is ComplaintStanding.AHEAD:
                return self.tr("due {day}").format(day=day_in_row(row.due, today)), "ok"
            if stand.standing is ComplaintStanding.WAITING:
                return self.tr("clock stands still"), "quiet"
            return stand_words(stand, self._bench.labels), tone_of(stand)
        if row.next_on is None:
            return "", "quiet"
        if row.next_on < today:
            return self.tr("overdue since {day}").format(day=day_in_row(row.next_on, today)), "late"
        said = self.tr("next {day}").format(day=day_in_row(row.next_on, today))
        return said, "due" if row.next_on == today else "quiet"

    def _due(self, row: ComplaintRow) -> str:
        """By when the answer is due, or how it was."""
        stand = self.stand(row)
        words = stand_words(stand, self._bench.labels)
        if row.stage in ANSWERED:
            return "" if row.decided_on is None else words
        if stand.standing is ComplaintStanding.WAITING:
            return words  # the day moves on until they reply
        due = self.tr("answer due {day}").format(day=day_said(row.due, self._bench.today))
        is_today = stand.standing is ComplaintStanding.TODAY
        return due if is_today else self.tr("{due}, {stand}").format(due=due, stand=words)

    def _want(self, wanted: ComplaintFilter) -> None:
        lists = self._bench.services.complaints.lists
        try:
            ids, counts = lists.ids(wanted), lists.counts()
            alike = array("q") if ids else self._alike(wanted)
            everything = ComplaintFilter(chip=ComplaintChip.ALL)
            all_ids = ids if wanted == everything else lists.ids(everything)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = ListState(
            wanted=wanted,
            ids=ids or alike,
            counts=counts,
            said=self._said_alike(len(alike)) if alike else self._said(len(ids), len(all_ids)),
            there=len(all_ids),
            is_alike=bool(alike),
            is_empty_file=not all_ids,
        )
        self.state_changed.emit()

    def _alike(self, wanted: ComplaintFilter) -> "array[int]":
        """Those of customers whose names were nearly typed, in the order of the list."""
        services = self._bench.services
        people = services.search.people(wanted.text) if wanted.text else ()
        if not people:
            return array("q")
        lists, whole = services.complaints.lists, replace(wanted, text="")
        theirs = {one for who in people for one in lists.ids(replace(whole, customer_id=who.id))}
        return array("q", (one for one in lists.ids(whole) if one in theirs))

    def _said_alike(self, found: int) -> str:
        if found == 1:
            return self.tr(
                "No complaint has these words. The name of this one’s customer is alike."
            )
        said = self.tr(
            "No complaint has these words. The names of the customers of these {count} are alike."
        )
        return said.format(count=QLocale().toString(found))

    def _said(self, found: int, there: int) -> str:
        """How many are shown, of how many there are."""
        write = QLocale().toString
        if found == there:
            one, several = self.tr("1 complaint"), self.tr("{count} complaints")
            return one if there == 1 else several.format(count=write(there))
        return self.tr("{found} of {there}").format(found=write(found), there=write(there))

    def _on_change(self) -> None:
        if self._is_shown:
            self.reload()


def _is_serious(row: ComplaintRow) -> bool:
    return row.priority is Priority.P1
