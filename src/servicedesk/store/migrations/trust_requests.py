# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the ninth schema: requests about somebody’s information, with their pauses."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Moment, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_requests(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _requests(op)
    op.create_table(
        "data_request_pauses",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("request_id", Id(), nullable=False),
        sa.Column("why", _CODE, nullable=False),
        sa.Column("from_on", Day(), nullable=False),
        sa.Column("until", Day(), nullable=True),
        sa.Column("asked", Words(), nullable=False),
        _owner("data_request_pauses"),
        **_KIND,
    )
    op.create_table(
        "data_request_lines",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("request_id", Id(), nullable=False),
        sa.Column("on_day", Day(), nullable=False),
        sa.Column("step", _CODE, nullable=False),
        sa.Column("note", Words(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("letter_id", Id(), nullable=True),
        sa.Column("written_at", Moment(), nullable=False),
        _owner("data_request_lines"),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name="fk_data_request_lines_letter_id"
        ),
        **_KIND,
    )
    op.create_table(
        "data_request_left_out",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("request_id", Id(), nullable=False),
        sa.Column("line", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("is_whole", YesNo(), nullable=False),
        _owner("data_request_left_out"),
        **_KIND,
    )
    for name in ("data_request_pauses", "data_request_lines", "data_request_left_out"):
        op.create_index(f"ix_{name}_request_id", name, ["request_id"])
    op.create_index("ix_data_request_lines_letter_id", "data_request_lines", ["letter_id"])


def _requests(op: "Operations") -> None:
    op.create_table(
        "data_requests",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("received_on", Day(), nullable=False),
        sa.Column("channel", _CODE, nullable=True),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("called", Words(), nullable=False),
        sa.Column("reach", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("own_due", Day(), nullable=True),
        sa.Column("seen_on", Day(), nullable=True),
        sa.Column("seen_how", Words(), nullable=False),
        sa.Column("extended_on", Day(), nullable=True),
        sa.Column("extended_why", Words(), nullable=False),
        sa.Column("due_on", Day(), nullable=True),
        sa.Column("ended_on", Day(), nullable=True),
        sa.Column("outcome", _CODE, nullable=True),
        sa.Column("kept_back", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_data_requests_customer_id"
        ),
        sa.UniqueConstraint("ref", name="uq_data_requests_ref"),
        **_KIND,
    )
    op.create_index("ix_data_requests_customer_id", "data_requests", ["customer_id"])
    op.create_index("ix_data_requests_ended_on_due_on", "data_requests", ["ended_on", "due_on"])


def _owner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["request_id"], ["data_requests.id"], name=f"fk_{table}_request_id"
    )
