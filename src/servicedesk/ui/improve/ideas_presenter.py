# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of ideas seen elsewhere."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal
from servicedesk.domain.ideas import IdeaCard, IdeaDraft, IdeaVerdict, is_late, state_of_idea
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.widgets.form_values import day_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench


class IdeasPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: every idea, what is to be tried next first.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.IDEA, Kind.ACTION}), parent)
        self.state: tuple[IdeaCard, ...] = ()

    def _read(self) -> None:
        self.state = self._bench.services.ideas.all()

    def is_late(self, card: IdeaCard) -> bool:
        """Whether an idea should have been tried by now."""
        return is_late(card.draft, self._bench.today)

    def keep(self, idea_id: int | None, values: Mapping[str, object]) -> dict[str, str]:
        """Keep an idea.

        Args:
            idea_id: of the one that is changed; None for a new one.
            values: of the form, by field; days as fields give them.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench, verdict = self._bench, str(values.get("verdict", ""))
        draft = IdeaDraft(
            what=str(values.get("what", "")),
            seen_at=str(values.get("seen_at", "")),
            seen_on=day_of(values, "seen_on"),
            try_by=day_of(values, "try_by"),
            tried_on=day_of(values, "tried_on"),
            verdict=IdeaVerdict(verdict) if verdict else None,
            note=str(values.get("note", "")),
        )
        try:
            if idea_id is None:
                said = self.tr("Idea kept.")
                done = bench.do(lambda: bench.services.ideas.add(draft, bench.who), said=said)
            else:
                said = self.tr("Idea changed.")
                done = bench.do(
                    lambda: bench.services.ideas.change(idea_id, draft, bench.who), said=said
                )
        except Refusal as refusal:
            return {refusal.field or "what": bench.labels.refusal(refusal)}
        return {} if done is not None else {"what": self.tr("It could not be kept.")}

    def plan(self, idea_id: int) -> None:
        """Make an action of an idea that is kept; it can be taken back."""
        ideas, who = self._bench.services.ideas, self._bench.who
        self._step(lambda: ideas.plan(idea_id, who), self.tr("Noted under Things to do."))

    def remove(self, idea_id: int) -> None:
        """Remove an idea; it can be taken back."""
        ideas, who = self._bench.services.ideas, self._bench.who
        self._step(lambda: ideas.remove(idea_id, who), self.tr("Idea removed."))

    def _step(self, step: "Callable[[], Done[IdeaCard]]", said: str) -> None:
        bench = self._bench
        try:
            bench.do(step, said=said)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def list_job(self) -> "PrintJob | None":
        """All ideas on paper; None while there is none."""
        if not self.state:
            return None
        labels = self._bench.labels
        head = (
            self.tr("Idea"),
            self.tr("Where"),
            self.tr("Try by"),
            self.tr("How it stands"),
            self.tr("What came of it"),
        )
        rows = [
            (
                card.draft.what,
                card.draft.seen_at,
                "" if card.draft.try_by is None else listed_day(card.draft.try_by),
                labels.enum(state_of_idea(card.draft)),
                card.draft.note,
            )
            for card in self.state
        ]
        return self._bench.services.lists.table(self.tr("Ideas to try"), head, rows)
