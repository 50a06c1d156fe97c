# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: who is never to be sent offers, and what a consent rests on."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_marketing_stops(op: "Operations") -> None:
    """Make the table of stops, and the column that tells a yes from a sale.

    The column is empty for what was kept before: each of those was a yes.
    """
    op.create_table(
        "marketing_stops",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("channel", _CODE, nullable=False),
        sa.Column("digest", Words(), nullable=False),
        sa.Column("stopped_on", Day(), nullable=False),
        sa.Column("source", _CODE, nullable=False),
        sa.UniqueConstraint("channel", "digest", name="uq_marketing_stops_channel_digest"),
        **_KIND,
    )
    op.add_column("consents", sa.Column("basis", _CODE, nullable=True))
