# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is known about every table: its kind of record, its label, who is named in it.

Search, history, export, erasure, undo and the journal read it here, so that a new record
type gets all of them by declaring its table.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.schema import SchemaItem

from servicedesk.domain.kinds import Kind
from servicedesk.store import declare_all
from servicedesk.store.types import Bytes, Id

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


Reversing = Callable[[Mapping[str, object], str, datetime], Mapping[str, object]]
"""Values of a row, who reverses it and when, in UTC -> what differs in the row that does so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInfo:
    """What the rest of the program may know about a table.

    Args:
        kind: of the record that a row is, or belongs to.
        label_column: names a row in lists and in its history; None for rows without a name.
        person_columns: columns that can name or describe a person; erasure redacts them.
        search_columns: columns that the search reads.
        undoable: undo reverses changes to it; rows of other tables are left as they are.
        append_only: rows are never changed or removed; undo adds a row that reverses.
        reverses_column: for append-only tables, the column that names the reversed row.
        reversing: what a row that reverses another says otherwise than that one, from its values,
            who reverses it, and the moment; None for nothing.
        owner_column: for rows that are a part of a record, the column that names it: whoever
            follows the record hears of it by that number.
    """

    kind: Kind
    label_column: str | None = None
    person_columns: tuple[str, ...] = ()
    search_columns: tuple[str, ...] = ()
    undoable: bool = True
    append_only: bool = False
    reverses_column: str | None = None
    reversing: Reversing | None = None
    owner_column: str | None = None

    @property
    def named_columns(self) -> frozenset[str]:
        """Every column that this record speaks of."""
        label = () if self.label_column is None else (self.label_column,)
        reverses = () if self.reverses_column is None else (self.reverses_column,)
        owner = () if self.owner_column is None else (self.owner_column,)
        return frozenset({*label, *reverses, *owner, *self.person_columns, *self.search_columns})


class Catalogue:
    """All tables of a file with what is known about each.

    Args:
        declare_all: declares those tables that are not declared yet; called before all are told.
    """

    def __init__(self, declare_all: Callable[[], None] = lambda: None) -> None:
        self._declare_all = declare_all
        self._metadata = MetaData(naming_convention=_NAMES)

    @property
    def metadata(self) -> MetaData:
        """All tables, as SQLAlchemy knows them."""
        self._declare_all()
        return self._metadata

    def declare(self, name: str, *parts: SchemaItem, record: RecordInfo) -> Table:
        """Declare a table with an ``id`` that is never used twice.

        Args:
            name: of the table.
            parts: its other columns, constraints and indexes.
            record: what is known about it.

        Raises:
            ValueError: when ``record`` names a column that is not there, or asks for undo of
                what cannot be undone.
        """
        table = Table(
            name,
            self._metadata,
            Column("id", Id(), primary_key=True),
            *parts,
            sqlite_strict=True,
            sqlite_autoincrement=True,
        )
        unknown = record.named_columns - set(table.columns.keys())
        if unknown:
            raise ValueError(f"{name} has no column {sorted(unknown)}")
        if record.undoable and record.append_only and record.reverses_column is None:
            raise ValueError(f"{name} does not say how a row is reversed")
        if record.undoable and any(isinstance(column.type, Bytes) for column in table.columns):
            raise ValueError(f"{name} holds bytes, which the journal knows by hash alone")
        table.info["record"] = record
        return table

    def record(self, table: Table) -> RecordInfo:
        """What is known about a table."""
        record = table.info["record"]
        if not isinstance(record, RecordInfo):
            raise TypeError(f"{table.name} was not declared here")
        return record

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when there is none."""
        known = self._metadata.tables.get(name)
        return self.metadata.tables[name] if known is None else known

    def __iter__(self) -> Iterator[Table]:
        """All tables, those that are pointed to before those that point."""
        return iter(self.metadata.sorted_tables)


CATALOGUE = Catalogue(declare_all)
"""The tables of a servicedesk file."""
