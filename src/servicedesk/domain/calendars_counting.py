# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Counts of days, hours and months that say of what they are made.

Days are counted as in ``calendars``, hours as in ``calendars_moments``: the same comes out, slower,
with its parts. A pause, such as waiting for the customer's answer, takes days or minutes out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.calendars_moments import Span, local_date, opening_spans
from servicedesk.domain.calendars_segments import (
    Count,
    CountUnit,
    NamedCalendar,
    Pause,
    Segment,
    Stop,
    Why,
    joined,
)
from servicedesk.domain.errors import Refusal

_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_LOOK_AHEAD = 3660
"""Days without one that counts after which we say that there is none: ten years."""


def count_days(
    known: NamedCalendar, start: date, amount: int, kind: DayKind, pauses: Sequence[Pause] = ()
) -> Count:
    """Return the day that is ``amount`` counting days after the start, with its parts.

    Args:
        known: the calendar of the business.
        start: day 0, counting or not.
        amount: days, 0 or more; 0 gives the start when it counts, else the next that does.
        kind: which days count.
        pauses: days that are left out.

    Raises:
        Refusal: ``never_open`` when nothing counts for ten years together.
        ValueError: ``amount`` is below 0.
    """
    if amount < 0:
        raise ValueError("days are counted forward")
    parts: list[Segment] = []
    left, idle = amount, 0
    day = start if amount == 0 else start + _ONE_DAY
    while True:
        part = _day_part(known, day, kind, pauses)
        idle = 0 if part.counted else idle + 1
        if idle >= _LOOK_AHEAD:
            raise Refusal("never_open", "hours")
        if amount or not part.counted:
            parts.append(part)
        left -= part.counted
        if part.counted and left <= 0:
            return _count(known, CountUnit(kind.value), amount, start, day, parts)
        day += _ONE_DAY


def days_taken(
    known: NamedCalendar, start: date, end: date, kind: DayKind, pauses: Sequence[Pause] = ()
) -> Count:
    """Return how many days of a kind lie after the start, up to and with the end, with its parts.

    Args:
        known: the calendar of the business.
        start: not counted itself.
        end: counted when it is of that kind; not after the start gives 0.
        kind: which days count.
        pauses: days that are left out.
    """
    ahead = range(1, (end - start).days + 1)
    parts = [_day_part(known, start + timedelta(days=days), kind, pauses) for days in ahead]
    total = sum(part.counted for part in parts)
    return _count(known, CountUnit(kind.value), total, start, end, parts)


def count_hours(
    known: NamedCalendar, moment: datetime, minutes: int, stops: Sequence[Stop] = ()
) -> Count:
    """Return when so many minutes of opening hours have passed, with its parts.

    Args:
        known: the calendar of the business.
        moment: the start, aware, open or closed; its seconds are dropped.
        minutes: 0 or more; 0 gives the moment itself when open, else the next opening. A count
            that ends with the day gives its closing time, not the next opening.
        stops: stretches that are left out.

    Raises:
        Refusal: ``never_open`` when nothing counts for ten years together.
        ValueError: ``minutes`` is below 0, or the moment says no zone.
    """
    if minutes < 0:
        raise ValueError("hours are counted forward")
    start = local_date(known.days, moment)
    begins = _whole_minute(moment)
    parts: list[Segment] = []
    left, idle, day = minutes, 0, start
    while True:
        found = _hour_parts(known, day, (begins, None), stops)
        idle = 0 if any(part.counted for part in found) else idle + 1
        if idle >= _LOOK_AHEAD:
            raise Refusal("never_open", "hours")
        for part in found:
            if part.span is None or left > part.counted or not part.counted:
                parts.append(part)
                left -= part.counted
                continue
            ends = part.span[0] + left * _ONE_MINUTE
            if left:
                parts.append(replace(part, counted=left, span=(part.span[0], ends)))
            whole = _count(known, CountUnit.HOUR, minutes, start, day, parts)
            return replace(whole, begins=begins, ends=ends)
        day += _ONE_DAY


def hours_taken(
    known: NamedCalendar, start: datetime, end: datetime, stops: Sequence[Stop] = ()
) -> Count:
    """Return the minutes of opening hours between two moments, with their parts.

    Args:
        known: the calendar of the business.
        start: from then, aware; seconds are dropped here and in ``end``.
        end: until then; not after the start gives 0.
        stops: stretches that are left out.
    """
    first, last = local_date(known.days, start), local_date(known.days, end)
    begins, ends = _whole_minute(start), _whole_minute(end)
    parts = [
        part
        for ahead in range((last - first).days + 1)
        for part in _hour_parts(known, first + timedelta(days=ahead), (begins, ends), stops)
    ]
    total = sum(part.counted for part in parts)
    whole = _count(known, CountUnit.HOUR, total, first, last, parts)
    return replace(whole, begins=begins, ends=ends)


