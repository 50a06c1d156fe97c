# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Management reviews with their decisions, as kept."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, func, select

from servicedesk.domain.actions import ActionCard, ActionSource
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.reviews import (
    Decision,
    DecisionCard,
    ReviewCard,
    ReviewDraft,
    ReviewInput,
    ReviewTopic,
)
from servicedesk.store.actions import action_of, actions
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

reviews = CATALOGUE.declare(
    "reviews",
    Column("begun_on", Day(), nullable=False),
    Column("first", Day(), nullable=False),
    Column("last", Day(), nullable=False),
    Column("held_on", Day(), nullable=True),
    Column("present", Words(), nullable=False),
    Column("findings", Words(), nullable=False),
    Column("changes_charter", YesNo(), nullable=True),
    Column("charter_change", Words(), nullable=False),
    Column("next_on", Day(), nullable=True),
    Column("finished_on", Day(), nullable=True),
    record=RecordInfo(
        kind=Kind.REVIEW,
        label_column="last",
        person_columns=("present", "findings", "charter_change"),
        search_columns=("findings", "charter_change"),
    ),
)

review_inputs = CATALOGUE.declare(
    "review_inputs",
    Column("review_id", Id(), ForeignKey("reviews.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("topic", Coded(ReviewTopic), nullable=False),
    Column("text", Words(), nullable=False),
    Index("ix_review_inputs_review_id", "review_id", "position"),
    record=RecordInfo(
        kind=Kind.REVIEW,
        label_column="text",
        owner_column="review_id",
        person_columns=("text",),
    ),
)

review_decisions = CATALOGUE.declare(
    "review_decisions",
    Column("review_id", Id(), ForeignKey("reviews.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("due_on", Day(), nullable=True),
    Index("ix_review_decisions_review_id", "review_id", "position"),
    record=RecordInfo(
        kind=Kind.REVIEW,
        label_column="text",
        owner_column="review_id",
        person_columns=("text", "who"),
        search_columns=("text",),
    ),
)


def review_cards(connection: Connection, review_id: int | None = None) -> tuple[ReviewCard, ...]:
    """Reviews, the newest first, in three statements.

    Args:
        connection: reads the file.
        review_id: of the only one that is wanted; None for all. There are two a year.
    """
    wanted = select(reviews).order_by(reviews.c.last.desc(), reviews.c.id.desc())
    gathered = select(review_inputs).order_by(review_inputs.c.position, review_inputs.c.id)
    decided = select(review_decisions).order_by(review_decisions.c.position, review_decisions.c.id)
    if review_id is not None:
        wanted = wanted.where(reviews.c.id == review_id)
        gathered = gathered.where(review_inputs.c.review_id == review_id)
        decided = decided.where(review_decisions.c.review_id == review_id)
    inputs: dict[int, list[ReviewInput]] = defaultdict(list)
    for row in connection.execute(gathered):
        inputs[row.review_id].append(ReviewInput(topic=row.topic, text=row.text))
    decisions: dict[int, list[DecisionCard]] = defaultdict(list)
    for row in connection.execute(decided):
        draft = Decision(text=row.text, who=row.who, due=row.due_on)
        decisions[row.review_id].append(DecisionCard(id=row.id, draft=draft))
    return tuple(
        _card(row, tuple(inputs[row.id]), tuple(decisions[row.id]))
        for row in connection.execute(wanted)
    )


def review_values(draft: ReviewDraft) -> dict[str, object]:
    """What is written of what the owner wrote, by column."""
    return {
        "held_on": draft.held_on,
        "present": draft.present,
        "findings": draft.findings,
        "changes_charter": draft.changes_charter,
        "charter_change": draft.charter_change,
        "next_on": draft.next_on,
    }


def decision_values(draft: Decision) -> dict[str, object]:
    """What is written of a decision, by column."""
    return {"text": draft.text, "who": draft.who, "due_on": draft.due}


def input_ids(connection: Connection, review_id: int) -> tuple[int, ...]:
    """The rows of what was gathered for a review, in order."""
    wanted = select(review_inputs.c.id).where(review_inputs.c.review_id == review_id)
    return tuple(connection.scalars(wanted.order_by(review_inputs.c.position)))


def review_of_decision(connection: Connection, decision_id: int) -> int | None:
    """The review that a decision is part of, or None."""
    decision = review_decisions.c
    return connection.scalar(select(decision.review_id).where(decision.id == decision_id))


def next_position(connection: Connection, review_id: int) -> int:
    """The place of the next decision of a review: those that were removed leave gaps."""
    highest = select(func.max(review_decisions.c.position))
    last = connection.scalar(highest.where(review_decisions.c.review_id == review_id))
    return 0 if last is None else last + 1


def decision_actions(connection: Connection, review_id: int) -> dict[str, ActionCard]:
    """The actions that came of a review, by ``source_key``: the number of their decision."""
    wanted = select(actions).where(
        actions.c.source == ActionSource.REVIEW, actions.c.source_id == review_id
    )
    return {row.source_key: action_of(row) for row in connection.execute(wanted)}


def action_count(connection: Connection, today: date, period: Period) -> tuple[int, ...]:
    """How many actions are open, how many of those are late, and how many were done.

    Args:
        connection: reads the file.
        today: what was due before it is late.
        period: in which the last ones were done.
    """
    is_open = actions.c.done_on.is_(None)
    wanted = select(
        func.count().filter(is_open),
        func.count().filter(is_open, actions.c.due_on < today),
        func.count().filter(actions.c.done_on.between(period.first, period.last)),
    ).select_from(actions)
    return tuple(connection.execute(wanted).one())


def _card(
    row: Row[Any], inputs: tuple[ReviewInput, ...], decisions: tuple[DecisionCard, ...]
) -> ReviewCard:
    draft = ReviewDraft(
        held_on=row.held_on,
        present=row.present,
        findings=row.findings,
        changes_charter=row.changes_charter,
        charter_change=row.charter_change,
        next_on=row.next_on,
    )
    return ReviewCard(
        id=row.id,
        begun_on=row.begun_on,
        period=Period(first=row.first, last=row.last),
        inputs=inputs,
        draft=draft,
        decisions=decisions,
        finished_on=row.finished_on,
    )
