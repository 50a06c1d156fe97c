# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was bought, as ticked beside a complaint; it is read by itself, for the few who ask."""

from sqlalchemy import Column, Connection, ForeignKey, UniqueConstraint, select

from servicedesk.domain.complaints_rights import (
    Bought,
    BoughtWhere,
    NoCancelling,
    PurchaseDraft,
)
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole

complaint_purchases = CATALOGUE.declare(
    "complaint_purchases",
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=False),
    Column("what", Coded(Bought), nullable=True),
    Column("agreed_where", Coded(BoughtWhere), nullable=True),
    Column("on_day", Day(), nullable=True),
    Column("price_pence", Whole(), nullable=True),
    Column("no_cancelling", Coded(NoCancelling), nullable=True),
    Column("refund_agreed_on", Day(), nullable=True),
    UniqueConstraint("complaint_id"),
    record=RecordInfo(kind=Kind.COMPLAINT, label_column="what", owner_column="complaint_id"),
)


def purchase_behind(connection: Connection, complaint_id: int) -> tuple[int, PurchaseDraft] | None:
    """The number of the row and what is ticked beside a complaint, or None."""
    table = complaint_purchases
    row = connection.execute(select(table).where(table.c.complaint_id == complaint_id)).first()
    if row is None:
        return None
    return row.id, PurchaseDraft(
        what=row.what,
        where=row.agreed_where,
        on=row.on_day,
        price_pence=row.price_pence,
        no_cancelling=row.no_cancelling,
        refund_agreed_on=row.refund_agreed_on,
    )


def purchase_values(draft: PurchaseDraft) -> dict[str, object]:
    """What is written of a purchase, without its complaint."""
    return {
        "what": draft.what,
        "agreed_where": draft.where,
        "on_day": draft.on,
        "price_pence": draft.price_pence,
        "no_cancelling": draft.no_cancelling,
        "refund_agreed_on": draft.refund_agreed_on,
    }
