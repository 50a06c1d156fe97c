# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback as kept, and the cards and sheets that were handed out for it."""

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint, text

from servicedesk.domain.customers import Channel
from servicedesk.domain.feedback import (
    LOW,
    Decision,
    FeedbackKind,
    Handled,
    MayQuote,
    Scale,
    Touchpoint,
)
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

_LEAST_MARKS = {
    "satisfaction": LOW[Scale.SATISFACTION],
    "recommendation": LOW[Scale.RECOMMENDATION],
    "effort": LOW[Scale.EFFORT],
    **{f"handled_{asked.value}": LOW[Scale.HANDLING] for asked in Handled},
}
LOW_MARK = f"({' OR '.join(f'{column} <= {most}' for column, most in _LEAST_MARKS.items())})"
"""Whether a low mark was given; in these very words, by which its index is found."""

feedback_batches = CATALOGUE.declare(
    "feedback_batches",
    Column("name", Words(), nullable=False),
    Column("first", Day(), nullable=False),
    Column("last", Day(), nullable=True),
    Column("handed_out", Whole(), nullable=True),
    Column("note", Words(), nullable=False),
    record=RecordInfo(kind=Kind.FEEDBACK_BATCH, label_column="name"),
)

feedback = CATALOGUE.declare(
    "feedback",
    Column("ref", Words(), nullable=False),
    Column("kind", Coded(FeedbackKind), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("called", Words(), nullable=False),
    Column("reach", Words(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("better", Words(), nullable=False),
    Column("given_on", Day(), nullable=False),
    Column("channel", Coded(Channel), nullable=False),
    Column("source", Words(), nullable=False),
    Column("staff", Words(), nullable=False),
    Column("touchpoint", Coded(Touchpoint), nullable=True),
    Column("elements", Words(), nullable=False),
    Column("satisfaction", Whole(), nullable=True),
    Column("recommendation", Whole(), nullable=True),
    Column("effort", Whole(), nullable=True),
    Column("timeliness", Whole(), nullable=True),
    Column("appearance", Whole(), nullable=True),
    Column("courtesy", Whole(), nullable=True),
    Column("quality_efficiency", Whole(), nullable=True),
    Column("ease", Whole(), nullable=True),
    Column("problem_solving", Whole(), nullable=True),
    Column("handled_fairness", Whole(), nullable=True),
    Column("handled_speed", Whole(), nullable=True),
    Column("handled_information", Whole(), nullable=True),
    Column("handled_overall", Whole(), nullable=True),
    Column("wants_answer", YesNo(), nullable=False),
    Column("may_quote", Coded(MayQuote), nullable=False),
    Column("shown_as", Words(), nullable=False),
    Column("is_incentivised", YesNo(), nullable=True),
    Column("about_complaint_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("batch_id", Id(), ForeignKey("feedback_batches.id"), nullable=True),
    Column("written_at", Moment(), nullable=False),
    Column("follow_up_due", Day(), nullable=True),
    Column("followed_up_on", Day(), nullable=True),
    Column("follow_up_note", Words(), nullable=False),
    Column("snoozed_until", Day(), nullable=True),
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("decision", Coded(Decision), nullable=True),
    Column("answer", Words(), nullable=False),
    Column("answered_on", Day(), nullable=True),
    Column("thanked_on", Day(), nullable=True),
    Column("passed_on", Day(), nullable=True),
    Column("is_on_wall", YesNo(), nullable=False),
    Column("binned_at", Moment(), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_feedback_customer_id", "customer_id", "given_on"),
    # everything that figures count, so that a report reads the index alone
    Index(
        "ix_feedback_scored",
        *("given_on", "satisfaction", "recommendation", "effort", "timeliness", "appearance"),
        *("courtesy", "quality_efficiency", "ease", "problem_solving", "handled_fairness"),
        *("handled_speed", "handled_information", "handled_overall", "binned_at"),
        sqlite_where=text("binned_at IS NULL"),
    ),
    # the lists are read from here alone, which takes every column that they ask for
    Index(
        "ix_feedback_listed",
        *("given_on", "id", "kind", "binned_at"),
        sqlite_where=text("binned_at IS NULL"),
    ),
    Index(
        "ix_feedback_to_answer",
        *("given_on", "id"),
        sqlite_where=text(
            "wants_answer = 1 AND answered_on IS NULL AND complaint_id IS NULL"
            " AND binned_at IS NULL"
        ),
    ),
    Index(
        "ix_feedback_low",
        *("given_on", "id"),
        sqlite_where=text(f"{LOW_MARK} AND binned_at IS NULL"),
    ),
    Index(
        "ix_feedback_on_wall",
        *("given_on", "id"),
        sqlite_where=text("is_on_wall = 1 AND binned_at IS NULL"),
    ),
    Index(
        "ix_feedback_staff",
        *("staff", "given_on", "id"),
        sqlite_where=text("staff <> '' AND binned_at IS NULL"),
    ),
    Index(
        "ix_feedback_to_follow",
        *("follow_up_due", "id"),
        sqlite_where=text(
            "follow_up_due IS NOT NULL AND followed_up_on IS NULL AND binned_at IS NULL"
        ),
    ),
    Index("ix_feedback_batch_id", "batch_id"),
    # most feedback is no complaint: a whole index would be chosen for all of that
    Index(
        "ix_feedback_complaint_id",
        "complaint_id",
        sqlite_where=text("complaint_id IS NOT NULL"),
    ),
    Index("ix_feedback_about_complaint_id", "about_complaint_id"),
    Index("ix_feedback_binned_at", "binned_at", sqlite_where=text("binned_at IS NOT NULL")),
    record=RecordInfo(
        kind=Kind.FEEDBACK,
        label_column="ref",
        person_columns=(
            *("called", "reach", "text", "better", "source", "staff", "shown_as"),
            *("follow_up_note", "answer"),
        ),
        search_columns=(
            *("ref", "called", "reach", "text", "better", "source", "staff", "answer"),
            "follow_up_note",
        ),
    ),
)
