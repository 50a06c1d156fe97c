# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Offers and plans, and checks of how fair they are, as kept."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, func, select

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.fairness import (
    CheckedCustomer,
    FairnessCard,
    LongCustomer,
    OfferCard,
    OfferDraft,
    SameDeal,
)
from servicedesk.domain.fairness_rules import OLDEST
from servicedesk.domain.kinds import Kind
from servicedesk.store.actions import actions
from servicedesk.store.customers import customers
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words

offers = CATALOGUE.declare(
    "offers",
    Column("name", Words(), nullable=False),
    Column("per", Words(), nullable=False),
    Column("new_pence", Whole(), nullable=True),
    Column("existing_pence", Whole(), nullable=True),
    Column("joining", Words(), nullable=False),
    Column("leaving", Words(), nullable=False),
    Column("ends_on", Day(), nullable=True),
    record=RecordInfo(
        kind=Kind.OFFER, label_column="name", search_columns=("name", "joining", "leaving")
    ),
)

fairness_checks = CATALOGUE.declare(
    "fairness_checks",
    Column("drawn_on", Day(), nullable=False),
    Column("finished_on", Day(), nullable=True),
    record=RecordInfo(kind=Kind.FAIRNESS_CHECK, label_column="drawn_on"),
)

fairness_offers = CATALOGUE.declare(
    "fairness_offers",
    Column("fairness_check_id", Id(), ForeignKey("fairness_checks.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("name", Words(), nullable=False),
    Column("per", Words(), nullable=False),
    Column("new_pence", Whole(), nullable=True),
    Column("existing_pence", Whole(), nullable=True),
    Column("joining", Words(), nullable=False),
    Column("leaving", Words(), nullable=False),
    Column("ends_on", Day(), nullable=True),
    Index("ix_fairness_offers_fairness_check_id", "fairness_check_id", "position"),
    record=RecordInfo(
        kind=Kind.FAIRNESS_CHECK, label_column="name", owner_column="fairness_check_id"
    ),
)

fairness_customers = CATALOGUE.declare(
    "fairness_customers",
    Column("fairness_check_id", Id(), ForeignKey("fairness_checks.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("since", Day(), nullable=False),
    Column("same", Coded(SameDeal), nullable=True),
    Column("note", Words(), nullable=False),
    Index("ix_fairness_customers_fairness_check_id", "fairness_check_id", "position"),
    Index("ix_fairness_customers_customer_id", "customer_id"),
    record=RecordInfo(
        kind=Kind.FAIRNESS_CHECK,
        label_column="since",
        owner_column="fairness_check_id",
        person_columns=("note",),
    ),
)


def offer_cards(connection: Connection) -> tuple[OfferCard, ...]:
    """Every offer and plan, in the order in which they were written down."""
    rows = connection.execute(select(offers).order_by(offers.c.id))
    return tuple(OfferCard(id=row.id, draft=_offer(row)) for row in rows)


def offer_values(draft: OfferDraft) -> dict[str, object]:
    """What is written of an offer, by column; of one that a check froze too."""
    return {
        "name": draft.name,
        "per": draft.per,
        "new_pence": draft.new_pence,
        "existing_pence": draft.existing_pence,
        "joining": draft.joining,
        "leaving": draft.leaving,
        "ends_on": draft.ends_on,
    }


def fairness_cards(connection: Connection, check_id: int | None = None) -> tuple[FairnessCard, ...]:
    """Fairness checks, the newest first.

    Args:
        connection: reads the file.
        check_id: of the only one that is wanted; None for all. There are two a year.
    """
    wanted = select(fairness_checks).order_by(
        fairness_checks.c.drawn_on.desc(), fairness_checks.c.id.desc()
    )
    if check_id is not None:
        wanted = wanted.where(fairness_checks.c.id == check_id)
    frozen, asked = _frozen(connection, check_id), _customers(connection, check_id)
    live = offer_cards(connection)
    return tuple(
        FairnessCard(
            id=row.id,
            drawn_on=row.drawn_on,
            offers=live if row.finished_on is None else tuple(frozen[row.id]),
            customers=tuple(asked[row.id]),
            finished_on=row.finished_on,
        )
        for row in connection.execute(wanted)
    )


def long_customers(connection: Connection) -> tuple[LongCustomer, ...]:
    """The customers in use who have been here longest, more of them than a draw looks at."""
    first = func.coalesce(customers.c.first_visit_on, customers.c.added_on)
    since = func.min(customers.c.added_on, first)
    wanted = (
        select(customers.c.id, customers.c.added_on, customers.c.first_visit_on)
        .where(
            customers.c.archived_on.is_(None),
            customers.c.binned_at.is_(None),
            customers.c.merged_into_id.is_(None),
        )
        .order_by(since, customers.c.id)
        .limit(OLDEST)
    )
    return tuple(
        LongCustomer(id=row.id, since=_earlier(row.added_on, row.first_visit_on))
        for row in connection.execute(wanted)
    )


def check_of_customer(connection: Connection, row_id: int) -> int | None:
    """The check that a customer who was drawn is part of, by its row; or None."""
    asked = fairness_customers.c
    return connection.scalar(select(asked.fairness_check_id).where(asked.id == row_id))


def planned_keys(connection: Connection, check_id: int) -> frozenset[str]:
    """Keys of the gaps of a check of which an action was made, done or not."""
    wanted = select(actions.c.source_key).where(
        actions.c.source == ActionSource.FAIRNESS, actions.c.source_id == check_id
    )
    return frozenset(connection.scalars(wanted))


def _frozen(connection: Connection, check_id: int | None) -> dict[int, list[OfferCard]]:
    wanted = select(fairness_offers).order_by(fairness_offers.c.position, fairness_offers.c.id)
    if check_id is not None:
        wanted = wanted.where(fairness_offers.c.fairness_check_id == check_id)
    found: dict[int, list[OfferCard]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.fairness_check_id].append(OfferCard(id=row.id, draft=_offer(row)))
    return found


def _customers(connection: Connection, check_id: int | None) -> dict[int, list[CheckedCustomer]]:
    asked = fairness_customers
    wanted = (
        select(asked, customers.c.shown_name)
        .outerjoin(customers, customers.c.id == asked.c.customer_id)
        .order_by(asked.c.position, asked.c.id)
    )
    if check_id is not None:
        wanted = wanted.where(asked.c.fairness_check_id == check_id)
    found: dict[int, list[CheckedCustomer]] = defaultdict(list)
    for row in connection.execute(wanted):
        one = CheckedCustomer(
            id=row.id,
            customer_id=row.customer_id,
            name=row.shown_name or "",
            since=row.since,
            same=row.same,
            note=row.note,
        )
        found[row.fairness_check_id].append(one)
    return found


def _offer(row: Row[Any]) -> OfferDraft:
    return OfferDraft(
        name=row.name,
        per=row.per,
        new_pence=row.new_pence,
        existing_pence=row.existing_pence,
        joining=row.joining,
        leaving=row.leaving,
        ends_on=row.ends_on,
    )


def _earlier(added_on: date, first_visit_on: date | None) -> date:
    return added_on if first_visit_on is None else min(added_on, first_visit_on)
