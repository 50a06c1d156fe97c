# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Everything in the file about one customer: rows that belong to them, and rows that name them.

It is read off the catalogue, so that a table which is declared later is in as well: whatever
points to a customer or to a record of theirs belongs to them, unless it names another customer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Table, and_, func, not_, or_, select

from servicedesk.domain.access_packs import HeldRow
from servicedesk.domain.access_packs_making import UNSAID
from servicedesk.domain.drafts import is_about
from servicedesk.domain.kinds import Kind
from servicedesk.store.access_packs_pointers import (
    BY_KIND,
    CUSTOMER,
    ROOT,
    SHARED,
    STORED,
    UNREAD,
    about_whom,
    pieces,
    target_of,
)
from servicedesk.store.records import CATALOGUE
from servicedesk.store.types import Bytes, Words

_FORMS = {**BY_KIND, Kind.DATA_REQUEST: "data_requests"}
"""Tables of the records that half-typed forms are about."""

Found = dict[str, set[int]]
"""Numbers of rows by table."""


def rows_about(connection: Connection, customer_id: int) -> tuple[HeldRow, ...]:
    """Every row that belongs to a customer, in order of table and number.

    Args:
        connection: reads the file.
        customer_id: whose; those that were made one with them are in.
    """
    found = _belonging(connection, customer_id)
    return tuple(
        row
        for table in CATALOGUE
        if table.name not in UNREAD
        for row in _rows(connection, table, found.get(table.name, set()))
    )


def rows_holding(connection: Connection, piece: str, known: frozenset[str]) -> Iterator[HeldRow]:
    """Every other row that could name them: some letters stand in one of its texts.

    Args:
        connection: reads the file.
        piece: plain letters that every spelling of their name has; "" for any row with a text.
        known: lines of the rows that are known to be theirs.
    """
    for table in CATALOGUE:
        columns = _texts(table)
        if table.name in UNREAD or not CATALOGUE.record(table).person_columns:
            continue
        wanted = select(table).order_by(table.c.id)
        if piece:
            wanted = wanted.where(or_(*(column.icontains(piece) for column in columns)))
        for row in connection.execute(wanted).mappings():
            held = _held(table, row, is_theirs=False)
            if held.line not in known:
                yield held


def with_whose(connection: Connection, row: HeldRow) -> HeldRow:
    """A row that is not theirs, with the names of whom it is about."""
    return replace(row, whose=about_whom(connection, CATALOGUE.table(row.table), dict(row.values)))


def texts_of(row: HeldRow) -> tuple[str, ...]:
    """What stands in the texts of a row that can name somebody."""
    named = {*CATALOGUE.record(CATALOGUE.table(row.table)).person_columns} - UNSAID
    return tuple(str(value) for column, value in row.values if column in named)