def count_months(
    known: NamedCalendar,
    start: date,
    months: int,
    pauses: Iterable[Pause] = (),
    *,
    rolls: bool = False,
) -> Count:
    """Return the day some months after the start, with its parts.

    Args:
        known: the calendar of the business.
        start: its number is that of the end, or the end is the last day of a shorter month.
        months: 0 or more.
        pauses: each that begins before the end moves it by its days.
        rolls: move off a day that is no working day, to the next one. For subject access
            requests only: nothing else that runs by law rolls.
    """
    end = add_months(start, months)
    parts = [Segment(first=start, last=end, why=Why.COUNTED, counted=months)]
    for pause in sorted(pauses, key=lambda one: one.after):
        after = max(pause.after, parts[-1].last if len(parts) > 1 else start)
        if after < end and after < pause.until:
            first = after + _ONE_DAY
            parts.append(Segment(first=first, last=pause.until, why=Why.PAUSE, name=pause.name))
            end += pause.until - after
    if rolls:
        due = known.days.legal_roll(end)
        skipped = (end + timedelta(days=ahead) for ahead in range((due - end).days))
        parts += [_day_part(known, day, DayKind.WORKING, ()) for day in skipped]
        end = due
    whole = _count(known, CountUnit.MONTH, months, start, end, parts)
    return whole if rolls else replace(whole, known_up_to=None)


def _count(
    known: NamedCalendar,
    unit: CountUnit,
    amount: int,
    start: date,
    end: date,
    parts: Iterable[Segment],
) -> Count:
    """Put a count together; say up to when the holidays are known where it runs past that."""
    ignores = unit is CountUnit.CALENDAR or (
        unit in (CountUnit.OPENING, CountUnit.HOUR) and known.days.open_on_bank_holidays
    )
    limit = known.known_up_to
    beyond = None if ignores or limit is None or end <= limit else limit
    return Count(
        unit=unit,
        amount=amount,
        start=start,
        end=end,
        segments=joined(parts),
        known_up_to=beyond,
    )


def _day_part(known: NamedCalendar, day: date, kind: DayKind, pauses: Iterable[Pause]) -> Segment:
    """One date of a count of days."""
    why, name = known.why(day, kind)
    if why is Why.COUNTED:
        for pause in pauses:
            if pause.after < day <= pause.until:
                return Segment(first=day, last=day, why=Why.PAUSE, name=pause.name)
    return Segment(first=day, last=day, why=why, name=name, counted=int(why is Why.COUNTED))


def _hour_parts(
    known: NamedCalendar, day: date, limits: tuple[datetime, datetime | None], stops: Iterable[Stop]
) -> list[Segment]:
    """The parts of one date of a count of hours: one for a closed day, else one a stretch."""
    why, name = known.why(day, DayKind.OPENING)
    if why is not Why.COUNTED:
        return [Segment(first=day, last=day, why=why, name=name)]
    begin, end = limits
    found = []
    for opens, closes in opening_spans(known.days, day):
        span = max(opens, begin), closes if end is None else min(closes, end)
        if span[0] < span[1]:
            found += [_stretch(day, piece, stop) for piece, stop in _pieces(span, stops)]
    return found


def _stretch(day: date, span: Span, stop: Stop | None) -> Segment:
    if stop is not None:
        return Segment(first=day, last=day, why=Why.PAUSE, name=stop.name, span=span)
    minutes = (span[1] - span[0]) // _ONE_MINUTE
    return Segment(first=day, last=day, why=Why.COUNTED, counted=minutes, span=span)


def _pieces(span: Span, stops: Iterable[Stop]) -> Iterator[tuple[Span, Stop | None]]:
    """A stretch cut where stops begin and end, each piece with the stop that it lies in."""
    at, end = span
    for stop in sorted(stops, key=lambda one: one.begins):
        begins, ends = _whole_minute(stop.begins), _whole_minute(stop.ends)
        begins, ends = max(begins, at), min(ends, end)
        if begins >= ends:
            continue
        if at < begins:
            yield (at, begins), None
        yield (begins, ends), stop
        at = ends
    if at < end:
        yield (at, end), None


def _whole_minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)
