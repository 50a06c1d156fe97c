# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rooms, places in them, and the one way from room to room: the navigator.

A room is what one entry of the rail opens. Rooms do not know one another; whoever wants to be
somewhere else names a place, and the shell goes there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # a page is built when it is first opened
    from servicedesk.ui.core.page import Page
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere in the program.

    Args:
        room: id of the room, such as "charter".
        part: which of its pages, such as "write"; empty for its first.
        item: what is shown there, such as the id of a guide's page or the number of a record.
    """

    room: str
    part: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What one entry of the rail opens.

    Args:
        id: as places name it.
        title: on the rail, already in the screen's language.
        icon: name of a file in ``resources/icons``, without its ending.
        key: digit of its Alt shortcut, the same in every release; None for none.
        build: makes the page; called once, when the room is first opened.
        is_at_foot: stands below the others, as Settings and Help do.
    """

    id: str
    title: str
    icon: str
    build: "Callable[[Workbench], Page]"
    key: int | None = None
    is_at_foot: bool = False


class Navigator(QObject):
    """Goes to places; the shell listens.

    Signals:
        wanted: (Place) somebody wants to be there.
        back_wanted: back to where one came from.
    """

    wanted = Signal(object)
    back_wanted = Signal()

    def open(self, room: str, part: str = "", item: str = "") -> None:
        """Go to a place; see ``Place``."""
        self.wanted.emit(Place(room=room, part=part, item=item))

    def back(self) -> None:
        """Go back to where one came from."""
        self.back_wanted.emit()
