# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of papers that are written for the owner."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from servicedesk.domain.written import WrittenPaper
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"


def written_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "improve-papers", _at(""), frozenset()
    yield "improve-papers-complaints", _at(WrittenPaper.COMPLAINTS.value), frozenset()
    yield "improve-papers-own", _own, frozenset()
    yield "dialog-written-editor", _editing, frozenset({"WrittenEditor"})


def _at(item: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        _go(stand, item)
        take(stand.window)

    return show


def _go(stand: Stand, item: str) -> None:
    stand.window.go(Place(room="improve", part="papers", item=item))
    stand.settle()


def _own(stand: Stand, take: Take) -> None:
    """A paper whose words are the owner's, with where they differ from ours."""
    written = stand.bench.services.written
    ours = written.get(WrittenPaper.JOB_PHONE).ours
    written.save(WrittenPaper.JOB_PHONE, ours.replace("Smile: people hear it.", "Smile."), WHO)
    _go(stand, WrittenPaper.JOB_PHONE.value)
    take(stand.window)


def _editing(stand: Stand, take: Take) -> None:
    from servicedesk.ui.written.editor import WrittenEditor
    from servicedesk.ui.written.presenter import WrittenPresenter

    presenter = WrittenPresenter(stand.bench)
    presenter.open()
    card = presenter.cards[WrittenPaper.POLICY]
    editor = WrittenEditor(stand.bench, presenter, card, stand.window)
    editor.show()
    stand.settle()
    take(editor)
    editor.reject()
    editor.deleteLater()
    presenter.close()
