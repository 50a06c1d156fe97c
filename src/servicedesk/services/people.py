# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the people who work here."""

from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonCard, PersonDraft, checked_person
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.people import all_people, people, person_values


class People:
    """The use cases of people.

    Args:
        units: opens changes and reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units

    def all(self) -> tuple[PersonCard, ...]:
        """Everybody, in the order in which they were added."""
        with self._units.read() as reading:
            return tuple(all_people(reading).values())

    def add(self, draft: PersonDraft, who: str) -> Done[PersonCard]:
        """Add a person.

        Raises:
            Refusal: what ``checked_person`` raises.
        """
        with self._units.change("add person", who) as unit:
            person = checked_person(draft, all_people(unit.connection))
            person_id = unit.insert(people, person_values(person))
            card = _person(unit.connection, person_id)
        return Done(card=card, changes=unit.changes)

    def change(self, person_id: int, draft: PersonDraft, who: str) -> Done[PersonCard]:
        """Change a person.

        Raises:
            Refusal: ``record_gone``, or what ``checked_person`` raises.
        """
        with self._units.change("change person", who) as unit:
            others = all_people(unit.connection)
            person = checked_person(draft, others, person_id)
            unit.update(people, person_id, person_values(person))
            card = _person(unit.connection, person_id)
        return Done(card=card, changes=unit.changes)

    def remove(self, person_id: int, who: str) -> Done[PersonCard]:
        """Remove a person with what they learned; whoever they stood in for has nobody then.

        Raises:
            Refusal: ``record_gone``.
        """
        from servicedesk.store.staff import briefings, rows_about, skills  # not before Today

        with self._units.change("remove person", who) as unit:
            card = _person(unit.connection, person_id)
            for other in all_people(unit.connection).values():
                if other.stand_in_id == person_id:
                    unit.update(people, other.id, {"stand_in_id": None})
            for table, rows in zip(
                (skills, briefings), rows_about(unit.connection, person_id), strict=True
            ):
                for row in rows:
                    unit.remove(table, row)
            unit.remove(people, person_id)
        return Done(card=card, changes=unit.changes)


def _person(reading: Reading, person_id: int) -> PersonCard:
    found = all_people(reading).get(person_id)
    if found is None:
        raise Refusal("record_gone", record=people.name)
    return found
