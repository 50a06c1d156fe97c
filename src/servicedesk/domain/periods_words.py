# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A period in words, saying no month and no year twice."""

from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases


def period_words(period: Period, phrases: Phrases) -> str:
    """A period, such as "1 September to 30 November 2026", or "November 2026" for a whole month.

    Args:
        period: the days.
        phrases: ``[period]``, and how letters write days.
    """
    first, last = period.first, period.last
    if first == last:
        return day_words(first, phrases)
    month = phrases.say(f"month.{first.month}")
    is_one_month = (first.year, first.month) == (last.year, last.month)
    if is_one_month and period.whole_months() is not None:
        return phrases.say("period.month", month=month, year=str(first.year))
    begun = day_words(first, phrases)
    if is_one_month:
        begun = str(first.day)
    elif first.year == last.year:
        begun = phrases.say("period.day", day=str(first.day), month=month)
    return phrases.say("period.days", first=begun, last=day_words(last, phrases))
