# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The clock of the machine: the only place that reads it; made once, at bootstrap."""

from datetime import UTC, date, datetime, tzinfo

from servicedesk.domain.calendars import LONDON


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
