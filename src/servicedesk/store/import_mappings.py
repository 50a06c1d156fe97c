# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the columns of a list are brought in, kept under a name."""

import json

from sqlalchemy import Column as Kept
from sqlalchemy import Connection, Row, select

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Column, DayOrder
from servicedesk.domain.importing_fields import field_of
from servicedesk.domain.importing_mappings import MappingCard, MappingDraft
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Words

import_mappings = CATALOGUE.declare(
    "import_mappings",
    Kept("name", Words(), nullable=False),
    Kept("holds", Coded(ListKind), nullable=False),
    Kept("columns", Words(), nullable=False),
    record=RecordInfo(kind=Kind.IMPORT_MAPPING, label_column="name"),
)


def mapping_cards(connection: Connection) -> tuple[MappingCard, ...]:
    """All mappings that are kept, by their names."""
    rows = connection.execute(select(import_mappings).order_by(import_mappings.c.name))
    return tuple(map(_card, rows))


def mapping_values(draft: MappingDraft) -> dict[str, object]:
    """What is written of a mapping, by column."""
    columns = [
        {
            "heading": column.heading,
            "meaning": column.meaning.value,
            "group": column.group,
            "own_id": column.own_id,
            "order": None if (order := draft.day_orders.get(place)) is None else order.value,
        }
        for place, column in enumerate(draft.columns)
    ]
    return {
        "name": draft.name,
        "holds": draft.holds,
        "columns": json.dumps(columns, ensure_ascii=False),
    }


def _card(row: Row[tuple[object, ...]]) -> MappingCard:
    kept = json.loads(row.columns)
    draft = MappingDraft(
        name=row.name,
        holds=row.holds,
        columns=tuple(
            Column(
                heading=one["heading"],
                meaning=field_of(row.holds, one["meaning"]),
                group=one["group"],
                own_id=one["own_id"],
            )
            for one in kept
        ),
        day_orders={
            place: DayOrder(one["order"]) for place, one in enumerate(kept) if one["order"]
        },
    )
    return MappingCard(id=row.id, draft=draft)
