# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The share of promises that were kept, what it rests on, and how far it can be trusted.

Kept on time, out of kept, late and broken, among the promises that were due in a period (5.3 of
the house's own reading of the code of practice). Open ones and those a customer released us from
do not count. The interval is Wilson's (``intervals``) at 95 %.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.intervals import (
    FEWEST_FOR_A_FIGURE,
    FEWEST_FOR_SURE,
    percent_interval,
    tenths,
)
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rules import is_overdue, outcome_of

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the figures need of a promise.

    Args:
        due: the day it is judged by.
        outcome: how it ended; None while it is open.
        ended_on: the day that happened, or None.
        ended_at: the minute, in UTC, where it is known.
        is_revised: its day was moved by agreement before it was due.
        told_on: the day the customer was told that it slips, or None.
        count: how many there are that are alike.
    """

    due: Due
    outcome: Outcome | None = None
    ended_on: date | None = None
    ended_at: datetime | None = None
    is_revised: bool = False
    told_on: date | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRate:
    """Promises of a period, counted.

    Args:
        kept: done on or before their day.
        late: done after it.
        broken: never done.
        released: the customer did not hold us to them; not counted.
        revised: of kept, late and broken, those whose day was moved by agreement.
        told_before: of late and broken, those whose customer was told before they were due.
        late_days: working days that the late ones took too long, all together.
        undecided: overdue, and nobody has said yet how they ended; not counted.
    """

    kept: int = 0
    late: int = 0
    broken: int = 0
    released: int = 0
    revised: int = 0
    told_before: int = 0
    late_days: int = 0
    undecided: int = 0

    @property
    def base(self) -> int:
        """How many the rate is about."""
        return self.kept + self.late + self.broken

    @property
    def missed(self) -> int:
        """How many were not kept."""
        return self.late + self.broken

    @property
    def percent(self) -> Decimal | None:
        """The share kept, in percent to one place; None where nothing was due."""
        return share(self.kept, self.base)

    @property
    def revised_percent(self) -> Decimal | None:
        """The share whose day was moved by agreement, in percent; None where nothing was due."""
        return share(self.revised, self.base)

    @property
    def told_percent(self) -> Decimal | None:
        """The share of those missed that were told before, in percent; None where none was."""
        return share(self.told_before, self.missed)

    @property
    def average_late_days(self) -> Decimal | None:
        """Working days that the late ones took too long, on average; None where none was late."""
        return tenths(Decimal(self.late_days) / self.late) if self.late else None

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Wilson's interval in percent to one place; None where nothing was due."""
        return percent_interval(self.kept, self.base)

    @property
    def is_early(self) -> bool:
        """Too few yet for more than an early sign."""
        return self.base < FEWEST_FOR_SURE

    @property
    def has_figure(self) -> bool:
        """Enough for a figure in percent; below that the counts alone are shown."""
        return self.base >= FEWEST_FOR_A_FIGURE


@dataclass(frozen=True, slots=True, kw_only=True)
class RateWords:
    """A rate in words, each part a phrase of its own; one that is not needed is empty.

    Args:
        figure: such as "74 %", or "3 of 4" while there are too few.
        base: what it is a share of.
        revised: how many had their day moved by agreement.
        undecided: how many are overdue and not decided.
        interval: between which figures it lies for sure.
        caution: that it is an early sign, or that there is nothing yet.
        lateness: how many were done late, and how late.
        told: of how many missed ones the customers were told in time.
    """

    figure: str
    base: str = ""
    revised: str = ""
    undecided: str = ""
    interval: str = ""
    caution: str = ""
    lateness: str = ""
    told: str = ""

    def line(self) -> str:
        """All of it in one line, as it is said beside a figure."""
        parts = (f"{self.figure} {self.base}".strip(), self.revised, self.undecided)
        return ", ".join(part for part in parts if part)

    def further(self) -> str:
        """What became of those that were not kept, in one line; "" where all were."""
        return "; ".join(part for part in (self.lateness, self.told) if part)


