# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in a record: which answer, from what to what, when and by whom.

It is told from what undo keeps, so it is there for every record and goes when the record is erased.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.exchange_columns import COLUMNS, ListKind

Image = Mapping[str, object]
"""A row as it was: by column, texts and whole numbers."""


class Change(StrEnum):
    """What was done to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Sort(StrEnum):
    """How what stands in a column is told."""

    TEXT = "text"
    CODE = "code"
    YES_NO = "yes_no"
    DAY = "day"
    MOMENT = "moment"
    PENCE = "pence"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One answer that is another one now.

    Args:
        field: what it is called.
        before, after: in words; "" for none.
    """

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change of a record, or of a part of it.

    Args:
        at: when, in UTC.
        who: did it.
        use_case: what was done, as the service calls it.
        change: what became of the row.
        table: of the row.
        is_part: the row is a part of the record, such as one of its phones.
        fields: the answers that are others now.
    """

    at: datetime
    who: str
    use_case: str
    change: Change
    table: str
    is_part: bool
    fields: tuple[FieldChange, ...]


_HEADINGS = {
    **{f"customers.{name}": said for name, said in COLUMNS[ListKind.CUSTOMERS]},
    **{f"promises.{name}": said for name, said in COLUMNS[ListKind.PROMISES]},
    **{f"complaints.{name}": said for name, said in COLUMNS[ListKind.COMPLAINTS]},
    **{f"feedback.{name}": said for name, said in COLUMNS[ListKind.FEEDBACK]},
}


def field_name(table: str, column: str) -> str:
    """What a column is called: as on the lists that are taken out, else by its plain name."""
    plain = column.removesuffix("_pence").replace("_", " ").capitalize()
    return _HEADINGS.get(f"{table}.{column}") or plain


def fields_changed(
    before: Image | None,
    after: Image | None,
    sorts: Mapping[str, Sort],
    told: Callable[[object, Sort], str],
    table: str,
) -> tuple[FieldChange, ...]:
    """The answers in which two images of a row differ, in the order of its columns.

    Args:
        before: the row as it was; None for a new one.
        after: the row as it became; None for one that was removed.
        sorts: the columns that are told of.
        told: a value in words.
        table: of the row.
    """
    was, became = before or {}, after or {}
    found = []
    for column, sort in sorts.items():
        one, other = told(was.get(column), sort), told(became.get(column), sort)
        if one != other:
            name = field_name(table, column)
            found.append(FieldChange(field=name, before=one, after=other))
    return tuple(found)


def change_of(before: Image | None, after: Image | None) -> Change:
    """What became of a row."""
    if before is None:
        return Change.ADDED
    return Change.REMOVED if after is None else Change.CHANGED


def value_said(
    value: object,
    sort: Sort,
    day_said: Callable[[date], str],
    moment_said: Callable[[datetime], str],
) -> str:
    """A value of a row in words; "" for none.

    Args:
        value: as the row keeps it.
        sort: of its column.
        day_said: puts a day into words.
        moment_said: puts a moment into words.
    """
    if value is None or value == "":
        return ""
    match sort:
        case Sort.CODE:
            return str(value).replace("_", " ")
        case Sort.YES_NO:
            return "yes" if value else "no"
        case Sort.DAY:
            return day_said(date.fromisoformat(str(value)))
        case Sort.PENCE:
            return f"£{int(str(value)) / 100:,.2f}"
        case Sort.LIST:
            return ", ".join(str(one).replace("_", " ") for one in json.loads(str(value)))
        case Sort.MOMENT:
            return moment_said(datetime.fromisoformat(str(value)))
        case _:
            return str(value)
