# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a list of customers is asked for, and what is counted beside its chips."""

from dataclasses import dataclass
from enum import StrEnum


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
