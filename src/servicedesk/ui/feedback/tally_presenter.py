# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A pile of comment cards on its way into the file: typed card by card, saved in one step.

What is typed is kept as a draft all the while, and a card with a fault keeps no other from being
shown: nothing of the pile is ever lost.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.feedback import BatchCard, MayQuote
from servicedesk.domain.feedback_checking import checked_feedback
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.tally_rows import (
    GIVEN_ON,
    MAY_QUOTE,
    TallyColumn,
    TallyRow,
    columns_for,
    draft_of,
    satisfied_words,
    tidy_day,
)

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_DRAFT = "feedback_pile"
_ROWS, _BATCH = "rows", "batch"
_TEN = "10"


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyState:
    """What the page shows.

    Args:
        rows: the cards, the last of them always an empty one to type into.
        batches: what was handed out, the last at the head.
        batch_id: from which of it the pile is; None where nobody wrote that down.
        counted: how many cards there are, and how satisfied they are so far.
        back: how many of those that were handed out are back with these; "" for not known.
        wrongs: sentences about cards that cannot be kept yet.
        kept_at: when what is shown was typed before, while nobody has typed on; None else.
    """

    rows: tuple[TallyRow, ...] = ()
    batches: tuple[BatchCard, ...] = ()
    batch_id: int | None = None
    counted: str = ""
    back: str = ""
    wrongs: tuple[str, ...] = ()
    kept_at: datetime | None = None

    @property
    def batch(self) -> BatchCard | None:
        """From which of what was handed out the pile is."""
        return next((one for one in self.batches if one.id == self.batch_id), None)


