# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of the privacy desk: what is waiting, and a card for each thing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.home_fee import FeeForm
from servicedesk.ui.privacy.home_presenter import FEE, DeskPresenter
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.way_cards import CardGrid, WayCard
from servicedesk.ui.widgets.way_lines import WayLines, focused_way, lead_back

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob

_WIDEST = 84
"""Of the page, in text heights."""


class PrivacyHome(Page):
    """The overview.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        waits: what waits, a link each.
        grid: the cards.
        form: the dialog about the fee that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = DeskPresenter(bench, self)
        self.form: FeeForm | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self.page)
        body = self.page.body
        body.addWidget(label(self.tr("Privacy desk"), "title"))
        intro = self.tr(
            "What you know about people belongs to them too. Here is what they may ask of you, "
            "and what to do when something goes wrong."
        )
        body.addWidget(label(intro, "quiet"))
        self.waiting = Card(self.tr("Waiting for you"))
        body.addWidget(self.waiting)
        self._said = label(self.tr("Nothing is waiting."), "quiet")
        self.waiting.body.addWidget(self._said)
        self.waits = WayLines(self._bench)
        self.waiting.body.addWidget(self.waits)
        self.grid = CardGrid()
        body.addWidget(self.grid)
        body.addStretch(1)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: Place) -> None:
        """Show how everything stands; the item "fee" opens the fee."""
        self.presenter.open()
        QTimer.singleShot(0, self, self.page.to_top)
        if place.item == FEE:
            QTimer.singleShot(0, self, self.open_fee)

    def leave(self) -> None:
        """Read no more until somebody looks."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first thing that waits, or the first card."""
        if self.waits.links:
            return self.waits.links[0]
        return self.grid.cards[0].way_button if self.grid.cards else None

    def print_job(self) -> "PrintJob | None":
        """What waits, and how each part stands."""
        state = self.presenter.state
        waits = [line.text for line in state.lines] or [self._said.text()]
        parts = [
            f"{card.title} {card.said}"
            if card.title.endswith("?")
            else self.tr("{title}: {said}").format(title=card.title, said=card.said)
            for card in state.cards
        ]
        groups = ((self.tr("Waiting for you"), waits), (self.tr("How it stands"), parts))
        return self._bench.services.lists.groups(self.tr("Privacy desk"), groups, "privacy_desk")

    def open_fee(self) -> None:
        """Ask about the fee, in a dialog."""
        self.form = FeeForm(self._bench, self.presenter, self.window())
        self.form.open()

    def _show(self) -> None:
        state = self.presenter.state
        had = focused_way(self, self.waits, self.grid)
        self._said.setVisible(not state.lines)
        self.waits.put(state.lines)
        self.grid.put([WayCard(self._bench, card) for card in state.cards])
        order_tabs([*self.waits.links, *(card.way_button for card in self.grid.cards)])
        lead_back(had, self.grid, self.first_focus() or self)
