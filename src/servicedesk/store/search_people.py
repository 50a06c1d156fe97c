# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers as those who look for them see them: a line for each, and what is open with one."""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, literal, null, select, union_all

from servicedesk.domain.complaints import About
from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_people import OpenItem, PersonNow
from servicedesk.store.asking import ask
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises

OPEN_SHOWN = 5
"""How many open things of a customer are shown beside the name."""

_TEXT_MOST = 300
"""Characters of a complaint that are read."""

_TAG_GAP = "\x1f"
_TODAYS = 1 << 32
"""What a promise of today adds to the sum in which one that is late is 1: one look for both."""

_ROWS = f"""
SELECT c.id, c.shown_name, c.remember, c.archived_on,
  (SELECT shown FROM customer_reaches r WHERE r.customer_id = c.id
    ORDER BY kind = 'email', position LIMIT 1),
  (SELECT lines || '\n' || postcode FROM customer_addresses a WHERE a.customer_id = c.id
    ORDER BY position LIMIT 1),
  (SELECT sum(iif(p.due_on < ?1, 1, {_TODAYS})) FROM promises p WHERE p.customer_id = c.id
    AND p.outcome IS NULL AND p.binned_at IS NULL AND p.due_on <= ?1),
  (SELECT group_concat(tag, '{_TAG_GAP}') FROM customer_tags t WHERE t.customer_id = c.id)
FROM customers c WHERE c.id IN (SELECT value FROM json_each(?2)) AND c.binned_at IS NULL
"""


def rows_of(connection: Connection, ids: Sequence[int], today: date) -> tuple[CustomerRow, ...]:
    """Lines of customers, in the order of their numbers as given; those that are gone left out.

    Args:
        connection: reads.
        ids: a few of them; each is looked up by its number.
        today: what late and due today count from.
    """
    if not ids:
        return ()
    day = today.isoformat()
    found = ask(connection, _ROWS, (day, json.dumps(list(ids))))
    cards = {row[0]: _row_card(row) for row in found}
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
            about=None if row.about is None else About(row.about),
        )
        for row in connection.execute(_open(), {"customer": customer_id})
    )
    return PersonNow(row=rows[0], items=items[:OPEN_SHOWN], open_count=len(items))


def _row_card(row: Sequence[Any]) -> CustomerRow:
    number, name, remember, archived_on, reach, lines, due, tags = row
    due_today, late = divmod(due or 0, _TODAYS)
    return CustomerRow(
        id=number,
        shown_name=name,
        place=_place(lines) if lines else "",
        reach=reach or "",
        remember=remember,
        late=late,
        due_today=due_today,
        is_archived=archived_on is not None,
        tags=tuple(sorted(tags.split(_TAG_GAP))) if tags else (),
    )


def _place(lines: str) -> str:
    """The first line of an address and the last, which is its postcode if it has one."""
    said = [line for line in lines.split("\n") if line.strip()]
    if not said or said[0] == said[-1]:
        return said[0] if said else ""
    return f"{said[0]}, {said[-1]}"


@lru_cache(maxsize=1)
def _open() -> Select[tuple[object, ...]]:
    customer = bindparam("customer", type_=customers.c.id.type)
    promised = select(
        literal(Kind.PROMISE.value).label("kind"),
        promises.c.id,
        promises.c.text,
        promises.c.due_on,
        promises.c.waiting_for,
        null().label("about"),
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
        null().label("about"),
    ).where(
        contacts.c.customer_id == customer,
        contacts.c.next_on.is_not(None),
        contacts.c.answered_on.is_(None),
        contacts.c.promise_id.is_(None),
        contacts.c.binned_at.is_(None),
    )
    said = select(
        literal(Kind.COMPLAINT.value).label("kind"),
        complaints.c.id,
        func.substr(complaints.c.text, 1, _TEXT_MOST).label("text"),
        func.coalesce(complaints.c.next_on, complaints.c.decide_due).label("due_on"),
        complaints.c.waiting_for,
        complaints.c.about,
    ).where(complaints.c.customer_id == customer, OPEN)
    whole = union_all(promised, asked, said).subquery()
    return select(whole).order_by(whole.c.due_on, whole.c.id)
