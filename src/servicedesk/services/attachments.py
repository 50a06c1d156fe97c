# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files that people attach: taken in by their content, kept in pieces, given back whole.

It works inside a change or a read that somebody else has opened.
"""

import secrets
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import attachments as kept

_ID_BITS = 53


def attach(unit: Unit, content: BinaryIO, *, name: str, media_type: str) -> int:
    """Take in a file; content that is there already is not kept a second time.

    Args:
        unit: the change it is part of.
        content: open for reading, and able to go back to its beginning. It is read twice, a
            piece at a time.
        name: shown to people, never used as a path; the first name stays.
        media_type: such as ``image/png``.

    Returns:
        The number of the attachment.

    Raises:
        Trouble: ``attachment_unsteady`` when the content changed while it was read.
    """
    whole, size = _weigh(content)
    known = kept.attachment_with(unit.connection, whole)
    if known is not None:
        return known
    values = {"sha256": whole, "name": name, "size": size, "media_type": media_type}
    attachment_id = unit.insert(kept.attachments, {"id": secrets.randbits(_ID_BITS), **values})
    digest = sha256()
    for number, piece in enumerate(_pieces(content)):
        digest.update(piece)
        unit.insert(
            kept.attachment_pieces,
            {"attachment_id": attachment_id, "number": number, "piece": piece},
        )
    if digest.hexdigest() != whole:
        raise Trouble("attachment_unsteady", name=name)
    return attachment_id


def read_attachment(connection: Reading, attachment_id: int) -> Iterator[bytes]:
    """Give an attachment back, one piece of at most 1 MiB at a time.

    Args:
        connection: of a read or of a change.
        attachment_id: its number.

    Raises:
        Refusal: ``record_gone`` when there is none of that number.
        Trouble: ``attachment_damaged``, after the last piece, when it is not what came in.
    """
    card = kept.attachment(connection, attachment_id)
    if card is None:
        raise Refusal("record_gone", record=kept.attachments.name)
    digest = sha256()
    for piece in kept.pieces_of(connection, attachment_id):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != card.sha256:
        raise Trouble("attachment_damaged", name=card.name)


def _weigh(content: BinaryIO) -> tuple[str, int]:
    digest, size = sha256(), 0
    for piece in _pieces(content):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def _pieces(content: BinaryIO) -> Iterator[bytes]:
    content.seek(0)
    while piece := content.read(kept.PIECE):
        yield piece
