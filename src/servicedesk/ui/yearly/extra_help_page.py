# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Extra help: how to offer it, who has told us what helps, and what is to be asked again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.extra_help import Theme
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import forget_order, order_tabs
from servicedesk.ui.widgets.text import label, single_line
from servicedesk.ui.yearly.extra_help_presenter import ExtraHelpPresenter, HelpedLine

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_GAP = 6


class ExtraHelpPage(SubPage):
    """Extra help.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        print_button: prints the sheet for helpers.
        check_button: leads to the short check.
        reviews_button: leads to what is to be asked again.
        links: customers who told us, by their number.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        self.presenter = ExtraHelpPresenter(bench)
        super().__init__(
            bench,
            self.tr("Extra help"),
            self.presenter.lead(),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter.setParent(self)
        self.links: dict[int, QPushButton] = {}
        self.print_button = main_button(self.tr("Print the sheet for helpers"))
        self.reviews_button = side_button(self.tr("Ask again"))
        self.check_button = side_button(self.tr("Check how we do"))
        self.due = Card(self.tr("To ask again"))
        self._due_words = MarkedLabel("", "due", "chip_due")
        self._due_words.setWordWrap(True)
        self.due.body.addWidget(self._due_words)
        line = FlowLayout()
        self.due.body.addLayout(line)
        line.addWidget(self.reviews_button)
        body = self.page.body
        body.insertWidget(body.indexOf(self.ways), self.due)
        for button in (self.print_button, self.check_button):
            self.ways.addWidget(button)
        go = bench.navigator.open
        self.print_button.clicked.connect(self._print)
        self.reviews_button.clicked.connect(lambda: go("reviews"))
        self.check_button.clicked.connect(lambda: go("improve", "check", "extra_help"))
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is."""
        del place
        self.presenter.open()

    def leave(self) -> None:
        """Read no more until somebody looks."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What is to be asked again, where there is anything; else the sheet."""
        return self.reviews_button if self.presenter.state.due else self.print_button

    def print_job(self) -> "PrintJob | None":
        """The sheet for helpers."""
        return self.presenter.sheet()

    def _show(self) -> None:
        state = self.presenter.state
        self._due_words.setText(state.due)
        self.due.setVisible(bool(state.due))
        clear(self.column)
        self.links = {}
        who = self._who()
        self.column.addWidget(who)
        found = self.presenter.themes()
        for first, second in zip(found[::2], found[1::2], strict=True):
            pair = Pair()
            self.column.addWidget(pair)
            pair.put(_theme_card(first), _theme_card(second))
        forget_order(self.window())
        order_tabs([self.back_button, self.due, self.print_button, self.check_button, who])

    def _who(self) -> Card:
        state = self.presenter.state
        card = Card(self.tr("Who has told us what helps"))
        if not state.lines:
            nothing = self.tr(
                "Nobody yet. Ask, and write it down on the customer’s page under What helps."
            )
            card.body.addWidget(label(nothing, "quiet"))
            return card
        card.body.addWidget(label(state.said, "quiet"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        heads = (self.tr("Customer"), self.tr("What helps"), self.tr("Ask again"))
        for column, head in enumerate(heads):
            grid.addWidget(label(head, "small"), 0, column)
        for row, line in enumerate(state.lines, 1):
            self._put(grid, row, line)
        card.body.addLayout(grid)
        if state.more:
            words = self.tr("And {number} more, to be asked again later.")
            card.body.addWidget(label(words.format(number=state.more), "quiet"))
        return card

    def _put(self, grid: QGridLayout, row: int, line: HelpedLine) -> None:
        top = Qt.AlignmentFlag.AlignTop
        button = link_button(line.name)
        button.setAccessibleName(", ".join((line.name, line.helps)))
        button.clicked.connect(
            lambda: self._bench.navigator.open("customers", "", str(line.customer_id))
        )
        self.links[line.customer_id] = button
        held = QVBoxLayout()
        held.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | top)
        grid.addLayout(held, row, 0)
        grid.addWidget(label(line.helps), row, 1)
        if line.is_due:
            grid.addWidget(MarkedLabel(line.ask_on, "due", "chip_due"), row, 2)
        else:
            grid.addWidget(single_line(line.ask_on, "quiet"), row, 2)

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())


def _theme_card(theme: Theme) -> Card:
    card = Card(theme.heading)
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(_GAP)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(theme.lines):
        grid.addWidget(single_line("•"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(line), row, 1)
    card.body.addLayout(grid)
    return card
