# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is shown of promises, contacts and letters that were found: a line for each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection

from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask

_PROMISES = """
SELECT p.id, p.ref, p.text, p.due_on AS day, c.shown_name AS customer,
  c.remember
FROM promises p LEFT JOIN customers c ON c.id = p.customer_id
WHERE p.binned_at IS NULL AND p.id IN (SELECT value FROM json_each(?))
"""
_CONTACTS = """
SELECT o.id, '' AS ref, o.text, substr(o.at, 1, 10) AS day, c.shown_name AS customer,
  c.remember
FROM contacts o LEFT JOIN customers c ON c.id = o.customer_id
WHERE o.binned_at IS NULL AND o.id IN (SELECT value FROM json_each(?))
"""
_LETTERS = """
SELECT l.id, l.ref, l.title AS text, l.issued_on AS day, c.shown_name AS customer,
  c.remember
FROM letters l LEFT JOIN customers c ON c.id = l.customer_id
WHERE l.id IN (SELECT value FROM json_each(?))
"""
_LINES: Mapping[Kind, str] = MappingProxyType(
    {Kind.PROMISE: _PROMISES, Kind.CONTACT: _CONTACTS, Kind.LETTER: _LETTERS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A record that was found.

    Args:
        id: of the record.
        ref: its reference; "" where it has none.
        text: what it is about.
        day: when it is due, or was.
        customer: as shown; "" for nobody.
        remember: the line to remember about them; may be empty.
    """

    id: int
    ref: str
    text: str
    day: date
    customer: str
    remember: str


def lines_of(connection: Connection, kind: Kind, ids: Sequence[int]) -> list[Line]:
    """Lines of records in the order of their numbers as given; those that are gone left out.

    Args:
        connection: reads.
        kind: PROMISE, CONTACT or LETTER.
        ids: of the records.
    """
    found = {
        number: Line(
            id=number,
            ref=ref,
            text=text,
            day=date.fromisoformat(day),
            customer=customer or "",
            remember=remember or "",
        )
        for number, ref, text, day, customer, remember in ask(
            connection, _LINES[kind], (json.dumps(list(ids)),)
        )
    }
    return [found[one] for one in ids if one in found]
