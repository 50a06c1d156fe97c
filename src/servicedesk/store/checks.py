# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Self-checks and short checks with their answers, as kept."""

from collections.abc import Collection, Iterable
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Row,
    UniqueConstraint,
    and_,
    or_,
    select,
    text,
)

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.checks import Answer, Bank, CheckCard, GivenAnswer
from servicedesk.domain.kinds import Kind
from servicedesk.store.actions import actions
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words, YesNo

checks = CATALOGUE.declare(
    "checks",
    Column("bank", Coded(Bank), nullable=False),
    Column("bank_version", Whole(), nullable=False),
    Column("is_short", YesNo(), nullable=False),
    Column("has_staff", YesNo(), nullable=False),
    Column("started_on", Day(), nullable=False),
    Column("finished_on", Day(), nullable=True),
    Column("who", Words(), nullable=False),
    Column("asked", Words(), nullable=False),
    Index("ix_checks_finished_on", "bank", "finished_on"),
    Index("ix_checks_open", "bank", sqlite_where=text("finished_on IS NULL")),
    record=RecordInfo(kind=Kind.CHECK, person_columns=("who",)),
)

check_answers = CATALOGUE.declare(
    "check_answers",
    Column("check_id", Id(), ForeignKey("checks.id"), nullable=False),
    Column("question_id", Words(), nullable=False),
    Column("answer", Coded(Answer), nullable=True),
    Column("note", Words(), nullable=False),
    Column("departure", Words(), nullable=False),
    Column("is_from_records", YesNo(), nullable=False),
    UniqueConstraint("check_id", "question_id"),
    record=RecordInfo(
        kind=Kind.CHECK,
        label_column="question_id",
        owner_column="check_id",
        person_columns=("note", "departure"),
        search_columns=("note", "departure"),
    ),
)


def check_card(connection: Connection, check_id: int) -> CheckCard | None:
    """One check with its answers, in one statement; None when it is gone."""
    for card in _cards(connection, checks.c.id == check_id):
        return card
    return None


def open_check(connection: Connection, bank: Bank) -> CheckCard | None:
    """The check of a bank that is begun and not finished, or None."""
    for card in _cards(connection, and_(checks.c.bank == bank, checks.c.finished_on.is_(None))):
        return card
    return None


def finished_checks(connection: Connection, bank: Bank) -> tuple[CheckCard, ...]:
    """The finished checks of a bank, the newest first, in one statement."""
    return _cards(connection, and_(checks.c.bank == bank, checks.c.finished_on.is_not(None)))


def answer_ids(connection: Connection, check_id: int) -> dict[str, int]:
    """The rows of the answers of a check, by question id."""
    wanted = select(check_answers.c.question_id, check_answers.c.id)
    rows = connection.execute(wanted.where(check_answers.c.check_id == check_id))
    return {row.question_id: row.id for row in rows}


def planned_questions(
    connection: Connection,
    bank: Bank,
    question_ids: Collection[str],
    *,
    done_for: int | None = None,
) -> frozenset[str]:
    """The questions of a bank for which an action is planned that is not done yet.

    Args:
        connection: reads the file.
        bank: questions of another one may have the same ids.
        question_ids: that are asked about.
        done_for: number of a check whose own actions count even when they are done; None for
            none.
    """
    wanted = (
        select(actions.c.source_key)
        .outerjoin(checks, checks.c.id == actions.c.source_id)
        .where(
            actions.c.source == ActionSource.SELF_CHECK,
            actions.c.source_key.in_(question_ids),
            or_(checks.c.bank == bank, checks.c.id.is_(None)),
            or_(actions.c.done_on.is_(None), actions.c.source_id == done_for),
        )
    )
    return frozenset(connection.scalars(wanted))


def check_values(card: CheckCard) -> dict[str, object]:
    """What is written of a check, by column; its number and its answers are not."""
    return {
        "bank": card.bank,
        "bank_version": card.bank_version,
        "is_short": card.is_short,
        "has_staff": card.has_staff,
        "started_on": card.started_on,
        "finished_on": card.finished_on,
        "who": card.who,
        "asked": " ".join(card.asked),
    }


def answer_values(given: GivenAnswer) -> dict[str, object]:
    """What is written of an answer, by column, without its check and its question."""
    return {
        "answer": given.answer,
        "note": given.note,
        "departure": given.departure,
        "is_from_records": given.is_from_records,
    }


def _cards(connection: Connection, which: ColumnElement[bool]) -> tuple[CheckCard, ...]:
    """Checks with their answers; those that are asked for, the newest first."""
    wanted = (
        select(checks, check_answers)
        .outerjoin(check_answers, check_answers.c.check_id == checks.c.id)
        .where(which)
        .order_by(checks.c.finished_on.desc(), checks.c.id.desc(), check_answers.c.id)
    )
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.id, []).append(row)
    return tuple(_card(rows) for rows in found.values())


def _card(rows: list[Row[Any]]) -> CheckCard:
    first = rows[0]
    return CheckCard(
        id=first.id,
        bank=first.bank,
        bank_version=first.bank_version,
        is_short=first.is_short,
        has_staff=first.has_staff,
        started_on=first.started_on,
        finished_on=first.finished_on,
        who=first.who,
        asked=tuple(first.asked.split()),
        answers=MappingProxyType(dict(_answers(rows))),
    )


def _answers(rows: list[Row[Any]]) -> Iterable[tuple[str, GivenAnswer]]:
    for row in rows:
        if row.question_id is not None:
            yield (
                row.question_id,
                GivenAnswer(
                    answer=row.answer,
                    note=row.note,
                    departure=row.departure,
                    is_from_records=row.is_from_records,
                ),
            )
