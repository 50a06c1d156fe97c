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
SELECT c.id, c.shown_name, c.remember,
  (SELECT shown FROM customer_reaches r WHERE r.customer_id = c.id ORDER BY position LIMIT 1),
  (SELECT count(*) FROM promises p WHERE p.customer_id = c.id AND p.outcome IS NULL
    AND p.binned_at IS NULL AND p.due_on < ?)
FROM customers c WHERE c.id IN ({places})
"""
_CUSTOMER = "SELECT id, shown_name, ref FROM customers WHERE id = ?"
_REACHES = "SELECT shown FROM customer_reaches WHERE customer_id = ? ORDER BY position"
_ENTRIES = """
SELECT 'promises' AS part, id, coalesce(ended_on, due_on) || '~' AS key, substr(text, 1, 300)
FROM promises WHERE customer_id = ? AND binned_at IS NULL
UNION ALL SELECT 'contacts', id, at, substr(text, 1, 300) FROM contacts
WHERE customer_id = ? AND binned_at IS NULL
ORDER BY key DESC, part DESC, id DESC LIMIT 100
"""
_FIGURES = """
SELECT sum(outcome = 'kept'), sum(outcome IS NULL) FROM promises
WHERE customer_id = ? AND binned_at IS NULL
"""
_TODAY = """
SELECT p.id, p.text, p.due_on, c.shown_name, c.remember, p.promiser FROM promises p
LEFT JOIN customers c ON c.id = p.customer_id
WHERE p.outcome IS NULL AND p.binned_at IS NULL AND p.due_on <= ? ORDER BY p.id
"""
_NAMED = (
    "SELECT id FROM customers WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key, id LIMIT ?"
)
_WORDS = (
    "SELECT * FROM (SELECT rowid FROM search_words WHERE search_words MATCH ? "
    "AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 51)"
)
_NAMES = "SELECT id, shown_name FROM customers WHERE id IN ({places})"
_PROMISES = "SELECT id, text FROM promises WHERE id IN ({places})"
_CONTACTS = "SELECT id, text FROM contacts WHERE id IN ({places})"
_SHIFT = 40


def _among(statement: str, ids: Sequence[object]) -> str:
    return statement.format(places=", ".join("?" * len(ids)))


def list_page(connection: dbapi2.Connection, ids: Sequence[int], today: str) -> Rows:
    """Lines of customers: number, name, line to remember, phone, how many are late."""
    rows = connection.execute(_among(_PAGE, ids), (today, *ids)).fetchall()
    found = {row[0]: row for row in rows}
    return [found[one] for one in ids]


def customer_page(connection: dbapi2.Connection, customer: int) -> tuple[object, ...]:
    """A customer with phones, what happened, newest first, and figures, in four statements."""
    who = connection.execute(_CUSTOMER, (customer,)).fetchone()
    reaches = [row[0] for row in connection.execute(_REACHES, (customer,)).fetchall()]
    entries = connection.execute(_ENTRIES, (customer, customer)).fetchall()
    figures = connection.execute(_FIGURES, (customer,)).fetchone()
    return who, reaches, [(part, number) for part, number, _, _ in entries], figures


def today(connection: dbapi2.Connection, until: str) -> Rows:
    """Open promises that are due up to a day, with whom they were made to."""
    return connection.execute(_TODAY, (until,)).fetchall()


def people(connection: dbapi2.Connection, typed: str, limit: int, today: str) -> Rows:
    """Lines of customers whose sort keys begin as typed, by name."""
    bounds = (typed, f"{typed}\U0010ffff", limit)
    ids = [row[0] for row in connection.execute(_NAMED, bounds).fetchall()]
    return list_page(connection, ids, today)


def search(
    connection: dbapi2.Connection, typed: str, shown: Sequence[Sequence[int]]
) -> list[list[tuple[int, str]]]:
    """Customers, promises and contacts that match: number and text of those shown.

    Args:
        connection: reads.
        typed: the beginning of a word.
        shown: numbers of customers, promises and contacts whose text is read, in their order.
    """
    connection.execute(_NAMED, (typed, f"{typed}\U0010ffff", 51)).fetchall()
    sections = [(kind << _SHIFT, ((kind + 1) << _SHIFT) - 1) for kind in (1, 2, 3, 4)]
    asked = [value for section in sections for value in (f'"{typed}"*', *section)]
    connection.execute(" UNION ALL ".join([_WORDS] * len(sections)), asked).fetchall()
    found = []
    for statement, ids in zip((_NAMES, _PROMISES, _CONTACTS), shown, strict=True):
        texts = dict(connection.execute(_among(statement, ids), list(ids)).fetchall())
        found.append([(one, texts[one]) for one in ids])
    return found


def save(connection: dbapi2.Connection, writes: Sequence[tuple[str, Sequence[object]]]) -> None:
    """Run prepared statements in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in writes:
        connection.execute(statement, values)
    connection.execute("COMMIT")
