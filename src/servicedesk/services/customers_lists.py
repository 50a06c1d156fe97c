# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of customers: numbers in the order of names, then the lines of those that are looked at."""

from array import array
from collections.abc import Sequence

from servicedesk.domain.clock import Clock
from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.customers_lists import CustomerCounts, CustomerFilter
from servicedesk.domain.search_typing import read_typed
from servicedesk.services.unit import Units
from servicedesk.store.customers_lists import counts, listed_ids
from servicedesk.store.search_finding import everybody
from servicedesk.store.search_people import rows_of


class CustomerLists:
    """What lists of customers show.

    Args:
        units: opens reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def ids(self, wanted: CustomerFilter) -> "array[int]":
        """The numbers of those who are wanted, in the order of names; one statement, or two.

        Those in the bin, and those who were merged into another, are in no list; those who are
        out of use in their own.
        """
        typed = read_typed(wanted.text)
        with self._units.read() as reading:
            found = None if typed is None else everybody(reading, typed)
            return listed_ids(reading, wanted.chip, wanted.tag, found, self._clock.today())

    def rows(self, ids: Sequence[int]) -> tuple[CustomerRow, ...]:
        """The lines of these customers, in the order asked for; one statement."""
        with self._units.read() as reading:
            return rows_of(reading, ids, self._clock.today())

    def counts(self) -> CustomerCounts:
        """How many there are of each sort; two statements."""
        with self._units.read() as reading:
            return counts(reading, self._clock.today())
