# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By what the customers there are can be known again when a list is brought in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from servicedesk.domain.customers import ReachKind
from servicedesk.store.customers import customer_addresses, customer_reaches, customers

_WHO = select(customers.c.id, customers.c.ref, customers.c.name, customers.c.is_organisation).where(
    customers.c.merged_into_id.is_(None), customers.c.binned_at.is_(None)
)
_REACHES = select(
    customer_reaches.c.customer_id, customer_reaches.c.kind, customer_reaches.c.normal
)
_CODES = select(customer_addresses.c.customer_id, customer_addresses.c.normal).where(
    customer_addresses.c.normal != ""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBy:
    """By what one customer is known.

    Args:
        id: of the customer.
        ref: such as "K-0001".
        name: as written; may be empty.
        is_organisation: a firm's.
        emails, phones, postcodes: in the form in which they are compared.
    """

    id: int
    ref: str
    name: str
    is_organisation: bool
    emails: frozenset[str]
    phones: frozenset[str]
    postcodes: frozenset[str]


def known_customers(connection: Connection) -> Iterator[KnownBy]:
    """Every customer who is neither in the bin nor merged into another; three statements."""
    emails: defaultdict[int, set[str]] = defaultdict(set)
    phones: defaultdict[int, set[str]] = defaultdict(set)
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for customer_id, kind, normal in connection.execute(_REACHES):
        (emails if kind is ReachKind.EMAIL else phones)[customer_id].add(normal)
    for customer_id, normal in connection.execute(_CODES):
        codes[customer_id].add(normal)
    for customer_id, ref, name, is_organisation in connection.execute(_WHO):
        yield KnownBy(
            id=customer_id,
            ref=ref,
            name=name,
            is_organisation=is_organisation,
            emails=frozenset(emails[customer_id]),
            phones=frozenset(phones[customer_id]),
            postcodes=frozenset(codes[customer_id]),
        )


def record_rows(connection: Connection, table: Table) -> Iterator[Mapping[str, object]]:
    """Every row of a table that is not in the bin, by column."""
    wanted = select(table).order_by(table.c.id)
    if "binned_at" in table.c:
        wanted = wanted.where(table.c.binned_at.is_(None))
    yield from (dict(row) for row in connection.execute(wanted).mappings())


def refs_there(connection: Connection, table: Table) -> set[str]:
    """The references of all rows of a table, be they in the bin."""
    return set(connection.scalars(select(table.c.ref)))


def numbers_there(connection: Connection) -> set[int]:
    """The numbers of all customers that there ever were and are still kept."""
    return set(connection.scalars(select(customers.c.id)))
