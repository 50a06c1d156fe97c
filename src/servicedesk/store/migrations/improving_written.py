# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: papers written for the owner, changed by the owner, printed."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Words

if TYPE_CHECKING:
    from alembic.operations import Operations


def make_written(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "written_papers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("paper", Coded(StrEnum), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("based_on", Words(), nullable=False),
        sa.UniqueConstraint("paper", name="uq_written_papers_paper"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "written_prints",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("paper", Coded(StrEnum), nullable=False),
        sa.Column("printed_on", Day(), nullable=False),
        sa.UniqueConstraint("paper", name="uq_written_prints_paper"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
