# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rooms: what one entry of the rail opens.

Rooms do not know one another; whoever wants to be somewhere else names a place, and the shell goes
there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesk.ui.core.places import Navigator, Place

if TYPE_CHECKING:  # a page is built when it is first opened
    from servicedesk.ui.core.page import Page
    from servicedesk.ui.core.workbench import Workbench

__all__ = ("Navigator", "Place", "Room")


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
        waits: stands under More until the file holds enough for it.
    """

    id: str
    title: str
    icon: str
    build: "Callable[[Workbench], Page]"
    key: int | None = None
    is_at_foot: bool = False
    waits: bool = False
