# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations and insurance of the business, with the days on which they end."""

from sqlalchemy import Column, Connection, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.registrations import (
    RegistrationCard,
    RegistrationDraft,
    RegistrationKind,
)
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Words

registrations = CATALOGUE.declare(
    "registrations",
    Column("kind", Coded(RegistrationKind), nullable=False),
    Column("body", Words(), nullable=False),
    Column("number", Words(), nullable=False),
    Column("checked_on", Day(), nullable=True),
    Column("ends_on", Day(), nullable=True),
    record=RecordInfo(
        kind=Kind.REGISTRATION, label_column="body", search_columns=("body", "number")
    ),
)


def all_registrations(connection: Connection) -> tuple[RegistrationCard, ...]:
    """All of them, in the order in which they were added; there are never many."""
    rows = connection.execute(select(registrations).order_by(registrations.c.id))
    return tuple(
        RegistrationCard(
            id=row.id,
            kind=row.kind,
            body=row.body,
            number=row.number,
            checked_on=row.checked_on,
            ends_on=row.ends_on,
        )
        for row in rows
    )


def registration_values(draft: RegistrationDraft) -> dict[str, object]:
    """What is written for a registration, by column."""
    return {
        "kind": draft.kind,
        "body": draft.body,
        "number": draft.number,
        "checked_on": draft.checked_on,
        "ends_on": draft.ends_on,
    }
