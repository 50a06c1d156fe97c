# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hand-written stand-ins for the world outside, which tests set by hand."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class FixedClock:
    """A clock that stands still until a test moves it.

    Args:
        at: an aware moment, or a date, which means noon of that day in ``zone``.
        zone: the zone whose midnight begins a new day.
    """

    def __init__(self, at: datetime | date = date(2026, 9, 14), zone: tzinfo = LONDON) -> None:
        self._zone = zone
        self._now = self._moment(at)

    def _moment(self, at: datetime | date) -> datetime:
        if not isinstance(at, datetime):
            at = datetime.combine(at, time(12), self._zone)
        if at.tzinfo is None:
            raise ValueError("a clock needs an aware moment")
        return at.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.astimezone(self._zone).date()

    def set(self, at: datetime | date) -> None:
        """Put the clock to another moment, or to noon of another day."""
        self._now = self._moment(at)

    def advance(self, **span: float) -> None:
        """Move the clock on by ``timedelta(**span)``."""
        self._now += timedelta(**span)
