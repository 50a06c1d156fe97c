# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which days count: days the trader is open, working days of a nation, and plain days.

The rules: the start is day 0 whatever the hour; a count steps over every day that is not of its
kind. A bank holiday means both the day itself and its substitute. A deadline without a time of day
runs to the last second of its day, in the zone of the business.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, Interval, WeeklyHours, check_intervals

LONDON = ZoneInfo("Europe/London")
"""The zone of all four nations of the United Kingdom."""

_ONE_DAY = timedelta(days=1)
_LOOK_AHEAD = 3660
"""Days without a single opening day after which we say that there is none: ten years."""


class DayKind(StrEnum):
    """In which days something is counted."""

    OPENING = "opening"
    WORKING = "working"
    CALENDAR = "calendar"


class Nation(StrEnum):
    """Whose bank holidays and law apply; somewhere else has neither."""

    ENG = "eng"
    WLS = "wls"
    SCT = "sct"
    NIR = "nir"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankHoliday:
    """One bank holiday.

    Args:
        day: the date.
        name: its name as people say it.
        is_substitute: whether this is the weekday given instead of a day at the weekend.
    """

    day: date
    name: str
    is_substitute: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayTable:
    """The bank holidays of one nation.

    Args:
        nation: whose they are.
        holidays: in order of date.
        known_up_to: the last day that the table speaks for; later days look like ordinary ones.
            None where there is no table at all.
    """

    nation: Nation
    holidays: tuple[BankHoliday, ...] = ()
    known_up_to: date | None = None

    def days(self) -> frozenset[date]:
        """Return the dates alone."""
        return frozenset(holiday.day for holiday in self.holidays)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days on which a trader is shut although the week says open.

    Args:
        first: the first closed day.
        last: the last closed day, the same as ``first`` for one day.

    Raises:
        Refusal: ``closure_order`` when it ends before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refusal(
                "closure_order", "last", first=self.first.isoformat(), last=self.last.isoformat()
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """The calendar of one business: what its nation does and what it does itself.

    Args:
        bank_holidays: dates, substitutes included; empty somewhere else.
        hours: the ordinary week.
        closures: days shut although the week says open.
        extra_open: hours of single dates; they win over the week, bank holidays and closures.
        open_on_bank_holidays: whether the ordinary week holds on them too.
        zone: the zone in which days begin and hours are told.

    Raises:
        Refusal: ``hours_overlap`` for an extra day with overlapping hours.
    """

    bank_holidays: frozenset[date] = frozenset()
    hours: WeeklyHours = MONDAY_TO_FRIDAY
    closures: tuple[Closure, ...] = ()
    extra_open: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)
    open_on_bank_holidays: bool = False
    zone: tzinfo = LONDON
    _sorted_holidays: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for day, intervals in self.extra_open.items():
            check_intervals(intervals, f"extra_open.{day.isoformat()}")
        on_weekdays = sorted(day for day in self.bank_holidays if day.weekday() < 5)
        object.__setattr__(self, "_sorted_holidays", tuple(on_weekdays))

    def intervals_on(self, day: date) -> tuple[Interval, ...]:
        """Return the hours of one date, in order; () when the trader is closed."""
        if day in self.extra_open:
            return self.extra_open[day]
        if any(closure.first <= day <= closure.last for closure in self.closures):
            return ()
        if day in self.bank_holidays and not self.open_on_bank_holidays:
            return ()
        return self.hours.on(day)

    def counts(self, day: date, kind: DayKind) -> bool:
        """Whether ``day`` is a day of that kind.

        A working day is Monday to Friday and no bank holiday of the nation, whatever the trader
        does; an opening day is a date with opening hours; every date is a calendar day.
        """
        if kind is DayKind.CALENDAR:
            return True
        if kind is DayKind.WORKING:
            return day.weekday() < 5 and day not in self.bank_holidays
        return bool(self.intervals_on(day))

    def next_counting(self, day: date, kind: DayKind) -> date:
        """Return ``day`` when it counts, else the next that does.

        Raises:
            Refusal: ``never_open`` when there is none within ten years.
        """
        for ahead in range(_LOOK_AHEAD):
            candidate = day + timedelta(days=ahead)
            if self.counts(candidate, kind):
                return candidate
        raise Refusal("never_open", "hours")

    def add_days(self, start: date, count: int, kind: DayKind) -> date:
        """Return the day that is ``count`` counting days after ``start``, which is day 0.

        Args:
            start: the day of receipt, counting or not.
            count: days, 0 or more; 0 gives the start when it counts, else the next that does.
            kind: which days count.

        Raises:
            Refusal: ``never_open`` when the trader is not open for ten years together.
        """
        if count < 0:
            raise ValueError("days are counted forward")
        if kind is DayKind.CALENDAR:
            return start + timedelta(days=count)
        if count == 0:
            return self.next_counting(start, kind)
        day = start
        for _ in range(count):
            day = self.next_counting(day + _ONE_DAY, kind)
        return day

    def days_between(self, start: date, end: date, kind: DayKind) -> int:
        """Return how many days of that kind lie after ``start``, up to and with ``end``.

        Args:
            start: not counted itself.
            end: counted when it is of that kind; not after the start gives 0.
            kind: which days count.
        """
        length = (end - start).days
        if length <= 0:
            return 0
        if kind is DayKind.CALENDAR:
            return length
        if kind is DayKind.WORKING:
            return self._working_days(start, end)
        days = (start + timedelta(days=ahead) for ahead in range(1, length + 1))
        return sum(bool(self.intervals_on(day)) for day in days)

    def legal_roll(self, day: date) -> date:
        """Return a legal deadline moved off a day that is no working day, to the next one.

        For subject access requests only: complaints about data, consumer-law periods and the
        72 hours of a breach never roll.
        """
        return self.next_counting(day, DayKind.WORKING)

    def _working_days(self, start: date, end: date) -> int:
        """As days_between, by whole weeks, for lists that ask it of every row."""
        weeks, rest = divmod((end - start).days, 7)
        loose = (end.weekday() - step for step in range(rest))
        weekdays = weeks * 5 + sum(place % 7 < 5 for place in loose)
        holidays = self._sorted_holidays
        return weekdays - (bisect_right(holidays, end) - bisect_right(holidays, start))


def add_months(day: date, months: int) -> date:
    """Return the same number of a later month, or its last day when it is shorter.

    Args:
        day: the start.
        months: how many, negative for earlier.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_day(day: date, zone: tzinfo = LONDON) -> datetime:
    """Return the last second of a day, in UTC: until then a deadline without a time is kept.

    Where the clocks go back at midnight, the last hour comes twice, and the later one counts.

    Args:
        day: the due date.
        zone: the zone of the business.
    """
    return datetime.combine(day, time(23, 59, 59, fold=1), zone).astimezone(UTC)
