# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of Improve: what to do first, and a card for each way of getting better."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.home_presenter import ROOM, HomePresenter
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.way_cards import CardGrid, WayCard
from servicedesk.ui.widgets.way_lines import WayLines, focused_way, lead_back

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_WIDEST = 84
"""Of the page, in text heights."""


class ImproveHome(Page):
    """The overview.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        list_button: opens the list of things to do, or begins it.
        waits: the first things to do, a link each.
        grid: the cards.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = HomePresenter(bench, self)
        self._build()
        self.presenter.state_changed.connect(self._show)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self.page)
        body = self.page.body
        body.addWidget(label(self.tr("Improve"), "title"))
        intro = self.tr(
            "See where you stand, choose a few things to do, and see whether they work."
        )
        body.addWidget(label(intro, "quiet"))
        self.card = Card(self.tr("Things to do"))
        body.addWidget(self.card)
        self._said = label("", "quiet")
        self.card.body.addWidget(self._said)
        self.waits = WayLines(self._bench)
        self.card.body.addWidget(self.waits)
        ways = FlowLayout(gap=10)
        self.card.body.addLayout(ways)
        self.list_button = main_button("")
        self.list_button.clicked.connect(self._open_list)
        ways.addWidget(self.list_button)
        self.grid = CardGrid()
        body.addWidget(self.grid)
        self._alone = label("", "quiet")
        body.addWidget(self._alone)
        body.addStretch(1)

    def arrive(self, place: Place) -> None:
        """Show how far everything has come."""
        del place
        self.presenter.open()
        QTimer.singleShot(0, self, self.page.to_top)  # once the keyboard is on the first thing

    def leave(self) -> None:
        """Read no more until somebody looks."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first thing to do, or the way to begin."""
        return self.waits.links[0] if self.waits.links else self.list_button

    def print_job(self) -> "PrintJob | None":
        """The list of things to do."""
        return self._bench.services.action_papers.plan() if self.presenter.state.has_any else None

    def _open_list(self) -> None:
        part_item = "" if self.presenter.state.has_any else "new"
        self._bench.navigator.open(ROOM, "actions", part_item)

    def _show(self) -> None:
        state = self.presenter.state
        had = focused_way(self, self.waits, self.grid)
        self._said.setText(state.said)
        self.waits.put(state.lines)
        words = self.tr("Open the list") if state.has_any else self.tr("Write something down")
        self.list_button.setText(words)
        self.list_button.setAccessibleName(", ".join((words, self.tr("Things to do"))))
        self.grid.put([WayCard(self._bench, card) for card in state.cards])
        self._alone.setText(state.alone)
        self._alone.setVisible(bool(state.alone))
        ways = [card.way_button for card in self.grid.cards]
        order_tabs([*self.waits.links, self.list_button, *ways])
        lead_back(had, self.grid, self.first_focus() or self)
