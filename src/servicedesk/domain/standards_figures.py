# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster's big figure for a standard, with the small words that stand under it.

A figure is a number, a sum or a time of day, short enough for 40 points and up. Where there is
none the layout draws a tick.
"""

from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal

from servicedesk.domain.standards import Amount, Measure, ServiceStandard, Unit
from servicedesk.domain.standards_amounts import grouped_number
from servicedesk.domain.standards_wording import Wording

NO_FIGURE = ("", "")
"""What a yes-or-no standard puts on the poster: the layout draws a tick."""

HOURS_IN_DAY = 24

Figure = tuple[str, str]


def level_figure(standard: ServiceStandard, wording: Wording) -> Figure:
    """The big figure and the small words under it.

    Returns:
        Such as ("4", "hours while we are open"), ("3 pm", "the same day") or ("£30", "or
        less"); two empty texts where a drawn tick says it better, or the level is not said yet.
    """
    if standard.measure is Measure.YES_NO:
        return NO_FIGURE
    return _FIGURES[standard.measure](standard, wording)


def _limit(standard: ServiceStandard, wording: Wording) -> Figure:
    low = standard.limit
    if low is None:
        return NO_FIGURE
    high = standard.up_to or low
    if high.value == 0 or (standard.repeats and high.value == 1):
        return NO_FIGURE
    number = grouped_number(high.value)
    if low != high and (low.unit, low.days) == (high.unit, high.days):
        number = wording.say("figure.range", low=grouped_number(low.value), high=number)
    unit = wording.unit(high, high.value)
    if standard.per is not None and standard.measure is Measure.COUNT_PER_PERIOD:
        return number, wording.say("figure.per", unit=unit, every=wording.every(standard.per))
    return number, wording.say(f"figure.{_kind(standard)}", unit=unit)


def _kind(standard: ServiceStandard) -> str:
    if standard.measure is Measure.NOTICE:
        return "notice"
    if standard.repeats:
        return "repeats"
    return "average" if standard.average else "plain"


def _sum_or_share(standard: ServiceStandard, wording: Wording) -> Figure:
    if standard.limit is None:
        return NO_FIGURE
    number = wording.span(standard.limit, standard.up_to)
    return number, wording.say(f"figure.bound_{standard.bound or 'none'}")


def _clock_time(standard: ServiceStandard, wording: Wording) -> Figure:
    clock = standard.clock
    if clock is None:
        return NO_FIGURE
    after = clock.after
    later = after if after is not None and after.value else None
    if clock.at is None:
        if later is None:
            return NO_FIGURE
        unit = wording.unit(later, later.value)
        return grouped_number(later.value), wording.say("figure.by_close", unit=unit)
    shown = wording.clock(clock.at)
    if later is None:
        return shown, wording.say("figure.same_day")
    if later.value == 1 and later.unit is Unit.DAY:
        return shown, wording.next_day(later.days)
    return shown, wording.say("figure.later", amount=wording.amount(later))


def _bands(standard: ServiceStandard, wording: Wording) -> Figure:
    bands = standard.bands
    if len(bands) != 1:
        return (str(len(bands)), wording.say("figure.bands")) if bands else NO_FIGURE
    band = bands[0]
    if band.width is None:
        return _window(band.opens, band.closes, wording)
    number, unit = wording.slot(band.width)
    return number, wording.say("figure.slot", unit=unit)


def _window(opens: time | None, closes: time | None, wording: Wording) -> Figure:
    if opens is None:
        return (
            NO_FIGURE if closes is None else (wording.clock(closes), wording.say("figure.closes"))
        )
    if closes is None:
        return wording.clock(opens), wording.say("figure.opens")
    return wording.clock(opens), wording.say("figure.until", closes=wording.clock(closes))


def _availability(standard: ServiceStandard, wording: Wording) -> Figure:
    available = standard.availability
    if available is None:
        return NO_FIGURE
    if available.is_round_the_clock:
        return grouped_number(Decimal(HOURS_IN_DAY)), wording.say("figure.always")
    return _window(available.opens, available.closes, wording)


def _pattern(standard: ServiceStandard, wording: Wording) -> Figure:
    pattern = standard.pattern
    if pattern is None:
        return NO_FIGURE
    number = Decimal(pattern.occasions)
    times = wording.unit(Amount(value=number, unit=Unit.TIME), number)
    window = wording.amount(pattern.window)
    return grouped_number(number), wording.say("figure.pattern", times=times, window=window)


_FIGURES: Mapping[Measure, Callable[[ServiceStandard, Wording], Figure]] = {
    Measure.DURATION: _limit,
    Measure.RINGS: _limit,
    Measure.CLOCK_TIME: _clock_time,
    Measure.BAND: _bands,
    Measure.NOTICE: _limit,
    Measure.COUNT_PER_PERIOD: _limit,
    Measure.SHARE: _sum_or_share,
    Measure.MONEY: _sum_or_share,
    Measure.AVAILABILITY: _availability,
    Measure.PATTERN: _pattern,
}
