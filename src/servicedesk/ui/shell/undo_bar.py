# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bar at the foot: says what was done, with Undo for ten seconds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.enter import press_by_enter

_STAYS_MS = 10_000


class UndoBar(QFrame):
    """Hidden until something is said.

    Signals:
        undo_wanted: its button was pressed.

    Args:
        theme: measures.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("undo_bar")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setObjectName("link")
        self._undo.clicked.connect(self._ask)
        self._close = QPushButton(self.tr("Hide this line"))
        self._close.setObjectName("link")
        self._close.clicked.connect(self.hide)
        press_by_enter(self._undo, self._close)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        self.dress()
        self.hide()

    def dress(self) -> None:
        """Take measures from the theme as it is now."""
        em = self._theme.em
        self._row.setContentsMargins(em(1.2), em(0.3), em(1.2), em(0.3))
        self._row.setSpacing(em(0.8))

    @property
    def sentence(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str, can_undo: bool) -> None:
        """Show a sentence, aloud too, with or without Undo."""
        self._sentence.setText(sentence)
        self._undo.setVisible(can_undo)
        self.show()
        self._timer.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not at start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _ask(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _time_is_up(self) -> None:
        """Go, unless somebody is just about to press one of its buttons, by key or mouse."""
        if self._undo.hasFocus() or self._close.hasFocus() or self.underMouse():
            self._timer.start()
        else:
            self.hide()
