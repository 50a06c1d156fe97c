# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search index is made of: the words of records, read from their tables as they are now.

A record in the bin has none. A customer who was merged into another one keeps a name to be found
by, which leads to the other.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_docs import Doc, customer_doc, number_form, plain_doc
from servicedesk.store.asking import ask

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
SELECT id, text, check_note, evidence FROM actions WHERE id IN (SELECT value FROM json_each(?))
"""
_CONTACTS = """
SELECT id, text FROM contacts
WHERE binned_at IS NULL AND id IN (SELECT value FROM json_each(?))
"""
_LETTERS = """
SELECT id, ref, title, body FROM letters WHERE id IN (SELECT value FROM json_each(?))
"""
_FEEDBACK = """
SELECT id, ref, called, reach, source, text, better, staff, answer, follow_up_note FROM feedback
WHERE binned_at IS NULL AND id IN (SELECT value FROM json_each(?))
"""

_Found = tuple[Any, ...]


def _parts(joined: str | None) -> list[str]:
    return joined.split(_GAP) if joined else []


def _customer(row: _Found) -> Doc:
    ref, name, shown_name, ask_for, remember, notes, own, heard_from, *joined = row[1:]
    phones, emails, postcodes, lines, tags = map(_parts, joined)
    return customer_doc(
        ref=ref,
        names=(name or shown_name, ask_for),
        phones=phones,
        emails=emails,
        postcodes=postcodes,
        texts=(*lines, *tags, remember, notes, heard_from),
        own=own,
    )


def _promise(row: _Found) -> Doc:
    ref, job_ref, *texts, own = row[1:]
    return plain_doc(refs=(ref, job_ref), texts=texts, own=own)


def _complaint(row: _Found) -> Doc:
    ref, called, job_ref, text, product, notes, own, *found = row[1:]
    return plain_doc(
        refs=(ref, job_ref, called),
        texts=(text, product, notes, *(part or "" for part in found)),
        own=own,
    )


def _action(row: _Found) -> Doc:
    return plain_doc(refs=(), texts=row[1:])


def _contact(row: _Found) -> Doc:
    return plain_doc(refs=(), texts=row[1:])


def _letter(row: _Found) -> Doc:
    ref, title, body = row[1:]
    return plain_doc(refs=(ref, title), texts=(body,))


def _feedback(row: _Found) -> Doc:
    ref, called, reach, *texts = row[1:]
    number = "" if "@" in reach else number_form(reach)
    return plain_doc(refs=(ref, called, reach, number), texts=texts)


_READERS: Mapping[Kind, tuple[str, Callable[[_Found], Doc]]] = MappingProxyType(
    {
        Kind.CUSTOMER: (_CUSTOMERS, _customer),
        Kind.PROMISE: (_PROMISES, _promise),
        Kind.CONTACT: (_CONTACTS, _contact),
        Kind.LETTER: (_LETTERS, _letter),
        Kind.COMPLAINT: (_COMPLAINTS, _complaint),
        Kind.ACTION: (_ACTIONS, _action),
        Kind.FEEDBACK: (_FEEDBACK, _feedback),
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
        Kind.FEEDBACK: "feedback",
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
    rows = ask(connection, statement, (json.dumps(list(ids)),))
    return {row[0]: made_of(row) for row in rows}
