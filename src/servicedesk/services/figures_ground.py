# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What reading figures stands on: the moment, the calendar, and the words of the business."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from servicedesk.domain.calendars import WorkingCalendar, add_months
from servicedesk.domain.figures_clock import Spans, moments_of, spans_of
from servicedesk.domain.figures_days import WorkingDays
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.search import words_of
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading

_DAY = timedelta(days=1)
_YEAR = 12
_MINUTE = timedelta(minutes=1)


class Stretch(NamedTuple):
    """What the days of a stretch of time are counted by; made once for all periods in it.

    Args:
        days: counts working days.
        spans: by how much the clock of the shop is ahead.
    """

    days: WorkingDays
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What reading figures stands on.

    Args:
        now: in UTC.
        today: in the shop.
        calendar: of the business.
        phrases: words for recommending.
    """

    now: datetime
    today: date
    calendar: WorkingCalendar
    phrases: Phrases

    def spans(self, period: Period) -> Spans:
        """By how much the clock of the shop is ahead, from a period until now."""
        return spans_of(period.first, max(period.last, self.today), self.calendar.zone)

    def stretch(self, first: date, last: date) -> Stretch:
        """What days are counted by, from a day to another or until now."""
        last = max(last, self.today)
        return Stretch(
            days=WorkingDays(self.calendar),
            spans=spans_of(first, last, self.calendar.zone),
        )

    def values(self, period: Period, value: str = "") -> dict[str, object]:
        """Everything that a choice of records may ask for, by name."""
        begins, ends = moments_of(period, self.calendar.zone)
        later = add_months(period.last + _DAY, -_YEAR)
        return {
            "first": period.first,
            "last": period.last,
            "today": self.today,
            "minute_ago": (self.now - _MINUTE).isoformat()[:16],
            "begins": begins,
            "ends": ends,
            "earlier": add_months(later, -_YEAR),
            "before_later": later - _DAY,
            "later": later,
            "value": value,
        }


def ground_in(reading: Reading, around: Surroundings) -> Ground:
    """What reading figures stands on, as the file and the clock say."""
    return Ground(
        now=around.clock.now(),
        today=around.clock.today(),
        calendar=calendar_in(reading, around.resources).days,
        phrases=around.phrases,
    )


def recommending(said: Iterable[str], phrases: Phrases) -> frozenset[str]:
    """Which of the answers to "how did you hear of us?" name somebody who recommended us.

    Args:
        said: the answers, as they were written.
        phrases: ``figures_reading.recommended`` holds beginnings of words that mean it.
    """
    marks = phrases.say("figures_reading.recommended").split()
    return frozenset(
        answer
        for answer in said
        if any(word.startswith(mark) for word in words_of(answer) for mark in marks)
    )
