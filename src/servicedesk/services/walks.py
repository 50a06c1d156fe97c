# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with walks along the customer's way."""

from servicedesk.domain.clock import Clock
from servicedesk.domain.errors import Refusal
from servicedesk.domain.walks import WalkCard, WalkDraft
from servicedesk.domain.walks_checking import checked_walk
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.charters import published_charter
from servicedesk.store.walks import (
    step_ids,
    step_values,
    walk_cards,
    walk_steps,
    walk_values,
    walks,
)


class Walks:
    """The use cases of walks.

    Args:
        units: opens changes and reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def all(self) -> tuple[WalkCard, ...]:
        """Every walk, the newest first."""
        with self._units.read() as reading:
            return walk_cards(reading)

    def get(self, walk_id: int) -> WalkCard:
        """A walk.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _walk(reading, walk_id)

    def promised(self) -> tuple[str, ...]:
        """What the published charter promises, a short line each; none while there is none."""
        with self._units.read() as reading:
            charter = published_charter(reading)
        standards = () if charter is None else charter.draft.standards
        return tuple(one.title for one in standards if one.is_ticked)

    def add(self, draft: WalkDraft, who: str) -> Done[WalkCard]:
        """Keep a walk.

        Raises:
            Refusal: what ``checked_walk`` raises.
        """
        tidy = checked_walk(draft, self._clock.today())
        with self._units.change("add walk", who) as unit:
            walk_id = unit.insert(walks, walk_values(tidy))
            _write_steps(unit, walk_id, tidy)
            return Done(card=_walk(unit.connection, walk_id), changes=unit.changes)

    def change(self, walk_id: int, draft: WalkDraft, who: str) -> Done[WalkCard]:
        """Change a walk.

        Raises:
            Refusal: ``record_gone``, or what ``checked_walk`` raises.
        """
        tidy = checked_walk(draft, self._clock.today())
        with self._units.change("change walk", who) as unit:
            unit.update(walks, walk_id, walk_values(tidy))
            _write_steps(unit, walk_id, tidy)
            return Done(card=_walk(unit.connection, walk_id), changes=unit.changes)

    def remove(self, walk_id: int, who: str) -> Done[WalkCard]:
        """Remove a walk with its steps.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove walk", who) as unit:
            card = _walk(unit.connection, walk_id)
            for row in step_ids(unit.connection, walk_id):
                unit.remove(walk_steps, row)
            unit.remove(walks, walk_id)
        return Done(card=card, changes=unit.changes)


def _write_steps(unit: Unit, walk_id: int, draft: WalkDraft) -> None:
    """Keep the steps in the rows there are; those left over go, those missing come."""
    rows = step_ids(unit.connection, walk_id)
    for place, step in enumerate(draft.steps):
        values = step_values(step, place)
        if place < len(rows):
            unit.update(walk_steps, rows[place], values)
        else:
            unit.insert(walk_steps, {"walk_id": walk_id, **values})
    for row in rows[len(draft.steps) :]:
        unit.remove(walk_steps, row)


def _walk(reading: Reading, walk_id: int) -> WalkCard:
    for card in walk_cards(reading, walk_id):
        return card
    raise Refusal("record_gone", record=walks.name)
