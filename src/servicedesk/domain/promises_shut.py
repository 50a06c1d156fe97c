# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A hint where something is promised for a day on which the business is shut; it forbids nothing.

A promise for Christmas Day may be meant, so it is kept as it is typed; who did not mean it is
told the next day on which the door is open.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.calendars_segments import NamedCalendar, Why
from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_rules import due_at, minutes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ShutDay:
    """A day on which the business is shut.

    Args:
        day: the date.
        why: why it is.
        name: of the bank holiday, or the owner's words for the closure; may be empty.
        instead: the same time on the next day that is open; None where none is known.
    """

    day: date
    why: Why
    name: str = ""
    instead: Due | None = None


def shut_on(due: Due, calendar: NamedCalendar, *, knows_hours: bool) -> ShutDay | None:
    """Whether the business is shut on the day of a deadline, and when it opens again.

    Args:
        due: by when.
        calendar: of the business, with the names of its days.
        knows_hours: the owner has said the ordinary week; else no weekday is taken as shut.

    Returns:
        None for a day on which it is open.
    """
    why, name = calendar.why(due.day, DayKind.OPENING)
    if why is Why.COUNTED or (why is Why.CLOSED_DAY and not knows_hours):
        return None
    return ShutDay(day=due.day, why=why, name=name, instead=_instead(due, calendar))


def _instead(due: Due, calendar: NamedCalendar) -> Due | None:
    try:
        day = calendar.days.next_counting(due.day, DayKind.OPENING)
    except Refusal:  # it never opens again
        return None
    minutes = minutes_of(due, calendar.days)
    return replace(due, day=day) if minutes is None else due_at(day, minutes, calendar.days)


def shut_words(shut: ShutDay, phrases: Phrases, say_day: Callable[[date], str]) -> str:
    """The hint in words, such as "You are closed on Fri 25 Dec (Christmas Day); ...".

    Args:
        shut: what is known.
        phrases: words of the language.
        say_day: says a date.
    """
    day = say_day(shut.day)
    if shut.name:
        day = phrases.say("promise_shut.named", day=day, name=shut.name)
    elif shut.why is Why.BANK_HOLIDAY:
        day = phrases.say("promise_shut.bank_holiday", day=day)
    if shut.instead is None:
        return phrases.say("promise_shut.closed", day=day)
    return phrases.say("promise_shut.opens", day=day, next=say_day(shut.instead.day))
