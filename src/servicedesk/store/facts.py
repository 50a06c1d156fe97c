# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts of the business, such as its name: one text for each key, carried by every backup."""

from sqlalchemy import Column, Connection, UniqueConstraint, select

from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Words

business_facts = CATALOGUE.declare(
    "business_facts",
    Column("key", Words(), nullable=False),
    Column("value", Words(), nullable=False),
    UniqueConstraint("key"),
    record=RecordInfo(kind=Kind.BUSINESS, label_column="key"),
)


def all_facts(connection: Connection) -> dict[str, str]:
    """Every fact by key, in order of key."""
    return dict(ask(connection, "SELECT key, value FROM business_facts ORDER BY key"))


def fact_id(connection: Connection, key: str) -> int | None:
    """The number of the row that holds a fact, or None when it is not known."""
    return connection.scalar(select(business_facts.c.id).where(business_facts.c.key == key))
