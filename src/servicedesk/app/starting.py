# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opens the window and stays until it is closed: painted first, storage after, one per file."""

from servicedesk.app import plain_import  # first: it takes Python's import before Qt hooks it

# isort: split
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from servicedesk.app import crash
from servicedesk.app.demo import demo_folder
from servicedesk.app.desk import Desk
from servicedesk.app.dressing import theme_of
from servicedesk.system.paths import Places, places
from servicedesk.system.preferences import Preferences
from servicedesk.system.resources import resources_folder

if TYPE_CHECKING:
    from servicedesk.app.signals import SignalEars


def run(profile: Path | None, *, is_demo: bool = False) -> int:
    """Open the window and stay until it is closed.

    Args:
        profile: the folder that ``--profile`` named, or None.
        is_demo: the pretend shop is opened, in a folder of its own inside the other one.

    Returns:
        The exit status.
    """
    plain_import.restore()
    gc.disable()  # nothing of what a start makes is rubbish
    if is_demo:
        profile = demo_folder(places(profile))
    where = places(profile)
    application = QApplication(["servicedesk"])
    application.setApplicationName("servicedesk")
    application.setDesktopFileName("servicedesk")  # by which a task bar knows whose window it is
    if is_open_elsewhere(where):
        return 0
    remembered = Preferences(where.preferences)
    percent, scheme = remembered.get("text_size"), remembered.get("theme")
    size = percent if isinstance(percent, int) else 100
    theme = theme_of(resources_folder(), size, str(scheme))
    theme.apply(application, in_haste=True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    desk = Desk(profile, where, theme, remembered, is_demo=is_demo)
    crash.catch_all(desk.show_crash)
    ears: list[SignalEars] = []
    desk.before_opening = lambda: ears.append(_ears(desk))
    desk.window.painted.connect(lambda: application.setWindowIcon(_icon()))
    desk.window.show()
    try:
        return application.exec()
    finally:
        for pair in ears:
            pair.close()
        desk.close()


def _icon() -> QIcon:
    """The picture of the program in a task bar, for which the first paint does not wait."""
    return QIcon(str(resources_folder() / "theme" / "servicedesk.svg"))


def _ears(desk: Desk) -> "SignalEars":
    from servicedesk.app.signals import SignalEars  # it needs sockets, and the first paint does not

    return SignalEars(desk.end_now)


def is_open_elsewhere(where: Places) -> bool:
    """Whether another program has the file open and has come forward for us."""
    if not where.database.with_name(where.database.name + ".lock").exists():
        return False
    from servicedesk.app.one_program import call_first

    return call_first(where.database)
