# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of the one box: both indexes asked by hand for every kind, then the lines.

Nothing here imports the program.
"""

from collections.abc import Mapping, Sequence

from sqlcipher3 import dbapi2

Line = tuple[int, int, str]
"""The section of a kind, the number of a record, and what is shown of it."""

SECTIONS = ("customer", "promise", "contact", "letter", "complaint", "action", "feedback")
"""Kinds in the order of their sections in the index, which begin with 1."""

_SHIFT = 40
_ALL = tuple(range(1, len(SECTIONS) + 1))
_TITLED = (1, 2, 4, 5, 7)
_MOST = 51
_THREE = 3
_NAMED = f"""
SELECT id FROM customers INDEXED BY ix_customers_sort_key_id
WHERE sort_key >= ? AND sort_key < ? AND binned_at IS NULL AND merged_into_id IS NULL
ORDER BY sort_key, id LIMIT {_MOST}
"""
_BEGUN = f"""
SELECT * FROM (SELECT rowid FROM search_words WHERE search_words MATCH ?
AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT {_MOST})
"""
_INSIDE = f"""
SELECT * FROM (SELECT rowid FROM search_parts WHERE search_parts MATCH ?
AND rowid BETWEEN ? AND ? AND {{checks}} ORDER BY rowid DESC LIMIT {_MOST})
"""
_CUSTOMER = "LEFT JOIN customers c ON c.id = r.customer_id"
_LINES = {
    1: """SELECT r.id, r.shown_name, r.remember,
      (SELECT shown FROM customer_reaches WHERE customer_id = r.id ORDER BY position LIMIT 1),
      (SELECT lines || postcode FROM customer_addresses WHERE customer_id = r.id
        ORDER BY position LIMIT 1) FROM customers r""",
    2: f"""SELECT r.id, r.text, r.ref, r.due_on, c.shown_name, c.remember
      FROM promises r {_CUSTOMER}""",
    3: f"SELECT r.id, r.text, r.at, c.shown_name, c.remember FROM contacts r {_CUSTOMER}",
    4: f"SELECT r.id, r.title, r.ref, r.issued_on, c.shown_name FROM letters r {_CUSTOMER}",
    5: f"""SELECT r.id, substr(r.text, 1, 300), r.ref, r.received_on, c.shown_name, c.remember,
      r.called, r.about, r.stage FROM complaints r {_CUSTOMER}""",
    6: """SELECT r.id, r.text, o.ref, r.done_on, r.due_on, c.shown_name, c.remember FROM actions r
      LEFT JOIN complaints o ON o.id = r.complaint_id
      LEFT JOIN customers c ON c.id = o.customer_id""",
    7: f"""SELECT r.id, substr(CASE WHEN r.text <> '' THEN r.text ELSE r.better END, 1, 300), r.ref,
      r.given_on, coalesce(c.shown_name, r.called), c.remember FROM feedback r {_CUSTOMER}""",
}


def search(
    connection: dbapi2.Connection, words: Sequence[str], shown: Mapping[int, int]
) -> list[Line]:
    """What is shown of records for what was typed into the one box.

    Args:
        connection: reads.
        words: beginnings of words, without accents and capitals.
        shown: how many of each kind.
    """
    typed = " ".join(words)
    named = connection.execute(_NAMED, (typed, f"{typed}\U0010ffff")).fetchall()
    found = _asked(connection, _BEGUN, " ".join(f'"{word}"*' for word in words), _ALL)
    parts = [word for word in words if len(word) >= _THREE]
    wanting = [kind for kind in _TITLED if len(found[kind]) < _MOST]
    if parts and wanting:
        runs = [word[at : at + _THREE] for word in parts for at in range(len(word) - _THREE + 1)]
        checks = " AND ".join(f"instr(title, '{word}') > 0" for word in parts)
        asked = " ".join(f'"{run}"' for run in runs)
        more = _asked(connection, _INSIDE.format(checks=checks), asked, wanting)
        found = {kind: list(dict.fromkeys([*found[kind], *more[kind]])) for kind in _ALL}
    found[1] = list(dict.fromkeys([*(row[0] for row in named), *found[1]]))
    return [
        line
        for kind, most in sorted(shown.items())
        for line in _lines(connection, kind, found[kind][:most])
    ]


def _asked(
    connection: dbapi2.Connection, select: str, asked: str, kinds: Sequence[int]
) -> dict[int, list[int]]:
    """Numbers of records by kind, the newest first, asked for in one statement."""
    found: dict[int, list[int]] = {kind: [] for kind in _ALL}
    values = [
        part for kind in kinds for part in (asked, kind << _SHIFT, ((kind + 1) << _SHIFT) - 1)
    ]
    for (row,) in connection.execute(" UNION ALL ".join([select] * len(kinds)), values):
        found[row >> _SHIFT].append(row & ((1 << _SHIFT) - 1))
    return found


def _lines(connection: dbapi2.Connection, kind: int, ids: Sequence[int]) -> list[Line]:
    statement = f"{_LINES[kind]} WHERE r.id IN ({', '.join('?' * len(ids))})"
    rows = {row[0]: row for row in connection.execute(statement, ids).fetchall()}
    return [(kind, one, rows[one][1]) for one in ids]
