# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The standards of the published charter that promises may follow, without the rest of it."""

import json

from sqlalchemy import Connection, select, text

from servicedesk.domain.promises_standards import Offer
from servicedesk.domain.standards import Audience
from servicedesk.domain.standards_data import standard_from_data
from servicedesk.store.charters import charter_versions, service_standards
from servicedesk.store.settled import settled


def published_standards(connection: Connection) -> tuple[Offer, ...]:
    """The ticked public standards for customers of the charter that is published now."""
    return settled(connection, "standards", _TABLES, lambda: _read(connection))


_TABLES = frozenset({charter_versions.name, service_standards.name})


def _read(connection: Connection) -> tuple[Offer, ...]:
    standards = service_standards.c
    rows = connection.execute(
        select(standards.charter_version_id, standards.body)
        .join(charter_versions, standards.charter_version_id == charter_versions.c.id)
        # Written out, because a partial index serves only a query that names its very condition.
        .where(text("charter_versions.status = 'published'"))
        .order_by(standards.position, standards.id)
    ).all()
    offers = [
        Offer(
            standard=standard_from_data(json.loads(row.body)),
            charter_version_id=row.charter_version_id,
        )
        for row in rows
    ]
    return tuple(
        offer
        for offer in offers
        if offer.standard.is_ticked
        and offer.standard.is_public
        and offer.standard.audience is Audience.CUSTOMERS
    )
