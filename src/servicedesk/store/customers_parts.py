# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Everything that points to a customer, in whichever table: what merging moves and emptying frees.

The tables are found by what they declare, so that a new one is moved and freed without a line here.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from sqlalchemy import Connection, bindparam, func, select

from servicedesk.domain.customers import ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_visits,
    customers,
)
from servicedesk.store.customers_reading import Handle
from servicedesk.store.promises import promises
from servicedesk.store.record_files import record_files
from servicedesk.store.records import CATALOGUE

Part = tuple[Handle, int]
"""A table and one of its rows."""


@cache
def pointing() -> tuple[tuple[Handle, str], ...]:
    """Every table but the customers' own with the column that names a customer."""
    return tuple(
        (table, key.parent.name)
        for table in CATALOGUE
        if table is not customers
        for key in table.foreign_keys
        if key.column.table is customers
    )


def parts_of(connection: Connection, ids: Sequence[int]) -> Iterator[Part]:
    """The rows that are a part of these customers and nothing without them; files among them."""
    for table, name in pointing():
        if CATALOGUE.record(table).owner_column == name:
            yield from _rows(connection, table, name, ids)
    yield from files_of(connection, ids)


def released_by(
    connection: Connection, ids: Sequence[int]
) -> Iterator[tuple[Handle, int, dict[str, object]]]:
    """The rows that are records of their own, with what has them name nobody."""
    for table, name in pointing():
        if CATALOGUE.record(table).owner_column != name:
            for _, row in _rows(connection, table, name, ids):
                yield table, row, {name: None}


def moved_from(
    connection: Connection, ids: Sequence[int], to: int
) -> Iterator[tuple[Handle, int, dict[str, object]]]:
    """Every row that names one of these customers, with what has it name another."""
    for table, name in pointing():
        for _, row in _rows(connection, table, name, ids):
            yield table, row, {name: to}
    for table, row in files_of(connection, ids):
        yield table, row, {"record_id": to}


def files_of(connection: Connection, ids: Sequence[int]) -> list[Part]:
    """The rows of files that lie with these customers."""
    wanted = select(record_files.c.id).where(
        record_files.c.kind == Kind.CUSTOMER, record_files.c.record_id.in_(ids)
    )
    return [(record_files, row) for row in connection.scalars(wanted)]


def open_promises(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many open promises each of these customers has; those without any are left out."""
    wanted = (
        select(promises.c.customer_id, func.count())
        .where(
            promises.c.customer_id.in_(ids),
            promises.c.outcome.is_(None),
            promises.c.binned_at.is_(None),
        )
        .group_by(promises.c.customer_id)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}


def open_complaints(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many open complaints each of these customers has; those without any are left out."""
    wanted = (
        select(complaints.c.customer_id, func.count())
        .where(complaints.c.customer_id.in_(ids), OPEN)
        .group_by(complaints.c.customer_id)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}


def visit_of(connection: Connection, customer_id: int, day: date) -> int | None:
    """The row of a customer's visit on a day, or None."""
    return connection.execute(_VISIT, {"customer": customer_id, "day": day}).scalar()


def visits_of(connection: Connection, customer_id: int) -> list[tuple[int, date, bool]]:
    """A customer's visits: row, day, whether they bought something else."""
    visit = customer_visits.c
    wanted = select(visit.id, visit.day, visit.bought_else).where(visit.customer_id == customer_id)
    return [(row.id, row.day, row.bought_else) for row in connection.execute(wanted)]


def reach_ids(connection: Connection, customer_id: int) -> dict[tuple[ReachKind, str], int]:
    """The rows of a customer's phones and e-mail addresses, by kind and normal form."""
    reach = customer_reaches.c
    wanted = select(reach.kind, reach.normal, reach.id).where(reach.customer_id == customer_id)
    return {(row.kind, row.normal): row.id for row in connection.execute(wanted)}


def address_ids(connection: Connection, customer_id: int) -> dict[tuple[str, str], int]:
    """The rows of a customer's addresses, by lines and normal postcode."""
    place = customer_addresses.c
    wanted = select(place.lines, place.normal, place.id).where(place.customer_id == customer_id)
    return {(row.lines, row.normal): row.id for row in connection.execute(wanted)}


def merged_into(connection: Connection, customer_id: int) -> list[int]:
    """Numbers of those who were merged into a customer."""
    wanted = select(customers.c.id).where(customers.c.merged_into_id == customer_id)
    return list(connection.scalars(wanted))


_VISIT = select(customer_visits.c.id).where(
    customer_visits.c.customer_id == bindparam("customer"),
    customer_visits.c.day == bindparam("day"),
)


def _rows(connection: Connection, table: Handle, name: str, ids: Sequence[int]) -> list[Part]:
    wanted = select(table.c.id).where(table.c[name].in_(ids)).order_by(table.c.id)
    return [(table, row) for row in connection.scalars(wanted)]
