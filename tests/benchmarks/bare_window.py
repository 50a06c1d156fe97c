# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of the launch: PySide6 alone paints a window of a given size with given words.

It says what it shows in one line of JSON as soon as that is painted, and ends. With a file named
it then opens that with the bare driver, and says what the business is called.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget


def say(found: dict[str, object]) -> None:
    """Print one line of JSON and end the process."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def say_what_is_shown(window: QMainWindow) -> None:
    """Say title, size and visible words of a window that is painted."""
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    say(
        {
            "title": window.windowTitle(),
            "size": [window.width(), window.height()],
            "words": sorted(filter(None, texts)),
        }
    )


def peak_memory() -> dict[str, object]:
    """The most memory that this process has had so far, in KiB, where the system tells.

    Linux counts the process that started this one into ``ru_maxrss``, so it is asked otherwise.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return {"memory": int(lines["VmHWM"].split()[0])}
    try:
        import resource
    except ImportError:
        return {"memory": 0}
    return {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}


def say_what_is_read(path: Path) -> None:
    """Say the name of the business in a file; "" for none."""
    from tests.benchmarks.bare_file import connect

    query = "SELECT value FROM business_facts WHERE key = 'trading_name'"
    row = connect(path).execute(query).fetchone()
    say({"trouble": False, "business": json.loads(row[0]) if row else "", **peak_memory()})


class Window(QMainWindow):
    """A window with one label for each text."""

    def __init__(self, wanted: dict[str, object], file: Path | None) -> None:
        super().__init__()
        self.setWindowTitle(wanted["title"])
        self.resize(*wanted["size"])
        inside = QWidget()
        column = QVBoxLayout(inside)
        for text in wanted["words"]:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.setCentralWidget(inside)
        self._file = file
        self._is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if self._file is None:
            say_what_is_shown(self)
        else:
            say_what_is_read(self._file)


def main() -> int:
    """Show what the first word describes as JSON; the second, if any, names a file to read."""
    wanted, *files = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    window = Window(json.loads(wanted), Path(files[0]) if files else None)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
