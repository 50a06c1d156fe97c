# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers as kept: the person, how to reach them, what helps them, what they agreed to."""

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint, text

from servicedesk.domain.customers import Channel, CustomerStatus, ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

_IN_USE = "archived_on IS NULL AND binned_at IS NULL AND merged_into_id IS NULL"
_PUT_AWAY = "archived_on IS NOT NULL AND binned_at IS NULL AND merged_into_id IS NULL"
_LISTED = ("sort_key", "id", "archived_on", "binned_at", "merged_into_id", "status")
"""All that a list asks of a customer, so that it reads the index alone."""

customers = CATALOGUE.declare(
    "customers",
    Column("ref", Words(), nullable=False),
    Column("name", Words(), nullable=False),
    Column("shown_name", Words(), nullable=False),
    Column("sort_key", Words(), nullable=False),
    Column("is_organisation", YesNo(), nullable=False),
    Column("ask_for", Words(), nullable=False),
    Column("salutation", Words(), nullable=False),
    Column("status", Coded(CustomerStatus), nullable=False),
    Column("is_consumer", YesNo(), nullable=False),
    Column("prefers", Coded(Channel), nullable=True),
    Column("best_time", Words(), nullable=False),
    Column("heard_from", Words(), nullable=False),
    Column("remember", Words(), nullable=False),
    Column("notes", Words(), nullable=False),
    Column("own", Words(), nullable=False),
    Column("first_visit_on", Day(), nullable=True),
    Column("last_visit_on", Day(), nullable=True),
    Column("added_on", Day(), nullable=False),
    Column("archived_on", Day(), nullable=True),
    Column("binned_at", Moment(), nullable=True),
    Column("merged_into_id", Id(), ForeignKey("customers.id"), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_customers_sort_key_id", "sort_key", "id"),
    # partial ones, for to look up what is empty would lead past the order of names
    Index("ix_customers_listed", *_LISTED, sqlite_where=text(_IN_USE)),
    Index("ix_customers_put_away", *_LISTED, sqlite_where=text(_PUT_AWAY)),
    Index(
        "ix_customers_merged_into_id",
        "merged_into_id",
        sqlite_where=text("merged_into_id IS NOT NULL"),
    ),
    Index("ix_customers_first_visit_on", "first_visit_on"),
    Index("ix_customers_heard_from", "added_on", sqlite_where=text("heard_from <> ''")),
    Index("ix_customers_binned_at", "binned_at", sqlite_where=text("binned_at IS NOT NULL")),
    record=RecordInfo(
        kind=Kind.CUSTOMER,
        label_column="shown_name",
        person_columns=(
            "name",
            "shown_name",
            "sort_key",
            "ask_for",
            "salutation",
            "best_time",
            "heard_from",
            "remember",
            "notes",
            "own",
        ),
        search_columns=("ref", "name", "ask_for", "remember", "notes", "own"),
    ),
)

customer_reaches = CATALOGUE.declare(
    "customer_reaches",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("kind", Coded(ReachKind), nullable=False),
    Column("shown", Words(), nullable=False),
    Column("normal", Words(), nullable=False),
    Column("label", Words(), nullable=False),
    Index("ix_customer_reaches_customer_id", "customer_id", "position"),
    Index("ix_customer_reaches_normal", "normal"),
    record=RecordInfo(
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="shown",
        person_columns=("shown", "normal", "label"),
        search_columns=("shown", "normal"),
    ),
)

customer_addresses = CATALOGUE.declare(
    "customer_addresses",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("lines", Words(), nullable=False),
    Column("postcode", Words(), nullable=False),
    Column("normal", Words(), nullable=False),
    Column("label", Words(), nullable=False),
    Index("ix_customer_addresses_customer_id", "customer_id", "position"),
    Index("ix_customer_addresses_normal", "normal"),
    record=RecordInfo(
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="lines",
        person_columns=("lines", "postcode", "normal", "label"),
        search_columns=("lines", "postcode"),
    ),
)

customer_tags = CATALOGUE.declare(
    "customer_tags",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("tag", Words(), nullable=False),
    UniqueConstraint("customer_id", "tag"),
    Index("ix_customer_tags_tag", "tag", "customer_id"),
    record=RecordInfo(
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="tag",
        person_columns=("tag",),
        search_columns=("tag",),
    ),
)

customer_visits = CATALOGUE.declare(
    "customer_visits",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("day", Day(), nullable=False),
    Column("bought_else", YesNo(), nullable=False),
    UniqueConstraint("customer_id", "day"),
    Index("ix_customer_visits_day", "day", "bought_else", "customer_id"),
    Index("ix_customer_visits_bought_else", "day", sqlite_where=text("bought_else = 1")),
    record=RecordInfo(kind=Kind.CUSTOMER, owner_column="customer_id", label_column="day"),
)
