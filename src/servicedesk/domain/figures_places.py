# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The way from a figure to its very records: ``RecordsAt`` as the item of a place on screen.

A place is a room, a part and an item, and the item is text; so what a list of records is to show
travels as one line.
"""

from datetime import date

from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName

RECORDS_ROOM = "measures"
"""Room of the page that lists the records of a figure."""

RECORDS_PART = "records"
"""Its part in that room."""

_MARK = "|"
_PARTS = 6


def item_of(records: RecordsAt) -> str:
    """What ``records_of`` reads back: the item of the place that shows these records."""
    period = records.period
    parts = (
        records.kind.value,
        records.which,
        period.first.isoformat(),
        period.last.isoformat(),
        period.name.value,
        records.value,
    )
    return _MARK.join(parts)


def records_of(item: str) -> RecordsAt | None:
    """The records that the item of a place names; None for text that names none.

    Args:
        item: as ``item_of`` wrote it; nothing in it is trusted.
    """
    parts = item.split(_MARK, _PARTS - 1)  # the value comes last and may hold anything
    if len(parts) < _PARTS or not parts[1]:
        return None
    kind, which, first, last, name, value = parts
    try:
        period = Period(
            first=date.fromisoformat(first), last=date.fromisoformat(last), name=PeriodName(name)
        )
        found = RecordsAt(kind=Kind(kind), which=which, period=period, value=value)
    except ValueError:
        return None
    return found if period.first <= period.last else None
