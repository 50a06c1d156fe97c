# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening hours counted by the minute: four hours while we are open, by close, before a cut-off.

Moments go in aware and come out in UTC. A moment is open when the clock on the wall of the shop
lies in an interval of that date; so an hour that the spring change leaves out is not counted, and
the hour that the autumn change repeats is counted twice.
"""

from datetime import UTC, date, datetime, time, timedelta

from servicedesk.domain.calendars import DayKind, WorkingCalendar, end_of_day

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)

Span = tuple[datetime, datetime]
"""A stretch of time in UTC, the end not belonging to it."""


def opening_spans(calendar: WorkingCalendar, day: date) -> tuple[Span, ...]:
    """Return when the door is open on one date, in order, in UTC.

    Args:
        calendar: the calendar of the business.
        day: a date in its zone.
    """
    midnight = datetime.combine(day, time(0), UTC)
    before = _offset_at_midnight(calendar, day)
    after = _offset_at_midnight(calendar, day + _ONE_DAY)
    spans = [
        (
            midnight + timedelta(minutes=interval.opens),
            midnight + timedelta(minutes=interval.closes),
        )
        for interval in calendar.intervals_on(day)
    ]
    if before == after:
        return tuple((opens - before, closes - before) for opens, closes in spans)
    change = _clock_change(calendar, midnight - before, midnight + _ONE_DAY - after, before)
    early = [(opens - before, min(closes - before, change)) for opens, closes in spans]
    late = [(max(opens - after, change), closes - after) for opens, closes in spans]
    return tuple(span for span in early + late if span[0] < span[1])


def local_date(calendar: WorkingCalendar, moment: datetime) -> date:
    """Return the date of a moment in the zone of the business.

    Raises:
        ValueError: when the moment says no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(calendar.zone).date()


def is_open(calendar: WorkingCalendar, moment: datetime) -> bool:
    """Whether the door is open at that moment; at the moment of closing it is not."""
    spans = opening_spans(calendar, local_date(calendar, moment))
    return any(opens <= moment < closes for opens, closes in spans)


def add_opening_hours(calendar: WorkingCalendar, moment: datetime, minutes: int) -> datetime:
    """Return when so many minutes of opening hours have passed.

    Args:
        calendar: the calendar of the business.
        moment: the start, open or closed.
        minutes: 0 or more; 0 gives the moment itself when open, else the next opening. A count
            that ends with the day gives its closing time, not the next opening.

    Raises:
        Refusal: ``never_open`` when the trader is not open for ten years together.
    """
    if minutes < 0:
        raise ValueError("hours are counted forward")
    left = timedelta(minutes=minutes)
    start = moment.astimezone(UTC)
    day = local_date(calendar, moment)
    while True:
        day = calendar.next_counting(day, DayKind.OPENING)
        for opens, closes in opening_spans(calendar, day):
            begin = max(opens, start)
            if closes <= begin:
                continue
            if left <= closes - begin:
                return begin + left
            left -= closes - begin
        day += _ONE_DAY


def opening_minutes_between(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    """Return the whole minutes of opening hours between two moments; 0 when not in order.

    Args:
        calendar: the calendar of the business.
        start: from then.
        end: until then.
    """
    total = timedelta(0)
    day, last = local_date(calendar, start), local_date(calendar, end)
    while day <= last:
        for opens, closes in opening_spans(calendar, day):
            total += max(min(closes, end) - max(opens, start), timedelta(0))
        day += _ONE_DAY
    return total // _ONE_MINUTE


def by_close_of(calendar: WorkingCalendar, day: date) -> datetime:
    """Return the deadline "by close" of one date, in UTC.

    Args:
        calendar: the calendar of the business.
        day: the due date. On a day without opening hours, which a working day may be, the
            promise runs to the end of that day.
    """
    spans = opening_spans(calendar, day)
    return spans[-1][1] if spans else end_of_day(day, calendar.zone)


def received_on(calendar: WorkingCalendar, moment: datetime, cut_off: int, kind: DayKind) -> date:
    """Return day 0 of what must come in before a cut-off to count as that day's.

    What comes after the cut-off, or on a day that does not count, is the next counting day's.

    Args:
        calendar: the calendar of the business.
        moment: when it came in.
        cut_off: minutes after midnight; the minute of the cut-off itself is still in time.
        kind: which days count.

    Raises:
        Refusal: ``never_open``.
    """
    day = local_date(calendar, moment)
    clock = moment.astimezone(calendar.zone)
    if clock.hour * 60 + clock.minute > cut_off:
        day += _ONE_DAY
    return calendar.next_counting(day, kind)


def _offset_at_midnight(calendar: WorkingCalendar, day: date) -> timedelta:
    """Return how far the zone is ahead of UTC as a date begins."""
    return datetime.combine(day, time(0), calendar.zone).utcoffset() or timedelta(0)


def _clock_change(
    calendar: WorkingCalendar, first: datetime, last: datetime, old: timedelta
) -> datetime:
    """Return the first minute, at or after ``first``, whose offset is no longer ``old``."""
    low, high = 0, (last - first) // _ONE_MINUTE
    while low < high:
        middle = (low + high) // 2
        if (first + middle * _ONE_MINUTE).astimezone(calendar.zone).utcoffset() == old:
            low = middle + 1
        else:
            high = middle
    return first + low * _ONE_MINUTE
