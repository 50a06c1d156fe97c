# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of records behind a figure knows: which they are, and how many there are."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.feedback import BOUNDS, Scale
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.figures_places import records_of
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods_words import period_words
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.figures import RecordLine, RecordLines
    from servicedesk.domain.printing import PrintJob

PAGE = 200
"""Records that are read at once; more are asked for."""

_WHAT_SHOWN = 160
"""Characters of what it was about that a line shows."""

_FOLLOWED = frozenset(
    {
        Kind.PROMISE,
        Kind.COMPLAINT,
        Kind.ACTION,
        Kind.FEEDBACK,
        Kind.CONTACT,
        Kind.CUSTOMER,
        Kind.SAMPLE_WEEK,
        Kind.JOB_CHECK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecord:
    """One record as shown.

    Args:
        key: kind and number, which tell it from the others.
        place: where it is opened.
        on: the day it counts for.
        day: the same in words.
        who: it is about or from; may be empty.
        what: it is, on one line.
    """

    key: tuple[Kind, int]
    place: Place
    on: date
    day: str
    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsState:
    """The list as it stands.

    Args:
        title: which records these are.
        said: the figure that leads here, the days, and how many records there are.
        lines: as many as were read.
        has_more: there are others behind them.
    """

    title: str = ""
    said: str = ""
    lines: tuple[ShownRecord, ...] = ()
    has_more: bool = False


class RecordsPresenter(QObject):
    """Reads the records behind a figure, a page at a time.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        title_of: the figure that leads to the item of a place, in words; "" for none known.
    """

    state_changed = Signal()

    def __init__(
        self, bench: Workbench, title_of: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._title_of = title_of
        self._item = ""
        self._at: RecordsAt | None = None
        self._read: RecordLines | None = None
        self.state = RecordsState()
        bench.changes.follow(_FOLLOWED, self._reload)

    def show(self, item: str) -> None:
        """Show the records that the item of a place names; text that names none shows none."""
        self._item, self._at = item, records_of(item)
        self._reload()

    def more(self) -> None:
        """Read the next page behind those that are shown."""
        if self._at is None or self._read is None:
            return
        try:
            after = self._read.last
            read = self._bench.services.figures.records(self._at, limit=PAGE, after=after)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._read = read
        lines = (*self.state.lines, *map(self._line, read.lines))
        self._show(replace(self.state, lines=lines, has_more=len(lines) < read.total))

    def _reload(self) -> None:
        at = self._at
        if at is None:
            self._show(RecordsState(title=self.tr("These records are not known any more.")))
            return
        try:
            read = self._bench.services.figures.records(at, limit=PAGE)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._read = read
        lines = tuple(map(self._line, read.lines))
        self._show(
            RecordsState(
                title=self._title(at),
                said=self._said(at, read.total),
                lines=lines,
                has_more=len(lines) < read.total,
            )
        )

    def list_job(self, columns: tuple[str, ...]) -> "PrintJob | None":
        """The list on its way to paper, as far as it is shown; None while it is empty.

        Args:
            columns: their titles.
        """
        state = self.state
        if not state.lines:
            return None
        rows = [(line.day, line.who, line.what) for line in state.lines]
        return self._bench.services.lists.table(state.title, columns, rows, (state.said,))

    def _title(self, at: RecordsAt) -> str:
        labels = self._bench.labels
        if at.kind is Kind.STANDARD:  # the live charter knows its own choices
            return self._bench.services.charters_live.title(at) or labels.enum(at.kind)
        try:
            return labels.say(f"enum.Which.{at.which}")
        except KeyError:  # a choice of a room of its own
            return self._title_of(self._item) or labels.enum(at.kind)

    def _said(self, at: RecordsAt, total: int) -> str:
        labels = self._bench.labels
        figure = self._title_of(self._item)
        how_many = labels.count("measures.records", Decimal(total))
        parts = (figure, period_words(at.period, labels), how_many)
        return " · ".join(part for part in parts if part)

    def _line(self, line: "RecordLine") -> ShownRecord:
        what = " ".join(line.what.split())
        if len(what) > _WHAT_SHOWN:
            what = f"{what[:_WHAT_SHOWN].rstrip()}…"
        if line.kind is Kind.FEEDBACK:
            what = self._said_with_mark(what, line.mark)
        return ShownRecord(
            key=(line.kind, line.id),
            place=Place(room=line.room, part=line.part, item=line.item),
            on=line.on,
            day=listed_day(line.on),
            who=line.who,
            what=what,
        )

    def _said_with_mark(self, said: str, mark: int | None) -> str:
        """What stands for feedback: how satisfied they were, then what they said."""
        words = said or self.tr("A mark without words")
        if mark is None:
            return words
        point = self.tr("{point} of {most}").format(point=mark, most=BOUNDS[Scale.SATISFACTION][1])
        return f"{point} · {words}"

    def _show(self, state: RecordsState) -> None:
        self.state = state
        self.state_changed.emit()
