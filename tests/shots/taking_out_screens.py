# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that writes everything, before and after a place was chosen; a record's history."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.history_dialog import show_history
from servicedesk.ui.taking_out.page import TakingOutPage
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def taking_out_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "taking-out", _page, frozenset()
    yield "taking-out-synced", _synced, frozenset()
    yield "dialog-history", _history, frozenset({"HistoryDialog"})


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


def _history(stand: Stand, take: Take) -> None:
    """What was changed in a promise that was kept."""
    card = stand.bench.services.promises.get(1)
    dialog = show_history(stand.bench, Kind.PROMISE, card.id, card.ref, stand.window)
    stand.settle()
    take(dialog)
    dialog.close()
