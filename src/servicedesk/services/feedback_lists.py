# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of feedback: which there are, and their lines a page at a time."""

from array import array
from collections.abc import Mapping, Sequence

from servicedesk.domain.feedback_listed import Decided, FeedbackChip, FeedbackRow, WallLine
from servicedesk.domain.search import words_of
from servicedesk.domain.search_typing import MOST_WORDS
from servicedesk.services.unit import Units
from servicedesk.store.feedback_lists import feedback_counts, feedback_ids, feedback_rows
from servicedesk.store.feedback_reading import decided, wall_lines


class FeedbackLists:
    """The lists of feedback.

    Args:
        units: opens reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units

    def ids(
        self, chip: FeedbackChip, text: str = "", customer_id: int | None = None
    ) -> "array[int]":
        """The numbers of the feedback of a list, in its order.

        Args:
            chip: which of it.
            text: words that must stand in it, or in what is written of its customer.
            customer_id: only from this customer, or None.
        """
        words = words_of(text)[:MOST_WORDS]
        with self._units.read() as reading:
            return feedback_ids(reading, chip, words, customer_id)

    def rows(self, ids: Sequence[int]) -> tuple[FeedbackRow, ...]:
        """The lines of these, in this order; one that is gone is left out."""
        with self._units.read() as reading:
            return feedback_rows(reading, ids)

    def counts(self) -> Mapping[FeedbackChip, int]:
        """How many stand in each list that is counted."""
        with self._units.read() as reading:
            return feedback_counts(reading)

    def wall(self) -> tuple[WallLine, ...]:
        """What stands on "you said, we did", the newest first; without names."""
        with self._units.read() as reading:
            return wall_lines(reading)

    def decided(self, most: int) -> Decided:
        """What can stand on "you said, we did": what does, then what was decided; how many wait.

        Args:
            most: how many cards at most.
        """
        with self._units.read() as reading:
            return decided(reading, most)
