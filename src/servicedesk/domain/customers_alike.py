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

STARTS_MOST = 4
"""Words of a name whose beginnings are looked for."""

NEAR = 88
"""Likeness of two names from which on they are much the same."""

NEARLY = 70
"""The same for two who live in one place."""


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


def starts(sort_key: str) -> tuple[str, ...]:
    """The beginnings of words by which candidates are fetched; none of a name that is too short."""
    if sum(map(len, sort_key.split())) < LETTERS_LEAST:
        return ()
    long = [word[:START] for word in sort_key.split() if len(word) >= START]
    return tuple(dict.fromkeys(long))[:STARTS_MOST]


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
    words, others = fold(typed).split(), kept.split()
    return len(words) > 1 and all(any(other.startswith(word) for other in others) for word in words)


def _differ(one: Traits, other: Traits) -> bool:
    """Two of a common name who live apart and ring from other numbers are two people."""
    reached = one.phones and other.phones
    placed = one.postcodes and other.postcodes
    return bool(reached and placed)
