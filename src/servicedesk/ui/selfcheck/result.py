# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The result of a check: a number and a word in calm type, and what to do on Monday."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesk.domain.checks_comparing import Change, Comparison
from servicedesk.domain.checks_report import other_bank_words
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.selfcheck.plan_box import PlanBox
from servicedesk.ui.selfcheck.result_presenter import ResultPresenter
from servicedesk.ui.selfcheck.result_state import ResultState, change_words
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chart_view import ChartView
from servicedesk.ui.widgets.sub_page import SubPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob


class ResultPage(SubPage):
    """One result.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        plan: what to do first.
        chart: part by part; None where there is none.
        compared: beside the check before.
        print_button, remove_button: what can be done with it.

    Signals:
        print_wanted: (PrintJob) print that.
        gone: the check is there no more.
    """

    print_wanted = Signal(object)
    gone = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("What the answers come to"),
            self.tr("Your own view of your business, and what to do first."),
            back=self.tr("Back to the checks"),
            room="improve",
            parent=parent,
        )
        self.back_button.clicked.disconnect()
        self.back_button.clicked.connect(lambda: bench.navigator.open("improve", "check"))
        self.presenter = ResultPresenter(bench, self)
        self.chart: ChartView | None = None
        self.print_button = side_button(self.tr("Print the report"))
        self.remove_button = link_button(self.tr("Remove this check"))
        self.ways.addWidget(self.print_button)
        self.ways.addWidget(self.remove_button)
        self._head = Card()
        self.plan = PlanBox(bench, self.presenter)
        self._chart_box = Card()
        self._otherwise = Card(self.tr("What we do differently, and why"))
        self.compared = Card(self.tr("Compared with last time"))
        self._parts = (self._head, self.plan, self._chart_box, self._otherwise, self.compared)
        for part in self._parts:
            self.column.addWidget(part)
        self._titled = {part: part.body.count() for part in self._parts}
        self.print_button.clicked.connect(self._print)
        self.remove_button.clicked.connect(self.presenter.remove)
        self.plan.list_wanted.connect(lambda: bench.navigator.open("improve", "actions"))
        self.presenter.state_changed.connect(self._show)
        self.presenter.drawn.connect(self._show_drawing)
        self.presenter.gone.connect(self.gone)
        bench.theme.changed.connect(self._draw_anew)

    def open(self, check_id: int) -> bool:
        """Show the result of a check; False where there is none to see."""
        is_there = self.presenter.open(check_id)
        if is_there:
            QTimer.singleShot(0, self, self.page.to_top)  # the number is read before all else
        return is_there

    def leave(self) -> None:
        """Keep what was typed; follow nothing until somebody looks."""
        self.plan.leave()
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first button: the page is read from its top, where the number stands."""
        return self.print_button

    def print_job(self) -> "PrintJob | None":
        """The report."""
        return self.presenter.print_job()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            self.print_wanted.emit(job)

    def _empty(self, card: Card) -> None:
        """Take everything out of a card but its title."""
        while card.body.count() > self._titled[card]:
            item = card.body.takeAt(card.body.count() - 1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def _show(self) -> None:
        state = self.presenter.state
        self._show_head(state)
        self.plan.show_state(state)
        self._show_chart(state)
        self._show_otherwise(state)
        self._show_then(state)
        head = (self.back_button, self.print_button, self.remove_button)
        order_tabs([*head, *self.plan.stops(), self._chart_box])

    def _show_head(self, state: ResultState) -> None:
        self._empty(self._head)
        body = self._head.body
        body.addWidget(label(state.title, "section"))
        body.addWidget(label(state.when, "quiet"))
        if state.number:
            words = self.tr("{number}: {word}").format(number=state.number, word=state.strength)
            body.addWidget(label(words, "title"))
        for sentence in (state.reason, state.since, state.gone, state.evidence):
            if sentence:
                body.addWidget(label(sentence))
        body.addWidget(label(state.what_not, "small"))

    def _show_chart(self, state: ResultState) -> None:
        shown = state.chart
        self._chart_box.setVisible(shown is not None)
        if self.chart is not None and shown == self.chart.chart:
            return
        self._empty(self._chart_box)
        self.chart = None
        if shown is not None:
            self._chart_box.body.addWidget(label(shown.title, "section"))
            self.chart = ChartView(shown, is_titled=False)
            self.chart.drawing_wanted.connect(self.presenter.draw)
            self._chart_box.body.addWidget(self.chart)

    def _show_drawing(self, png: object) -> None:
        if self.chart is not None and isinstance(png, bytes):
            self.chart.drawing.show_png(png)

    def _draw_anew(self) -> None:
        if self.chart is not None:
            self.chart.drawing.forget()

    def _show_otherwise(self, state: ResultState) -> None:
        self._empty(self._otherwise)
        self._otherwise.setVisible(bool(state.departures))
        for one in state.departures:
            self._otherwise.body.addWidget(label(one.question.text, "strong"))
            words = self.tr("We do it differently because: {because}")
            self._otherwise.body.addWidget(label(words.format(because=one.because)))

    def _show_then(self, state: ResultState) -> None:
        self._empty(self.compared)
        comparison = state.comparison
        self.compared.setVisible(comparison is not None)
        if comparison is None:
            return
        body = self.compared.body
        body.addWidget(label(self._counted(comparison, state.before), "quiet"))
        for title, changes in (
            (self.tr("Better"), comparison.better),
            (self.tr("Not as good"), comparison.worse),
            (self.tr("Did not apply one of the times"), comparison.other),
        ):
            if changes:
                body.addWidget(label(title, "strong"))
                body.addWidget(self._changes(changes))

    def _counted(self, comparison: Comparison, before: str) -> str:
        said = [
            self.tr("Beside {day}: better {better}, not as good {worse}, the same {same}.").format(
                day=before,
                better=len(comparison.better),
                worse=len(comparison.worse),
                same=len(comparison.same),
            )
        ]
        said.append(other_bank_words(comparison, self._bench.labels))
        alone = len(comparison.only_now) + len(comparison.only_before)
        if alone == 1:
            said.append(self.tr("One question was answered one time only; it is left out."))
        elif alone:
            words = self.tr("{count} questions were answered one time only; they are left out.")
            said.append(words.format(count=alone))
        return " ".join(filter(None, said))

    def _changes(self, changes: tuple[Change, ...]) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, change in enumerate(changes):
            grid.addWidget(label(change.question.text), row, 0, top)
            words = change_words(change, self._bench.labels)
            grid.addWidget(label(words, "quiet"), row, 1, top)
        return held