def kept_rate(cases: Iterable[Case], now: datetime, calendar: WorkingCalendar) -> KeptRate:
    """Count the promises of a period.

    Args:
        cases: those that were due in it, whatever became of them.
        now: decides which open ones are overdue, in UTC.
        calendar: of the business.
    """
    counted = dict.fromkeys(Outcome, 0)
    revised = told = undecided = late_days = 0
    for case in cases:
        if case.outcome is None:
            undecided += case.count * is_overdue(case.due, now, calendar)
            continue
        counted[case.outcome] += case.count
        if case.outcome is Outcome.RELEASED:
            continue
        revised += case.count * case.is_revised
        if case.outcome is Outcome.KEPT:
            continue
        told += case.count * (case.told_on is not None and case.told_on <= case.due.day)
        if case.outcome is Outcome.LATE and case.ended_on is not None:
            verdict = outcome_of(case.due, case.ended_on, case.ended_at, calendar)
            late_days += case.count * verdict.late_days
    return KeptRate(
        kept=counted[Outcome.KEPT],
        late=counted[Outcome.LATE],
        broken=counted[Outcome.BROKEN],
        released=counted[Outcome.RELEASED],
        revised=revised,
        told_before=told,
        late_days=late_days,
        undecided=undecided,
    )


def share(part: int, whole: int) -> Decimal | None:
    """A share in percent to one place, halves rounded up; None of nothing."""
    return tenths(_HUNDRED * part / whole) if whole else None


def rate_words(rate: KeptRate, phrases: Phrases) -> RateWords:
    """A rate in words, as it is said wherever it is shown.

    Args:
        rate: counted.
        phrases: the words of the language.
    """
    undecided = ""
    if rate.undecided:
        undecided = phrases.count("kept_rate.undecided", Decimal(rate.undecided))
    if rate.percent is None or rate.interval is None:
        return RateWords(figure=phrases.say("kept_rate.none"), undecided=undecided)
    base, low, high = Decimal(rate.base), *rate.interval
    figure = phrases.say("kept_rate.percent", percent=str(whole(rate.percent)))
    if not rate.has_figure:
        figure = phrases.say("kept_rate.counts", kept=str(rate.kept), base=str(rate.base))
    base_words = phrases.count("kept_rate.base" if rate.has_figure else "kept_rate.few", base)
    if not rate.kept:
        figure = phrases.say("kept_rate.none_yet")
        base_words = phrases.count("kept_rate.base", base)
    words = RateWords(
        figure=figure,
        base=base_words,
        revised=_revised(rate, phrases),
        undecided=undecided,
        lateness=_lateness(rate, phrases),
        told=_told(rate, phrases),
    )
    if not rate.has_figure:
        return words
    return replace(
        words,
        interval=phrases.say("kept_rate.interval", low=_shown(low), high=_shown(high)),
        caution=phrases.say("kept_rate.early") if rate.is_early else "",
    )


def _revised(rate: KeptRate, phrases: Phrases) -> str:
    """Of how many the day was moved by agreement; the share too, where there is a figure."""
    if not rate.revised or rate.revised_percent is None:
        return ""
    said = phrases.count("kept_rate.revised", Decimal(rate.revised))
    if not rate.has_figure:
        return said
    return phrases.say("kept_rate.with_share", said=said, percent=str(whole(rate.revised_percent)))


def _lateness(rate: KeptRate, phrases: Phrases) -> str:
    """How late the late ones were: on average, or all days together while there are few."""
    late = Decimal(rate.late)
    if rate.average_late_days is None:
        return ""
    if not rate.late_days:
        return phrases.count("kept_rate.late_same_day", late)
    if rate.late >= FEWEST_FOR_A_FIGURE:
        average = phrases.count("kept_rate.days", rate.average_late_days)
        return phrases.count("kept_rate.late_average", late, days=average)
    days = phrases.count("kept_rate.days", Decimal(rate.late_days))
    return phrases.count("kept_rate.late_together", late, days=days)


def _told(rate: KeptRate, phrases: Phrases) -> str:
    """Of how many missed ones the customers were told in time."""
    missed = Decimal(rate.missed)
    if rate.told_percent is None:
        return ""
    if rate.told_before in (0, rate.missed):
        key = "kept_rate.told_all" if rate.told_before else "kept_rate.told_none"
        return phrases.count(key, missed)
    part = str(rate.told_before)
    if rate.missed >= FEWEST_FOR_A_FIGURE:
        part = phrases.say("kept_rate.percent", percent=str(whole(rate.told_percent)))
    return phrases.count("kept_rate.told", missed, part=part)


def whole(percent: Decimal) -> int:
    """A share to the whole percent, halves rounded up."""
    return int(percent.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _shown(percent: Decimal) -> str:
    return f"{percent:f}".removesuffix(".0")
