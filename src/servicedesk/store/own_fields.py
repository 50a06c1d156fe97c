# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business's own fields on customers and promises, at most ten on each."""

from sqlalchemy import Column

from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldKind, OwnFieldOn
from servicedesk.store.records import CATALOGUE, RecordInfo
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
