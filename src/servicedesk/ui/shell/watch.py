# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notices that nobody has touched the program for a while, and Ctrl+L where a dialog is open."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_LOOKS_EVERY_MS = 5_000
_MINUTE_MS = 60_000


class InputWatch(QObject):
    """Watches the windows of this program, each from when the keyboard first comes to it.

    It looks at what windows get, which is little, and not at every event of the program.

    Signals:
        hide_wanted: Ctrl+L was pressed where the main window does not hear it.
        left_alone: nobody has touched anything for as long as was said.

    Args:
        minutes: says how long that is; 0 for never.
        parent: owns it.
    """

    hide_wanted = Signal()
    left_alone = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())

    def look(self) -> None:
        """Tell when nobody was there for long enough, and then begin to wait anew."""
        minutes = self._minutes()
        if minutes and self._since.hasExpired(minutes * _MINUTE_MS):
            self.touched()
            self.left_alone.emit()

    def touched(self) -> None:
        """Somebody is there: begin to wait anew."""
        self._since.start()

    def _watch(self, window: QWindow | None) -> None:
        if window is None or window.property("watched_by") == id(self):
            return
        window.setProperty("watched_by", id(self))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear touches, and the one key."""
        if event.type() in _TOUCHES:
            self.touched()
            if event.type() is QEvent.Type.KeyPress and _hides(event):
                self.hide_wanted.emit()
                return True
        return super().eventFilter(watched, event)


def _hides(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_L
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
