# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises as kept, how their days moved, and those that come again."""

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint, text

from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Every, MoveReason, Outcome, PromiseKind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

promise_repeats = CATALOGUE.declare(
    "promise_repeats",
    Column("every", Coded(Every), nullable=False),
    Column("step", Whole(), nullable=False),
    Column("first_day", Day(), nullable=False),
    Column("ends_on", Day(), nullable=True),
    Column("stopped_on", Day(), nullable=True),
    record=RecordInfo(kind=Kind.PROMISE, label_column="first_day"),
)

promises = CATALOGUE.declare(
    "promises",
    Column("ref", Words(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("text", Words(), nullable=False),
    Column("promiser", Words(), nullable=False),
    Column("kind", Coded(PromiseKind), nullable=False),
    Column("channel", Coded(Channel), nullable=True),
    Column("job_ref", Words(), nullable=False),
    Column("condition", Words(), nullable=False),
    Column("remedy", Words(), nullable=False),
    Column("waiting_for", Words(), nullable=False),
    Column("notes", Words(), nullable=False),
    Column("own", Words(), nullable=False),
    Column("standard_key", Words(), nullable=False),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=True),
    Column("made_on", Day(), nullable=False),
    Column("due_on", Day(), nullable=False),
    Column("due_at", Moment(), nullable=True),
    Column("first_due_on", Day(), nullable=False),
    Column("first_due_at", Moment(), nullable=True),
    Column("is_revised", YesNo(), nullable=False),
    Column("allowance_amount", Whole(), nullable=True),
    Column("allowance_unit", Words(), nullable=True),
    Column("allowance_start", Moment(), nullable=True),
    Column("told_on", Day(), nullable=True),
    Column("outcome", Coded(Outcome), nullable=True),
    Column("ended_on", Day(), nullable=True),
    Column("ended_at", Moment(), nullable=True),
    Column("ending_written_at", Moment(), nullable=True),
    Column("ending_reason", Words(), nullable=False),
    Column("snoozed_until", Day(), nullable=True),
    Column("repeat_id", Id(), ForeignKey("promise_repeats.id"), nullable=True),
    Column("binned_at", Moment(), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_promises_customer_id", "customer_id", "due_on"),
    Index("ix_promises_due_on", "due_on", "id"),
    Index(
        "ix_promises_open",
        "due_on",
        "id",
        sqlite_where=text("outcome IS NULL AND binned_at IS NULL"),
    ),
    Index("ix_promises_repeat_id", "repeat_id"),
    Index("ix_promises_binned_at", "binned_at"),
    record=RecordInfo(
        kind=Kind.PROMISE,
        label_column="ref",
        person_columns=(
            "text",
            "job_ref",
            "condition",
            "remedy",
            "waiting_for",
            "notes",
            "own",
            "ending_reason",
        ),
        search_columns=("ref", "text", "job_ref", "condition", "notes", "own"),
    ),
)

promise_moves = CATALOGUE.declare(
    "promise_moves",
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=False),
    Column("moved_at", Moment(), nullable=False),
    Column("moved_on", Day(), nullable=False),
    Column("from_on", Day(), nullable=False),
    Column("from_at", Moment(), nullable=True),
    Column("to_on", Day(), nullable=False),
    Column("to_at", Moment(), nullable=True),
    Column("reason", Coded(MoveReason), nullable=False),
    Column("words", Words(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("reverses", Id(), ForeignKey("promise_moves.id"), nullable=True),
    Index("ix_promise_moves_promise_id", "promise_id"),
    record=RecordInfo(
        kind=Kind.PROMISE,
        label_column="reason",
        person_columns=("words",),
        append_only=True,
        reverses_column="reverses",
    ),
)
