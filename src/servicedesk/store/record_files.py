# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which attachments belong to which record, under which name."""

from sqlalchemy import Column, ForeignKey, Index

from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Words

record_files = CATALOGUE.declare(
    "record_files",
    Column("kind", Coded(Kind), nullable=False),
    Column("record_id", Id(), nullable=False),
    Column("attachment_id", Id(), ForeignKey("attachments.id"), nullable=False),
    Column("thumbnail_id", Id(), ForeignKey("attachments.id"), nullable=True),
    Column("name", Words(), nullable=False),
    Column("added_on", Day(), nullable=False),
    Index("ix_record_files_kind_record_id", "kind", "record_id"),
    Index("ix_record_files_attachment_id", "attachment_id"),
    record=RecordInfo(
        kind=Kind.ATTACHMENT,
        label_column="name",
        person_columns=("name",),
        search_columns=("name",),
    ),
)
