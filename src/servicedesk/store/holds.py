# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal holds as kept, and what was looked at and is kept for longer.

A complaint has had a line of its own for its hold since it was first kept; that line is read here
beside the others, and there is no second one for it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    UniqueConstraint,
    func,
    or_,
    select,
)

from servicedesk.domain.holds import HoldCard, HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Words

legal_holds = CATALOGUE.declare(
    "legal_holds",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=True),
    Column("reason", Words(), nullable=False),
    Column("since", Day(), nullable=False),
    Column("look_again_on", Day(), nullable=True),
    Column("lifted_on", Day(), nullable=True),
    Column("lifted_because", Words(), nullable=False),
    Index("ix_legal_holds_customer_id", "customer_id"),
    Index("ix_legal_holds_promise_id", "promise_id"),
    record=RecordInfo(
        kind=Kind.LEGAL_HOLD,
        label_column="reason",
        person_columns=("reason", "lifted_because"),
    ),
)

kept_longer = CATALOGUE.declare(
    "kept_longer",
    Column("kind", Coded(RetainedKind), nullable=False),
    Column("record_id", Id(), nullable=False),
    Column("until", Day(), nullable=False),
    Column("reason", Words(), nullable=False),
    Column("decided_on", Day(), nullable=False),
    UniqueConstraint("kind", "record_id"),
    record=RecordInfo(kind=Kind.LEGAL_HOLD, label_column="reason", person_columns=("reason",)),
)


def hold_cards(connection: Connection, hold_id: int | None = None) -> tuple[HoldCard, ...]:
    """Holds, those that stand before those that were lifted, the newest first.

    Args:
        connection: reads the file.
        hold_id: of the only one that is wanted; None for all, with those of complaints.
    """
    wanted = (
        select(legal_holds, customers.c.shown_name, promises.c.text, promises.c.ref)
        .outerjoin(customers, customers.c.id == legal_holds.c.customer_id)
        .outerjoin(promises, promises.c.id == legal_holds.c.promise_id)
        .order_by(legal_holds.c.lifted_on.is_not(None), legal_holds.c.id.desc())
    )
    if hold_id is not None:
        wanted = wanted.where(legal_holds.c.id == hold_id)
    found = [_card(row) for row in connection.execute(wanted)]
    if hold_id is None:
        found = [*_of_complaints(connection), *found]
    return tuple(sorted(found, key=lambda card: card.lifted_on is not None))


def _of_complaints(connection: Connection) -> list[HoldCard]:
    """The holds that stand in complaints."""
    wanted = (
        select(
            complaints.c.id,
            complaints.c.ref,
            complaints.c.received_on,
            complaints.c.legal_hold,
            func.coalesce(customers.c.shown_name, complaints.c.called).label("called"),
        )
        .outerjoin(customers, customers.c.id == complaints.c.customer_id)
        .where(complaints.c.legal_hold != "")
        .order_by(complaints.c.id.desc())
    )
    return [
        HoldCard(
            id=0,
            draft=HoldDraft(reason=row.legal_hold, since=row.received_on),
            about=", ".join(part for part in (row.ref, row.called) if part),
            complaint_id=row.id,
        )
        for row in connection.execute(wanted)
    ]


def held_customers(connection: Connection) -> Mapping[int, str]:
    """Why each customer on hold is, by number."""
    return _held(connection, "customer_id")


def held_promises(connection: Connection) -> Mapping[int, str]:
    """Why each promise on hold is, by number."""
    return _held(connection, "promise_id")


def _held(connection: Connection, column: str) -> dict[int, str]:
    subject = legal_holds.c[column]
    wanted = select(subject, legal_holds.c.reason).where(
        subject.is_not(None), legal_holds.c.lifted_on.is_(None)
    )
    return {row[0]: row[1] for row in connection.execute(wanted.order_by(legal_holds.c.id.desc()))}


