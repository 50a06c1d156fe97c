# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Merging customers who are in the file twice: every row that names one of them moves, in one step.

The others stay as rows that point to the kept one, so that their names and numbers lead to it.
"""

from collections.abc import Sequence
from dataclasses import replace

from servicedesk.domain.clock import Clock
from servicedesk.domain.customers import CustomerCard
from servicedesk.domain.customers_merging import earliest, latest, merged_draft
from servicedesk.domain.customers_typing import checked_customer, shown_name
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import fold
from servicedesk.services.customers_keeping import kept_customer
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.store import customers as kept
from servicedesk.store.customers_parts import (
    address_ids,
    merged_into,
    moved_from,
    reach_ids,
    visits_of,
)
from servicedesk.store.customers_reading import customer_values, part_ids, tag_ids


class CustomersMerging:
    """Makes several records of one customer into one.

    Args:
        units: opens changes.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def merge(self, keep_id: int, other_ids: Sequence[int], who: str) -> Done[CustomerCard]:
        """Merge customers into one; one undo brings all of them back as they were.

        Args:
            keep_id: whose name and number stay.
            other_ids: who go into it; one who was merged before stands for whom they went into.
            who: does so.

        Raises:
            Refusal: ``record_gone``; ``merge_needs_two`` when there is nobody to merge;
                ``text_too_long`` when there is no room for the notes of all.
        """
        with self._units.change("merge customers", who) as unit:
            keep = kept_customer(unit.connection, keep_id)
            found = (kept_customer(unit.connection, one) for one in other_ids)
            others = {card.id: card for card in found if card.id != keep.id}
            if not others:
                raise Refusal("merge_needs_two")
            _merge(unit, keep, tuple(others.values()), self._clock)
            card = kept_customer(unit.connection, keep.id)
        return Done(card=card, changes=unit.changes)


def _merge(unit: Unit, keep: CustomerCard, others: Sequence[CustomerCard], clock: Clock) -> None:
    for other in others:
        _drop_said_twice(unit, keep.id, other.id)
        _drop_visits(unit, keep.id, other.id)
        _move(unit, keep.id, other.id)
        for row in (*merged_into(unit.connection, other.id), other.id):
            unit.update(kept.customers, row, {"merged_into_id": keep.id, "binned_at": None})
    draft = merged_draft(keep.draft, [other.draft for other in others])
    checked = replace(checked_customer(draft, clock.today()), own=draft.own)
    unit.update(
        kept.customers,
        keep.id,
        {
            **customer_values(checked, shown_name(checked)),
            "last_visit_on": latest(keep.last_visit_on, *(one.last_visit_on for one in others)),
            "added_on": earliest(keep.added_on, *(one.added_on for one in others)),
            "binned_at": None,
        },
    )


def _move(unit: Unit, keep_id: int, other_id: int) -> None:
    """Have every row that names the other name the kept one; in lists they follow its own."""
    places = {
        table.name: len(part_ids(unit.connection, table, keep_id))
        for table in (kept.customer_reaches, kept.customer_addresses)
    }
    for table, row, values in moved_from(unit.connection, [other_id], keep_id):
        place = {"position": places[table.name]} if table.name in places else {}
        if place:
            places[table.name] += 1
        unit.update(table, row, {**values, **place})


def _drop_said_twice(unit: Unit, keep_id: int, other_id: int) -> None:
    """Take out the phones, addresses and short words of the other that the kept one has too."""
    reading = unit.connection
    reaches = reach_ids(reading, keep_id)
    for normal, row in reach_ids(reading, other_id).items():
        if normal in reaches:
            unit.remove(kept.customer_reaches, row)
    places = {_folded(*place) for place in address_ids(reading, keep_id)}
    for place, row in address_ids(reading, other_id).items():
        if _folded(*place) in places:
            unit.remove(kept.customer_addresses, row)
    tags = {fold(tag) for tag in tag_ids(reading, keep_id)}
    for tag, row in tag_ids(reading, other_id).items():
        if fold(tag) in tags:
            unit.remove(kept.customer_tags, row)


def _folded(lines: str, postcode: str) -> str:
    return fold(lines.replace("\n", " ").replace(",", "")) + postcode


def _drop_visits(unit: Unit, keep_id: int, other_id: int) -> None:
    """Make one of the visits that both have on a day."""
    kept_visits = {day: (row, bought) for row, day, bought in visits_of(unit.connection, keep_id)}
    for row, day, bought in visits_of(unit.connection, other_id):
        if day in kept_visits:
            mine, mine_bought = kept_visits[day]
            unit.remove(kept.customer_visits, row)
            unit.update(kept.customer_visits, mine, {"bought_else": mine_bought or bought})
