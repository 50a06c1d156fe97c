# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The register of actions as kept, wherever they came from."""

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, select, text

from servicedesk.domain.actions import ActionCard, ActionDraft, ActionKind, ActionSource
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

actions = CATALOGUE.declare(
    "actions",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("kind", Coded(ActionKind), nullable=False),
    Column("text", Words(), nullable=False),
    Column("owner", Words(), nullable=False),
    Column("due_on", Day(), nullable=True),
    Column("done_on", Day(), nullable=True),
    Column("cause", Coded(Cause), nullable=True),
    Column("cost_pence", Whole(), nullable=True),
    Column("check_on", Day(), nullable=True),
    Column("checked_on", Day(), nullable=True),
    Column("works", YesNo(), nullable=True),
    Column("check_note", Words(), nullable=False),
    Column("source", Coded(ActionSource), nullable=False, server_default=ActionSource.OWN.value),
    Column("source_key", Words(), nullable=False, server_default=""),
    Column("source_id", Id(), nullable=True),
    Column("evidence", Words(), nullable=False, server_default=""),
    Index("ix_actions_complaint_id", "complaint_id"),
    Index("ix_actions_done_on", "done_on", sqlite_where=text("done_on IS NOT NULL")),
    Index("ix_actions_open", "due_on", "id", sqlite_where=text("done_on IS NULL")),
    Index(
        "ix_actions_check_on",
        "check_on",
        sqlite_where=text("check_on IS NOT NULL AND checked_on IS NULL"),
    ),
    record=RecordInfo(
        kind=Kind.ACTION,
        label_column="text",
        person_columns=("text", "check_note", "evidence"),
        search_columns=("text", "check_note", "evidence"),
    ),
)


def action_values(draft: ActionDraft) -> dict[str, object]:
    """What is written of an action, without its complaint and its check."""
    return {
        "kind": draft.kind,
        "text": draft.text,
        "owner": draft.owner,
        "due_on": draft.due,
        "done_on": draft.done_on,
        "cause": draft.cause,
        "cost_pence": draft.cost_pence,
        "source": draft.source,
        "source_key": draft.source_key,
        "source_id": draft.source_id,
        "evidence": draft.evidence,
    }


def action(connection: Connection, action_id: int) -> ActionCard | None:
    """One action, or None."""
    row = connection.execute(select(actions).where(actions.c.id == action_id)).first()
    return None if row is None else action_of(row)


def action_of(row: Row[Any]) -> ActionCard:
    """An action out of a row of its table."""
    draft = ActionDraft(
        kind=row.kind,
        text=row.text,
        owner=row.owner,
        due=row.due_on,
        done_on=row.done_on,
        cause=row.cause,
        cost_pence=row.cost_pence,
        source=row.source,
        source_key=row.source_key,
        source_id=row.source_id,
        evidence=row.evidence,
    )
    return ActionCard(
        id=row.id,
        complaint_id=row.complaint_id,
        draft=draft,
        check_on=row.check_on,
        checked_on=row.checked_on,
        works=row.works,
        check_note=row.check_note,
    )
