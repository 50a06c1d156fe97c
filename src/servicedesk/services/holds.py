# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What must be kept whatever its time says."""

from servicedesk.domain.errors import Refusal
from servicedesk.domain.holds import HoldCard, HoldDraft, checked_hold, checked_lifting
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.holds import hold_cards, hold_values, legal_holds


class Holds:
    """What must be kept whatever its time says.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def all(self) -> tuple[HoldCard, ...]:
        """Every hold, those that stand first; those that stand in complaints are among them."""
        with self._units.read() as reading:
            return hold_cards(reading)

    def get(self, hold_id: int) -> HoldCard:
        """A hold.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _hold(reading, hold_id)

    def add(self, draft: HoldDraft, who: str) -> Done[HoldCard]:
        """Keep a customer with all that is theirs, or a promise, until this is lifted.

        Raises:
            Refusal: what ``checked_hold`` raises.
        """
        tidy = checked_hold(draft, self._around.clock.today())
        with self._units.change("add hold", who) as unit:
            number = unit.insert(legal_holds, {**hold_values(tidy), "lifted_because": ""})
            return Done(card=_hold(unit.connection, number), changes=unit.changes)

    def change(self, hold_id: int, draft: HoldDraft, who: str) -> Done[HoldCard]:
        """Change a hold.

        Raises:
            Refusal: ``record_gone``, or what ``checked_hold`` raises.
        """
        tidy = checked_hold(draft, self._around.clock.today())
        with self._units.change("change hold", who) as unit:
            unit.update(legal_holds, hold_id, hold_values(tidy))
            return Done(card=_hold(unit.connection, hold_id), changes=unit.changes)

    def lift(self, hold_id: int, because: str, who: str) -> Done[HoldCard]:
        """End a hold.

        Raises:
            Refusal: ``record_gone``, or what ``checked_lifting`` raises.
        """
        with self._units.change("lift hold", who) as unit:
            words = checked_lifting(_hold(unit.connection, hold_id), because)
            ended = {"lifted_on": self._around.clock.today(), "lifted_because": words}
            unit.update(legal_holds, hold_id, ended)
            return Done(card=_hold(unit.connection, hold_id), changes=unit.changes)


def _hold(reading: Reading, hold_id: int) -> HoldCard:
    for card in hold_cards(reading, hold_id):
        return card
    raise Refusal("record_gone", record=legal_holds.name)
