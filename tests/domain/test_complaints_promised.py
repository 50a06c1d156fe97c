# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a published charter promises whoever complains."""

from dataclasses import replace
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints import Promised, Span
from servicedesk.domain.complaints_promised import promised_by
from servicedesk.domain.promises_standards import Offer
from servicedesk.domain.standards import (
    Amount,
    Measure,
    ServiceStandard,
    StandardKind,
    StartEvent,
    StopEvent,
    Unit,
)

ANSWER = ServiceStandard(
    key="complaint_decide",
    title="Complaints answered",
    action="answer your complaint {limit} of getting it",
    measure=Measure.DURATION,
    page="complaints",
    limit=Amount(value=Decimal(5), unit=Unit.DAY, days=DayKind.WORKING),
    start_event=StartEvent.COMPLAINT_RECEIVED,
    stop_event=StopEvent.COMPLAINT_DECIDED,
)


def promised(*standards: ServiceStandard) -> Promised:
    return promised_by([Offer(standard=one, charter_version_id=4) for one in standards])


def limit(value: str, unit: Unit, days: DayKind | None = None) -> ServiceStandard:
    return replace(ANSWER, limit=Amount(value=Decimal(value), unit=unit, days=days))


def test_both_times_and_the_version_are_taken() -> None:
    told = replace(limit("2", Unit.DAY), stop_event=StopEvent.COMPLAINT_ACKNOWLEDGED)
    assert promised(ANSWER, told) == Promised(
        version_id=4,
        acknowledge=Span(amount=2, unit="calendar"),
        decide=Span(amount=5, unit="working"),
    )
    assert promised() == Promised()


@pytest.mark.parametrize(
    ("standard", "span"),
    [
        (limit("2", Unit.WEEK), Span(amount=14, unit="calendar")),
        (limit("4", Unit.HOUR, DayKind.OPENING), Span(amount=4, unit="hour")),
        (limit("3", Unit.DAY, DayKind.OPENING), Span(amount=3, unit="opening")),
        (replace(ANSWER, up_to=limit("7", Unit.DAY).limit), Span(amount=7, unit="calendar")),
        (limit("4", Unit.HOUR), None),
        (limit("1.5", Unit.DAY), None),
        (replace(ANSWER, limit=None), None),
        (replace(ANSWER, kind=StandardKind.AIM), None),
        (replace(ANSWER, average=True), None),
        (replace(ANSWER, measure=Measure.SHARE), None),
        (replace(ANSWER, start_event=StartEvent.QUOTE_ASKED), None),
    ],
)
def test_only_a_time_that_can_be_counted_is_promised(
    standard: ServiceStandard, span: Span | None
) -> None:
    assert promised(standard).decide == span


def test_of_two_about_the_same_the_first_counts() -> None:
    assert promised(ANSWER, limit("9", Unit.DAY)).decide == Span(amount=5, unit="working")
