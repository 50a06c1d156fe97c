# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of complaints: which ones in which order, a page of lines at a time, and what is alike."""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, select, text

from servicedesk.domain.complaints import About, Priority, Serious, Stage, Track
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintRow
from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.words_finding import holds

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
    if not words and customer_id is None:
        statement = f"SELECT id FROM complaints WHERE {_of(chip, today)} {_order(chip)}"
        return array("q", (row[0] for row in ask(connection, statement)))
    wanted: list[Condition] = [text(_of(chip, today))]
    wanted += [holds(word, at, Kind.COMPLAINT) for at, word in enumerate(words)]
    if customer_id is not None:
        wanted.append(complaints.c.customer_id == customer_id)
    found = connection.scalars(
        select(complaints.c.id).where(*wanted).suffix_with(text(_order(chip)))
    )
    return array("q", found)


def complaint_rows(connection: Connection, ids: Sequence[int]) -> tuple[ComplaintRow, ...]:
    """The lines of these complaints, in this order; one that is gone is left out."""
    rows = ask(connection, _ROWS, (json.dumps(list(ids)),))
    found = {row[0]: _row(row) for row in rows}
    return tuple(found[one] for one in ids if one in found)


def complaint_counts(connection: Connection, today: date) -> dict[ComplaintChip, int]:
    """How many open complaints stand under each chip that shows open ones."""
    sums = ", ".join(
        f"coalesce(sum({part.format(today=today.isoformat())}), 0)" for part in _PARTED.values()
    )
    (row,) = ask(connection, f"SELECT {sums} FROM complaints WHERE {OPEN}")
    return dict(zip(_PARTED, row, strict=True))


def waits_of(
    connection: Connection, ids: Sequence[int]
) -> Mapping[int, tuple[tuple[date, date], ...]]:
    """From when to when we waited for the customers of these complaints; only what is over."""
    found: dict[int, tuple[tuple[date, date], ...]] = {}
    for number, after, until in ask(connection, _WAITS, (json.dumps(list(ids)),)):
        wait = (date.fromisoformat(after), date.fromisoformat(until))
        found[number] = (*found.get(number, ()), wait)
    return found


def received_since(connection: Connection, since: date) -> tuple[AlikeRow, ...]:
    """What every complaint since a day is about, and its main cause, the newest first."""
    rows = connection.execute(
        select(complaints.c.id, complaints.c.about, complaints.c.main_cause)
        .where(
            complaints.c.received_on >= since,
            text("complaints.stage NOT IN ('withdrawn', 'duplicate')"),
        )
        .order_by(complaints.c.received_on.desc(), complaints.c.id.desc())
    )
    return tuple(AlikeRow(id=row.id, about=row.about, cause=row.main_cause) for row in rows)


def came_of(connection: Connection, cause: Cause, since: date) -> tuple[date, ...]:
    """The days since a day on which complaints of a main cause came."""
    found = ask(connection, _CAME_OF, (since.isoformat(), cause.value))
    return tuple(date.fromisoformat(day) for (day,) in found)


def repeats_of(connection: Connection, complaint_id: int, days: int) -> tuple[tuple[int, str], ...]:
    """Numbers and references of what the same customer complained of before, the newest first.

    Args:
        connection: to read from.
        complaint_id: of the later one.
        days: how long before it they may have come.
    """
    return tuple((row[0], row[1]) for row in ask(connection, _REPEATS, (complaint_id, days)))


_NOT_OPEN = (ComplaintChip.NO_CAUSE, ComplaintChip.ENDED, ComplaintChip.ALL)
_ENDED = "stage IN ('closed', 'withdrawn', 'duplicate')"
_NO_CAUSE = "main_cause IS NULL AND no_cause_because = '' AND stage IN ('resolved', 'closed')"
"""Written out, as OPEN is, because a partial index serves only its very condition."""

