# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search index is made of: the words of records, read from their tables as they are now.

A record in the bin has none. A customer who was merged into another one keeps a name to be found
by, which leads to the other.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import Connection, Row

from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_docs import Doc, customer_doc, plain_doc

_GAP = "\x1f"

_CUSTOMERS = f"""
SELECT c.id, c.ref, c.name, c.shown_name, c.ask_for, c.remember, c.notes, c.own, c.heard_from,
  (SELECT group_concat(normal, '{_GAP}') FROM customer_reaches r
    WHERE r.customer_id = c.id AND r.kind = 'phone') AS phones,
  (SELECT group_concat(shown, '{_GAP}') FROM customer_reaches r
    WHERE r.customer_id = c.id AND r.kind = 'email') AS emails,
  (SELECT group_concat(postcode, '{_GAP}') FROM customer_addresses a
    WHERE a.customer_id = c.id) AS postcodes,
  (SELECT group_concat(lines, '{_GAP}') FROM customer_addresses a
    WHERE a.customer_id = c.id) AS lines,
  (SELECT group_concat(tag, '{_GAP}') FROM customer_tags t WHERE t.customer_id = c.id) AS tags
FROM customers c
WHERE c.binned_at IS NULL AND c.id IN (SELECT value FROM json_each(?))
"""
_PROMISES = """
SELECT id, ref, job_ref, text, condition, waiting_for, notes, own FROM promises
WHERE binned_at IS NULL AND id IN (SELECT value FROM json_each(?))
"""
_COMPLAINTS = """
SELECT c.id, c.ref, c.called, c.job_ref, c.text, c.product, c.notes, c.own,
  c.wish_words, c.acting_for, c.outcome_words, c.lessons, c.waiting_for,
  (SELECT group_concat(i.text || ' ' || i.reasons, ' ') FROM complaint_issues i
    WHERE i.complaint_id = c.id) AS issues,
  (SELECT group_concat(e.text || ' ' || e.source, ' ') FROM complaint_entries e
    WHERE e.complaint_id = c.id) AS log,
  (SELECT group_concat(r.words, ' ') FROM complaint_remedies r
    WHERE r.complaint_id = c.id) AS remedies,
  (SELECT group_concat(o.body || ' ' || o.their_ref || ' ' || o.result, ' ')
    FROM complaint_referrals o WHERE o.complaint_id = c.id) AS outside
FROM json_each(?) AS j CROSS JOIN complaints AS c ON c.id = j.value
"""
_ACTIONS = """
SELECT id, text, check_note FROM actions WHERE id IN (SELECT value FROM json_each(?))
"""
_CONTACTS = """
SELECT id, text FROM contacts
WHERE binned_at IS NULL AND id IN (SELECT value FROM json_each(?))
"""
_LETTERS = """
SELECT id, ref, title, body FROM letters WHERE id IN (SELECT value FROM json_each(?))
"""

_Found = Row[tuple[object, ...]]


def _parts(joined: str | None) -> list[str]:
    return joined.split(_GAP) if joined else []


def _customer(row: _Found) -> Doc:
    return customer_doc(
        ref=row.ref,
        names=(row.name or row.shown_name, row.ask_for),
        phones=_parts(row.phones),
        emails=_parts(row.emails),
        postcodes=_parts(row.postcodes),
        texts=(*_parts(row.lines), *_parts(row.tags), row.remember, row.notes, row.heard_from),
        own=row.own,
    )


def _promise(row: _Found) -> Doc:
    texts = (row.text, row.condition, row.waiting_for, row.notes)
    return plain_doc(refs=(row.ref, row.job_ref), texts=texts, own=row.own)


def _complaint(row: _Found) -> Doc:
    said = (row.text, row.product, row.wish_words, row.acting_for, row.notes)
    found = (row.outcome_words, row.lessons, row.waiting_for)
    parts = (row.issues, row.log, row.remedies, row.outside)
    return plain_doc(
        refs=(row.ref, row.job_ref, row.called),
        texts=(*said, *found, *(part or "" for part in parts)),
        own=row.own,
    )


def _action(row: _Found) -> Doc:
    return plain_doc(refs=(), texts=(row.text, row.check_note))


def _contact(row: _Found) -> Doc:
    return plain_doc(refs=(), texts=(row.text,))


def _letter(row: _Found) -> Doc:
    return plain_doc(refs=(row.ref, row.title), texts=(row.body,))


_READERS: Mapping[Kind, tuple[str, Callable[[_Found], Doc]]] = MappingProxyType(
    {
        Kind.CUSTOMER: (_CUSTOMERS, _customer),
        Kind.PROMISE: (_PROMISES, _promise),
        Kind.CONTACT: (_CONTACTS, _contact),
        Kind.LETTER: (_LETTERS, _letter),
        Kind.COMPLAINT: (_COMPLAINTS, _complaint),
        Kind.ACTION: (_ACTIONS, _action),
    }
)

TABLES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CUSTOMER: "customers",
        Kind.PROMISE: "promises",
        Kind.CONTACT: "contacts",
        Kind.LETTER: "letters",
        Kind.COMPLAINT: "complaints",
        Kind.ACTION: "actions",
    }
)
"""Where the records of each kind lie."""


def docs_of(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, Doc]:
    """The words of records by their numbers; of those that are gone or in the bin, none.

    Args:
        connection: reads.
        kind: one of ``search_index.SEARCHED``.
        ids: of the records.
    """
    statement, made_of = _READERS[kind]
    rows = connection.exec_driver_sql(statement, (json.dumps(list(ids)),))
    return {row.id: made_of(row) for row in rows}
