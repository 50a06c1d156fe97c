# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: legal holds, erased people, and who is not to be written to."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.trust_marketing import make_marketing_stops
from servicedesk.store.types import Coded, Day, Id, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_holds(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table(
        "legal_holds",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("promise_id", Id(), nullable=True),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("since", Day(), nullable=False),
        sa.Column("look_again_on", Day(), nullable=True),
        sa.Column("lifted_on", Day(), nullable=True),
        sa.Column("lifted_because", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_legal_holds_customer_id"
        ),
        sa.ForeignKeyConstraint(["promise_id"], ["promises.id"], name="fk_legal_holds_promise_id"),
        **_KIND,
    )
    op.create_index("ix_legal_holds_customer_id", "legal_holds", ["customer_id"])
    op.create_index("ix_legal_holds_promise_id", "legal_holds", ["promise_id"])
    op.create_table(
        "kept_longer",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("record_id", Id(), nullable=False),
        sa.Column("until", Day(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("decided_on", Day(), nullable=False),
        sa.UniqueConstraint("kind", "record_id", name="uq_kept_longer_kind_record_id"),
        **_KIND,
    )
    op.create_table(
        "erasures",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("mark", Words(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("record_id", Id(), nullable=False),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("how", _CODE, nullable=False),
        sa.Column("why", _CODE, nullable=False),
        sa.Column("erased_on", Day(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("stands_in", Words(), nullable=False),
        sa.Column("also", Words(), nullable=False),
        sa.UniqueConstraint("mark", name="uq_erasures_mark"),
        **_KIND,
    )
    make_marketing_stops(op)
