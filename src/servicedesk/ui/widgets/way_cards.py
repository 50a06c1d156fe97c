# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Cards of an overview: one sentence and one way on each, side by side where there is room."""

from typing import Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.text import label

_CARD = 23
"""Width in text heights that a card needs to stand beside another."""

_MOST_BESIDE = 3
_GAP = 14


class WayShown(Protocol):
    """What stands on a card."""

    @property
    def key(self) -> str:
        """By which it is known again."""
        ...

    @property
    def title(self) -> str:
        """Over it."""
        ...

    @property
    def said(self) -> str:
        """One sentence."""
        ...

    @property
    def way(self) -> str:
        """Words of its button."""
        ...

    @property
    def place(self) -> Place:
        """Where the button leads."""
        ...

    @property
    def is_due(self) -> bool:
        """Something of it has waited long enough."""
        ...


class WayCard(Card):
    """One card.

    Args:
        bench: of the open file.
        shown: what is on it.

    Attributes:
        way_button: leads there.
    """

    def __init__(self, bench: Workbench, shown: WayShown, parent: QWidget | None = None) -> None:
        super().__init__(shown.title, parent)
        self.key = shown.key
        if shown.is_due:
            said = MarkedLabel(shown.said, "due", "chip_due")
            said.setWordWrap(True)
            self.body.addWidget(said)
        else:
            self.body.addWidget(label(shown.said, "quiet"))
        self.body.addStretch(1)
        ways = FlowLayout()
        self.body.addLayout(ways)
        self.way_button = side_button(shown.way)
        self.way_button.setAccessibleName(", ".join((shown.way, shown.title)))
        place = shown.place
        self.way_button.clicked.connect(
            lambda: bench.navigator.open(place.room, place.part, place.item)
        )
        ways.addWidget(self.way_button)


class CardGrid(QWidget):
    """Cards side by side, as many as there is room for, those of a line equally high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[WayCard] = []
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, cards: list[WayCard]) -> None:
        """Show other cards, in the order in which they are read."""
        clear(self._grid)
        self.cards = cards
        self._beside = 0
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.width() // max(em(self, _CARD), 1)
        beside = max(1, min(room, _MOST_BESIDE))
        if beside == self._beside:
            return
        self._beside = beside
        for card in self.cards:
            self._grid.removeWidget(card)
        for column in range(_MOST_BESIDE):
            self._grid.setColumnStretch(column, int(column < beside))
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // beside, at % beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put more or fewer side by side as the room asks for it."""
        super().resizeEvent(event)
        self._lay_out()
