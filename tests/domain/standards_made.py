# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Random standards, of every measure and with every detail, for property tests."""

from decimal import Decimal

from hypothesis import strategies as st

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.elements import Element
from servicedesk.domain.standards import (
    Amount,
    Audience,
    Availability,
    Basis,
    Bound,
    ClockLimit,
    Measure,
    MeasuredBy,
    Pattern,
    Remedy,
    RemedyClaim,
    SecondLimit,
    ServiceStandard,
    StandardChannel,
    StandardKind,
    StartEvent,
    StopEvent,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_amounts import COUNTS_DAYS, read_amount

TIME_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
ACTIONS = (
    "ring you back {limit} after a call",
    "answer your e-mail",
    "tell you {limit} that we have your complaint",
    "finish the job",
)
CLAUSES = ("unless we agree another day with you", "when the shop is open", "It may snow.", "")


def amount(text):
    """An amount from its data form."""
    return read_amount(text, "limit")


def a_standard(**changes):
    """A duration with its required words only, changed as told."""
    return ServiceStandard(
        **{
            "key": "missed_call",
            "title": "We ring back",
            "action": "ring you back",
            "measure": Measure.DURATION,
            "page": "how_fast",
            **changes,
        }
    )


def numbers(least=0):
    return st.integers(least, 12_000).map(Decimal) | st.integers(1, 99).map(
        lambda tenths: Decimal(tenths) / 10 + least
    )


@st.composite
def amounts(draw, units=tuple(Unit), least=0):
    unit = draw(st.sampled_from(units))
    days = draw(st.none() | st.sampled_from(DayKind)) if unit in COUNTS_DAYS else None
    return Amount(value=draw(numbers(least)), unit=unit, days=days)


def spans(least=1):
    return amounts(TIME_UNITS, least)


def maybe(strategy):
    return st.none() | strategy


times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0))
bands = st.builds(TimeBand, opens=maybe(times), closes=maybe(times), width=maybe(spans()))


@st.composite
def remedies(draw):
    pence = draw(maybe(st.integers(0, 999_999)))
    most = None if pence is None else draw(maybe(st.integers(pence + 1, 9_999_999)))
    return Remedy(
        text=draw(st.sampled_from(("", "we will say sorry", "Ruth will ring you."))),
        pence=pence,
        pence_most=most,
        depends_on=draw(st.sampled_from(("", "the job"))),
        claim=draw(maybe(st.sampled_from(RemedyClaim))),
        claim_within=draw(maybe(spans())),
        late_pence=draw(maybe(st.integers(0, 9999))),
    )


clocks = st.builds(ClockLimit, at=maybe(times), after=maybe(spans(0)))
availabilities = st.builds(
    Availability, opens=maybe(times), closes=maybe(times), free=st.booleans()
)
patterns = st.builds(Pattern, occasions=st.integers(1, 9), window=spans(), lasting=maybe(spans()))
seconds = st.builds(SecondLimit, limit=spans(0), condition=st.just("it is busy"))


@st.composite
def standards(draw):
    """A standard that says its level in units that suit its measure."""
    measure = draw(st.sampled_from(Measure))
    units = {
        Measure.RINGS: (Unit.RING,),
        Measure.COUNT_PER_PERIOD: (Unit.TIME,),
        Measure.SHARE: (Unit.PERCENT,),
        Measure.MONEY: (Unit.POUND,),
    }.get(measure, TIME_UNITS)
    limit = draw(amounts(units, least=0 if measure is Measure.DURATION else 1))
    up_to = draw(maybe(numbers().filter(bool)))
    return ServiceStandard(
        key=draw(st.sampled_from(("missed_call", "repair"))),
        title="Short title",
        action=draw(st.sampled_from(ACTIONS)),
        measure=measure,
        page="how_fast",
        who=draw(st.sampled_from(("we", "you"))),
        kind=draw(st.sampled_from(StandardKind)),
        audience=draw(st.sampled_from(Audience)),
        channel=draw(st.sampled_from(StandardChannel)),
        element=draw(st.sampled_from(Element)),
        limit=limit,
        up_to=None
        if up_to is None
        else Amount(value=limit.value + up_to, unit=limit.unit, days=limit.days),
        average=draw(st.booleans()),
        repeats=draw(st.booleans()),
        bound=draw(maybe(st.sampled_from(Bound))),
        per=draw(spans()),
        clock=draw(clocks),
        bands=tuple(draw(st.lists(bands, min_size=1, max_size=3))),
        availability=draw(availabilities),
        pattern=draw(patterns),
        cut_off=draw(maybe(times)),
        second=draw(maybe(seconds)),
        updates=draw(maybe(spans())),
        condition=draw(st.sampled_from(CLAUSES)),
        fallback=draw(st.sampled_from(("", "we will tell you when", "You may ring us."))),
        remedy=draw(remedies()),
        target_pct=draw(maybe(st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10))),
        basis=draw(st.sampled_from(Basis)),
        measured_by=draw(st.sampled_from(MeasuredBy)),
        start_event=draw(st.sampled_from(StartEvent)),
        stop_event=draw(st.sampled_from(StopEvent)),
        is_public=draw(st.booleans()),
        is_ticked=draw(st.booleans()),
    )
