# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of reviews: what was gathered, what is written, what became of decisions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.reviews import (
    BecameOf,
    Decision,
    ReviewCard,
    ReviewDraft,
    Yearly,
    YearlyLine,
)
from servicedesk.ui.core.asked import asked

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

_PLACES = {
    Yearly.CHARTER: ("measures", "checks", ""),
    Yearly.OURSELVES: ("improve", "check", ""),
    Yearly.SECURITY: ("improve", "check", "security"),
}
"""Where each is done."""

_FOLLOWED = frozenset({Kind.REVIEW, Kind.ACTION, Kind.CHECK, Kind.JOB_CHECK})

Became = tuple[tuple[Decision, BecameOf], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsState:
    """What the page shows.

    Args:
        reviews: every review, the newest first.
        became: what became of the decisions of those that are finished, by number.
        yearly: what is looked at once a year.
        error: why nothing was begun, in words; "" for nothing.
    """

    reviews: tuple[ReviewCard, ...] = ()
    became: Mapping[int, Became] = field(default_factory=lambda: MappingProxyType({}))
    yearly: tuple[YearlyLine, ...] = ()
    error: str = ""

    @property
    def open_one(self) -> ReviewCard | None:
        """The review that is not finished, or None."""
        return next((card for card in self.reviews if card.is_open), None)


class ReviewsPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ReviewsState()
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load("")

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def _follow(self) -> None:
        if self._is_shown:
            self._load("")

    def _load(self, error: str) -> None:
        service = self._bench.services.reviews
        try:
            reviews, yearly = service.all(), service.yearly()
            became = {card.id: service.became(card.id) for card in reviews if not card.is_open}
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = ReviewsState(reviews=reviews, became=became, yearly=yearly, error=error)
        self.state_changed.emit()

    def begin(self) -> None:
        """Begin a review; why it cannot is in the state."""
        bench = self._bench
        try:
            bench.do(
                lambda: bench.services.reviews.begin(bench.who),
                said=self.tr("What is on record is gathered. Now write down what it shows."),
            )
        except Refusal as refusal:
            self._load(bench.labels.refusal(refusal))

    def write(self, review_id: int, draft: ReviewDraft) -> dict[str, str]:
        """Keep what was written about a review.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        service, who = self._bench.services.reviews, self._bench.who
        return self._kept(
            lambda: service.write(review_id, draft, who), self.tr("Kept."), "findings"
        )

    def decide(self, review_id: int, decision_id: int | None, draft: Decision) -> dict[str, str]:
        """Keep a decision.

        Args:
            review_id: of the review.
            decision_id: of the one that is changed; None for a new one.
            draft: as typed.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        service, who = self._bench.services.reviews, self._bench.who
        if decision_id is None:
            return self._kept(
                lambda: service.decide(review_id, draft, who), self.tr("Decision kept."), "text"
            )
        return self._kept(
            lambda: service.change_decision(decision_id, draft, who),
            self.tr("Decision changed."),
            "text",
        )

    def remove_decision(self, decision_id: int) -> None:
        """Remove a decision; it can be taken back."""
        service, who = self._bench.services.reviews, self._bench.who
        self._step(lambda: service.remove_decision(decision_id, who), self.tr("Decision removed."))

    def finish(self, card: ReviewCard) -> dict[str, str]:
        """Finish a review; its decisions become actions.

        Returns:
            What it still needs, a sentence by field; empty when it is finished.
        """
        service, who = self._bench.services.reviews, self._bench.who
        said = self.tr("Review kept with its date.")
        if card.decisions:
            said = self.tr("Review kept with its date. Its decisions are actions now.")
        return self._kept(lambda: service.finish(card.id, who), said, "findings")

    def remove(self, review_id: int) -> None:
        """Remove a review that is not finished; it can be taken back."""
        service, who = self._bench.services.reviews, self._bench.who
        self._step(lambda: service.remove(review_id, who), self.tr("Review removed."))

    def go(self, what: Yearly) -> None:
        """Go to where something is done that is looked at once a year."""
        self._bench.navigator.open(*_PLACES[what])

    def print_job(self, review_id: int) -> "PrintJob | None":
        """The page of a review."""
        bench = self._bench
        return asked(bench, lambda: bench.services.reviews.paper(review_id))

    def _kept(
        self, step: "Callable[[], Done[ReviewCard]]", said: str, usual: str
    ) -> dict[str, str]:
        bench = self._bench
        try:
            done = bench.do(step, said=said)
        except Refusal as refusal:
            return {refusal.field or usual: bench.labels.refusal(refusal)}
        return {} if done is not None else {usual: self.tr("It could not be kept.")}

    def _step(self, step: "Callable[[], Done[ReviewCard]]", said: str) -> None:
        bench = self._bench
        try:
            bench.do(step, said=said)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load("")
