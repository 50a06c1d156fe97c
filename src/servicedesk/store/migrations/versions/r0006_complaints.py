# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The sixth schema: complaints with all that hangs on them, and actions."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def upgrade(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _complaints(op)
    _complaints_indexes(op)
    _steps(op)
    _issues(op)
    _entries(op)
    _remedies(op)
    _pauses(op)
    _actions(op)
    _referrals(op)
    _behaviours(op)
    _links(op)


def _complaints(op: "Operations") -> None:
    op.create_table(
        "complaints",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("called", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("about", _CODE, nullable=True),
        sa.Column("wishes", Words(), nullable=False),
        sa.Column("wish_words", Words(), nullable=False),
        sa.Column("serious", _CODE, nullable=False),
        sa.Column("is_safety", YesNo(), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("received_on", Day(), nullable=False),
        sa.Column("channel", _CODE, nullable=False),
        sa.Column("taken_by", Words(), nullable=False),
        sa.Column("handler", Words(), nullable=False),
        sa.Column("stand_in", Words(), nullable=False),
        sa.Column("job_ref", Words(), nullable=False),
        sa.Column("product", Words(), nullable=False),
        sa.Column("happened_on", Day(), nullable=True),
        sa.Column("place", Words(), nullable=False),
        sa.Column("staff", Words(), nullable=False),
        sa.Column("amount_pence", Whole(), nullable=True),
        sa.Column("is_ongoing", YesNo(), nullable=False),
        sa.Column("from_stock", YesNo(), nullable=False),
        sa.Column("acting_for", Words(), nullable=False),
        sa.Column("authority_seen_on", Day(), nullable=True),
        sa.Column("track", _CODE, nullable=False),
        sa.Column("notes", Words(), nullable=False),
        sa.Column("own", Words(), nullable=False),
        sa.Column("stage", _CODE, nullable=False),
        sa.Column("level", Whole(), nullable=False),
        sa.Column("severity", Whole(), nullable=False),
        sa.Column("impact", Whole(), nullable=False),
        sa.Column("urgency", Whole(), nullable=False),
        sa.Column("safety_assessed", YesNo(), nullable=False),
        sa.Column("is_legal", YesNo(), nullable=False),
        sa.Column("support_need", YesNo(), nullable=False),
        sa.Column("is_complex", YesNo(), nullable=False),
        sa.Column("priority", _CODE, nullable=False),
        sa.Column("raised", _CODE, nullable=True),
        sa.Column("raise_note", Words(), nullable=False),
        sa.Column("assessed_on", Day(), nullable=True),
        sa.Column("charter_version_id", Id(), nullable=True),
        sa.Column("ack_amount", Whole(), nullable=True),
        sa.Column("ack_unit", Words(), nullable=True),
        sa.Column("decide_amount", Whole(), nullable=True),
        sa.Column("decide_unit", Words(), nullable=True),
        sa.Column("acknowledged_at", Moment(), nullable=True),
        sa.Column("update_sent_on", Day(), nullable=True),
        sa.Column("decided_on", Day(), nullable=True),
        sa.Column("resolved_on", Day(), nullable=True),
        sa.Column("closed_on", Day(), nullable=True),
        sa.Column("follow_up_on", Day(), nullable=True),
        sa.Column("insurer_told_on", Day(), nullable=True),
        sa.Column("insurer_not_needed", Words(), nullable=False),
        sa.Column("stock_checked_on", Day(), nullable=True),
        sa.Column("external_on", Day(), nullable=True),
        sa.Column("acknowledge_due", Day(), nullable=False),
        sa.Column("decide_due", Day(), nullable=False),
        sa.Column("aim_due", Day(), nullable=True),
        sa.Column("ceiling_due", Day(), nullable=False),
        sa.Column("update_due", Day(), nullable=True),
        sa.Column("follow_up_due", Day(), nullable=True),
        sa.Column("next_on", Day(), nullable=True),
        sa.Column("finding", _CODE, nullable=True),
        sa.Column("outcome_words", Words(), nullable=False),
        sa.Column("told_by", _CODE, nullable=True),
        sa.Column("content", _CODE, nullable=False),
        sa.Column("satisfaction", Whole(), nullable=True),
        sa.Column("causes", Words(), nullable=False),
        sa.Column("main_cause", _CODE, nullable=True),
        sa.Column("no_cause_because", Words(), nullable=False),
        sa.Column("whys", Words(), nullable=False),
        sa.Column("lessons", Words(), nullable=False),
        sa.Column("no_action_because", Words(), nullable=False),
        sa.Column("element", _CODE, nullable=True),
        sa.Column("may_publish", YesNo(), nullable=False),
        sa.Column("cost_pence", Whole(), nullable=True),
        sa.Column("minutes_spent", Whole(), nullable=True),
        sa.Column("linked_id", Id(), nullable=True),
        sa.Column("master_id", Id(), nullable=True),
        sa.Column("waiting_for", Words(), nullable=False),
        sa.Column("reopened", Whole(), nullable=False),
        sa.Column("legal_hold", Words(), nullable=False),
        sa.Column("snoozed_until", Day(), nullable=True),
        sa.UniqueConstraint("ref", name="uq_complaints_ref"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_complaints_customer_id"
        ),
        sa.ForeignKeyConstraint(
            ["charter_version_id"], ["charter_versions.id"], name="fk_complaints_charter_version_id"
        ),
        sa.ForeignKeyConstraint(["linked_id"], ["complaints.id"], name="fk_complaints_linked_id"),
        sa.ForeignKeyConstraint(["master_id"], ["complaints.id"], name="fk_complaints_master_id"),
        **_KIND,
    )


def _complaints_indexes(op: "Operations") -> None:
    op.create_index("ix_complaints_alike", "complaints", ["about", "main_cause", "received_on"])
    op.create_index("ix_complaints_customer_id", "complaints", ["customer_id", "received_on"])
    op.create_index("ix_complaints_decide_due", "complaints", ["decide_due", "id", "stage"])
    op.create_index(
        "ix_complaints_linked_id",
        "complaints",
        ["linked_id"],
        sqlite_where=sa.text("linked_id IS NOT NULL"),
    )
    op.create_index(
        "ix_complaints_master_id",
        "complaints",
        ["master_id"],
        sqlite_where=sa.text("master_id IS NOT NULL"),
    )
    op.create_index(
        "ix_complaints_open",
        "complaints",
        ["next_on", "id"],
        sqlite_where=sa.text("stage NOT IN ('closed', 'withdrawn', 'duplicate')"),
    )
    op.create_index("ix_complaints_received_on", "complaints", ["received_on", "id"])
    op.create_index("ix_complaints_stage", "complaints", ["stage", "decide_due"])


def _steps(op: "Operations") -> None:
    op.create_table(
        "complaint_steps",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("action", Words(), nullable=False),
        sa.Column("stage_before", _CODE, nullable=True),
        sa.Column("stage_after", _CODE, nullable=False),
        sa.Column("happened_on", Day(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("note", Words(), nullable=False),
        sa.Column("reverses", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reverses"], ["complaint_steps.id"], name="fk_complaint_steps_reverses"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_steps_complaint_id", "complaint_steps", ["complaint_id"])


def _issues(op: "Operations") -> None:
    op.create_table(
        "complaint_issues",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("complaint_id", Id(), nullable=False),
        sa.Column("place", Whole(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("finding", _CODE, nullable=True),
        sa.Column("reasons", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_complaint_issues_complaint_id"
        ),
        **_KIND,
    )
    op.create_index("ix_complaint_issues_complaint_id", "complaint_issues", ["complaint_id"])


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


def _links(op: "Operations") -> None:
    for table in ("contacts", "letters"):
        column = (
            f"complaint_id INTEGER CONSTRAINT fk_{table}_complaint_id REFERENCES complaints (id)"
        )
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN {column}"))
        op.create_index(f"ix_{table}_complaint_id", table, ["complaint_id"])


REVISION = Revision(number=6, upgrade=upgrade)
