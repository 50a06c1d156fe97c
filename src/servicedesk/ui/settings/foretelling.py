# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a change of the calendar does to due dates, said before it is saved and after."""

from decimal import Decimal

from servicedesk.domain.calendars_shifting import Shift
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.core.labels import Labels


def will_move(shift: Shift, labels: Labels) -> str:
    """What saving will do, or "" when it does nothing to what was promised.

    Args:
        shift: as ``calendar_preview`` foretells it.
        labels: the words.
    """
    said = []
    if shift.moves:
        said.append(labels.count("calendar.shift.will_move", Decimal(len(shift.moves))))
    if shift.touched:
        said.append(labels.count("calendar.shift.touches", Decimal(len(shift.touched))))
    return " ".join(said)


def would_move(shift: Shift, labels: Labels) -> str:
    """What removing a record will do, or "" when it does nothing to what was promised.

    Args:
        shift: as ``calendar_preview`` foretells it.
        labels: the words.
    """
    moves = len(shift.moves)
    return labels.count("calendar.shift.removing", Decimal(moves)) if moves else ""


def have_moved(said: str, changes: ChangeSet, labels: Labels) -> str:
    """What was done, with how many due dates moved with it.

    Args:
        said: what was done.
        changes: the records that the step touched.
        labels: the words.
    """
    moved = len(changes.get(Kind.PROMISE, ()))
    if not moved:
        return said
    return f"{said} {labels.count('calendar.shift.moved', Decimal(moved))}"
