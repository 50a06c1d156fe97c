# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that were issued, each with its exact PDF; the owner's own wordings of templates."""

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint

from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Day, Id, Moment, Whole, Words, YesNo

letters = CATALOGUE.declare(
    "letters",
    Column("ref", Words(), nullable=False),
    Column("template", Words(), nullable=False),
    Column("template_version", Whole(), nullable=False),
    Column("title", Words(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=True),
    Column("issued_on", Day(), nullable=False),
    Column("written_at", Moment(), nullable=False),
    Column("fields", Words(), nullable=False),
    Column("body", Words(), nullable=False),
    Column("is_large_print", YesNo(), nullable=False),
    Column("signatory", Words(), nullable=False),
    Column("attachment_id", Id(), ForeignKey("attachments.id"), nullable=False),
    UniqueConstraint("ref"),
    Index("ix_letters_customer_id", "customer_id", "issued_on"),
    Index("ix_letters_promise_id", "promise_id"),
    record=RecordInfo(
        kind=Kind.LETTER,
        label_column="title",
        person_columns=("title", "fields", "body"),
        search_columns=("ref", "title", "body"),
        undoable=False,
    ),
)

letter_wordings = CATALOGUE.declare(
    "letter_wordings",
    Column("template", Words(), nullable=False),
    Column("based_on", Whole(), nullable=False),
    Column("body", Words(), nullable=False),
    UniqueConstraint("template"),
    record=RecordInfo(kind=Kind.LETTER, label_column="template", search_columns=("body",)),
)
