# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a business does with fields of its own on customers and promises."""

from servicedesk.domain.clock import Clock
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldDraft, OwnFieldOn, checked_field
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.own_fields import field_of, field_values, fields_on, own_fields


class OwnFields:
    """The use cases of own fields.

    Args:
        units: opens changes and reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def all(self, on: OwnFieldOn, *, is_retired: bool = False) -> tuple[OwnFieldCard, ...]:
        """The fields of a sort of record, in their order.

        Args:
            on: which sort.
            is_retired: those that are not asked any more instead of those in use.
        """
        with self._units.read() as reading:
            found = fields_on(reading, on)
        return tuple(card for card in found if (card.retired_on is not None) == is_retired)

    def add(self, draft: OwnFieldDraft, who: str) -> Done[OwnFieldCard]:
        """Add a field at the end.

        Raises:
            Refusal: what ``checked_field`` raises.
        """
        with self._units.change("add own field", who) as unit:
            others = fields_on(unit.connection, draft.on)
            checked = checked_field(draft, others)
            place = {"position": len(others), "retired_on": None}
            card = _card(unit.connection, unit.insert(own_fields, field_values(checked) | place))
        return Done(card=card, changes=unit.changes)

    def change(self, field_id: int, draft: OwnFieldDraft, who: str) -> Done[OwnFieldCard]:
        """Change a field; it stays on the sort of record that it is on.

        Raises:
            Refusal: ``record_gone``, or what ``checked_field`` raises.
        """
        with self._units.change("change own field", who) as unit:
            before = _card(unit.connection, field_id)
            wanted = OwnFieldDraft(
                on=before.draft.on, name=draft.name, kind=draft.kind, choices=draft.choices
            )
            checked = checked_field(wanted, fields_on(unit.connection, wanted.on), before)
            unit.update(own_fields, field_id, field_values(checked))
            card = _card(unit.connection, field_id)
        return Done(card=card, changes=unit.changes)

    def retire(self, field_id: int, on: bool, who: str) -> Done[OwnFieldCard]:
        """Ask a field no more, or again; what stands in it is kept.

        Raises:
            Refusal: ``record_gone``, or what ``checked_field`` raises for one that comes back.
        """
        with self._units.change("retire own field" if on else "use own field again", who) as unit:
            before = _card(unit.connection, field_id)
            if not on:
                checked_field(before.draft, fields_on(unit.connection, before.draft.on), before)
            unit.update(own_fields, field_id, {"retired_on": self._clock.today() if on else None})
            card = _card(unit.connection, field_id)
        return Done(card=card, changes=unit.changes)

    def move(self, field_id: int, step: int, who: str) -> Done[OwnFieldCard]:
        """Move a field up or down among those in use; at the end it stays where it is.

        Args:
            field_id: which.
            step: -1 up, 1 down.
            who: does so.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("move own field", who) as unit:
            card = _card(unit.connection, field_id)
            in_use = [
                one
                for one in fields_on(unit.connection, card.draft.on)
                if one.retired_on is None or one.id == field_id
            ]
            place = in_use.index(card)
            in_use.insert(min(max(place + step, 0), len(in_use) - 1), in_use.pop(place))
            _renumber(unit, in_use)
        return Done(card=card, changes=unit.changes)


def _renumber(unit: Unit, cards: list[OwnFieldCard]) -> None:
    for place, card in enumerate(cards):
        unit.update(own_fields, card.id, {"position": place})


def _card(reading: Reading, field_id: int) -> OwnFieldCard:
    found = field_of(reading, field_id)
    if found is None:
        raise Refusal("record_gone", record=own_fields.name)
    return found
