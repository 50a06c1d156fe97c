# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who has told us what helps: customers with what is kept about them, in one statement."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from servicedesk.domain.extra_help import NeedsKept
from servicedesk.domain.support import SupportCard, SupportDraft
from servicedesk.store.customers import customers
from servicedesk.store.support import support_needs


def needs_kept(connection: Connection, limit: int) -> tuple[tuple[NeedsKept, ...], int]:
    """Customers with needs, those to be asked again first come first; and how many there are.

    Customers in the bin, or merged into another, are left out.

    Args:
        connection: reads the file.
        limit: how many customers at most.
    """
    is_here = (customers.c.binned_at.is_(None), customers.c.merged_into_id.is_(None))
    whose = (
        select(
            support_needs.c.customer_id,
            func.min(support_needs.c.review_on).label("next_on"),
            func.count().over().label("total"),
        )
        .join(customers, customers.c.id == support_needs.c.customer_id)
        .where(*is_here)
        .group_by(support_needs.c.customer_id)
        .order_by(func.coalesce(func.min(support_needs.c.review_on), "9999"))
        .limit(limit)
        .subquery()
    )
    wanted = (
        select(support_needs, customers.c.shown_name, whose.c.total)
        .join(whose, whose.c.customer_id == support_needs.c.customer_id)
        .join(customers, customers.c.id == support_needs.c.customer_id)
        .order_by(func.coalesce(whose.c.next_on, "9999"), customers.c.sort_key, support_needs.c.id)
    )
    names: dict[int, str] = {}
    found: dict[int, list[SupportCard]] = {}
    total = 0
    for row in connection.execute(wanted):
        total = row.total
        names[row.customer_id] = row.shown_name
        card = _card(row)
        found.setdefault(row.customer_id, []).append(card)
    kept = tuple(
        NeedsKept(customer_id=each, customer_name=names[each], needs=tuple(needs))
        for each, needs in found.items()
    )
    return kept, total


def _card(row: Row[Any]) -> SupportCard:
    draft = SupportDraft(
        need=row.need,
        detail=row.detail,
        source=row.source,
        yes_words=row.yes_words,
        agreed_on=row.agreed_on,
        is_temporary=row.is_temporary,
        review_on=row.review_on,
        visible_to=row.visible_to,
    )
    return SupportCard(id=row.id, customer_id=row.customer_id, draft=draft)
