# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The seventh schema: feedback, sample weeks, checks of jobs, walks, and letters about feedback."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

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
    _feedback_batches(op)
    _feedback(op)
    _sample_weeks(op)
    _sample_lines(op)
    _job_checks(op)
    _job_check_jobs(op)
    _job_check_answers(op)
    _served_months(op)
    _walks(op)
    _walk_steps(op)
    _links(op)
    _figures(op)


def _feedback_batches(op: "Operations") -> None:
    op.create_table(
        "feedback_batches",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("first", Day(), nullable=False),
        sa.Column("last", Day(), nullable=True),
        sa.Column("handed_out", Whole(), nullable=True),
        sa.Column("note", Words(), nullable=False),
        **_KIND,
    )


def _feedback(op: "Operations") -> None:
    op.create_table(
        "feedback",
        sa.Column("id", Id(), primary_key=True),
        *(*_feedback_said(), *_feedback_marks(), *_feedback_followed()),
        sa.ForeignKeyConstraint(
            ["about_complaint_id"], ["complaints.id"], name="fk_feedback_about_complaint_id"
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["feedback_batches.id"], name="fk_feedback_batch_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaints.id"], name="fk_feedback_complaint_id"
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_feedback_customer_id"),
        sa.UniqueConstraint("ref", name="uq_feedback_ref"),
        **_KIND,
    )
    _feedback_lists(op)
    _feedback_links(op)
    _feedback_figures(op)


def _feedback_said() -> Iterator[sa.Column[Any]]:
    """What they said, who, where and when."""
    yield sa.Column("ref", Words(), nullable=False)
    yield sa.Column("kind", _CODE, nullable=False)
    yield sa.Column("customer_id", Id(), nullable=True)
    yield sa.Column("called", Words(), nullable=False)
    yield sa.Column("reach", Words(), nullable=False)
    yield sa.Column("text", Words(), nullable=False)
    yield sa.Column("better", Words(), nullable=False)
    yield sa.Column("given_on", Day(), nullable=False)
    yield sa.Column("channel", _CODE, nullable=False)
    yield sa.Column("source", Words(), nullable=False)
    yield sa.Column("staff", Words(), nullable=False)
    yield sa.Column("touchpoint", _CODE, nullable=True)
    yield sa.Column("elements", Words(), nullable=False)


def _feedback_marks() -> Iterator[sa.Column[Any]]:
    """What they answered by numbers."""
    yield sa.Column("satisfaction", Whole(), nullable=True)
    yield sa.Column("recommendation", Whole(), nullable=True)
    yield sa.Column("effort", Whole(), nullable=True)
    yield sa.Column("timeliness", Whole(), nullable=True)
    yield sa.Column("appearance", Whole(), nullable=True)
    yield sa.Column("courtesy", Whole(), nullable=True)
    yield sa.Column("quality_efficiency", Whole(), nullable=True)
    yield sa.Column("ease", Whole(), nullable=True)
    yield sa.Column("problem_solving", Whole(), nullable=True)
    yield sa.Column("handled_fairness", Whole(), nullable=True)
    yield sa.Column("handled_speed", Whole(), nullable=True)
    yield sa.Column("handled_information", Whole(), nullable=True)
    yield sa.Column("handled_overall", Whole(), nullable=True)


def _feedback_followed() -> Iterator[sa.Column[Any]]:
    """What they allowed, and what we did about it."""
    yield sa.Column("wants_answer", YesNo(), nullable=False)
    yield sa.Column("may_quote", _CODE, nullable=False)
    yield sa.Column("shown_as", Words(), nullable=False)
    yield sa.Column("is_incentivised", YesNo(), nullable=True)
    yield sa.Column("about_complaint_id", Id(), nullable=True)
    yield sa.Column("batch_id", Id(), nullable=True)
    yield sa.Column("written_at", Moment(), nullable=False)
    yield sa.Column("follow_up_due", Day(), nullable=True)
    yield sa.Column("followed_up_on", Day(), nullable=True)
    yield sa.Column("follow_up_note", Words(), nullable=False)
    yield sa.Column("snoozed_until", Day(), nullable=True)
    yield sa.Column("complaint_id", Id(), nullable=True)
    yield sa.Column("decision", _CODE, nullable=True)
    yield sa.Column("answer", Words(), nullable=False)
    yield sa.Column("answered_on", Day(), nullable=True)
    yield sa.Column("thanked_on", Day(), nullable=True)
    yield sa.Column("passed_on", Day(), nullable=True)
    yield sa.Column("is_on_wall", YesNo(), nullable=False)
    yield sa.Column("binned_at", Moment(), nullable=True)


