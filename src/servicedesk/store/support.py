# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps a customer, what to mind, and which offers they agreed to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Select,
    Table,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)

from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import (
    ConsentBasis,
    ConsentCard,
    ConsentChannel,
    ConsentDraft,
    NeedSource,
    SafetyCard,
    SafetyDraft,
    SafetyKind,
    SupportCard,
    SupportDraft,
    SupportNeed,
    SupportReview,
    SupportSheet,
)
from servicedesk.store.customers import customers
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
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="need",
        person_columns=("detail", "yes_words"),
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
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="kind",
        person_columns=("text", "yes_words", "result"),
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
    Column("basis", Coded(ConsentBasis), nullable=True),
    Index("ix_consents_customer_id", "customer_id"),
    record=RecordInfo(
        kind=Kind.CUSTOMER,
        owner_column="customer_id",
        label_column="channel",
        person_columns=("wording", "how"),
    ),
)

_NEED, _SAFETY, _CONSENT = "need", "safety", "consent"


def _part(name: str, table: Table, columns: Mapping[str, str]) -> Select[Any]:
    """One of the three tables in the shape they are read in together; days come as ISO text."""
    shape = ("code", "text", "more", "yes_words", "first_on", "second_on", "last_on", "visible_to")
    return select(
        literal(name, Words()).label("part"),
        table.c.id,
        table.c.customer_id,
        *(
            (type_coerce(table.c[columns[each]], Words()) if each in columns else null()).label(
                each
            )
            for each in shape
        ),
        (table.c.is_temporary if name == _NEED else null()).label("is_temporary"),
    )


_ALL = (
    _part(
        _NEED,
        support_needs,
        {
            "code": "need",
            "text": "detail",
            "more": "source",
            "yes_words": "yes_words",
            "first_on": "agreed_on",
            "last_on": "review_on",
            "visible_to": "visible_to",
        },
    ),
    _part(
        _SAFETY,
        safety_notes,
        {
            "code": "kind",
            "text": "text",
            "more": "result",
            "yes_words": "yes_words",
            "first_on": "agreed_on",
            "second_on": "tested_on",
            "last_on": "ends_on",
        },
    ),
    _part(
        _CONSENT,
        consents,
        {
            "code": "channel",
            "text": "wording",
            "more": "how",
            "first_on": "given_on",
            "last_on": "withdrawn_on",
            "visible_to": "basis",
        },
    ),
)


def support_sheets(
    connection: Connection, customer_ids: tuple[int, ...]
) -> dict[int, SupportSheet]:
    """The sheets of some customers, in one statement; every one asked for has its own.

    Args:
        connection: reads the file.
        customer_ids: whose; a screenful or a day's round, not thousands.
    """
    found: dict[int, list[Row[Any]]] = {each: [] for each in customer_ids}
    parts = (part.where(part.selected_columns.customer_id.in_(customer_ids)) for part in _ALL)
    for row in connection.execute(union_all(*parts)):
        found[row.customer_id].append(row)
    return {each: _sheet(each, rows) for each, rows in found.items()}


def support_reviews(connection: Connection, up_to: date) -> tuple[SupportReview, ...]:
    """What is to be looked at again or ends up to a day, the first first, in one statement.

    What a customer in the bin, or merged into another, would be asked about is left out.
    """
    needs, safety, _ = _ALL
    due = union_all(
        needs.where(support_needs.c.review_on <= up_to),
        safety.where(safety_notes.c.ends_on <= up_to),
    ).subquery()
    wanted = (
        select(due, customers.c.shown_name, customers.c.remember)
        .join(customers, customers.c.id == due.c.customer_id)
        .where(customers.c.binned_at.is_(None), customers.c.merged_into_id.is_(None))
        .order_by(due.c.last_on, customers.c.sort_key, due.c.id)
    )
    return tuple(
        SupportReview(
            customer_id=row.customer_id,
            customer_name=row.shown_name,
            day=date.fromisoformat(row.last_on),
            need=_need(row) if row.part == _NEED else None,
            safety=_safety(row) if row.part == _SAFETY else None,
            remember=row.remember,
        )
        for row in connection.execute(wanted)
    )


def need_values(draft: SupportDraft) -> dict[str, object]:
    """What is written for something that helps, by column."""
    return {
        "need": draft.need,
        "detail": draft.detail,
        "source": draft.source,
        "yes_words": draft.yes_words,
        "agreed_on": draft.agreed_on,
        "is_temporary": draft.is_temporary,
        "review_on": draft.review_on,
        "visible_to": draft.visible_to,
    }


def safety_values(draft: SafetyDraft) -> dict[str, object]:
    """What is written for a safety note, by column."""
    return {
        "kind": draft.kind,
        "text": draft.text,
        "yes_words": draft.yes_words,
        "agreed_on": draft.agreed_on,
        "tested_on": draft.tested_on,
        "result": draft.result,
        "ends_on": draft.ends_on,
    }


def consent_values(draft: ConsentDraft) -> dict[str, object]:
    """What is written for a consent, by column."""
    return {
        "channel": draft.channel,
        "wording": draft.wording,
        "given_on": draft.given_on,
        "how": draft.how,
        "withdrawn_on": draft.withdrawn_on,
        "basis": draft.basis,
    }


def _sheet(customer_id: int, rows: list[Row[Any]]) -> SupportSheet:
    needs = [_need(row) for row in rows if row.part == _NEED]
    safety = [_safety(row) for row in rows if row.part == _SAFETY]
    agreed = [_consent(row) for row in rows if row.part == _CONSENT]
    return SupportSheet(
        customer_id=customer_id,
        needs=tuple(sorted(needs, key=lambda card: card.id)),
        safety=tuple(sorted(safety, key=lambda card: card.draft.ends_on, reverse=True)),
        consents=tuple(
            sorted(agreed, key=lambda card: (card.draft.given_on, card.id), reverse=True)
        ),
    )


def _need(row: Row[Any]) -> SupportCard:
    return SupportCard(
        id=row.id,
        customer_id=row.customer_id,
        draft=SupportDraft(
            need=SupportNeed(row.code),
            detail=row.text,
            source=NeedSource(row.more),
            yes_words=row.yes_words,
            agreed_on=_day(row.first_on),
            is_temporary=bool(row.is_temporary),
            review_on=_day(row.last_on),
            visible_to=row.visible_to,
        ),
    )


def _safety(row: Row[Any]) -> SafetyCard:
    return SafetyCard(
        id=row.id,
        customer_id=row.customer_id,
        draft=SafetyDraft(
            kind=SafetyKind(row.code),
            text=row.text,
            yes_words=row.yes_words,
            agreed_on=date.fromisoformat(row.first_on),
            tested_on=_day(row.second_on),
            result=row.more,
            ends_on=date.fromisoformat(row.last_on),
        ),
    )


def _consent(row: Row[Any]) -> ConsentCard:
    return ConsentCard(
        id=row.id,
        customer_id=row.customer_id,
        draft=ConsentDraft(
            channel=ConsentChannel(row.code),
            wording=row.text,
            given_on=date.fromisoformat(row.first_on),
            how=row.more,
            withdrawn_on=_day(row.last_on),
            basis=ConsentBasis(row.visible_to or ConsentBasis.YES.value),
        ),
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