class TallyPresenter(QObject):
    """Feeds the pile of cards.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.

    Attributes:
        columns: what is asked, from the left.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = TallyState()
        self.columns: tuple[TallyColumn, ...] = ()
        self._is_shown = False
        self._keeper = DraftKeeper(bench, _DRAFT, self._standing, self)
        bench.changes.follow(frozenset({Kind.FEEDBACK_BATCH, Kind.FEEDBACK}), self._on_change)

    def arrive(self, batch_id: int | None = None) -> None:
        """The page is shown: read what is asked, and what was typed before.

        Args:
            batch_id: from which of what was handed out the pile is, where that is known.
        """
        self._is_shown = True
        asked = self._bench.services.feedback.asked()
        self.columns = columns_for(asked, self._bench.labels)
        if not self.state.rows:
            self._restore()
        if batch_id is not None:
            self.state = replace(self.state, batch_id=batch_id)
        self._read_batches()

    def leave(self) -> None:
        """The page is hidden: what was typed is kept."""
        self._is_shown = False
        self._keeper.flush()

    def put(self, row: int, column: str, text: str) -> None:
        """Write into a cell.

        Args:
            row: of the pile, from 0.
            column: its id.
            text: as typed; a day is tidied where it can be read.
        """
        said = tidy_day(text, self._bench.today) if column == GIVEN_ON else text.strip()
        before = self.state.rows[row]
        cells = {**before.cells, column: said}
        is_mended = before.wrong_in in (column, "")
        wrong = ("", "") if is_mended else (before.wrong, before.wrong_in)
        now = replace(before, cells=MappingProxyType(cells), wrong=wrong[0], wrong_in=wrong[1])
        rows = [*self.state.rows]
        rows[row] = now
        if column == GIVEN_ON and row + 1 < len(rows) and rows[row + 1].is_empty:
            rows[row + 1] = TallyRow(cells=MappingProxyType({GIVEN_ON: said}))
        self._show(self._with_room(rows), self._still_wrong(rows))
        self._keeper.note()

    def give(self, row: int, at: int, figure: str) -> int | None:
        """Give a mark by a figure on the keyboard.

        A 0 after a 1 makes it ten, where the scale has one, for the keyboard has moved on by then.

        Args:
            row: of the pile, from 0.
            at: place of the column.
            figure: "0" to "9".

        Returns:
            The place of the column to go to; None where the figure says nothing here.
        """
        column, before = self.columns[at], self.columns[at - 1] if at else None
        was_one = before is not None and self.state.rows[row].cells.get(before.id) == "1"
        if figure == "0" and was_one and before is not None and before.bounds[1] == int(_TEN):
            self.put(row, before.id, _TEN)
            return at
        least, most = column.bounds
        if not least <= int(figure) <= most:
            return None
        self.put(row, column.id, figure)
        return at + 1

    def say_quote(self, row: int, *, is_yes: bool) -> None:
        """Say whether it may be printed."""
        self.put(row, MAY_QUOTE, (MayQuote.YES if is_yes else MayQuote.NO).value)

    def next_after(self, row: int) -> int:
        """The card that comes after one; an empty one is its own next."""
        return row if self.state.rows[row].is_empty else row + 1

    def take_out(self, row: int) -> None:
        """Take a card out of the pile."""
        rows = [one for at, one in enumerate(self.state.rows) if at != row]
        self._show(self._with_room(rows), self._still_wrong(rows))
        self._keeper.note()

    def start_empty(self) -> None:
        """Take all cards out of the pile."""
        self._keeper.end("")
        self.state = replace(self.state, kept_at=None)
        self._show(self._with_room([]))

    def choose_batch(self, batch_id: int | None) -> None:
        """Say from which of what was handed out the pile is."""
        self.state = replace(self.state, batch_id=batch_id)
        self._show(self.state.rows, self.state.wrongs)
        self._keeper.note()

    def remove_batch(self) -> None:
        """Take what was handed out off the list, where none of it was keyed in."""
        batch, bench = self.state.batch, self._bench
        if batch is None:
            return
        cards, said = bench.services.feedback.cards, self.tr("Taken off the list")
        try:
            bench.do(lambda: cards.remove(batch.id, bench.who), said=said)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))

    def blank_job(self) -> "PrintJob | None":
        """Cards to hand out, on their way to paper; None where there are none, which was said."""
        bench = self._bench
        try:
            return bench.services.feedback_papers.cards()
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def save(self) -> tuple[int, int] | None:
        """Key the whole pile in, all of it or, where a card has a fault, none.

        Returns:
            The card and the column where the first fault stands; None where there is none.
        """
        filled = [at for at, row in enumerate(self.state.rows) if not row.is_empty]
        if not filled:
            self._bench.bar.say(self._bench.labels.refusal(Refusal("feedback_no_cards")))
            return None
        drafts, faults = [], {}
        batch, today = self.state.batch_id, self._bench.today
        for at in filled:
            try:
                drafts.append(checked_feedback(draft_of(self.state.rows[at], batch, today), today))
            except Refusal as refusal:
                faults[at] = refusal
        if faults:
            return self._told(faults)
        bench, cards = self._bench, self._bench.services.feedback.cards
        said = bench.labels.count("feedback_room.keyed_in", Decimal(len(drafts)))
        try:
            done = bench.do(lambda: cards.key_in(batch, tuple(drafts), bench.who), said=said)
        except Refusal as refusal:
            place = (refusal.field or "").partition(".")[0]
            at = filled[int(place)] if place.isdecimal() else filled[0]
            return self._told({at: refusal})
        if done is not None:
            self.start_empty()
        return None

    def _still_wrong(self, rows: Sequence[TallyRow]) -> tuple[str, ...]:
        """Sentences about the cards that have a fault."""
        said = self.tr("Card {number}: {sentence}")
        return tuple(
            said.format(number=at, sentence=row.wrong)
            for at, row in enumerate(rows, 1)
            if row.wrong
        )

    def _told(self, faults: Mapping[int, Refusal]) -> tuple[int, int]:
        """Write beside each card what is wrong with it; where the first fault stands."""
        rows, say = [], self._bench.labels
        for at, row in enumerate(self.state.rows):
            refusal = faults.get(at)
            sentence = "" if refusal is None else say.refusal(refusal)
            column = "" if refusal is None else (refusal.field or "").rpartition(".")[2]
            rows.append(replace(row, wrong=sentence, wrong_in=column))
        first = min(faults)
        self._show(rows, self._still_wrong(rows))
        names = [column.id for column in self.columns]
        wrong_in = rows[first].wrong_in
        return first, names.index(wrong_in) if wrong_in in names else 0

    def _with_room(self, rows: Sequence[TallyRow]) -> tuple[TallyRow, ...]:
        """The cards with an empty one at the end, which has the day of the card before it."""
        if rows and rows[-1].is_empty:
            return tuple(rows)
        last = rows[-1].cells.get(GIVEN_ON) if rows else ""
        day = last or self._bench.today.isoformat()
        return (*rows, TallyRow(cells=MappingProxyType({GIVEN_ON: day})))

    def _restore(self) -> None:
        """Show what was typed before, if anything was."""
        found = self._keeper.kept("")
        values = {} if found is None else found.values
        texts = values.get(_ROWS)
        rows = [_row(text) for text in texts] if isinstance(texts, tuple) else []
        batch = values.get(_BATCH)
        self.state = TallyState(
            rows=self._with_room([row for row in rows if not row.is_empty]),
            batch_id=batch if isinstance(batch, int) else None,
            kept_at=found.saved_at if found is not None and rows else None,
        )

    def _standing(self) -> Standing:
        """What is kept of the pile; None for none."""
        filled = [row for row in self.state.rows if not row.is_empty]
        if not filled:
            return {"": None}
        texts = tuple(json.dumps(dict(row.cells), ensure_ascii=False) for row in filled)
        batch = self.state.batch_id
        return {"": {_ROWS: texts, _BATCH: "" if batch is None else batch}}

    def _read_batches(self) -> None:
        bench = self._bench
        try:
            batches = bench.services.feedback.cards.all()
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        known = {one.id for one in batches}
        batch_id = self.state.batch_id if self.state.batch_id in known else None
        self.state = replace(self.state, batches=batches, batch_id=batch_id)
        self._show(self.state.rows, self.state.wrongs)

    def _on_change(self) -> None:
        if self._is_shown:
            self._read_batches()

    def _show(self, rows: Sequence[TallyRow], wrongs: tuple[str, ...] = ()) -> None:
        """Show the pile, and what is counted of it so far."""
        filled, say = [row for row in rows if not row.is_empty], self._bench.labels
        counted = say.count("feedback_room.cards", Decimal(len(filled))) if filled else ""
        satisfied = satisfied_words(filled, self._bench.today, say)
        if satisfied:
            said = self.tr("{cards}. Satisfied so far: {satisfied}.")
            counted = said.format(cards=counted, satisfied=satisfied)
        self.state = replace(
            self.state,
            rows=tuple(rows),
            wrongs=wrongs,
            counted=counted,
            back=self._back(len(filled)),
        )
        self.state_changed.emit()

    def _back(self, filled: int) -> str:
        batch = self.state.batch
        if batch is None or not batch.draft.handed_out:
            return ""
        said = self.tr("{handed_out} handed out, {back} back with these")
        return said.format(handed_out=batch.draft.handed_out, back=batch.came_back + filled)


def _row(text: object) -> TallyRow:
    """A card of a draft; what is not of such a shape is an empty one."""
    try:
        cells = json.loads(str(text))
    except ValueError:
        return TallyRow()
    known = cells.items() if isinstance(cells, dict) else ()
    return TallyRow(cells=MappingProxyType({str(name): str(said) for name, said in known}))
