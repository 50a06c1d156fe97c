# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one search box: a line to type in; what is found hangs beneath it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy

from servicedesk.ui.core.theme import Theme

_LONGEST = 200
"""Letters that a search may have; nobody types more to find something."""


class SearchBox(QLineEdit):
    """Where one types what one looks for.

    Signals:
        stepped: (+1 or -1) down or up the hits.
        hit_taken: Enter was pressed.
        left: Esc was pressed.
        entered: the keyboard came in.

    Args:
        theme: colours and measures.
    """

    stepped = Signal(int)
    hit_taken = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("search")
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(self.tr("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = QLabel(self.tr("Ctrl K"))
        self._hint.setObjectName("small")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QHBoxLayout(self)
        self._inside.addStretch(1)
        self._inside.addWidget(self._hint)
        self.textChanged.connect(self._say_what_fits)
        self.dress()

    def dress(self) -> None:
        """Take measures from the theme as it is now."""
        self._inside.setContentsMargins(0, 0, self._theme.em(0.5), 0)

    def _say_what_fits(self) -> None:
        """Say in the empty box what can be found, and which key leads here, where there is room."""
        whole = self.tr("Find a customer, promise, complaint, letter, setting or help")
        hint = self._hint.sizeHint().width() + self._theme.em(1)
        room = self.width() - 2 * self._theme.em(1)
        needed = self.fontMetrics().horizontalAdvance(whole)
        self.setPlaceholderText(whole if needed + hint <= room else self.tr("Search"))
        self._hint.setVisible(not self.text() and hint + self._theme.em(5) <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less, as there is room."""
        super().resizeEvent(event)
        self._say_what_fits()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody begins to look for something."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the hits and take one, without leaving the line."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hit_taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
