# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints as kept: what was said, where they stand, what is due by when."""

import json
from dataclasses import replace
from datetime import UTC

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    UniqueConstraint,
    text,
)

from servicedesk.domain.complaints import (
    About,
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Content,
    Dates,
    Dues,
    Finding,
    Priority,
    Promised,
    Serious,
    Stage,
    Track,
)
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

complaints = CATALOGUE.declare(
    "complaints",
    Column("ref", Words(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("called", Words(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("about", Coded(About), nullable=True),
    Column("wishes", Words(), nullable=False),
    Column("wish_words", Words(), nullable=False),
    Column("serious", Coded(Serious), nullable=False),
    Column("is_safety", YesNo(), nullable=False),
    Column("received_at", Moment(), nullable=False),
    Column("received_on", Day(), nullable=False),
    Column("channel", Coded(Channel), nullable=False),
    Column("taken_by", Words(), nullable=False),
    Column("handler", Words(), nullable=False),
    Column("stand_in", Words(), nullable=False),
    Column("job_ref", Words(), nullable=False),
    Column("product", Words(), nullable=False),
    Column("happened_on", Day(), nullable=True),
    Column("place", Words(), nullable=False),
    Column("staff", Words(), nullable=False),
    Column("amount_pence", Whole(), nullable=True),
    Column("is_ongoing", YesNo(), nullable=False),
    Column("from_stock", YesNo(), nullable=False),
    Column("acting_for", Words(), nullable=False),
    Column("authority_seen_on", Day(), nullable=True),
    Column("track", Coded(Track), nullable=False),
    Column("notes", Words(), nullable=False),
    Column("own", Words(), nullable=False),
    Column("stage", Coded(Stage), nullable=False),
    Column("level", Whole(), nullable=False),
    Column("severity", Whole(), nullable=False),
    Column("impact", Whole(), nullable=False),
    Column("urgency", Whole(), nullable=False),
    Column("safety_assessed", YesNo(), nullable=False),
    Column("is_legal", YesNo(), nullable=False),
    Column("support_need", YesNo(), nullable=False),
    Column("is_complex", YesNo(), nullable=False),
    Column("priority", Coded(Priority), nullable=False),
    Column("raised", Coded(Priority), nullable=True),
    Column("raise_note", Words(), nullable=False),
    Column("assessed_on", Day(), nullable=True),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=True),
    Column("ack_amount", Whole(), nullable=True),
    Column("ack_unit", Words(), nullable=True),
    Column("decide_amount", Whole(), nullable=True),
    Column("decide_unit", Words(), nullable=True),
    Column("acknowledged_at", Moment(), nullable=True),
    Column("update_sent_on", Day(), nullable=True),
    Column("decided_on", Day(), nullable=True),
    Column("resolved_on", Day(), nullable=True),
    Column("closed_on", Day(), nullable=True),
    Column("follow_up_on", Day(), nullable=True),
    Column("insurer_told_on", Day(), nullable=True),
    Column("insurer_not_needed", Words(), nullable=False),
    Column("stock_checked_on", Day(), nullable=True),
    Column("external_on", Day(), nullable=True),
    Column("answered_on", Day(), nullable=True),
    Column("promised_for", Day(), nullable=True),
    Column("promised_on", Day(), nullable=True),
    Column("acknowledge_due", Day(), nullable=False),
    Column("decide_due", Day(), nullable=False),
    Column("judged_due", Day(), nullable=True),
    Column("first_due", Day(), nullable=True),
    Column("aim_due", Day(), nullable=True),
    Column("ceiling_due", Day(), nullable=False),
    Column("update_due", Day(), nullable=True),
    Column("follow_up_due", Day(), nullable=True),
    Column("next_on", Day(), nullable=True),
    Column("finding", Coded(Finding), nullable=True),
    Column("outcome_words", Words(), nullable=False),
    Column("told_by", Coded(Channel), nullable=True),
    Column("content", Coded(Content), nullable=False),
    Column("satisfaction", Whole(), nullable=True),
    Column("causes", Words(), nullable=False),
    Column("main_cause", Coded(Cause), nullable=True),
    Column("no_cause_because", Words(), nullable=False),
    Column("whys", Words(), nullable=False),
    Column("lessons", Words(), nullable=False),
    Column("no_action_because", Words(), nullable=False),
    Column("element", Coded(Element), nullable=True),
    Column("may_publish", YesNo(), nullable=False),
    Column("cost_pence", Whole(), nullable=True),
    Column("minutes_spent", Whole(), nullable=True),
    Column("linked_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("master_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("waiting_for", Words(), nullable=False),
    Column("reopened", Whole(), nullable=False),
    Column("legal_hold", Words(), nullable=False),
    Column("snoozed_until", Day(), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_complaints_customer_id", "customer_id", "received_on"),
    Index("ix_complaints_received_on", "received_on", "id"),
    Index("ix_complaints_decide_due", "decide_due", "id", "stage"),
    Index(
        "ix_complaints_open",
        "next_on",
        "id",
        sqlite_where=text("stage NOT IN ('closed', 'withdrawn', 'duplicate')"),
    ),
    Index(
        "ix_complaints_ended",
        "received_on",
        "id",
        sqlite_where=text("stage IN ('closed', 'withdrawn', 'duplicate')"),
    ),
    Index(
        "ix_complaints_no_cause",
        "received_on",
        "id",
        sqlite_where=text(
            "main_cause IS NULL AND no_cause_because = '' AND stage IN ('resolved', 'closed')"
        ),
    ),
    Index("ix_complaints_alike", "about", "main_cause", "received_on"),
    # Everything that figures count, so that a report reads the index alone.
    Index(
        "ix_complaints_counted",
        *("received_on", "stage", "finding", "acknowledged_at", "decided_on", "resolved_on"),
        *("answered_on", "acknowledge_due", "decide_due", "first_due", "judged_due", "about"),
        *("main_cause", "customer_id", "satisfaction", "cost_pence", "reopened"),
    ),
    Index("ix_complaints_again", "customer_id", "about", "received_on", "stage"),
    Index("ix_complaints_main_cause", "main_cause", "received_on", "stage"),
    Index("ix_complaints_linked_id", "linked_id", sqlite_where=text("linked_id IS NOT NULL")),
    Index("ix_complaints_master_id", "master_id", sqlite_where=text("master_id IS NOT NULL")),
    record=RecordInfo(
        kind=Kind.COMPLAINT,
        label_column="ref",
        person_columns=(
            "called",
            "text",
            "wish_words",
            "job_ref",
            "place",
            "staff",
            "acting_for",
            "notes",
            "own",
            "outcome_words",
            "lessons",
            "whys",
            "waiting_for",
            "legal_hold",
            "insurer_not_needed",
            "no_cause_because",
            "no_action_because",
            "raise_note",
        ),
        search_columns=("ref", "called", "text", "job_ref", "product", "notes", "own"),
    ),
)

OPEN = text("complaints.stage NOT IN ('closed', 'withdrawn', 'duplicate')")
"""Written out, because a partial index serves only a query that names its very condition."""


def draft_values(draft: ComplaintDraft) -> dict[str, object]:
    """What is written of a draft, by column, without the day on which it came."""
    same = (
        *("customer_id", "called", "text", "about", "wish_words", "is_safety", "received_at"),
        *("channel", "taken_by", "handler", "job_ref", "product", "happened_on", "place"),
        *("staff", "amount_pence", "is_ongoing", "from_stock", "acting_for"),
        *("authority_seen_on", "track", "notes"),
    )
    return {
        **{name: getattr(draft, name) for name in same},
        "wishes": json.dumps([str(wish) for wish in draft.wishes]),
        "serious": draft.serious or Serious.NORMAL,
        "own": json.dumps(dict(draft.own), ensure_ascii=False, sort_keys=True),
    }


def draft_as_kept(draft: ComplaintDraft) -> ComplaintDraft:
    """A draft as it is read back once it is written: how serious it is, and its moment in UTC."""
    received_at = draft.received_at.astimezone(UTC)
    return replace(draft, serious=draft.serious or Serious.NORMAL, received_at=received_at)


def assessment_values(assessment: Assessment) -> dict[str, object]:
    """What is written of how a complaint was weighed, and its priority, which lists read."""
    return {
        "severity": assessment.severity,
        "impact": assessment.impact,
        "urgency": assessment.urgency,
        "safety_assessed": assessment.is_safety,
        "is_legal": assessment.is_legal,
        "support_need": assessment.support_need,
        "is_complex": assessment.is_complex,
        "raised": assessment.raised,
        "raise_note": assessment.raise_note,
        "assessed_on": assessment.on,
        "priority": priority_of(assessment),
    }


def promised_values(promised: Promised) -> dict[str, object]:
    """What is written of the times the charter promised when the complaint came."""
    first, answer = promised.acknowledge, promised.decide
    return {
        "charter_version_id": promised.version_id,
        "ack_amount": None if first is None else first.amount,
        "ack_unit": None if first is None else first.unit,
        "decide_amount": None if answer is None else answer.amount,
        "decide_unit": None if answer is None else answer.unit,
    }


DATES = (
    *("acknowledged_at", "update_sent_on", "decided_on", "resolved_on", "closed_on"),
    *("follow_up_on", "insurer_told_on", "stock_checked_on", "external_on"),
    *("answered_on", "promised_for", "promised_on"),
)
"""Columns that say when something happened, by the names they have in Dates."""


def dates_values(dates: Dates) -> dict[str, object]:
    """What is written of when things happened."""
    return {name: getattr(dates, name) for name in DATES}


def dues_values(dues: Dues) -> dict[str, object]:
    """What is written of what is to happen by when."""
    return {
        "acknowledge_due": dues.acknowledge_on,
        "decide_due": dues.decide_on,
        "judged_due": dues.judged_on,
        "first_due": dues.first_on,
        "aim_due": dues.aim_on,
        "ceiling_due": dues.ceiling_on,
        "update_due": dues.update_on,
        "follow_up_due": dues.follow_up_on,
        "next_on": dues.next_on,
    }


def learning_values(learning: Learning) -> dict[str, object]:
    """What is written of what is learnt."""
    return {
        "causes": json.dumps([str(cause) for cause in learning.causes]),
        "main_cause": learning.causes[0] if learning.causes else None,
        "no_cause_because": learning.no_cause_because,
        "whys": json.dumps(list(learning.whys), ensure_ascii=False),
        "lessons": learning.lessons,
        "no_action_because": learning.no_action_because,
        "element": learning.element,
        "may_publish": learning.may_publish,
    }


def card_values(card: ComplaintCard) -> dict[str, object]:
    """All that can change of a complaint as it stands, by column."""
    same = (
        *("stage", "level", "finding", "outcome_words", "told_by", "content", "satisfaction"),
        *("insurer_not_needed", "stand_in", "cost_pence", "minutes_spent", "linked_id"),
        *("master_id", "waiting_for", "reopened", "legal_hold"),
    )
    return {
        **draft_values(card.draft),
        **assessment_values(card.assessment),
        **dates_values(card.dates),
        **dues_values(card.dues),
        **learning_values(card.learning),
        **{name: getattr(card, name) for name in same},
    }
