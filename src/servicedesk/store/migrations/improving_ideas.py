# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: ideas seen elsewhere, and the one-page service plan."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def make_ideas(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _ = op
