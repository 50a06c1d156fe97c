# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which promises or complaints hold a word: in their own words, or in those of their customer."""

from sqlalchemy import TextClause, text

from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_typing import PART, beginnings, threes
from servicedesk.store.search_index import section_of
from servicedesk.store.search_sources import TABLES

_BEGUN = (
    "SELECT rowid - :{kind}_first FROM search_words WHERE search_words MATCH :begins_{at} "
    "AND rowid BETWEEN :{kind}_first AND :{kind}_last"
)
_INSIDE = (
    " UNION ALL SELECT rowid - :{kind}_first FROM search_parts WHERE search_parts MATCH "
    ":inside_{at} AND rowid BETWEEN :{kind}_first AND :{kind}_last AND instr(title, :word_{at}) > 0"
)
_HOLDS = "({table}.id IN ({own}) OR {table}.customer_id IN ({theirs}))"


def holds(word: str, at: int, kind: Kind = Kind.PROMISE) -> TextClause:
    """The condition that a record, or the customer it belongs to, has a word.

    Args:
        word: folded; found at the beginning of any word, and inside names and references from
            three letters on.
        at: its place among the words, from 0, which keeps the values of several apart.
        kind: of the records, each of which names a customer.
    """
    shape = _BEGUN + (_INSIDE if len(word) >= PART else "")
    own, theirs = (shape.format(kind=name, at=at) for name in ("own", "customer"))
    values: dict[str, object] = {f"begins_{at}": beginnings([word])}
    if len(word) >= PART:
        values |= {f"inside_{at}": threes([word]), f"word_{at}": word}
    for name, of in (("own", kind), ("customer", Kind.CUSTOMER)):
        first, last = section_of(of)
        values |= {f"{name}_first": first, f"{name}_last": last}
    return text(_HOLDS.format(table=TABLES[kind], own=own, theirs=theirs)).bindparams(**values)
