# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Places in the program, and the one way from place to place: the navigator."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

_OPENING = frozenset({"add", "new"})
"""Items that open the form of a new record: one does not come back to a form by going back."""


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

    @property
    def shown(self) -> "Place":
        """What is shown there once a form that the place opens has been closed."""
        return replace(self, item="") if self.item in _OPENING else self


class Navigator(QObject):
    """Goes to places; the shell listens.

    Signals:
        wanted: (Place) somebody wants to be there.
        back_wanted: back to where one came from.

    Attributes:
        behind: where ``back`` leads; None for nowhere. The shell keeps it.
    """

    wanted = Signal(object)
    back_wanted = Signal()
    behind: Place | None = None

    def open(self, room: str, part: str = "", item: str = "") -> None:
        """Go to a place; see ``Place``."""
        self.wanted.emit(Place(room=room, part=part, item=item))

    def back(self) -> None:
        """Go back to where one came from."""
        self.back_wanted.emit()
