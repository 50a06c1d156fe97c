# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The test before a promise is made: would the past have met it?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.charters_live import Count, Source, StandardResult
from servicedesk.domain.charters_live_counting import (
    ComplaintCase,
    ContactCase,
    PromiseCase,
    RefundCase,
)
from servicedesk.domain.charters_live_feasible import Beside, PastCases, beside, past_count
from servicedesk.domain.complaints import Stage
from servicedesk.domain.customers import Channel
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.standards import (
    Measure,
    MeasuredBy,
    ServiceStandard,
    StandardChannel,
    StartEvent,
    StopEvent,
    Unit,
)
from tests.helpers.builders import (
    CLOSED_ALL_WEEK,
    amount,
    complaint_promises,
    opening_days,
    promise,
    words,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)
CALENDAR = WorkingCalendar(bank_holidays=frozenset(), hours=MONDAY_TO_FRIDAY)


def hours(count: int) -> ServiceStandard:
    return promise(
        "email",
        channel=StandardChannel.EMAIL,
        limit=amount(count, Unit.HOUR),
        start_event=StartEvent.CONTACT_RECEIVED,
        stop_event=StopEvent.CONTACT_ANSWERED,
    )


def past(**said: object) -> PastCases:
    return PastCases(now=NOW, calendar=CALENDAR, **said)


def waits(*minutes: int, channel: Channel = Channel.EMAIL) -> PastCases:
    return past(
        contacts=tuple(
            ContactCase(id=at, at=MONDAY, channel=channel, answered_minutes=one)
            for at, one in enumerate(minutes)
        )
    )


def test_fewer_than_ten_cases_say_nothing() -> None:
    assert beside(hours(1), waits(*[300] * 9), words()) == Beside()


def test_nine_of_ten_do_not_warn_and_eight_do() -> None:
    nine = beside(hours(4), waits(*[60] * 9, 300), words())
    assert nine == Beside(
        past="Of the last 10 that were written down, 9 would have met this (90 %)."
    )
    eight = beside(hours(4), waits(*[60] * 8, 300, 300), words())
    assert eight.warns
    assert eight.past.startswith("Of the last 10 that were written down, 8 would have met this")
    assert "less than nine in ten" in eight.past


def test_another_figure_finds_another_share() -> None:
    cases = waits(*[60 * hour for hour in range(1, 11)])
    assert [past_count(hours(limit), cases).kept for limit in (1, 5, 10)] == [1, 5, 10]


def test_contacts_of_another_channel_say_nothing_of_it() -> None:
    assert past_count(hours(1), waits(*[60] * 20, channel=Channel.PHONE)) == Count()


def ended(days: int, **said: object) -> PromiseCase:
    values: dict[str, object] = {
        "due": Due(day=date(2026, 11, 30)),
        "outcome": Outcome.KEPT,
        "start": MONDAY,
        "ended_on": MONDAY.date() + timedelta(days=days),
        **said,
    }
    return PromiseCase(id=1, **values)


@pytest.mark.parametrize(
    ("case", "count"),
    [
        (ended(2), Count(kept=1)),
        (ended(3), Count(late=1)),
        (ended(0, outcome=Outcome.BROKEN), Count(late=1)),
        (ended(0, outcome=Outcome.RELEASED), Count()),
        (ended(0, start=None), Count()),
        (ended(0, ended_on=None), Count()),
        (ended(0, outcome=None), Count()),
    ],
)
def test_promises_are_held_against_the_figure_that_is_typed(
    case: PromiseCase, count: Count
) -> None:
    standard = promise("order", limit=opening_days(2), start_event=StartEvent.ORDER_AGREED)
    assert past_count(standard, past(promises={"order": (case,)})) == count


