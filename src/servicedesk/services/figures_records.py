# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The very records behind a figure, a page at a time, each with the place that opens it."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from servicedesk.domain.errors import Refusal
from servicedesk.domain.figures import RecordLine, RecordLines, RecordsAt, Which
from servicedesk.domain.kinds import Kind
from servicedesk.services.charters_live_reading import Ground as LiveGround
from servicedesk.services.charters_live_reading import cases_at
from servicedesk.services.figures_ground import Ground, recommending
from servicedesk.services.unit import Reading
from servicedesk.store.figures_customers import heard
from servicedesk.store.figures_records import Asked, RecordWords, record_ids, record_words
from servicedesk.store.types import Moment

_ROOMS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROMISE: "promises",
        Kind.COMPLAINT: "complaints",
        Kind.ACTION: "complaints",
        Kind.FEEDBACK: "feedback",
        Kind.CONTACT: "contacts",
        Kind.CUSTOMER: "customers",
    }
)
_DAY_LENGTH = 10
_MOMENT = Moment()


class _Found(NamedTuple):
    """One record of a choice.

    Args:
        kind: of it.
        id: of its row.
        day: that put it there, or the moment, as it lies in the file; "" for its own day.
    """

    kind: Kind
    id: int
    day: str


def records_in(
    reading: Reading, records: RecordsAt, ground: Ground, limit: int, after: int
) -> RecordLines:
    """A page of the records of a choice; none of one that nobody knows.

    Args:
        reading: inside a read.
        records: which ones.
        ground: of the figures.
        limit: how many lines at most.
        after: how many were shown before.
    """
    try:
        found = _found(reading, records, ground)
    except (KeyError, ValueError, Refusal):
        return RecordLines()
    shown = found[after : after + limit]
    lines = tuple(_lines(reading, shown, ground.calendar.zone))
    return RecordLines(lines=lines, total=len(found), last=after + len(shown))


def _found(reading: Reading, records: RecordsAt, ground: Ground) -> Sequence[_Found]:
    """All records of a choice, in order."""
    if records.kind is Kind.STANDARD:
        live = LiveGround(now=ground.now, calendar=ground.calendar)
        return [_Found(case.kind, case.id, "") for case in cases_at(reading, records, live)]
    words: frozenset[str] = frozenset()
    if records.which == Which.REFERRED:
        words = recommending(heard(reading, records.period), ground.phrases)
    values = ground.values(records.period, records.value)
    asked = Asked(values=values, spans=ground.spans(records.period), words=words)
    rows = record_ids(reading, records, asked)
    return [_Found(records.kind, number, day) for number, day in rows]


def _lines(reading: Reading, found: Sequence[_Found], zone: tzinfo) -> list[RecordLine]:
    """Lines of records, in this order."""
    kinds = dict.fromkeys(one.kind for one in found)
    words = {
        kind: record_words(reading, kind, [one.id for one in found if one.kind is kind])
        for kind in kinds
    }
    return [_line(one, words[one.kind][one.id], zone) for one in found if one.id in words[one.kind]]


def _line(found: _Found, words: RecordWords, zone: tzinfo) -> RecordLine:
    owner = found.id if words.owner is None else words.owner
    is_nowhere = found.kind is Kind.ACTION and words.owner is None
    return RecordLine(
        kind=found.kind,
        id=found.id,
        on=_day(found.day or words.day, zone),
        who=words.who,
        what=words.what,
        mark=words.mark,
        room=_ROOMS[found.kind],
        item="" if is_nowhere else str(owner),
    )


def _day(said: str, zone: tzinfo) -> date:
    """The day in the shop of a day or a moment as it lies in the file."""
    if len(said) == _DAY_LENGTH:
        return date.fromisoformat(said)
    return _MOMENT.out_of_file(said).astimezone(zone).date()
