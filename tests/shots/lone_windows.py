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


def lone_windows() -> Iterator[tuple[str, Show]]:
    """Name, and how it is shown, of each."""
    yield "welcome", _welcome
    yield "opening", _opening
    yield "trouble", _trouble


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
    from servicedesk.ui.shell.stages import TroublePage

    words = stand.bench.labels.trouble(
        Trouble("file_in_use_elsewhere", file="servicedesk.db", computer="TILL", since="Monday")
    )
    _alone(stand, take, TroublePage(words, stand.theme), has_file=True)
