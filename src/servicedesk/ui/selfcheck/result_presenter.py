# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of a result: reads it, draws its chart, puts what is to do on the list."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, ServicedeskError, Trouble
from servicedesk.domain.figures import ChartData
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.core.workbench import OWNER
from servicedesk.ui.selfcheck.result_state import ResultState, state_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


class ResultPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.
        gone: the check is there no more.
        drawn: (PNG bytes) the picture of the chart.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    gone = Signal()
    drawn = Signal(object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ResultState()
        self._bench = bench
        self._id: int | None = None
        bench.changes.follow(frozenset({Kind.CHECK, Kind.ACTION}), self._follow)

    @property
    def who(self) -> str:
        """Who serves, by name; "" while nobody was chosen."""
        who = self._bench.who
        return "" if who == OWNER else who

    def open(self, check_id: int) -> bool:
        """Read the result of a check, and follow it; False where there is none to see."""
        self._id = check_id
        return self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._id = None

    def _follow(self) -> None:
        if self._id is not None and not self._load():
            self._id = None
            self.gone.emit()

    def _load(self) -> bool:
        bench, number = self._bench, self._id
        if number is None:
            return False
        checks = bench.services.checks
        try:
            card = checks.get(number)
            if card.finished_on is None:
                return False
            before, comparison = checks.before(number), checks.compared(number)
            pair = (before, comparison) if before is not None and comparison is not None else None
            state = state_of(bench, card, checks.result(number), checks.planned(number), pair)
        except Refusal:
            return False
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return False
        self.state = state
        self.state_changed.emit()
        return True

    def plan(self, questions: Sequence[str], owner: str, due: object) -> tuple[str, str] | None:
        """Put what is to do on the list of things to do.

        Args:
            questions: ids, in the order shown.
            owner: does it; may be empty.
            due: by when, as the field gives it; "" for no day.

        Returns:
            The field that is wrong and why; None when they are on the list.
        """
        bench, number = self._bench, self._id
        if not questions:
            return "due", self.tr("Tick at least one thing to do.")
        if due and not isinstance(due, date):
            return "due", self.tr("Please give a day, such as fri, +14 or 3/12.")
        day = due if isinstance(due, date) else None
        if number is None:
            return None
        said = (
            self.tr("It is on the list of things to do.")
            if len(questions) == 1
            else self.tr("{count} things are on the list of things to do.").format(
                count=len(questions)
            )
        )
        try:
            done = bench.do(
                lambda: bench.services.checks.plan(number, questions, bench.who, owner, day),
                said=said,
            )
        except Refusal as refusal:
            return refusal.field or "due", bench.labels.refusal(refusal)
        return None if done is not None else ("due", self.tr("It could not be kept."))

    def remove(self) -> None:
        """Remove the check; it can be taken back."""
        bench, number = self._bench, self._id
        if number is None:
            return
        try:
            bench.do(
                lambda: bench.services.checks.remove(number, bench.who),
                said=self.tr("Check removed."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))

    def print_job(self) -> "PrintJob | None":
        """The report."""
        bench, number = self._bench, self._id
        if number is None:
            return None
        return asked(bench, lambda: bench.services.check_papers.report(number))

    def draw(self, chart: ChartData, width: int, text: float) -> None:
        """Draw the chart beside the screen, in the colours of now; ``drawn`` tells of it.

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
        """The picture is missing, and its numbers stand beside it all the same."""
        if not isinstance(fault, ServicedeskError):
            raise fault
