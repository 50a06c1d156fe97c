# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of what must be kept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal
from servicedesk.domain.holds import HoldCard, HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.widgets.form_values import day_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


class HoldsPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: every hold, those that stand first.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.LEGAL_HOLD, Kind.COMPLAINT}), parent)
        self.state: tuple[HoldCard, ...] = ()

    def _read(self) -> None:
        self.state = self._bench.services.holds.all()

    def keep(self, card: HoldCard | None, values: Mapping[str, object]) -> dict[str, str]:
        """Keep a hold.

        Args:
            card: the one that is changed; None for a new one.
            values: of the form, by field.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench, who = self._bench, values.get("customer_id")
        draft = HoldDraft(
            customer_id=who if isinstance(who, int) else None,
            promise_id=None if card is None else card.draft.promise_id,
            reason=str(values.get("reason", "")),
            since=day_of(values, "since") or bench.today,
            look_again_on=day_of(values, "look_again_on"),
        )
        try:
            if card is None:
                said = self.tr("It is kept until you end this.")
                done = bench.do(lambda: bench.services.holds.add(draft, bench.who), said=said)
            else:
                number, said = card.id, self.tr("Changed.")
                done = bench.do(
                    lambda: bench.services.holds.change(number, draft, bench.who), said=said
                )
        except Refusal as refusal:
            field = "customer_id" if refusal.field == "customer" else refusal.field
            return {field or "reason": bench.labels.refusal(refusal)}
        return {} if done is not None else {"reason": self.tr("It could not be kept.")}

    def lift(self, card: HoldCard, because: str) -> dict[str, str]:
        """End a hold; it can be taken back. As ``keep``."""
        bench = self._bench
        try:
            done = bench.do(
                lambda: bench.services.holds.lift(card.id, because, bench.who),
                said=self.tr("It need not be kept any longer."),
            )
        except Refusal as refusal:
            return {refusal.field or "because": bench.labels.refusal(refusal)}
        return {} if done is not None else {"because": self.tr("It could not be kept.")}

    def list_job(self) -> "PrintJob | None":
        """All of them on paper; None while there is none."""
        if not self.state:
            return None
        head = (
            self.tr("What"),
            self.tr("Why"),
            self.tr("Since"),
            self.tr("Look again on"),
            self.tr("Ended"),
        )
        rows = [
            (
                card.about,
                card.draft.reason,
                listed_day(card.draft.since),
                "" if card.draft.look_again_on is None else listed_day(card.draft.look_again_on),
                "" if card.lifted_on is None else listed_day(card.lifted_on),
            )
            for card in self.state
        ]
        return self._bench.services.lists.table(self.tr("What must be kept"), head, rows)
