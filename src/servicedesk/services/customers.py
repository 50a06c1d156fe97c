# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a business does with its customers: added, changed, tagged, put away and brought back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from servicedesk.domain.bins import bin_limit
from servicedesk.domain.clock import Clock
from servicedesk.domain.customers import (
    CustomerCard,
    CustomerDraft,
    CustomerStatus,
)
from servicedesk.domain.customers_typing import (
    check_visit,
    checked_customer,
    checked_tags,
    shown_name,
    without_made,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import fold
from servicedesk.domain.own_fields import OwnFieldOn, checked_own
from servicedesk.services.customers_keeping import (
    add_customer,
    keep_parts,
    keep_tags,
    kept_customer,
)
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.store.customers import customer_visits, customers
from servicedesk.store.customers_parts import (
    open_complaints,
    open_promises,
    parts_of,
    released_by,
    visit_of,
)
from servicedesk.store.customers_reading import (
    binned_before,
    binned_customers,
    customer_values,
    customers_of,
)
from servicedesk.store.holds import kept_by_hold
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

    def was_in(
        self, customer_id: int, day: date, bought_else: bool, who: str
    ) -> Done[CustomerCard]:
        """Note that a customer was here; who had asked only and bought is a customer from then on.

        Args:
            customer_id: who was here.
            day: when; earlier days are welcome. A second note on a day changes the first.
            bought_else: they bought something else as well.
            who: notes it.

        Raises:
            Refusal: ``record_gone``; ``visit_ahead`` or ``visit_far`` for the field "day".
        """
        check_visit(day, self._clock.today(), "day")
        with self._units.change("note visit", who) as unit:
            before = kept_customer(unit.connection, customer_id)
            found = visit_of(unit.connection, before.id, day)
            values = {"customer_id": before.id, "day": day, "bought_else": bought_else}
            if found is None:
                unit.insert(customer_visits, values)
            else:
                unit.update(customer_visits, found, values)
            first, last = before.draft.first_visit_on, before.last_visit_on
            has_bought = bought_else or before.draft.status is CustomerStatus.CUSTOMER
            unit.update(
                customers,
                before.id,
                {
                    "first_visit_on": min(first or day, day),
                    "last_visit_on": max(last or day, day),
                    "status": CustomerStatus.CUSTOMER if has_bought else CustomerStatus.ASKED,
                },
            )
            card = kept_customer(unit.connection, before.id)
        return Done(card=card, changes=unit.changes)

    def archive(self, ids: Sequence[int], on: bool, who: str) -> Done[tuple[CustomerCard, ...]]:
        """Take customers out of lists, or put them back; they are found all the same.

        Raises:
            Refusal: ``record_gone``.
        """
        day = self._clock.today() if on else None
        with self._units.change("archive customers" if on else "use customers again", who) as unit:
            for card in _all(unit, ids):
                if (card.archived_on is None) == on:
                    unit.update(customers, card.id, {"archived_on": day})
            cards = _all(unit, ids)
        return Done(card=cards, changes=unit.changes)

    def tag(
        self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str], who: str
    ) -> Done[tuple[CustomerCard, ...]]:
        """Give short words to customers, and take others from them, all in one step.

        Raises:
            Refusal: ``record_gone``, or what ``checked_tags`` raises.
        """
        gone = {fold(tag) for tag in checked_tags(remove)}
        more = checked_tags(add)
        with self._units.change("tag customers", who) as unit:
            for card in _all(unit, ids):
                kept = (tag for tag in card.draft.tags if fold(tag) not in gone)
                keep_tags(unit, card.id, checked_tags((*kept, *more)))
            cards = _all(unit, ids)
        return Done(card=cards, changes=unit.changes)

    def bin(self, ids: Sequence[int], who: str) -> Done[tuple[CustomerCard, ...]]:
        """Put customers into the bin, from which they can be brought back for 90 days.

        Raises:
            Refusal: ``record_gone``; ``customer_has_promises`` while somebody waits for what
                they were promised; ``customer_has_complaints`` while one of theirs is open.
        """
        now = self._clock.now()
        with self._units.change("put customers into the bin", who) as unit:
            cards = _all(unit, ids)
            numbers = [card.id for card in cards]
            waiting = open_promises(unit.connection, numbers)
            complaining = open_complaints(unit.connection, numbers)
            for card in cards:
                if count := waiting.get(card.id):
                    raise Refusal("customer_has_promises", name=card.shown_name, count=count)
                if count := complaining.get(card.id):
                    raise Refusal("customer_has_complaints", name=card.shown_name, count=count)
            for card in cards:
                unit.update(customers, card.id, {"binned_at": card.binned_at or now})
            cards = _all(unit, ids)
        return Done(card=cards, changes=unit.changes)

    def bring_back(self, ids: Sequence[int], who: str) -> Done[tuple[CustomerCard, ...]]:
        """Take customers out of the bin again.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("bring customers back", who) as unit:
            for card in _all(unit, ids):
                unit.update(customers, card.id, {"binned_at": None})
            cards = _all(unit, ids)
        return Done(card=cards, changes=unit.changes)

    def binned(self) -> tuple[CustomerCard, ...]:
        """Who is in the bin, the last one at the head."""
        with self._units.read() as reading:
            return tuple(customers_of(reading, binned_customers(reading)).values())

    def empty_bin(self, before: datetime | None, who: str) -> Done[int]:
        """Remove for good who went into the bin before a moment.

        Promises, complaints, contacts and letters stay without a name, for figures count them; what
        else belongs to a customer goes.

        Whoever must be kept by a legal hold, or owns what must be, stays in the bin.

        Args:
            before: None for what has been there for 90 days.
            who: does so.

        Returns:
            How many went.
        """
        limit = before or bin_limit(self._clock.now())
        with self._units.change("empty the bin", who) as unit:
            held = kept_by_hold(unit.connection).get(customers.name, frozenset())
            binned = binned_before(unit.connection, limit)
            gone = [one for one in binned if one not in held]
            for customer_id in gone:
                for table, row in parts_of(unit.connection, [customer_id]):
                    unit.remove(table, row)
                for table, row, values in released_by(unit.connection, [customer_id]):
                    unit.update(table, row, values)
            for customer_id in gone:
                unit.remove(customers, customer_id)
        return Done(card=len(gone), changes=unit.changes)


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


def _all(unit: Unit, ids: Iterable[int]) -> tuple[CustomerCard, ...]:
    """These customers, each once; Refusal ``record_gone`` where one is not there."""
    wanted = list(dict.fromkeys(ids))
    found = customers_of(unit.connection, wanted)
    if len(found) < len(wanted):
        raise Refusal("record_gone", record=customers.name)
    return tuple(found.values())
