# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What somebody typed to find a record, and how well a record that was found fits it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from servicedesk.domain.names import clean_text, fold
from servicedesk.domain.search import words_of
from servicedesk.domain.search_docs import number_form

PART = 3
"""Letters that a part inside a word needs to be found by."""

MOST_WORDS = 8
"""Words that are looked for; more of them find nothing more."""

FEWEST_DIGITS = 4
"""A phone number is found by its last four digits."""

_NUMBER = re.compile(r"[\d\s+().,/-]+")
_AFTER_ALL = "\U0010ffff"
_SILENT = re.compile(r"['.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed, made ready to look for.

    Args:
        words: its folded words.
        number: the digits of a phone number as they are kept; "" for what cannot be one.
        name: how a sort key would begin that has it at its head.
    """

    words: tuple[str, ...]
    number: str
    name: str

    @property
    def name_bounds(self) -> tuple[str, str]:
        """Between these two lie all sort keys that begin so."""
        return self.name, self.name + _AFTER_ALL

    @property
    def parts(self) -> tuple[str, ...]:
        """The words that are long enough to be found inside others."""
        return tuple(word for word in self.words if len(word) >= PART)

    @property
    def shorts(self) -> tuple[str, ...]:
        """The words that are found at the beginning of others alone."""
        return tuple(word for word in self.words if len(word) < PART)


def read_typed(text: str) -> Typed | None:
    """Read what was typed; None when there is no letter or figure in it.

    Args:
        text: as typed so far.
    """
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return None
    folded = fold(clean_text(text)).strip()  # half signs would be no text for the file
    number = number_form(folded) if _NUMBER.fullmatch(folded) else ""
    return Typed(
        words=words,
        number=number if len(number) >= FEWEST_DIGITS else "",
        name=" ".join(_SILENT.sub("", folded).replace(",", " ").split()),
    )


def beginnings(words: Sequence[str]) -> str:
    """What asks the index of words for all of them, each at the beginning of one."""
    return " ".join(f'"{word}"*' for word in words)


def any_of(words: Sequence[str], begun: str) -> str:
    """What asks the index of words for any of several whole words, or one that begins so."""
    asked = [*(f'"{word}"' for word in words), *([f'"{begun}"*'] if begun else [])]
    return f"({' OR '.join(asked)})"


def threes(parts: Sequence[str]) -> str:
    """What asks the index of parts for every three letters in a row of every part.

    Args:
        parts: of at least ``PART`` letters each.
    """
    runs = (part[at : at + PART] for part in parts for at in range(len(part) - PART + 1))
    return " ".join(f'"{run}"' for run in dict.fromkeys(runs))


def fit(title: str, typed: Typed) -> int:
    """How well a title fits what was typed: the lower, the better.

    A word costs nothing where the title has it, one where a word begins with it, two inside a
    word, three where only the longer text has it; a phone number that ends so costs nothing.

    Args:
        title: folded words with a blank between them.
        typed: what was typed.
    """
    around = f" {title} "
    if typed.number and f"{typed.number} " in around:
        return 0
    return sum(_cost(around, word) for word in typed.words)


def _cost(around: str, word: str) -> int:
    if f" {word} " in around:
        return 0
    if f" {word}" in around:
        return 1
    return 2 if word in around else 3
