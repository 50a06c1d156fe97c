# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The journal: one row for every row that was ever written, with what it was and became.

It is the audit, the history of each record, and what undo and redo read.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Connection, Index, Select, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from servicedesk.domain.kinds import Kind
from servicedesk.domain.undoing import taken_back
from servicedesk.store.asking import ask
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Bytes, Checked, Coded, Id, Moment, Stored, Words

Image = Mapping[str, int | str | None]
"""A row as it lies in the file, by column; bytes stand as ``sha256:`` and their hash."""


class Action(StrEnum):
    """What was done to a row."""

    INSERT = "insert"
    UPDATE = "update"
    REMOVE = "remove"


journal = CATALOGUE.declare(
    "journal",
    Column("step", Id(), nullable=False),
    Column("reverses", Id(), nullable=True),
    Column("use_case", Words(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("at", Moment(), nullable=False),
    Column("action", Coded(Action), nullable=False),
    Column("table_name", Words(), nullable=False),
    Column("record_id", Id(), nullable=False),
    Column("before", Words(), nullable=True),
    Column("after", Words(), nullable=True),
    Index("ix_journal_step", "step"),
    Index("ix_journal_table_name_record_id", "table_name", "record_id"),
    record=RecordInfo(
        kind=Kind.JOURNAL,
        label_column="use_case",
        person_columns=("before", "after"),
        undoable=False,
        append_only=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCard:
    """One row of the journal.

    Args:
        id: of the row; a later one is a later write.
        step: groups the rows of one change.
        reverses: the step that this one undid or redid, or None.
        use_case: what was done, as the service calls it.
        who: did it.
        at: when, in UTC.
        action: what was done to the row.
        table_name: of the row's table.
        record_id: of the row.
        before: the row as it was; None for a new one.
        after: the row as it became; None for one that was removed.
    """

    id: int
    step: int
    reverses: int | None
    use_case: str
    who: str
    at: datetime
    action: Action
    table_name: str
    record_id: int
    before: Image | None
    after: Image | None


DIALECT = sqlite_dialect()
_LAST_STEP = "SELECT coalesce(max(step), 0) FROM journal"


def cells_by_name(table: Table, values: Mapping[str, object]) -> dict[str, Stored]:
    """A row as it lies in the file, by column, in their order; a column left out is empty.

    Args:
        table: the row's.
        values: by column, as the program handles them.

    Raises:
        TypeError: when a value does not fit its column, or there is no such column.
    """
    found: dict[str, Stored] = {}
    for name, turn in _turns(table):
        value = values.get(name)
        found[name] = None if value is None else turn(value)
    if not values.keys() <= found.keys():
        raise TypeError(f"{table.name} has no column {sorted(values.keys() - found.keys())}")
    return found


def image_of_cells(cells: Mapping[str, Stored]) -> Image:
    """A row that was read as it lies in the file, as the journal keeps it."""
    return MappingProxyType({name: _shown(cell) for name, cell in cells.items()})


def image_in_file(connection: Connection, table: Table, record_id: int) -> Image | None:
    """A row as it is now, or None where it is gone."""
    rows = ask(connection, _reading(table), (record_id,))
    return image_of_cells(dict(zip(table.columns.keys(), rows[0], strict=True))) if rows else None


def cells_of(
    table: Table, rows: Sequence[Mapping[str, object]], first: int
) -> list[tuple[Stored, ...]]:
    """Many rows as they lie in the file, numbered from ``first`` on, cells in order of columns.

    Args:
        table: the rows'.
        rows: by column, as the program handles them; without an ``id``.
        first: number of the first of them.

    Raises:
        TypeError: when a value does not fit its column.
    """
    turns = [(name, turn) for name, turn in _turns(table) if name != "id"]
    found = []
    for number, values in enumerate(rows, start=first):
        said = [(values.get(name), turn) for name, turn in turns]
        found.append((number, *[None if value is None else turn(value) for value, turn in said]))
    return found


@cache  # to put a statement together takes longer than to run it
def _reading(table: Table) -> str:
    return str(select(table).where(table.c.id == bindparam("this row")).compile(dialect=DIALECT))


@cache
def _turns(table: Table) -> tuple[tuple[str, Callable[[Any], Stored]], ...]:
    """What turns a value of each column into what lies in the file."""
    return tuple((column.name, _type_of(column).into_file) for column in table.columns)


def _type_of(column: Column[Any]) -> Checked[Any]:
    if not isinstance(column.type, Checked):
        raise TypeError("every column has a type of ours")
    return column.type


def _shown(cell: Stored) -> int | str | None:
    return f"sha256:{sha256(cell).hexdigest()}" if isinstance(cell, bytes) else cell


def values_of(table: Table, image: Image) -> dict[str, object]:
    """The row that an image shows, as the program handles it.

    Raises:
        ValueError: when the table holds bytes, of which an image has only the hash.
    """
    found: dict[str, object] = {}
    for name, stored in image.items():
        kind = _type_of(table.columns[name])
        if isinstance(kind, Bytes):
            raise ValueError(f"{table.name}.{name} cannot be brought back from its hash")
        turn = kind.result_processor(DIALECT, None)
        found[name] = stored if turn is None else turn(stored)
    return found


def written(image: Image | None) -> str | None:
    """An image as text."""
    if image is None:
        return None
    return json.dumps(dict(image), ensure_ascii=False, separators=(",", ":"))


def _read(text: str | None) -> Image | None:
    return None if text is None else MappingProxyType(json.loads(text))


def _cards(connection: Connection, wanted: Select[tuple[object, ...]]) -> tuple[JournalCard, ...]:
    rows = connection.execute(wanted).mappings()
    return tuple(
        JournalCard(**{**row, "before": _read(row["before"]), "after": _read(row["after"])})
        for row in rows
    )


def last_step(connection: Connection) -> int:
    """The number of the newest step, or 0."""
    ((last,),) = ask(connection, _LAST_STEP)
    return int(last)


def rows_of_step(
    connection: Connection, step: int, only: Action | None = None
) -> tuple[JournalCard, ...]:
    """What a step wrote, newest first: the order in which it is reversed.

    Args:
        connection: reads.
        step: which.
        only: rows to which this was done; None for all.
    """
    wanted = select(journal).where(journal.c.step == step)
    if only is not None:
        wanted = wanted.where(journal.c.action == only)
    return _cards(connection, wanted.order_by(journal.c.id.desc()))


def counts_of_step(connection: Connection, step: int) -> Counter[tuple[str, Action]]:
    """How many rows a step wrote, by table and what was done."""
    rows = connection.execute(
        select(journal.c.table_name, journal.c.action).where(journal.c.step == step)
    )
    return Counter((name, action) for name, action in rows)


def records_of_step(connection: Connection, step: int, table: Table, owner: str | None) -> set[int]:
    """The records that a step touched in a table.

    Args:
        connection: reads.
        step: which.
        table: whose rows.
        owner: the column that names the record a row is part of; None for rows that are records.
    """
    image = func.coalesce(journal.c.after, journal.c.before)
    wanted = journal.c.record_id if owner is None else func.json_extract(image, f"$.{owner}")
    found = select(wanted).where(journal.c.step == step, journal.c.table_name == table.name)
    return {one for one in connection.scalars(found.distinct()) if one is not None}


def history_of(connection: Connection, table: Table, record_id: int) -> tuple[JournalCard, ...]:
    """What became of one row, oldest first."""
    return _cards(
        connection,
        select(journal)
        .where(journal.c.table_name == table.name, journal.c.record_id == record_id)
        .order_by(journal.c.id),
    )


def standing(rows: Sequence[JournalCard]) -> tuple[JournalCard, ...]:
    """The rows of a history whose steps were not taken back; one done again stands again."""
    gone = taken_back({row.step: row.reverses for row in rows if row.reverses is not None})
    return tuple(row for row in rows if row.step not in gone and row.reverses is None)
