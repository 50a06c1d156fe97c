# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that were issued, each with its exact PDF; the owner's own wordings of templates."""

import json
from datetime import date

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, UniqueConstraint, func, select

from servicedesk.domain.complaints import Stage
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters import LetterCard
from servicedesk.store.complaints import complaints
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.references import next_ref
from servicedesk.store.types import Day, Id, Moment, Whole, Words, YesNo

letters = CATALOGUE.declare(
    "letters",
    Column("ref", Words(), nullable=False),
    Column("template", Words(), nullable=False),
    Column("template_version", Whole(), nullable=False),
    Column("title", Words(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=True),
    Column("issued_on", Day(), nullable=False),
    Column("written_at", Moment(), nullable=False),
    Column("fields", Words(), nullable=False),
    Column("body", Words(), nullable=False),
    Column("is_large_print", YesNo(), nullable=False),
    Column("signatory", Words(), nullable=False),
    Column("attachment_id", Id(), ForeignKey("attachments.id"), nullable=False),
    Column("withdrawn_on", Day(), nullable=True),
    Column("complaint_id", Id(), ForeignKey("complaints.id"), nullable=True),
    Column("feedback_id", Id(), ForeignKey("feedback.id"), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_letters_customer_id", "customer_id", "issued_on"),
    Index("ix_letters_promise_id", "promise_id"),
    Index("ix_letters_complaint_id", "complaint_id"),
    Index("ix_letters_feedback_id", "feedback_id"),
    record=RecordInfo(
        kind=Kind.LETTER,
        label_column="title",
        person_columns=("title", "fields", "body"),
        search_columns=("ref", "title", "body"),
    ),
)

letter_wordings = CATALOGUE.declare(
    "letter_wordings",
    Column("template", Words(), nullable=False),
    Column("based_on", Whole(), nullable=False),
    Column("body", Words(), nullable=False),
    UniqueConstraint("template"),
    record=RecordInfo(kind=Kind.LETTER, label_column="template", search_columns=("body",)),
)


_CARDS = select(
    letters, func.coalesce(customers.c.shown_name, "").label("customer_name")
).select_from(letters.outerjoin(customers, letters.c.customer_id == customers.c.id))


def letter(connection: Connection, letter_id: int) -> LetterCard | None:
    """A letter by its number; None when there is none."""
    row = connection.execute(_CARDS.where(letters.c.id == letter_id)).first()
    return None if row is None else _card(row)


def letters_of(
    connection: Connection,
    *,
    customer_id: int | None = None,
    promise_id: int | None = None,
    complaint_id: int | None = None,
    feedback_id: int | None = None,
) -> tuple[LetterCard, ...]:
    """The letters to a customer, or about a promise, a complaint or feedback, the newest first.

    Args:
        connection: reads the file, in one statement.
        customer_id: to whom; read when nothing else is named.
        promise_id: about which promise.
        complaint_id: about which complaint; named alone.
        feedback_id: about which feedback; named alone.
    """
    if complaint_id is not None:
        wanted = letters.c.complaint_id == complaint_id
    elif feedback_id is not None:
        wanted = letters.c.feedback_id == feedback_id
    elif promise_id is not None:
        wanted = letters.c.promise_id == promise_id
    else:
        wanted = letters.c.customer_id == customer_id
    return tuple(map(_card, connection.execute(_CARDS.where(wanted).order_by(letters.c.id.desc()))))


def next_letter_ref(connection: Connection, year: int) -> str:
    """The reference of the next letter of a year, such as "L-2026-0014"."""
    return next_ref(connection, letters, "L", year)


def complaints_to_ask_about(connection: Connection, today: date) -> tuple[int, ...]:
    """Complaints that were put right and whose day to ask how it went has come, in its order.

    Args:
        connection: reads the file, in one statement.
        today: the day in the shop.
    """
    wanted = (
        select(complaints.c.id)
        .where(
            complaints.c.stage == Stage.RESOLVED,
            complaints.c.follow_up_due <= today,
            complaints.c.follow_up_on.is_(None),
            complaints.c.customer_id.is_not(None),
        )
        .order_by(complaints.c.follow_up_due, complaints.c.id)
    )
    return tuple(connection.scalars(wanted))


def own_wordings(connection: Connection) -> dict[str, tuple[int, int, str]]:
    """The owner's own words: template -> number of the row, version they began from, words."""
    rows = connection.execute(select(letter_wordings))
    return {row.template: (row.id, row.based_on, row.body) for row in rows}


def contacts_of_letter(connection: Connection, letter_id: int) -> list[int]:
    """Numbers of the contacts that are the sending of a letter and not in the bin."""
    wanted = select(contacts.c.id).where(
        contacts.c.letter_id == letter_id, contacts.c.binned_at.is_(None)
    )
    return list(connection.scalars(wanted))


def _card(row: Row[tuple[object, ...]]) -> LetterCard:
    return LetterCard(
        id=row.id,
        ref=row.ref,
        template=row.template,
        template_version=row.template_version,
        title=row.title,
        customer_id=row.customer_id,
        promise_id=row.promise_id,
        customer_name=row.customer_name,
        issued_on=row.issued_on,
        written_at=row.written_at,
        values=json.loads(row.fields),
        body=row.body,
        is_large_print=row.is_large_print,
        signatory=row.signatory,
        attachment_id=row.attachment_id,
        withdrawn_on=row.withdrawn_on,
        complaint_id=row.complaint_id,
        feedback_id=row.feedback_id,
    )
