# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs on complaints as kept: steps, issues, the log, remedies, pauses, actions."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, text

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_file import (
    EntryKind,
    Ground,
    OutsideKind,
    RemedyKind,
)
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo


def _reversing(step: Mapping[str, object], who: str, at: datetime) -> Mapping[str, object]:
    """A step that takes another one back, or does it again."""
    return {
        "action": "redo" if step["action"] == "undo" else "undo",
        "stage_before": step["stage_after"],
        "stage_after": step["stage_before"] or step["stage_after"],
        "happened_on": at.astimezone(LONDON).date(),
        "written_at": at,
        "who": who,
        "note": "",
    }


complaint_steps = CATALOGUE.declare(
    "complaint_steps",
    # No key into complaints: a history is only ever added to, and stays when a complaint that was
    # just written down is taken back.
    Column("complaint_id", Id(), nullable=False),
    Column("action", Words(), nullable=False),
    Column("stage_before", Coded(Stage), nullable=True),
    Column("stage_after", Coded(Stage), nullable=False),
    Column("happened_on", Day(), nullable=False),
    Column("written_at", Moment(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("note", Words(), nullable=False),
    Column("due_on", Day(), nullable=True),
    Column("judged_on", Day(), nullable=True),
    Column("reverses", Id(), ForeignKey("complaint_steps.id"), nullable=True),
    Index("ix_complaint_steps_complaint_id", "complaint_id"),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="action",
        person_columns=("note",),
        append_only=True,
        reverses_column="reverses",
        reversing=_reversing,
        owner_column="complaint_id",
    ),
)

complaint_issues = CATALOGUE.declare(
    "complaint_issues",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("place", Whole(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("finding", Coded(Finding), nullable=True),
    Column("reasons", Words(), nullable=False),
    Index("ix_complaint_issues_complaint_id", "complaint_id"),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="text",
        owner_column="complaint_id",
        person_columns=("text", "reasons"),
        search_columns=("text", "reasons"),
    ),
)

complaint_entries = CATALOGUE.declare(
    "complaint_entries",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("kind", Coded(EntryKind), nullable=False),
    Column("text", Words(), nullable=False),
    Column("source", Words(), nullable=False),
    Column("on_day", Day(), nullable=False),
    Column("is_private", YesNo(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("written_at", Moment(), nullable=False),
    Index("ix_complaint_entries_complaint_id", "complaint_id"),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="text",
        owner_column="complaint_id",
        person_columns=("text", "source"),
        search_columns=("text", "source"),
    ),
)

complaint_remedies = CATALOGUE.declare(
    "complaint_remedies",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("kind", Coded(RemedyKind), nullable=False),
    Column("ground", Coded(Ground), nullable=False),
    Column("words", Words(), nullable=False),
    Column("amount_pence", Whole(), nullable=True),
    Column("vat_pence", Whole(), nullable=True),
    Column("by_whom", Words(), nullable=False),
    Column("due_on", Day(), nullable=True),
    Column("done_on", Day(), nullable=True),
    Column("approved_by", Words(), nullable=False),
    Column("over_because", Words(), nullable=False),
    Column("valid_until", Day(), nullable=True),
    Column("method", Words(), nullable=False),
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=True),
    Index("ix_complaint_remedies_complaint_id", "complaint_id"),
    Index("ix_complaint_remedies_promise_id", "promise_id"),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="kind",
        owner_column="complaint_id",
        person_columns=("words", "over_because", "method"),
        search_columns=("words",),
    ),
)

complaint_pauses = CATALOGUE.declare(
    "complaint_pauses",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("from_on", Day(), nullable=False),
    Column("until", Day(), nullable=True),
    Column("question", Words(), nullable=False),
    Column("reminded_on", Day(), nullable=True),
    Index("ix_complaint_pauses_complaint_id", "complaint_id"),
    Index("ix_complaint_pauses_open", "from_on", sqlite_where=text("until IS NULL")),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="from_on",
        owner_column="complaint_id",
        person_columns=("question",),
    ),
)

complaint_referrals = CATALOGUE.declare(
    "complaint_referrals",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("kind", Coded(OutsideKind), nullable=False),
    Column("body", Words(), nullable=False),
    Column("their_ref", Words(), nullable=False),
    Column("referred_on", Day(), nullable=False),
    Column("result", Words(), nullable=False),
    Column("result_on", Day(), nullable=True),
    Column("cost_pence", Whole(), nullable=True),
    Column("is_binding", YesNo(), nullable=False),
    Index("ix_complaint_referrals_complaint_id", "complaint_id"),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="kind",
        owner_column="complaint_id",
        person_columns=("body", "their_ref", "result"),
        search_columns=("body", "their_ref", "result"),
    ),
)

complaint_behaviours = CATALOGUE.declare(
    "complaint_behaviours",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("on_day", Day(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("limits", Words(), nullable=False),
    Column("warned_on", Day(), nullable=True),
    Column("review_on", Day(), nullable=True),
    Column("ended_on", Day(), nullable=True),
    Index("ix_complaint_behaviours_complaint_id", "complaint_id"),
    Index(
        "ix_complaint_behaviours_review_on",
        "review_on",
        sqlite_where=text("review_on IS NOT NULL AND ended_on IS NULL"),
    ),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="text",
        owner_column="complaint_id",
        person_columns=("text", "limits"),
    ),
)
