# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The sixth schema: complaints with all that hangs on them, and actions."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from servicedesk.store.migrations.complaint_parts import make_parts
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
    make_parts(op)
    _links(op)


def _complaints(op: "Operations") -> None:
    op.create_table(
        "complaints",
        sa.Column("id", Id(), primary_key=True),
        *_said(),
        *_weighed(),
        *_dated(),
        *_ended(),
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


def _said() -> Iterator[sa.Column[Any]]:
    """What was typed."""
    yield sa.Column("ref", Words(), nullable=False)
    yield sa.Column("customer_id", Id(), nullable=True)
    yield sa.Column("called", Words(), nullable=False)
    yield sa.Column("text", Words(), nullable=False)
    yield sa.Column("about", _CODE, nullable=True)
    yield sa.Column("wishes", Words(), nullable=False)
    yield sa.Column("wish_words", Words(), nullable=False)
    yield sa.Column("serious", _CODE, nullable=False)
    yield sa.Column("is_safety", YesNo(), nullable=False)
    yield sa.Column("received_at", Moment(), nullable=False)
    yield sa.Column("received_on", Day(), nullable=False)
    yield sa.Column("channel", _CODE, nullable=False)
    yield sa.Column("taken_by", Words(), nullable=False)
    yield sa.Column("handler", Words(), nullable=False)
    yield sa.Column("stand_in", Words(), nullable=False)
    yield sa.Column("job_ref", Words(), nullable=False)
    yield sa.Column("product", Words(), nullable=False)
    yield sa.Column("happened_on", Day(), nullable=True)
    yield sa.Column("place", Words(), nullable=False)
    yield sa.Column("staff", Words(), nullable=False)
    yield sa.Column("amount_pence", Whole(), nullable=True)
    yield sa.Column("is_ongoing", YesNo(), nullable=False)
    yield sa.Column("from_stock", YesNo(), nullable=False)
    yield sa.Column("acting_for", Words(), nullable=False)
    yield sa.Column("authority_seen_on", Day(), nullable=True)
    yield sa.Column("track", _CODE, nullable=False)
    yield sa.Column("notes", Words(), nullable=False)
    yield sa.Column("own", Words(), nullable=False)


def _weighed() -> Iterator[sa.Column[Any]]:
    """Where it stands and how it was weighed."""
    yield sa.Column("stage", _CODE, nullable=False)
    yield sa.Column("level", Whole(), nullable=False)
    yield sa.Column("severity", Whole(), nullable=False)
    yield sa.Column("impact", Whole(), nullable=False)
    yield sa.Column("urgency", Whole(), nullable=False)
    yield sa.Column("safety_assessed", YesNo(), nullable=False)
    yield sa.Column("is_legal", YesNo(), nullable=False)
    yield sa.Column("support_need", YesNo(), nullable=False)
    yield sa.Column("is_complex", YesNo(), nullable=False)
    yield sa.Column("priority", _CODE, nullable=False)
    yield sa.Column("raised", _CODE, nullable=True)
    yield sa.Column("raise_note", Words(), nullable=False)
    yield sa.Column("assessed_on", Day(), nullable=True)
    yield sa.Column("charter_version_id", Id(), nullable=True)
    yield sa.Column("ack_amount", Whole(), nullable=True)
    yield sa.Column("ack_unit", Words(), nullable=True)
    yield sa.Column("decide_amount", Whole(), nullable=True)
    yield sa.Column("decide_unit", Words(), nullable=True)


def _dated() -> Iterator[sa.Column[Any]]:
    """What happened when, and what is due by when."""
    yield sa.Column("acknowledged_at", Moment(), nullable=True)
    yield sa.Column("update_sent_on", Day(), nullable=True)
    yield sa.Column("decided_on", Day(), nullable=True)
    yield sa.Column("resolved_on", Day(), nullable=True)
    yield sa.Column("closed_on", Day(), nullable=True)
    yield sa.Column("follow_up_on", Day(), nullable=True)
    yield sa.Column("insurer_told_on", Day(), nullable=True)
    yield sa.Column("insurer_not_needed", Words(), nullable=False)
    yield sa.Column("stock_checked_on", Day(), nullable=True)
    yield sa.Column("external_on", Day(), nullable=True)
    yield sa.Column("answered_on", Day(), nullable=True)
    yield sa.Column("promised_for", Day(), nullable=True)
    yield sa.Column("promised_on", Day(), nullable=True)
    yield sa.Column("acknowledge_due", Day(), nullable=False)
    yield sa.Column("decide_due", Day(), nullable=False)
    yield sa.Column("judged_due", Day(), nullable=True)
    yield sa.Column("first_due", Day(), nullable=True)
    yield sa.Column("aim_due", Day(), nullable=True)
    yield sa.Column("ceiling_due", Day(), nullable=False)
    yield sa.Column("update_due", Day(), nullable=True)
    yield sa.Column("follow_up_due", Day(), nullable=True)
    yield sa.Column("next_on", Day(), nullable=True)


def _ended() -> Iterator[sa.Column[Any]]:
    """What came of it."""
    yield sa.Column("finding", _CODE, nullable=True)
    yield sa.Column("outcome_words", Words(), nullable=False)
    yield sa.Column("told_by", _CODE, nullable=True)
    yield sa.Column("content", _CODE, nullable=False)
    yield sa.Column("satisfaction", Whole(), nullable=True)
    yield sa.Column("causes", Words(), nullable=False)
    yield sa.Column("main_cause", _CODE, nullable=True)
    yield sa.Column("no_cause_because", Words(), nullable=False)
    yield sa.Column("whys", Words(), nullable=False)
    yield sa.Column("lessons", Words(), nullable=False)
    yield sa.Column("no_action_because", Words(), nullable=False)
    yield sa.Column("element", _CODE, nullable=True)
    yield sa.Column("may_publish", YesNo(), nullable=False)
    yield sa.Column("cost_pence", Whole(), nullable=True)
    yield sa.Column("minutes_spent", Whole(), nullable=True)
    yield sa.Column("linked_id", Id(), nullable=True)
    yield sa.Column("master_id", Id(), nullable=True)
    yield sa.Column("waiting_for", Words(), nullable=False)
    yield sa.Column("reopened", Whole(), nullable=False)
    yield sa.Column("legal_hold", Words(), nullable=False)
    yield sa.Column("snoozed_until", Day(), nullable=True)


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
    op.create_index(
        "ix_complaints_no_cause",
        "complaints",
        ["received_on", "id"],
        sqlite_where=sa.text(
            "main_cause IS NULL AND no_cause_because = '' AND stage IN ('resolved', 'closed')"
        ),
    )
    op.create_index("ix_complaints_received_on", "complaints", ["received_on", "id"])
    op.create_index(
        "ix_complaints_ended",
        "complaints",
        ["received_on", "id"],
        sqlite_where=sa.text("stage IN ('closed', 'withdrawn', 'duplicate')"),
    )


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
        sa.Column("due_on", Day(), nullable=True),
        sa.Column("judged_on", Day(), nullable=True),
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


def _links(op: "Operations") -> None:
    for table in ("contacts", "letters"):
        column = (
            f"complaint_id INTEGER CONSTRAINT fk_{table}_complaint_id REFERENCES complaints (id)"
        )
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN {column}"))
        op.create_index(f"ix_{table}_complaint_id", table, ["complaint_id"])
    # For the page of a customer.
    for name, day, kept in (("ended_on", "ended_on", "NOT NULL"), ("not_ended", "due_on", "NULL")):
        where = sa.text(f"ended_on IS {kept}")
        columns = ["customer_id", day]
        op.create_index(f"ix_promises_{name}", "promises", columns, sqlite_where=where)


REVISION = Revision(number=6, upgrade=upgrade)
