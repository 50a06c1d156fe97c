# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: legal holds, erased people, and who is not to be written to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def make_holds(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
