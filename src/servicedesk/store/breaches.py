# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches, as kept."""

from typing import Any

from sqlalchemy import Column, Connection, Row, select

from servicedesk.domain.breaches import BreachCard, BreachDraft, BreachRisk
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Moment, Whole, Words

_TEXTS = (
    *("whose", "data", "effects", "risk_why", "report_ref", "late_why", "no_report_why"),
    *("told_how", "no_tell_why", "did"),
)

breaches = CATALOGUE.declare(
    "breaches",
    Column("what", Words(), nullable=False),
    Column("known_at", Moment(), nullable=False),
    Column("happened_on", Day(), nullable=True),
    Column("people", Whole(), nullable=True),
    Column("risk", Coded(BreachRisk), nullable=True),
    Column("reported_at", Moment(), nullable=True),
    Column("told_on", Day(), nullable=True),
    *(Column(name, Words(), nullable=False) for name in _TEXTS),
    Column("logged_on", Day(), nullable=False),
    Column("closed_on", Day(), nullable=True),
    record=RecordInfo(kind=Kind.BREACH, label_column="what", person_columns=("what", *_TEXTS)),
)


def breach_cards(connection: Connection, breach_id: int | None = None) -> tuple[BreachCard, ...]:
    """Breaches, the newest first, in one statement.

    Args:
        connection: reads the file.
        breach_id: of the only one that is wanted; None for all. There are a few in a life.
    """
    wanted = select(breaches).order_by(breaches.c.id.desc())
    if breach_id is not None:
        wanted = wanted.where(breaches.c.id == breach_id)
    return tuple(_card(row) for row in connection.execute(wanted))


def breach_values(draft: BreachDraft) -> dict[str, object]:
    """What is written of a breach as typed, by column."""
    return {
        "what": draft.what,
        "known_at": draft.known_at,
        "happened_on": draft.happened_on,
        "people": draft.people,
        "risk": draft.risk,
        "reported_at": draft.reported_at,
        "told_on": draft.told_on,
        **{name: getattr(draft, name) for name in _TEXTS},
    }


def _card(row: Row[Any]) -> BreachCard:
    draft = BreachDraft(
        what=row.what,
        known_at=row.known_at,
        happened_on=row.happened_on,
        people=row.people,
        risk=row.risk,
        reported_at=row.reported_at,
        told_on=row.told_on,
        **{name: getattr(row, name) for name in _TEXTS},
    )
    return BreachCard(id=row.id, draft=draft, logged_on=row.logged_on, closed_on=row.closed_on)
