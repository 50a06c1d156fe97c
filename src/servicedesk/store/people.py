# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people who work in the business."""

from sqlalchemy import Column, Connection, ForeignKey, Row, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonCard, PersonDraft, Role
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.settled import settled
from servicedesk.store.types import Coded, Id, Whole, Words

people = CATALOGUE.declare(
    "people",
    Column("name", Words(), nullable=False),
    Column("role", Coded(Role), nullable=False),
    Column("limit_pence", Whole(), nullable=True),
    Column("stand_in_id", Id(), ForeignKey("people.id"), nullable=True),
    record=RecordInfo(
        kind=Kind.PERSON,
        label_column="name",
        person_columns=("name",),
        search_columns=("name",),
    ),
)


def all_people(connection: Connection) -> dict[int, PersonCard]:
    """Everybody by id, in the order in which they were added."""
    return dict(settled(connection, "people", _TABLES, lambda: _all(connection)))


def person_values(draft: PersonDraft) -> dict[str, object]:
    """What is written for a person, by column."""
    return {
        "name": draft.name,
        "role": draft.role,
        "limit_pence": draft.limit_pence,
        "stand_in_id": draft.stand_in_id,
    }


_TABLES = frozenset({people.name})


def _all(connection: Connection) -> dict[int, PersonCard]:
    rows = connection.execute(select(people).order_by(people.c.id))
    return {row.id: _card(row) for row in rows}


def _card(row: Row[tuple[object, ...]]) -> PersonCard:
    return PersonCard(
        id=row.id,
        name=row.name,
        role=row.role,
        limit_pence=row.limit_pence,
        stand_in_id=row.stand_in_id,
    )
