# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How we do: the figures of a period, and the way from each to its very records."""

from datetime import date

from servicedesk.domain.figures import RecordLines, RecordsAt, Report
from servicedesk.domain.figures_report import At, report_of
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.services.figures_enough import FiguresEnough
from servicedesk.services.figures_ground import ground_in
from servicedesk.services.figures_reading import counted_in
from servicedesk.services.figures_records import records_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

PAGE = 100
"""Lines of a page of records."""


class Figures:
    """The figures of the business.

    Args:
        units: opens reads.
        around: the clock, and words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def report(self, period: Period) -> Report:
        """How we do in a period, beside the one before it.

        Args:
            period: any; one without a single record has a report too.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            ground = ground_in(reading, self._around)
            earlier = period.before()
            stretch = ground.stretch(earlier.first, period.last)
            now = counted_in(reading, period, ground, stretch)
            before = counted_in(reading, earlier, ground, stretch)
        at = At(now=ground.now, today=ground.today, calendar=ground.calendar)
        return report_of(period, now, before, at, self._around.phrases)

    def records(self, records: RecordsAt, limit: int = PAGE, after: int = 0) -> RecordLines:
        """A page of the records that a figure was counted from, the latest first.

        Args:
            records: as a figure, a bar or a result of the charter names them; of a choice that
                nobody knows there are none.
            limit: how many lines at most.
            after: ``last`` of the page before.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            ground = ground_in(reading, self._around)
            return records_in(reading, records, ground, limit, after)

    def periods(self, today: date) -> tuple[Period, ...]:
        """The periods on offer, the usual one first."""
        names = (name for name in PeriodName if name is not PeriodName.OWN)
        return tuple(period_of(name, today) for name in names)

    def has_enough(self) -> bool:
        """There are ten records or more, so that "How we do" has something to say."""
        return FiguresEnough(self._units).is_reached()
