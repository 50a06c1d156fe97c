# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The third schema: customers, what helps them, files of records, extra open days."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def upgrade(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _customers(op)
    _customers_found(op)
    _reaching(op)
    _around(op)
    _support(op)
    _consents(op)
    _others(op)


def _customers(op: "Operations") -> None:
    op.create_table(
        "customers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("shown_name", Words(), nullable=False),
        sa.Column("sort_key", Words(), nullable=False),
        sa.Column("is_organisation", YesNo(), nullable=False),
        sa.Column("ask_for", Words(), nullable=False),
        sa.Column("salutation", Words(), nullable=False),
        sa.Column("status", _CODE, nullable=False),
        sa.Column("is_consumer", YesNo(), nullable=False),
        sa.Column("prefers", _CODE, nullable=True),
        sa.Column("best_time", Words(), nullable=False),
        sa.Column("heard_from", Words(), nullable=False),
        sa.Column("remember", Words(), nullable=False),
        sa.Column("notes", Words(), nullable=False),
        sa.Column("own", Words(), nullable=False),
        sa.Column("first_visit_on", Day(), nullable=True),
        sa.Column("last_visit_on", Day(), nullable=True),
        sa.Column("added_on", Day(), nullable=False),
        sa.Column("archived_on", Day(), nullable=True),
        sa.Column("binned_at", Moment(), nullable=True),
        sa.Column("merged_into_id", Id(), nullable=True),
        sa.UniqueConstraint("ref", name="uq_customers_ref"),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["customers.id"], name="fk_customers_merged_into_id"
        ),
        **_KIND,
    )


def _customers_found(op: "Operations") -> None:
    op.create_index(
        "ix_customers_binned_at",
        "customers",
        ["binned_at"],
        sqlite_where=sa.text("binned_at IS NOT NULL"),
    )
    op.create_index(
        "ix_customers_listed",
        "customers",
        ["sort_key", "id", "archived_on", "binned_at", "merged_into_id", "status"],
        sqlite_where=sa.text(
            "archived_on IS NULL AND binned_at IS NULL AND merged_into_id IS NULL"
        ),
    )
    op.create_index(
        "ix_customers_merged_into_id",
        "customers",
        ["merged_into_id"],
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
    )
    op.create_index(
        "ix_customers_put_away",
        "customers",
        ["sort_key", "id", "archived_on", "binned_at", "merged_into_id", "status"],
        sqlite_where=sa.text(
            "archived_on IS NOT NULL AND binned_at IS NULL AND merged_into_id IS NULL"
        ),
    )
    op.create_index("ix_customers_sort_key_id", "customers", ["sort_key", "id"])


def _reaching(op: "Operations") -> None:
    op.create_table(
        "customer_reaches",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("shown", Words(), nullable=False),
        sa.Column("normal", Words(), nullable=False),
        sa.Column("label", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_customer_reaches_customer_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_customer_reaches_customer_id", "customer_reaches", ["customer_id", "position"]
    )
    op.create_index("ix_customer_reaches_normal", "customer_reaches", ["normal"])
    op.create_table(
        "customer_addresses",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("lines", Words(), nullable=False),
        sa.Column("postcode", Words(), nullable=False),
        sa.Column("normal", Words(), nullable=False),
        sa.Column("label", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_customer_addresses_customer_id"
        ),
        **_KIND,
    )
    op.create_index(
        "ix_customer_addresses_customer_id", "customer_addresses", ["customer_id", "position"]
    )
    op.create_index("ix_customer_addresses_normal", "customer_addresses", ["normal"])


def _around(op: "Operations") -> None:
    op.create_table(
        "customer_tags",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("tag", Words(), nullable=False),
        sa.UniqueConstraint("customer_id", "tag", name="uq_customer_tags_customer_id_tag"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_customer_tags_customer_id"
        ),
        **_KIND,
    )
    op.create_index("ix_customer_tags_tag", "customer_tags", ["tag", "customer_id"])
    op.create_table(
        "customer_visits",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("day", Day(), nullable=False),
        sa.Column("bought_else", YesNo(), nullable=False),
        sa.UniqueConstraint("customer_id", "day", name="uq_customer_visits_customer_id_day"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_customer_visits_customer_id"
        ),
        **_KIND,
    )


def _support(op: "Operations") -> None:
    op.create_table(
        "support_needs",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("need", _CODE, nullable=False),
        sa.Column("detail", Words(), nullable=False),
        sa.Column("source", _CODE, nullable=False),
        sa.Column("yes_words", Words(), nullable=False),
        sa.Column("agreed_on", Day(), nullable=True),
        sa.Column("is_temporary", YesNo(), nullable=False),
        sa.Column("review_on", Day(), nullable=True),
        sa.Column("visible_to", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_support_needs_customer_id"
        ),
        **_KIND,
    )
    op.create_index("ix_support_needs_customer_id", "support_needs", ["customer_id"])
    op.create_index("ix_support_needs_review_on", "support_needs", ["review_on"])
    op.create_table(
        "safety_notes",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("yes_words", Words(), nullable=False),
        sa.Column("agreed_on", Day(), nullable=False),
        sa.Column("tested_on", Day(), nullable=True),
        sa.Column("result", Words(), nullable=False),
        sa.Column("ends_on", Day(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_safety_notes_customer_id"
        ),
        **_KIND,
    )
    op.create_index("ix_safety_notes_customer_id", "safety_notes", ["customer_id"])
    op.create_index("ix_safety_notes_ends_on", "safety_notes", ["ends_on"])


def _consents(op: "Operations") -> None:
    op.create_table(
        "consents",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=False),
        sa.Column("channel", _CODE, nullable=False),
        sa.Column("wording", Words(), nullable=False),
        sa.Column("given_on", Day(), nullable=False),
        sa.Column("how", Words(), nullable=False),
        sa.Column("withdrawn_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_consents_customer_id"),
        **_KIND,
    )
    op.create_index("ix_consents_customer_id", "consents", ["customer_id"])


def _others(op: "Operations") -> None:
    op.create_table(
        "own_fields",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("on", _CODE, nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("choices", Words(), nullable=False),
        sa.Column("retired_on", Day(), nullable=True),
        **_KIND,
    )
    op.create_table(
        "record_files",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("record_id", Id(), nullable=False),
        sa.Column("attachment_id", Id(), nullable=False),
        sa.Column("thumbnail_id", Id(), nullable=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("added_on", Day(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name="fk_record_files_attachment_id"
        ),
        sa.ForeignKeyConstraint(
            ["thumbnail_id"], ["attachments.id"], name="fk_record_files_thumbnail_id"
        ),
        **_KIND,
    )
    op.create_index("ix_record_files_attachment_id", "record_files", ["attachment_id"])
    op.create_index("ix_record_files_kind_record_id", "record_files", ["kind", "record_id"])
    op.create_table(
        "open_days",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("day", Day(), nullable=False),
        sa.Column("hours", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.UniqueConstraint("day", name="uq_open_days_day"),
        **_KIND,
    )


REVISION = Revision(number=3, upgrade=upgrade)
