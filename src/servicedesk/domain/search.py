# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rules of finding: which things match what was typed, and in which order they are shown.

Every word that was typed must match, in any order: anywhere inside a word of a title, or at the
beginning of a word in longer text. Accents, case and punctuation make no difference.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from servicedesk.domain.names import fold

_WORD = re.compile(r"[^\W_]+")
_IN_TITLE, _IN_TEXT = 2, 3
"""What a word costs at most where the title has it, and in the longer text."""

_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


class HitKind(StrEnum):
    """What sort of thing was found, in the order in which groups are shown."""

    SETTING = "setting"
    CHARTER_PAGE = "charter_page"
    STANDARD = "standard"
    CHARTER_VERSION = "charter_version"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that can be opened.

    Args:
        title: what it is called.
        detail: a line that tells it from others of the same name; may be empty.
        room, part, item: the place in the program where it is.
    """

    title: str
    detail: str = ""
    room: str
    part: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitGroup:
    """What was found of one kind.

    Args:
        kind: of all of them.
        hits: the best ones, best first.
        total: how many there are in all; never less than there are ``hits``.
    """

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found.

    Args:
        kind: what sort of thing it is.
        hit: what is shown of it.
        text: longer text in which it can be found too; not shown.
        also: other words that people look for it by; not shown, but as good as a title's.

    Attributes:
        title_words: the folded words of its title and its detail, one blank before each and one
            at the end.
        also_words, text_words: those of the others.
    """

    kind: HitKind
    hit: Hit
    text: str = ""
    also: str = ""
    title_words: str = field(init=False)
    also_words: str = field(init=False)
    text_words: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold once what every keystroke looks through."""
        object.__setattr__(self, "title_words", _laid_out(f"{self.hit.title} {self.hit.detail}"))
        object.__setattr__(self, "also_words", _laid_out(self.also))
        object.__setattr__(self, "text_words", _laid_out(self.text))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of what was typed, without punctuation, each once.

    Args:
        text: any text.
    """
    return tuple(dict.fromkeys(_WORD.findall(fold(text))))


def find(entries: Iterable[Entry], text: str, limit: int) -> tuple[HitGroup, ...]:
    """Find what matches.

    Args:
        entries: all there is.
        text: what was typed; without a letter or figure in it nothing is found.
        limit: the most hits in all; each kind gets its share, and totals are always whole.

    Returns:
        One group for each kind of which something was found: first those with a hit in a title,
        then those with hits in longer text alone, each in the order of ``HitKind``. What has the
        same words and stands in the same part of the program is shown once.
    """
    words = words_of(text)
    if not words:
        return ()
    ranked: dict[HitKind, list[tuple[int, int, Hit]]] = {}
    for number, entry in enumerate(entries):
        rank = _rank(entry, words)
        if rank is not None:
            ranked.setdefault(entry.kind, []).append((rank, number, entry.hit))
    for kind, found in ranked.items():
        ranked[kind] = _once(sorted(found, key=_place))
    kinds = sorted(
        (kind for kind in HitKind if kind in ranked),
        key=lambda kind: ranked[kind][0][0] > _IN_TITLE * len(words),
    )
    shares = _shares([len(ranked[kind]) for kind in kinds], limit)
    return tuple(
        HitGroup(
            kind=kind,
            hits=tuple(hit for _, _, hit in ranked[kind][:share]),
            total=len(ranked[kind]),
        )
        for kind, share in zip(kinds, shares, strict=True)
        if share
    )


def _place(ranked: tuple[int, int, Hit]) -> tuple[int, int]:
    return ranked[:2]


def _once(ranked: Sequence[tuple[int, int, Hit]]) -> list[tuple[int, int, Hit]]:
    """The best of those that say the same and lead to the same part."""
    found: dict[tuple[str, str, str, str], tuple[int, int, Hit]] = {}
    for one in ranked:
        hit = one[2]
        found.setdefault((hit.title, hit.detail, hit.room, hit.part), one)
    return list(found.values())


def _laid_out(text: str) -> str:
    """Words of a text, one blank before each; "e-mail" is found as "email" too."""
    folded = fold(text)
    joined = (word.replace("-", "") for word in _JOINED.findall(folded))
    return "".join(f" {word}" for word in (*_WORD.findall(folded), *joined)) + " "


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    """How well an entry matches: the lower the better; None when it does not.

    Each word costs nothing where it is a word of the title, one where such a word begins with it,
    two inside such a word or where people look for it by that, three in the longer text.
    """
    rank = 0
    for word in words:
        if f" {word} " in entry.title_words:
            continue
        if f" {word}" in entry.title_words:
            rank += 1
        elif word in entry.title_words or f" {word}" in entry.also_words:
            rank += _IN_TITLE
        elif f" {word}" in entry.text_words:
            rank += _IN_TEXT
        else:
            return None
    return rank


def _shares(found: Sequence[int], limit: int) -> list[int]:
    """How many of each kind are shown: in turn one of each, until the limit is reached."""
    shares = [0] * len(found)
    left = min(limit, sum(found))
    while left > 0:
        for place, count in enumerate(found):
            if shares[place] < count and left > 0:
                shares[place] += 1
                left -= 1
    return shares
