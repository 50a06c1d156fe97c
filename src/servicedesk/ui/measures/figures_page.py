# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of figures: which days, then a card for each part, and the papers made of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.presenter import MeasuresPresenter
from servicedesk.ui.measures.sections import SectionCard
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.ask_file import save_file
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.period_chooser import PeriodChooser
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import forget_order, order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_WIDEST = 76
"""Of the column of cards, in text heights."""


class FiguresPage(QWidget):
    """How we do, in a period.

    Args:
        bench: of the open file.

    Attributes:
        presenter: reads the figures.
        chooser: of the days.
        cards: the parts, from the top.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = MeasuresPresenter(bench, self)
        self.cards: list[SectionCard] = []
        self._came_by = ""
        self._build()
        self._wire()

    # Building.

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self._page)
        body = self._page.body
        body.addLayout(self._head())
        self.chooser = PeriodChooser(self._bench)
        body.addWidget(self.chooser)
        self._reading = label(self.tr("Reading the figures of these days …"), "quiet")
        self._reading.hide()
        body.addWidget(self._reading)
        self._nothing = self._make_nothing()
        body.addWidget(self._nothing)
        self._held = QWidget()  # of the cards; another one with other figures
        body.addWidget(self._held)
        self._ways = self._make_ways()
        body.addWidget(self._ways)
        body.addStretch(1)

    def _head(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(label(self.tr("How we do"), "title"))
        self._days = label("", "quiet")
        said.addWidget(self._days)
        head = QHBoxLayout()
        head.addLayout(said, 1)
        held = QWidget()
        ways = FlowLayout(held)
        self.print_button = side_button(self.tr("Print"))
        self.csv_button = side_button(self.tr("Save as CSV"))
        self.xlsx_button = side_button(self.tr("Save as XLSX"))
        for button in (self.print_button, self.csv_button, self.xlsx_button):
            ways.addWidget(button)
        head.addWidget(held, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _make_nothing(self) -> QWidget:
        """What stands in the place of the cards where nothing was written down."""
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        sentence = self.tr(
            "Nothing was written down in these days. Figures come by themselves from the "
            "promises, complaints and comments that you note."
        )
        inside.addWidget(label(sentence))
        ways = FlowLayout()
        inside.addLayout(ways)
        self.first_button = main_button(self.tr("Write down a promise"))
        self.example_button = link_button(self.tr("Show me an example"))
        ways.addWidget(self.first_button)
        ways.addWidget(self.example_button)
        held.hide()
        return held

    def _make_ways(self) -> QWidget:
        """Reports of whole months, and what is counted by hand."""
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        self.month_button = link_button(self.tr("Report of last month"))
        self.quarter_button = link_button(self.tr("Report of last quarter"))
        self.part_buttons = {
            "samples": link_button(self.tr("Sample weeks")),
            "checks": link_button(self.tr("Ten-job check")),
            "served": link_button(self.tr("Customers served")),
            "walks": link_button(self.tr("Walk through the customer’s way")),
        }
        rows = (
            (self.tr("Reports to print"), (self.month_button, self.quarter_button)),
            (self.tr("What you count by hand"), tuple(self.part_buttons.values())),
        )
        for title, buttons in rows:
            inside.addWidget(label(title, "strong"))
            line = FlowLayout(gap=18)
            inside.addLayout(line)
            for button in buttons:
                line.addWidget(button)
        return held

    def _wire(self) -> None:
        presenter, bench = self.presenter, self._bench
        presenter.state_changed.connect(self._show_state)
        presenter.drawn.connect(self._show_drawing)
        bench.theme.changed.connect(self._dress)
        self.chooser.chosen.connect(presenter.choose)
        self.chooser.days_chosen.connect(presenter.choose_days)
        self.print_button.clicked.connect(self._print_figures)
        self.csv_button.clicked.connect(self._save_csv)
        self.xlsx_button.clicked.connect(self._save_xlsx)
        self.month_button.clicked.connect(lambda: self._print(presenter.month_job()))
        self.quarter_button.clicked.connect(lambda: self._print(presenter.quarter_job()))
        self.first_button.clicked.connect(lambda: bench.navigator.open("promises", item="new"))
        self.example_button.clicked.connect(bench.doors.open_demo)
        for part, button in self.part_buttons.items():
            button.clicked.connect(lambda _=False, to=part: bench.navigator.open("measures", to))

    # What the room asks.

    def open(self) -> None:
        """Somebody is here: read what changed, and begin at the top unless they come back."""
        self.presenter.arrive()
        if not self._came_by:
            self._page.to_top()

    def close_down(self) -> None:
        """Somebody goes elsewhere."""
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The number whose records were looked at; else the days."""
        link = self._links().get(self._came_by) if self._came_by else None
        self._came_by = ""
        return link or self.chooser.row.resting()

    def print_job(self) -> "PrintJob | None":
        """The figures that are shown."""
        return self.presenter.print_job()

    # What happens.

    def _show_state(self) -> None:
        state = self.presenter.state
        self._days.setText(state.days)
        self.chooser.show_period(state.period, state.faults)
        self._reading.setVisible(state.is_reading)
        self._nothing.setVisible(state.is_read and state.is_empty)
        self._held.setVisible(state.is_read and not state.is_empty)
        for button in (self.print_button, self.csv_button, self.xlsx_button):
            button.setVisible(state.is_read and not state.is_empty)
        if tuple(card.section for card in self.cards) != state.sections:
            self._put_cards()

    def _put_cards(self) -> None:
        """Make the cards anew, with the keyboard where it was.

        They are put together before they are on the page, which is then laid out once.
        """
        kept, body, before = self._focused_key(), self._page.body, self._held
        self.cards = []
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(body.spacing())
        for section in self.presenter.state.sections:
            card = SectionCard(section, self._bench.theme)
            card.wanted.connect(self._go)
            card.drawing_wanted.connect(self.presenter.draw)
            self.cards.append(card)
            column.addWidget(card)
        body.insertWidget(body.indexOf(before), self._held)
        body.removeWidget(before)
        self._held.setVisible(before.isVisibleTo(self))
        before.hide()
        before.deleteLater()
        forget_order(self.window())
        order_tabs([self.chooser, self._held, self._ways])
        link = self._links().get(kept) if kept else None
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _links(self) -> dict[str, QPushButton]:
        return {key: link for card in self.cards for key, link in card.links.items()}

    def _focused_key(self) -> str:
        """The key of the link that has the keyboard; "" for none."""
        return next((key for key, link in self._links().items() if link.hasFocus()), "")

    def _go(self, key: str, place: Place) -> None:
        self._came_by = key
        self._bench.navigator.open(place.room, place.part, place.item)

    def _show_drawing(self, code: str, png: object) -> None:
        for card in self.cards:
            for chart in card.charts:
                if chart.chart.data.code == code and isinstance(png, bytes):
                    chart.drawing.show_png(png)

    def _dress(self) -> None:
        """The letters or colours are others: the chief figures and the drawings too."""
        self._put_cards()

    def _print_figures(self) -> None:
        job = self.presenter.print_job()
        if job is not None:
            self._print(job)

    def _print(self, job: "PrintJob") -> None:
        show_print(job, self._bench, self.window())

    def _save_csv(self) -> None:
        path = self._asked(".csv", self.tr("Tables (*.csv)"))
        if path is not None:
            self.presenter.save_csv(path)

    def _save_xlsx(self) -> None:
        path = self._asked(".xlsx", self.tr("Workbooks (*.xlsx)"))
        if path is not None:
            self.presenter.save_xlsx(path)

    def _asked(self, ending: str, kinds: str) -> Path | None:
        """Where to save the figures; None when the person thought better of it."""
        name = self.presenter.file_name(ending)
        return save_file(self, self.tr("Save the figures"), name, kinds)
