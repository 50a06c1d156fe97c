# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: management reviews with their decisions."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_reviews(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "reviews",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("begun_on", Day(), nullable=False),
        sa.Column("first", Day(), nullable=False),
        sa.Column("last", Day(), nullable=False),
        sa.Column("held_on", Day(), nullable=True),
        sa.Column("present", Words(), nullable=False),
        sa.Column("findings", Words(), nullable=False),
        sa.Column("changes_charter", YesNo(), nullable=True),
        sa.Column("charter_change", Words(), nullable=False),
        sa.Column("next_on", Day(), nullable=True),
        sa.Column("finished_on", Day(), nullable=True),
        **_KIND,
    )
    op.create_table(
        "review_inputs",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("review_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("topic", _CODE, nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_inputs_review_id"),
        **_KIND,
    )
    op.create_index("ix_review_inputs_review_id", "review_inputs", ["review_id", "position"])
    op.create_table(
        "review_decisions",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("review_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("due_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.id"], name="fk_review_decisions_review_id"
        ),
        **_KIND,
    )
    op.create_index("ix_review_decisions_review_id", "review_decisions", ["review_id", "position"])
