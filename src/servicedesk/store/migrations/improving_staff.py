# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: skills, briefings, what helpers say, what is agreed between us."""

from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Whole, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_staff(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    _skills(op)
    _briefings(op)
    _staff_notes(op)
    _between_us(op)


def _skills(op: "Operations") -> None:
    op.create_table(
        "skills",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("what", Words(), nullable=False),
        sa.Column("kind", _CODE, nullable=False),
        sa.Column("learned_on", Day(), nullable=True),
        sa.Column("renew_on", Day(), nullable=True),
        sa.Column("note", Words(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_skills_person_id"),
        **_KIND,
    )
    op.create_index("ix_skills_person_id", "skills", ["person_id"])
    op.create_index(
        "ix_skills_renew_on",
        "skills",
        ["renew_on"],
        sqlite_where=sa.text("renew_on IS NOT NULL"),
    )


def _briefings(op: "Operations") -> None:
    op.create_table(
        "briefings",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("briefed_on", Day(), nullable=False),
        sa.Column("charter_version_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_briefings_person_id"),
        sa.ForeignKeyConstraint(
            ["charter_version_id"], ["charter_versions.id"], name="fk_briefings_charter_version_id"
        ),
        **_KIND,
    )
    op.create_index("ix_briefings_person_id", "briefings", ["person_id"])


def _staff_notes(op: "Operations") -> None:
    op.create_table(
        "staff_notes",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("said_on", Day(), nullable=False),
        sa.Column("said_by", Words(), nullable=False),
        sa.Column("answer", Words(), nullable=False),
        sa.Column("answered_on", Day(), nullable=True),
        **_KIND,
    )


def _between_us(op: "Operations") -> None:
    op.create_table(
        "between_us",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("key", Words(), nullable=False),
        sa.Column("asks", Words(), nullable=False),
        sa.Column("what", Words(), nullable=False),
        sa.Column("number", Whole(), nullable=True),
        sa.Column("counted", _CODE, nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.UniqueConstraint("key", name="uq_between_us_key"),
        **_KIND,
    )
