# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations and insurance of the business, with the days on which they end."""

from datetime import date

from sqlalchemy import Column, Connection

from servicedesk.domain.kinds import Kind
from servicedesk.domain.registrations import (
    RegistrationCard,
    RegistrationDraft,
    RegistrationKind,
)
from servicedesk.store.asking import ask
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

_ALL = "SELECT id, kind, body, number, checked_on, ends_on FROM registrations ORDER BY id"


def all_registrations(connection: Connection) -> tuple[RegistrationCard, ...]:
    """All of them, in the order in which they were added; there are never many."""
    return tuple(
        RegistrationCard(
            id=number,
            kind=RegistrationKind(kind),
            body=body,
            number=said,
            checked_on=None if checked_on is None else date.fromisoformat(checked_on),
            ends_on=None if ends_on is None else date.fromisoformat(ends_on),
        )
        for number, kind, body, said, checked_on, ends_on in ask(connection, _ALL)
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
