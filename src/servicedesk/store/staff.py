# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Skills and briefings, what helpers say, and what is agreed between ourselves, as kept."""

import json
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    UniqueConstraint,
    exists,
    select,
    text,
)

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.between_us import BetweenCard, BetweenDraft, Within
from servicedesk.domain.kinds import Kind
from servicedesk.domain.staff import (
    BriefingCard,
    NoteCard,
    NoteDraft,
    Praise,
    SkillCard,
    SkillDraft,
    SkillKind,
)
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from servicedesk.store.actions import actions
from servicedesk.store.asking import ask
from servicedesk.store.charters import charter_versions
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words

skills = CATALOGUE.declare(
    "skills",
    Column("person_id", Id(), ForeignKey("people.id"), nullable=False),
    Column("what", Words(), nullable=False),
    Column("kind", Coded(SkillKind), nullable=False),
    Column("learned_on", Day(), nullable=True),
    Column("renew_on", Day(), nullable=True),
    Column("note", Words(), nullable=False),
    Index("ix_skills_person_id", "person_id"),
    Index("ix_skills_renew_on", "renew_on", sqlite_where=text("renew_on IS NOT NULL")),
    record=RecordInfo(
        kind=Kind.SKILL, label_column="what", person_columns=("note",), search_columns=("what",)
    ),
)

briefings = CATALOGUE.declare(
    "briefings",
    Column("person_id", Id(), ForeignKey("people.id"), nullable=False),
    Column("briefed_on", Day(), nullable=False),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=True),
    Index("ix_briefings_person_id", "person_id"),
    record=RecordInfo(kind=Kind.PERSON, owner_column="person_id"),
)

staff_notes = CATALOGUE.declare(
    "staff_notes",
    Column("text", Words(), nullable=False),
    Column("said_on", Day(), nullable=False),
    Column("said_by", Words(), nullable=False),
    Column("answer", Words(), nullable=False),
    Column("answered_on", Day(), nullable=True),
    record=RecordInfo(
        kind=Kind.STAFF_NOTE,
        person_columns=("text", "said_by", "answer"),
    ),
)

between_us = CATALOGUE.declare(
    "between_us",
    Column("position", Whole(), nullable=False),
    Column("key", Words(), nullable=False),
    Column("asks", Words(), nullable=False),
    Column("what", Words(), nullable=False),
    Column("number", Whole(), nullable=True),
    Column("counted", Coded(Within), nullable=False),
    Column("body", Words(), nullable=False),
    UniqueConstraint("key"),
    record=RecordInfo(kind=Kind.BETWEEN_US, label_column="what", search_columns=("what",)),
)

_PRAISE = """
SELECT id, ref, given_on, text, better, staff FROM feedback
WHERE staff <> '' AND binned_at IS NULL AND kind = 'compliment'
ORDER BY given_on DESC, id DESC
"""


def skill_cards(connection: Connection, skill_id: int | None = None) -> tuple[SkillCard, ...]:
    """What everybody learned, in the order in which it was written down.

    Args:
        connection: reads the file.
        skill_id: of the only one that is wanted; None for all.
    """
    wanted = select(skills).order_by(skills.c.id)
    if skill_id is not None:
        wanted = wanted.where(skills.c.id == skill_id)
    return tuple(map(_skill, connection.execute(wanted)))


def briefing_cards(connection: Connection) -> tuple[BriefingCard, ...]:
    """Every briefing, with the number of the version that it was about."""
    wanted = (
        select(briefings, charter_versions.c.number)
        .outerjoin(charter_versions, charter_versions.c.id == briefings.c.charter_version_id)
        .order_by(briefings.c.id)
    )
    return tuple(
        BriefingCard(
            id=row.id, person_id=row.person_id, briefed_on=row.briefed_on, number=row.number
        )
        for row in connection.execute(wanted)
    )


def rows_about(connection: Connection, person_id: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows of what somebody learned, and those of their briefings."""
    learned = select(skills.c.id).where(skills.c.person_id == person_id).order_by(skills.c.id)
    told = select(briefings.c.id).where(briefings.c.person_id == person_id)
    return (
        tuple(connection.scalars(learned)),
        tuple(connection.scalars(told.order_by(briefings.c.id))),
    )


def note_cards(connection: Connection, note_id: int | None = None) -> tuple[NoteCard, ...]:
    """What helpers said, the newest first.

    Args:
        connection: reads the file.
        note_id: of the only one that is wanted; None for all.
    """
    came_of_it = exists().where(
        actions.c.source == ActionSource.STAFF, actions.c.source_id == staff_notes.c.id
    )
    wanted = select(staff_notes, came_of_it.label("is_planned")).order_by(
        staff_notes.c.said_on.desc(), staff_notes.c.id.desc()
    )
    if note_id is not None:
        wanted = wanted.where(staff_notes.c.id == note_id)
    return tuple(map(_note, connection.execute(wanted)))


def between_cards(connection: Connection) -> tuple[BetweenCard, ...]:
    """What is agreed between ourselves, in order."""
    wanted = select(between_us).order_by(between_us.c.position, between_us.c.id)
    return tuple(map(_between, connection.execute(wanted)))


def all_praise(connection: Connection) -> tuple[Praise, ...]:
    """Every compliment that names one of us, the newest first."""
    return tuple(
        Praise(
            feedback_id=number,
            ref=ref,
            given_on=date.fromisoformat(given_on),
            text=words or better,
            staff=staff,
        )
        for number, ref, given_on, words, better, staff in ask(connection, _PRAISE)
    )


def skill_values(draft: SkillDraft) -> dict[str, object]:
    """What is written of something learned, by column."""
    return {
        "person_id": draft.person_id,
        "what": draft.what,
        "kind": draft.kind,
        "learned_on": draft.learned_on,
        "renew_on": draft.renew_by,
        "note": draft.note,
    }


def note_values(draft: NoteDraft) -> dict[str, object]:
    """What is written of a word from a helper, by column."""
    return {
        "text": draft.text,
        "said_on": draft.said_on,
        "said_by": draft.said_by,
        "answer": draft.answer,
        "answered_on": draft.answered_on,
    }


def between_values(draft: BetweenDraft, standard: ServiceStandard) -> dict[str, object]:
    """What is written of a standard for ourselves, by column, without its place."""
    return {
        "key": standard.key,
        "asks": draft.asks,
        "what": draft.what,
        "number": draft.number,
        "counted": draft.counted,
        "body": json.dumps(standard_to_data(standard), ensure_ascii=False),
    }


def _skill(row: Row[Any]) -> SkillCard:
    draft = SkillDraft(
        person_id=row.person_id,
        what=row.what,
        kind=row.kind,
        learned_on=row.learned_on,
        renew_by=row.renew_on,
        note=row.note,
    )
    return SkillCard(id=row.id, draft=draft)


def _note(row: Row[Any]) -> NoteCard:
    draft = NoteDraft(
        text=row.text,
        said_on=row.said_on,
        said_by=row.said_by,
        answer=row.answer,
        answered_on=row.answered_on,
    )
    return NoteCard(id=row.id, draft=draft, is_planned=bool(row.is_planned))


def _between(row: Row[Any]) -> BetweenCard:
    draft = BetweenDraft(asks=row.asks, what=row.what, number=row.number, counted=row.counted)
    return BetweenCard(
        id=row.id, draft=draft, standard=standard_from_data(json.loads(row.body), between_us.name)
    )
