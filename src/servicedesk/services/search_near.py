# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Names that were nearly typed: a letter too many, too few, another one, two changed about.

What was typed is not compared with every customer but with the words that names are made of,
which are far fewer; customers are then found by the words that were meant.
"""

from collections.abc import Sequence

from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.search_typing import PART, Typed, any_of
from servicedesk.services.unit import Committed, Reading, Units
from servicedesk.store import search_finding as finding
from servicedesk.store.search_finding import Who

_FROM = 4
"""Letters that were typed, at least, before anything is guessed."""

_LONG = 5
"""Letters from which on a word may be wrong in two places."""

_MEANT = 25
"""The most words that one may stand for."""

_CANDIDATES = 400
_ENOUGH = 5
_PLAINLY = 0.45
"""What of a name may be wrong at most, as a share of its letters, to be shown at all."""


class NearNames:
    """Finds customers whose names are nearly what was typed.

    Args:
        units: tells of changes.
    """

    def __init__(self, units: Units) -> None:
        self._words: set[str] | None = None
        self._changed: set[int] = set()
        units.tell(self._note)

    def find(self, reading: Reading, typed: Typed, limit: int) -> list[Who]:
        """Customers whose names are near, the nearest first.

        Args:
            reading: of the file.
            typed: what was typed.
            limit: the most of them.
        """
        words = [word for word in typed.words if not word.isdecimal()]
        if sum(map(len, words)) < _FROM:
            return []
        vocabulary = self._vocabulary(reading)
        groups = [any_of(_meant(word, vocabulary), word) for word in words]
        people = finding.who_of(reading, _candidates(reading, groups))
        return _nearest(people, words, limit)

    def _vocabulary(self, reading: Reading) -> set[str]:
        """All words of names; those of customers who changed are added, none are taken away."""
        if self._words is None:
            self._words = finding.name_words(reading)
        elif self._changed:
            self._words |= finding.name_words(reading, self._changed)
        self._changed.clear()
        return self._words

    def _note(self, done: Committed) -> None:
        if self._words is not None:
            self._changed |= _customers_in(done.changes)


def _customers_in(changes: ChangeSet) -> frozenset[int]:
    return changes.get(Kind.CUSTOMER, frozenset())


def _meant(word: str, vocabulary: set[str]) -> list[str]:
    """The words that one may stand for, the nearest first."""
    from rapidfuzz import process  # not at start: only who mistypes needs it
    from rapidfuzz.distance import OSA

    if len(word) < PART:
        return []
    most = 2 if len(word) >= _LONG else 1
    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=most, limit=_MEANT)
    return [one for one, _, _ in found]


def _candidates(reading: Reading, groups: list[str]) -> list[int]:
    """Customers with all words that may be meant; where few have, with all but one, or any."""
    found: dict[int, None] = {}
    asked = [" AND ".join(groups)]
    if len(groups) > 1:
        asked.append(
            " OR ".join(
                f"({' AND '.join(groups[:place] + groups[place + 1 :])})"
                for place in range(len(groups))
            )
        )
    if len(groups) > 2:
        asked.append(" OR ".join(groups))
    for one in asked:
        rows = finding.begun(reading, (Kind.CUSTOMER,), one, _CANDIDATES)
        found.update(dict.fromkeys(rows.get(Kind.CUSTOMER, ())))
        if len(found) >= _ENOUGH:
            break
    return list(found)


def _nearest(people: Sequence[Who], words: Sequence[str], limit: int) -> list[Who]:
    from rapidfuzz.distance import OSA

    letters = sum(map(len, words))
    ranked: list[tuple[int, str, int, Who]] = []
    for who in people:
        names = [name for name in who.title.split() if not name.isdecimal()] or [""]
        wrong = sum(
            min(min(OSA.distance(word, name) for name in names), len(word)) for word in words
        )
        if wrong <= _PLAINLY * letters:
            ranked.append((wrong, who.sort_key, who.id, who))
    ranked.sort(key=lambda each: each[:3])
    return [who for *_, who in ranked[:limit]]
