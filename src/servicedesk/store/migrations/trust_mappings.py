# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: how the columns of a list are brought in, kept under a name."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def make_mappings(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
