# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: self-checks with their answers."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_checks(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _checks(op)
    _check_answers(op)


def _checks(op: "Operations") -> None:
    op.create_table(
        "checks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("bank", _CODE, nullable=False),
        sa.Column("bank_version", Whole(), nullable=False),
        sa.Column("is_short", YesNo(), nullable=False),
        sa.Column("has_staff", YesNo(), nullable=False),
        sa.Column("started_on", Day(), nullable=False),
        sa.Column("finished_on", Day(), nullable=True),
        sa.Column("who", Words(), nullable=False),
        sa.Column("asked", Words(), nullable=False),
        **_KIND,
    )
    op.create_index("ix_checks_finished_on", "checks", ["bank", "finished_on"])
    op.create_index(
        "ix_checks_open", "checks", ["bank"], sqlite_where=sa.text("finished_on IS NULL")
    )


def _check_answers(op: "Operations") -> None:
    op.create_table(
        "check_answers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("check_id", Id(), nullable=False),
        sa.Column("question_id", Words(), nullable=False),
        sa.Column("answer", _CODE, nullable=True),
        sa.Column("note", Words(), nullable=False),
        sa.Column("departure", Words(), nullable=False),
        sa.Column("is_from_records", YesNo(), nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name="fk_check_answers_check_id"),
        sa.UniqueConstraint(
            "check_id", "question_id", name="uq_check_answers_check_id_question_id"
        ),
        **_KIND,
    )
