# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of customers: their numbers in the order of names, and how many there are of each sort."""

import json
from array import array
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, Select, and_, bindparam, func, select, text

from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.customers_lists import CustomerChip, CustomerCounts
from servicedesk.store.customers import customer_tags, customers
from servicedesk.store.promises import promises


def listed_ids(
    connection: Connection,
    chip: CustomerChip,
    tag: str,
    found: Sequence[int] | None,
    today: date,
) -> "array[int]":
    """Numbers of customers in the order of names.

    Args:
        connection: reads.
        chip: which part of them.
        tag: which they carry, or "" for any.
        found: whom a search has found, in any order; None for everybody.
        today: what late counts from.
    """
    given = {"tag": tag, "today": today, "found": json.dumps(list(found or ()))}
    wanted = _listed(chip, is_tagged=bool(tag), is_found=found is not None)
    return array("q", connection.scalars(wanted, given).all())


def counts(connection: Connection, today: date) -> CustomerCounts:
    """How many customers there are of each sort; two statements."""
    found = connection.execute(_counted(), {"today": today}).one()
    tags = connection.execute(_TAGS)
    return CustomerCounts(
        all=found.all,
        asked=found.asked,
        late=found.late,
        archived=found.archived,
        binned=found.binned,
        tags=tuple((row.tag, row.carriers) for row in tags),
    )


_IN_USE = and_(
    customers.c.archived_on.is_(None),
    customers.c.binned_at.is_(None),
    customers.c.merged_into_id.is_(None),
)
_PUT_AWAY = and_(
    customers.c.archived_on.is_not(None),
    customers.c.binned_at.is_(None),
    customers.c.merged_into_id.is_(None),
)
_FOUND = text("SELECT value FROM json_each(:found)")
_TAGS = (
    select(customer_tags.c.tag, func.count().label("carriers"))
    .where(customer_tags.c.customer_id == customers.c.id, _IN_USE)
    .group_by(customer_tags.c.tag)
    .order_by(func.lower(customer_tags.c.tag))
)


@lru_cache(maxsize=64)  # to build a statement takes longer than to run it
def _listed(chip: CustomerChip, *, is_tagged: bool, is_found: bool) -> Select[int]:
    wanted = select(customers.c.id).where(_PUT_AWAY if chip is CustomerChip.ARCHIVED else _IN_USE)
    if chip is CustomerChip.ASKED:
        wanted = wanted.where(customers.c.status == CustomerStatus.ASKED)
    if chip is CustomerChip.LATE:
        wanted = wanted.where(customers.c.id.in_(_late()))
    if is_tagged:
        tagged = select(customer_tags.c.customer_id).where(customer_tags.c.tag == bindparam("tag"))
        wanted = wanted.where(customers.c.id.in_(tagged))
    if is_found:
        wanted = wanted.where(customers.c.id.in_(_FOUND))
    return wanted.order_by(customers.c.sort_key, customers.c.id)


def _late() -> Select[tuple[int]]:
    return select(promises.c.customer_id).where(
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
        promises.c.due_on < bindparam("today", type_=promises.c.due_on.type),
        promises.c.customer_id.is_not(None),
    )


@lru_cache(maxsize=1)
def _counted() -> Select[tuple[int, ...]]:
    count = select(func.count()).select_from(customers)
    asked = and_(_IN_USE, customers.c.status == CustomerStatus.ASKED)
    return select(
        count.where(_IN_USE).scalar_subquery().label("all"),
        count.where(asked).scalar_subquery().label("asked"),
        count.where(_IN_USE, customers.c.id.in_(_late())).scalar_subquery().label("late"),
        count.where(_PUT_AWAY).scalar_subquery().label("archived"),
        count.where(customers.c.binned_at.is_not(None)).scalar_subquery().label("binned"),
    )
