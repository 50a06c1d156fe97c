# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with registrations and insurance."""

from servicedesk.domain.clock import Clock
from servicedesk.domain.errors import Refusal
from servicedesk.domain.registrations import (
    RegistrationCard,
    RegistrationDraft,
    charter_lines,
    checked_registration,
    ending_within,
)
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.registrations import (
    all_registrations,
    registration_values,
    registrations,
)

SOON_DAYS = 60
"""Days ahead in which an end is worth a word."""


class Registrations:
    """The use cases of registrations and insurance.

    Args:
        units: opens changes and reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def all(self) -> tuple[RegistrationCard, ...]:
        """All of them, in the order in which they were added."""
        with self._units.read() as reading:
            return all_registrations(reading)

    def ending(self, days: int = SOON_DAYS) -> tuple[RegistrationCard, ...]:
        """Those that have ended or end within so many days, the first to end first."""
        return ending_within(self.all(), self._clock.today(), days)

    def charter_answer(self) -> str:
        """What the charter's question about registrations is answered with, a line for each."""
        return charter_lines(self.all())

    def add(self, draft: RegistrationDraft, who: str) -> Done[RegistrationCard]:
        """Add one.

        Raises:
            Refusal: what ``checked_registration`` raises.
        """
        tidy = checked_registration(draft, self._clock.today())
        with self._units.change("add registration", who) as unit:
            row = unit.insert(registrations, registration_values(tidy))
            card = _registration(unit.connection, row)
        return Done(card=card, changes=unit.changes)

    def change(
        self, registration_id: int, draft: RegistrationDraft, who: str
    ) -> Done[RegistrationCard]:
        """Change one.

        Raises:
            Refusal: ``record_gone``, or what ``checked_registration`` raises.
        """
        tidy = checked_registration(draft, self._clock.today())
        with self._units.change("change registration", who) as unit:
            unit.update(registrations, registration_id, registration_values(tidy))
            card = _registration(unit.connection, registration_id)
        return Done(card=card, changes=unit.changes)

    def remove(self, registration_id: int, who: str) -> Done[RegistrationCard]:
        """Remove one.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove registration", who) as unit:
            card = _registration(unit.connection, registration_id)
            unit.remove(registrations, registration_id)
        return Done(card=card, changes=unit.changes)


def _registration(reading: Reading, registration_id: int) -> RegistrationCard:
    for card in all_registrations(reading):
        if card.id == registration_id:
            return card
    raise Refusal("record_gone", record=registrations.name)
