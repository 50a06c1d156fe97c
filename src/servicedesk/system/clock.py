# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The clock of the machine: the only place that reads it; made once, at bootstrap."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from servicedesk.domain.calendars import LONDON, Nation


class MachineZone(tzinfo):
    """The zone that this machine is set to, under whatever name the machine gives it."""

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """Return how far the clock on the wall is ahead of UTC."""
        return None if dt is None else dt.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, dt: datetime | None) -> None:
        """Return nothing: the machine does not say which part of the offset is summer time."""
        del dt

    def tzname(self, dt: datetime | None) -> str | None:
        """Return what the machine calls its zone at that time."""
        return None if dt is None else dt.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, dt: datetime) -> datetime:
        """Return the time on the wall for a moment in UTC; ``fold`` marks a repeated hour."""
        offset = dt.replace(tzinfo=UTC).astimezone().utcoffset() or timedelta(0)
        wall = dt + offset
        return wall if self.utcoffset(wall) == offset else wall.replace(fold=1)


class SystemClock:
    """The real clock, with the zone whose midnight begins a new day.

    Args:
        zone: the zone of the business.
    """

    def __init__(self, zone: tzinfo = LONDON) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the date in the zone of the business."""
        return self.now().astimezone(self._zone).date()


def zone_of(nation: Nation) -> tzinfo:
    """Return the zone of a business: London's for the four nations, else the machine's own."""
    return MachineZone() if nation is Nation.ELSEWHERE else LONDON