def _feedback_lists(op: "Operations") -> None:
    op.create_index(
        "ix_feedback_listed",
        "feedback",
        ["given_on", "id", "kind", "binned_at"],
        sqlite_where=sa.text("binned_at IS NULL"),
    )
    op.create_index(
        "ix_feedback_low",
        "feedback",
        ["given_on", "id"],
        sqlite_where=sa.text(
            "(satisfaction <= 2 OR recommendation <= 6 OR effort <= 3 OR handled_fairness <= 2"
            " OR handled_speed <= 2 OR handled_information <= 2 OR handled_overall <= 2)"
            " AND binned_at IS NULL"
        ),
    )
    op.create_index(
        "ix_feedback_on_wall",
        "feedback",
        ["given_on", "id"],
        sqlite_where=sa.text("is_on_wall = 1 AND binned_at IS NULL"),
    )
    op.create_index(
        "ix_feedback_staff",
        "feedback",
        ["staff", "given_on", "id"],
        sqlite_where=sa.text("staff <> '' AND binned_at IS NULL"),
    )
    op.create_index(
        "ix_feedback_to_answer",
        "feedback",
        ["given_on", "id"],
        sqlite_where=sa.text(
            "wants_answer = 1 AND answered_on IS NULL AND complaint_id IS NULL"
            " AND binned_at IS NULL"
        ),
    )
    op.create_index(
        "ix_feedback_to_follow",
        "feedback",
        ["follow_up_due", "id"],
        sqlite_where=sa.text(
            "follow_up_due IS NOT NULL AND followed_up_on IS NULL AND binned_at IS NULL"
        ),
    )


def _feedback_links(op: "Operations") -> None:
    op.create_index("ix_feedback_about_complaint_id", "feedback", ["about_complaint_id"])
    op.create_index("ix_feedback_batch_id", "feedback", ["batch_id"])
    op.create_index(
        "ix_feedback_binned_at",
        "feedback",
        ["binned_at"],
        sqlite_where=sa.text("binned_at IS NOT NULL"),
    )
    op.create_index(
        "ix_feedback_complaint_id",
        "feedback",
        ["complaint_id"],
        sqlite_where=sa.text("complaint_id IS NOT NULL"),
    )
    op.create_index("ix_feedback_customer_id", "feedback", ["customer_id", "given_on"])


def _feedback_figures(op: "Operations") -> None:
    op.create_index(
        "ix_feedback_scored",
        "feedback",
        [
            *("given_on", "satisfaction", "recommendation", "effort", "timeliness", "appearance"),
            *("courtesy", "quality_efficiency", "ease", "problem_solving", "handled_fairness"),
            *("handled_speed", "handled_information", "handled_overall", "binned_at"),
        ],
        sqlite_where=sa.text("binned_at IS NULL"),
    )


def _sample_weeks(op: "Operations") -> None:
    op.create_table(
        "sample_weeks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("first", Day(), nullable=False),
        sa.Column("last", Day(), nullable=False),
        sa.Column("note", Words(), nullable=False),
        **_KIND,
    )


