# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of figures knows: the days it is about, the figures in words, what is drawn.

A report over a year is read at once; one over more days is read beside the screen, which stays
alive meanwhile and shows the figures that were there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, ServicedeskError, Trouble
from servicedesk.domain.figures import ChartData, Report
from servicedesk.domain.figures_paper import has_anything
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName, own_period, period_of
from servicedesk.domain.periods_words import period_words
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.shown import ShownSection, shown_sections, titles_of

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from pathlib import Path

    from servicedesk.domain.printing import PrintJob

READ_AT_ONCE = 366
"""Days of a report that is read in one go; more are read beside the screen."""

_COUNTED = frozenset(
    {
        Kind.PROMISE,
        Kind.COMPLAINT,
        Kind.ACTION,
        Kind.FEEDBACK,
        Kind.FEEDBACK_BATCH,
        Kind.CONTACT,
        Kind.CUSTOMER,
        Kind.SERVED,
        Kind.CHARTER,
        Kind.BUSINESS,
        Kind.OPENING_HOURS,
        Kind.CLOSURE,
        Kind.HOLIDAY,
    }
)
"""What a figure may have been counted from."""

_NO_FAULTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresState:
    """The page as it stands.

    Args:
        period: that the figures are about, or are being read for.
        days: the same in words.
        sections: the cards.
        is_read: a report is there; False before the first.
        is_empty: nothing was written down in those days.
        is_reading: a report over many days is on its way.
        faults: sentence by field, for days of one's own that make no period.
    """

    period: Period
    days: str = ""
    sections: tuple[ShownSection, ...] = ()
    is_read: bool = False
    is_empty: bool = False
    is_reading: bool = False
    faults: Mapping[str, str] = field(default_factory=lambda: _NO_FAULTS)


