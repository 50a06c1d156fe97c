# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's PIN: set, taken away, and asked once until the screen is hidden."""

import secrets

from servicedesk.domain.owner_pin import SALT, checked_pin, digest_of, is_pin
from servicedesk.services.facts import keep_fact, read_facts
from servicedesk.services.unit import Done, Units

KEY = "owner_pin"
"""The fact that holds its digest: a backup carries it, and no paper prints it."""


class OwnerPin:
    """The PIN of one open file.

    Args:
        units: opens changes and reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self._is_open = False

    def is_set(self) -> bool:
        """Whether there is one."""
        return bool(self._kept())

    def is_open(self) -> bool:
        """Whether pages about the people who work here may be shown now."""
        return self._is_open or not self.is_set()

    def let_in(self, typed: str) -> bool:
        """Try a PIN; once it was right, pages are shown until ``close``.

        Returns:
            Whether it was right.
        """
        self._is_open = is_pin(typed, self._kept())
        return self._is_open

    def close(self) -> None:
        """Ask again from now on: the owner has left."""
        self._is_open = False

    def set(self, typed: str, again: str, who: str) -> Done[None]:
        """Set one, in the place of the one before.

        Raises:
            Refusal: as ``checked_pin``.
        """
        pin = checked_pin(typed, again)
        with self._units.change("set the pin", who) as unit:
            keep_fact(unit, KEY, digest_of(pin, secrets.token_bytes(SALT)))
        self._is_open = True
        return Done(card=None, changes=unit.changes)

    def remove(self, who: str) -> Done[None]:
        """Ask for none any more."""
        with self._units.change("remove the pin", who) as unit:
            keep_fact(unit, KEY, None)
        return Done(card=None, changes=unit.changes)

    def _kept(self) -> str:
        with self._units.read() as reading:
            return str(read_facts(reading).get(KEY, ""))
