# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Programs that open the real window in a process of their own, tell what they see, and end."""

import os
import subprocess
import sys
from pathlib import Path


def child(script: str, *words: object) -> list[str]:
    """Run a script in a process of its own, and give the lines it printed."""
    ended = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from servicedesk.app import starting

class Watched(starting.Desk):
    def open_file(self):
        print("painted", self.window.isVisible(), self.bench)
        super().open_file()
        self.tell()
        QTimer.singleShot(0, self.leave)

    def tell(self):
        print("shown", self.trouble.code if self.trouble else self.window.here.room)

    def leave(self):
        self.window.close()

    def ask_for_second(self):
        pass

starting.Desk = Watched
print("status", starting.run(Path(sys.argv[1])))
"""
"""Opens the window on a profile, says what it shows, and closes it as a person would."""

SHOWN = ["painted True None", "shown today", "status 0"]
"""The window was on the screen before anything was opened, then showed Today, and ended well."""

TELLS_TROUBLE = OPENED.replace(
    '        print("shown",',
    """        from tests.helpers.qt import seen_texts
        print(*[text for text in seen_texts(self.window) if len(text) > 40], sep="\\n")
        print("shown",""",
)


def leftovers(profile: Path) -> list[str]:
    """What only an open file has beside it."""
    return sorted(path.name for end in ("*.lock", "*-wal", "*-shm") for path in profile.glob(end))
