# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rules of finding: which things match what was typed, and in which order they are shown.

Every word that was typed must match, in any order: anywhere inside a word of a title, or at the
beginning of a word in longer text. Accents, case and punctuation make no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from servicedesk.domain.names import fold

_VOWEL_SIGNS = "".join(
    sign
    for sign in map(chr, (*range(0x0900, 0x1D00), *range(0xA800, 0xAC00)))
    if unicodedata.category(sign) == "Mc"
)
"""Signs of Indian and other scripts that stand within words, though they are no letters."""

WORD = re.compile(rf"(?:[^\W_]|[{_VOWEL_SIGNS}])+")
"""A word of folded text."""

_IN_TITLE, _IN_TEXT = 2, 3
"""What a word costs at most where the title has it, and in the longer text."""

JOINED = re.compile(rf"{WORD.pattern}(?:['-]{WORD.pattern})+")
"""Words of folded text that a hyphen or an apostrophe joins."""

_JOINTS = re.compile("['-]")


class HitKind(StrEnum):
    """What sort of thing was found, in the order in which groups are shown."""

    CUSTOMER = "customer"
    PROMISE = "promise"
    COMPLAINT = "complaint"
    FEEDBACK = "feedback"
    CONTACT = "contact"
    LETTER = "letter"
    ACTION = "action"
    IMPROVE = "improve"
    PRIVACY = "privacy"
    BY_HAND = "by_hand"
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
        remember: what to remember about the customer whose it is; "" for none.
        room, part, item: the place in the program where it is.
    """

    title: str
    detail: str = ""
    remember: str = ""
    room: str
    part: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitGroup:
    """What was found of one kind.

    Args:
        kind: of all of them.
        hits: the best ones, best first.
        total: how many match in all; never less than there are ``hits``.
        is_more: even more match than ``total``; nobody counted on.
        of: how many things of the kind there are, whether they match or not; 0 where nobody asks.
        is_titled: the best of them matches by its title, not by longer text alone.
    """

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int
    is_more: bool = False
    of: int = 0
    is_titled: bool = True


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
        all_words: all of them.
    """

    kind: HitKind
    hit: Hit
    text: str = ""
    also: str = ""
    title_words: str = field(init=False)
    also_words: str = field(init=False)
    text_words: str = field(init=False)
    all_words: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold once what every keystroke looks through."""
        object.__setattr__(self, "title_words", _laid_out(f"{self.hit.title} {self.hit.detail}"))
        object.__setattr__(self, "also_words", _laid_out(self.also))
        object.__setattr__(self, "text_words", _laid_out(self.text))
        whole = f"{self.title_words}{self.also_words}{self.text_words}"
        object.__setattr__(self, "all_words", whole)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of what was typed, without punctuation, each once.

    Args:
        text: any text.
    """
    return tuple(dict.fromkeys(WORD.findall(fold(text))))


def find(
    entries: Iterable[Entry], text: str, limit: int, others: Sequence[HitGroup] = ()
) -> tuple[HitGroup, ...]:
    """Find what matches.

    Args:
        entries: all there is, but for records.
        text: what was typed; without a letter or figure in it nothing is found.
        limit: the most hits in all; each kind gets its share, and totals are always whole.
        others: groups that were found elsewhere, of kinds that no entry has.

    Returns:
        One group for each kind of which something was found: first those with a hit in a title,
        then those with hits in longer text alone, each in the order of ``HitKind``. What has the
        same words and stands in the same part of the program is shown once.
    """
    words = words_of(text)
    if not words:
        return ()
    ranked: dict[HitKind, list[tuple[int, int, Hit]]] = {}
    first = words[0]
    likely = [entry for entry in entries if first in entry.all_words]  # hardly any, at once
    for number, entry in enumerate(likely):
        rank = _rank(entry, words)
        if rank is not None:
            ranked.setdefault(entry.kind, []).append((rank, number, entry.hit))
    for kind, found in ranked.items():
        ranked[kind] = _once(sorted(found, key=_place))
    groups = [*others, *(_group(kind, ranked[kind], len(words)) for kind in ranked)]
    places = {kind: place for place, kind in enumerate(HitKind)}
    groups.sort(key=lambda group: (not group.is_titled, places[group.kind]))
    shares = _shares([len(group.hits) for group in groups], limit)
    return tuple(
        replace(group, hits=group.hits[:share])
        for group, share in zip(groups, shares, strict=True)
        if share
    )


def _group(kind: HitKind, ranked: Sequence[tuple[int, int, Hit]], words: int) -> HitGroup:
    return HitGroup(
        kind=kind,
        hits=tuple(hit for _, _, hit in ranked),
        total=len(ranked),
        is_titled=ranked[0][0] <= _IN_TITLE * words,
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
    joined = (_JOINTS.sub("", word) for word in JOINED.findall(folded))
    return "".join(f" {word}" for word in (*WORD.findall(folded), *joined)) + " "


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    """How well an entry matches: the lower the better; None when it does not.

    Each word costs nothing where it is a word of the title, one where such a word begins with it,
    two inside such a word or where people look for it by that, three in the longer text.
    """
    rank = 0
    for word in words:
        if word not in entry.all_words:  # as it is with nearly all
            return None
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
