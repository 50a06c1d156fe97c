# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with one customer, page by page, and their figures: a statement for each.

The calendar, by which lateness is counted, is kept from one page to the next, until somebody
changes what it is made of.
"""

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.kinds import Kind
from servicedesk.domain.timeline import (
    TimelineChip,
    TimelineEntry,
    TimelineFigures,
    TimelinePlace,
)
from servicedesk.domain.timeline_words import Telling, entry_of
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Committed, Reading, Units
from servicedesk.store.timeline import timeline_figures, timeline_rows

PAGE = 100
"""Entries that are read at once."""

_CALENDAR = frozenset({Kind.OPENING_HOURS, Kind.CLOSURE, Kind.HOLIDAY, Kind.BUSINESS})


class Timeline:
    """Reads the timelines of customers.

    Args:
        units: reads the file, and tells what has changed.
        around: clock, words, and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._calendar: WorkingCalendar | None = None
        units.tell(self._forget)

    def of(
        self,
        customer_id: int,
        chip: TimelineChip = TimelineChip.ALL,
        before: TimelinePlace | None = None,
        limit: int = PAGE,
    ) -> tuple[TimelineEntry, ...]:
        """A page of entries, the newest first.

        Args:
            customer_id: whose.
            chip: which sort of entry.
            before: the place of the last entry shown so far, or None for the first page.
            limit: entries of a page at most; fewer say that it was the last one.
        """
        with self._units.read() as reading:
            telling = self._telling(reading)
            rows = timeline_rows(reading, customer_id, chip, before, limit)
        return tuple(entry_of(row, telling) for row in rows)

    def figures(self, customer_id: int) -> TimelineFigures:
        """The figures at the head of a customer's page."""
        with self._units.read() as reading:
            return timeline_figures(reading, customer_id, self._around.clock.today())

    def _telling(self, reading: Reading) -> Telling:
        if self._calendar is None:
            self._calendar = calendar_in(reading, self._around.resources).days
        clock = self._around.clock
        return Telling(
            phrases=self._around.phrases,
            calendar=self._calendar,
            now=clock.now(),
            today=clock.today(),
        )

    def _forget(self, done: Committed) -> None:
        if not _CALENDAR.isdisjoint(done.changes):
            self._calendar = None
