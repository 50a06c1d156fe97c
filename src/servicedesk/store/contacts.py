# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts with customers as kept; those with a next date are enquiries."""

from sqlalchemy import Column, ForeignKey, Index, text

from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
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
    Index("ix_contacts_customer_id", "customer_id", "at"),
    Index("ix_contacts_at", "at"),
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
    record=RecordInfo(
        kind=Kind.CONTACT,
        label_column="text",
        person_columns=("text",),
        search_columns=("text",),
    ),
)
