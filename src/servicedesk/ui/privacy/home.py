# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of the privacy desk: what is waiting, and a card for each thing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.home_fee import FeeForm
from servicedesk.ui.privacy.home_presenter import FEE, DeskLine, DeskPresenter
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.way_cards import CardGrid, WayCard

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
        lines: what waits, a link each.
        grid: the cards.
        form: the dialog about the fee that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = DeskPresenter(bench, self)
        self.lines: list[QPushButton] = []
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
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.waiting.body.addLayout(self._rows)
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
        if self.lines:
            return self.lines[0]
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
        had = self._focused()
        self._said.setVisible(not state.lines)
        clear(self._rows)
        self.lines = [self._line(line) for line in state.lines]
        self.grid.put([WayCard(self._bench, card) for card in state.cards])
        order_tabs([*self.lines, *(card.way_button for card in self.grid.cards)])
        self._lead_back(had)

    def _line(self, line: DeskLine) -> QPushButton:
        row = FlowLayout()
        button = link_button(line.text.replace("&", "&&"))
        button.setAccessibleName(line.text)
        place = line.place
        button.clicked.connect(
            lambda: self._bench.navigator.open(place.room, place.part, place.item)
        )
        holder = QWidget()
        holder.setLayout(row)
        if line.is_late:
            row.addWidget(MarkedLabel(self.tr("late"), "late", "chip_late"))
        row.addWidget(button)
        self._rows.addWidget(holder)
        return button

    def _focused(self) -> str | None:
        """The card whose button has the keyboard; "" for something that waits."""
        at = self.focusWidget()
        if at in self.lines:
            return ""
        return next((card.key for card in self.grid.cards if card.way_button is at), None)

    def _lead_back(self, key: str | None) -> None:
        """Give the keyboard back to what stands where it was."""
        if key is None:
            return
        found = next((card.way_button for card in self.grid.cards if card.key == key), None)
        (found or self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)
