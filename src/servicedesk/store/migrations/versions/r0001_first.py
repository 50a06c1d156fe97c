# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first schema: the business, its charter, its calendar, attachments and the journal."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Bytes, Coded, Day, Id, Moment, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def _id() -> sa.Column[int]:
    return sa.Column("id", Id(), primary_key=True)


def _attachments(op: "Operations") -> None:
    op.create_table(
        "attachments",
        _id(),
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("size", Whole(), nullable=False),
        sa.Column("media_type", Words(), nullable=False),
        sa.UniqueConstraint("sha256", name="uq_attachments_sha256"),
        **_KIND,
    )
    op.create_table(
        "attachment_pieces",
        _id(),
        sa.Column("attachment_id", Id(), nullable=False),
        sa.Column("number", Whole(), nullable=False),
        sa.Column("piece", Bytes(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name="fk_attachment_pieces_attachment_id"
        ),
        sa.UniqueConstraint(
            "attachment_id", "number", name="uq_attachment_pieces_attachment_id_number"
        ),
        **_KIND,
    )


def _charter(op: "Operations") -> None:
    op.create_table(
        "charter_versions",
        _id(),
        sa.Column("number", Whole(), nullable=False),
        sa.Column("status", _CODE, nullable=False),
        sa.Column("trade", Words(), nullable=False),
        sa.Column("guide_version", Whole(), nullable=False),
        sa.Column("answers", Words(), nullable=False),
        sa.Column("suggested", Words(), nullable=False),
        sa.Column("logo_id", Id(), nullable=True),
        sa.Column("logo_width", Whole(), nullable=True),
        sa.Column("logo_height", Whole(), nullable=True),
        sa.Column("approved_on", Day(), nullable=True),
        sa.Column("published_on", Day(), nullable=True),
        sa.Column("effective_from", Day(), nullable=True),
        sa.Column("review_by", Day(), nullable=True),
        sa.Column("ended_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(
            ["logo_id"], ["attachments.id"], name="fk_charter_versions_logo_id"
        ),
        sa.UniqueConstraint("number", name="uq_charter_versions_number"),
        **_KIND,
    )
    op.create_index(
        "uq_charter_versions_published",
        "charter_versions",
        ["status"],
        unique=True,
        sqlite_where=sa.text("status = 'published'"),
    )
    op.create_table(
        "service_standards",
        _id(),
        sa.Column("charter_version_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("key", Words(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["charter_version_id"],
            ["charter_versions.id"],
            name="fk_service_standards_charter_version_id",
        ),
        sa.UniqueConstraint(
            "charter_version_id", "key", name="uq_service_standards_charter_version_id_key"
        ),
        **_KIND,
    )


def _business(op: "Operations") -> None:
    op.create_table(
        "business_facts",
        _id(),
        sa.Column("key", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.UniqueConstraint("key", name="uq_business_facts_key"),
        **_KIND,
    )
    op.create_table(
        "opening_hours",
        _id(),
        sa.Column("weekday", Whole(), nullable=False),
        sa.Column("opens", Whole(), nullable=False),
        sa.Column("closes", Whole(), nullable=False),
        sa.UniqueConstraint("weekday", "opens", name="uq_opening_hours_weekday_opens"),
        **_KIND,
    )
    op.create_table(
        "closures",
        _id(),
        sa.Column("first", Day(), nullable=False),
        sa.Column("last", Day(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        **_KIND,
    )
    op.create_index("ix_closures_last", "closures", ["last"])
    op.create_table(
        "bank_holidays",
        _id(),
        sa.Column("nation", _CODE, nullable=False),
        sa.Column("day", Day(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("is_substitute", YesNo(), nullable=False),
        sa.Column("source", Words(), nullable=False),
        sa.UniqueConstraint("nation", "day", name="uq_bank_holidays_nation_day"),
        **_KIND,
    )


def _record_keeping(op: "Operations") -> None:
    op.create_table(
        "journal",
        _id(),
        sa.Column("step", Id(), nullable=False),
        sa.Column("reverses", Id(), nullable=True),
        sa.Column("use_case", Words(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("action", _CODE, nullable=False),
        sa.Column("table_name", Words(), nullable=False),
        sa.Column("record_id", Id(), nullable=False),
        sa.Column("before", Words(), nullable=True),
        sa.Column("after", Words(), nullable=True),
        **_KIND,
    )
    op.create_index("ix_journal_step", "journal", ["step"])
    op.create_index("ix_journal_table_name_record_id", "journal", ["table_name", "record_id"])
    op.create_table(
        "drafts",
        _id(),
        sa.Column("form", Words(), nullable=False),
        sa.Column("subject", Words(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("saved_at", Moment(), nullable=False),
        sa.UniqueConstraint("form", "subject", name="uq_drafts_form_subject"),
        **_KIND,
    )


def upgrade(op: "Operations") -> None:
    """Make every table of the first schema."""
    _attachments(op)
    _charter(op)
    _business(op)
    _record_keeping(op)


REVISION = Revision(number=1, upgrade=upgrade)
