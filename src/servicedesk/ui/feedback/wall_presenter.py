# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""You said, we did: what was decided, and which of it stands on the paper for the wall."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.feedback import FeedbackCard
from servicedesk.domain.feedback_rules import said_on_wall
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_MOST = 40
"""Decided suggestions that are shown, the newest: what is older has been on the wall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallState:
    """What the page shows.

    Args:
        cards: what was decided, what stands on the wall at the head.
        open_count: suggestions that nobody has decided on yet.
        wrong: number of the feedback whose tick was refused, and why; (0, "") for none.
        wrong_in: what of it the refusal is about, such as "may_quote"; "" for nothing of it.
    """

    cards: tuple[FeedbackCard, ...] = ()
    open_count: int = 0
    wrong: tuple[int, str] = (0, "")
    wrong_in: str = ""

    @property
    def on_wall(self) -> tuple[FeedbackCard, ...]:
        """What stands on the paper."""
        return tuple(card for card in self.cards if card.is_on_wall)


class WallPresenter(QObject):
    """Feeds "You said, we did".

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WallState()
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(frozenset({Kind.FEEDBACK}), self._on_change)

    def arrive(self) -> None:
        """The page is shown: read what was decided."""
        self._is_shown = True
        self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def tick(self, feedback_id: int, *, on: bool) -> None:
        """Have it stand on the paper, or not."""
        bench, feedback = self._bench, self._bench.services.feedback
        said = self.tr("It stands on the wall") if on else self.tr("Taken off the wall")
        try:
            bench.do(lambda: feedback.put_on_wall(feedback_id, on, bench.who), said=said)
        except Refusal as refusal:
            self._read((feedback_id, bench.labels.refusal(refusal)), refusal.field or "")

    def words_of(self, card: FeedbackCard) -> str:
        """What they said, as it would stand on the paper."""
        return said_on_wall(card)

    def paper_job(self) -> "PrintJob | None":
        """The poster of what stands on the wall; None where there is none, which has been said."""
        bench = self._bench
        try:
            return bench.services.feedback_papers.said_done()
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def _read(self, wrong: tuple[int, str] = (0, ""), wrong_in: str = "") -> None:
        try:
            found = self._bench.services.feedback.lists.decided(_MOST)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = WallState(
            cards=found.cards, open_count=found.open_count, wrong=wrong, wrong_in=wrong_in
        )
        self.state_changed.emit()

    def _on_change(self) -> None:
        if self._is_shown:
            self._read()
