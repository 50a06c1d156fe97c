# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a standard of the charter makes of a promise: its kind, its day, its remedy."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.promises import Allowance, Due, PromiseKind
from servicedesk.domain.promises_standards import Offer, due_by, kind_of, offer_now
from servicedesk.domain.standards import (
    Amount,
    Bound,
    ClockLimit,
    Measure,
    Remedy,
    ServiceStandard,
    StartEvent,
    StopEvent,
    Unit,
)
from tests.helpers.builders import amount, opening_days, promise, words

SHOP = WorkingCalendar(bank_holidays=frozenset({date(2026, 10, 5)}))
FRIDAY_NOON = datetime(2026, 10, 2, 11, 0, tzinfo=UTC)


def by(**said: object) -> tuple[Due, Allowance | None] | None:
    found = due_by(promise(**said), FRIDAY_NOON, SHOP)
    return None if found is None else (found.due, found.allowance)


def counted(number: int, unit: str) -> Allowance:
    return Allowance(amount=number, unit=unit, start=FRIDAY_NOON)


def when(day: int, hour: int, minute: int = 0) -> Due:
    """A time in October 2026, in UTC, an hour behind the shop until the 25th."""
    at = datetime(2026, 10, day, hour, minute, tzinfo=UTC)
    return Due(day=date(2026, 10, day), at=at)


@pytest.mark.parametrize(
    ("limit", "due", "allowance"),
    [
        (amount(4, Unit.HOUR, DayKind.OPENING), when(2, 15), counted(4, "hour")),
        (amount(6, Unit.HOUR, DayKind.OPENING), when(6, 9), counted(6, "hour")),
        (amount(90, Unit.MINUTE, DayKind.OPENING), when(2, 12, 30), None),
        (amount(48, Unit.HOUR), when(4, 11), None),
        (opening_days(2), Due(day=date(2026, 10, 7)), counted(2, "opening")),
        (
            amount(1, Unit.DAY, DayKind.WORKING),
            Due(day=date(2026, 10, 6)),
            counted(1, "working"),
        ),
        (amount(3, Unit.DAY), Due(day=date(2026, 10, 5)), counted(3, "calendar")),
        (amount(1, Unit.WEEK), Due(day=date(2026, 10, 9)), counted(7, "calendar")),
        (amount(1, Unit.YEAR), Due(day=date(2027, 10, 2)), counted(12, "month")),
        (amount(2, Unit.MONTH), Due(day=date(2026, 12, 2)), counted(2, "month")),
    ],
)
def test_a_limit_gives_the_day(limit: Amount, due: Due, allowance: Allowance | None) -> None:
    assert by(limit=limit) == (due, allowance)


def test_the_upper_end_of_a_range_is_the_limit() -> None:
    assert by(limit=opening_days(1), up_to=opening_days(2)) == by(limit=opening_days(2))


def test_after_the_cut_off_the_next_day_is_day_0() -> None:
    late = by(limit=opening_days(1), cut_off=time(11, 30))
    assert late is not None
    assert late[0] == Due(day=date(2026, 10, 7))
    early = by(limit=opening_days(1), cut_off=time(14, 0))
    assert early is not None
    assert early[0] == Due(day=date(2026, 10, 6))


@pytest.mark.parametrize(
    ("clock", "due"),
    [
        (ClockLimit(at=time(15, 0)), when(2, 14)),
        (ClockLimit(after=amount(1, Unit.DAY, DayKind.OPENING)), when(6, 16)),
        (ClockLimit(at=time(9, 30), after=amount(1, Unit.DAY)), when(3, 8, 30)),
    ],
)
def test_a_time_of_day_gives_the_minute(clock: ClockLimit, due: Due) -> None:
    assert by(measure=Measure.CLOCK_TIME, limit=None, clock=clock) == (due, None)


@pytest.mark.parametrize(
    "said",
    [
        {"measure": Measure.YES_NO, "limit": None},
        {"limit": None},
        {"bound": Bound.AT_LEAST},
        {"repeats": True},
        {"measure": Measure.CLOCK_TIME, "limit": None},
        {"limit": Amount(value=Decimal(3), unit=Unit.RING)},
    ],
)
def test_what_says_no_time_gives_no_day(said: dict[str, object]) -> None:
    assert by(**said) is None
    assert (
        offer_now(Offer(standard=promise(**said), charter_version_id=3), FRIDAY_NOON, SHOP, words())
        is None
    )


def test_a_standard_is_offered_in_words() -> None:
    standard = promise(
        "call",
        title="Missed calls returned",
        action="ring you back after a missed call {limit}",
        limit=amount(4, Unit.HOUR, DayKind.OPENING),
        start_event=StartEvent.CALL_MISSED,
        remedy=Remedy(text="you choose the next slot"),
    )
    offer = offer_now(Offer(standard=standard, charter_version_id=3), FRIDAY_NOON, SHOP, words())
    assert offer is not None
    assert (offer.key, offer.kind, offer.title) == (
        "call",
        PromiseKind.RING_BACK,
        "Missed calls returned",
    )
    assert offer.sentence.startswith("We will ring you back after a missed call within 4 hours")
    assert offer.remedy == "You choose the next slot."
    assert (offer.due, offer.charter_version_id) == (when(2, 15), 3)
    bare = Offer(standard=replace(standard, remedy=Remedy()), charter_version_id=3)
    assert bare.remedy(words()) == ""


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"stop_event": StopEvent.QUOTED}, PromiseKind.QUOTE),
        ({"start_event": StartEvent.REFUND_AGREED}, PromiseKind.REFUND),
        ({"stop_event": StopEvent.ARRIVED}, PromiseKind.VISIT),
        ({}, PromiseKind.OTHER),
    ],
)
def test_the_clock_of_a_standard_tells_its_kind(said: dict[str, object], kind: PromiseKind) -> None:
    standard: ServiceStandard = promise(**said)
    assert kind_of(standard) is kind
