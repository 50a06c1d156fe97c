# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The fifth schema: the words of records, and two indexes by which they are found.

Both stay empty here: the program fills them when it first finds them so.
"""

from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Id, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_WORDS = """CREATE VIRTUAL TABLE search_words USING fts5(
  title, text, content='search_docs', content_rowid='id',
  tokenize='ascii', prefix='1 2 3', detail='column'
)"""
_PARTS = """CREATE VIRTUAL TABLE search_parts USING fts5(
  title, content='search_docs', content_rowid='id',
  tokenize='trigram case_sensitive 1', detail='none'
)"""


def upgrade(op: "Operations") -> None:
    """Make the table, then what hangs on it."""
    op.create_table(
        "search_docs",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("title", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.execute(sa.text(_WORDS))
    op.execute(sa.text(_PARTS))
    for table in ("search_words", "search_parts"):
        op.execute(sa.text(f"INSERT INTO {table}({table}, rank) VALUES ('secure-delete', 1)"))


REVISION = Revision(number=5, upgrade=upgrade)
