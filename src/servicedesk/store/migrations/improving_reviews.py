# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: management reviews with their decisions."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def make_reviews(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _ = op