class MeasuresPresenter(QObject):
    """Reads figures, draws charts, and makes papers of them.

    Signals:
        state_changed: ``state`` is another one.
        drawn: (code of a chart, PNG bytes) its picture, as it was asked for last.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    drawn = Signal(str, object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._report: Report | None = None
        self._is_stale = True
        self._is_here = False
        self._wanted = period_of(PeriodName.LAST_90_DAYS, bench.today)
        self.state = MeasuresState(period=self._wanted)
        bench.changes.follow(_COUNTED, self._on_changed)

    # The days.

    def arrive(self) -> None:
        """The page is looked at: read what changed meanwhile, and the days of today."""
        self._is_here = True
        name = self.state.period.name
        today = self.state.period if name is PeriodName.OWN else period_of(name, self._bench.today)
        if self._is_stale or today != self.state.period or self._report is None:
            self._read(today)

    def leave(self) -> None:
        """Nobody looks: read no more until somebody does."""
        self._is_here = False

    def choose(self, name: PeriodName) -> None:
        """Show the figures of a period on offer."""
        self._read(period_of(name, self._bench.today))

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show the figures of days of one's own.

        Args:
            first: None where nothing was typed, which is said beside the field.
            last: None for today.
        """
        today = self._bench.today
        if first is None:
            self._fault("first", self.tr("Type the first day, such as 3/12."))
            return
        try:
            period = own_period(first, last or today, today)
        except Refusal as refusal:
            self._fault(refusal.field or "first", self._bench.labels.refusal(refusal))
            return
        self._read(period)

    def _fault(self, name: str, sentence: str) -> None:
        self._show(replace(self.state, faults={name: sentence}))

    def _on_changed(self) -> None:
        self._is_stale = True
        if self._is_here:
            self._read(self.state.period)

    # The figures.

    def _read(self, period: Period) -> None:
        figures = self._bench.services.figures
        self._wanted = period
        if period.days <= READ_AT_ONCE:
            try:
                report = figures.report(period)
            except (Trouble, Refusal) as fault:
                self._tell(fault)
                return
            self._take(period, report)
            return
        reading = replace(
            self.state,
            period=period,
            days=period_words(period, self._bench.labels),
            faults=_NO_FAULTS,
        )
        self._show(replace(reading, is_reading=True))

        def job(_progress: Progress) -> Report:
            return figures.report(period)

        self._bench.tasks.run(
            self.tr("Reading the figures"),
            job,
            partial(self._take, period),
            partial(self._failed, period),
            whose=self,
        )

    def _take(self, period: Period, report: Report) -> None:
        """A report is there; one that nobody waits for any more is let go."""
        if period != self._wanted:
            return
        self._report, self._is_stale = report, False
        state = MeasuresState(
            period=period,
            days=period_words(period, self._bench.labels),
            sections=shown_sections(report, self._bench.labels),
            is_read=True,
            is_empty=not has_anything(report),
        )
        self._show(state)

    def _failed(self, period: Period, fault: Exception) -> None:
        if not isinstance(fault, ServicedeskError):
            raise fault
        if period == self._wanted:
            self._show(replace(self.state, is_reading=False))
        self._tell(fault)

    def _tell(self, fault: ServicedeskError) -> None:
        """Say why there are no figures: the file cannot be read, or holds what makes none."""
        if isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        elif isinstance(fault, Refusal):
            self._bench.bar.say(self._bench.labels.refusal(fault))

    def title_of(self, item: str) -> str:
        """What the records of a place are counted for; "" where no figure here leads to them."""
        return titles_of(self.state.sections).get(item, "")

    # The charts.

    def draw(self, chart: ChartData, width: int, text: float) -> None:
        """Draw a chart beside the screen, in the colours of now; ``drawn`` tells when it is there.

        Args:
            chart: what to draw.
            width: of the picture in pixels of the screen.
            text: size of its words in the same pixels.
        """
        papers, colours = self._bench.services.figures_papers, dict(self._bench.theme.colours)

        def job(_progress: Progress) -> bytes:
            return papers.chart_png(chart, width, text, colours)

        self._bench.tasks.run(
            self.tr("Drawing a chart"),
            job,
            lambda png: self.drawn.emit(chart.code, png),
            self._not_drawn,
            whose=self,
        )

    def _not_drawn(self, fault: Exception) -> None:
        """A picture is missing, and its numbers stand beside it all the same."""
        if not isinstance(fault, ServicedeskError):
            raise fault

    # The papers.

    def print_job(self) -> "PrintJob | None":
        """The figures that are shown as a paper; None while there are none."""
        if self._report is None or self.state.is_empty:
            return None
        return self._bench.services.figures_papers.job(self._report)

    def month_job(self) -> "PrintJob":
        """The report of the last whole month."""
        return self._bench.services.figures_papers.month()

    def quarter_job(self) -> "PrintJob":
        """The report of the last whole quarter."""
        return self._bench.services.figures_papers.quarter()

    def file_name(self, ending: str) -> str:
        """What a file of these figures may be called.

        Args:
            ending: such as ".csv".
        """
        period = self.state.period
        name = self.tr("How we do {first} to {last}")
        return name.format(first=period.first.isoformat(), last=period.last.isoformat()) + ending

    def save_csv(self, path: "Path") -> None:
        """Write the figures as rows of text with commas; what was there before is replaced."""
        papers = self._bench.services.figures_papers
        self._save(path, papers.csv)

    def save_xlsx(self, path: "Path") -> None:
        """Write the figures as a workbook; what was there before is replaced."""
        papers = self._bench.services.figures_papers
        self._save(path, papers.xlsx)

    def _save(self, path: "Path", make: Callable[[Report], bytes]) -> None:
        report = self._report
        if report is None:
            return
        try:
            saved = self._bench.services.printing.save(path, make(report), replaces=True)
        except (Trouble, Refusal) as fault:
            self._tell(fault)
            return
        self._bench.bar.say(self.tr("Saved as {file}.").format(file=saved.name))

    def _show(self, state: MeasuresState) -> None:
        self.state = state
        self.state_changed.emit()
