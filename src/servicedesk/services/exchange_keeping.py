# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A plan of an import carried out in one step: new customers many at once, updates one by one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from servicedesk.domain.customers import CustomerDraft, Reach
from servicedesk.domain.customers_typing import normal_postcode, shown_name
from servicedesk.domain.importing import Fate, OurRow
from servicedesk.domain.importing_plan import Action, ImportPlan
from servicedesk.services.customers_keeping import keep_parts, normal_reach
from servicedesk.services.exchange_reading import EACH, Steps
from servicedesk.services.unit import Unit
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_tags,
    customers,
)
from servicedesk.store.customers_reading import (
    ReachKept,
    address_values,
    customer_values,
    next_number,
    reach_values,
    tag_values,
)
from servicedesk.store.exchange import numbers_there, refs_there

_NUMBER = re.compile(r"K-([0-9]{4,9})")


def carry_out(unit: Unit, plan: ImportPlan, today: date, steps: Steps) -> None:
    """Write what a plan says.

    Args:
        unit: the step that the import is.
        plan: good for the file as it is.
        today: the day of the import.
        steps: told of the rows; it can stop the import, which then leaves nothing behind.
    """
    newest = _newest(plan.actions)
    ours = {one.key: one.ours for one in plan.actions if one.ours is not None}
    added = [key for key in newest if key < 0 and key not in ours]
    _add_ours(unit, {key: (newest[key], row) for key, row in ours.items()}, today, steps)
    changed = [key for key in newest if key > 0]
    total = len(newest)
    for start in range(0, len(added), EACH):
        steps.raise_if_cancelled()
        steps.step(start, total)
        add_new(unit, [newest[key] for key in added[start : start + EACH]], plan.normals, today)
    for place, key in enumerate(changed, start=len(added)):
        if place % EACH == 0:
            steps.raise_if_cancelled()
            steps.step(place, total)
        unit.update(customers, key, customer_values(newest[key], shown_name(newest[key])))
        keep_parts(unit, key, newest[key])
    steps.raise_if_cancelled()
    steps.step(total, total)


def _add_ours(
    unit: Unit,
    rows: Mapping[int, tuple[CustomerDraft, OurRow]],
    today: date,
    steps: Steps,
) -> None:
    """Add the customers of our own list, each under their own number where that is free.

    The number of a customer is the number of the row: who takes one, takes the other.
    """
    taken, refs = numbers_there(unit.connection), refs_there(unit.connection, customers)
    wanted = {int(found[1]) for _, row in rows.values() if (found := _NUMBER.fullmatch(row.ref))}
    later = max(next_number(unit.connection), *(wanted or {0}), *(taken or {0})) + 1
    for place, (draft, row) in enumerate(rows.values()):
        if place % EACH == 0:
            steps.raise_if_cancelled()
            steps.step(place, len(rows))
        found = _NUMBER.fullmatch(row.ref)
        number = int(found[1]) if found else 0
        if not number or number in taken or row.ref in refs or f"K-{number:04}" != row.ref:
            number, later = later, later + 1
        taken.add(number)
        values = {
            **customer_values(draft, shown_name(draft)),
            "id": number,
            "ref": f"K-{number:04}",
            "added_on": row.added_on or today,
            "last_visit_on": row.last_visit_on,
            "archived_on": row.archived_on,
        }
        keep_parts(unit, unit.insert(customers, values), draft)


def _newest(actions: Sequence[Action]) -> Mapping[int, CustomerDraft]:
    """Each customer who is added or changed, as the last row about them leaves them."""
    return {
        action.key: action.draft for action in actions if action.fate in (Fate.ADDED, Fate.UPDATED)
    }


def _kept(reaches: Sequence[Reach], normals: Mapping[Reach, str]) -> list[ReachKept]:
    """Phones and e-mail addresses with what they are compared by; the plan has it already.

    The label of one may have changed with a later row: it is compared all the same.
    """
    return [ReachKept(reach=one, normal=normals.get(one) or normal_reach(one)) for one in reaches]


def add_new(
    unit: Unit, drafts: Sequence[CustomerDraft], normals: Mapping[Reach, str], today: date
) -> list[int]:
    """Add many customers at once, without own fields checked anew.

    Args:
        unit: the step that the import is.
        drafts: as checked.
        normals: by what their phones and e-mail addresses are compared, where that is known.
        today: the day of the import.

    Returns:
        Their numbers, in the same order.
    """
    first = next_number(unit.connection)
    ids = unit.insert_many(
        customers,
        [
            {
                **customer_values(draft, shown_name(draft)),
                "ref": f"K-{number:04}",
                "added_on": today,
                "last_visit_on": draft.first_visit_on,
            }
            for number, draft in enumerate(drafts, start=first)
        ],
    )
    pairs = list(zip(ids, drafts, strict=True))
    unit.insert_many(
        customer_reaches,
        [row for id_, one in pairs for row in reach_values(id_, _kept(one.reaches, normals))],
    )
    unit.insert_many(
        customer_addresses,
        [
            row
            for id_, one in pairs
            for row in address_values(
                id_, [(each, normal_postcode(each.postcode)) for each in one.addresses]
            )
        ],
    )
    unit.insert_many(
        customer_tags, [row for id_, one in pairs for row in tag_values(id_, one.tags)]
    )
    return list(ids)
