# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days against late promises: is one weekday, or are the fullest days, where they slip?

BS 8477, resource planning, read for a shop: change the promise or the rota, not neither. What is
said is always counts, for they are mostly few.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from servicedesk.domain.hours import Weekday
from servicedesk.domain.intervals import FEWEST_FOR_A_FIGURE
from servicedesk.domain.periods import Period

BUSIEST = 5
"""So many of the fullest dates are shown."""

_WEEKDAYS = tuple(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCount:
    """Promises by one sort of day.

    Args:
        due: those that are decided: kept, late or broken.
        missed: those of them that were late or broken.
    """

    due: int = 0
    missed: int = 0

    def __add__(self, other: "DueCount") -> "DueCount":
        """Both together."""
        return DueCount(due=self.due + other.due, missed=self.missed + other.missed)

    @property
    def share(self) -> Fraction:
        """Of those due, how many were missed; 0 of none."""
        return Fraction(self.missed, self.due) if self.due else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """One date on which promises were due.

    Args:
        day: the date.
        count: of those due then and decided.
        undecided: past their day and not decided yet.
    """

    day: date
    count: DueCount
    undecided: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyReport:
    """A period by weekday and by its fullest dates.

    Args:
        period: that the promises were due in.
        weekdays: for each, Monday first.
        busiest: the fullest dates, the fullest first; none where no date is fuller than others.
        total: of all days.
        undecided: past their day and not decided yet, so in none of the counts.
        standout: the weekday on which the larger part slips, or None where none stands out.
    """

    period: Period
    weekdays: tuple[tuple[Weekday, DueCount], ...]
    busiest: tuple[DueDay, ...]
    total: DueCount
    undecided: int
    standout: Weekday | None

    @property
    def has_few(self) -> bool:
        """There is too little for anything but counts."""
        return self.total.due < FEWEST_FOR_A_FIGURE

    def on(self, weekday: Weekday) -> DueCount:
        """What was due on a weekday."""
        return dict(self.weekdays)[weekday]

    def off(self, weekday: Weekday) -> DueCount:
        """What was due on all others."""
        return _sum(count for one, count in self.weekdays if one is not weekday)

    @property
    def on_busiest(self) -> DueCount:
        """What was due on the fullest dates."""
        return _sum(day.count for day in self.busiest)

    @property
    def off_busiest(self) -> DueCount:
        """What was due on all other dates."""
        full = self.on_busiest
        return DueCount(due=self.total.due - full.due, missed=self.total.missed - full.missed)


def busy_report(days: Iterable[DueDay], period: Period) -> BusyReport:
    """A period by weekday and by its fullest dates.

    Args:
        days: each date once.
        period: that they lie in.
    """
    found = tuple(days)
    weekdays = tuple(
        (one, _sum(day.count for day in found if day.day.weekday() == at))
        for at, one in enumerate(_WEEKDAYS)
    )
    return BusyReport(
        period=period,
        weekdays=weekdays,
        busiest=_busiest(found),
        total=_sum(day.count for day in found),
        undecided=sum(day.undecided for day in found),
        standout=_standout(weekdays),
    )


def _sum(counts: Iterable[DueCount]) -> DueCount:
    total = DueCount()
    for count in counts:
        total += count
    return total


def _busiest(days: tuple[DueDay, ...]) -> tuple[DueDay, ...]:
    """The fullest dates; those as full as one that has no room among them are left out too."""
    counted = [day for day in days if day.count.due]
    counted.sort(key=lambda day: (-day.count.due, day.day))
    if len(counted) <= BUSIEST:
        return ()
    edge = counted[BUSIEST].count.due
    return tuple(day for day in counted[:BUSIEST] if day.count.due > edge)


def _standout(weekdays: tuple[tuple[Weekday, DueCount], ...]) -> Weekday | None:
    """The weekday on which the larger part slips than on all others together.

    It rests on five promises at least, with two missed, so that one bad morning is no rule; where
    two are as bad as one another there is none.
    """
    total = _sum(count for _, count in weekdays)
    enough = [
        (count.share, one, count)
        for one, count in weekdays
        if count.due >= FEWEST_FOR_A_FIGURE and count.missed > 1
    ]
    if not enough:
        return None
    worst = max(share for share, _, _ in enough)
    (_, weekday, count), *others = [row for row in enough if row[0] == worst]
    rest = DueCount(due=total.due - count.due, missed=total.missed - count.missed)
    return weekday if not others and rest.due and worst > rest.share else None
