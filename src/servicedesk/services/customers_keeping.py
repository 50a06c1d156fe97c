# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What belongs to a customer, written row by row inside a step; rows that stay are not touched."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from servicedesk.domain.customers import (
    NOTHING_OWN,
    CustomerCard,
    CustomerDraft,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_typing import (
    checked_customer,
    normal_email,
    normal_postcode,
    shown_name,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldOn, checked_own
from servicedesk.services.phones import normal_phone
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import customers as kept
from servicedesk.store.customers_reading import (
    Handle,
    ReachKept,
    address_values,
    customer_of,
    customer_values,
    next_number,
    part_ids,
    reach_values,
    tag_ids,
    tag_values,
)
from servicedesk.store.own_fields import fields_on


def kept_customer(reading: Reading, customer_id: int) -> CustomerCard:
    """A customer, or the one they were merged into.

    Raises:
        Refusal: ``record_gone``.
    """
    found = customer_of(reading, customer_id)
    if found is None:
        raise Refusal("record_gone", record=kept.customers.name)
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
    customer_id = unit.insert(kept.customers, values)
    keep_parts(unit, customer_id, checked)
    return kept_customer(unit.connection, customer_id)


def add_newcomer(unit: Unit, newcomer: CustomerDraft | None, today: date) -> int | None:
    """Add whoever becomes a customer with what is written about them, in the same step.

    Args:
        unit: the step.
        newcomer: who; None where it is somebody who is there already, or nobody.
        today: the day.

    Returns:
        Their number, or None.

    Raises:
        Refusal: as ``add_customer``, always for the field "customer_id", where they were typed.
    """
    if newcomer is None:
        return None
    try:
        return add_customer(unit, newcomer, today).id
    except Refusal as refusal:
        raise Refusal(refusal.code, "customer_id", **refusal.params) from refusal


def keep_parts(unit: Unit, customer_id: int, draft: CustomerDraft) -> None:
    """Have a customer's phones, addresses and short words be those of a draft.

    Args:
        unit: the step it is part of.
        customer_id: whose.
        draft: as checked.
    """
    reaches = reach_values(customer_id, with_normals(draft.reaches))
    addresses = [(each, normal_postcode(each.postcode)) for each in draft.addresses]
    _keep(unit, kept.customer_reaches, customer_id, reaches)
    _keep(unit, kept.customer_addresses, customer_id, address_values(customer_id, addresses))
    keep_tags(unit, customer_id, draft.tags)


def keep_tags(unit: Unit, customer_id: int, tags: Sequence[str]) -> None:
    """Have a customer carry these short words and no others."""
    there = tag_ids(unit.connection, customer_id)
    for tag, row in there.items():
        if tag not in tags:
            unit.remove(kept.customer_tags, row)
    for values in tag_values(customer_id, [tag for tag in tags if tag not in there]):
        unit.insert(kept.customer_tags, values)


def with_normals(reaches: Sequence[Reach]) -> tuple[ReachKept, ...]:
    """Phones and e-mail addresses with what they are compared by."""
    return tuple(ReachKept(reach=reach, normal=normal_reach(reach)) for reach in reaches)


def normal_reach(reach: Reach) -> str:
    """By which a phone or an e-mail address is compared."""
    if reach.kind is ReachKind.EMAIL:
        return normal_email(reach.shown)
    return normal_phone(reach.shown)


def _keep(
    unit: Unit, table: Handle, customer_id: int, wanted: Sequence[Mapping[str, object]]
) -> None:
    """Have the rows of a customer in a table be these, in their order."""
    there = part_ids(unit.connection, table, customer_id)
    for row, values in zip(there, wanted, strict=False):
        unit.update(table, row, values)
    for row in there[len(wanted) :]:
        unit.remove(table, row)
    for values in wanted[len(there) :]:
        unit.insert(table, values)
