# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Half-typed forms, kept so that a crash loses two seconds of typing at most.

It is the one table that the journal does not follow: a draft is not yet said.
"""

from sqlalchemy import Column, Connection, UniqueConstraint, select

from servicedesk.domain.drafts import KeptDraft
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Moment, Words

drafts = CATALOGUE.declare(
    "drafts",
    Column("form", Words(), nullable=False),
    Column("subject", Words(), nullable=False),
    Column("body", Words(), nullable=False),
    Column("saved_at", Moment(), nullable=False),
    UniqueConstraint("form", "subject"),
    record=RecordInfo(kind=Kind.DRAFT, person_columns=("subject", "body"), undoable=False),
)


def draft_of(connection: Connection, form: str, subject: str = "") -> KeptDraft | None:
    """The draft of one form, or None."""
    row = connection.execute(
        select(drafts).where(drafts.c.form == form, drafts.c.subject == subject)
    ).first()
    if row is None:
        return None
    return KeptDraft(form=row.form, subject=row.subject, body=row.body, saved_at=row.saved_at)
