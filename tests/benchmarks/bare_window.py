# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of the launch: PySide6 alone paints a window of a given size with given words.

It says what it shows in one line of JSON as soon as that is painted, and ends.
"""

import json
import os
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget


def say_what_is_shown(window: QMainWindow) -> None:
    """Print title, size and visible words of a window that is painted, and end the process."""
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    shown = {
        "title": window.windowTitle(),
        "size": [window.width(), window.height()],
        "words": sorted(filter(None, texts)),
    }
    print(json.dumps(shown), flush=True)
    os._exit(0)


class Window(QMainWindow):
    """A window with one label for each text."""

    def __init__(self, wanted: dict[str, list[str]], title: str, width: int, height: int) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.resize(width, height)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for text in wanted["words"]:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.setCentralWidget(inside)
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, lambda: say_what_is_shown(self))


def main() -> int:
    """Show what the first word of the command line describes, as JSON."""
    wanted = json.loads(sys.argv[1])
    application = QApplication(sys.argv[:1])
    window = Window(wanted, wanted["title"], *wanted["size"])
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
