# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opens the real window on real files and writes down what it shows, at several sizes."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from servicedesk.app.desk_window import DeskWindow, theme_of
from servicedesk.app.main import console
from servicedesk.system.paths import places
from servicedesk.system.preferences import Preferences
from servicedesk.system.resources import resources_folder
from servicedesk.ui.shell.crash_window import CrashWindow
from servicedesk.ui.shell.first_presenter import FirstStage
from tests.app.answers_made import publishable

SIZES = ((1366, 728), (1920, 1040), (1024, 720), (620, 900))
"""Inside a screen of 1366 by 768, inside a large one, on a small one, and narrow."""

PATIENCE_MS = 20_000


def main(target: Path) -> int:
    """Write every picture into a folder.

    Returns:
        0, or 1 when a picture did not come to be.
    """
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(["servicedesk"])
    theme_of(resources_folder()).apply(application)
    with tempfile.TemporaryDirectory() as folder:
        empty, shop, damaged = (Path(folder, name) for name in ("empty", "shop", "damaged"))
        answers = publishable(Path(folder, "answers.toml"))
        papers = ["--answers", str(answers), "--out", str(Path(folder, "papers"))]
        console(["charter", "--profile", str(shop), *papers, "--publish"])
        damaged.mkdir()
        places(damaged).database.write_bytes(b"")
        shown = [
            shoot(target, "no-charter", empty, FirstStage.NONE_PUBLISHED),
            shoot(target, "published", shop, FirstStage.PUBLISHED),
            shoot(target, "trouble", damaged, FirstStage.TROUBLE),
        ]
    crashed = CrashWindow("Traceback (most recent call last): ...\n", lambda: "")
    crashed.show()
    crashed.grab().save(str(target / "crash.png"))
    crashed.close()
    return 0 if all(shown) else 1


def shoot(target: Path, name: str, profile: Path, stage: FirstStage) -> bool:
    """Open the window on a profile, wait until it shows what it should, and write pictures.

    Returns:
        Whether it came to show it.
    """
    where = places(profile)
    desk = DeskWindow(profile, where, theme_of(resources_folder()), Preferences(where.preferences))
    window = desk.window
    window.show()

    def is_ready() -> bool:
        is_drawn = stage is not FirstStage.PUBLISHED or window.poster_is_shown
        return desk.stage is stage and is_drawn

    wait_until(is_ready)
    for width, height in SIZES:
        window.resize(width, height)
        for _ in range(4):
            QApplication.processEvents()
        window.grab().save(str(target / f"{name}-{width}x{height}.png"))
    window.close()
    desk.close()
    return is_ready()


def wait_until(is_ready) -> None:
    """Let the window live until it is ready, or patience ends."""
    loop = QEventLoop()
    check = QTimer()
    check.timeout.connect(lambda: is_ready() and loop.quit())
    check.start(20)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    check.stop()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("one folder is needed: python -m tests.shots DIR")
    sys.exit(main(Path(sys.argv[1])))
