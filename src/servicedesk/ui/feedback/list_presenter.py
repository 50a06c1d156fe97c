# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of feedback shows: which, in which words."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.feedback import FeedbackKind, Scale
from servicedesk.domain.feedback_listed import FeedbackChip, FeedbackRow
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.words import beginning, is_low_mark, mark_words
from servicedesk.ui.people.due_words import day_written, full_day
from servicedesk.ui.people.printed_words import listed
from servicedesk.ui.people.two_lines import TwoLines

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FOLLOWED = frozenset({Kind.FEEDBACK, Kind.CUSTOMER, Kind.COMPLAINT})
_WRITTEN = 160
"""Letters of what was said that stand in a line of a printed list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which feedback is wanted.

    Args:
        chip: which part of it.
        text: words that it holds; "" for any.
    """

    chip: FeedbackChip = FeedbackChip.ALL
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What the list shows.

    Args:
        wanted: which feedback.
        ids: their numbers, in order.
        counts: how many stand under the chips that are counted.
        said: how many there are, in words.
        is_empty_file: nobody ever said anything.
    """

    wanted: Wanted = field(default_factory=Wanted)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    counts: Mapping[FeedbackChip, int] = field(default_factory=dict)
    said: str = ""
    is_empty_file: bool = False


class ListPresenter(QObject):
    """Feeds the list of feedback.

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
        bench.changes.follow(_FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: read everything."""
        self._is_shown = True
        self._want(self.state.wanted)

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def choose_chip(self, chip: FeedbackChip) -> None:
        """Show a part of it."""
        self._want(replace(self.state.wanted, chip=chip))

    def search(self, text: str) -> None:
        """Show what holds these words."""
        self._want(replace(self.state.wanted, text=text.strip()))

    def show_all(self) -> None:
        """Show all feedback there is."""
        self._want(Wanted())

    def rows(self, ids: Sequence[int]) -> Sequence[FeedbackRow]:
        """The lines of these, in this order."""
        return self._bench.services.feedback.lists.rows(ids)

    def lines(self, row: FeedbackRow) -> TwoLines:
        """What the row of one shows."""
        bench, (chip, tone) = self._bench, self.stand(row)
        kind = bench.labels.enum(row.kind)
        below = (full_day(row.given_on, bench.today), row.who or kind, kind if row.who else "")
        return TwoLines(
            title=self.title(row),
            remember=row.remember,
            below=" · ".join(part for part in below if part),
            keep=below[0],
            chip=chip,
            tone=tone,
        )

    def title(self, row: FeedbackRow) -> str:
        """What was said, or the mark where nothing was."""
        if row.text:
            return beginning(row.text)
        return self.tr("A mark without words")

    def stand(self, row: FeedbackRow) -> tuple[str, str]:
        """What is to be done about it, or was, in a few words; and the tone of that."""
        today = self._bench.today
        if row.complaint_id is not None:
            return self.tr("a complaint now"), "quiet"
        if row.follow_up_due is not None and row.is_follow_up_open:
            day = full_day(row.follow_up_due, today)
            if row.follow_up_due < today:
                return self.tr("ring them, was due {day}").format(day=day), "late"
            return self.tr("ring them by {day}").format(day=day), "due"
        if row.is_answer_open:
            return self.tr("wants an answer"), "due"
        if row.decision is not None:
            return self._bench.labels.enum(row.decision).lower(), "ok"
        if row.thanked_on is not None:
            return self.tr("thanked"), "ok"
        if row.followed_up_on is not None:
            return self.tr("followed up"), "ok"
        if row.satisfaction is None:
            return "", "quiet"
        is_low = is_low_mark(Scale.SATISFACTION, row.satisfaction)
        return self._mark(row), "late" if is_low else "quiet"

    def sentence(self, row: FeedbackRow) -> str:
        """All that a screen reader says of a row."""
        bench, mark, (stand, _tone) = self._bench, self._mark(row), self.stand(row)
        said = (
            self.tr("{kind} {ref}").format(kind=bench.labels.enum(row.kind), ref=row.ref),
            row.who,
            self.title(row),
            full_day(row.given_on, bench.today),
            self.tr("satisfied {mark}").format(mark=mark) if mark else "",
            "" if stand == mark else stand,
            self.tr("Remember: {words}").format(words=row.remember) if row.remember else "",
        )
        return ", ".join(part for part in said if part)

    def _mark(self, row: FeedbackRow) -> str:
        """How satisfied they were, such as "4 of 5"; "" for not said."""
        point = row.satisfaction
        return "" if point is None else mark_words(Scale.SATISFACTION, point)

    def list_job(self) -> "PrintJob | None":
        """The list as it stands, on its way to paper."""
        state, bench = self.state, self._bench
        if not state.ids:
            return None
        head = (self.tr("When"), self.tr("What they said"), self.tr("Who"), self.tr("Mark"))
        rows = [
            (
                day_written(row.given_on, bench.today),
                beginning(row.text, _WRITTEN) or bench.labels.enum(row.kind),
                row.who,
                self._mark(row),
            )
            for row in self.rows(state.ids)
        ]
        title = self.tr("Feedback: {chip}").format(chip=bench.labels.enum(state.wanted.chip))
        return bench.services.lists.table(title, head, rows, listed(state.wanted.text, state.said))

    def chip_words(self, chip: FeedbackChip) -> str:
        """The words of a chip, with how many stand under it."""
        words, count = self._bench.labels.enum(chip), self.state.counts.get(chip)
        if not count:
            return words
        return self.tr("{words} {count}").format(words=words, count=QLocale().toString(count))

    def _want(self, wanted: Wanted) -> None:
        lists = self._bench.services.feedback.lists
        try:
            ids, counts = lists.ids(wanted.chip, wanted.text), lists.counts()
            is_all = wanted == Wanted()
            nothing = not ids and (is_all or not lists.ids(FeedbackChip.ALL))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = ListState(
            wanted=wanted,
            ids=ids,
            counts=counts,
            said=self._said(len(ids), wanted.chip),
            is_empty_file=nothing,
        )
        self.state_changed.emit()

    def _said(self, found: int, chip: FeedbackChip) -> str:
        if chip is FeedbackChip.COMPLIMENTS:
            one, many = self.tr("1 compliment"), self.tr("{count} compliments")
        elif chip is FeedbackChip.SUGGESTIONS:
            one, many = self.tr("1 suggestion"), self.tr("{count} suggestions")
        else:
            one, many = self.tr("1 entry"), self.tr("{count} entries")
        return one if found == 1 else many.format(count=QLocale().toString(found))

    def _on_change(self) -> None:
        if self._is_shown:
            self._want(self.state.wanted)


OF_KIND = {
    FeedbackChip.COMPLIMENTS: FeedbackKind.COMPLIMENT,
    FeedbackChip.SUGGESTIONS: FeedbackKind.SUGGESTION,
    FeedbackChip.REVIEWS: FeedbackKind.REVIEW,
    FeedbackChip.ANSWERS: FeedbackKind.ANSWER,
}
"""What is written down next where a list shows one kind alone."""
