# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The windows that stand alone, before a file is open or where none can be opened."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Trouble
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def shown(stand: Stand, take: Take, dialog: QWidget) -> None:
    """Show a dialog, take its picture, and let it go."""
    dialog.show()
    stand.settle()
    take(dialog)
    dialog.close()
    dialog.deleteLater()


def lone_windows() -> Iterator[tuple[str, Show] | tuple[str, Show, frozenset[str]]]:
    """Name, and how it is shown, of each; with those of the password, and their dialogs."""
    from tests.shots.password_screens import password_screens

    yield "welcome", _welcome
    yield "opening", _opening
    yield "trouble", _trouble
    yield from password_screens()
    yield "trouble_damaged", _damaged
    yield "trouble_vanished", _vanished


def _alone(stand: Stand, take: Take, page: QWidget, *, has_file: bool) -> None:
    """A page that stands in a window without an open file."""
    from servicedesk.ui.shell.window import Shell

    window = Shell(stand.theme, has_file=has_file)
    window.resize(stand.window.size())
    window.show_stage(page)
    shown(stand, take, window)


def _welcome(stand: Stand, take: Take) -> None:
    from servicedesk.ui.first_run.welcome_page import WelcomePage

    _alone(stand, take, WelcomePage(stand.theme), has_file=False)


def _opening(stand: Stand, take: Take) -> None:
    """What a start shows until the file is open: rail and band are there from the first paint."""
    from servicedesk.ui.shell.window import Shell

    window = Shell(stand.theme)
    window.resize(stand.window.size())
    shown(stand, take, window)


def _trouble(stand: Stand, take: Take) -> None:
    """A file that is open elsewhere: nothing but trying again helps."""
    elsewhere = Trouble(
        "file_in_use_elsewhere", file="servicedesk.db", computer="TILL", since="Monday"
    )
    _told(stand, take, elsewhere)


def _damaged(stand: Stand, take: Take) -> None:
    """A damaged file, and the newest good backup of it."""
    _told(stand, take, Trouble("file_damaged", name="servicedesk.db"), is_backed_up=True)


def _vanished(stand: Stand, take: Take) -> None:
    """A file that is gone, and no backup of it."""
    folder = "Documents/Shop"
    _told(stand, take, Trouble("file_missing", name="servicedesk.db", folder=folder))


def _told(stand: Stand, take: Take, trouble: Trouble, *, is_backed_up: bool = False) -> None:
    from servicedesk.domain.recovery import ways_on, without_backup
    from servicedesk.ui.shell.trouble_page import TroublePage, WayOffer

    labels = stand.bench.labels
    is_damaged = trouble.code == "file_damaged"
    page = TroublePage(labels.trouble(trouble), stand.theme, is_damaged=is_damaged)
    ways = ways_on(trouble.code)
    if is_backed_up:
        page.tell_backup(
            "Your newest good backup was made today at 14:10",
            "Customers: 412 · Promises to customers: 96 · Complaints: 31 · Size: 2.4 MB\n"
            "What was written down after that is not in it.",
        )
    else:
        ways = without_backup(ways)
    page.offer([WayOffer(way=way, words=labels.enum(way)) for way in ways])
    _alone(stand, take, page, has_file=True)
