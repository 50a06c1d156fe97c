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
SELECT c.id, c.ref, substr(c.text, 1, 300), c.about, c.stage, c.track, c.serious, c.priority,
  c.customer_id, coalesce(k.shown_name, c.called), coalesce(k.remember, ''), c.handler,
  c.received_on, c.decide_due, c.next_on, c.decided_on, c.waiting_for
FROM complaints c LEFT JOIN customers k ON k.id = c.customer_id WHERE c.id IN ({places})
"""
_HAVING = """
SELECT rowid - :{whose} FROM search_words WHERE search_words MATCH :begun
  AND rowid BETWEEN :{whose} AND :{whose} + :most
UNION ALL SELECT rowid - :{whose} FROM search_parts WHERE search_parts MATCH :inside
  AND rowid BETWEEN :{whose} AND :{whose} + :most AND instr(title, :inside) > 0
"""
_WORD = f"""
SELECT c.id FROM complaints c WHERE c.received_on >= '0001-01-01'
  AND (c.id IN ({_HAVING.format(whose="own")})
    OR c.customer_id IN ({_HAVING.format(whose="theirs")}))
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
_COUNTS = """
SELECT count(*), sum(next_on = ?1), sum(next_on < ?1),
  sum(stage IN ('waiting_customer', 'waiting_other')), sum(priority = 'p1'),
  sum(stage = 'remedy_pending')
FROM complaints WHERE stage NOT IN ('closed', 'withdrawn', 'duplicate')
"""
_NAMED = (
    "SELECT id FROM customers WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key, id LIMIT 51"
)
_BEGUN = """
SELECT * FROM (SELECT rowid FROM {index} WHERE {index} MATCH ?
AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 51)
"""
_HITS = """
SELECT c.id, substr(c.text, 1, 300), k.shown_name, c.ref FROM complaints c
LEFT JOIN customers k ON k.id = c.customer_id WHERE c.id IN ({places})
"""
_SHIFT = 40
_SEARCHED = (1, 2, 3, 4, 5, 6)
_TITLED = (1, 2, 4, 5)
_COMPLAINT = 5
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


def opened(connection: dbapi2.Connection, today: str) -> tuple[list[int], list[int], Rows]:
    """What the list shows when it is opened: numbers of the open ones, chips, the first lines."""
    ids = open_ids(connection)
    counts = connection.execute(_COUNTS, (today,)).fetchone()
    return ids, list(counts), page(connection, ids[:50])


def search(connection: dbapi2.Connection, typed: str, shown: int) -> Rows:
    """Complaints that match what was typed into the one box: number, text, customer, reference.

    It asks the indexes for every kind, and for names that begin so, as the program does.

    Args:
        connection: reads.
        typed: the beginning of a word, three letters or more.
        shown: how many complaints are shown.
    """
    connection.execute(_NAMED, (typed, f"{typed}\U0010ffff")).fetchall()
    found = _hits(connection, "search_words", f'"{typed}"*', _SEARCHED)
    wanting = [kind for kind in _TITLED if len(found[kind]) <= 50]
    more = _hits(connection, "search_parts", f'"{typed}"', wanting)
    ids = list(dict.fromkeys([*found[_COMPLAINT], *more[_COMPLAINT]]))[:shown]
    statement = _HITS.format(places=", ".join("?" * len(ids)))
    lines = {row[0]: row for row in connection.execute(statement, ids).fetchall()}
    return [lines[one] for one in ids]


def _hits(
    connection: dbapi2.Connection, index: str, asked: str, kinds: Sequence[int]
) -> dict[int, list[int]]:
    """Numbers of records by kind, asked for in one statement."""
    found: dict[int, list[int]] = {kind: [] for kind in _SEARCHED}
    values = [
        part for kind in kinds for part in (asked, kind << _SHIFT, ((kind + 1) << _SHIFT) - 1)
    ]
    statement = " UNION ALL ".join([_BEGUN.format(index=index)] * len(kinds))
    for (row,) in connection.execute(statement, values):
        found[row >> _SHIFT].append(row & ((1 << _SHIFT) - 1))
    return found


def page(connection: dbapi2.Connection, ids: Sequence[int]) -> Rows:
    """Lines of complaints in this order."""
    statement = _PAGE.format(places=", ".join("?" * len(ids)))
    found = {row[0]: row for row in connection.execute(statement, tuple(ids)).fetchall()}
    return [found[one] for one in ids]


def having(connection: dbapi2.Connection, word: str) -> list[int]:
    """Complaints that have a word which begins so, or whose customers have.

    Args:
        connection: reads.
        word: three folded letters.
    """
    values = {
        "begun": f'"{word}"*',
        "inside": word,
        "own": _COMPLAINT << _SHIFT,
        "theirs": 1 << _SHIFT,
        "most": (1 << _SHIFT) - 1,
    }
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
