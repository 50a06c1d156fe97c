# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The level of a standard as it reads in the sentence: how soon, how often, how much, until when.

One function for each measure; each gives no words while the standard does not say its level.
"""

from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal

from servicedesk.domain.standards import (
    Amount,
    Bound,
    Measure,
    ServiceStandard,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_wording import Wording

_NEEDED: Mapping[Measure, tuple[str, ...]] = {
    Measure.DURATION: ("limit",),
    Measure.RINGS: ("limit",),
    Measure.CLOCK_TIME: ("clock",),
    Measure.BAND: ("bands",),
    Measure.NOTICE: ("limit",),
    Measure.COUNT_PER_PERIOD: ("limit", "per"),
    Measure.SHARE: ("limit",),
    Measure.MONEY: ("limit",),
    Measure.YES_NO: (),
    Measure.AVAILABILITY: ("availability",),
    Measure.PATTERN: ("pattern",),
}


def has_level(standard: ServiceStandard) -> bool:
    """True when the standard says its level; a yes-or-no standard always does."""
    return TimeBand() not in standard.bands and all(
        getattr(standard, name) for name in _NEEDED[standard.measure]
    )


def level(standard: ServiceStandard, wording: Wording) -> str:
    """The level as it reads in the sentence; a gap to fill in where it is not said yet.

    Returns:
        Such as "within 4 hours while we are open"; empty for yes-or-no.
    """
    if standard.measure is Measure.YES_NO:
        return ""
    return _LEVELS[standard.measure](standard, wording) or wording.say("gap")


def _duration(standard: ServiceStandard, wording: Wording) -> str:
    limit = standard.limit
    if limit is None:
        return ""
    if limit.value == 0 and standard.up_to is None:
        return wording.say("at_once")
    if standard.repeats and standard.up_to is None:
        return wording.every(limit)
    words = wording.span(limit, standard.up_to)
    if standard.repeats:
        return wording.say("every_range", level=words)
    if standard.bound is Bound.AT_LEAST:
        return wording.say("lasts", level=words)
    return wording.say("average" if standard.average else "within", level=words)


def _clock_time(standard: ServiceStandard, wording: Wording) -> str:
    clock = standard.clock
    if clock is None:
        return ""
    moment = wording.say("clock.close")
    if clock.at is not None:
        moment = wording.say("clock.at", time=wording.clock(clock.at))
    after = clock.after
    if after is None or after.value == 0:
        return wording.say("clock.same_day", moment=moment)
    if after.value == 1 and after.unit is Unit.DAY:
        return wording.say("clock.next_day", moment=moment, day=wording.next_day(after.days))
    return wording.say("clock.later", moment=moment, amount=wording.amount(after))


def _bands(standard: ServiceStandard, wording: Wording) -> str:
    bands = [words for words in (_band(band, wording) for band in standard.bands) if words]
    if len(bands) < 2:
        return "".join(bands)
    listed = wording.say("list.comma").join(bands[:-1])
    choice = wording.say("list.last", listed=listed, last=bands[-1])
    noon = _halves(standard.bands)
    if noon is not None:
        choice = wording.say("window.either", time=wording.clock(noon))
    return wording.say("band.choice", bands=choice)


def _halves(bands: tuple[TimeBand, ...]) -> time | None:
    """The time that parts a day in two, when the choice is of one half or the other."""
    noon = bands[0].closes
    return noon if bands == (TimeBand(closes=noon), TimeBand(opens=noon)) else None


def _band(band: TimeBand, wording: Wording) -> str:
    window = wording.window(band.opens, band.closes)
    if band.width is None:
        return window
    number, unit = wording.slot(band.width)
    slot = wording.say("band.slot", number=number, unit=unit)
    return wording.say("band.slot_within", slot=slot, window=window) if window else slot


def _notice(standard: ServiceStandard, wording: Wording) -> str:
    if standard.limit is None:
        return ""
    return wording.say("notice", level=wording.span(standard.limit, standard.up_to))


def _count_per_period(standard: ServiceStandard, wording: Wording) -> str:
    if standard.limit is None or standard.per is None:
        return ""
    times = wording.bounded(standard, standard.limit)
    return wording.say("per", times=times, every=wording.every(standard.per))


def _bounded(standard: ServiceStandard, wording: Wording) -> str:
    return "" if standard.limit is None else wording.bounded(standard, standard.limit)


def _availability(standard: ServiceStandard, wording: Wording) -> str:
    available = standard.availability
    if available is None:
        return ""
    hours = wording.window(available.opens, available.closes) or wording.say("always_open")
    return wording.say("free", hours=hours) if available.free else hours


def _pattern(standard: ServiceStandard, wording: Wording) -> str:
    pattern = standard.pattern
    if pattern is None:
        return ""
    times = wording.amount(Amount(value=Decimal(pattern.occasions), unit=Unit.TIME))
    window = wording.amount(pattern.window)
    if pattern.lasting is None:
        return wording.say("pattern.short", times=times, window=window)
    lasting = wording.amount(pattern.lasting)
    return wording.say("pattern.lasting", times=times, window=window, lasting=lasting)


_LEVELS: Mapping[Measure, Callable[[ServiceStandard, Wording], str]] = {
    Measure.DURATION: _duration,
    Measure.RINGS: _duration,
    Measure.CLOCK_TIME: _clock_time,
    Measure.BAND: _bands,
    Measure.NOTICE: _notice,
    Measure.COUNT_PER_PERIOD: _count_per_period,
    Measure.SHARE: _bounded,
    Measure.MONEY: _bounded,
    Measure.AVAILABILITY: _availability,
    Measure.PATTERN: _pattern,
}
