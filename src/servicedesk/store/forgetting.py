# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What belongs to a person, or to one record that names somebody: found by what tables declare.

A new table is found without a line here. Files of older schemas are read too, as backups are:
what they do not have is passed over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from sqlalchemy import Connection, Table

from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.store.records import CATALOGUE

Rows = Mapping[str, frozenset[int]]
"""Numbers of rows by table."""

Shape = Mapping[str, frozenset[str]]
"""The columns that a file has, by table."""

ROOTS: Mapping[Kind, str] = {
    Kind.CUSTOMER: "customers",
    Kind.COMPLAINT: "complaints",
    Kind.PROMISE: "promises",
    Kind.FEEDBACK: "feedback",
    Kind.CONTACT: "contacts",
    Kind.DATA_REQUEST: "data_requests",
    Kind.BREACH: "breaches",
}
"""What can be forgotten, and where it lies."""

SHARED = frozenset({"actions", "search_docs", "journal", "drafts"})
"""Tables whose rows are the business's own, though they point to somebody's record; names in
them are looked for one by one."""

LAID_WITH = ("record_files", "job_check_jobs", "kept_longer")
"""Tables that name a record by its kind and its number."""

_RETAINED_AS = {
    "customers": (RetainedKind.CUSTOMER, RetainedKind.ENQUIRER),
    "complaints": (RetainedKind.COMPLAINT, RetainedKind.DATA_COMPLAINT),
    "promises": (RetainedKind.PROMISE,),
    "feedback": (RetainedKind.FEEDBACK,),
    "data_requests": (RetainedKind.DATA_REQUEST,),
    "breaches": (RetainedKind.BREACH,),
    "consents": (RetainedKind.MARKETING_CONSENT,),
    "support_needs": (RetainedKind.SUPPORT_NEED,),
    "safety_notes": (RetainedKind.SAFETY_NOTE,),
}
"""What each table is called where it is noted that something is kept for longer."""

COUNTED = "customer_visits"
"""Parts of a customer that say no more than a day, and are counted."""

GOES = frozenset({"letters", "record_files", "kept_longer"})
"""Rows that go altogether; so do the parts of a customer."""


