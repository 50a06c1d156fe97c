# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ends the window in good order when the system, or Ctrl+C, asks the program to end."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QSocketNotifier


class SignalEars:
    """Hears SIGINT and SIGTERM while Qt's event loop waits.

    That loop runs no Python while it waits, so Python would hear of a signal only with the next
    event. A socket that Python writes to at once wakes the loop. What the loop is in the middle of
    is done first: a window that was closed while something was about to show it would never go.

    Args:
        end: asks the program to end.
    """

    def __init__(self, end: Callable[[], object]) -> None:
        self._heard, self._told = socket.socketpair()
        for side in (self._heard, self._told):
            side.setblocking(False)
        self._before = signal.set_wakeup_fd(self._told.fileno())
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _only_heard)
        self._end = end

    def _drain(self) -> None:
        self._heard.recv(64)
        self._end()

    def close(self) -> None:
        """Hear nothing more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._heard.close()
        self._told.close()


def _only_heard(_number: int, _frame: FrameType | None) -> None:
    """The socket tells the loop; Python wants something to call all the same."""
