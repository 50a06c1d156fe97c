# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which attachments belong to which record, under which name."""

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_files import FileCard
from servicedesk.store.attachments import attachments
from servicedesk.store.complaints import complaints
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises
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

_HOLDERS = {
    Kind.CUSTOMER: customers,
    Kind.CONTACT: contacts,
    Kind.PROMISE: promises,
    Kind.COMPLAINT: complaints,
}
"""Kinds of record that files lie with, and where each is kept."""

_CARDS = select(
    record_files,
    attachments.c.size,
    attachments.c.media_type,
).join(attachments, attachments.c.id == record_files.c.attachment_id)


def files_of(connection: Connection, kind: Kind, record_id: int) -> tuple[FileCard, ...]:
    """The files of a record, in the order in which they were added."""
    of_record = (record_files.c.kind == kind, record_files.c.record_id == record_id)
    rows = connection.execute(_CARDS.where(*of_record).order_by(record_files.c.id))
    return tuple(map(_card, rows))


def file_by(connection: Connection, file_id: int) -> FileCard | None:
    """A file by the number of its place with a record, or None."""
    row = connection.execute(_CARDS.where(record_files.c.id == file_id)).first()
    return None if row is None else _card(row)


def attachment_ids(connection: Connection, file_id: int) -> tuple[int, int | None] | None:
    """The numbers of the content of a file and of its small picture, or None for no file."""
    wanted = select(record_files.c.attachment_id, record_files.c.thumbnail_id)
    row = connection.execute(wanted.where(record_files.c.id == file_id)).first()
    return None if row is None else (row.attachment_id, row.thumbnail_id)


def same_file(
    connection: Connection, kind: Kind, record_id: int, attachment_id: int
) -> FileCard | None:
    """The file of a record that has this content already, or None."""
    row = connection.execute(
        _CARDS.where(
            record_files.c.kind == kind,
            record_files.c.record_id == record_id,
            record_files.c.attachment_id == attachment_id,
        )
    ).first()
    return None if row is None else _card(row)


def holds_files(connection: Connection, kind: Kind, record_id: int) -> bool:
    """Whether there is such a record, of a kind that files lie with."""
    table = _HOLDERS.get(kind)
    if table is None:
        return False
    return connection.scalar(select(table.c.id).where(table.c.id == record_id)) is not None


def _card(row: Row[Any]) -> FileCard:
    return FileCard(
        id=row.id,
        kind=row.kind,
        record_id=row.record_id,
        name=row.name,
        size=row.size,
        media_type=row.media_type,
        added_on=row.added_on,
        has_thumbnail=row.thumbnail_id is not None,
    )
