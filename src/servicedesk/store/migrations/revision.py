# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a revision of the schema is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Alembic is imported only when a file is made or updated
    from alembic.operations import Operations


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One step of the schema.

    Args:
        number: of the schema it leads to.
        upgrade: makes the step, in a transaction that is already open.
        dropped: tables that it takes away.
        resized: tables whose number of rows it means to change.
    """

    number: int
    upgrade: "Callable[[Operations], None]"
    dropped: frozenset[str] = frozenset()
    resized: frozenset[str] = frozenset()
