# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who is named in a text: somebody by their whole name, by title and last name, or as staff."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from servicedesk.domain.names import fold

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "prof", "rev"})
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_OWNS = "'s"
"""After a name; what is folded has no other sign for it."""

_SHORTEST = 3
"""Letters of a name of one word; a shorter one stands in too many texts by chance."""

_PLAIN = re.compile(r"[A-Za-z]{3,}")
_SMALL = frozenset({"the", "and", "von", "van", "der", "den", "del", "for"})
"""Words of names that stand in every text."""

Place = tuple[int, int, str]
"""Where somebody is named in a text, from letter to letter, and who."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: without accents and "’s", in small letters."""
    return tuple(word.removesuffix(_OWNS) for word in _WORD.findall(fold(text)))


def placed_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text, folded, each with where it begins and ends in the text itself."""
    letters = [(folded, at) for at, letter in enumerate(text) for folded in fold(letter)]
    whole = "".join(folded for folded, _ in letters)
    words = ((found.start(), found[0].removesuffix(_OWNS)) for found in _WORD.finditer(whole))
    return tuple((word, letters[at][1], letters[at + len(word) - 1][1] + 1) for at, word in words)


def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a name stands in a text, as folded words.

    Args:
        name: such as "Mrs Meena Patel": found as "Meena Patel", "Patel, Meena" and "Mrs Patel".
    """
    words = words_of(name)
    bare = tuple(word for word in words if word not in _TITLES)
    if not bare:
        return ()
    if len(bare) == 1:
        titled = [(title, bare[0]) for title in words if title in _TITLES]
        alone = [bare] if len(bare[0]) >= _SHORTEST else []
        return tuple(dict.fromkeys([*alone, *titled]))
    last = bare[-1]
    titled = [(title, last) for title in sorted(_TITLES)]
    return tuple(dict.fromkeys([bare, (last, *bare[:-1]), (bare[0], last), *titled]))


def sure_piece(name: str) -> str:
    """Plain letters that stand in every spelling of a name, to look for first; "" for none.

    It is part of the last word of the name, as it is written: databases compare letters with
    accents only as they stand.
    """
    bare = [word for word in _WORD.findall(name) if fold(word) not in _TITLES]
    pieces = _PLAIN.findall(bare[-1]) if bare else []
    return max(pieces, key=len, default="")


class NamesFinder:
    """Finds who of many is named in a text.

    Args:
        names: those to look for.
        staff: those of them who are spoken of by their first name alone as well.
        known: those who are known by any word of their name, as whom a record is about.
    """

    def __init__(
        self, names: Iterable[str], staff: Iterable[str] = (), known: Iterable[str] = ()
    ) -> None:
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name in dict.fromkeys(names):
            for spelling in spellings(name):
                self._by_first[spelling[0]].append((spelling, name))
        for name in dict.fromkeys(staff):
            first = next((one for one in words_of(name) if one not in _TITLES), "")
            if len(first) >= _SHORTEST:
                self._by_first[first].append(((first,), name))
        for name in dict.fromkeys(known):
            for word in dict.fromkeys(words_of(name)):
                if len(word) >= _SHORTEST and word not in _TITLES | _SMALL:
                    self._by_first[word].append(((word,), name))

    def named_in(self, *texts: str) -> tuple[str, ...]:
        """The names that stand in texts, each once, in the order in which they were given."""
        found = dict.fromkeys(name for text in texts for _, _, name in self._in(words_of(text)))
        return tuple(found)

    def places_in(self, text: str) -> tuple[Place, ...]:
        """Where in a text somebody is named, the first place first; places may overlap."""
        placed = placed_words(text)
        return tuple(
            (placed[at][1], placed[at + count - 1][2], name)
            for at, count, name in self._in([word for word, _, _ in placed])
        )

    def _in(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        for at, word in enumerate(words):
            for spelling, name in self._by_first.get(word, ()):
                if tuple(words[at : at + len(spelling)]) == spelling:
                    yield at, len(spelling), name
