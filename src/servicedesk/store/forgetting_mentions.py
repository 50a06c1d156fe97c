# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What else is to be known before somebody is forgotten: where they are named, what is open."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select

from servicedesk.domain.forgetting import Mention
from servicedesk.domain.forgetting_marks import Marks
from servicedesk.domain.kinds import Kind
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.data_requests import data_requests
from servicedesk.store.forgetting import Reached, all_texts, numbers, texts_of
from servicedesk.store.promises import promises
from servicedesk.store.records import CATALOGUE
from servicedesk.store.search_index import SEARCHED, by_kind

_OWN = frozenset(
    ("people", "checks", "charter_versions", "attachments", "journal", "drafts", "search_docs")
)
"""Tables of which the names are those of the business's own people, or that are cleared apart."""

MOST = 200
"""Mentions that one list shows at most."""


def mentions(
    connection: Connection, what: Reached, marks: Marks, is_named: Callable[[str], bool]
) -> tuple[Mention, ...]:
    """Where else somebody is named, by kind and number.

    Args:
        connection: reads.
        what: belongs to them, and is left out.
        marks: what they are known by.
        is_named: whether a text names them.
    """
    found: list[Mention] = []
    hits = _searched(connection, marks)
    for table in CATALOGUE:
        record = CATALOGUE.record(table)
        if table.name in _OWN or not record.person_columns or table.name not in what.shape:
            continue
        if record.kind in SEARCHED:
            ids = _rows_of(connection, table.name, record.owner_column, hits.get(record.kind, []))
            texts = texts_of(connection, table.name, record.person_columns, ids)
        else:
            texts = all_texts(connection, table.name, record.person_columns)
        theirs = what.every.get(table.name, frozenset())
        for number, said in texts.items():
            named = [text for text in said.values() if is_named(text)]
            if named and number not in theirs:
                found.append(
                    Mention(table=table.name, record_id=number, kind=record.kind, words=named[0])
                )
    return tuple(found[:MOST])


def _searched(connection: Connection, marks: Marks) -> dict[Kind, list[int]]:
    """Records in which the search finds a word of the name."""
    hits: set[int] = set()
    for query in _queries(marks):
        rows = connection.exec_driver_sql(
            "SELECT rowid FROM search_words WHERE search_words MATCH ?", (query,)
        )
        hits.update(row[0] for row in rows)
    return by_kind((row,) for row in sorted(hits))


def _queries(marks: Marks) -> Iterator[str]:
    for name in marks.names:
        yield " ".join(f'"{word}"' for word in name)
    for word in sorted(marks.words | marks.numbers):
        yield f'"{word}"'


def _rows_of(connection: Connection, table: str, owner: str | None, ids: list[int]) -> list[int]:
    """The rows of a table that are these records, or a part of them."""
    if not ids or owner is None:
        return ids
    wanted = f'SELECT id FROM "{table}" WHERE "{owner}" IN (SELECT value FROM json_each(?))'
    return list(connection.exec_driver_sql(wanted, (numbers(ids),)).scalars())


def open_of(connection: Connection, customer_id: int) -> tuple[list[str], list[str]]:
    """The references of a customer's open complaints, and of their open promises."""
    complained = select(complaints.c.ref).where(complaints.c.customer_id == customer_id, OPEN)
    promised = select(promises.c.ref).where(
        promises.c.customer_id == customer_id,
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
    )
    return list(connection.scalars(complained)), list(connection.scalars(promised))


def open_requests(connection: Connection, customer_id: int) -> list[str]:
    """The references of a customer's requests about their information that have no answer yet."""
    asked = select(data_requests.c.ref).where(
        data_requests.c.customer_id == customer_id, data_requests.c.ended_on.is_(None)
    )
    return list(connection.scalars(asked))


def ref_of(connection: Connection, table: str, record_id: int) -> str | None:
    """The reference of a record, "" for one of a kind without; None when it is gone."""
    column = "ref" if "ref" in CATALOGUE.table(table).columns else "''"
    return connection.exec_driver_sql(
        f"SELECT {column} FROM {table} WHERE id = ?", (record_id,)
    ).scalar()
