# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin read as one list, whatever lies in it."""

from functools import lru_cache

from sqlalchemy import Connection, Select, case, func, literal, select, union_all

from servicedesk.domain.bins import Binned
from servicedesk.domain.kinds import Kind
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.feedback import feedback
from servicedesk.store.promises import promises


def binned(connection: Connection) -> tuple[Binned, ...]:
    """All that lies in the bin, the last at the head; one statement."""
    return tuple(
        Binned(kind=Kind(row.kind), id=row.id, title=row.title, detail=row.detail, at=row.at)
        for row in connection.execute(_binned())
    )


@lru_cache(maxsize=1)
def _binned() -> Select[tuple[object, ...]]:
    people = select(
        literal(Kind.CUSTOMER.value).label("kind"),
        customers.c.id,
        customers.c.shown_name.label("title"),
        customers.c.ref.label("detail"),
        customers.c.binned_at.label("at"),
    ).where(customers.c.binned_at.is_not(None), customers.c.merged_into_id.is_(None))
    others = (
        select(
            literal(kind.value),
            table.c.id,
            table.c.text,
            func.coalesce(customers.c.shown_name, ""),
            table.c.binned_at,
        )
        .select_from(table.outerjoin(customers, customers.c.id == table.c.customer_id))
        .where(table.c.binned_at.is_not(None))
        for kind, table in ((Kind.PROMISE, promises), (Kind.CONTACT, contacts))
    )
    said = (
        select(
            literal(Kind.FEEDBACK.value),
            feedback.c.id,
            case((feedback.c.text != "", feedback.c.text), else_=feedback.c.better),
            func.coalesce(customers.c.shown_name, feedback.c.called),
            feedback.c.binned_at,
        )
        .select_from(feedback.outerjoin(customers, customers.c.id == feedback.c.customer_id))
        .where(feedback.c.binned_at.is_not(None))
    )
    every = union_all(people, *others, said).subquery()
    return select(every).order_by(every.c.at.desc(), every.c.kind, every.c.id.desc())
