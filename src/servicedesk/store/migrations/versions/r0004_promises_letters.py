# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The fourth schema: promises, letters, contacts."""

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
    _repeats(op)
    _promises(op)
    _promises_indexes(op)
    _moves(op)
    _letters(op)
    _contacts(op)


def _repeats(op: "Operations") -> None:
    op.create_table(
        "promise_repeats",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("every", _CODE, nullable=False),
        sa.Column("step", Whole(), nullable=False),
        sa.Column("first_day", Day(), nullable=False),
        sa.Column("ends_on", Day(), nullable=True),
        sa.Column("stopped_on", Day(), nullable=True),
        **_KIND,
    )


def _promises(op: "Operations") -> None:
    op.create_table(
        "promises",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("promiser", Words(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("channel", _CODE, nullable=True),
        sa.Column("job_ref", Words(), nullable=False),
        sa.Column("condition", Words(), nullable=False),
        sa.Column("remedy", Words(), nullable=False),
        sa.Column("waiting_for", Words(), nullable=False),
        sa.Column("notes", Words(), nullable=False),
        sa.Column("own", Words(), nullable=False),
        sa.Column("standard_key", Words(), nullable=False),
        sa.Column("charter_version_id", Id(), nullable=True),
        sa.Column("made_on", Day(), nullable=False),
        sa.Column("due_on", Day(), nullable=False),
        sa.Column("due_at", Moment(), nullable=True),
        sa.Column("first_due_on", Day(), nullable=False),
        sa.Column("first_due_at", Moment(), nullable=True),
        sa.Column("counts_on", Day(), nullable=True),
        sa.Column("counts_at", Moment(), nullable=True),
        sa.Column("is_revised", YesNo(), nullable=False),
        sa.Column("allowance_amount", Whole(), nullable=True),
        sa.Column("allowance_unit", Words(), nullable=True),
        sa.Column("allowance_start", Moment(), nullable=True),
        sa.Column("told_on", Day(), nullable=True),
        sa.Column("outcome", _CODE, nullable=True),
        sa.Column("ended_on", Day(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("ending_written_at", Moment(), nullable=True),
        sa.Column("ending_reason", Words(), nullable=False),
        sa.Column("snoozed_until", Day(), nullable=True),
        sa.Column("repeat_id", Id(), nullable=True),
        sa.Column("binned_at", Moment(), nullable=True),
        sa.UniqueConstraint("ref", name="uq_promises_ref"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_promises_customer_id"),
        sa.ForeignKeyConstraint(
            ["charter_version_id"], ["charter_versions.id"], name="fk_promises_charter_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["repeat_id"], ["promise_repeats.id"], name="fk_promises_repeat_id"
        ),
        **_KIND,
    )


def _promises_indexes(op: "Operations") -> None:
    op.create_index(
        "ix_promises_binned_at",
        "promises",
        ["binned_at"],
        sqlite_where=sa.text("binned_at IS NOT NULL"),
    )
    op.create_index(
        "ix_promises_counts_on",
        "promises",
        ["counts_on"],
        sqlite_where=sa.text("counts_on IS NOT NULL"),
    )
    op.create_index("ix_promises_customer_id", "promises", ["customer_id", "due_on"])
    op.create_index(
        "ix_promises_due_on",
        "promises",
        ["due_on", "id", "outcome", "binned_at", "is_revised", "counts_on"],
    )
    op.create_index(
        "ix_promises_open",
        "promises",
        ["due_on", "id"],
        sqlite_where=sa.text("outcome IS NULL AND binned_at IS NULL"),
    )
    op.create_index("ix_promises_repeat_id", "promises", ["repeat_id", "first_due_on"])
    op.create_index(
        "ix_promises_waiting",
        "promises",
        ["due_on", "id"],
        sqlite_where=sa.text("waiting_for <> '' AND outcome IS NULL AND binned_at IS NULL"),
    )


def _moves(op: "Operations") -> None:
    op.create_table(
        "promise_moves",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("promise_id", Id(), nullable=False),
        sa.Column("moved_at", Moment(), nullable=False),
        sa.Column("moved_on", Day(), nullable=False),
        sa.Column("from_on", Day(), nullable=False),
        sa.Column("from_at", Moment(), nullable=True),
        sa.Column("to_on", Day(), nullable=False),
        sa.Column("to_at", Moment(), nullable=True),
        sa.Column("reason", _CODE, nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("reverses", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promises.id"], name="fk_promise_moves_promise_id"
        ),
        sa.ForeignKeyConstraint(
            ["reverses"], ["promise_moves.id"], name="fk_promise_moves_reverses"
        ),
        **_KIND,
    )
    op.create_index("ix_promise_moves_promise_id", "promise_moves", ["promise_id"])


def _letters(op: "Operations") -> None:
    op.create_table(
        "letters",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("ref", Words(), nullable=False),
        sa.Column("template", Words(), nullable=False),
        sa.Column("template_version", Whole(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("promise_id", Id(), nullable=True),
        sa.Column("issued_on", Day(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("fields", Words(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("is_large_print", YesNo(), nullable=False),
        sa.Column("signatory", Words(), nullable=False),
        sa.Column("attachment_id", Id(), nullable=False),
        sa.Column("withdrawn_on", Day(), nullable=True),
        sa.UniqueConstraint("ref", name="uq_letters_ref"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_letters_customer_id"),
        sa.ForeignKeyConstraint(["promise_id"], ["promises.id"], name="fk_letters_promise_id"),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name="fk_letters_attachment_id"
        ),
        **_KIND,
    )
    op.create_index("ix_letters_customer_id", "letters", ["customer_id", "issued_on"])
    op.create_index("ix_letters_promise_id", "letters", ["promise_id"])
    op.create_table(
        "letter_wordings",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("template", Words(), nullable=False),
        sa.Column("based_on", Whole(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.UniqueConstraint("template", name="uq_letter_wordings_template"),
        **_KIND,
    )


def _contacts(op: "Operations") -> None:
    op.create_table(
        "contacts",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("channel", _CODE, nullable=False),
        sa.Column("is_incoming", YesNo(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("answered_minutes", Whole(), nullable=True),
        sa.Column("is_sorted", YesNo(), nullable=False),
        sa.Column("next_on", Day(), nullable=True),
        sa.Column("answered_on", Day(), nullable=True),
        sa.Column("by_whom", Words(), nullable=False),
        sa.Column("promise_id", Id(), nullable=True),
        sa.Column("letter_id", Id(), nullable=True),
        sa.Column("binned_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_contacts_customer_id"),
        sa.ForeignKeyConstraint(["promise_id"], ["promises.id"], name="fk_contacts_promise_id"),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name="fk_contacts_letter_id"),
        **_KIND,
    )
    op.create_index("ix_contacts_at", "contacts", ["at"])
    op.create_index("ix_contacts_binned_at", "contacts", ["binned_at"])
    op.create_index("ix_contacts_customer_id", "contacts", ["customer_id", "at"])
    op.create_index("ix_contacts_letter_id", "contacts", ["letter_id"])
    op.create_index(
        "ix_contacts_open",
        "contacts",
        ["next_on", "id"],
        sqlite_where=sa.text(
            "next_on IS NOT NULL AND answered_on IS NULL AND promise_id IS NULL "
            "AND binned_at IS NULL"
        ),
    )
    op.create_index("ix_contacts_promise_id", "contacts", ["promise_id"])


REVISION = Revision(number=4, upgrade=upgrade)
