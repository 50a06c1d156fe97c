# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Open promises as the calendar sees them: due dates that were counted, and days they lie on."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, func, select, true

from servicedesk.domain.calendars_files import DueEntry
from servicedesk.domain.calendars_shifting import CountedDue, TouchedPromise
from servicedesk.domain.promises import Allowance, Due
from servicedesk.store.customers import customers
from servicedesk.store.promises import promise_moves, promises

_OPEN = and_(promises.c.outcome.is_(None), promises.c.binned_at.is_(None))
_PIECE = 500
"""Numbers in one statement; SQLite takes more, but not any number."""


def counted_dues(
    connection: Connection, first: date, customer_id: int | None = None
) -> tuple[CountedDue, ...]:
    """Open promises due on ``first`` or later whose due date was counted, by due date.

    Args:
        connection: to the file.
        first: the earliest due date that counts.
        customer_id: those made to one customer; None for all.
    """
    this = promises.c
    whose = true() if customer_id is None else this.customer_id == customer_id
    rows = connection.execute(
        select(
            this.id,
            this.due_on,
            this.due_at,
            this.allowance_amount,
            this.allowance_unit,
            this.allowance_start,
            this.customer_id,
            customers.c.shown_name,
            this.text,
            customers.c.remember,
        )
        .select_from(promises.outerjoin(customers, this.customer_id == customers.c.id))
        .where(_OPEN, whose, this.due_on >= first, this.allowance_amount.is_not(None))
        .order_by(this.due_on, this.id)
    )
    return tuple(
        CountedDue(
            id=row.id,
            due=Due(day=row.due_on, at=row.due_at),
            allowance=Allowance(
                amount=row.allowance_amount, unit=row.allowance_unit, start=row.allowance_start
            ),
            customer_id=row.customer_id,
            customer_name=row.shown_name or "",
            text=row.text,
            remember=row.remember or "",
        )
        for row in rows
    )


def promises_due_in(connection: Connection, first: date, last: date) -> tuple[TouchedPromise, ...]:
    """Open promises due from the first to the last day, the one that is due first at the head."""
    this = promises.c
    rows = connection.execute(
        select(
            this.id,
            this.ref,
            this.customer_id,
            customers.c.shown_name,
            this.text,
            this.due_on,
            this.due_at,
            customers.c.remember,
        )
        .select_from(promises.outerjoin(customers, this.customer_id == customers.c.id))
        .where(_OPEN, this.due_on >= first, this.due_on <= last)
        .order_by(this.due_on, this.due_at, this.id)
    )
    return tuple(
        TouchedPromise(
            id=row.id,
            ref=row.ref,
            customer_id=row.customer_id,
            customer_name=row.shown_name or "",
            text=row.text,
            due=Due(day=row.due_on, at=row.due_at),
            remember=row.remember or "",
        )
        for row in rows
    )


def due_entries(connection: Connection, ids: Sequence[int]) -> tuple[DueEntry, ...]:
    """Open promises as calendars show them, the one that is due first at the head.

    Args:
        connection: to the file.
        ids: of promises; those that have ended or are in the bin are left out.
    """
    found: list[DueEntry] = []
    for start in range(0, len(ids), _PIECE):
        found += _entries(connection, tuple(ids[start : start + _PIECE]))
    return tuple(sorted(found, key=lambda entry: (entry.due.day, entry.ref)))


def open_promise_ids(connection: Connection) -> tuple[int, ...]:
    """All open promises, the one that is due first at the head."""
    this = promises.c
    rows = connection.execute(select(this.id).where(_OPEN).order_by(this.due_on, this.id))
    return tuple(row.id for row in rows)


def _entries(connection: Connection, ids: Sequence[int]) -> list[DueEntry]:
    this = promises.c
    moves = (
        select(func.count())
        .where(promise_moves.c.promise_id == this.id)
        .scalar_subquery()
        .label("moves")
    )
    rows = connection.execute(
        select(
            this.ref,
            this.text,
            customers.c.shown_name,
            this.job_ref,
            this.due_on,
            this.due_at,
            moves,
        )
        .select_from(promises.outerjoin(customers, this.customer_id == customers.c.id))
        .where(_OPEN, this.id.in_(ids))
    )
    return [
        DueEntry(
            ref=row.ref,
            text=row.text,
            customer_name=row.shown_name or "",
            job_ref=row.job_ref,
            due=Due(day=row.due_on, at=row.due_at),
            moves=row.moves,
        )
        for row in rows
    ]
