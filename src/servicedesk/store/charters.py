# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Versions of the charter with their standards and answers, as they are kept for good."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    UniqueConstraint,
    func,
    select,
    text,
)

from servicedesk.domain.charters import CharterCard, CharterDraft, CharterStatus
from servicedesk.domain.kinds import Kind
from servicedesk.store.attachments import pieces_of
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words

if TYPE_CHECKING:  # what a charter says comes in with the first one that is read
    from servicedesk.domain.blocks import Logo
    from servicedesk.domain.standards import ServiceStandard

charter_versions = CATALOGUE.declare(
    "charter_versions",
    Column("number", Whole(), nullable=False),
    Column("status", Coded(CharterStatus), nullable=False),
    Column("trade", Words(), nullable=False),
    Column("guide_version", Whole(), nullable=False),
    Column("answers", Words(), nullable=False),
    Column("suggested", Words(), nullable=False),
    Column("logo_id", Id(), ForeignKey("attachments.id"), nullable=True),
    Column("logo_width", Whole(), nullable=True),
    Column("logo_height", Whole(), nullable=True),
    Column("approved_on", Day(), nullable=True),
    Column("published_on", Day(), nullable=True),
    Column("effective_from", Day(), nullable=True),
    Column("review_by", Day(), nullable=True),
    Column("ended_on", Day(), nullable=True),
    UniqueConstraint("number"),
    Index(
        "uq_charter_versions_published",
        "status",
        unique=True,
        sqlite_where=text("status = 'published'"),
    ),
    record=RecordInfo(
        kind=Kind.CHARTER,
        label_column="number",
        person_columns=("answers",),
        search_columns=("answers",),
    ),
)

service_standards = CATALOGUE.declare(
    "service_standards",
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("key", Words(), nullable=False),
    Column("title", Words(), nullable=False),
    Column("body", Words(), nullable=False),
    UniqueConstraint("charter_version_id", "key"),
    record=RecordInfo(kind=Kind.STANDARD, label_column="title", search_columns=("title", "body")),
)


def version_values(draft: CharterDraft, logo_id: int | None) -> dict[str, object]:
    """What a draft says, as columns of ``charter_versions``, without its standards.

    Args:
        draft: as the owner left it.
        logo_id: of the attachment that holds the logo's PNG bytes; None for no logo.
    """
    from servicedesk.domain.charters_data import answers_to_data

    logo = draft.logo
    return {
        "trade": draft.trade,
        "guide_version": draft.guide_version,
        "answers": _written(answers_to_data(draft.answers)),
        "suggested": _written(list(draft.suggested)),
        "logo_id": logo_id,
        "logo_width": None if logo is None else logo.width,
        "logo_height": None if logo is None else logo.height,
    }


def standard_values(
    standard: "ServiceStandard", charter_version_id: int, position: int
) -> dict[str, object]:
    """A standard as columns of ``service_standards``.

    Args:
        standard: of the draft.
        charter_version_id: of the version it belongs to.
        position: its place in print order, from 0.
    """
    from servicedesk.domain.standards_data import standard_to_data

    return {
        "charter_version_id": charter_version_id,
        "position": position,
        "key": standard.key,
        "title": standard.title,
        "body": _written(standard_to_data(standard)),
    }


def charter(connection: Connection, version_id: int) -> CharterCard | None:
    """One version with all it says, or None."""
    row = connection.execute(
        select(charter_versions).where(charter_versions.c.id == version_id)
    ).first()
    return None if row is None else _card(connection, row)


def published_charter(connection: Connection) -> CharterCard | None:
    """The one version that is published now, or None."""
    # Written out, because a partial index serves only a query that names its very condition.
    row = connection.execute(select(charter_versions).where(text("status = 'published'"))).first()
    return None if row is None else _card(connection, row)


def newest_charter(connection: Connection) -> CharterCard | None:
    """The version with the highest number, whatever its status, or None."""
    row = connection.execute(
        select(charter_versions).order_by(charter_versions.c.number.desc()).limit(1)
    ).first()
    return None if row is None else _card(connection, row)


def charter_numbers(connection: Connection) -> dict[int, tuple[int, CharterStatus]]:
    """The number and status of every version by its row, newest first, without what they say."""
    versions = charter_versions.c
    rows = connection.execute(
        select(versions.id, versions.number, versions.status).order_by(versions.number.desc())
    )
    return {row.id: (row.number, row.status) for row in rows}


def last_number(connection: Connection) -> int:
    """The highest number that a version has, or 0."""
    return connection.scalar(select(func.max(charter_versions.c.number))) or 0


def standard_ids(connection: Connection, version_id: int) -> dict[str, int]:
    """The rows of a version's standards by key, for when they are changed one by one."""
    standards = service_standards.c
    rows = connection.execute(
        select(standards.key, standards.id)
        .where(standards.charter_version_id == version_id)
        .order_by(standards.key)
    )
    return {row.key: row.id for row in rows}


def _card(connection: Connection, row: Row[tuple[object, ...]]) -> CharterCard:
    from servicedesk.domain.charters_data import answers_from_data

    return CharterCard(
        id=row.id,
        number=row.number,
        status=row.status,
        draft=CharterDraft(
            trade=row.trade,
            guide_version=row.guide_version,
            answers=answers_from_data(json.loads(row.answers)),
            standards=_standards(connection, row.id),
            suggested=tuple(json.loads(row.suggested)),
            logo=_logo(connection, row),
        ),
        approved_on=row.approved_on,
        published_on=row.published_on,
        effective_from=row.effective_from,
        review_by=row.review_by,
        ended_on=row.ended_on,
    )


def _standards(connection: Connection, version_id: int) -> "tuple[ServiceStandard, ...]":
    from servicedesk.domain.standards_data import standard_from_data

    standards = service_standards.c
    bodies = connection.scalars(
        select(standards.body)
        .where(standards.charter_version_id == version_id)
        .order_by(standards.position, standards.id)
    )
    return tuple(standard_from_data(json.loads(body)) for body in bodies)


def _logo(connection: Connection, row: Row[tuple[object, ...]]) -> "Logo | None":
    if row.logo_id is None:
        return None
    from servicedesk.domain.blocks import Logo

    png = b"".join(pieces_of(connection, row.logo_id))
    return Logo(png=png, width=row.logo_width, height=row.logo_height)


def _written(plain: Mapping[str, object] | list[str]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
