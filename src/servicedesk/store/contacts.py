# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts with customers as kept; those with a next date are enquiries."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, func, select, text

from servicedesk.domain.contacts import ContactCard, ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import customers
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

contacts = CATALOGUE.declare(
    "contacts",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("text", Words(), nullable=False),
    Column("channel", Coded(Channel), nullable=False),
    Column("is_incoming", YesNo(), nullable=False),
    Column("at", Moment(), nullable=False),
    Column("written_at", Moment(), nullable=False),
    Column("answered_minutes", Whole(), nullable=True),
    Column("is_sorted", YesNo(), nullable=False),
    Column("next_on", Day(), nullable=True),
    Column("answered_on", Day(), nullable=True),
    Column("by_whom", Words(), nullable=False),
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=True),
    Column("letter_id", Id(), ForeignKey("letters.id"), nullable=True),
    Column("binned_at", Moment(), nullable=True),
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Index("ix_contacts_customer_id", "customer_id", "at"),
    Index("ix_contacts_at", "at"),
    Index(
        "ix_contacts_came",
        *("at", "channel", "answered_minutes", "is_incoming", "binned_at"),
        sqlite_where=text("is_incoming = 1 AND binned_at IS NULL"),
    ),
    Index(
        "ix_contacts_open",
        "next_on",
        "id",
        sqlite_where=text(
            "next_on IS NOT NULL AND answered_on IS NULL AND promise_id IS NULL "
            "AND binned_at IS NULL"
        ),
    ),
    Index("ix_contacts_promise_id", "promise_id"),
    Index("ix_contacts_letter_id", "letter_id"),
    Index("ix_contacts_binned_at", "binned_at"),
    Index("ix_contacts_complaint_id", "complaint_id"),
    record=RecordInfo(
        kind=Kind.CONTACT,
        label_column="text",
        person_columns=("text",),
        search_columns=("text",),
    ),
)

_CARDS = select(
    contacts,
    func.coalesce(customers.c.shown_name, "").label("customer_name"),
    func.coalesce(customers.c.remember, "").label("remember"),
).select_from(contacts.outerjoin(customers, contacts.c.customer_id == customers.c.id))


def contact(connection: Connection, contact_id: int) -> ContactCard | None:
    """A contact by its number, one in the bin too; None when there is none."""
    row = connection.execute(_CARDS.where(contacts.c.id == contact_id)).first()
    return None if row is None else _card(row)


def enquiries(connection: Connection, *, is_open: bool, limit: int) -> tuple[ContactCard, ...]:
    """Enquiries, in one statement.

    Args:
        connection: reads the file.
        is_open: those that wait, the longest due first; else those that had their answer or
            became a promise, the newest first.
        limit: how many at most.
    """
    asked = contacts.c.next_on.is_not(None)
    kept = contacts.c.binned_at.is_(None)
    if is_open:
        waiting = (contacts.c.answered_on.is_(None), contacts.c.promise_id.is_(None))
        wanted = _CARDS.where(asked, *waiting, kept).order_by(contacts.c.next_on, contacts.c.id)
    else:
        ended = func.coalesce(contacts.c.answered_on, contacts.c.promise_id).is_not(None)
        wanted = _CARDS.where(asked, ended, kept).order_by(contacts.c.at.desc())
    return tuple(map(_card, connection.execute(wanted.limit(limit))))


def binned_contacts(
    connection: Connection, before: datetime | None = None
) -> tuple[ContactCard, ...]:
    """What lies in the bin, what was put there last first.

    Args:
        connection: reads the file.
        before: only what was put there before this moment.
    """
    wanted = _CARDS.where(contacts.c.binned_at.is_not(None))
    if before is not None:
        wanted = wanted.where(contacts.c.binned_at < before)
    rows = connection.execute(wanted.order_by(contacts.c.binned_at.desc()))
    return tuple(map(_card, rows))


def contacts_about(connection: Connection, complaint_id: int) -> tuple[ContactCard, ...]:
    """The contacts about a complaint that are not in the bin, the first one at the head."""
    about = (contacts.c.complaint_id == complaint_id, contacts.c.binned_at.is_(None))
    rows = connection.execute(_CARDS.where(*about).order_by(contacts.c.at, contacts.c.id))
    return tuple(map(_card, rows))


def first_contact_about(connection: Connection, complaint_id: int) -> datetime | None:
    """The moment of the first contact about a complaint after it came, in UTC, or None."""
    found: datetime | None = connection.scalar(
        select(func.min(contacts.c.at))
        .join(complaints, contacts.c.complaint_id == complaints.c.id)
        .where(
            contacts.c.complaint_id == complaint_id,
            contacts.c.binned_at.is_(None),
            contacts.c.at >= complaints.c.received_at,
        )
    )
    return found


def contact_values(draft: ContactDraft) -> dict[str, object]:
    """What is written for a contact, by column."""
    return {
        "customer_id": draft.customer_id,
        "text": draft.text,
        "channel": draft.channel,
        "is_incoming": draft.is_incoming,
        "at": draft.at,
        "answered_minutes": draft.answered_minutes,
        "is_sorted": draft.is_sorted,
        "next_on": draft.next_on,
        "by_whom": draft.by_whom,
        "complaint_id": draft.complaint_id,
    }


def _card(row: Row[Any]) -> ContactCard:
    return ContactCard(
        id=row.id,
        draft=ContactDraft(
            customer_id=row.customer_id,
            text=row.text,
            channel=row.channel,
            is_incoming=row.is_incoming,
            at=row.at,
            answered_minutes=row.answered_minutes,
            is_sorted=row.is_sorted,
            next_on=row.next_on,
            by_whom=row.by_whom,
            complaint_id=row.complaint_id,
        ),
        customer_name=row.customer_name,
        promise_id=row.promise_id,
        answered_on=row.answered_on,
        letter_id=row.letter_id,
        written_at=row.written_at,
        binned_at=row.binned_at,
        remember=row.remember,
    )
