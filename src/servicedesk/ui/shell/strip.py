# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A strip across the window: something to know that no page is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.enter import press_by_enter


class Strip(QFrame):
    """Hidden until it says something.

    Args:
        tone: "due" for something to see to, "quiet" for something to know.
        can_go: it has a button that hides it.
        theme: icons and measures.
    """

    def __init__(self, tone: str, theme: Theme, *, can_go: bool) -> None:
        super().__init__()
        self.setObjectName(f"notice_{tone}")
        self._theme = theme
        self._look = ("triangle-alert", "due") if tone == "due" else ("info", "ink")
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._hide = QPushButton(self.tr("Hide this notice"))
        self._hide.setObjectName("link")
        self._hide.clicked.connect(self.hide)
        press_by_enter(self._hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        self._hide.setVisible(can_go)  # once it stands in the row: before, it were a window
        self.dress()
        self.hide()

    def dress(self) -> None:
        """Take icon and measures from the theme as it is now."""
        em = self._theme.em
        self._row.setContentsMargins(em(1.2), em(0.5), em(1.2), em(0.5))
        self._row.setSpacing(em(0.7))
        if self.words:  # a drawing that nobody sees is not painted
            self._icon.setPixmap(self._theme.icon(*self._look).pixmap(self._theme.icon_size()))

    @property
    def words(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str) -> None:
        """Say something; "" hides it."""
        self._words.setText(words)
        self.setVisible(bool(words))
        self.dress()
