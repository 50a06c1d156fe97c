# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of sample weeks: what is planned, what was counted, when the next is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.samples import SampleWeekCard
from servicedesk.domain.samples_weeks import SampleReminder, read_tally
from servicedesk.ui.core.following import FollowingPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.samples import SampleOffer
    from servicedesk.ui.core.workbench import Workbench

_KINDS = frozenset({Kind.SAMPLE_WEEK, Kind.CHARTER, Kind.CLOSURE, Kind.OPENING_HOURS})


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplesState:
    """What the page shows.

    Args:
        offer: what can be counted next; None while no charter is published.
        weeks: every sample week, the newest first.
        due: the one that needs doing next, or None.
    """

    offer: "SampleOffer | None" = None
    weeks: tuple[SampleWeekCard, ...] = ()
    due: SampleReminder | None = None


class SamplesPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, _KINDS, parent)
        self.state = SamplesState()

    def _read(self) -> None:
        samples = self._bench.services.samples
        self.state = SamplesState(
            offer=samples.offer(),
            weeks=samples.weeks(),
            due=samples.next_due(self._bench.today),
        )

    def plan(self, values: Mapping[str, object]) -> dict[str, str]:
        """Plan a sample week.

        Args:
            values: "first" and "last" as days, "keys" as keys of standards, "note".

        Returns:
            What is wrong, by field; nothing when it was planned.
        """
        first, last, keys = values.get("first"), values.get("last"), values.get("keys", ())
        if not isinstance(first, date):
            return {"first": self.tr("Please give the first day, such as mon or 7/12.")}
        if not isinstance(last, date):
            return {"last": self.tr("Please give the last day, such as sat or 12/12.")}
        chosen = keys if isinstance(keys, tuple) else ()
        note, bench = str(values.get("note", "")), self._bench
        try:
            bench.do(
                lambda: bench.services.samples.plan(first, chosen, bench.who, last, note),
                said=self.tr("Sample week planned."),
            )
        except Refusal as refusal:
            return {refusal.field or "keys": bench.labels.refusal(refusal)}
        return {}

    def key_in(self, week_id: int, key: str, met: str, seen: str) -> str:
        """Keep the two numbers of a line.

        Returns:
            What is wrong with them; "" when they are kept.
        """
        bench = self._bench
        try:
            tally = read_tally(met, seen, key)
            bench.do(
                lambda: bench.services.samples.key_in(week_id, {key: tally}, None, bench.who),
                said=self.tr("Numbers kept."),
            )
        except Refusal as refusal:
            return bench.labels.refusal(refusal)
        return ""

    def remove(self, week_id: int) -> None:
        """Remove a sample week; it can be taken back."""
        bench = self._bench
        try:
            bench.do(
                lambda: bench.services.samples.remove(week_id, bench.who),
                said=self.tr("Sample week removed."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def print_job(self, week_id: int) -> "PrintJob | None":
        """The sheet on which a week is counted."""
        bench = self._bench
        try:
            return bench.services.sample_papers.tally(week_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None
