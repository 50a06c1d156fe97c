# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A slow reference for working time: it looks at every minute, and at one date after the other.

It shares nothing with the rules but the data that goes in.
"""

import random
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from servicedesk.domain.calendars import LONDON, Closure, DayKind, WorkingCalendar
from servicedesk.domain.hours import Interval, WeeklyHours

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WINDOW = 20
"""Days that one calendar is looked at minute by minute."""

ZONES: tuple[tzinfo, ...] = (
    LONDON,
    LONDON,
    LONDON,
    ZoneInfo("Australia/Lord_Howe"),
    ZoneInfo("America/Havana"),
    timezone(timedelta(hours=5, minutes=30)),
)
"""Mostly London; a change of half an hour, a day that begins at 1.00, and none at all."""

ANCHORS = (
    date(2026, 3, 29),  # the clocks go forward in London
    date(2026, 10, 25),  # and back
    date(2026, 3, 8),  # forward in Havana
    date(2026, 4, 5),  # back on Lord Howe Island; Easter
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2027, 2, 28),
    date(2026, 12, 31),
    date(2027, 12, 31),
    date(2026, 5, 4),
    date(2026, 8, 31),
    date(2026, 9, 14),
)


def some_day_hours(chance: random.Random) -> tuple[Interval, ...]:
    """None to three stretches of a day, now and then up to midnight."""
    count = chance.choice((0, 1, 1, 1, 2, 2, 3))
    bounds = sorted(chance.sample(range(0, 1441, chance.choice((1, 15, 30))), count * 2))
    found = [
        Interval(opens=opens, closes=closes)
        for opens, closes in zip(bounds[::2], bounds[1::2], strict=True)
    ]
    return tuple(found)


def some_calendar(chance: random.Random, holidays: frozenset[date]) -> tuple[WorkingCalendar, date]:
    """A calendar with all that there is in one, and the day that it is looked at from."""
    first = chance.choice(ANCHORS) - timedelta(days=chance.randint(1, WINDOW - 5))

    def near() -> date:
        return first + timedelta(days=chance.randint(0, WINDOW))

    closures = []
    for _ in range(chance.choice((0, 1, 1, 2))):
        begin = near()
        closures.append(Closure(first=begin, last=begin + timedelta(days=chance.randint(0, 4))))
    calendar = WorkingCalendar(
        bank_holidays=holidays | {near() for _ in range(chance.randint(0, 2))},
        hours=WeeklyHours(days=tuple(some_day_hours(chance) for _ in range(7))),
        closures=tuple(closures),
        extra_open={near(): some_day_hours(chance) for _ in range(chance.choice((0, 1, 2)))},
        open_on_bank_holidays=chance.random() < 0.25,
        zone=chance.choice(ZONES),
    )
    return calendar, first


@dataclass
class Reference:
    """What one calendar does in one window, found by looking.

    Args:
        calendar: the data.
        first: the first date of the window.
    """

    calendar: WorkingCalendar
    first: date
    begin: datetime = field(init=False)
    flags: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.begin = datetime.combine(self.first, time(0), UTC)
        self.flags = bytearray(
            self._is_open(self.begin + minute * MINUTE) for minute in range(WINDOW * 1440)
        )

    def hours_on(self, day: date) -> tuple[Interval, ...]:
        """The hours of a date."""
        calendar = self.calendar
        for extra, hours in calendar.extra_open.items():
            if extra == day:
                return hours
        for closure in calendar.closures:
            if 0 <= (day - closure.first).days <= (closure.last - closure.first).days:
                return ()
        is_holiday = day in calendar.bank_holidays
        if is_holiday and not calendar.open_on_bank_holidays:
            return ()
        return calendar.hours.days[day.weekday()]

    def _is_open(self, moment: datetime) -> bool:
        wall = moment.astimezone(self.calendar.zone)
        clock = wall.hour * 60 + wall.minute
        return any(one.opens <= clock < one.closes for one in self._known(wall.date()))

    def _known(self, day: date) -> tuple[Interval, ...]:
        if getattr(self, "_day", None) != day:
            self._day, self._hours = day, self.hours_on(day)
        return self._hours

    def at(self, minute: int) -> datetime:
        """A minute of the window as a moment."""
        return self.begin + minute * MINUTE

    def minute(self, moment: datetime) -> int:
        """A moment as a minute of the window."""
        return (moment - self.begin) // MINUTE

    def minutes_between(self, start: int, end: int, stops: list[range]) -> int:
        """Open minutes that lie in no stop, counted one by one."""
        return sum(
            1
            for minute in range(start, end)
            if self.flags[minute] and not any(minute in stop for stop in stops)
        )

    def after_minutes(self, start: int, wanted: int, stops: list[range]) -> int | None:
        """The end of the ``wanted``-th open minute; the first open one for 0; None past the end."""
        left = wanted
        for minute in range(start, len(self.flags)):
            if not self.flags[minute] or any(minute in stop for stop in stops):
                continue
            if wanted == 0:
                return minute
            left -= 1
            if left == 0:
                return minute + 1
        return None

    def is_day(self, day: date, kind: DayKind) -> bool:
        """Whether a date is of a kind."""
        if kind is DayKind.OPENING:
            return len(self.hours_on(day)) > 0
        if kind is DayKind.WORKING:
            return day.isoweekday() not in (6, 7) and day not in self.calendar.bank_holidays
        return True

    def days_between(
        self, start: date, end: date, kind: DayKind, pauses: list[tuple[date, date]]
    ) -> int:
        """Days of a kind after the start, up to and with the end, outside all pauses."""
        total = 0
        day = start + DAY
        while day <= end:
            paused = any(after < day <= until for after, until in pauses)
            total += self.is_day(day, kind) and not paused
            day += DAY
        return total

    def after_days(
        self, start: date, wanted: int, kind: DayKind, pauses: list[tuple[date, date]]
    ) -> date | None:
        """The ``wanted``-th day after the start; None when 400 days bring no such day."""
        day = start if wanted == 0 else start + DAY
        left = max(wanted, 1)
        for _ in range(400):
            if self.is_day(day, kind) and not any(a < day <= b for a, b in pauses):
                left -= 1
                if left == 0:
                    return day
            day += DAY
        return None


def months_after(day: date, months: int) -> date:
    """The same number some months on, month by month; the last day of a shorter month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    number = day.day
    while number > monthrange(year, month)[1]:
        number -= 1
    return date(year, month, number)
