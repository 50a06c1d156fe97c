# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A customer in a few figures: small cards beside one another, or below where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_LEAST = 11
"""Width of a card in text heights, below which fewer stand in a row."""


class Figures(QWidget):
    """The cards."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards: list[tuple[QFrame, QLabel, QLabel]] = []
        self._across = 0

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show what each is, and what it says; one that says nothing is left out."""
        told = [(name, words) for name, words in figures if words]
        while len(self._cards) < len(told):
            self._cards.append(self._made())
            self._across = 0
        for at, (card, _name, _words) in enumerate(self._cards):
            card.setVisible(at < len(told))
        for (_card, name, words), (is_what, says) in zip(self._cards, told, strict=False):
            name.setText(is_what)
            words.setText(says)
        self._lay()

    def _made(self) -> tuple[QFrame, QLabel, QLabel]:
        card = QFrame(self)
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setSpacing(2)
        edge = em(self, 0.7)
        inside.setContentsMargins(edge, em(self, 0.5), edge, em(self, 0.5))
        name, words = label("", "quiet"), label("", "strong")
        inside.addWidget(name)
        inside.addWidget(words)
        return card, name, words

    def _lay(self) -> None:
        shown = [card for card, _, _ in self._cards if not card.isHidden()]
        fits = max(1, self.width() // em(self, _LEAST))
        across = fits if fits < len(shown) else max(1, len(shown))
        if across * 2 > len(shown) > across:  # two and two, never three and one
            across = (len(shown) + 1) // 2
        if across == self._across:
            return
        self._across = across
        for at, card in enumerate(shown):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // across, at % across)
        for column in range(max(across, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them anew."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_cards"):
            self._lay()
