# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of the journal that are about one record and its parts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Table, and_, func, or_, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_history import Image, Sort
from servicedesk.store.journal import journal
from servicedesk.store.records import CATALOGUE, Catalogue
from servicedesk.store.types import Bytes, Coded, Day, Id, Moment, YesNo

_SAY_NOTHING = frozenset(
    {
        *("normal", "position", "shown_name", "sort_key", "own", "ref"),
        *("standard_key", "allowance_amount", "allowance_unit", "allowance_start", "is_revised"),
        *("written_at", "ending_written_at", "main_cause"),
    }
)
"""Columns that are worked out from others, or are told by themselves."""

_LISTS = frozenset({"wishes", "causes", "whys"})
"""Columns that hold several things in one text of JSON."""

_SORTS = ((Coded, Sort.CODE), (YesNo, Sort.YES_NO), (Day, Sort.DAY), (Moment, Sort.MOMENT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One row of the journal about a record.

    Args:
        at: when, in UTC.
        who: did it.
        use_case: what was done.
        table: of the row.
        is_part: the row is a part of the record.
        before, after: the row as it was and became; None for none.
    """

    at: datetime
    who: str
    use_case: str
    table: str
    is_part: bool
    before: Image | None
    after: Image | None


def noted_of(
    connection: Connection, kind: Kind, record_id: int, catalogue: Catalogue = CATALOGUE
) -> Iterator[Noted]:
    """What the journal has of a record and its parts, the newest first.

    Args:
        connection: reads the file.
        kind: of the record.
        record_id: of the record.
        catalogue: the tables there are.
    """
    main = _main_table(kind, catalogue)
    about = [and_(journal.c.table_name == main.name, journal.c.record_id == record_id)]
    for table in catalogue:
        record = catalogue.record(table)
        if record.kind is kind and record.owner_column is not None:
            image = func.coalesce(journal.c.after, journal.c.before)
            owner = func.json_extract(image, f"$.{record.owner_column}")
            about.append(and_(journal.c.table_name == table.name, owner == record_id))
    for row in connection.execute(select(journal).where(or_(*about)).order_by(journal.c.id.desc())):
        yield Noted(
            at=row.at,
            who=row.who,
            use_case=row.use_case,
            table=row.table_name,
            is_part=row.table_name != main.name,
            before=None if row.before is None else json.loads(row.before),
            after=None if row.after is None else json.loads(row.after),
        )


def sorts_of(name: str, catalogue: Catalogue = CATALOGUE) -> dict[str, Sort]:
    """The columns of a table that a person is told of, and how each is told."""
    table = catalogue.table(name)
    return {
        column.name: _sort_of(column)
        for column in table.columns
        if not isinstance(column.type, Id | Bytes) and column.name not in _SAY_NOTHING
    }


def _sort_of(column: Column[object]) -> Sort:
    if column.name in _LISTS:
        return Sort.LIST
    if column.name.endswith("_pence"):
        return Sort.PENCE
    return next((sort for kind, sort in _SORTS if isinstance(column.type, kind)), Sort.TEXT)


def _main_table(kind: Kind, catalogue: Catalogue) -> Table:
    """The table whose rows are the records of a kind; the one with references where several are."""
    found = [
        table
        for table in catalogue
        if catalogue.record(table).kind is kind and catalogue.record(table).owner_column is None
    ]
    return next((table for table in found if "ref" in table.c), found[0])
