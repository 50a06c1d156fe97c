# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the sixth schema: what hangs on complaints, as its revision makes them."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_parts(op: "Operations") -> None:
    """Make the tables that point to complaints, in the order of the file."""
    _entries(op)
    _remedies(op)
    _pauses(op)
    _actions(op)
    _referrals(op)
    _behaviours(op)
    _purchases(op)


def _entries(op: "Operations") -> None:
    op.create_table(
        "complaint_entries",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("source", Words(), nullable=False),
        sa.Column("on_day", Day(), nullable=False),
        sa.Column("is_private", YesNo(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_entries_complaint_id"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_entries_complaint_id", "complaint_entries", ["complaint_id"])


def _remedies(op: "Operations") -> None:
    op.create_table(
        "complaint_remedies",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("ground", _CODE, nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("amount_pence", Whole(), nullable=True),
        sa.Column("vat_pence", Whole(), nullable=True),
        sa.Column("by_whom", Words(), nullable=False),
        sa.Column("due_on", Day(), nullable=True),
        sa.Column("done_on", Day(), nullable=True),
        sa.Column("approved_by", Words(), nullable=False),
        sa.Column("over_because", Words(), nullable=False),
        sa.Column("valid_until", Day(), nullable=True),
        sa.Column("method", Words(), nullable=False),
        sa.Column("promise_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_remedies_complaint_id"
        ),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promises.id"], name="fk_complaint_remedies_promise_id"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_remedies_complaint_id", "complaint_remedies", ["complaint_id"])
    op.create_index("ix_complaint_remedies_promise_id", "complaint_remedies", ["promise_id"])


def _pauses(op: "Operations") -> None:
    op.create_table(
        "complaint_pauses",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("from_on", Day(), nullable=False),
        sa.Column("until", Day(), nullable=True),
        sa.Column("question", Words(), nullable=False),
        sa.Column("reminded_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_pauses_complaint_id"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_pauses_complaint_id", "complaint_pauses", ["complaint_id"])
    op.create_index(
        "ix_complaint_pauses_open",
        "complaint_pauses",
        ["from_on"],
        sqlite_where=sa.text("until IS NULL"),
    )


def _actions(op: "Operations") -> None:
    op.create_table(
        "actions",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=True),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("owner", Words(), nullable=False),
        sa.Column("due_on", Day(), nullable=True),
        sa.Column("done_on", Day(), nullable=True),
        sa.Column("cause", _CODE, nullable=True),
        sa.Column("cost_pence", Whole(), nullable=True),
        sa.Column("check_on", Day(), nullable=True),
        sa.Column("checked_on", Day(), nullable=True),
        sa.Column("works", YesNo(), nullable=True),
        sa.Column("check_note", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_actions_complaint_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_actions_check_on",
        "actions",
        ["check_on"],
        sqlite_where=sa.text("check_on IS NOT NULL AND checked_on IS NULL"),
    )
    op.create_index("ix_actions_complaint_id", "actions", ["complaint_id"])
    op.create_index(
        "ix_actions_open", "actions", ["due_on", "id"], sqlite_where=sa.text("done_on IS NULL")
    )


def _referrals(op: "Operations") -> None:
    op.create_table(
        "complaint_referrals",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("their_ref", Words(), nullable=False),
        sa.Column("referred_on", Day(), nullable=False),
        sa.Column("result", Words(), nullable=False),
        sa.Column("result_on", Day(), nullable=True),
        sa.Column("cost_pence", Whole(), nullable=True),
        sa.Column("is_binding", YesNo(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_referrals_complaint_id"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_referrals_complaint_id", "complaint_referrals", ["complaint_id"])


def _behaviours(op: "Operations") -> None:
    op.create_table(
        "complaint_behaviours",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("on_day", Day(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("limits", Words(), nullable=False),
        sa.Column("warned_on", Day(), nullable=True),
        sa.Column("review_on", Day(), nullable=True),
        sa.Column("ended_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_behaviours_complaint_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_complaint_behaviours_complaint_id", "complaint_behaviours", ["complaint_id"]
    )
    op.create_index(
        "ix_complaint_behaviours_review_on",
        "complaint_behaviours",
        ["review_on"],
        sqlite_where=sa.text("review_on IS NOT NULL AND ended_on IS NULL"),
    )


def _purchases(op: "Operations") -> None:
    op.create_table(
        "complaint_purchases",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("what", _CODE, nullable=True),
        sa.Column("agreed_where", _CODE, nullable=True),
        sa.Column("on_day", Day(), nullable=True),
        sa.Column("price_pence", Whole(), nullable=True),
        sa.Column("no_cancelling", _CODE, nullable=True),
        sa.Column("refund_agreed_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_purchases_complaint_id"
        ),
        sa.UniqueConstraint("complaint_id", name="uq_complaint_purchases_complaint_id"),
        **_KIND,
    )
