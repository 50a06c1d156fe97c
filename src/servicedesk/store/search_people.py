# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers as those who look for them see them: a line for each, and what is open with one."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import (
    Connection,
    Row,
    ScalarSelect,
    Select,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from servicedesk.domain.customers import CustomerRow, ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_people import OpenItem, PersonNow
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_tags,
    customers,
)
from servicedesk.store.promises import promises

OPEN_SHOWN = 5
"""How many open things of a customer are shown beside the name."""

_TAG_GAP = "\x1f"


def rows_of(connection: Connection, ids: Sequence[int], today: date) -> tuple[CustomerRow, ...]:
    """Lines of customers, in the order of their numbers as given; those that are gone left out.

    Args:
        connection: reads.
        ids: a few of them; each is looked up by its number.
        today: what late and due today count from.
    """
    if not ids:
        return ()
    found = connection.execute(_rows(), {"ids": list(ids), "today": today})
    cards = {row.id: _row_card(row) for row in found}
    return tuple(cards[one] for one in ids if one in cards)


def person_now(connection: Connection, customer_id: int, today: date) -> PersonNow | None:
    """A customer with what is open, or None when there is none of that number.

    Args:
        connection: reads.
        customer_id: of the customer.
        today: what late and due today count from.
    """
    rows = rows_of(connection, [customer_id], today)
    if not rows:
        return None
    items = tuple(
        OpenItem(
            kind=Kind(row.kind),
            id=row.id,
            text=row.text,
            due_on=row.due_on,
            waiting_for=row.waiting_for,
        )
        for row in connection.execute(_open(), {"customer": customer_id})
    )
    return PersonNow(row=rows[0], items=items[:OPEN_SHOWN], open_count=len(items))


@lru_cache(maxsize=1)
def _rows() -> Select[tuple[object, ...]]:
    this = customers.c
    is_open = (
        promises.c.customer_id == this.id,
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
    )
    count = select(func.count()).where(*is_open)
    tags = select(func.group_concat(customer_tags.c.tag, _TAG_GAP))
    day = bindparam("today", type_=promises.c.due_on.type)
    return select(
        this.id,
        this.shown_name,
        this.remember,
        this.archived_on,
        _first_reach().label("reach"),
        _first_place().label("place"),
        count.where(promises.c.due_on < day).scalar_subquery().label("late"),
        count.where(promises.c.due_on == day).scalar_subquery().label("due_today"),
        tags.where(customer_tags.c.customer_id == this.id).scalar_subquery().label("tags"),
    ).where(this.id.in_(bindparam("ids", expanding=True)), this.binned_at.is_(None))


def _first_reach() -> ScalarSelect[str]:
    reach = customer_reaches.c
    return (
        select(reach.shown)
        .where(reach.customer_id == customers.c.id)
        .order_by(reach.kind == ReachKind.EMAIL, reach.position)
        .limit(1)
        .scalar_subquery()
    )


def _first_place() -> ScalarSelect[str]:
    address = customer_addresses.c
    return (
        select(address.lines + "\n" + address.postcode)
        .where(address.customer_id == customers.c.id)
        .order_by(address.position)
        .limit(1)
        .scalar_subquery()
    )


def _row_card(row: Row[tuple[object, ...]]) -> CustomerRow:
    lines = [line.strip() for line in (row.place or "").splitlines()]
    return CustomerRow(
        id=row.id,
        shown_name=row.shown_name,
        place=", ".join(line for line in (*lines[:1], *lines[-1:]) if line),
        reach=row.reach or "",
        remember=row.remember,
        late=row.late,
        due_today=row.due_today,
        is_archived=row.archived_on is not None,
        tags=tuple(sorted(row.tags.split(_TAG_GAP))) if row.tags else (),
    )


@lru_cache(maxsize=1)
def _open() -> Select[tuple[object, ...]]:
    customer = bindparam("customer", type_=customers.c.id.type)
    promised = select(
        literal(Kind.PROMISE.value).label("kind"),
        promises.c.id,
        promises.c.text,
        promises.c.due_on,
        promises.c.waiting_for,
    ).where(
        promises.c.customer_id == customer,
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
    )
    asked = select(
        literal(Kind.CONTACT.value).label("kind"),
        contacts.c.id,
        contacts.c.text,
        contacts.c.next_on.label("due_on"),
        literal("").label("waiting_for"),
    ).where(
        contacts.c.customer_id == customer,
        contacts.c.next_on.is_not(None),
        contacts.c.answered_on.is_(None),
        contacts.c.promise_id.is_(None),
        contacts.c.binned_at.is_(None),
    )
    both = union_all(promised, asked).subquery()
    return select(both).order_by(both.c.due_on, both.c.id)
