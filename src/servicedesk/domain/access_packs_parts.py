# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a record about somebody else says of a person: the sentences that name them, no more.

A copy of what is held on somebody must not harm the rights of others (UK General Data Protection
Regulation, article 15(4)). Other people's names in such a sentence are marked; who is meant by
"her" or "the man next door" no program can tell, so that somebody has to look at it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from servicedesk.domain.access_packs_names import NamesFinder, Place

_END = re.compile(r"(?<=[.!?…])\s+|[;\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTaker:
    """Takes the sentences that name somebody out of a text.

    Args:
        them: finds the person whose pack it is.
        others: find everybody else.
        mark: stands where somebody else is named.
    """

    them: NamesFinder
    others: tuple[NamesFinder, ...]
    mark: str

    def taken(self, text: str) -> tuple[str, ...]:
        """The sentences that name them, in order; none where they are not named."""
        theirs = self.them.places_in(text)
        if not theirs:
            return ()
        hidden = _hidden(self._others_in(text), theirs)
        return tuple(self._marked(text, *run, hidden) for run in _runs(text, theirs))

    def marks(self, text: str) -> tuple[str, ...]:
        """Who is marked in the sentences that name them."""
        theirs = self.them.places_in(text)
        runs = tuple((start, end, "") for start, end in _runs(text, theirs))
        found = (
            name
            for start, end, name in self._others_in(text)
            if _meets(start, end, runs) and not _meets(start, end, theirs)
        )
        return tuple(dict.fromkeys(found))

    def _others_in(self, text: str) -> list[Place]:
        return sorted(place for finder in self.others for place in finder.places_in(text))

    def _marked(self, text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
        said, at = [], start
        for begin, until in hidden:
            if begin < end and until > at:
                said += [text[at : max(begin, at)], self.mark]
                at = min(until, end)
        said.append(text[at:end])
        return "".join(said).strip(" ;\n")


def named_beside(text: str, them: NamesFinder, others: NamesFinder) -> tuple[str, ...]:
    """Who of others is named in a text, where that is no part of their own name.

    Args:
        text: any.
        them: finds the person whose pack it is.
        others: finds everybody else.
    """
    theirs = them.places_in(text)
    return tuple(
        name for start, end, name in others.places_in(text) if not _meets(start, end, theirs)
    )


def _runs(text: str, theirs: tuple[Place, ...]) -> Iterator[tuple[int, int]]:
    """Sentences that name them, those that follow one another as one."""
    cuts = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    begun: tuple[int, int] | None = None
    for start, end in pairwise(cuts):
        if _meets(start, end, theirs):
            begun = (start if begun is None else begun[0], end)
        elif begun is not None:
            yield begun
            begun = None
    if begun is not None:
        yield begun


def _hidden(others: list[Place], theirs: tuple[Place, ...]) -> list[tuple[int, int]]:
    """Where others are named, without what is their own name, and none twice."""
    found: list[tuple[int, int]] = []
    for start, end, _ in others:
        if _meets(start, end, theirs):
            continue
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _meets(start: int, end: int, places: tuple[Place, ...]) -> bool:
    return any(start < until and end > begin for begin, until, _ in places)
