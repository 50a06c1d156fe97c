# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The band across the top: the search box, the day, and More."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.search_box import SearchBox
from servicedesk.ui.widgets.enter import press_by_enter

_MOST = 36.0
"""Width of the search box in heights of its text."""

_ROOM_FOR_DAY = 44.0
"""Below this width, in text heights, the search box takes the room of the day."""

_ROOM_FOR_MORE = 26.0
"""Below this width, in text heights, More is a sign."""


class Band(QFrame):
    """What stands over every page that brings no bar of its own; the day is said when it is known.

    Signals:
        more_wanted: its button was pressed.

    Args:
        theme: colours and measures.
        box: the search box.
    """

    more_wanted = Signal()

    def __init__(self, theme: Theme, box: SearchBox) -> None:
        super().__init__()
        self.setObjectName("band")
        self._theme = theme
        self._box = box
        self._day = QLabel()
        self._day.setObjectName("quiet")
        self._day.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.addWidget(box, 3)
        self._row.addWidget(self._day, 0)
        self._row.addStretch(2)
        self._more = self.tr("More")
        self.more = QPushButton(self._more)
        self.more.setAccessibleName(self._more)
        self.more.setToolTip(self.tr("Undo, redo, print, help"))
        press_by_enter(self.more)
        self.more.clicked.connect(self.more_wanted)
        self._row.addWidget(self.more, 0)
        self.dress()

    def dress(self) -> None:
        """Take measures from the theme as it is now."""
        em = self._theme.em
        self._row.setContentsMargins(em(1.55), em(0.75), em(1.55), em(0.75))
        self._row.setSpacing(em(1.0))
        self._box.setMaximumWidth(em(_MOST))
        self._box.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The box comes first: where all would be cramped, the day is not said."""
        super().resizeEvent(event)
        has_room = self.width() >= self._theme.em(_ROOM_FOR_DAY)
        self._day.setVisible(has_room)
        self._row.setStretch(2, 2 if has_room else 0)
        self.more.setText("…" if self.width() < self._theme.em(_ROOM_FOR_MORE) else self._more)

    def show_day(self, today: date) -> None:
        """Say which day it is, in full and in the order of the screen's language."""
        day = QDate(today.year, today.month, today.day)
        self._day.setText(QLocale().toString(day, "dddd d MMMM yyyy"))
