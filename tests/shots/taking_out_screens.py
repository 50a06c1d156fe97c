# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that writes everything: before a place was chosen, and with a warning about it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.taking_out.page import TakingOutPage
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def taking_out_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "taking-out", _page, frozenset()
    yield "taking-out-synced", _synced, frozenset()


def _page(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="taking_out"))
    stand.settle()
    take(stand.window)


def _synced(stand: Stand, take: Take) -> None:
    """A folder that a program copies to the internet."""
    stand.window.go(Place(room="taking_out"))
    page = stand.window.page
    assert isinstance(page, TakingOutPage)
    page.presenter.choose(Path("/home/ruth/Dropbox"))
    stand.settle()
    take(stand.window)
