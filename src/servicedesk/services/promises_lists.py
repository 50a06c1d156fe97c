# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of promises: which there are, and their lines a page at a time."""

from array import array
from collections.abc import Mapping, Sequence

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.promises import PromiseChip, PromiseFilter, PromiseRow
from servicedesk.domain.search import words_of
from servicedesk.domain.search_typing import MOST_WORDS
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.promises_lists import ListDays, promise_counts, promise_ids, promise_rows

COMING_DAYS = 3
"""Working days ahead that "Coming" looks."""


class PromiseLists:
    """The lists of promises.

    Args:
        units: opens reads.
        around: the clock, and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def ids(self, wanted: PromiseFilter) -> "array[int]":
        """The numbers of the promises of a list, in its order."""
        with self._units.read() as reading:
            days = self._days(reading)
            words = words_of(wanted.text)[:MOST_WORDS]
            return promise_ids(reading, wanted.chip, days, words, wanted.customer_id)

    def rows(self, ids: Sequence[int]) -> tuple[PromiseRow, ...]:
        """The lines of these promises, in this order; one that is gone is left out."""
        with self._units.read() as reading:
            return promise_rows(reading, ids)

    def counts(self) -> Mapping[PromiseChip, int]:
        """How many stand under each chip that shows open promises."""
        with self._units.read() as reading:
            days = self._days(reading)
            return promise_counts(reading, days)

    def _days(self, reading: Reading) -> ListDays:
        clock = self._around.clock
        calendar = calendar_in(reading, self._around.resources).days
        coming = calendar.add_days(clock.today(), COMING_DAYS, DayKind.WORKING)
        return ListDays(now=clock.now(), today=clock.today(), coming=coming)
