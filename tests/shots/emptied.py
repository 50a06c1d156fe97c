# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages of the privacy desk on which nothing is kept yet, while the pretend shop has something."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def emptied(part: str, kind: type[QWidget], **states: object) -> Show:
    """A page as it is in a new file.

    Args:
        part: of the privacy desk.
        kind: of the page, which has a presenter.
        states: what the presenter holds while there is nothing, by its name; a mapping for what
            is another in it.
    """

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="privacy", part=part))
        stand.settle()
        (page,) = stand.window.findChildren(kind)
        for name, value in states.items():
            held = getattr(page.presenter, name)
            empty = replace(held, **value) if isinstance(value, Mapping) else value
            setattr(page.presenter, name, empty)
        page.presenter.state_changed.emit()
        stand.settle()
        take(stand.window)
        page.presenter.open()

    return show
