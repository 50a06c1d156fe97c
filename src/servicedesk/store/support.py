# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps a customer, what to mind, and which offers they agreed to."""

from sqlalchemy import Column, ForeignKey, Index

from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import ConsentChannel, NeedSource, SafetyKind, SupportNeed
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Words, YesNo

support_needs = CATALOGUE.declare(
    "support_needs",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("need", Coded(SupportNeed), nullable=False),
    Column("detail", Words(), nullable=False),
    Column("source", Coded(NeedSource), nullable=False),
    Column("yes_words", Words(), nullable=False),
    Column("agreed_on", Day(), nullable=True),
    Column("is_temporary", YesNo(), nullable=False),
    Column("review_on", Day(), nullable=True),
    Column("visible_to", Words(), nullable=False),
    Index("ix_support_needs_customer_id", "customer_id"),
    Index("ix_support_needs_review_on", "review_on"),
    record=RecordInfo(
        kind=Kind.CUSTOMER, label_column="need", person_columns=("detail", "yes_words")
    ),
)

safety_notes = CATALOGUE.declare(
    "safety_notes",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("kind", Coded(SafetyKind), nullable=False),
    Column("text", Words(), nullable=False),
    Column("yes_words", Words(), nullable=False),
    Column("agreed_on", Day(), nullable=False),
    Column("tested_on", Day(), nullable=True),
    Column("result", Words(), nullable=False),
    Column("ends_on", Day(), nullable=False),
    Index("ix_safety_notes_customer_id", "customer_id"),
    Index("ix_safety_notes_ends_on", "ends_on"),
    record=RecordInfo(
        kind=Kind.CUSTOMER, label_column="kind", person_columns=("text", "yes_words", "result")
    ),
)

consents = CATALOGUE.declare(
    "consents",
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=False),
    Column("channel", Coded(ConsentChannel), nullable=False),
    Column("wording", Words(), nullable=False),
    Column("given_on", Day(), nullable=False),
    Column("how", Words(), nullable=False),
    Column("withdrawn_on", Day(), nullable=True),
    Index("ix_consents_customer_id", "customer_id"),
    record=RecordInfo(
        kind=Kind.CUSTOMER, label_column="channel", person_columns=("wording", "how")
    ),
)
