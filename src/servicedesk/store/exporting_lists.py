# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The four lists that everything is taken out in: customers, promises, complaints, feedback.

Cells come as ``domain.exchange_columns`` says. Who is in the bin, or was merged into another
customer, is on no list; the tables beside the lists have all of them.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    func,
    literal,
    select,
    type_coerce,
)

from servicedesk.domain.customers import ReachKind
from servicedesk.domain.exchange_columns import COLUMNS, ListKind, Parts, code_said
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_tags,
    customers,
)
from servicedesk.store.erasures import erasures
from servicedesk.store.feedback import feedback
from servicedesk.store.own_fields import fields_on
from servicedesk.store.promises import promises
from servicedesk.store.types import Coded, Moment, Whole, Words, YesNo

Cells = list[str | int | None]
"""A line of a list."""

_PartsOf = Callable[[int], tuple[str, str, Cells]]
"""Number of a customer -> tags, the way to try first, and cells of phones and addresses."""

_AT_ONCE = 500
_TABLES = {
    ListKind.CUSTOMERS: customers,
    ListKind.PROMISES: promises,
    ListKind.COMPLAINTS: complaints,
    ListKind.FEEDBACK: feedback,
}
_OWN_ON = {
    ListKind.CUSTOMERS: OwnFieldOn.CUSTOMER,
    ListKind.PROMISES: OwnFieldOn.PROMISE,
    ListKind.COMPLAINTS: OwnFieldOn.COMPLAINT,
}
_ELSEWHERE = frozenset({"tags", "first_kind"})
"""Columns of customers that stand in tables of their own."""

_REACHES = {ReachKind.PHONE.value: "phone", ReachKind.EMAIL.value: "email"}


def own_ids(connection: Connection, kind: ListKind) -> tuple[int, ...]:
    """The numbers of the own fields of a list, in their order, retired ones last."""
    return tuple(card.id for card in _own_cards(connection, kind))


def parts_of(connection: Connection, kind: ListKind) -> Parts:
    """How often the columns of a list that come again are there, at least once each."""
    own = tuple(card.draft.name for card in _own_cards(connection, kind))
    if kind is not ListKind.CUSTOMERS:
        return Parts(own=own)
    counts = {
        name: _most(connection, customer_reaches, customer_reaches.c.kind == reach)
        for reach, name in ((ReachKind.PHONE, "phones"), (ReachKind.EMAIL, "emails"))
    }
    return Parts(**counts, addresses=_most(connection, customer_addresses, None), own=own)


def list_count(connection: Connection, kind: ListKind) -> int:
    """How many lines a list has."""
    table = _TABLES[kind]
    wanted = select(func.count()).select_from(table)
    for condition in _kept(kind):
        wanted = wanted.where(condition)
    return connection.scalar(wanted) or 0


def forgotten_count(connection: Connection) -> int:
    """How many lines of the customers are what is left of somebody who was forgotten."""
    wanted = select(func.count()).select_from(customers).where(_is_forgotten())
    for condition in _kept(ListKind.CUSTOMERS):
        wanted = wanted.where(condition)
    return connection.scalar(wanted) or 0


def list_rows(
    connection: Connection,
    kind: ListKind,
    parts: Parts,
    zone: tzinfo,
    *,
    with_forgotten: bool = True,
) -> Iterator[Cells]:
    """The lines of a list in the order of their numbers.

    Args:
        connection: stays open until the last line was taken.
        kind: which list.
        parts: as ``parts_of`` counted in the same read.
        zone: in which moments are written.
        with_forgotten: with what is left of customers who were forgotten.
    """
    columns = [name for name, _ in COLUMNS[kind]]
    moments = [place for place, name in enumerate(columns) if _is_moment(kind, name)]
    wishes = columns.index("wishes") if kind is ListKind.COMPLAINTS else None
    own = [str(one) for one in own_ids(connection, kind)]
    wanted = _query(kind) if with_forgotten else _query(kind).where(~_is_forgotten())
    found = connection.execute(wanted, execution_options={"yield_per": _AT_ONCE})
    for some in found.partitions():
        more = (
            _customer_parts(connection, [row[0] for row in some], parts)
            if kind is ListKind.CUSTOMERS
            else None
        )
        for row in some:
            cells: Cells = list(row[2:])
            for place in moments:
                cells[place] = _local(cells[place], zone)
            if wishes is not None:
                cells[wishes] = "\n".join(map(code_said, json.loads(row[wishes + 2])))
            if more is not None:
                tags, first, rest = more(row[0])
                cells[columns.index("tags")], cells[-1] = tags, first
                cells += rest
            values = json.loads(row[1]) if own and row[1] else {}
            cells += [values.get(one) for one in own]
            yield cells


def _own_cards(connection: Connection, kind: ListKind) -> Sequence[Any]:
    on = _OWN_ON.get(kind)
    return (
        ()
        if on is None
        else sorted(fields_on(connection, on), key=lambda one: one.retired_on is not None)
    )


def _most(connection: Connection, table: Table, condition: ColumnElement[bool] | None) -> int:
    """The most rows that one customer has in a table, at least 1."""
    each = select(func.count().label("n")).select_from(table).group_by(table.c.customer_id)
    if condition is not None:
        each = each.where(condition)
    return max(1, connection.scalar(select(func.max(each.subquery().c.n))) or 1)


