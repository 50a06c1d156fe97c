# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of things to ask again knows: what helps somebody, or is to be minded, and ends."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import SupportReview
from servicedesk.domain.support_words import help_words

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from collections.abc import Callable

    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.support import SupportSheet
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One thing to ask again.

    Args:
        id: by which the line is known: the part of the sheet and the number of the row.
        review: all of it.
        day: on which it is to be asked, in words.
        who: the customer.
        what: what helps, or is to be minded, in words.
        state: "due", "has ended", or "".
        remember: what to remember about the customer, in words; "" for nothing.
    """

    id: tuple[str, int]
    review: SupportReview
    day: str
    who: str
    what: str
    state: str
    remember: str = ""

    @property
    def stands(self) -> str:
        """The day with what is to be said of it."""
        return " · ".join(part for part in (self.day, self.state) if part)

    @property
    def can_keep(self) -> bool:
        """It can be said in one step that it still helps: they agreed to it."""
        return self.review.need is not None and not self.review.need.is_for_now


class ReviewsPresenter(QObject):
    """Reads what is to be asked again, keeps it on or takes it away.

    Signals:
        state_changed: ``lines`` are others.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.lines: tuple[ReviewLine, ...] = ()
        bench.changes.follow(frozenset({Kind.CUSTOMER}), self.load)

    def load(self) -> None:
        """Read the list anew."""
        self.lines = tuple(map(self._line, self._bench.services.support.reviews()))
        self.state_changed.emit()

    def still_helps(self, line: ReviewLine) -> None:
        """Say that something still helps; it is asked about again in the usual time."""
        support, who = self._bench.services.support, self._bench.who
        if line.can_keep:
            self._do(
                lambda: support.keep_need(line.review.customer_id, line.id[1], who),
                self.tr("Kept. You will be asked again in the usual time."),
            )

    def remove(self, line: ReviewLine) -> None:
        """Keep something no longer; Undo on the bar brings it back."""
        support, who = self._bench.services.support, self._bench.who
        part, number = line.id
        step = support.remove_need if part == _NEED else support.remove_safety
        self._do(lambda: step(line.review.customer_id, number, who), self.tr("Removed."))

    def sentence(self, line: ReviewLine) -> str:
        """What is said of a line to those who listen."""
        said = self.tr("{who}: {what}, to be asked again on {day}").format(
            who=line.who, what=line.what, day=line.day
        )
        return ", ".join(part for part in (said, line.state, line.remember) if part)

    def list_job(self, columns: tuple[str, ...]) -> "PrintJob | None":
        """The list on its way to paper; None while there is nothing in it.

        Args:
            columns: their titles.
        """
        if not self.lines:
            return None
        rows = [(line.stands, line.who, line.what) for line in self.lines]
        return self._bench.services.lists.table(self.tr("To ask again"), columns, rows)

    def _do(self, step: "Callable[[], Done[SupportSheet]]", said: str) -> None:
        try:
            self._bench.do(step, said=said)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            self.load()

    def _line(self, review: SupportReview) -> ReviewLine:
        today, labels = self._bench.today, self._bench.labels
        if review.need is not None:
            words = help_words((review.need,), labels, date.min)
            what, number, part = words[0], review.need.id, _NEED
            is_over = not review.need.is_shown(today)
        elif review.safety is not None:
            draft = review.safety.draft
            what = self.tr("{what}: {words}").format(what=labels.enum(draft.kind), words=draft.text)
            number, part, is_over = review.safety.id, _SAFETY, review.safety.has_ended(today)
        else:
            raise ValueError("a review is of a need or of a safety note")
        said = self.tr("Remember: {words}").format(words=review.remember)
        state = self.tr("due") if review.day <= today else ""
        return ReviewLine(
            id=(part, number),
            review=review,
            day=_day(review.day, "ddd d MMM"),
            who=review.customer_name,
            what=what,
            state=self.tr("has ended") if is_over else state,
            remember=said if review.remember else "",
        )


_NEED, _SAFETY = "need", "safety"


def _day(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