_FORMER = (
    ("customers", "name", "people"),
    ("customers", "ask_for", "people"),
    ("customer_reaches", "shown", "reaches"),
    ("customer_addresses", "postcode", "postcodes"),
)
"""What somebody was known by before stands in the history: who married has two names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """All that belongs to somebody.

    Args:
        root: the table that it starts from.
        shape: of the file.
        stays: rows that stay without words.
        goes: rows that go altogether, and those of which only the history is left.
        attachments: files that nothing else uses.
    """

    root: str
    shape: Shape
    stays: Rows
    goes: Rows
    attachments: frozenset[int] = field(default=frozenset())

    @property
    def every(self) -> Rows:
        """Both, by table."""
        names = {*self.stays, *self.goes}
        empty: frozenset[int] = frozenset()
        return {name: self.stays.get(name, empty) | self.goes.get(name, empty) for name in names}


@cache
def _tables() -> tuple[Table, ...]:
    """Every table, put into order once: that takes longer than to ask most of them."""
    return tuple(CATALOGUE)


def numbers(ids: Iterable[int]) -> str:
    """Numbers as the file takes a list of them."""
    return f"[{','.join(map(str, sorted(ids)))}]"


def shape_of(connection: Connection) -> Shape:
    """Which tables and columns a file has."""
    rows = connection.exec_driver_sql(
        "SELECT m.name, p.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS p"
        " WHERE m.type = 'table'"
    )
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


def mark_of(connection: Connection, table: str, record_id: int) -> str:
    """The mark of a row: made from the line of the journal that added it, if there is one."""
    row = connection.exec_driver_sql(
        "SELECT id, at FROM journal WHERE table_name = ? AND record_id = ? ORDER BY id LIMIT 1",
        (table, record_id),
    ).first()
    added = (0, "") if row is None else tuple(row)
    return sha256(f"{table} {record_id} {added[0]} {added[1]}".encode()).hexdigest()[:32]


def reached(
    connection: Connection, kind: Kind, record_id: int, shape: Shape | None = None
) -> Reached:
    """All that belongs to a customer, or to one record.

    Args:
        connection: reads.
        kind: one of ``ROOTS``.
        record_id: its number; customers who were merged into this one belong to it.
        shape: of the file, where it is known already.
    """
    root, shape = ROOTS[kind], shape or shape_of(connection)
    found: dict[str, set[int]] = {root: {record_id}}
    if root == "customers":
        found[root].update(_ids(connection, root, "merged_into_id", {record_id}))
        whose = found[root]
    else:
        column = "customer_id" if "customer_id" in shape[root] else "NULL"
        wanted = f"SELECT {column} FROM {root} WHERE id = ? AND {column} IS NOT NULL"
        whose = {row[0] for row in connection.exec_driver_sql(wanted, (record_id,))}
    size = 0
    while size != sum(map(len, found.values())):  # what points may be declared before its target
        size = sum(map(len, found.values()))
        for table in _tables():
            if table.name in shape and table.name != root and table.name not in SHARED:
                ids = _pointing(connection, table, found, whose, shape)
                if ids:
                    found[table.name] = ids
    for name in LAID_WITH:
        ids = _laid_with(connection, name, found) if name in shape else set()
        if ids:
            found[name] = ids
    gone = _gone(connection, found, shape)
    going = {name: set(ids) for name, ids in found.items() if name in GOES or _is_part(name)}
    attachments = _attached(connection, going, shape)
    for name, ids in gone.items():
        going.setdefault(name, set()).update(ids)
    return Reached(
        root=root,
        shape=shape,
        stays={
            name: frozenset(ids)
            for name, ids in found.items()
            if name not in GOES and not _is_part(name)
        },
        goes={name: frozenset(ids) for name, ids in going.items() if ids},
        attachments=attachments,
    )


def _is_part(name: str) -> bool:
    """Whether rows of a table are parts of a customer that go with them."""
    table = CATALOGUE.table(name)
    owner = CATALOGUE.record(table).owner_column
    return name != COUNTED and any(
        key.parent.name == owner and key.column.table.name == "customers"
        for key in table.foreign_keys
    )


def _links(table: Table) -> list[tuple[str, str]]:
    """Columns that point to other tables, with those; a part may point to its owner untold."""
    record = CATALOGUE.record(table)
    links = [(key.parent.name, key.column.table.name) for key in table.foreign_keys]
    owner = record.owner_column
    if owner is not None and owner not in dict(links) and record.kind in ROOTS:
        links.append((owner, ROOTS[record.kind]))
    return sorted(links)


def _pointing(
    connection: Connection,
    table: Table,
    found: Mapping[str, set[int]],
    whose: set[int],
    shape: Shape,
) -> set[int]:
    """Rows of a table that point to what was found, and are not about another customer."""
    columns, owner = shape[table.name], CATALOGUE.record(table).owner_column
    ids: set[int] = set()
    for column, parent in _links(table):
        is_owned = owner is None or owner == column or parent == "customers"
        if parent not in found or parent == table.name or column not in columns or not is_owned:
            continue
        more = _ids(connection, table.name, column, found[parent])
        if more and "customer_id" in columns and column != "customer_id":
            more -= _of_others(connection, table.name, more, whose)
        ids |= more
    return ids


def _ids(connection: Connection, table: str, column: str, values: Iterable[int]) -> set[int]:
    wanted = f'SELECT id FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
    return {row[0] for row in connection.exec_driver_sql(wanted, (numbers(values),))}


def _of_others(connection: Connection, table: str, ids: set[int], whose: set[int]) -> set[int]:
    wanted = (
        f'SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
        " AND customer_id IS NOT NULL AND customer_id NOT IN (SELECT value FROM json_each(?))"
    )
    rows = connection.exec_driver_sql(wanted, (numbers(ids), numbers(whose)))
    return {row[0] for row in rows}


def _laid_with(connection: Connection, name: str, found: Mapping[str, set[int]]) -> set[int]:
    ids: set[int] = set()
    wanted = (
        f"SELECT id FROM {name} WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))"
    )
    named = _records(found)
    if name == "kept_longer":
        named = [
            (kind, numbers_of)
            for table, numbers_of in found.items()
            for kind in _RETAINED_AS.get(table, ())
        ]
    for kind, numbers_of in named:
        rows = connection.exec_driver_sql(wanted, (kind, numbers(numbers_of)))
        ids.update(row[0] for row in rows)
    return ids


def _records(found: Mapping[str, set[int]]) -> list[tuple[str, set[int]]]:
    """What was found that is a record of its own, by the code of its kind."""
    records = ((CATALOGUE.record(CATALOGUE.table(name)), ids) for name, ids in found.items())
    return [(record.kind.value, ids) for record, ids in records if record.owner_column is None]


def _gone(
    connection: Connection, found: Mapping[str, set[int]], shape: Shape
) -> dict[str, set[int]]:
    """Rows that were theirs and went before, of which the history still holds every word."""
    gone: dict[str, set[int]] = {}
    wanted = (
        "SELECT DISTINCT j.record_id FROM journal AS j WHERE j.table_name = ?"
        " AND j.action = 'remove' AND json_extract(j.before, ?) IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.id = j.record_id)"
    )
    for table in _tables():
        for column, parent in _links(table):
            if parent in found and table.name in shape and table.name not in SHARED:
                rows = connection.exec_driver_sql(
                    wanted.format(table=table.name),
                    (table.name, f"$.{column}", numbers(found[parent])),
                )
                gone.setdefault(table.name, set()).update(row[0] for row in rows)
    files = (
        "SELECT DISTINCT record_id FROM journal WHERE table_name = 'record_files'"
        " AND action = 'remove' AND json_extract(before, '$.kind') = ?"
        " AND json_extract(before, '$.record_id') IN (SELECT value FROM json_each(?))"
    )
    for kind, ids in _records(found) if "record_files" in shape else []:
        rows = connection.exec_driver_sql(files, (kind, numbers(ids)))
        gone.setdefault("record_files", set()).update(row[0] for row in rows)
    return gone


def _attached(
    connection: Connection, going: Mapping[str, set[int]], shape: Shape
) -> frozenset[int]:
    """The contents that only rows that go make use of; also those of rows that went before."""
    wanted: set[int] = set()
    for name, column in _attaching(shape):
        wanted |= _held_in(connection, name, column, "id IN", going.get(name, ()))
    if not wanted:
        return frozenset()
    used: set[int] = set()
    for name, column in _attaching(shape):
        used |= _held_in(connection, name, column, "id NOT IN", going.get(name, ()))
    facts = connection.exec_driver_sql("SELECT value FROM business_facts WHERE key LIKE 'logo%'")
    used.update(int(value) for value in facts.scalars() if value.isdecimal())
    return frozenset(wanted - used)


def _held_in(
    connection: Connection, name: str, column: str, where: str, ids: Iterable[int]
) -> set[int]:
    """The attachments to which rows point, by whether they are among these."""
    rows = connection.exec_driver_sql(
        f'SELECT "{column}" FROM "{name}" WHERE {where} (SELECT value FROM json_each(?))'
        f' AND "{column}" IS NOT NULL',
        (numbers(ids),),
    )
    return set(rows.scalars())


def _attaching(shape: Shape) -> list[tuple[str, str]]:
    """Every column that points to an attachment, but for the pieces of it."""
    return [
        (table.name, key.parent.name)
        for table in _tables()
        for key in table.foreign_keys
        if key.column.table.name == "attachments"
        and table.name != "attachment_pieces"
        and key.parent.name in shape.get(table.name, ())
    ]


def history_lines(connection: Connection, what: Reached) -> int:
    """How many lines of the history tell of it."""
    return sum(
        connection.exec_driver_sql(
            "SELECT count(*) FROM journal WHERE table_name = ?"
            " AND record_id IN (SELECT value FROM json_each(?))",
            (name, numbers(ids)),
        ).scalar_one()
        for name, ids in what.every.items()
    )


def texts_of(
    connection: Connection, table: str, columns: Iterable[str], ids: Iterable[int]
) -> dict[int, dict[str, str]]:
    """The words in columns of rows, by number; empty ones left out."""
    names = list(columns)
    if not names:
        return {}
    shown = ", ".join(f'"{name}"' for name in names)
    rows = connection.exec_driver_sql(
        f'SELECT id, {shown} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))',
        (numbers(ids),),
    )
    return {
        row[0]: {name: text for name, text in zip(names, row[1:], strict=True) if text}
        for row in rows
    }


def known_as(connection: Connection, what: Reached) -> dict[str, list[str]]:
    """What somebody is known by: ``people``, ``organisations``, ``reaches``, ``postcodes``."""
    said: dict[str, list[str]] = {
        key: [] for key in ("people", "organisations", "reaches", "postcodes")
    }
    listed = numbers(what.stays.get("customers", ()))
    for name, shown, ask_for, is_firm in connection.exec_driver_sql(
        "SELECT name, shown_name, ask_for, is_organisation FROM customers"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (listed,),
    ):
        said["organisations" if is_firm else "people"] += [name, shown]
        said["people"].append(ask_for)
    for table, column, key in (
        ("customer_reaches", "shown", "reaches"),
        ("customer_addresses", "postcode", "postcodes"),
    ):
        wanted = (
            f"SELECT {column} FROM {table} WHERE customer_id IN (SELECT value FROM json_each(?))"
        )
        said[key] += connection.exec_driver_sql(wanted, (listed,)).scalars()
    for table, column, key in _FORMER:
        wanted = (
            f"SELECT DISTINCT json_extract(before, '$.{column}') FROM journal"
            " WHERE table_name = ? AND before IS NOT NULL AND record_id IN"
            " (SELECT value FROM json_each(?))"
        )
        ids = what.every.get(table, ())
        rows = connection.exec_driver_sql(wanted, (table, numbers(ids))).scalars()
        said[key] += [text for text in rows if text]
    if what.root != "customers":
        for table in ("complaints", "feedback"):
            called = texts_of(connection, table, ("called",), what.stays.get(table, ()))
            said["people"] += [text for texts in called.values() for text in texts.values()]
    return said
