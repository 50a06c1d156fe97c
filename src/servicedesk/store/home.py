# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file, in as few statements as can be."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, func, or_, select

from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.today import CharterHead
from servicedesk.store.backup_contents import LAST_DRAFT, LAST_STEP
from servicedesk.store.calendars import opening_hours
from servicedesk.store.charters import charter_versions
from servicedesk.store.drafts import drafts

_VERSIONS = charter_versions.c
_NEWEST = select(func.max(_VERSIONS.number)).scalar_subquery()
_HEADS = (
    select(
        _VERSIONS.number,
        _VERSIONS.status,
        _VERSIONS.effective_from,
        _VERSIONS.review_by,
        _VERSIONS.answers,
    )
    .where(or_(_VERSIONS.status == CharterStatus.PUBLISHED, _VERSIONS.number == _NEWEST))
    .order_by(_VERSIONS.number.desc())
)
_CHARTER_DRAFT = (
    select(func.max(drafts.c.saved_at)).where(drafts.c.form == "charter").scalar_subquery()
)
_MOMENTS = select(LAST_STEP, LAST_DRAFT, _CHARTER_DRAFT, exists(select(opening_hours.c.id)))

_BEING_WRITTEN = frozenset({CharterStatus.DRAFT, CharterStatus.APPROVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """When something was last written.

    Args:
        changed_at: anything, a half-typed form too, in UTC; None when nothing ever was.
        charter_saved_at: something of the charter that is being typed, or None.
        has_hours: whether opening hours are kept at all.
    """

    changed_at: datetime | None
    charter_saved_at: datetime | None
    has_hours: bool


def charter_heads(connection: Connection) -> tuple[CharterHead, ...]:
    """The newest version and the published one, newest first; one row when they are the same."""
    return tuple(
        CharterHead(
            number=row.number,
            is_published=row.status is CharterStatus.PUBLISHED,
            is_draft=row.status in _BEING_WRITTEN,
            effective_from=row.effective_from,
            review_by=row.review_by,
            pages_read=len(json.loads(row.answers).get("read_pages", ())),
        )
        for row in connection.execute(_HEADS)
    )


def moments(connection: Connection) -> Moments:
    """When something was last written, in one statement."""
    step, draft, charter, has_hours = connection.execute(_MOMENTS).one()
    return Moments(
        changed_at=max((at for at in (step, draft) if at is not None), default=None),
        charter_saved_at=charter,
        has_hours=bool(has_hours),
    )
