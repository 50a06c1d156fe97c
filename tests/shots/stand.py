# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where pictures are taken: the real window on the pretend shop, and patience until it is still."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from servicedesk.app.bootstrap import gather
from servicedesk.app.demo import demo_folder, renew_demo
from servicedesk.app.desk import Desk
from servicedesk.app.dressing import theme_of
from servicedesk.system.paths import places
from servicedesk.system.preferences import Preferences
from servicedesk.system.resources import resources_folder
from servicedesk.ui.core.theme import Theme

WIDTH, HEIGHT = 1366, 768

_SCREEN = Path(__file__).with_name("screen.json")
"""A screen of that size, without which dialogs would fit themselves into a square of 800."""

PATIENCE_MS = 20_000
_ROUND_MS = 30
_STILL_ROUNDS = 6
"""So many rounds without work make a still screen: what waits for typing to end has begun."""


def small_screen() -> None:
    """Draw in memory, on a screen of the size that many shops have; before Qt is started."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"


@dataclass(frozen=True)
class Stand:
    """A window to take pictures of.

    Args:
        desk: with the pretend shop open.
        theme: is changed from picture to picture.
        folder: whose files may be used.
    """

    desk: Desk
    theme: Theme
    folder: Path

    @property
    def bench(self):
        """Of the pretend shop."""
        return self.desk.bench

    @property
    def window(self) -> QWidget:
        """The one window."""
        return self.desk.window

    def settle(self) -> None:
        """Let everything happen that is under way."""
        still = 0

        def look() -> None:
            nonlocal still
            still = 0 if self.bench.tasks._open else still + 1
            if still >= _STILL_ROUNDS:
                loop.quit()

        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(look)
        timer.start(_ROUND_MS)
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        loop.exec()
        timer.stop()

    def pressed(self, words: str, use: Callable[[QDialog], None]) -> bool:
        """Press a button, and do something with the dialog that it opens.

        Args:
            words: that the button's own words begin with.
            use: is given the dialog once it is still; it is closed afterwards.

        Returns:
            Whether there was such a button, and a dialog.
        """
        buttons = (
            button
            for button in self.window.findChildren(QPushButton)
            if button.isVisible() and button.text().startswith(words)
        )
        button = next(buttons, None)
        if button is None:
            return False
        seen = []
        waited = QElapsedTimer()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                if waited.elapsed() < PATIENCE_MS:
                    QTimer.singleShot(_ROUND_MS, look)
                return
            self.settle()
            use(dialog)
            seen.append(dialog)
            dialog.close()

        waited.start()
        QTimer.singleShot(_ROUND_MS, look)
        button.click()
        self.settle()  # some dialogs are open by now, and only then looked at
        return bool(seen)


@contextmanager
def stand(folder: Path, application: QApplication) -> Iterator[Stand]:
    """Open the window on a pretend shop that is made for it."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme = theme_of(resources_folder())
    theme.apply(application)
    profile = demo_folder(places(folder))
    where = places(profile)
    remembered = Preferences(where.preferences)
    renew_demo(gather(profile), remembered)
    desk = Desk(profile, where, theme, remembered)
    loop = QEventLoop()
    desk.window.show()
    desk.window.resize(WIDTH, HEIGHT)
    timer = QTimer()
    timer.timeout.connect(lambda: (desk.bench is not None or desk.trouble) and loop.quit())
    timer.start(_ROUND_MS)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    timer.stop()
    made = Stand(desk, theme, folder)
    made.settle()
    try:
        yield made
    finally:
        desk.end_now()
        desk.close()
