# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page on offers: one channel at a time, who may be written to and who said no."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.marketing import MarketingOverview, StopSource
from servicedesk.domain.support import ConsentChannel
from servicedesk.ui.core.days_said import listed_day

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

_FOLLOWED = frozenset({Kind.CUSTOMER, Kind.MARKETING_STOP, Kind.BUSINESS})


class MarketingPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: the channel that is shown.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = MarketingOverview(channel=ConsentChannel.EMAIL)
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load(self.state.channel)

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def choose(self, channel: ConsentChannel) -> None:
        """Show another channel."""
        self._load(channel)

    def _follow(self) -> None:
        if self._is_shown:
            self._load(self.state.channel)

    def _load(self, channel: ConsentChannel) -> None:
        try:
            self.state = self._bench.services.marketing.overview(channel)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state_changed.emit()

    def stop(self, values: Mapping[str, object]) -> dict[str, str]:
        """Stop offers to an address or a number.

        Args:
            values: of the form, by field.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench = self._bench
        picked = values.get("channels")
        channels = tuple(
            ConsentChannel(str(one)) for one in (picked if isinstance(picked, tuple | list) else ())
        )
        source = StopSource(str(values.get("source")) or StopSource.ASKED.value)
        typed, stop = str(values.get("address", "")), bench.services.marketing.stop_address
        said = self.tr("They will be sent no offers.")
        try:
            done = bench.do(lambda: stop(typed, channels, source, bench.who), said=said)
        except Refusal as refusal:
            return {refusal.field or "address": bench.labels.refusal(refusal)}
        return {} if done is not None else {"address": self.tr("It could not be kept.")}

    def stop_customer(self, customer_id: int) -> None:
        """Stop offers to a customer on the channel that is shown; it can be taken back."""
        marketing, who, channel = (
            self._bench.services.marketing,
            self._bench.who,
            self.state.channel,
        )
        said = self.tr("They will be sent no offers there.")
        self._step(
            lambda: marketing.stop_customer(customer_id, channel, StopSource.ASKED, who), said
        )

    def lift(self, stop_id: int) -> None:
        """Take a stop away that was made by mistake; it can be taken back."""
        marketing, who = self._bench.services.marketing, self._bench.who
        self._step(lambda: marketing.lift(stop_id, who), self.tr("The no was taken away."))

    def _step(self, step: "Callable[[], Done[int]]", said: str) -> None:
        bench = self._bench
        try:
            bench.do(step, said=said)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load(self.state.channel)

    def list_job(self) -> "PrintJob | None":
        """Who may be sent offers on the channel, on paper; None for nobody."""
        rows = self.allowed()
        if not rows:
            return None
        channel = self._bench.labels.enum(self.state.channel)
        title = self.tr("May be sent offers: {channel}").format(channel=channel)
        return self._bench.services.lists.table(title, self.head(), rows)

    def labels_job(self) -> "PrintJob | None":
        """Address labels for those who may be sent offers by post, and for nobody else."""
        ids = [row.agreed.customer_id for row in self.state.rows if row.reach]
        try:
            return self._bench.services.envelopes.labels(ids) if ids else None
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            return None

    def head(self) -> tuple[str, ...]:
        """Over the columns of the list."""
        return (self.tr("Name"), self.tr("Where to"), self.tr("Since"), self.tr("Why we may"))

    def allowed(self) -> list[tuple[str, ...]]:
        """The lines of the list: those who may be sent offers, by name."""
        return [
            (
                row.agreed.name,
                row.reach,
                listed_day(row.agreed.given_on),
                self._bench.labels.enum(row.agreed.basis),
            )
            for row in self.state.rows
            if row.reach
        ]