_HELD = """
WITH own(id) AS (
  SELECT customer_id FROM legal_holds WHERE customer_id IS NOT NULL AND lifted_on IS NULL),
people(id) AS (
  SELECT id FROM own UNION SELECT c.id FROM customers AS c
    WHERE c.merged_into_id IN (SELECT id FROM own)),
told(id) AS (
  SELECT id FROM complaints WHERE legal_hold <> '' OR customer_id IN (SELECT id FROM people)),
said(id) AS (
  SELECT promise_id FROM legal_holds WHERE promise_id IS NOT NULL AND lifted_on IS NULL
  UNION SELECT id FROM promises WHERE customer_id IN (SELECT id FROM people)
    UNION SELECT promise_id FROM complaint_remedies
    WHERE complaint_id IN (SELECT id FROM told))
SELECT 'complaints', id FROM told UNION SELECT 'promises', id FROM said
UNION SELECT 'customers', id FROM people
UNION SELECT 'customers', customer_id FROM complaints WHERE id IN (SELECT id FROM told)
UNION SELECT 'customers', customer_id FROM promises WHERE id IN (SELECT id FROM said)
UNION SELECT 'contacts', id FROM contacts WHERE customer_id IN (SELECT id FROM people)
  OR complaint_id IN (SELECT id FROM told) OR promise_id IN (SELECT id FROM said)
UNION SELECT 'feedback', id FROM feedback WHERE customer_id IN (SELECT id FROM people)
  OR complaint_id IN (SELECT id FROM told) OR about_complaint_id IN (SELECT id FROM told)
"""
"""A customer with all that is theirs; a promise or a complaint with what is about it, and whose."""


def kept_by_hold(connection: Connection) -> Mapping[str, frozenset[int]]:
    """The rows that a hold keeps, by table: nothing takes them away while it stands."""
    found: dict[str, set[int]] = {}
    for table, number in connection.exec_driver_sql(_HELD):
        if number is not None:
            found.setdefault(table, set()).add(number)
    return {table: frozenset(ids) for table, ids in found.items()}


def reasons_to_hold(connection: Connection, customer_id: int) -> tuple[str, ...]:
    """Why a customer must be kept: their own holds, and those on what is theirs."""
    own = (
        select(legal_holds.c.reason)
        .outerjoin(promises, promises.c.id == legal_holds.c.promise_id)
        .where(
            legal_holds.c.lifted_on.is_(None),
            or_(legal_holds.c.customer_id == customer_id, promises.c.customer_id == customer_id),
        )
    )
    complained = select(complaints.c.legal_hold).where(
        complaints.c.customer_id == customer_id, complaints.c.legal_hold != ""
    )
    found = [*connection.scalars(own), *connection.scalars(complained)]
    return tuple(dict.fromkeys(found))


def kept_until(connection: Connection) -> Mapping[tuple[RetainedKind, int], date]:
    """What was looked at and is kept for longer: until when, by kind and number."""
    rows = connection.execute(
        select(kept_longer.c.kind, kept_longer.c.record_id, kept_longer.c.until)
    )
    return {(RetainedKind(row.kind), row.record_id): row.until for row in rows}


def kept_longer_row(connection: Connection, kind: RetainedKind, record_id: int) -> int | None:
    """The row that says so of one record, or None."""
    return connection.scalar(
        select(kept_longer.c.id).where(
            kept_longer.c.kind == kind, kept_longer.c.record_id == record_id
        )
    )


def hold_values(draft: HoldDraft) -> dict[str, object]:
    """What is written for a hold, by column."""
    return {
        "customer_id": draft.customer_id,
        "promise_id": draft.promise_id,
        "reason": draft.reason,
        "since": draft.since,
        "look_again_on": draft.look_again_on,
    }


def _card(row: Row[Any]) -> HoldCard:
    promise = " ".join(part for part in (row.ref, row.text) if part) if row.promise_id else ""
    return HoldCard(
        id=row.id,
        draft=HoldDraft(
            customer_id=row.customer_id,
            promise_id=row.promise_id,
            reason=row.reason,
            since=row.since,
            look_again_on=row.look_again_on,
        ),
        about=row.shown_name or promise,
        lifted_on=row.lifted_on,
        lifted_because=row.lifted_because,
    )
