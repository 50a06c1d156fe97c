# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a row points to: the customer, the record it is a part of, what it was put with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sqlalchemy import Connection, Table, select

from servicedesk.domain.access_packs import HeldRow
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE

ROOT = "customers"
CUSTOMER = "customer_id"
"""Table of the customers, and the column that names one."""

UNREAD = frozenset({"search_docs", "journal", "attachment_pieces"})
"""Tables that are copies of others, or are told in another way."""

SHARED = frozenset(
    {
        *("people", "charter_versions", "attachments", "promise_repeats", "feedback_batches"),
        *("fairness_checks", "reviews", "checks", "walks", "service_plans", "sample_weeks"),
        "job_checks",
    }
)
"""Tables that rows of many customers point to: what points to one of them is not theirs for it."""

_ACROSS = frozenset({("complaints", "linked_id"), ("complaints", "master_id")})
"""Pointers from a record of one customer to that of another."""

BY_KIND = {
    Kind.CUSTOMER: "customers",
    Kind.CONTACT: "contacts",
    Kind.PROMISE: "promises",
    Kind.COMPLAINT: "complaints",
    Kind.FEEDBACK: "feedback",
    Kind.LETTER: "letters",
}
"""Tables of the records that rows point to by kind and number."""

STORED = ("record_files", "letters")
"""Tables whose rows have a stored file each."""

_NAMES = ("called",)
"""Columns in which a name stands of somebody who is no customer."""

_PIECE = 400
"""Numbers asked about at once."""


@cache
def target_of(table: str, column: str) -> str | None:
    """The table that a column points to, as far as that makes a row theirs."""
    if (table, column) in _ACROSS:
        return None
    place = CATALOGUE.table(table).columns.get(column)
    if place is None:
        return None
    return next((key.column.table.name for key in place.foreign_keys), None)


def pieces(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Numbers in order, so many at once as a statement takes."""
    ordered = sorted(numbers)
    for at in range(0, len(ordered), _PIECE):
        yield ordered[at : at + _PIECE]


def holder_of(row: HeldRow) -> str:
    """The line of the record that a row lies with by kind and number; "" for none."""
    return _by_kind(dict(row.values))


def parents_of(rows: Iterable[HeldRow]) -> Mapping[str, tuple[str, ...]]:
    """The lines of the records that rows hang on, by their own; none hang on a customer.

    Steps hang on their complaint, files on what they were put with, what is stored on the files
    and letters that it is, and a half-typed form on what it changes.
    """
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        holders = (_owner_of(row), holder_of(row), _form_of(row))
        found[row.line] += tuple(one for one in holders if one and not one.startswith(f"{ROOT}:"))
        stored = dict(row.values).get("attachment_id")
        if row.is_theirs and row.table in STORED and isinstance(stored, int):
            found[f"attachments:{stored}"] += (row.line,)
    return found


def about_whom(
    connection: Connection, table: Table, values: Mapping[str, object]
) -> tuple[str, ...]:
    """Names of whom a row is about: its customer, the name that was given, or its owner's."""
    found = [str(values[name]) for name in _NAMES if values.get(name)]
    if table.name == ROOT:
        found.append(str(values.get("name", "")))
    for line in (_line_of(table, CUSTOMER, values), _owner_in(table, values), _by_kind(values)):
        name, _, number = line.partition(":")
        if name:
            above = CATALOGUE.table(name)
            wanted = select(above).where(above.c.id == int(number))
            for row in connection.execute(wanted).mappings():
                found += about_whom(connection, above, dict(row))
    return tuple(dict.fromkeys(one for one in found if one))


def _owner_of(row: HeldRow) -> str:
    return _owner_in(CATALOGUE.table(row.table), dict(row.values))


def _owner_in(table: Table, values: Mapping[str, object]) -> str:
    owner = CATALOGUE.record(table).owner_column
    return "" if owner in (None, CUSTOMER) else _line_of(table, owner, values)


def _line_of(table: Table, column: str, values: Mapping[str, object]) -> str:
    """The line of the row that a column points to; "" for none."""
    target, number = target_of(table.name, column), values.get(column)
    return f"{target}:{number}" if target and isinstance(number, int) else ""


def _by_kind(values: Mapping[str, object]) -> str:
    names = {kind.value: table for kind, table in BY_KIND.items()}
    table, number = names.get(str(values.get("kind", ""))), values.get("record_id")
    return f"{table}:{number}" if table and isinstance(number, int) else ""


def _form_of(row: HeldRow) -> str:
    """The record that a half-typed form changes, or takes a step with; "" for none."""
    values = dict(row.values)
    form, parts = str(values.get("form", "")), str(values.get("subject", "")).split("-")
    number = next((part for part in parts if part.isdecimal()), "")
    if row.table != "drafts" or not number:
        return ""
    for kind, name in BY_KIND.items():
        if form.startswith(kind.value) or kind.value in parts or name in parts:
            return f"{name}:{number}"
    return f"{form}:{number}"
