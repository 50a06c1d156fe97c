# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: how the columns of a list are brought in, kept under a name."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Id, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_mappings(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "import_mappings",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("holds", _CODE, nullable=False),
        sa.Column("columns", Words(), nullable=False),
        **_KIND,
    )
