# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business's own fields on customers and promises, at most ten on each."""

import json
from types import MappingProxyType

from sqlalchemy import Column, Connection, Row, bindparam, select

from servicedesk.domain.customers import NOTHING_OWN, OWN_VALUE
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.settled import settled
from servicedesk.store.types import Coded, Day, Whole, Words

own_fields = CATALOGUE.declare(
    "own_fields",
    Column("on", Coded(OwnFieldOn), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("name", Words(), nullable=False),
    Column("kind", Coded(OwnFieldKind), nullable=False),
    Column("choices", Words(), nullable=False),
    Column("retired_on", Day(), nullable=True),
    record=RecordInfo(kind=Kind.OWN_FIELD, label_column="name", search_columns=("name",)),
)

_ON = (
    select(own_fields)
    .where(own_fields.c.on == bindparam("sort"))
    .order_by(own_fields.c.position, own_fields.c.id)
)
_ONE = select(own_fields).where(own_fields.c.id == bindparam("this"))


def fields_on(connection: Connection, on: OwnFieldOn) -> tuple[OwnFieldCard, ...]:
    """The own fields of a sort of record in their order, retired ones among them."""
    return settled(connection, ("own_fields", on), _TABLES, lambda: _all(connection, on))


def field_of(connection: Connection, field_id: int) -> OwnFieldCard | None:
    """One own field, or None where there is none of that id."""
    row = connection.execute(_ONE, {"this": field_id}).first()
    return None if row is None else _card(row)


def next_field_number(connection: Connection) -> int:
    """The number that the next own field gets; none is given twice."""
    row = connection.exec_driver_sql(
        "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'own_fields'), 0),"
        " coalesce((SELECT max(id) FROM own_fields), 0)) + 1"
    )
    return int(row.scalar_one())


def field_values(draft: OwnFieldDraft) -> dict[str, object]:
    """What is written for an own field, by column, but for its place."""
    return {
        "on": draft.on,
        "name": draft.name,
        "kind": draft.kind,
        "choices": "\n".join(draft.choices),
    }


def own_text(own: OWN_VALUE) -> str:
    """The values of a record's own fields as one text of JSON, as records keep them."""
    return json.dumps(dict(own), ensure_ascii=False, sort_keys=True) if own else ""


def own_from(text: str) -> OWN_VALUE:
    """The values that ``own_text`` wrote."""
    return MappingProxyType(json.loads(text)) if text else NOTHING_OWN


_TABLES = frozenset({own_fields.name})


def _all(connection: Connection, on: OwnFieldOn) -> tuple[OwnFieldCard, ...]:
    rows = connection.execute(_ON, {"sort": on})
    return tuple(_card(row) for row in rows)


def _card(row: Row[tuple[object, ...]]) -> OwnFieldCard:
    return OwnFieldCard(
        id=row.id,
        draft=OwnFieldDraft(
            on=row.on,
            name=row.name,
            kind=row.kind,
            choices=tuple(row.choices.split("\n")) if row.choices else (),
        ),
        retired_on=row.retired_on,
    )
