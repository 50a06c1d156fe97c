# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of promises: which ones in which order, and a page of their lines at a time."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    TextClause,
    and_,
    case,
    func,
    not_,
    or_,
    select,
    text,
    true,
)

from servicedesk.domain.promises import Due, Outcome, PromiseChip, PromiseRow
from servicedesk.store.customers import customers
from servicedesk.store.promises import OPEN, promises
from servicedesk.store.words_finding import holds

_PROMISES = promises.c
_THERE = text("promises.binned_at IS NULL")
_MINUTE = timedelta(minutes=1)
_FIRST_DAY = date.min
"""A lower end for every list, so that it is read along the index of days."""

Condition = ColumnElement[bool] | TextClause


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDays:
    """The days that a list of promises is parted by.

    Args:
        now: the moment, in UTC.
        today: in the shop.
        coming: the last day that still counts as coming.
    """

    now: datetime
    today: date
    coming: date


def promise_ids(
    connection: Connection,
    chip: PromiseChip,
    days: ListDays,
    words: Sequence[str] = (),
    customer_id: int | None = None,
) -> "array[int]":
    """The numbers of the promises of a list, in its order.

    Open ones come by day, the earliest first; the rest with the latest day first.

    Args:
        connection: to read from.
        chip: which of them.
        days: what parts them.
        words: folded; each must stand in what is written of it, or of its customer.
        customer_id: only those to this customer, or None.
    """
    wanted: list[Condition] = [_PROMISES.due_on >= _FIRST_DAY, *_of(chip, days)]
    wanted += [holds(word, at) for at, word in enumerate(words)]
    if customer_id is not None:
        wanted.append(_PROMISES.customer_id == customer_id)
    asked = select(_PROMISES.id).where(*wanted)
    if chip in (PromiseChip.KEPT, PromiseChip.ALL):
        asked = asked.order_by(_PROMISES.due_on.desc(), _PROMISES.id.desc())
    else:
        asked = asked.order_by(_PROMISES.due_on, _PROMISES.id)
    # Straight from the driver: what SQLAlchemy adds to a row takes longer than reading it.
    cursor = connection.execute(asked).cursor
    return array("q", () if cursor is None else (row[0] for row in cursor.fetchall()))


def promise_rows(connection: Connection, ids: Sequence[int]) -> tuple[PromiseRow, ...]:
    """The lines of these promises, in this order; one that is gone is left out."""
    rows = connection.execute(
        select(
            *(_PROMISES[name] for name in _ROW_COLUMNS),
            customers.c.shown_name,
            customers.c.remember,
        )
        .outerjoin(customers, _PROMISES.customer_id == customers.c.id)
        .where(_PROMISES.id.in_(ids))
    )
    found = {
        row.id: PromiseRow(
            id=row.id,
            ref=row.ref,
            text=row.text,
            promiser=row.promiser,
            kind=row.kind,
            job_ref=row.job_ref,
            waiting_for=row.waiting_for,
            customer_id=row.customer_id,
            customer_name=row.shown_name or "",
            remember=row.remember or "",
            due=Due(day=row.due_on, at=row.due_at),
            counts=None if row.counts_on is None else Due(day=row.counts_on, at=row.counts_at),
            is_revised=row.is_revised,
            told_on=row.told_on,
            outcome=row.outcome,
            ended_on=row.ended_on,
            snoozed_until=row.snoozed_until,
        )
        for row in rows
    }
    return tuple(found[one] for one in ids if one in found)


def promise_counts(connection: Connection, days: ListDays) -> dict[PromiseChip, int]:
    """How many open promises stand under each chip that shows open ones."""
    chips = (
        PromiseChip.OPEN,
        PromiseChip.DUE_TODAY,
        PromiseChip.LATE,
        PromiseChip.WAITING,
        PromiseChip.COMING,
    )
    sums = [
        func.coalesce(func.sum(case((and_(true(), *_parted(chip, days)), 1), else_=0)), 0)
        for chip in chips
    ]
    row = connection.execute(
        select(*sums).select_from(promises).where(OPEN, _PROMISES.due_on >= _FIRST_DAY)
    ).one()
    return {chip: int(count) for chip, count in zip(chips, row, strict=True)}


_ROW_COLUMNS = (
    "id",
    "ref",
    "text",
    "promiser",
    "kind",
    "job_ref",
    "waiting_for",
    "customer_id",
    "due_on",
    "due_at",
    "counts_on",
    "counts_at",
    "is_revised",
    "told_on",
    "outcome",
    "ended_on",
    "snoozed_until",
)


def _of(chip: PromiseChip, days: ListDays) -> list[Condition]:
    if chip is PromiseChip.ALL:
        return [_THERE]
    if chip is PromiseChip.KEPT:
        return [_THERE, _PROMISES.outcome == Outcome.KEPT]
    return [OPEN, *_parted(chip, days)]


def _parted(chip: PromiseChip, days: ListDays) -> list[ColumnElement[bool]]:
    """What an open promise of that chip has besides."""
    waits = _PROMISES.waiting_for != ""
    minute_over = and_(_PROMISES.due_at.is_not(None), _PROMISES.due_at <= days.now - _MINUTE)
    if chip is PromiseChip.DUE_TODAY:
        return [_PROMISES.due_on == days.today, not_(minute_over)]
    if chip is PromiseChip.LATE:
        is_over = or_(_PROMISES.due_on < days.today, minute_over)
        return [_PROMISES.due_on <= days.today, is_over]
    if chip is PromiseChip.WAITING:
        return [waits]
    if chip is PromiseChip.COMING:
        return [_PROMISES.due_on > days.today, _PROMISES.due_on <= days.coming, not_(waits)]
    return []
