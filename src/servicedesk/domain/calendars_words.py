# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Why something is due when it is, in plain words: a line for each part of its count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal

from servicedesk.domain.calendars_segments import Count, CountUnit, Segment, Why
from servicedesk.domain.hours import clock_text
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due

_HOUR = 60

DayWords = Callable[[date], str]
"""Says a date, such as "Thu 24 Dec"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One part of a count.

    Args:
        when: its day or days, with the times for hours.
        words: what it was, such as "Christmas Day, bank holiday".
        amount: what it adds, such as "2 days"; "" where it adds nothing.
        counts: whether it adds anything.
    """

    when: str
    words: str
    amount: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWords:
    """A whole answer to "why is it due then?".

    Args:
        title: when it is due.
        rule: what was counted from when.
        lines: the parts, in order of time.
        total: what the parts make together.
        notes: what else there is to say: that the day was moved, or is past what is known.
    """

    title: str
    rule: str
    lines: tuple[WhyLine, ...]
    total: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How dates and times are said.

    Args:
        phrases: the words.
        day: says a date.
        zone: of the business.
    """

    phrases: Phrases
    day: DayWords
    zone: tzinfo

    def clock(self, moment: datetime) -> str:
        """A moment as the clock of the shop shows it, such as "17.30"."""
        wall = moment.astimezone(self.zone)
        return clock_text(wall.hour * _HOUR + wall.minute, self.phrases)


def why_words(count: Count, due: Due | None, telling: Telling) -> WhyWords:
    """Say why something is due when it is.

    Args:
        count: of what it was allowed.
        due: by when it is due; where that is not what the count comes out at, it is said that
            the day was named or moved since. None for what the count comes out at.
        telling: how dates and times are said.
    """
    counted = Due(day=count.end, at=count.ends)
    stands = due or counted
    say = telling.phrases.say
    key = "calendar.why.due_at" if stands.at is not None else "calendar.why.due"
    time = "" if stands.at is None else telling.clock(stands.at)
    return WhyWords(
        title=say(key, day=telling.day(stands.day), time=time),
        rule=_rule(count, telling),
        lines=tuple(_line(part, count.unit, telling) for part in count.segments),
        total=say("calendar.why.total", amount=amount_words(count.amount, count.unit, telling)),
        notes=tuple(_notes(count, stands, counted, telling)),
    )


def amount_words(amount: int, unit: CountUnit, telling: Telling) -> str:
    """An amount with its unit, such as "2 working days" or "1 hour 30 minutes".

    Args:
        amount: days, months, or minutes for HOUR.
        unit: in what it is counted.
        telling: how it is said.
    """
    if unit is CountUnit.HOUR:
        return _minutes(amount, telling)
    return telling.phrases.count(f"calendar.why.amount.{unit.value}", Decimal(amount))


def _minutes(amount: int, telling: Telling) -> str:
    hours, minutes = divmod(amount, _HOUR)
    phrases = telling.phrases
    parts = [phrases.count("calendar.why.amount.hour", Decimal(hours))] if hours else []
    if minutes or not hours:
        parts.append(phrases.count("calendar.why.amount.minute", Decimal(minutes)))
    return " ".join(parts)


def _rule(count: Count, telling: Telling) -> str:
    amount = amount_words(count.amount, count.unit, telling)
    day = telling.day(count.start)
    if count.begins is not None:
        time = telling.clock(count.begins)
        return telling.phrases.say("calendar.why.rule_hours", amount=amount, day=day, time=time)
    key = "rule_months" if count.unit is CountUnit.MONTH else "rule_days"
    return telling.phrases.say(f"calendar.why.{key}", amount=amount, day=day)


def _line(part: Segment, unit: CountUnit, telling: Telling) -> WhyLine:
    amount = ""
    if part.counted:
        is_hours = unit in (CountUnit.HOUR, CountUnit.MONTH)
        shown = unit if is_hours else CountUnit.CALENDAR
        amount = amount_words(part.counted, shown, telling)
    return WhyLine(
        when=_when(part, telling),
        words=_reason(part, unit, telling.phrases),
        amount=amount,
        counts=part.why is Why.COUNTED,
    )


def _when(part: Segment, telling: Telling) -> str:
    say = telling.phrases.say
    first, last = telling.day(part.first), telling.day(part.last)
    if part.span is not None:
        begins, ends = (telling.clock(moment) for moment in part.span)
        return say("calendar.why.span", day=first, first=begins, last=ends)
    if part.first == part.last:
        return first
    return say("calendar.why.days", first=first, last=last)


def _reason(part: Segment, unit: CountUnit, phrases: Phrases) -> str:
    if part.why is Why.COUNTED:
        return phrases.say(f"calendar.why.counted.{unit.value}")
    key = f"calendar.why.not.{part.why.value}"
    if part.name:
        return phrases.say(f"{key}_named", name=part.name)
    return phrases.say(key)


def _notes(count: Count, stands: Due, counted: Due, telling: Telling) -> list[str]:
    say = telling.phrases.say
    notes = []
    if stands.day != counted.day or (counted.at is not None and stands.at != counted.at):
        notes.append(say("calendar.why.moved", day=telling.day(counted.day)))
    if count.known_up_to is not None:
        notes.append(say("calendar.why.beyond", day=telling.day(count.known_up_to)))
    return notes
