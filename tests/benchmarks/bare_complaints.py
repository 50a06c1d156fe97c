# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of complaints: the driver alone, SQL written by hand, the same rows.

Nothing here imports the program.
"""

from collections.abc import Sequence

from sqlcipher3 import dbapi2

Rows = list[tuple[object, ...]]

_OPEN = (
    "SELECT id FROM complaints WHERE stage NOT IN ('closed', 'withdrawn', 'duplicate') "
    "ORDER BY next_on, id"
)
_ALL = "SELECT id FROM complaints ORDER BY received_on DESC, id DESC"
_PAGE = """
SELECT c.id, c.ref, substr(c.text, 1, 300), c.stage, c.priority, c.handler, c.received_on,
  c.decide_due, c.next_on, coalesce(k.shown_name, c.called), coalesce(k.remember, '')
FROM complaints c LEFT JOIN customers k ON k.id = c.customer_id WHERE c.id IN ({places})
"""
_WORD = """
SELECT c.id FROM complaints c WHERE c.id IN (SELECT rowid - :first FROM search_words
  WHERE search_words MATCH :begun AND rowid BETWEEN :first AND :last)
ORDER BY received_on DESC, id DESC
"""
_CARD = """
SELECT c.*, k.shown_name, k.remember, k.is_consumer FROM complaints c
LEFT JOIN customers k ON k.id = c.customer_id WHERE c.id = ?
"""
_REMEDIES = """
SELECT r.*, p.due_on, p.ended_on, p.outcome FROM complaint_remedies r
LEFT JOIN promises p ON p.id = r.promise_id WHERE r.complaint_id = ? ORDER BY r.id
"""
_PARTS = (
    *("complaint_issues", "complaint_entries", "complaint_pauses", "actions"),
    *("complaint_referrals", "complaint_behaviours", "complaint_steps"),
)


def open_ids(connection: dbapi2.Connection) -> list[int]:
    """The open complaints by the first day on which something is due."""
    return [row[0] for row in connection.execute(_OPEN).fetchall()]


def all_ids(connection: dbapi2.Connection) -> list[int]:
    """All complaints, the latest first."""
    return [row[0] for row in connection.execute(_ALL).fetchall()]


def page(connection: dbapi2.Connection, ids: Sequence[int]) -> Rows:
    """Lines of complaints in this order."""
    statement = _PAGE.format(places=", ".join("?" * len(ids)))
    found = {row[0]: row for row in connection.execute(statement, tuple(ids)).fetchall()}
    return [found[one] for one in ids]


def having(connection: dbapi2.Connection, word: str, first: int, last: int) -> list[int]:
    """Complaints with a word that begins so.

    Args:
        connection: reads.
        word: folded.
        first: row of the index at which complaints begin.
        last: row at which they end.
    """
    values = {"begun": f'"{word}"*', "first": first, "last": last}
    return [row[0] for row in connection.execute(_WORD, values).fetchall()]


def whole(connection: dbapi2.Connection, complaint_id: int) -> tuple[Rows, ...]:
    """A complaint with all that hangs on it, as it comes from the driver."""
    asked = (complaint_id,)
    parts = (
        connection.execute(f"SELECT * FROM {table} WHERE complaint_id = ? ORDER BY id", asked)
        for table in _PARTS
    )
    return (
        connection.execute(_CARD, asked).fetchall(),
        connection.execute(_REMEDIES, asked).fetchall(),
        *(part.fetchall() for part in parts),
    )
