# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: the log of breaches."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_breaches(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "breaches",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("what", Words(), nullable=False),
        sa.Column("known_at", Moment(), nullable=False),
        sa.Column("happened_on", Day(), nullable=True),
        sa.Column("people", Whole(), nullable=True),
        sa.Column("risk", _CODE, nullable=True),
        sa.Column("reported_at", Moment(), nullable=True),
        sa.Column("told_on", Day(), nullable=True),
        sa.Column("whose", Words(), nullable=False),
        sa.Column("data", Words(), nullable=False),
        sa.Column("effects", Words(), nullable=False),
        sa.Column("risk_why", Words(), nullable=False),
        sa.Column("report_ref", Words(), nullable=False),
        sa.Column("late_why", Words(), nullable=False),
        sa.Column("no_report_why", Words(), nullable=False),
        sa.Column("told_how", Words(), nullable=False),
        sa.Column("no_tell_why", Words(), nullable=False),
        sa.Column("did", Words(), nullable=False),
        sa.Column("logged_on", Day(), nullable=False),
        sa.Column("closed_on", Day(), nullable=True),
        **_KIND,
    )
