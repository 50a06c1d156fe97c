# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Records whose time of being kept runs; those that were emptied before are left out."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from servicedesk.domain.clearing import MOST, Candidate
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.store.holds import held_customers, held_promises

_EMPTIED = "NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.kind = '{kind}' AND e.record_id = t.id)"
_NOBODYS = (
    _EMPTIED + " AND NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.kind = 'customer'"
    " AND e.record_id = t.customer_id AND e.how = 'forget')"
)

_LAST = """max(t.added_on, coalesce(t.last_visit_on, ''), coalesce(t.first_visit_on, ''),
  coalesce((SELECT max(v.day) FROM customer_visits AS v WHERE v.customer_id = t.id), ''),
  coalesce((SELECT max(substr(n.at, 1, 10)) FROM contacts AS n WHERE n.customer_id = t.id), ''),
  coalesce((SELECT max(coalesce(p.ended_on, p.due_on)) FROM promises AS p
    WHERE p.customer_id = t.id), ''),
  coalesce((SELECT max(coalesce(o.closed_on, o.received_on)) FROM complaints AS o
    WHERE o.customer_id = t.id), ''),
  coalesce((SELECT max(f.given_on) FROM feedback AS f WHERE f.customer_id = t.id), ''),
  coalesce((SELECT max(l.issued_on) FROM letters AS l WHERE l.customer_id = t.id), ''))"""
"""The last day on which anything is noted of a customer: the program keeps no invoices."""

_IDLE = f"""
SELECT * FROM (SELECT t.id, t.ref, t.shown_name, {_LAST} AS day, t.id AS whose, '' AS held
FROM customers AS t WHERE t.added_on <= :limit AND t.status = '{{status}}'
  AND t.merged_into_id IS NULL AND {_EMPTIED.format(kind="customer")}
  AND NOT EXISTS (SELECT 1 FROM promises AS p WHERE p.customer_id = t.id
    AND p.outcome IS NULL AND p.binned_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM complaints AS o WHERE o.customer_id = t.id
    AND (o.stage NOT IN ('closed', 'withdrawn', 'duplicate') OR o.legal_hold <> '')))
WHERE day <= :limit
"""
_COMPLAINED = f"""
SELECT t.id, t.ref, coalesce(c.shown_name, t.called), t.closed_on, t.customer_id, t.legal_hold
FROM complaints AS t LEFT JOIN customers AS c ON c.id = t.customer_id
WHERE t.closed_on <= :limit AND t.track {{track}} 'data_protection'
  AND t.stage IN ('closed', 'withdrawn', 'duplicate') AND {_NOBODYS.format(kind="complaint")}
"""
_PART = """
SELECT t.id, c.ref, c.shown_name, t.{day}, t.customer_id, ''
FROM {table} AS t JOIN customers AS c ON c.id = t.customer_id WHERE t.{day} <= :limit
"""

_WANTED: dict[RetainedKind, tuple[Kind, str]] = {
    RetainedKind.COMPLAINT: (Kind.COMPLAINT, _COMPLAINED.format(track="<>")),
    RetainedKind.DATA_COMPLAINT: (Kind.COMPLAINT, _COMPLAINED.format(track="=")),
    RetainedKind.PROMISE: (
        Kind.PROMISE,
        "SELECT t.id, t.ref, coalesce(c.shown_name, t.text), t.ended_on, t.customer_id, ''"
        " FROM promises AS t LEFT JOIN customers AS c ON c.id = t.customer_id"
        " WHERE t.ended_on <= :limit AND t.outcome IS NOT NULL"
        f" AND {_NOBODYS.format(kind='promise')}",
    ),
    RetainedKind.CUSTOMER: (Kind.CUSTOMER, _IDLE.format(status="customer")),
    RetainedKind.ENQUIRER: (Kind.CUSTOMER, _IDLE.format(status="asked")),
    RetainedKind.FEEDBACK: (
        Kind.FEEDBACK,
        "SELECT t.id, t.ref, coalesce(c.shown_name, t.called), t.given_on, t.customer_id, ''"
        " FROM feedback AS t LEFT JOIN customers AS c ON c.id = t.customer_id"
        " WHERE t.given_on <= :limit AND t.binned_at IS NULL"
        " AND (t.customer_id IS NOT NULL OR t.called <> '' OR t.reach <> '')"
        f" AND {_NOBODYS.format(kind='feedback')}",
    ),
    RetainedKind.MARKETING_CONSENT: (
        Kind.CUSTOMER,
        _PART.format(table="consents", day="withdrawn_on"),
    ),
    RetainedKind.SUPPORT_NEED: (
        Kind.CUSTOMER,
        _PART.format(table="support_needs", day="review_on"),
    ),
    RetainedKind.SAFETY_NOTE: (Kind.CUSTOMER, _PART.format(table="safety_notes", day="ends_on")),
    RetainedKind.DATA_REQUEST: (
        Kind.DATA_REQUEST,
        "SELECT t.id, t.ref, coalesce(c.shown_name, t.called), t.ended_on, t.customer_id, ''"
        " FROM data_requests AS t LEFT JOIN customers AS c ON c.id = t.customer_id"
        f" WHERE t.ended_on <= :limit AND {_NOBODYS.format(kind='data_request')}",
    ),
    RetainedKind.BREACH: (
        Kind.BREACH,
        "SELECT t.id, '', t.what, t.logged_on, NULL, '' FROM breaches AS t"
        " WHERE t.logged_on <= :limit AND t.closed_on IS NOT NULL"
        f" AND {_EMPTIED.format(kind='breach')}",
    ),
}

PARTS: dict[RetainedKind, str] = {
    RetainedKind.MARKETING_CONSENT: "consents",
    RetainedKind.SUPPORT_NEED: "support_needs",
    RetainedKind.SAFETY_NOTE: "safety_notes",
}
"""Kinds that are a part of a customer and go by themselves, and where they lie."""


def candidates(connection: Connection, kind: RetainedKind, limit: date) -> Iterator[Candidate]:
    """Records of one kind that came to their end by a day, the longest ago first.

    Args:
        connection: reads the file.
        kind: of the table of retention; one that lies nowhere in the file has none.
        limit: the last day of the event from which the time runs.
    """
    if kind not in _WANTED:
        return
    record, statement = _WANTED[kind]
    people, promised = held_customers(connection), held_promises(connection)
    rows = connection.exec_driver_sql(
        f"{statement.replace(':limit', '?1')} ORDER BY 4, 1 LIMIT {MOST}", (limit.isoformat(),)
    )
    for number, ref, about, day, whose, held in rows:
        yield Candidate(
            kind=kind,
            record=record,
            record_id=number,
            ref=ref,
            about=about or "",
            event_on=date.fromisoformat(day),
            is_held=bool(held)
            or whose in people
            or (record is Kind.PROMISE and number in promised),
        )
