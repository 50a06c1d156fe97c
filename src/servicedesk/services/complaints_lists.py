# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of complaints: which there are, their lines a page at a time, and what is alike."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from servicedesk.domain.actions import CHECK_AFTER
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_clocks import days_without_waits
from servicedesk.domain.complaints_learning import (
    ALIKE_WITHIN,
    REPEAT_WITHIN,
    Alike,
    Effect,
    alike,
    effect,
)
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter, ComplaintRow
from servicedesk.domain.search import words_of
from servicedesk.domain.search_typing import MOST_WORDS
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.complaints_lists import (
    came_of,
    complaint_counts,
    complaint_ids,
    complaint_rows,
    received_since,
    repeats_of,
    waits_of,
)


class ComplaintLists:
    """The lists of complaints.

    Args:
        units: opens reads.
        around: the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def ids(self, wanted: ComplaintFilter) -> "array[int]":
        """The numbers of the complaints of a list, in its order."""
        words = words_of(wanted.text)[:MOST_WORDS]
        today = self._around.clock.today()
        with self._units.read() as reading:
            return complaint_ids(reading, wanted.chip, today, words, wanted.customer_id)

    def rows(self, ids: Sequence[int]) -> tuple[ComplaintRow, ...]:
        """The lines of these complaints, in this order; one that is gone is left out."""
        with self._units.read() as reading:
            return complaint_rows(reading, ids)

    def days_taken(self, rows: Iterable[ComplaintRow]) -> Mapping[int, int]:
        """Working days until the first answer by complaint; those of waiting for them apart.

        Those without an answer are left out.
        """
        told = [(row, row.decided_on) for row in rows if row.decided_on is not None]
        with self._units.read() as reading:
            calendar = calendar_in(reading, self._around.resources).days
            waits = waits_of(reading, [row.id for row, _ in told])
        return {
            row.id: days_without_waits(row.received_on, on, waits.get(row.id, ()), calendar)
            for row, on in told
        }

    def counts(self) -> Mapping[ComplaintChip, int]:
        """How many stand under each chip that shows open complaints."""
        with self._units.read() as reading:
            return complaint_counts(reading, self._around.clock.today())

    def alike(self) -> tuple[Alike, ...]:
        """What three or more complaints of the last 90 days share."""
        since = self._around.clock.today() - ALIKE_WITHIN
        with self._units.read() as reading:
            rows = received_since(reading, since)
        return alike([row.about for row in rows], [row.cause for row in rows])

    def repeats(self, complaint_id: int) -> tuple[tuple[int, str], ...]:
        """Numbers and references of what the same customer complained of before.

        It was about the same sort of thing and came within the 180 days before (domain.md 5.3);
        the newest is first.
        """
        with self._units.read() as reading:
            return repeats_of(reading, complaint_id, REPEAT_WITHIN.days)

    def effect(self, cause: Cause, done_on: date) -> Effect:
        """How often a cause came up in the 90 days before and after something was done about it."""
        with self._units.read() as reading:
            came = came_of(reading, cause, done_on - CHECK_AFTER)
        return effect(cause, done_on, self._around.clock.today(), came)
