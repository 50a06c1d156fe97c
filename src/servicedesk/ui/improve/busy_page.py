# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days against late promises: what the counts say, the chart, the fullest days, what to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.busy_days_words import FullDay
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.busy_presenter import BusyPresenter
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chart_view import ChartView
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.period_chooser import PeriodChooser
from servicedesk.ui.widgets.shown_chart import place_of
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import forget_order, order_tabs
from servicedesk.ui.widgets.text import label, single_line

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob


class BusyPage(SubPage):
    """Busy days.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        chooser: of the days.
        chart: by weekday, or None where no promise was due.
        links: what leads to records, by the words of the day.
        plan_button: notes what to do; None where there is nothing.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Busy days and late promises"),
            self.tr(
                "On which days do promises slip? If it is always the same one, change what you "
                "promise for it, or have more hands then."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = BusyPresenter(bench, self)
        self.chart: ChartView | None = None
        self.links: dict[str, QPushButton] = {}
        self.plan_button: QPushButton | None = None
        self._came_by = ""
        self.print_button = side_button(self.tr("Print"))
        self.ways.addWidget(self.print_button)
        self.chooser = PeriodChooser(bench)
        body = self.page.body
        body.insertWidget(body.indexOf(self.column), self.chooser)
        self.presenter.state_changed.connect(self._show)
        self.presenter.drawn.connect(self._show_drawing)
        self.chooser.chosen.connect(self.presenter.choose)
        self.chooser.days_chosen.connect(self.presenter.choose_days)
        self.print_button.clicked.connect(self._print)
        bench.theme.changed.connect(self._dress)

    def arrive(self, place: Place) -> None:
        """Read the days that were looked at last."""
        del place
        self.presenter.open()

    def leave(self) -> None:
        """Read no more until somebody looks."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The number whose records were looked at; else the days."""
        link = self._all_links().get(self._came_by)
        self._came_by = ""
        return link or self.chooser.row.resting()

    def print_job(self) -> "PrintJob | None":
        """What is shown."""
        return self.presenter.print_job()

    def _show(self) -> None:
        state = self.presenter.state
        self.chooser.show_period(state.period, state.faults)
        clear(self.column)
        self.chart, self.plan_button, self.links = None, None, {}
        self._put_said()
        if state.advice:
            self._put_advice()
        if state.chart is not None and any(bar.records for bar in state.chart.bars):
            card = Card()
            self.chart = ChartView(state.chart)
            self.chart.wanted.connect(self._go)
            self.chart.drawing_wanted.connect(self.presenter.draw)
            card.body.addWidget(self.chart)
            self.column.addWidget(card)
        if state.full:
            self._put_full(state.full)
        forget_order(self.window())
        items = (self.column.itemAt(at) for at in range(self.column.count()))
        held = (None if item is None else item.widget() for item in items)
        cards = [one for one in held if one is not None]
        order_tabs([self.back_button, self.print_button, self.chooser, *cards])

    def _put_said(self) -> None:
        state = self.presenter.state
        card = Card()
        card.body.addWidget(label(state.days, "quiet"))
        for place, line in enumerate(state.lines):
            card.body.addWidget(label(line, "section" if place == 0 else ""))
        self.column.addWidget(card)

    def _put_advice(self) -> None:
        state = self.presenter.state
        card = Card(self.tr("What to do"))
        card.body.addWidget(label(state.advice))
        if state.action:
            line = FlowLayout()
            card.body.addLayout(line)
            self.plan_button = main_button(self.tr("Make it a thing to do"))
            self.plan_button.clicked.connect(self.presenter.plan)
            line.addWidget(self.plan_button)
        self.column.addWidget(card)

    def _put_full(self, days: tuple[FullDay, ...]) -> None:
        card = Card(self.tr("The fullest days"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        heads = (self.tr("Day"), self.tr("Due"), self.tr("Late or broken"))
        for column, head in enumerate(heads):
            at = Qt.AlignmentFlag.AlignLeft if column == 0 else right
            grid.addWidget(label(head, "small"), 0, column, at)
        for row, day in enumerate(days, 1):
            place = place_of(day.records)
            button = link_button(day.day)
            if place is not None:
                button.clicked.connect(lambda _=False, key=day.day, to=place: self._go(key, to))
            held = QVBoxLayout()
            held.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.links[day.day] = button
            grid.addLayout(held, row, 0)
            grid.addWidget(single_line(day.due, "strong"), row, 1, right)
            grid.addWidget(single_line(day.missed, "strong"), row, 2, right)
        card.body.addLayout(grid)
        self.column.addWidget(card)

    def _all_links(self) -> dict[str, QPushButton]:
        charted = {} if self.chart is None else self.chart.links
        return {**charted, **self.links}

    def _go(self, key: str, place: Place) -> None:
        self._came_by = key
        self._bench.navigator.open(place.room, place.part, place.item)

    def _show_drawing(self, png: object) -> None:
        if self.chart is not None and isinstance(png, bytes):
            self.chart.drawing.show_png(png)

    def _dress(self) -> None:
        """The colours are others: draw the chart in them."""
        if self.chart is not None:
            self.chart.drawing.forget()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