def _kept(kind: ListKind) -> tuple[ColumnElement[bool], ...]:
    table = _TABLES[kind]
    gone = ("binned_at", "merged_into_id")
    return tuple(table.c[name].is_(None) for name in gone if name in table.c)


def _is_forgotten() -> ColumnElement[bool]:
    """A customer who was forgotten, of whom a row without a name is left."""
    of = erasures.c
    listed = select(of.id).where(of.kind == Kind.CUSTOMER, of.record_id == customers.c.id)
    return and_(type_coerce(customers.c.name, Words()) == "", listed.exists())


def _is_moment(kind: ListKind, name: str) -> bool:
    table = _TABLES[kind]
    return name in table.c and isinstance(table.c[name].type, Moment)


def _query(kind: ListKind) -> Select[Any]:
    """Number of the row, its own fields, then the columns of the list, as they are written."""
    table = _TABLES[kind]
    own = table.c.own if "own" in table.c else literal("")
    cells = [_cell(kind, name).label(f"cell_{name}") for name, _ in COLUMNS[kind]]
    wanted = select(table.c.id, own, *cells)
    if "customer_id" in table.c:
        wanted = wanted.select_from(
            table.outerjoin(customers, table.c.customer_id == customers.c.id)
        )
    return wanted.where(*_kept(kind)).order_by(table.c.id)


def _cell(kind: ListKind, name: str) -> ColumnElement[Any]:
    """What is read for a column; the file itself does as much of the writing as it can."""
    table = _TABLES[kind]
    match name:
        case "number":
            return type_coerce(table.c.ref, Words())
        case "customer_number":
            return func.coalesce(customers.c.ref, "")
        case "customer":
            return func.coalesce(customers.c.shown_name, "")
        case "amount":
            pence = table.c.amount_pence
            pounds = func.printf("%d.%02d", pence // 100, pence % 100)
            return case((pence.is_(None), ""), else_=pounds)
        case "elements":
            lines = func.replace(type_coerce(table.c.elements, Words()), " ", "\n")
            return func.replace(lines, "_", " ")
    if name in _ELSEWHERE and kind is ListKind.CUSTOMERS:
        return literal("")
    column = table.c[name]
    if isinstance(column.type, Coded):
        return func.replace(type_coerce(column, Words()), "_", " ")
    if isinstance(column.type, YesNo):
        plain = type_coerce(column, Whole())
        return case((plain == 1, "yes"), (plain == 0, "no"), else_="")
    return type_coerce(column, Words())


def _local(kept: str | int | None, zone: tzinfo) -> str:
    if not kept:
        return ""
    return datetime.fromisoformat(str(kept)).astimezone(zone).isoformat()


def _customer_parts(connection: Connection, ids: Sequence[int], parts: Parts) -> _PartsOf:
    """What stands in other tables of some customers, who follow one another."""
    between = (ids[0], ids[-1])
    reaches: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    addresses: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    tags: dict[int, list[str]] = defaultdict(list)
    of = customer_reaches.c
    kind = type_coerce(of.kind, Words())
    for row in connection.execute(
        select(of.customer_id, kind, of.label, of.shown)
        .where(of.customer_id.between(*between))
        .order_by(of.customer_id, of.position, of.id)
    ):
        reaches[row[0]].append((row[1], row[2], row[3]))
    at = customer_addresses.c
    for row in connection.execute(
        select(at.customer_id, at.label, at.lines, at.postcode)
        .where(at.customer_id.between(*between))
        .order_by(at.customer_id, at.position, at.id)
    ):
        addresses[row[0]].append((row[1], row[2], row[3]))
    tagged = customer_tags.c
    for row in connection.execute(
        select(tagged.customer_id, tagged.tag)
        .where(tagged.customer_id.between(*between))
        .order_by(tagged.customer_id, tagged.id)
    ):
        tags[row[0]].append(row[1])
    return partial(_parts_of_one, reaches=reaches, addresses=addresses, tags=tags, parts=parts)


def _parts_of_one(
    customer_id: int,
    *,
    reaches: Mapping[int, list[tuple[str, str, str]]],
    addresses: Mapping[int, list[tuple[str, str, str]]],
    tags: Mapping[int, list[str]],
    parts: Parts,
) -> tuple[str, str, Cells]:
    """Tags, the way to try first, and the cells of phones, e-mail addresses and addresses."""
    mine = reaches.get(customer_id, [])
    cells: Cells = []
    for kind, most in ((ReachKind.PHONE, parts.phones), (ReachKind.EMAIL, parts.emails)):
        these = [one[1:] for one in mine if one[0] == kind.value]
        cells += [cell for one in these for cell in one]
        cells += [""] * (2 * (most - len(these)))
    there = addresses.get(customer_id, [])
    cells += [cell for one in there for cell in one]
    cells += [""] * (3 * (parts.addresses - len(there)))
    is_mixed = len({one[0] for one in mine}) > 1
    first = _REACHES[mine[0][0]] if is_mixed else ""
    return "\n".join(tags.get(customer_id, ())), first, cells
