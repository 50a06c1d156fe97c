# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of busy days: reads a period, draws its chart, prints it, notes what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.busy_days import BusyReport
from servicedesk.domain.busy_days_words import (
    FullDay,
    action_text,
    advice,
    busy_chart,
    busy_lines,
    full_days,
)
from servicedesk.domain.errors import Refusal, ServicedeskError, Trouble
from servicedesk.domain.figures import ChartData
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName, own_period, period_of
from servicedesk.domain.periods_words import period_words
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.widgets.shown_chart import ShownChart, shown_chart

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

_NO_FAULTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyState:
    """The page as it stands.

    Args:
        period: that is looked at.
        days: the same in words.
        lines: what the counts say, the chief one first.
        chart: by weekday; None where no promise was due.
        full: the fullest dates.
        advice: what to do; "" while there is too little to say.
        action: what a thing to do would say; "" where there is none.
        faults: sentence by field, for days of one's own that make no period.
    """

    period: Period
    days: str = ""
    lines: tuple[str, ...] = ()
    chart: ShownChart | None = None
    full: tuple[FullDay, ...] = ()
    advice: str = ""
    action: str = ""
    faults: Mapping[str, str] = field(default_factory=lambda: _NO_FAULTS)


class BusyPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.
        drawn: (PNG bytes) the picture of the chart, as it was asked for last.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    drawn = Signal(object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._report: BusyReport | None = None
        self._is_shown = False
        self.state = BusyState(period=period_of(PeriodName.LAST_90_DAYS, bench.today))
        bench.changes.follow(frozenset({Kind.PROMISE}), self._follow)

    def open(self) -> None:
        """Read the days that were looked at last, and follow them from now on."""
        self._is_shown = True
        period = self.state.period
        is_own = period.name is PeriodName.OWN
        self._read(period if is_own else period_of(period.name, self._bench.today))

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def choose(self, name: PeriodName) -> None:
        """Look at a period on offer."""
        self._read(period_of(name, self._bench.today))

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Look at days of one's own.

        Args:
            first: None where nothing was typed, which is said beside the field.
            last: None for today.
        """
        if first is None:
            self._fault("first", self.tr("Type the first day, such as 3/12."))
            return
        today = self._bench.today
        try:
            period = own_period(first, last or today, today)
        except Refusal as refusal:
            self._fault(refusal.field or "first", self._bench.labels.refusal(refusal))
            return
        self._read(period)

    def plan(self) -> None:
        """Note what to do about it under the things to do; it can be taken back."""
        bench, text = self._bench, self.state.action
        if not text:
            return
        try:
            bench.do(
                lambda: bench.services.busy_days.plan(text, bench.who),
                said=self.tr("Noted under Things to do."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))

    def print_job(self) -> "PrintJob | None":
        """What is shown; None while nothing was read."""
        bench, report = self._bench, self._report
        return (
            None if report is None else asked(bench, lambda: bench.services.busy_days.paper(report))
        )

    def draw(self, chart: ChartData, width: int, text: float) -> None:
        """Draw the chart in the colours of now; ``drawn`` tells when it is there.

        Args:
            chart: what to draw.
            width: of the picture in pixels of the screen.
            text: size of its words in the same pixels.
        """
        papers, colours = self._bench.services.figures_papers, dict(self._bench.theme.colours)

        def job(_progress: Progress) -> bytes:
            return papers.chart_png(chart, width, text, colours)

        self._bench.tasks.run(
            self.tr("Drawing a chart"), job, self.drawn.emit, self._not_drawn, whose=self
        )

    def _not_drawn(self, fault: Exception) -> None:
        """A picture is missing, and its numbers stand beside it all the same."""
        if not isinstance(fault, ServicedeskError):
            raise fault

    def _follow(self) -> None:
        if self._is_shown:
            self._read(self.state.period)

    def _fault(self, name: str, sentence: str) -> None:
        self.state = replace(self.state, faults={name: sentence})
        self.state_changed.emit()

    def _read(self, period: Period) -> None:
        labels = self._bench.labels
        try:
            report = self._bench.services.busy_days.report(period)
        except Trouble as trouble:
            self._bench.bar.trouble(labels.trouble(trouble))
            return
        self._report = report
        chart = busy_chart(report, labels)
        self.state = BusyState(
            period=period,
            days=period_words(period, labels),
            lines=busy_lines(report, labels),
            chart=None if chart is None else shown_chart(chart, labels),
            full=full_days(report, labels),
            advice=advice(report, labels),
            action=action_text(report, labels),
        )
        self.state_changed.emit()
