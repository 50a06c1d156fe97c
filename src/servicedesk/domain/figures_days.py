# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Working days between very many pairs of days, each pair counted by two look-ups."""

from datetime import date

from servicedesk.domain.calendars import DayKind, WorkingCalendar


class WorkingDays:
    """Counts working days, and remembers of each day how many there were before it.

    Args:
        calendar: of the business.
    """

    def __init__(self, calendar: WorkingCalendar) -> None:
        self._calendar = calendar
        self._numbers: dict[str, int] = {}

    def between(self, start: str, end: str) -> int:
        """As ``WorkingCalendar.days_between``, of days as they lie in the file."""
        numbers = self._numbers
        after, up_to = numbers.get(start), numbers.get(end)
        if after is None:
            after = self._number(start)
        if up_to is None:
            up_to = self._number(end)
        return up_to - after if up_to > after else 0

    def _number(self, said: str) -> int:
        """How many working days there were up to a day and with it, since the first of all."""
        day = date.fromisoformat(said)
        found = self._calendar.days_between(date.min, day, DayKind.WORKING)
        self._numbers[said] = found
        return found
