# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a list of customers is asked for, and what is counted beside its chips."""

import re
from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain.entries import phone_digits
from servicedesk.domain.names import fold

FIGURES_LEAST = 3
"""Figures from which on a phone number is looked for."""

_FIGURES = re.compile(r"[\d\s+().,/-]+")


class CustomerChip(StrEnum):
    """Which customers a list shows."""

    ALL = "all"
    ASKED = "asked"
    LATE = "late"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFilter:
    """Which customers are wanted.

    Args:
        text: words of a name in any order, part of a phone number, or a reference; "" for all.
        chip: which part of them.
        tag: one of the owner's short words, or "" for any.
    """

    text: str = ""
    chip: CustomerChip = CustomerChip.ALL
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCounts:
    """How many customers there are, by chip.

    Args:
        all: in use, those who asked only among them.
        asked: who asked and have not bought yet.
        late: with an open promise past its day.
        archived: out of use.
        binned: in the bin.
        tags: each short word with how many in use carry it, by the word.
    """

    all: int = 0
    asked: int = 0
    late: int = 0
    archived: int = 0
    binned: int = 0
    tags: tuple[tuple[str, int], ...] = ()


def search_words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a search, each folded, with the figures of a phone number it may be part of.

    A number is found in any spacing, with its country's prefix or without.

    Args:
        text: as typed.
    """
    if _figures(text):
        return ((fold(text).replace(" ", ""), _figures(text)),)
    return tuple((word, _figures(word)) for word in fold(text).split())


def _figures(text: str) -> str:
    if _FIGURES.fullmatch(text.strip()) is None:
        return ""
    figures = phone_digits(text)
    return figures.lstrip("0") if len(figures) >= FIGURES_LEAST else ""
