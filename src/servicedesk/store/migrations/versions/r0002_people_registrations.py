# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The second schema: the people who work here, registrations and insurance."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Coded, Day, Id, Whole, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def upgrade(op: "Operations") -> None:
    """Make the tables of people and of registrations."""
    op.create_table(
        "people",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("role", _CODE, nullable=False),
        sa.Column("limit_pence", Whole(), nullable=True),
        sa.Column("stand_in_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(["stand_in_id"], ["people.id"], name="fk_people_stand_in_id"),
        **_KIND,
    )
    op.create_table(
        "registrations",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("number", Words(), nullable=False),
        sa.Column("checked_on", Day(), nullable=True),
        sa.Column("ends_on", Day(), nullable=True),
        **_KIND,
    )


REVISION = Revision(number=2, upgrade=upgrade)
