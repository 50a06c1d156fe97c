# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a business does with its customers: added, changed, tagged, put away and brought back."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.clock import Clock
from servicedesk.domain.customers import NOTHING_OWN, CustomerCard, CustomerDraft
from servicedesk.domain.customers_typing import checked_customer, shown_name, without_made
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldOn, checked_own
from servicedesk.services.customers_keeping import keep_parts
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.customers import customers
from servicedesk.store.customers_reading import customer_of, customer_values, next_number
from servicedesk.store.own_fields import fields_on


class Customers:
    """The use cases of customers.

    Args:
        units: opens changes and reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def get(self, customer_id: int) -> CustomerCard:
        """A customer, or the one they were merged into; two statements.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return kept_customer(reading, customer_id)

    def add(self, draft: CustomerDraft, who: str) -> Done[CustomerCard]:
        """Add a customer.

        Raises:
            Refusal: what ``checked_customer`` and ``checked_own`` raise.
        """
        with self._units.change("add customer", who) as unit:
            card = add_customer(unit, draft, self._clock.today())
        return Done(card=card, changes=unit.changes)

    def change(self, customer_id: int, draft: CustomerDraft, who: str) -> Done[CustomerCard]:
        """Change what was typed about a customer.

        Raises:
            Refusal: ``record_gone``, or as for ``add``.
        """
        with self._units.change("change customer", who) as unit:
            card = change_customer(unit, customer_id, draft, self._clock.today())
        return Done(card=card, changes=unit.changes)


def kept_customer(reading: Reading, customer_id: int) -> CustomerCard:
    """A customer, or the one they were merged into.

    Raises:
        Refusal: ``record_gone``.
    """
    found = customer_of(reading, customer_id)
    if found is None:
        raise Refusal("record_gone", record=customers.name)
    return found


def add_customer(unit: Unit, draft: CustomerDraft, today: date) -> CustomerCard:
    """Add a customer as part of somebody's step, such as a promise to a new one.

    Raises:
        Refusal: what ``checked_customer`` and ``checked_own`` raise.
    """
    fields = fields_on(unit.connection, OwnFieldOn.CUSTOMER)
    own = checked_own(draft.own, fields, NOTHING_OWN, today)
    checked = replace(checked_customer(draft, today), own=own)
    number = next_number(unit.connection)
    values = {
        **customer_values(checked, shown_name(checked)),
        "ref": f"K-{number:04}",
        "added_on": today,
        "last_visit_on": checked.first_visit_on,
    }
    customer_id = unit.insert(customers, values)
    keep_parts(unit, customer_id, checked)
    return kept_customer(unit.connection, customer_id)


def change_customer(
    unit: Unit, customer_id: int, draft: CustomerDraft, today: date
) -> CustomerCard:
    """Change a customer as part of somebody's step.

    Raises:
        Refusal: ``record_gone``, or what ``checked_customer`` and ``checked_own`` raise.
    """
    before = kept_customer(unit.connection, customer_id)
    fields = fields_on(unit.connection, OwnFieldOn.CUSTOMER)
    own = checked_own(draft.own, fields, before.draft.own, today)
    checked = replace(checked_customer(without_made(draft, before.draft), today), own=own)
    values = customer_values(checked, shown_name(checked))
    unit.update(customers, before.id, values)
    keep_parts(unit, before.id, checked)
    return kept_customer(unit.connection, before.id)
