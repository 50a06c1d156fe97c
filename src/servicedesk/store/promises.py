# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises as kept, how their days moved, and those that come again."""

import json
from functools import cache
from types import MappingProxyType

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Select,
    UniqueConstraint,
    bindparam,
    select,
    text,
)

from servicedesk.domain.customers import NOTHING_OWN, Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import (
    Allowance,
    Due,
    Ending,
    Every,
    MoveCard,
    MoveReason,
    Outcome,
    PromiseCard,
    PromiseDraft,
    PromiseKind,
)
from servicedesk.store.customers import customers
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Moment, Whole, Words, YesNo

promise_repeats = CATALOGUE.declare(
    "promise_repeats",
    Column("every", Coded(Every), nullable=False),
    Column("step", Whole(), nullable=False),
    Column("first_day", Day(), nullable=False),
    Column("ends_on", Day(), nullable=True),
    Column("stopped_on", Day(), nullable=True),
    record=RecordInfo(kind=Kind.PROMISE, label_column="first_day"),
)

promises = CATALOGUE.declare(
    "promises",
    Column("ref", Words(), nullable=False),
    Column("customer_id", Id(), ForeignKey("customers.id"), nullable=True),
    Column("text", Words(), nullable=False),
    Column("promiser", Words(), nullable=False),
    Column("kind", Coded(PromiseKind), nullable=False),
    Column("channel", Coded(Channel), nullable=True),
    Column("job_ref", Words(), nullable=False),
    Column("condition", Words(), nullable=False),
    Column("remedy", Words(), nullable=False),
    Column("waiting_for", Words(), nullable=False),
    Column("notes", Words(), nullable=False),
    Column("own", Words(), nullable=False),
    Column("standard_key", Words(), nullable=False),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=True),
    Column("made_on", Day(), nullable=False),
    Column("due_on", Day(), nullable=False),
    Column("due_at", Moment(), nullable=True),
    Column("first_due_on", Day(), nullable=False),
    Column("first_due_at", Moment(), nullable=True),
    Column("counts_on", Day(), nullable=True),
    Column("counts_at", Moment(), nullable=True),
    Column("is_revised", YesNo(), nullable=False),
    Column("allowance_amount", Whole(), nullable=True),
    Column("allowance_unit", Words(), nullable=True),
    Column("allowance_start", Moment(), nullable=True),
    Column("told_on", Day(), nullable=True),
    Column("outcome", Coded(Outcome), nullable=True),
    Column("ended_on", Day(), nullable=True),
    Column("ended_at", Moment(), nullable=True),
    Column("ending_written_at", Moment(), nullable=True),
    Column("ending_reason", Words(), nullable=False),
    Column("snoozed_until", Day(), nullable=True),
    Column("repeat_id", Id(), ForeignKey("promise_repeats.id"), nullable=True),
    Column("binned_at", Moment(), nullable=True),
    UniqueConstraint("ref"),
    Index("ix_promises_customer_id", "customer_id", "due_on"),
    # What store.timeline asks for the page of a customer: those that ended, and those that did not.
    Index(
        "ix_promises_ended_on",
        "customer_id",
        "ended_on",
        sqlite_where=text("ended_on IS NOT NULL"),
    ),
    Index(
        "ix_promises_not_ended",
        "customer_id",
        "due_on",
        sqlite_where=text("ended_on IS NULL"),
    ),
    # Lists of all promises are read from here alone, without the rows themselves.
    Index("ix_promises_due_on", "due_on", "id", "outcome", "binned_at", "is_revised", "counts_on"),
    Index(
        "ix_promises_open",
        "due_on",
        "id",
        sqlite_where=text("outcome IS NULL AND binned_at IS NULL"),
    ),
    Index(
        "ix_promises_waiting",
        "due_on",
        "id",
        sqlite_where=text("waiting_for <> '' AND outcome IS NULL AND binned_at IS NULL"),
    ),
    # Those that were missed, for the figures, which count how late they were.
    Index(
        "ix_promises_missed",
        *("due_on", "outcome", "ended_on", "is_revised", "told_on", "due_at", "ended_at"),
        *("counts_on", "binned_at"),
        sqlite_where=text("outcome IN ('late', 'broken')"),
    ),
    Index("ix_promises_counts_on", "counts_on", sqlite_where=text("counts_on IS NOT NULL")),
    # The newest that follow a standard, for the wizard to hold a figure against.
    Index(
        "ix_promises_standard_key",
        *("standard_key", "due_on"),
        sqlite_where=text("standard_key <> ''"),
    ),
    Index("ix_promises_repeat_id", "repeat_id", "first_due_on"),
    Index("ix_promises_binned_at", "binned_at", sqlite_where=text("binned_at IS NOT NULL")),
    record=RecordInfo(
        kind=Kind.PROMISE,
        label_column="ref",
        person_columns=(
            "text",
            "job_ref",
            "condition",
            "remedy",
            "waiting_for",
            "notes",
            "own",
            "ending_reason",
        ),
        search_columns=("ref", "text", "job_ref", "condition", "notes", "own"),
    ),
)

