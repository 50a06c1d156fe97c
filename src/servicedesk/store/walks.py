# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks along the customer's way, as kept."""

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.walks import WalkCard, WalkDraft, WalkStep
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Day, Id, Whole, Words

walks = CATALOGUE.declare(
    "walks",
    Column("name", Words(), nullable=False),
    Column("walked_on", Day(), nullable=False),
    Column("who", Words(), nullable=False),
    record=RecordInfo(kind=Kind.WALK, label_column="name"),
)

walk_steps = CATALOGUE.declare(
    "walk_steps",
    Column("walk_id", Id(), ForeignKey("walks.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("what", Words(), nullable=False),
    Column("snag", Words(), nullable=False),
    Column("promise", Words(), nullable=False),
    Column("action", Words(), nullable=False),
    Index("ix_walk_steps_walk_id", "walk_id", "position"),
    record=RecordInfo(
        kind=Kind.WALK,
        label_column="what",
        owner_column="walk_id",
        person_columns=("snag", "action"),
    ),
)


def walk_cards(connection: Connection, walk_id: int | None = None) -> tuple[WalkCard, ...]:
    """Walks, the newest first, in one statement.

    Args:
        connection: reads the file.
        walk_id: of the only one that is wanted; None for all. There are a few a year.
    """
    wanted = (
        select(walks, walk_steps)
        .join(walk_steps, walk_steps.c.walk_id == walks.c.id)
        .order_by(walks.c.walked_on.desc(), walks.c.id.desc(), walk_steps.c.position)
    )
    if walk_id is not None:
        wanted = wanted.where(walks.c.id == walk_id)
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.walk_id, []).append(row)
    return tuple(_card(rows) for rows in found.values())


def step_ids(connection: Connection, walk_id: int) -> tuple[int, ...]:
    """The rows of the steps of a walk, in order."""
    wanted = select(walk_steps.c.id).where(walk_steps.c.walk_id == walk_id)
    return tuple(connection.scalars(wanted.order_by(walk_steps.c.position)))


def walk_values(draft: WalkDraft) -> dict[str, object]:
    """What is written for a walk, by column."""
    return {"name": draft.name, "walked_on": draft.walked_on, "who": draft.who}


def step_values(step: WalkStep, place: int) -> dict[str, object]:
    """What is written for a step of a walk, by column.

    Args:
        step: of the walk.
        place: from 0.
    """
    return {
        "position": place,
        "what": step.what,
        "snag": step.snag,
        "promise": step.promise,
        "action": step.action,
    }


def _card(rows: list[Row[Any]]) -> WalkCard:
    first = rows[0]
    steps = tuple(
        WalkStep(what=row.what, snag=row.snag, promise=row.promise, action=row.action)
        for row in rows
    )
    return WalkCard(
        id=first.walk_id,
        draft=WalkDraft(name=first.name, walked_on=first.walked_on, who=first.who, steps=steps),
    )
