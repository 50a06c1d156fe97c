# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of the forgotten, as kept: numbers and days, nothing that tells who they were.

How an old backup is searched for them: the number of a row is never given twice in one file, but a
restored file may give it to somebody else later on. So each line has a mark besides, made from the
line of the journal that added the row: its number and its moment, to the microsecond. A row whose
number and mark are the same is the same row, in whichever backup it lies, however old its schema.
"""

from sqlalchemy import Column, Connection, UniqueConstraint, select

from servicedesk.domain.forgetting import Erasing, ErasureCard, ErasureWhy
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Words

erasures = CATALOGUE.declare(
    "erasures",
    Column("mark", Words(), nullable=False),
    Column("kind", Coded(Kind), nullable=False),
    Column("record_id", Id(), nullable=False),
    Column("ref", Words(), nullable=False),
    Column("how", Coded(Erasing), nullable=False),
    Column("why", Coded(ErasureWhy), nullable=False),
    Column("erased_on", Day(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("stands_in", Words(), nullable=False),
    UniqueConstraint("mark"),
    record=RecordInfo(kind=Kind.ERASURE, label_column="ref", undoable=False),
)


def erasure_cards(connection: Connection) -> tuple[ErasureCard, ...]:
    """Everybody on the list, the last at the head."""
    rows = connection.execute(select(erasures).order_by(erasures.c.id.desc())).mappings()
    return tuple(ErasureCard(**row) for row in rows)
