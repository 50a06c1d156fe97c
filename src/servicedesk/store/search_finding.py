# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the index is asked: which records have words, begin with a name, and what is said of them.

Every question stops at a number of hits and takes the newest of each kind first: to rank all hits
of a common word would cost more with every record there is.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_typing import PART, Typed, beginnings, threes
from servicedesk.store.asking import ask
from servicedesk.store.search_index import SEARCHED, by_kind, row_of, section_of

TITLED = (Kind.CUSTOMER, Kind.PROMISE, Kind.LETTER, Kind.COMPLAINT, Kind.FEEDBACK)
"""Kinds that have a title, of which any part is found."""

MOST_LOOKED_AT = 2_000
"""Hits of an index whose words are looked at; more share their letters with most of the names."""

Found = dict[Kind, list[int]]
"""Numbers of records by kind."""

_NAMED = """
SELECT id FROM customers INDEXED BY ix_customers_sort_key_id
WHERE sort_key >= ? AND sort_key < ? AND binned_at IS NULL AND merged_into_id IS NULL
ORDER BY sort_key, id LIMIT ?
"""
_BEGUN = """
SELECT * FROM (SELECT rowid FROM search_words WHERE search_words MATCH ?
AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)
"""
_INSIDE = f"""
SELECT * FROM (SELECT rowid FROM (SELECT rowid, title FROM search_parts
WHERE search_parts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT {MOST_LOOKED_AT})
WHERE {{checks}} LIMIT ?)
"""
_HOLDS = "instr(' ' || title, ?) > 0"
_MIXED = f"""
SELECT * FROM (SELECT d.id FROM (SELECT rowid FROM search_words WHERE search_words MATCH ?
AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT {MOST_LOOKED_AT}) w
JOIN search_docs d ON d.id = w.rowid WHERE {{checks}} LIMIT ?)
"""
_HOLDS_EITHER = "(instr(' ' || d.title, ?) > 0 OR instr(' ' || d.text, ' ' || ?) > 0)"
_WHO = f"""
SELECT c.id, c.sort_key, s.title FROM json_each(?) j
JOIN customers d ON d.id = j.value
JOIN customers c ON c.id = coalesce(d.merged_into_id, d.id)
JOIN search_docs s ON s.id = d.id + {row_of(Kind.CUSTOMER, 0)}
WHERE c.binned_at IS NULL
"""
_BEGUN_ALL = """
SELECT rowid FROM search_words WHERE search_words MATCH ? AND rowid BETWEEN ? AND ?
"""
_INSIDE_ALL = """
SELECT rowid FROM search_parts WHERE search_parts MATCH ? AND rowid BETWEEN ? AND ?
AND instr(title, ?) > 0
"""
_EVERYBODY = """
SELECT DISTINCT coalesce(c.merged_into_id, c.id) FROM ({found}) f
JOIN customers c ON c.id = f.rowid - ?
"""
_COUNTS = """
SELECT (SELECT count(*) FROM customers WHERE binned_at IS NULL AND merged_into_id IS NULL),
(SELECT count(*) FROM promises WHERE binned_at IS NULL),
(SELECT count(*) FROM contacts WHERE binned_at IS NULL), (SELECT count(*) FROM letters),
(SELECT count(*) FROM complaints), (SELECT count(*) FROM actions),
(SELECT count(*) FROM feedback WHERE binned_at IS NULL)
"""
_NAMES = "SELECT sort_key FROM customers INDEXED BY ix_customers_sort_key_id"
_NAMES_OF = "SELECT sort_key FROM customers WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A customer who was found.

    Args:
        id: of the customer, or of the one whom that one was merged into.
        sort_key: by which names are sorted.
        title: the words by which the customer was found.
    """

    id: int
    sort_key: str
    title: str


def named(connection: Connection, bounds: tuple[str, str], cap: int) -> list[int]:
    """Customers whose sort key lies between two, by name.

    Args:
        connection: reads.
        bounds: the first key, and what comes after the last.
        cap: the most of them.
    """
    return [one for (one,) in ask(connection, _NAMED, (*bounds, cap))]


def begun(connection: Connection, kinds: Sequence[Kind], asked: str, cap: int) -> Found:
    """Records of some kinds with words that begin so, the newest first; one statement.

    Args:
        connection: reads.
        kinds: of which.
        asked: as ``search_typing.beginnings`` and ``any_of`` write it.
        cap: the most of each kind.
    """
    values = [value for kind in kinds for value in (asked, *section_of(kind), cap)]
    return _asked(connection, [_BEGUN] * len(kinds), values)


def inside(
    connection: Connection,
    kinds: Sequence[Kind],
    parts: Sequence[str],
    shorts: Sequence[str],
    cap: int,
) -> Found:
    """Records of some kinds with parts anywhere in their titles, the newest first; one statement.

    Args:
        connection: reads.
        kinds: of which.
        parts: each of three letters or more.
        shorts: what words of the titles have to begin with besides.
        cap: the most of each kind.
    """
    each = [*parts, *(f" {short}" for short in shorts)]
    statement = _INSIDE.format(checks=" AND ".join([_HOLDS] * len(each)))
    asked = threes(parts)
    values = [value for kind in kinds for value in (asked, *section_of(kind), *each, cap)]
    return _asked(connection, [statement] * len(kinds), values)


def mixed(connection: Connection, kinds: Sequence[Kind], words: Sequence[str], cap: int) -> Found:
    """Records with one word at the beginning of one and the others there or inside the title.

    It costs more than the others, and is asked when they find nothing.

    Args:
        connection: reads.
        kinds: of which.
        words: two or more; the longest is looked for at the beginning of a word.
        cap: the most of each kind.
    """
    longest = max(words, key=len)
    others = [word for word in words if word != longest]
    each = [word for word in others for _ in range(2)]
    statement = _MIXED.format(checks=" AND ".join([_HOLDS_EITHER] * len(others)))
    asked = beginnings([longest])
    values = [value for kind in kinds for value in (asked, *section_of(kind), *each, cap)]
    return _asked(connection, [statement] * len(kinds), values)


def _asked(connection: Connection, selects: Sequence[str], values: Sequence[object]) -> Found:
    return by_kind(ask(connection, " UNION ALL ".join(selects), values))


def everybody(connection: Connection, typed: Typed) -> list[int]:
    """All customers who match, in no order; of those who were merged, the one they are now.

    Args:
        connection: reads.
        typed: each word stands at the beginning of one, or anywhere in the title.
    """
    section = section_of(Kind.CUSTOMER)
    parts: list[str] = []
    values: list[object] = []
    for word in (typed.number,) if typed.number else typed.words:
        asked = _BEGUN_ALL
        values += [beginnings([word]), *section]
        if len(word) >= PART:
            asked += f" UNION {_INSIDE_ALL}"
            values += [threes([word]), *section, word]
        parts.append(f"SELECT * FROM ({asked})")
    statement = _EVERYBODY.format(found=" INTERSECT ".join(parts))
    return [one for (one,) in ask(connection, statement, (*values, section[0]))]


def who_of(connection: Connection, ids: Sequence[int]) -> list[Who]:
    """Customers who were found, each once; of those who were merged, the one they are now.

    Args:
        connection: reads.
        ids: of customers, as the index gave them.
    """
    if not ids:
        return []
    people: dict[int, Who] = {}
    for number, sort_key, title in ask(connection, _WHO, (_json(ids),)):
        before = people.get(number)
        whole = title if before is None else f"{before.title} {title}"
        people[number] = Who(id=number, sort_key=sort_key, title=whole)
    return list(people.values())


def counts(connection: Connection) -> dict[Kind, int]:
    """How many records of each kind could be found."""
    (row,) = ask(connection, _COUNTS)
    return dict(zip(SEARCHED, row, strict=True))


def name_words(connection: Connection, ids: Iterable[int] | None = None) -> set[str]:
    """The words that names are made of.

    Args:
        connection: reads.
        ids: of the customers; None for all of them.
    """
    keys = ask(connection, _NAMES) if ids is None else ask(connection, _NAMES_OF, (_json(ids),))
    return {word for (key,) in keys for word in key.replace("-", " ").split()}


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