def test_promises_by_the_minute_and_without_a_time() -> None:
    quick = promise("order", limit=amount(2, Unit.HOUR))
    in_time = ended(0, ended_at=MONDAY + timedelta(hours=2))
    late = ended(0, ended_at=MONDAY + timedelta(hours=3))
    assert past_count(quick, past(promises={"order": (in_time, late)})) == Count(kept=1, late=1)
    price = promise("order", measure=Measure.YES_NO, limit=None)
    assert past_count(price, past(promises={"order": (in_time,)})) == Count()


def complaint(**said: object) -> ComplaintCase:
    values: dict[str, object] = {
        "received_at": MONDAY,
        "stage": Stage.CLOSED,
        "acknowledge_due": date(2026, 11, 4),
        "acknowledged_at": datetime(2026, 11, 4, 9, tzinfo=UTC),
        "decide_due": date(2026, 11, 16),
        "decided_on": date(2026, 11, 17),
        **said,
    }
    return ComplaintCase(id=1, **values)


def test_complaints_are_held_against_both_figures() -> None:
    told, answered = complaint_promises()
    cases = past(
        complaints=(
            complaint(),
            complaint(acknowledged_at=None, decided_on=None),
            complaint(acknowledged_at=datetime(2026, 11, 5, 9, tzinfo=UTC), has_waited=True),
        )
    )
    assert past_count(told, cases) == Count(kept=1, late=2)
    assert past_count(answered, cases) == Count(late=2)
    assert past_count(replace(told, measure=Measure.YES_NO, limit=None), cases) == Count()


@pytest.mark.parametrize(
    ("stage", "counts"),
    [
        (Stage.INVESTIGATING, (1, 1)),
        (Stage.WAITING_CUSTOMER, (1, 0)),
        (Stage.WITHDRAWN, (0, 0)),
    ],
)
def test_a_complaint_that_is_open_past_the_day_would_be_late(
    stage: Stage, counts: tuple[int, int]
) -> None:
    unsaid = complaint(stage=stage, acknowledged_at=None, decided_on=None)
    fresh = replace(unsaid, received_at=NOW)
    found = [past_count(one, past(complaints=(unsaid, fresh))).late for one in complaint_promises()]
    assert tuple(found) == counts


def test_a_call_that_nobody_answered_by_the_day_would_be_late() -> None:
    unsaid = ContactCase(id=1, at=MONDAY, channel=Channel.EMAIL, next_on=date(2026, 11, 3))
    fresh = replace(unsaid, at=NOW)
    assert past_count(hours(4), past(contacts=(unsaid, fresh))) == Count(late=1)


def test_refunds_are_held_against_the_figure() -> None:
    refund = promise("refund", start_event=StartEvent.REFUND_AGREED, stop_event=StopEvent.REFUNDED)
    paid = RefundCase(complaint_id=1, agreed_on=MONDAY.date(), done_on=date(2026, 11, 4))
    late = replace(paid, done_on=date(2026, 11, 5))
    open_one = replace(paid, done_on=None)
    assert past_count(refund, past(refunds=(paid, late, open_one))) == Count(kept=1, late=2)


def test_a_figure_that_no_calendar_reaches_counts_nothing() -> None:
    closed = replace(CALENDAR, hours=CLOSED_ALL_WEEK)
    cases = replace(waits(*[60] * 12), calendar=closed)
    by_opening = replace(hours(1), limit=amount(4, Unit.HOUR, DayKind.OPENING))
    assert past_count(by_opening, cases) == Count()


def test_the_result_of_the_charter_on_the_wall_stands_beside() -> None:
    result = StandardResult(
        standard=hours(4),
        number=1,
        charter_version_id=1,
        period=Period(first=date(2026, 9, 1), last=date(2026, 11, 23)),
        measured_by=MeasuredBy.RECORDS,
        count=Count(kept=47, late=5),
        source=Source.CONTACTS,
    )
    said = beside(hours(4), past(results={"email": result}), words())
    assert said.result == (
        "Kept so far, in the last 90 days: 90 % of the 52 calls, messages and promises we "
        "wrote down."
    )
    none = replace(result, count=Count())
    assert beside(hours(4), past(results={"email": none}), words()) == Beside()
