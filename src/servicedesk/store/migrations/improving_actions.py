# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Columns of the eighth schema: where actions came from, and what shows that they were done."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

_COLUMNS = (
    "source TEXT NOT NULL DEFAULT 'own'",
    "source_key TEXT NOT NULL DEFAULT ''",
    "source_id INTEGER",
    "evidence TEXT NOT NULL DEFAULT ''",
)


def widen_actions(op: "Operations") -> None:
    """Add the columns; what hangs on a complaint came from it."""
    for column in _COLUMNS:
        op.execute(sa.text(f"ALTER TABLE actions ADD COLUMN {column}"))
    op.execute(sa.text("UPDATE actions SET source = 'complaint' WHERE complaint_id IS NOT NULL"))
