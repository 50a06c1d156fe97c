# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The clock of the shop over a period: when it changes, and which moments its days begin at."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from servicedesk.domain.periods import Period

Spans = tuple[tuple[datetime, int], ...]
"""From which moment on (UTC) the clock is ahead of UTC by so many minutes, in order."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_STEP = timedelta(days=14)
"""No clock is changed twice within it."""


def spans_of(first: date, last: date, zone: tzinfo) -> Spans:
    """By how much the clock of a zone is ahead of UTC, from a day to another.

    Args:
        first: a day in the zone; a day more is looked at before it.
        last: another; a day more is looked at after it.
        zone: of the shop.

    Returns:
        One span, or more where the clock changes; the first begins with the day before ``first``.
    """
    at = datetime.combine(first, time(0), UTC) - 2 * _DAY
    end = datetime.combine(last, time(0), UTC) + 2 * _DAY
    ahead = _ahead(at, zone)
    found = [(at, ahead)]
    while at < end:
        nxt = at + _STEP
        if _ahead(nxt, zone) != ahead:
            changed = _changed(at, nxt, zone)
            ahead = _ahead(changed, zone)
            found.append((changed, ahead))
        at = nxt
    return tuple(found)


def begins(day: date, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which a day of the shop begins."""
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def moments_of(period: Period, zone: tzinfo) -> tuple[datetime, datetime]:
    """The moment at which a period begins, and the one at which it is over, both in UTC."""
    return begins(period.first, zone), begins(period.last + _DAY, zone)


def _changed(low: datetime, high: datetime, zone: tzinfo) -> datetime:
    """The minute at which the clock changed between two moments."""
    before = _ahead(low, zone)
    while high - low > _MINUTE:
        middle = low + (high - low) // 2 // _MINUTE * _MINUTE
        if _ahead(middle, zone) == before:
            low = middle
        else:
            high = middle
    return high


def _ahead(moment: datetime, zone: tzinfo) -> int:
    """Minutes by which the clock is ahead of UTC at a moment."""
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    return offset // _MINUTE
