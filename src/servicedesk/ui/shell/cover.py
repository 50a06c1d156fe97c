# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands on the screen while nobody works: the time, and nothing of anybody."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.text import label

_EVERY_MS = 1_000
_LARGE = 4.0
"""Size of the time, in text heights."""


class Cover(QDialog):
    """Covers the whole screen until somebody comes back.

    It hides dialogs too, which no page of the window could. It keeps nobody out: only a password
    does that.

    Args:
        theme: colours and measures.
        now: tells the time.
        parent: what it covers.

    Attributes:
        back_button: uncovers it.
    """

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._now = now
        self.setModal(True)
        self.setWindowTitle(self.tr("Servicedesk"))
        self.setObjectName("cover")
        column = QVBoxLayout(self)
        column.addStretch(1)
        self._time = label("", "title")
        font = self._time.font()
        font.setPixelSize(theme.em(_LARGE))
        self._time.setFont(font)
        self._time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._time)
        self.back_button = main_button(self.tr("Go on working"))
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.back_button.clicked.connect(self.accept)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tell_time)
        self._timer.start()
        self._tell_time()
        self.back_button.setFocus()

    def _tell_time(self) -> None:
        now = self._now().astimezone()
        said = QLocale().toString(QTime(now.hour, now.minute), QLocale.FormatType.ShortFormat)
        if said != self._time.text():
            self._time.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+L and Esc go on working too: the keys that hid the screen show it."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (held and event.key() == Qt.Key.Key_L):
            self.accept()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Wherever it is."""
        del event
        self.accept()
