# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The index of the search: words of records, folded, found by their beginnings or any part.

The words lie in a table of their own; two indexes of SQLite's FTS5 hang on it and hold no copy.
The number of a row tells its kind and its record, so that a kind is a range of numbers and the
newest records are the last. It is no record of anything: it is written beside the journal, from
what the records say, and can be made anew from them at any time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import Column, Connection, Table, event

from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.driver import Connection as Bare
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Words

SEARCHED = (
    Kind.CUSTOMER,
    Kind.PROMISE,
    Kind.CONTACT,
    Kind.LETTER,
    Kind.COMPLAINT,
    Kind.ACTION,
    Kind.FEEDBACK,
)
"""Kinds of record that the index holds; the place of each is in its numbers, so new ones come last.
"""

Said = tuple[str, str]
"""The words of a title and of a text, laid out."""

search_docs = CATALOGUE.declare(
    "search_docs",
    Column("title", Words(), nullable=False),
    Column("text", Words(), nullable=False),
    record=RecordInfo(kind=Kind.SEARCH, person_columns=("title", "text"), undoable=False),
)

WORDS = """CREATE VIRTUAL TABLE search_words USING fts5(
  title, text, content='search_docs', content_rowid='id',
  tokenize='ascii', prefix='1 2 3', detail='column'
)"""
"""Words by their beginnings; they are folded, and one blank stands between them."""

PARTS = """CREATE VIRTUAL TABLE search_parts USING fts5(
  title, content='search_docs', content_rowid='id',
  tokenize='trigram case_sensitive 1', detail='none'
)"""
"""Titles by any three letters in a row."""

ERASING = tuple(
    f"INSERT INTO {table}({table}, rank) VALUES ('secure-delete', 1)"
    for table in ("search_words", "search_parts")
)
"""What is taken out of an index leaves nothing behind in the file."""

MADE_WITH = (WORDS, PARTS, *ERASING)
"""What makes the indexes, in this order, once their table is there."""

_SHIFT = 40
_RECORD = (1 << _SHIFT) - 1
_SECTIONS = {kind: number for number, kind in enumerate(SEARCHED, start=1)}
_MARK = 0
"""The row that says with which version of the words the index was made."""

_BATCH = 2_000

MANY = 1_000
"""Rows that change in one step up to which each is taken out of the indexes and put in again."""

_SHARE = 20
"""Of more rows it is done so too while they are less than this part of all."""

_READ = "SELECT id, title, text FROM search_docs WHERE id IN (SELECT value FROM json_each(?))"
_COUNT = "SELECT count(*) FROM search_docs WHERE id IN (SELECT value FROM json_each(?))"
_COUNT_ALL = "SELECT count(*) FROM search_docs"
_PUT = (
    "INSERT INTO search_docs(id, title, text) VALUES (?, ?, ?) "
    "ON CONFLICT(id) DO UPDATE SET title = excluded.title, text = excluded.text"
)
_DROP = "DELETE FROM search_docs WHERE id = ?"
_FORGET_WORDS = (
    "INSERT INTO search_words(search_words, rowid, title, text) VALUES ('delete', ?, ?, ?)"
)
_FORGET_PARTS = "INSERT INTO search_parts(search_parts, rowid, title) VALUES ('delete', ?, ?)"
_LEARN_WORDS = "INSERT INTO search_words(rowid, title, text) VALUES (?, ?, ?)"
_LEARN_PARTS = "INSERT INTO search_parts(rowid, title) VALUES (?, ?)"


@event.listens_for(search_docs, "after_create")
def _make_indexes(_table: Table, connection: Connection, **_how: object) -> None:
    """Where tables are made from what is declared, the indexes are part of theirs."""
    for statement in MADE_WITH:
        connection.exec_driver_sql(statement)


def row_of(kind: Kind, record_id: int) -> int:
    """The number of a record's row in the index."""
    return (_SECTIONS[kind] << _SHIFT) + record_id


