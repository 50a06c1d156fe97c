# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether two records may be of one customer, and why it is thought so."""

from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain.names import fold

LETTERS_LEAST = 4
"""Letters of a name from which on others of that name are looked for."""

START = 3
"""Letters at the beginning of a word that a candidate has too."""

STARTS_MOST = 6
"""Words of a name whose beginnings are looked for."""

NEAR = 88
"""Likeness of two names from which on they are much the same."""

NEARLY = 70
"""The same for two who live in one place."""


_JOINED = frozenset({"o", "mc", "mac"})
"""Beginnings of surnames that some write apart."""

_ONE_SPELLING = {"saint": "st"}
_MAC_LEAST = 5
"""Letters that a word has more than, to be a Mac and somebody's name: not "mace" or "macro"."""

_O_LEAST = 6
"""Letters of a word that may be an O and somebody's name."""


class AlikeReason(StrEnum):
    """Why two records may be of one customer, the strongest reason at the head."""

    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_ADDRESS = "same_address"
    NEAR_NAME = "near_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """By what a customer is compared with others.

    Args:
        id: of the row; None for one who is being typed.
        sort_key: of the name: its words folded, without titles; "" without a name.
        phones, emails, postcodes: in their normal forms.
    """

    id: int | None = None
    sort_key: str = ""
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()


def plain_spelling(sort_key: str) -> str:
    """A sort key with the ways of writing one name made the same, to be compared and never shown.

    "O Brien" is O'Brien, "MacDonald" and "Mac Donald" are McDonald, "Saint" is "St.".
    """
    bare = sort_key.replace("'", "").replace(".", "").replace("-", " ")
    words = [_ONE_SPELLING.get(word, word) for word in bare.split()]
    for place, word in enumerate(words):
        if word in _JOINED and len(words) > 1:
            del words[place]  # in a sort key it stands before the surname, or after everything
            next_one = place if place < len(words) else 0
            words[next_one] = word + words[next_one]
            break
    return " ".join(
        f"mc{word[3:]}" if word.startswith("mac") and len(word) > _MAC_LEAST else word
        for word in words
    )


def starts(sort_key: str) -> tuple[str, ...]:
    """The beginnings of words by which candidates are fetched; none of a name that is too short.

    Names that are written in several ways are fetched by the beginnings of all of them.
    """
    if sum(map(len, sort_key.split())) < LETTERS_LEAST:
        return ()
    long = [word for word in plain_spelling(sort_key).split() if len(word) >= START]
    found = [word[:START] for word in long]
    for word in long:
        if word.startswith("mc"):
            found.append(f"mac{word[2]}")
        elif word.startswith("o") and len(word) >= _O_LEAST:
            found.append(word[1 : START + 1])
    return tuple(dict.fromkeys(found))[:STARTS_MOST]


def reason_alike(one: Traits, other: Traits, likeness: float) -> AlikeReason | None:
    """Why two records may be of one customer; None for two different ones.

    A phone or an e-mail address says so alone; a postcode only together with a name that is much
    the same, for whole streets share it.

    Args:
        one: of the two that are compared.
        other: of the two.
        likeness: of the two names, from 0 (nothing in common) to 100 (the same).
    """
    if one.phones & other.phones:
        return AlikeReason.SAME_PHONE
    if one.emails & other.emails:
        return AlikeReason.SAME_EMAIL
    if one.postcodes & other.postcodes and likeness >= NEARLY:
        return AlikeReason.SAME_ADDRESS
    if likeness >= NEAR and not _differ(one, other):
        return AlikeReason.NEAR_NAME
    return None


def begins_alike(typed: str, kept: str) -> bool:
    """Whether every word typed so far begins a word of a kept name: two words at least."""
    words, others = fold(typed).split(), f"{kept} {plain_spelling(kept)}".split()
    return len(words) > 1 and all(any(other.startswith(word) for other in others) for word in words)


def _differ(one: Traits, other: Traits) -> bool:
    """Two of a common name who live apart and ring from other numbers are two people."""
    reached = one.phones and other.phones
    placed = one.postcodes and other.postcodes
    return bool(reached and placed)
