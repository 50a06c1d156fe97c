# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas to try, as kept."""

from sqlalchemy import Column, Connection, select

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.ideas import IdeaCard, IdeaDraft, IdeaVerdict
from servicedesk.domain.kinds import Kind
from servicedesk.store.actions import actions
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Words

ideas = CATALOGUE.declare(
    "ideas",
    Column("what", Words(), nullable=False),
    Column("seen_at", Words(), nullable=False),
    Column("seen_on", Day(), nullable=True),
    Column("try_by", Day(), nullable=True),
    Column("tried_on", Day(), nullable=True),
    Column("verdict", Coded(IdeaVerdict), nullable=True),
    Column("note", Words(), nullable=False),
    record=RecordInfo(
        kind=Kind.IDEA, label_column="what", person_columns=("what", "seen_at", "note")
    ),
)


def idea_cards(connection: Connection, idea_id: int | None = None) -> tuple[IdeaCard, ...]:
    """Ideas, the newest first, in one statement.

    Args:
        connection: reads the file.
        idea_id: of the only one that is wanted; None for all. There are a few a year.
    """
    planned = (
        select(actions.c.id)
        .where(actions.c.source == ActionSource.IDEA, actions.c.source_id == ideas.c.id)
        .exists()
    )
    wanted = select(ideas, planned.label("is_planned")).order_by(ideas.c.id.desc())
    if idea_id is not None:
        wanted = wanted.where(ideas.c.id == idea_id)
    return tuple(
        IdeaCard(
            id=row.id,
            draft=IdeaDraft(
                what=row.what,
                seen_at=row.seen_at,
                seen_on=row.seen_on,
                try_by=row.try_by,
                tried_on=row.tried_on,
                verdict=row.verdict,
                note=row.note,
            ),
            is_planned=bool(row.is_planned),
        )
        for row in connection.execute(wanted)
    )


def idea_values(draft: IdeaDraft) -> dict[str, object]:
    """What is written for an idea, by column."""
    return {
        "what": draft.what,
        "seen_at": draft.seen_at,
        "seen_on": draft.seen_on,
        "try_by": draft.try_by,
        "tried_on": draft.tried_on,
        "verdict": draft.verdict,
        "note": draft.note,
    }
