# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Garbage collection in the GUI thread alone.

Python collects in whichever thread happens to make the next object. In a job's thread that would
take closed dialogs apart while Qt is laying out their neighbours in the GUI thread, and the program
would be gone without a word. So Python's own turns are off, and the GUI thread takes them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


def collect_what_is_due() -> int:
    """Collect the generations that Python would have collected by itself by now.

    Returns:
        How many objects were found to be garbage.
    """
    for generation in (2, 1, 0):
        limit = gc.get_threshold()[generation]
        if limit and gc.get_count()[generation] > limit:
            return gc.collect(generation)
    return 0


class GarbageCollector(QObject):
    """Takes Python's turns at collecting while its parent lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(collect_what_is_due)
        timer.start()
