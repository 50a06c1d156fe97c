# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The cases of a standard as a list names them: reference, day and whose it is."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, literal, select

from servicedesk.domain.kinds import Kind
from servicedesk.store.complaints import complaints
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises

_AT_ONCE = 500
"""Records that one statement asks for."""

Named = tuple[str, date | datetime, str]
"""The reference ("" for a contact, which has none), when it was, and the customer's name."""


def case_lines(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, Named]:
    """Reference, day or moment in UTC, and customer of records, by their number.

    Args:
        connection: reads the file.
        kind: PROMISE, COMPLAINT or CONTACT.
        ids: of one kind.
    """
    table, columns = _COLUMNS[kind]
    found: dict[int, Named] = {}
    for some in _parts(ids):
        rows = connection.execute(
            select(table.c.id, *columns, func.coalesce(customers.c.shown_name, "").label("name"))
            .outerjoin(customers, customers.c.id == table.c.customer_id)
            .where(table.c.id.in_(some))
        )
        for row in rows:
            number, ref, when, called, name = tuple(row)
            found[number] = (ref, when, name or called)
    return found


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(ids), _AT_ONCE):
        yield ids[first : first + _AT_ONCE]


_NOTHING: ColumnElement[object] = literal("")
_COLUMNS: dict[Kind, tuple[Table, tuple[ColumnElement[Any], ...]]] = {
    Kind.PROMISE: (
        promises,
        (promises.c.ref, func.coalesce(promises.c.counts_on, promises.c.due_on), _NOTHING),
    ),
    Kind.COMPLAINT: (complaints, (complaints.c.ref, complaints.c.received_on, complaints.c.called)),
    Kind.CONTACT: (contacts, (_NOTHING, contacts.c.at, _NOTHING)),
}
