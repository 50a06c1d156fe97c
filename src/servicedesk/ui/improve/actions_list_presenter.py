# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of things to do shows: which, in which words."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.actions import ActionState, state_of
from servicedesk.domain.actions_papers import origin_words
from servicedesk.domain.actions_rules import (
    ActionChip,
    ActionCounts,
    ActionLine,
    fits,
    is_due_soon,
    is_late,
    is_to_check,
)
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import fold
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_in_row, full_day
from servicedesk.ui.people.two_lines import TwoLines

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

FOLLOWED = frozenset({Kind.ACTION, Kind.COMPLAINT, Kind.FEEDBACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """A row of the list.

    Args:
        id: of the action.
        line: all of it.
    """

    id: int
    line: ActionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What the list shows.

    Args:
        chip: which part of the register.
        text: words that a row holds; "" for any.
        rows: in order.
        counts: how many stand under the chips.
        said: how many there are, in words.
        is_empty_file: there never was anything to do.
    """

    chip: ActionChip = ActionChip.OPEN
    text: str = ""
    rows: tuple[ShownAction, ...] = ()
    counts: ActionCounts = field(default_factory=ActionCounts)
    said: str = ""
    is_empty_file: bool = False


class ListPresenter(QObject):
    """Feeds the list of things to do.

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
        self._is_shown = False
        bench.changes.follow(FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: read everything."""
        self._is_shown = True
        self._want(self.state.chip, self.state.text)

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def choose_chip(self, chip: ActionChip) -> None:
        """Show a part of the register."""
        self._want(chip, self.state.text)

    def search(self, text: str) -> None:
        """Show what holds these words."""
        self._want(self.state.chip, text.strip())

    def show_all(self) -> None:
        """Show everything there is."""
        self._want(ActionChip.ALL, "")

    def line(self, action_id: int) -> ActionLine | None:
        """A row that is shown, or None."""
        return next((row.line for row in self.state.rows if row.id == action_id), None)

    def lines(self, row: ShownAction) -> TwoLines:
        """What a row shows."""
        draft, (chip, tone) = row.line.card.draft, self.stand(row.line)
        below = (draft.owner, row.line.asked or origin_words(row.line, self._bench.labels))
        return TwoLines(
            title=draft.text,
            below=" · ".join(part for part in below if part),
            keep=draft.owner,
            chip=chip,
            tone=tone,
        )

    def stand(self, line: ActionLine) -> tuple[str, str]:
        """How far something is, in a few words; and the tone of that."""
        card, today = line.card, self._bench.today
        state, draft = state_of(card), card.draft
        if state is ActionState.CHECKED:
            return (self.tr("works"), "ok") if card.works else (self.tr("did not work"), "late")
        if is_to_check(card, today):
            return self.tr("does it work?"), "due"
        if draft.done_on is not None:
            return self.tr("done {day}").format(day=full_day(draft.done_on, today)), "ok"
        if draft.due is None:
            return "", "quiet"
        if is_late(card, today):
            return self.tr("was due {day}").format(day=full_day(draft.due, today)), "late"
        said = self.tr("by {day}").format(day=day_in_row(draft.due, today))
        return said, "due" if is_due_soon(card, today) else "quiet"

    def sentence(self, row: ShownAction) -> str:
        """All that a screen reader says of a row."""
        draft, (stand, _tone) = row.line.card.draft, self.stand(row.line)
        who = self.tr("{name} does it").format(name=draft.owner) if draft.owner else ""
        said = (
            draft.text,
            who,
            stand,
            origin_words(row.line, self._bench.labels),
            row.line.asked,
        )
        return ", ".join(part for part in said if part)

    def chip_words(self, chip: ActionChip) -> str:
        """The words of a chip, with how many stand under it."""
        counts = self.state.counts
        shown = {
            ActionChip.OPEN: counts.still_open,
            ActionChip.LATE: counts.late,
            ActionChip.TO_CHECK: counts.to_check,
        }
        words, count = self._bench.labels.enum(chip), shown.get(chip)
        if not count:
            return words
        return self.tr("{words} {count}").format(words=words, count=QLocale().toString(count))

    def plan_job(self) -> "PrintJob | None":
        """The whole register on its way to paper; None while there is nothing in it."""
        bench = self._bench
        if self.state.is_empty_file:
            return None
        try:
            return bench.services.action_papers.plan()
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def _want(self, chip: ActionChip, text: str) -> None:
        bench = self._bench
        try:
            everything = bench.services.actions.lines(ActionChip.ALL)
            counts = bench.services.actions.counts()
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        words = fold(text).split()
        found = [one for one in everything if fits(one.card, chip, bench.today)]
        rows = tuple(
            ShownAction(id=one.card.id, line=one) for one in found if self._holds(one, words)
        )
        one, many = self.tr("1 thing"), self.tr("{count} things")
        said = one if len(rows) == 1 else many.format(count=QLocale().toString(len(rows)))
        self.state = ListState(
            chip=chip,
            text=text,
            rows=rows,
            counts=counts,
            said=said,
            is_empty_file=not everything,
        )
        self.state_changed.emit()

    def _holds(self, line: ActionLine, words: list[str]) -> bool:
        draft = line.card.draft
        parts = (draft.text, draft.owner, draft.evidence, line.card.check_note, line.asked)
        whole = fold(" ".join((*parts, origin_words(line, self._bench.labels))))
        return all(word in whole for word in words)

    def _on_change(self) -> None:
        if self._is_shown:
            self._want(self.state.chip, self.state.text)
