# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody’s information, as kept."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Select,
    Table,
    UniqueConstraint,
    column,
    exists,
    select,
    table,
)

from servicedesk.domain.customers import Channel
from servicedesk.domain.data_requests import (
    LeftOut,
    PauseWhy,
    RequestCard,
    RequestDraft,
    RequestKind,
    RequestLine,
    RequestOutcome,
    RequestPause,
    RequestStep,
)
from servicedesk.domain.kinds import Kind
from servicedesk.store.customers import customers
from servicedesk.store.letters import letters
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Words, YesNo

data_requests = CATALOGUE.declare(
    "data_requests",
    Column("ref", Words(), nullable=False),
    Column("kind", Coded(RequestKind), nullable=False),
    Column("received_on", Day(), nullable=False),
    Column("channel", Coded(Channel), nullable=True),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("called", Words(), nullable=False),
    Column("reach", Words(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("own_due", Day(), nullable=True),
    Column("seen_on", Day(), nullable=True),
    Column("seen_how", Words(), nullable=False),
    Column("extended_on", Day(), nullable=True),
    Column("extended_why", Words(), nullable=False),
    Column("due_on", Day(), nullable=True),
    Column("ended_on", Day(), nullable=True),
    Column("outcome", Coded(RequestOutcome), nullable=True),
    Column("kept_back", Words(), nullable=False),
    UniqueConstraint("ref"),
    Index("ix_data_requests_customer_id", "customer_id"),
    Index("ix_data_requests_ended_on_due_on", "ended_on", "due_on"),
    record=RecordInfo(
        kind=Kind.DATA_REQUEST,
        label_column="ref",
        person_columns=("called", "reach", "text", "seen_how", "extended_why", "kept_back"),
    ),
)

data_request_pauses = CATALOGUE.declare(
    "data_request_pauses",
    Column("request_id", Id(), ForeignKey("data_requests.id"), nullable=False),
    Column("why", Coded(PauseWhy), nullable=False),
    Column("from_on", Day(), nullable=False),
    Column("until", Day(), nullable=True),
    Column("asked", Words(), nullable=False),
    Index("ix_data_request_pauses_request_id", "request_id"),
    record=RecordInfo(kind=Kind.DATA_REQUEST, owner_column="request_id", person_columns=("asked",)),
)

data_request_lines = CATALOGUE.declare(
    "data_request_lines",
    Column("request_id", Id(), ForeignKey("data_requests.id"), nullable=False),
    Column("on_day", Day(), nullable=False),
    Column("step", Coded(RequestStep), nullable=False),
    Column("note", Words(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("letter_id", Id(), ForeignKey("letters.id"), nullable=True),
    Column("written_at", Moment(), nullable=False),
    Index("ix_data_request_lines_request_id", "request_id"),
    Index("ix_data_request_lines_letter_id", "letter_id"),
    record=RecordInfo(kind=Kind.DATA_REQUEST, owner_column="request_id", person_columns=("note",)),
)

data_request_left_out = CATALOGUE.declare(
    "data_request_left_out",
    Column("request_id", Id(), ForeignKey("data_requests.id"), nullable=False),
    Column("line", Words(), nullable=False),
    Column("reason", Words(), nullable=False),
    Column("is_whole", YesNo(), nullable=False),
    Index("ix_data_request_left_out_request_id", "request_id"),
    record=RecordInfo(
        kind=Kind.DATA_REQUEST, owner_column="request_id", person_columns=("reason",)
    ),
)

PARTS = (data_request_pauses, data_request_lines, data_request_left_out)
"""Tables whose rows are parts of a request."""


_FORGOTTEN = table("erasures", column("kind"), column("record_id"))
"""The list of the forgotten; its own module would come in with all that forgetting needs."""

_IS_FORGOTTEN = (
    exists()
    .where(
        _FORGOTTEN.c.kind == Kind.CUSTOMER.value,
        _FORGOTTEN.c.record_id == data_requests.c.customer_id,
    )
    .label("is_forgotten")
)


def request_cards(connection: Connection, request_id: int | None = None) -> tuple[RequestCard, ...]:
    """Requests, the newest first, in four statements.

    Args:
        connection: reads the file.
        request_id: of the only one that is wanted; None for all. There are a few a year.
    """
    wanted = (
        select(data_requests, customers.c.name.label("customer_name"), _IS_FORGOTTEN)
        .join(customers, customers.c.id == data_requests.c.customer_id, isouter=True)
        .order_by(data_requests.c.received_on.desc(), data_requests.c.id.desc())
    )
    if request_id is not None:
        wanted = wanted.where(data_requests.c.id == request_id)
    pauses = _by_owner(_parts(connection, data_request_pauses, request_id))
    left = _by_owner(_parts(connection, data_request_left_out, request_id))
    logged = (
        select(data_request_lines, letters.c.ref.label("letter_ref"))
        .join(letters, letters.c.id == data_request_lines.c.letter_id, isouter=True)
        .order_by(data_request_lines.c.on_day, data_request_lines.c.id)
    )
    if request_id is not None:
        logged = logged.where(data_request_lines.c.request_id == request_id)
    lines = _by_owner(connection.execute(logged))
    return tuple(
        _card(row, pauses[row.id], lines[row.id], left[row.id])
        for row in connection.execute(wanted)
    )


def part_ids(connection: Connection, table: Table, request_id: int) -> tuple[int, ...]:
    """The rows of a part of a request, in the order in which they were written."""
    wanted = select(table.c.id).where(table.c.request_id == request_id)
    return tuple(connection.scalars(wanted.order_by(table.c.id)))


def open_pause_id(connection: Connection, request_id: int) -> int | None:
    """The row of the pause that has not ended, or None."""
    table = data_request_pauses
    wanted = select(table.c.id).where(table.c.request_id == request_id, table.c.until.is_(None))
    return connection.scalar(wanted)


def lines_of_letter(connection: Connection, letter_id: int) -> tuple[int, ...]:
    """Lines of the log of a request that say a letter went out."""
    table = data_request_lines
    return tuple(connection.scalars(select(table.c.id).where(table.c.letter_id == letter_id)))


def request_values(draft: RequestDraft) -> dict[str, object]:
    """What is written of what was typed, by column."""
    return {
        "kind": draft.kind,
        "received_on": draft.received_on,
        "channel": draft.channel,
        "customer_id": draft.customer_id,
        "called": draft.called,
        "reach": draft.reach,
        "text": draft.text,
        "own_due": draft.own_due,
    }


def _parts(connection: Connection, table: Table, request_id: int | None) -> Iterable[Row[Any]]:
    wanted: Select[Any] = select(table).order_by(table.c.id)
    if request_id is not None:
        wanted = wanted.where(table.c.request_id == request_id)
    return connection.execute(wanted)


def _by_owner(rows: Iterable[Row[Any]]) -> defaultdict[int, list[Row[Any]]]:
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.request_id].append(row)
    return found


def _card(
    row: Row[Any], pauses: list[Row[Any]], lines: list[Row[Any]], left: list[Row[Any]]
) -> RequestCard:
    return RequestCard(
        id=row.id,
        ref=row.ref,
        draft=RequestDraft(
            kind=row.kind,
            received_on=row.received_on,
            channel=row.channel,
            customer_id=row.customer_id,
            called=row.called,
            reach=row.reach,
            text=row.text,
            own_due=row.own_due,
        ),
        customer_name=row.customer_name or "",
        pauses=tuple(
            RequestPause(why=one.why, from_on=one.from_on, until=one.until, asked=one.asked)
            for one in pauses
        ),
        seen_on=row.seen_on,
        seen_how=row.seen_how,
        extended_on=row.extended_on,
        extended_why=row.extended_why,
        due_on=row.due_on,
        ended_on=row.ended_on,
        outcome=row.outcome,
        kept_back=row.kept_back,
        lines=tuple(
            RequestLine(
                on=one.on_day,
                step=one.step,
                note=one.note,
                who=one.who,
                letter_id=one.letter_id,
                letter_ref=one.letter_ref or "",
            )
            for one in lines
        ),
        left_out=tuple(
            LeftOut(line=one.line, reason=one.reason, is_whole=one.is_whole) for one in left
        ),
        is_forgotten=bool(row.is_forgotten),
    )