promise_moves = CATALOGUE.declare(
    "promise_moves",
    Column("promise_id", Id(), ForeignKey("promises.id"), nullable=False),
    Column("moved_at", Moment(), nullable=False),
    Column("moved_on", Day(), nullable=False),
    Column("from_on", Day(), nullable=False),
    Column("from_at", Moment(), nullable=True),
    Column("to_on", Day(), nullable=False),
    Column("to_at", Moment(), nullable=True),
    Column("reason", Coded(MoveReason), nullable=False),
    Column("words", Words(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("reverses", Id(), ForeignKey("promise_moves.id"), nullable=True),
    Index("ix_promise_moves_promise_id", "promise_id"),
    record=RecordInfo(
        kind=Kind.PROMISE,
        label_column="reason",
        person_columns=("words",),
        append_only=True,
        reverses_column="reverses",
        owner_column="promise_id",
    ),
)

OPEN = text("promises.outcome IS NULL AND promises.binned_at IS NULL")
"""Written out, because a partial index serves only a query that names its very condition."""


def promise(connection: Connection, promise_id: int) -> PromiseCard | None:
    """One promise, whatever became of it, or None."""
    row = connection.execute(_one_card(), {"this": promise_id}).first()
    return None if row is None else _card(row)


def open_promises_of(connection: Connection, customer_id: int) -> tuple[PromiseCard, ...]:
    """The open promises to a customer, the one that is due first at the head."""
    rows = connection.execute(
        _cards()
        .where(promises.c.customer_id == customer_id, OPEN)
        .order_by(promises.c.due_on, promises.c.id)
    )
    return tuple(_card(row) for row in rows)


def moves_of(connection: Connection, promise_id: int) -> tuple[MoveCard, ...]:
    """How the day of a promise moved, in the order of writing."""
    rows = connection.execute(
        select(promise_moves)
        .where(promise_moves.c.promise_id == promise_id)
        .order_by(promise_moves.c.id)
    )
    return tuple(
        MoveCard(
            id=row.id,
            moved_on=row.moved_on,
            moved_at=row.moved_at,
            before=Due(day=row.from_on, at=row.from_at),
            after=Due(day=row.to_on, at=row.to_at),
            reason=row.reason,
            words=row.words,
            who=row.who,
            reverses=row.reverses,
        )
        for row in rows
    )


def draft_values(draft: PromiseDraft) -> dict[str, object]:
    """What is written of a draft, by column, without its day."""
    allowance = draft.allowance
    return {
        "customer_id": draft.customer_id,
        "text": draft.text,
        "promiser": draft.promiser,
        "kind": draft.kind,
        "channel": draft.channel,
        "job_ref": draft.job_ref,
        "condition": draft.condition,
        "remedy": draft.remedy,
        "waiting_for": draft.waiting_for,
        "notes": draft.notes,
        "own": json.dumps(dict(draft.own), ensure_ascii=False, sort_keys=True),
        "standard_key": draft.standard_key,
        "made_on": draft.made_on,
        "allowance_amount": None if allowance is None else allowance.amount,
        "allowance_unit": None if allowance is None else allowance.unit,
        "allowance_start": None if allowance is None else allowance.start,
    }


def due_values(due: Due) -> dict[str, object]:
    """What is written of the day a promise is due."""
    return {"due_on": due.day, "due_at": due.at}


def first_due_values(due: Due) -> dict[str, object]:
    """What is written of the day a promise was due at first."""
    return {"first_due_on": due.day, "first_due_at": due.at}


def counts_values(counts: Due | None) -> dict[str, object]:
    """What is written of the day a promise is judged by where that is another one."""
    if counts is None:
        return {"counts_on": None, "counts_at": None}
    return {"counts_on": counts.day, "counts_at": counts.at}


def ending_values(ending: Ending | None) -> dict[str, object]:
    """What is written of how a promise ended; None for one that is open."""
    return {
        "outcome": None if ending is None else ending.outcome,
        "ended_on": None if ending is None else ending.on,
        "ended_at": None if ending is None else ending.at,
        "ending_written_at": None if ending is None else ending.written_at,
        "ending_reason": "" if ending is None else ending.reason,
    }


def _cards() -> Select[tuple[object, ...]]:
    return select(promises, customers.c.shown_name, customers.c.remember).outerjoin(
        customers, promises.c.customer_id == customers.c.id
    )


@cache  # to build it takes longer than to run it
def _one_card() -> Select[tuple[object, ...]]:
    return _cards().where(promises.c.id == bindparam("this"))


def _card(row: Row[tuple[object, ...]]) -> PromiseCard:
    return PromiseCard(
        id=row.id,
        ref=row.ref,
        draft=_draft(row),
        customer_name=row.shown_name or "",
        remember=row.remember or "",
        first_due=Due(day=row.first_due_on, at=row.first_due_at),
        counts=None if row.counts_on is None else Due(day=row.counts_on, at=row.counts_at),
        is_revised=row.is_revised,
        told_on=row.told_on,
        charter_version_id=row.charter_version_id,
        ending=_ending(row),
        snoozed_until=row.snoozed_until,
        repeat_id=row.repeat_id,
        binned_at=row.binned_at,
    )


def _draft(row: Row[tuple[object, ...]]) -> PromiseDraft:
    allowance = None
    if row.allowance_amount is not None:
        allowance = Allowance(
            amount=row.allowance_amount, unit=row.allowance_unit, start=row.allowance_start
        )
    own = json.loads(row.own or "{}")
    return PromiseDraft(
        customer_id=row.customer_id,
        text=row.text,
        due=Due(day=row.due_on, at=row.due_at),
        promiser=row.promiser,
        made_on=row.made_on,
        kind=row.kind,
        channel=row.channel,
        job_ref=row.job_ref,
        condition=row.condition,
        standard_key=row.standard_key,
        remedy=row.remedy,
        allowance=allowance,
        waiting_for=row.waiting_for,
        notes=row.notes,
        own=MappingProxyType(own) if own else NOTHING_OWN,
    )


def _ending(row: Row[tuple[object, ...]]) -> Ending | None:
    if row.outcome is None:
        return None
    return Ending(
        outcome=row.outcome,
        on=row.ended_on,
        at=row.ended_at,
        written_at=row.ending_written_at,
        reason=row.ending_reason,
    )
