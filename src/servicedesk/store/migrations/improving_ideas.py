# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: ideas seen elsewhere, and the one-page service plan."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_ideas(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "ideas",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("what", Words(), nullable=False),
        sa.Column("seen_at", Words(), nullable=False),
        sa.Column("seen_on", Day(), nullable=True),
        sa.Column("try_by", Day(), nullable=True),
        sa.Column("tried_on", Day(), nullable=True),
        sa.Column("verdict", _CODE, nullable=True),
        sa.Column("note", Words(), nullable=False),
        **_KIND,
    )
    op.create_table(
        "service_plans",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("decides", Words(), nullable=False),
        sa.Column("stands_in", Words(), nullable=False),
        sa.Column("put_right", Words(), nullable=False),
        **_KIND,
    )
    op.create_table(
        "service_plan_lines",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("plan_id", Id(), nullable=False),
        sa.Column("is_aim", YesNo(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("more", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["service_plans.id"], name="fk_service_plan_lines_plan_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_service_plan_lines_plan_id", "service_plan_lines", ["plan_id", "is_aim", "position"]
    )