def _sample_lines(op: "Operations") -> None:
    op.create_table(
        "sample_lines",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("sample_week_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("standard_key", Words(), nullable=False),
        sa.Column("charter_version_id", Id(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("met", Whole(), nullable=True),
        sa.Column("seen", Whole(), nullable=True),
        sa.ForeignKeyConstraint(
            ["charter_version_id"],
            ["charter_versions.id"],
            name="fk_sample_lines_charter_version_id",
        ),
        sa.ForeignKeyConstraint(
            ["sample_week_id"], ["sample_weeks.id"], name="fk_sample_lines_sample_week_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_sample_lines_sample_week_id", "sample_lines", ["sample_week_id", "position"]
    )


def _job_checks(op: "Operations") -> None:
    op.create_table(
        "job_checks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("drawn_on", Day(), nullable=False),
        sa.Column("first", Day(), nullable=False),
        sa.Column("last", Day(), nullable=False),
        sa.Column("charter_version_id", Id(), nullable=False),
        sa.Column("note", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["charter_version_id"], ["charter_versions.id"], name="fk_job_checks_charter_version_id"
        ),
        **_KIND,
    )


def _job_check_jobs(op: "Operations") -> None:
    op.create_table(
        "job_check_jobs",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("job_check_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("record_id", Whole(), nullable=False),
        sa.Column("label", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_check_id"], ["job_checks.id"], name="fk_job_check_jobs_job_check_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_job_check_jobs_job_check_id", "job_check_jobs", ["job_check_id", "position"]
    )


def _job_check_answers(op: "Operations") -> None:
    op.create_table(
        "job_check_answers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("job_check_id", Id(), nullable=False),
        sa.Column("job_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("standard_key", Words(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("verdict", _CODE, nullable=True),
        sa.ForeignKeyConstraint(
            ["job_check_id"], ["job_checks.id"], name="fk_job_check_answers_job_check_id"
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job_check_jobs.id"], name="fk_job_check_answers_job_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_job_check_answers_job_check_id",
        "job_check_answers",
        ["job_check_id", "job_id", "position"],
    )


def _served_months(op: "Operations") -> None:
    op.create_table(
        "served_months",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("month", Day(), nullable=False),
        sa.Column("customers", Whole(), nullable=False),
        sa.UniqueConstraint("month", name="uq_served_months_month"),
        **_KIND,
    )


def _walks(op: "Operations") -> None:
    op.create_table(
        "walks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("walked_on", Day(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        **_KIND,
    )


def _walk_steps(op: "Operations") -> None:
    op.create_table(
        "walk_steps",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("walk_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("what", Words(), nullable=False),
        sa.Column("snag", Words(), nullable=False),
        sa.Column("promise", Words(), nullable=False),
        sa.Column("action", Words(), nullable=False),
        sa.ForeignKeyConstraint(["walk_id"], ["walks.id"], name="fk_walk_steps_walk_id"),
        **_KIND,
    )
    op.create_index("ix_walk_steps_walk_id", "walk_steps", ["walk_id", "position"])


def _links(op: "Operations") -> None:
    column = "feedback_id INTEGER CONSTRAINT fk_letters_feedback_id REFERENCES feedback (id)"
    op.execute(sa.text(f"ALTER TABLE letters ADD COLUMN {column}"))
    op.create_index("ix_letters_feedback_id", "letters", ["feedback_id"])


def _figures(op: "Operations") -> None:
    """Indexes that figures are counted from."""
    for name, table, columns, where in _FIGURES:
        op.create_index(
            name, table, columns.split(), sqlite_where=sa.text(where) if where else None
        )


_FIGURES = (
    (
        "ix_promises_missed",
        "promises",
        "due_on outcome ended_on is_revised told_on due_at ended_at counts_on binned_at",
        "outcome IN ('late', 'broken')",
    ),
    ("ix_promises_standard_key", "promises", "standard_key due_on", "standard_key <> ''"),
    (
        "ix_complaints_counted",
        "complaints",
        "received_on stage finding acknowledged_at decided_on resolved_on answered_on "
        "acknowledge_due decide_due first_due judged_due about main_cause customer_id "
        "satisfaction cost_pence reopened",
        "",
    ),
    ("ix_complaints_again", "complaints", "customer_id about received_on stage", ""),
    ("ix_complaints_main_cause", "complaints", "main_cause received_on stage", ""),
    ("ix_actions_done_on", "actions", "done_on", "done_on IS NOT NULL"),
    (
        "ix_contacts_came",
        "contacts",
        "at channel answered_minutes is_incoming binned_at",
        "is_incoming = 1 AND binned_at IS NULL",
    ),
    ("ix_customers_first_visit_on", "customers", "first_visit_on", ""),
    ("ix_customers_heard_from", "customers", "added_on", "heard_from <> ''"),
    ("ix_customer_visits_day", "customer_visits", "day bought_else customer_id", ""),
    ("ix_customer_visits_bought_else", "customer_visits", "day", "bought_else = 1"),
)
"""Name, table, columns, and which rows where not all are in it."""


REVISION = Revision(number=7, upgrade=upgrade)
