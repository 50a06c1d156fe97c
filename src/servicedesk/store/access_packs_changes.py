# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in rows of somebody, and in other rows that were theirs or named them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, Table, or_, select
from sqlalchemy.sql.elements import ColumnElement

from servicedesk.domain.access_packs import HeldChange, HeldRow
from servicedesk.store.access_packs_pointers import (
    CUSTOMER,
    ROOT,
    SHARED,
    UNREAD,
    about_whom,
    pieces,
    target_of,
)
from servicedesk.store.journal import Image, journal, values_of
from servicedesk.store.records import CATALOGUE


def changes_of(connection: Connection, rows: Iterable[HeldRow]) -> Iterator[HeldChange]:
    """What was changed in rows, oldest first, row by row."""
    by_table: dict[str, list[int]] = {}
    by_line: dict[str, HeldRow] = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row.id)
        by_line[row.line] = row
    for name, numbers in by_table.items():
        for piece in pieces(numbers):
            wanted = select(journal).where(
                journal.c.table_name == name, journal.c.record_id.in_(piece)
            )
            ordered = wanted.order_by(journal.c.record_id, journal.c.id)
            for written in connection.execute(ordered).mappings():
                change = _change(written)
                row = by_line[change.line]
                yield replace(change, is_theirs=row.is_theirs, whose=row.whose)


def changes_of_others(
    connection: Connection, theirs: Iterable[HeldRow], piece: str, known: frozenset[str]
) -> Iterator[HeldChange]:
    """What is told of other rows: that are there no more, or that named them once.

    A change is theirs where the row belonged to them then, or to a record of theirs; else their
    name could stand in it.

    Args:
        connection: reads the file.
        theirs: the rows that are theirs.
        piece: as ``rows_holding`` has it; "" for none by name.
        known: lines of the rows whose changes are told anyway.
    """
    lines = {row.line for row in theirs}
    roots = sorted(row.id for row in theirs if row.table == ROOT)
    images = (journal.c.before, journal.c.after)
    tells: list[ColumnElement[bool]] = [
        column.contains(f'"{CUSTOMER}":{number}{end}')
        for column in images
        for number in roots
        for end in (",", "}")
    ]
    if piece:
        tells += [column.icontains(piece) for column in images]
    wanted = select(journal).where(or_(*tells)).order_by(journal.c.id)
    for row in connection.execute(wanted).mappings():
        change = _change(row)
        if change.line in known or change.table in UNREAD:
            continue
        table = CATALOGUE.table(change.table)
        both = [_image(change.table, row[name]) for name in ("before", "after")]
        if any(_points_to(table, values, lines) for values in both):
            yield change
        else:
            whose = (name for values in both for name in about_whom(connection, table, values))
            yield replace(change, is_theirs=False, whose=tuple(dict.fromkeys(whose)))


def _points_to(table: Table, values: Mapping[str, object], lines: set[str]) -> bool:
    """Whether a row belongs to one of these; one that names a customer belongs to nobody else."""
    columns = [CUSTOMER] if values.get(CUSTOMER) is not None else list(values)
    targets = ((target_of(table.name, name), values[name]) for name in columns)
    return any(name not in SHARED and f"{name}:{number}" in lines for name, number in targets)


def _change(row: RowMapping) -> HeldChange:
    before, after = (_image(row["table_name"], row[name]) for name in ("before", "after"))
    columns = dict.fromkeys([*before, *after])
    fields = tuple(
        (name, before.get(name), after.get(name))
        for name in columns
        if before.get(name) != after.get(name)
    )
    return HeldChange(
        table=row["table_name"],
        record_id=row["record_id"],
        at=row["at"],
        who=row["who"],
        use_case=row["use_case"],
        fields=fields,
        kind=CATALOGUE.record(CATALOGUE.table(row["table_name"])).kind,
    )


def _image(table: str, text: str | None) -> Mapping[str, object]:
    """A row as the program handles it; as it lies there where a later version wrote it."""
    image: Image = {} if text is None else _read(text)
    try:
        return values_of(CATALOGUE.table(table), image)
    except (KeyError, ValueError):
        return image


def _read(text: str) -> Image:
    found = json.loads(text)
    return found if isinstance(found, dict) else {"": str(found)}
