# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of lists, search, pages and saving: the driver alone, SQL written by hand.

Nothing here imports the program. Each function reads the same rows as the program does, and gives
them as they come from the driver.
"""

from collections.abc import Sequence

from sqlcipher3 import dbapi2

Rows = list[tuple[object, ...]]

_PAGE = """
SELECT c.id, c.shown_name, c.remember, c.archived_on,
  (SELECT shown FROM customer_reaches r WHERE r.customer_id = c.id
    ORDER BY kind = 'email', position LIMIT 1),
  (SELECT lines || char(10) || postcode FROM customer_addresses a WHERE a.customer_id = c.id
    ORDER BY position LIMIT 1),
  (SELECT count(*) FROM promises p WHERE p.customer_id = c.id AND p.outcome IS NULL
    AND p.binned_at IS NULL AND p.due_on < ?1),
  (SELECT count(*) FROM promises p WHERE p.customer_id = c.id AND p.outcome IS NULL
    AND p.binned_at IS NULL AND p.due_on = ?1),
  (SELECT group_concat(tag, ' ') FROM customer_tags t WHERE t.customer_id = c.id)
FROM customers c WHERE c.binned_at IS NULL AND c.id IN ({places})
"""
_NAMED = (
    "SELECT id FROM customers WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key, id LIMIT ?"
)
_WORDS = (
    "SELECT * FROM (SELECT rowid FROM search_words WHERE search_words MATCH ? "
    "AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 51)"
)
_PARTS = (
    "SELECT * FROM (SELECT rowid FROM search_parts WHERE search_parts MATCH ? "
    "AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 51)"
)
_OTHERS = """
SELECT c.id FROM customers c JOIN search_docs s ON s.id = c.id + ({shift})
WHERE c.binned_at IS NULL AND c.merged_into_id IS NULL AND c.id IN ({places})
ORDER BY instr(' ' || s.title, ' ' || ?) = 0, c.sort_key, c.id
"""
_PROMISES = """
SELECT p.id, p.text, c.shown_name, p.ref FROM promises p
LEFT JOIN customers c ON c.id = p.customer_id WHERE p.binned_at IS NULL AND p.id IN ({places})
"""
_CONTACTS = """
SELECT o.id, o.text, c.shown_name, '' FROM contacts o
LEFT JOIN customers c ON c.id = o.customer_id WHERE o.binned_at IS NULL AND o.id IN ({places})
"""
_SHIFT = 40


def _among(statement: str, ids: Sequence[object], **parts: object) -> str:
    return statement.format(places=", ".join("?" * len(ids)), **parts)


def list_page(connection: dbapi2.Connection, ids: Sequence[int], today: str) -> Rows:
    """Lines of customers.

    Number, name, place, phone, line to remember, how many are late and due today, whether
    archived, and tags.
    """
    found = {}
    for row in connection.execute(_among(_PAGE, ids), (today, *ids)).fetchall():
        number, name, remember, archived, reach, lines, late, due, tags = row
        place = f"{lines[: lines.index(chr(10))]}, {lines[lines.rindex(chr(10)) + 1 :]}"
        found[number] = number, name, place, reach, remember, late, due, bool(archived), tags or ""
    return [found[one] for one in ids]


def people(connection: dbapi2.Connection, typed: str, limit: int, today: str) -> Rows:
    """Lines of customers whose sort keys begin as typed, by name."""
    bounds = (typed, f"{typed}\U0010ffff", limit)
    ids = [row[0] for row in connection.execute(_NAMED, bounds).fetchall()]
    return list_page(connection, ids, today)


def search(
    connection: dbapi2.Connection, typed: str, shown: Sequence[int], today: str
) -> list[list[tuple[int, str, str]]]:
    """Customers, promises and contacts that match: number, text, and a line about each.

    It looks where the program does: for names that begin so, then for words that do, then, as
    far as titles are concerned and three letters are there, for parts of words.

    Args:
        connection: reads.
        typed: the beginning of a word.
        shown: how many customers, promises and contacts are shown.
        today: as ISO date.
    """
    named = [
        row[0] for row in connection.execute(_NAMED, (typed, f"{typed}\U0010ffff", 51)).fetchall()
    ]
    found: dict[int, list[int]] = {1: [], 2: [], 3: [], 4: []}
    _match(connection, _WORDS, f'"{typed}"*', (1, 2, 3, 4), found)
    if len(typed) >= 3:
        wanting = [kind for kind in (1, 2, 4) if len(found[kind]) <= 50]
        _match(connection, _PARTS, f'"{typed}"', wanting, found)
    if len(named) <= 50:
        known = set(named)
        others = list(dict.fromkeys(one for one in found[1] if one not in known))
        statement = _among(_OTHERS, others, shift=1 << _SHIFT)
        named += [row[0] for row in connection.execute(statement, (*others, typed)).fetchall()]
    page = list_page(connection, named[: shown[0]], today)
    groups = [[(row[0], row[1], f"{row[2]} · {row[3]}") for row in page]]
    for statement, kind, count in ((_PROMISES, 2, shown[1]), (_CONTACTS, 3, shown[2])):
        ids = list(dict.fromkeys(found[kind]))[:count]
        rows = connection.execute(_among(statement, ids), ids).fetchall() if ids else []
        lines = {row[0]: row for row in rows}
        groups.append(
            [(one, lines[one][1], " · ".join(filter(None, lines[one][2:]))) for one in ids]
        )
    return groups


def _match(
    connection: dbapi2.Connection,
    statement: str,
    asked: str,
    kinds: Sequence[int],
    found: dict[int, list[int]],
) -> None:
    """Ask an index once for all kinds."""
    values = [
        part for kind in kinds for part in (asked, kind << _SHIFT, ((kind + 1) << _SHIFT) - 1)
    ]
    for (row,) in connection.execute(" UNION ALL ".join([statement] * len(kinds)), values):
        found[row >> _SHIFT].append(row & ((1 << _SHIFT) - 1))


def save(connection: dbapi2.Connection, writes: Sequence[tuple[str, Sequence[object]]]) -> None:
    """Run prepared statements in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in writes:
        connection.execute(statement, values)
    connection.execute("COMMIT")
