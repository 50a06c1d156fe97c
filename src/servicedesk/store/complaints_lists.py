# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of complaints: which ones in which order, a page of lines at a time, and what is alike."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, TextClause, and_, case, func, select, text, true

from servicedesk.domain.complaints import About, Priority, Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import ComplaintChip, ComplaintRow
from servicedesk.domain.kinds import Kind
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.customers import customers
from servicedesk.store.words_finding import holds

_COMPLAINTS = complaints.c
_FIRST_DAY = date.min
"""A lower end for every list, so that it is read along the index of days."""

_WAITING = (Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER)

Condition = ColumnElement[bool] | TextClause


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeRow:
    """What is asked of a complaint to see which are alike."""

    id: int
    about: About | None
    cause: Cause | None


def complaint_ids(
    connection: Connection,
    chip: ComplaintChip,
    today: date,
    words: Sequence[str] = (),
    customer_id: int | None = None,
) -> "array[int]":
    """The numbers of the complaints of a list, in its order.

    Open ones come by the first day on which something is due; the rest with the latest first.

    Args:
        connection: to read from.
        chip: which of them.
        today: in the shop.
        words: folded; each must stand in what is written of it, or of its customer.
        customer_id: only those of this customer, or None.
    """
    wanted: list[Condition] = list(_of(chip, today))
    wanted += [holds(word, at, Kind.COMPLAINT) for at, word in enumerate(words)]
    if customer_id is not None:
        wanted.append(_COMPLAINTS.customer_id == customer_id)
    asked = select(_COMPLAINTS.id).where(*wanted)
    if chip in (ComplaintChip.ENDED, ComplaintChip.ALL):
        asked = asked.where(_COMPLAINTS.received_on >= _FIRST_DAY)
        asked = asked.order_by(_COMPLAINTS.received_on.desc(), _COMPLAINTS.id.desc())
    else:
        asked = asked.order_by(_COMPLAINTS.next_on, _COMPLAINTS.id)
    # Straight from the driver: what SQLAlchemy adds to a row takes longer than reading it.
    cursor = connection.execute(asked).cursor
    return array("q", () if cursor is None else (row[0] for row in cursor.fetchall()))


def complaint_rows(connection: Connection, ids: Sequence[int]) -> tuple[ComplaintRow, ...]:
    """The lines of these complaints, in this order; one that is gone is left out."""
    columns = (_COMPLAINTS[name] for name in _ROW_COLUMNS)
    start = func.substr(_COMPLAINTS.text, 1, _TEXT_MOST).label("start")
    rows = connection.execute(
        select(*columns, start, customers.c.shown_name, customers.c.remember)
        .outerjoin(customers, _COMPLAINTS.customer_id == customers.c.id)
        .where(_COMPLAINTS.id.in_(ids))
    )
    found = {
        row.id: ComplaintRow(
            id=row.id,
            ref=row.ref,
            text=row.start,
            about=row.about,
            stage=row.stage,
            track=row.track,
            serious=row.serious,
            priority=row.priority,
            customer_id=row.customer_id,
            customer_name=row.shown_name or row.called,
            remember=row.remember or "",
            handler=row.handler,
            received_on=row.received_on,
            due=row.decide_due,
            next_on=row.next_on,
            decided_on=row.decided_on,
            waiting_for=row.waiting_for,
        )
        for row in rows
    }
    return tuple(found[one] for one in ids if one in found)


def complaint_counts(connection: Connection, today: date) -> dict[ComplaintChip, int]:
    """How many open complaints stand under each chip that shows open ones."""
    chips = [chip for chip in ComplaintChip if chip not in _NOT_OPEN]
    sums = [
        func.coalesce(func.sum(case((and_(true(), *_parted(chip, today)), 1), else_=0)), 0)
        for chip in chips
    ]
    row = connection.execute(select(*sums).select_from(complaints).where(OPEN)).one()
    return {chip: int(count) for chip, count in zip(chips, row, strict=True)}


def received_since(connection: Connection, since: date) -> tuple[AlikeRow, ...]:
    """What every complaint since a day is about, and its main cause, the newest first."""
    rows = connection.execute(
        select(_COMPLAINTS.id, _COMPLAINTS.about, _COMPLAINTS.main_cause)
        .where(
            _COMPLAINTS.received_on >= since,
            text("complaints.stage NOT IN ('withdrawn', 'duplicate')"),
        )
        .order_by(_COMPLAINTS.received_on.desc(), _COMPLAINTS.id.desc())
    )
    return tuple(AlikeRow(id=row.id, about=row.about, cause=row.main_cause) for row in rows)


_TEXT_MOST = 300
"""Characters of a text that a line shows."""

_NOT_OPEN = (ComplaintChip.ENDED, ComplaintChip.ALL)

_ROW_COLUMNS = (
    *("id", "ref", "about", "stage", "track", "serious", "priority", "customer_id", "called"),
    *("handler", "received_on", "decide_due", "next_on", "decided_on", "waiting_for"),
)


def _of(chip: ComplaintChip, today: date) -> list[Condition]:
    if chip is ComplaintChip.ALL:
        return []
    if chip is ComplaintChip.ENDED:
        return [text("complaints.stage IN ('closed', 'withdrawn', 'duplicate')")]
    return [OPEN, *_parted(chip, today)]


def _parted(chip: ComplaintChip, today: date) -> list[ColumnElement[bool]]:
    """What an open complaint of that chip has besides."""
    match chip:
        case ComplaintChip.DUE_TODAY:
            return [_COMPLAINTS.next_on == today]
        case ComplaintChip.LATE:
            return [_COMPLAINTS.next_on < today]
        case ComplaintChip.WAITING:
            return [_COMPLAINTS.stage.in_(_WAITING)]
        case ComplaintChip.SERIOUS:
            return [_COMPLAINTS.priority == Priority.P1]
        case ComplaintChip.PUTTING_RIGHT:
            return [_COMPLAINTS.stage == Stage.REMEDY_PENDING]
        case _:
            return []
