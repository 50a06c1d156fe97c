# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of walks along the customer's way."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.walks import WalkCard, WalkDraft, WalkStep
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.core.workbench import OWNER

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


class WalksPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: every walk, the newest first.
        planned: (number of a walk, words) of what is on the list of things to do.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.WALK, Kind.ACTION}), parent)
        self.state: tuple[WalkCard, ...] = ()
        self.planned: frozenset[tuple[int | None, str]] = frozenset()

    @property
    def who(self) -> str:
        """Who serves, by name; "" while nobody was chosen."""
        who = self._bench.who
        return "" if who == OWNER else who

    def _read(self) -> None:
        self.state = self._bench.services.walks.all()
        known = (one.draft for one in self._bench.services.actions.list(ActionChip.ALL))
        of_walks = (draft for draft in known if draft.source is ActionSource.WALK)
        self.planned = frozenset((draft.source_id, draft.text) for draft in of_walks)

    def promised(self) -> tuple[str, ...]:
        """What the charter promises, to pick from; none where it cannot be read."""
        try:
            return self._bench.services.walks.promised()
        except Trouble:
            return ()

    def keep(
        self, walk_id: int | None, values: Mapping[str, object], steps: tuple[WalkStep, ...]
    ) -> tuple[str, str] | None:
        """Keep a walk.

        Args:
            walk_id: of the one that is changed; None for a new one.
            values: "name", "walked_on" and "who" as fields give them.
            steps: in order, empty ones in their places.

        Returns:
            The field that is wrong and why; None when it is kept.
        """
        bench, day = self._bench, values.get("walked_on")
        if not isinstance(day, date):
            return "walked_on", self.tr("Please give the day of the walk, such as fri or 3/12.")
        draft = WalkDraft(
            name=str(values.get("name", "")),
            walked_on=day,
            who=str(values.get("who", "")),
            steps=steps,
        )
        try:
            if walk_id is None:
                said = self.tr("Walk kept.")
                done = bench.do(lambda: bench.services.walks.add(draft, bench.who), said=said)
            else:
                said = self.tr("Walk changed.")
                done = bench.do(
                    lambda: bench.services.walks.change(walk_id, draft, bench.who), said=said
                )
        except Refusal as refusal:
            return refusal.field or "name", bench.labels.refusal(refusal)
        return None if done is not None else ("name", self.tr("It could not be kept."))

    def remove(self, walk_id: int) -> None:
        """Remove a walk; it can be taken back."""
        bench = self._bench
        try:
            bench.do(
                lambda: bench.services.walks.remove(walk_id, bench.who),
                said=self.tr("Walk removed."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def print_job(self, walk_id: int) -> "PrintJob | None":
        """The one page of a walk."""
        bench = self._bench
        try:
            return bench.services.sample_papers.walk(walk_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None
