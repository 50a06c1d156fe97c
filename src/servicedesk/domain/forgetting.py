# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting a person: what goes, what stays without a name, what must be kept, and why.

Figures stay as they are: the records stay as rows with their days and choices, and nothing in them
says any more whose they were (UK data protection, erasure; domain: forget or make nameless).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.kinds import Kind


class Erasing(StrEnum):
    """How much of a person or record goes."""

    FORGET = "forget"
    """All that was said by them and about them; only what is counted stays."""
    ANONYMISE = "anonymise"
    """Who they are; what happened stays, without their name in it."""


class ErasureWhy(StrEnum):
    """Why somebody was forgotten."""

    ASKED = "asked"
    KEPT_LONG_ENOUGH = "kept_long_enough"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCard:
    """A line of the list of the forgotten. Nothing in it tells who they were.

    Args:
        id: of the row.
        mark: finds the same row, and no other, in any backup of this file; made from when and in
            which line of the history the record was added.
        kind: of the record: a customer, or a record that named somebody.
        record_id: its number, which is never used twice in one file.
        ref: the reference that stayed, such as "K-0042".
        how: how much went.
        why: they asked, or it had been kept for long enough.
        erased_on: the day.
        who: did so.
        stands_in: what stands where words were.
    """

    id: int
    mark: str
    kind: Kind
    record_id: int
    ref: str
    how: Erasing
    why: ErasureWhy
    erased_on: date
    who: str
    stands_in: str