_PARTED: Mapping[ComplaintChip, str] = MappingProxyType(
    {
        ComplaintChip.OPEN: "1",
        ComplaintChip.DUE_TODAY: "next_on = '{today}'",
        ComplaintChip.LATE: (
            "next_on < '{today}' AND (stage NOT IN"
            " ('waiting_customer', 'waiting_other', 'decided', 'resolved')"
            " OR stage = 'waiting_other' AND decide_due < '{today}')"
        ),
        ComplaintChip.WAITING: "stage IN ('waiting_customer', 'waiting_other')",
        ComplaintChip.SERIOUS: f"priority = '{Priority.P1.value}'",
        ComplaintChip.PUTTING_RIGHT: f"stage = '{Stage.REMEDY_PENDING.value}'",
    }
)
"""What an open complaint of each list has besides.

Late is what somebody was promised: neither a reminder or a question how it went, which are only
good to do from their day on, nor an answer for which we wait for the customer.
"""

_ROWS = """
SELECT c.id, c.ref, substr(c.text, 1, 300), c.about, c.stage, c.track, c.serious, c.priority,
  c.customer_id, coalesce(k.shown_name, c.called), coalesce(k.remember, ''), c.handler,
  c.received_on, c.decide_due, c.next_on, c.decided_on, c.judged_due,
  c.first_due, c.answered_on, c.waiting_for
FROM complaints c LEFT JOIN customers k ON k.id = c.customer_id
WHERE c.id IN (SELECT value FROM json_each(?))
"""
_WAITS = """
SELECT complaint_id, from_on, until FROM complaint_pauses
WHERE complaint_id IN (SELECT value FROM json_each(?)) AND until IS NOT NULL ORDER BY id
"""
_CAME_OF = """
SELECT received_on FROM complaints
WHERE received_on >= ? AND main_cause = ? AND stage NOT IN ('withdrawn', 'duplicate')
"""
_REPEATS = """
SELECT o.id, o.ref FROM complaints c
JOIN complaints o ON o.customer_id = c.customer_id AND o.about = c.about AND o.id <> c.id
WHERE c.id = ?1 AND o.received_on <= c.received_on
  AND o.received_on >= date(c.received_on, '-' || ?2 || ' days')
  AND (o.received_on < c.received_on OR o.id < c.id)
  AND o.stage NOT IN ('withdrawn', 'duplicate') AND c.stage <> 'duplicate'
ORDER BY o.received_on DESC, o.id DESC
"""
_ABOUTS = {about.value: about for about in About}
_STAGES = {stage.value: stage for stage in Stage}
_TRACKS = {track.value: track for track in Track}
_SERIOUS = {serious.value: serious for serious in Serious}
_PRIORITIES = {priority.value: priority for priority in Priority}


def _row(row: tuple[Any, ...]) -> ComplaintRow:
    number, ref, said, about, stage, track, serious, priority, customer_id, *rest = row
    name, remember, handler, received_on, due, next_on, *answers, waiting_for = rest
    decided_on, judged_on, first_due, answered_on = map(_day, answers)
    return ComplaintRow(
        id=number,
        ref=ref,
        text=said,
        about=_ABOUTS.get(about),
        stage=_STAGES[stage],
        track=_TRACKS[track],
        serious=_SERIOUS[serious],
        priority=_PRIORITIES[priority],
        customer_id=customer_id,
        customer_name=name,
        remember=remember,
        handler=handler,
        received_on=date.fromisoformat(received_on),
        due=date.fromisoformat(due),
        next_on=_day(next_on),
        decided_on=decided_on,
        judged_on=judged_on,
        first_due=first_due,
        answered_on=answered_on,
        waiting_for=waiting_for,
    )


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)


def _of(chip: ComplaintChip, today: date) -> str:
    """The condition of a list."""
    if chip is ComplaintChip.ALL:
        return f"received_on >= '{date.min.isoformat()}'"  # read along the index of days
    if chip is ComplaintChip.ENDED:
        return _ENDED
    if chip is ComplaintChip.NO_CAUSE:
        return _NO_CAUSE
    return f"{OPEN} AND {_PARTED[chip].format(today=today.isoformat())}"


def _order(chip: ComplaintChip) -> str:
    if chip in _NOT_OPEN:
        return "ORDER BY received_on DESC, id DESC"
    return "ORDER BY next_on, id"