def other_names(
    connection: Connection, customer_id: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of everybody else: all other customers, and who works here."""
    customers, people = CATALOGUE.table(ROOT), CATALOGUE.table("people")
    kept = func.coalesce(customers.c.merged_into_id, customers.c.id)
    theirs = or_(customers.c.id == customer_id, kept == customer_id)
    own = set(connection.scalars(select(customers.c.name).where(theirs)))
    others = connection.scalars(
        select(customers.c.name).where(not_(theirs)).order_by(customers.c.id)
    )
    staff = connection.scalars(select(people.c.name).order_by(people.c.id))
    return (
        tuple(name for name in others if name and name not in own),
        tuple(name for name in staff if name and name not in own),
    )


def standard_titles(connection: Connection) -> Mapping[str, str]:
    """Titles of the promises of all our charters by their keys, as the latest has them."""
    table = CATALOGUE.table("service_standards")
    rows = connection.execute(select(table.c.key, table.c.title).order_by(table.c.id))
    return {row.key: row.title for row in rows if row.title}


def pointed_to(connection: Connection, rows: Iterable[HeldRow]) -> Mapping[tuple[str, int], str]:
    """Names of the records that rows point to, by column and number."""
    wanted: dict[tuple[str, str], set[int]] = {}
    for row in rows:
        for column, value in row.values:
            target = target_of(row.table, column)
            if target is not None and isinstance(value, int):
                wanted.setdefault((column, target), set()).add(value)
    found: dict[tuple[str, int], str] = {}
    for (column, name), numbers in wanted.items():
        table = CATALOGUE.table(name)
        label = CATALOGUE.record(table).label_column
        known = "ref" if "ref" in table.columns else label
        if known is None or column == CUSTOMER:
            continue
        for piece in pieces(numbers):
            pairs = select(table.c.id, table.c[known]).where(table.c.id.in_(piece))
            said = {one: words for one, words in connection.execute(pairs) if type(words) is str}
            found |= {(column, one): words for one, words in said.items()}
    return found


def _belonging(connection: Connection, customer_id: int) -> Found:
    found: Found = {ROOT: {customer_id}}
    customers = CATALOGUE.table(ROOT)
    merged = customers.c.merged_into_id == customer_id
    found[ROOT] |= set(connection.scalars(select(customers.c.id).where(merged)))
    size = 0
    while size != (size := sum(map(len, found.values()))):
        for table in CATALOGUE:
            if table.name not in UNREAD:
                found.setdefault(table.name, set()).update(_pointing(connection, table, found))
    files = CATALOGUE.table("attachments")
    for name in STORED:
        table = CATALOGUE.table(name)
        for piece in pieces(found[name]):
            which = select(table.c.attachment_id).where(table.c.id.in_(piece))
            found[files.name] |= set(connection.scalars(which))
    return found


def _pointing(connection: Connection, table: Table, found: Found) -> set[int]:
    """Rows of a table that point to rows which were found, and to no other customer."""
    numbers: set[int] = set()
    for column in table.columns:
        target = target_of(table.name, column.name)
        known = found.get(target or "", set())
        if target is None or target in SHARED or not known:
            continue
        for piece in pieces(known):
            wanted = select(table.c.id).where(column.in_(piece))
            if CUSTOMER in table.columns and column.name != CUSTOMER:
                whose = table.c[CUSTOMER]
                wanted = wanted.where(or_(whose.is_(None), whose.in_(sorted(found[ROOT]))))
            numbers |= set(connection.scalars(wanted))
    if {"kind", "record_id"} <= set(table.columns.keys()):
        for kind, name in BY_KIND.items():
            for piece in pieces(found.get(name, set())):
                by_kind = and_(table.c.kind == _code(table, kind), table.c.record_id.in_(piece))
                numbers |= set(connection.scalars(select(table.c.id).where(by_kind)))
    if table.name == "drafts":
        numbers |= _drafts(connection, table, found)
    return numbers


def _drafts(connection: Connection, table: Table, found: Found) -> set[int]:
    """Half-typed forms of their records, and those that were begun for them."""
    records = [
        (word, str(number))
        for kind, name in _FORMS.items()
        for number in found.get(name, set())
        for word in (kind.value, name)
    ]
    numbers = set()
    for row in connection.execute(select(table)):
        body, subject = row.body.replace(" ", ""), row.subject.replace(":", "-")
        begun = any(f'"{CUSTOMER}":{one}{end}' in body for one in found[ROOT] for end in ",}")
        if begun or any(is_about(row.form, subject, word, one) for word, one in records):
            numbers.add(row.id)
    return numbers


def _code(table: Table, kind: Kind) -> StrEnum | None:
    """A kind as a table keeps it, which may have an enum of its own; unknown for none."""
    codes = getattr(table.c.kind.type, "codes", Kind)
    known: dict[str, StrEnum] = {one.value: one for one in codes}
    return known.get(kind.value)


def _texts(table: Table) -> list[Column[Any]]:
    named = CATALOGUE.record(table).person_columns
    return [table.c[name] for name in named if isinstance(table.c[name].type, Words)]


def _rows(connection: Connection, table: Table, numbers: set[int]) -> Iterator[HeldRow]:
    for piece in pieces(numbers):
        wanted = select(table).where(table.c.id.in_(piece)).order_by(table.c.id)
        for row in connection.execute(wanted).mappings():
            yield _held(table, row)


def _held(table: Table, row: RowMapping, *, is_theirs: bool = True) -> HeldRow:
    record = CATALOGUE.record(table)
    values = tuple(
        (column.name, row[column.name])
        for column in table.columns
        if not isinstance(column.type, Bytes) and row[column.name] not in (None, "")
    )
    name = "ref" if "ref" in table.columns else record.label_column
    found = None if name is None else row[name]
    is_name = isinstance(found, str) and not isinstance(found, StrEnum)
    label = " ".join(str(found).split()) if is_name else ""
    return HeldRow(
        table=table.name,
        id=row["id"],
        label=label,
        values=values,
        is_theirs=is_theirs,
        kind=record.kind,
    )
