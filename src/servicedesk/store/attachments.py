# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files kept inside the file, in pieces, so that a backup and a password cover them too.

The same content is kept once, whatever names it came under. No statement ever reads or writes
more than one piece.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, Connection, ForeignKey, UniqueConstraint, select

from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Bytes, Id, Whole, Words

PIECE = 1 << 20
"""Bytes in every piece but the last: 1 MiB."""

attachments = CATALOGUE.declare(
    "attachments",
    Column("sha256", Words(), nullable=False),
    Column("name", Words(), nullable=False),
    Column("size", Whole(), nullable=False),
    Column("media_type", Words(), nullable=False),
    UniqueConstraint("sha256"),
    record=RecordInfo(
        kind=Kind.ATTACHMENT, label_column="name", person_columns=("name",), undoable=False
    ),
)

attachment_pieces = CATALOGUE.declare(
    "attachment_pieces",
    Column("attachment_id", Id(), ForeignKey("attachments.id"), nullable=False),
    Column("number", Whole(), nullable=False),
    Column("piece", Bytes(), nullable=False),
    UniqueConstraint("attachment_id", "number"),
    record=RecordInfo(kind=Kind.ATTACHMENT, undoable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentCard:
    """What is known of an attachment without reading it.

    Args:
        id: of the row, drawn at random.
        sha256: of its bytes, as 64 hexadecimal digits.
        name: under which it first came; shown, never used as a path.
        size: in bytes.
        media_type: such as ``image/png``.
    """

    id: int
    sha256: str
    name: str
    size: int
    media_type: str


def attachment(connection: Connection, attachment_id: int) -> AttachmentCard | None:
    """An attachment by its number, or None."""
    found = connection.execute(select(attachments).where(attachments.c.id == attachment_id))
    row = found.mappings().first()
    return None if row is None else AttachmentCard(**row)


def attachment_with(connection: Connection, sha256: str) -> int | None:
    """The number of the attachment that has this content, or None."""
    return connection.scalar(select(attachments.c.id).where(attachments.c.sha256 == sha256))


def pieces_of(connection: Connection, attachment_id: int) -> Iterator[bytes]:
    """The content of an attachment, one piece at a time, in order."""
    pieces = attachment_pieces.c
    number = 0
    while True:
        piece = connection.scalar(
            select(pieces.piece).where(
                pieces.attachment_id == attachment_id, pieces.number == number
            )
        )
        if piece is None:
            return
        yield piece
        number += 1
