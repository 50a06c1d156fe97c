# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Due dates follow the calendar: whatever changes it moves them in the same step.

It works inside a step that somebody else has begun, so that one undo takes both back. Each move
has its line in the history of its promise.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from servicedesk.content.law import legal_figures
from servicedesk.domain.calendars import Closure
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.calendars_shifting import (
    DueMove,
    Shift,
    TouchedPromise,
    is_inside,
    moved_dues,
    without_closure,
)
from servicedesk.domain.promises import MoveReason
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.complaints_counting import recount_open
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.calendars_dues import counted_dues, promises_due_in
from servicedesk.store.promises import promise_moves, promises


@contextmanager
def moving_dues(unit: Unit, around: Surroundings, who: str) -> Iterator[None]:
    """Move the due dates that what happens inside this block moves.

    Args:
        unit: the step it is part of.
        around: the clock, and the holidays that come with the program.
        who: changes the calendar.
    """
    old = calendar_in(unit.connection, around.resources)
    yield
    new = calendar_in(unit.connection, around.resources)
    if new.days == old.days:
        return
    _keep(unit, around, _moves(unit.connection, around, old, new), who)
    recount_open(unit, new.days, legal_figures(around.resources))


def shift_of(
    reading: Reading,
    around: Surroundings,
    new: NamedCalendar,
    closure: Closure | None = None,
) -> Shift:
    """What another calendar would do to the open promises; nothing is kept.

    Args:
        reading: inside a read.
        around: the clock, and the holidays that come with the program.
        new: the calendar as it would be.
        closure: whose promises are asked for, or None.
    """
    old = calendar_in(reading, around.resources)
    moves = () if new.days == old.days else _moves(reading, around, old, new)
    touched = () if closure is None else _touched(reading, around, closure, moves)
    return Shift(moves=moves, touched=touched)


def touched_by(
    reading: Reading, around: Surroundings, closure: Closure
) -> tuple[TouchedPromise, ...]:
    """The open promises that are due inside a closure, today or later."""
    return _touched(reading, around, closure, ())


def moved_by(
    reading: Reading, around: Surroundings, closure: Closure, customer_id: int | None = None
) -> tuple[DueMove, ...]:
    """The due dates that stand where they are because of a closure, as they moved for it.

    Args:
        reading: inside a read.
        around: the clock, and the holidays that come with the program.
        closure: one that is kept.
        customer_id: of promises to one customer; None for all.
    """
    here = calendar_in(reading, around.resources)
    back = _moves(reading, around, here, without_closure(here, closure), customer_id)
    return tuple(move.taken_back for move in back)


def _moves(
    reading: Reading,
    around: Surroundings,
    old: NamedCalendar,
    new: NamedCalendar,
    customer_id: int | None = None,
) -> tuple[DueMove, ...]:
    counted = counted_dues(reading, around.clock.today(), customer_id)
    return moved_dues(counted, old, new, around.clock.now())


def _touched(
    reading: Reading, around: Surroundings, closure: Closure, moves: tuple[DueMove, ...]
) -> tuple[TouchedPromise, ...]:
    """Those due inside it that are not moved out of it."""
    first = max(closure.first, around.clock.today())
    gone = {move.id for move in moves if not is_inside(move.after, closure)}
    due = promises_due_in(reading, first, closure.last)
    return tuple(one for one in due if one.id not in gone)


def _keep(unit: Unit, around: Surroundings, moves: Sequence[DueMove], who: str) -> None:
    """Write the history of all moves, then all new due dates: there may be thousands."""
    now, today = around.clock.now(), around.clock.today()
    unit.insert_many(
        promise_moves,
        [
            {
                "promise_id": move.id,
                "moved_at": now,
                "moved_on": today,
                "from_on": move.before.day,
                "from_at": move.before.at,
                "to_on": move.after.day,
                "to_at": move.after.at,
                "reason": MoveReason.CALENDAR,
                "words": "",
                "who": who,
            }
            for move in moves
        ],
    )
    unit.update_many(
        promises,
        {move.id: {"due_on": move.after.day, "due_at": move.after.at} for move in moves},
    )
