# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which promises hold a word: in their own words or reference, or in what is known of whom to."""

from sqlalchemy import TextClause, text

from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_typing import PART, beginnings, threes
from servicedesk.store.search_index import section_of

_BEGUN = (
    "SELECT rowid - :{kind}_first FROM search_words WHERE search_words MATCH :begins_{at} "
    "AND rowid BETWEEN :{kind}_first AND :{kind}_last"
)
_INSIDE = (
    " UNION ALL SELECT rowid - :{kind}_first FROM search_parts WHERE search_parts MATCH "
    ":inside_{at} AND rowid BETWEEN :{kind}_first AND :{kind}_last AND instr(title, :word_{at}) > 0"
)
_HOLDS = "(promises.id IN ({own}) OR promises.customer_id IN ({theirs}))"


def holds(word: str, at: int) -> TextClause:
    """The condition that a promise, or the customer it was made to, has a word.

    Args:
        word: folded; found at the beginning of any word, and inside names and references from
            three letters on.
        at: its place among the words, from 0, which keeps the values of several apart.
    """
    shape = _BEGUN + (_INSIDE if len(word) >= PART else "")
    own, theirs = (shape.format(kind=kind, at=at) for kind in ("promise", "customer"))
    values: dict[str, object] = {f"begins_{at}": beginnings([word])}
    if len(word) >= PART:
        values |= {f"inside_{at}": threes([word]), f"word_{at}": word}
    for name, kind in (("promise", Kind.PROMISE), ("customer", Kind.CUSTOMER)):
        first, last = section_of(kind)
        values |= {f"{name}_first": first, f"{name}_last": last}
    return text(_HOLDS.format(own=own, theirs=theirs)).bindparams(**values)
