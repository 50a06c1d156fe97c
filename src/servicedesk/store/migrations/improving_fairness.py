# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of the eighth schema: offers and plans, and checks of how fair they are."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from servicedesk.store.types import Coded, Day, Id, Whole, Words

if TYPE_CHECKING:
    from alembic.operations import Operations

_KIND = {"sqlite_strict": True, "sqlite_autoincrement": True}
_CODE = Coded(StrEnum)
"""Which codes there are is no business of the file."""


def make_fairness(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    op.create_table("offers", sa.Column("id", Id(), primary_key=True), *_offer(), **_KIND)
    op.create_table(
        "fairness_checks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("drawn_on", Day(), nullable=False),
        sa.Column("finished_on", Day(), nullable=True),
        **_KIND,
    )
    op.create_table(
        "fairness_offers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("fairness_check_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        *_offer(),
        _of_check("fairness_offers"),
        **_KIND,
    )
    _by_check(op, "fairness_offers")
    op.create_table(
        "fairness_customers",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("fairness_check_id", Id(), nullable=False),
        sa.Column("position", Whole(), nullable=False),
        sa.Column("customer_id", Id(), nullable=True),
        sa.Column("since", Day(), nullable=False),
        sa.Column("same", _CODE, nullable=True),
        sa.Column("note", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name="fk_fairness_customers_customer_id"
        ),
        _of_check("fairness_customers"),
        **_KIND,
    )
    _by_check(op, "fairness_customers")
    op.create_index("ix_fairness_customers_customer_id", "fairness_customers", ["customer_id"])


def _offer() -> Iterator[sa.Column[Any]]:
    """What is written of an offer, by the owner and frozen by a check."""
    yield sa.Column("name", Words(), nullable=False)
    yield sa.Column("per", Words(), nullable=False)
    yield sa.Column("new_pence", Whole(), nullable=True)
    yield sa.Column("existing_pence", Whole(), nullable=True)
    yield sa.Column("joining", Words(), nullable=False)
    yield sa.Column("leaving", Words(), nullable=False)
    yield sa.Column("ends_on", Day(), nullable=True)


def _of_check(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["fairness_check_id"], ["fairness_checks.id"], name=f"fk_{table}_fairness_check_id"
    )


def _by_check(op: "Operations", table: str) -> None:
    op.create_index(f"ix_{table}_fairness_check_id", table, ["fairness_check_id", "position"])