def by_kind(rows: Iterable[tuple[int]]) -> dict[Kind, list[int]]:
    """The numbers of the records that rows of the index are about, in their order.

    Args:
        rows: tuples of one number, as the driver gives them; hundreds with every letter typed.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (row,) in rows:
        found[row >> _SHIFT].append(row & _RECORD)
    return {SEARCHED[section - 1]: ids for section, ids in found.items()}


def section_of(kind: Kind) -> tuple[int, int]:
    """The first and the last number that rows of a kind can have."""
    return row_of(kind, 0), row_of(kind, _RECORD)


def keep_in_step(connection: Connection, touched: Mapping[Kind, Iterable[int]]) -> None:
    """Have the index say what the records say that a change touched.

    Args:
        connection: in the transaction of the change, at its end.
        touched: numbers of records by kind; kinds that are not searched are passed over.
    """
    ids = {kind: sorted(touched.get(kind, ())) for kind in SEARCHED}
    are_many = _are_many(connection, ids)
    for kind in SEARCHED:
        for batch in _batches(ids[kind]):
            _renew(connection, kind, batch, docs_only=are_many)
    if are_many:
        _rebuild(connection)


def is_made(connection: Connection) -> bool:
    """Whether the index was made, with the words as this version lays them out."""
    from servicedesk.domain.search_docs import VERSION  # not at start: it takes words apart

    mark = connection.exec_driver_sql("SELECT title FROM search_docs WHERE id = ?", (_MARK,))
    return mark.scalar() == VERSION


def make_anew(connection: Connection) -> None:
    """Make the whole index from the records.

    Args:
        connection: in a transaction that can write.
    """
    from servicedesk.domain.search_docs import VERSION  # not at start, as in ``is_made``
    from servicedesk.store.search_sources import TABLES

    connection.exec_driver_sql("DELETE FROM search_docs")
    connection.exec_driver_sql(_PUT, (_MARK, VERSION, ""))
    for kind in SEARCHED:
        ids = connection.exec_driver_sql(f"SELECT id FROM {TABLES[kind]} ORDER BY id").scalars()
        for batch in _batches(ids.all()):
            _learn(connection, _laid(connection, kind, batch).items(), docs_only=True)
    _rebuild(connection)


def _rebuild(connection: Connection) -> None:
    """Make both indexes anew from the words that lie in their table."""
    for table in ("search_words", "search_parts"):
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


def _are_many(connection: Connection, touched: Mapping[Kind, Sequence[int]]) -> bool:
    """Whether so many rows change that taking each out of the indexes would cost more than both."""
    there = 0
    for kind, ids in touched.items():
        if len(ids) > MANY:
            rows = _numbers(row_of(kind, one) for one in ids)
            there += connection.exec_driver_sql(_COUNT, (rows,)).scalar() or 0
    if there <= MANY:
        return False
    return there * _SHARE > (connection.exec_driver_sql(_COUNT_ALL).scalar() or 0)


def _numbers(rows: Iterable[int]) -> str:
    return f"[{','.join(map(str, rows))}]"


def _batches(ids: Sequence[int]) -> Iterator[list[int]]:
    left = iter(ids)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _laid(connection: Connection, kind: Kind, ids: Sequence[int]) -> dict[int, Said]:
    """What rows of the index have to say, by their numbers; a record without words has none."""
    from servicedesk.store.search_sources import docs_of  # not at start, as in ``is_made``

    docs = docs_of(connection, kind, ids)
    return {
        row_of(kind, one): (doc.title, doc.text)
        for one, doc in docs.items()
        if doc.title or doc.text
    }


def _renew(connection: Connection, kind: Kind, ids: Sequence[int], *, docs_only: bool) -> None:
    numbers = _numbers(row_of(kind, one) for one in ids)
    before = {row: (title, text) for row, title, text in ask(connection, _READ, (numbers,))}
    now = _laid(connection, kind, ids)
    gone = {row: said for row, said in before.items() if now.get(row) != said}
    new = {row: said for row, said in now.items() if before.get(row) != said}
    if gone and not docs_only:
        _forget(connection, gone.items())
    dropped = [(row,) for row in gone if row not in now]
    if dropped:
        connection.exec_driver_sql(_DROP, dropped)
    if new:
        _learn(connection, new.items(), docs_only=docs_only)


def _forget(connection: Connection, said: Iterable[tuple[int, Said]]) -> None:
    """Take words out of the indexes; they have to be told what they held."""
    rows = [(row, title, text) for row, (title, text) in said]
    connection.exec_driver_sql(_FORGET_WORDS, rows)
    connection.exec_driver_sql(_FORGET_PARTS, [(row, title) for row, title, _ in rows])


def _learn(connection: Connection, said: Iterable[tuple[int, Said]], *, docs_only: bool) -> None:
    rows = [(row, title, text) for row, (title, text) in said]
    if rows:
        connection.exec_driver_sql(_PUT, rows)
    if rows and not docs_only:
        connection.exec_driver_sql(_LEARN_WORDS, rows)
        connection.exec_driver_sql(_LEARN_PARTS, [(row, title) for row, title, _ in rows])


def check_words(connection: Bare) -> None:
    """See that every index of words fits the records it is of; a write that is taken back.

    Raises:
        Error: of the driver, when one does not.
    """
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5(%'"
    ).fetchall()
    connection.execute("BEGIN IMMEDIATE")
    for name in (str(name) for (name,) in rows):
        connection.execute(f'INSERT INTO "{name}"("{name}", rank) VALUES (\'integrity-check\', 1)')
    connection.execute("ROLLBACK")
