# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The hours for reporting a breach: they run from knowing of it, without a pause.

Nights, Sundays, holidays and closures count (UK GDPR, article 33; Regulation 1182/71 is not read
here: hours are counted as hours). They are counted in UTC, so a change of the clocks on the way
shifts what the clock on the wall says, and never what there is of time.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from servicedesk.domain.calendars import LONDON

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)

SOON = timedelta(hours=24)
"""Less than this left, and the clock says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachClock:
    """How the hours of one breach stand.

    Args:
        hours: that there are.
        known: when we knew, by the clock of the shop.
        by: the last moment for the report, by the clock of the shop.
        left: until then; below nothing once it is over.
        shift: by how much the clock on the wall was set forward on the way, below nothing for
            back; nothing where it was not set.
    """

    hours: int
    known: datetime
    by: datetime
    left: timedelta
    shift: timedelta

    @property
    def is_over(self) -> bool:
        """The hours have passed; at the very last moment they have not."""
        return self.left < timedelta(0)

    @property
    def is_soon(self) -> bool:
        """Less than a day is left, or nothing."""
        return self.left < SOON

    @property
    def hours_left(self) -> int:
        """Whole hours left, or hours gone since; 0 in the last hour, and in the first after."""
        return abs(self.left) // _HOUR

    @property
    def minutes_left(self) -> int:
        """Minutes beside the whole hours."""
        return (abs(self.left) % _HOUR) // _MINUTE


def report_by(known_at: datetime, hours: int) -> datetime:
    """The last moment for the report, in UTC.

    Args:
        known_at: when we knew, aware.
        hours: that the law gives.

    Raises:
        ValueError: for a moment without a zone.
    """
    if known_at.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return known_at.astimezone(UTC) + hours * _HOUR


def breach_clock(
    known_at: datetime, now: datetime, hours: int, zone: tzinfo = LONDON
) -> BreachClock:
    """How the hours stand.

    Args:
        known_at: when we knew, aware.
        now: the moment, or that of the report once it is made.
        hours: that the law gives.
        zone: of the shop.

    Raises:
        ValueError: for a moment without a zone.
    """
    by = report_by(known_at, hours)
    known, last = known_at.astimezone(zone), by.astimezone(zone)
    before, after = known.utcoffset() or timedelta(0), last.utcoffset() or timedelta(0)
    return BreachClock(hours=hours, known=known, by=last, left=by - now, shift=after - before)
