# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether a case kept its standard, and what that makes together."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.charters_live_counting import (
    ComplaintCase,
    ContactCase,
    Judged,
    Met,
    PromiseCase,
    RefundCase,
    acknowledged_met,
    contact_met,
    count_of,
    decided_met,
    promise_met,
    refund_met,
)
from servicedesk.domain.complaints import Stage
from servicedesk.domain.customers import Channel
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.standards import Measure, StartEvent, StopEvent, Unit
from tests.helpers.builders import amount, promise, working_days

CALENDAR = WorkingCalendar(bank_holidays=frozenset(), hours=MONDAY_TO_FRIDAY)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOURS = promise(
    "call",
    limit=amount(4, Unit.HOUR, DayKind.OPENING),
    start_event=StartEvent.CALL_MISSED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)
DAYS = promise(limit=working_days(1), start_event=StartEvent.CONTACT_RECEIVED)


def contact(at: datetime, **said: object) -> ContactCase:
    return ContactCase(id=1, at=at, channel=Channel.PHONE, **said)


def friday(hour: int, minute: int = 0) -> datetime:
    """Friday 20 November 2026, by the clock of the shop, which is UTC in winter."""
    return datetime(2026, 11, 20, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minutes", "met"),
    [
        (10, 240, Met.KEPT),
        (10, 241, Met.LATE),
        # Four hours of opening from Friday 15:00 end on Monday at 11:00.
        (15, 68 * 60, Met.KEPT),
        (15, 68 * 60 + 1, Met.LATE),
        (10, 0, None),
    ],
)
def test_an_answer_is_judged_while_the_door_is_open(
    hour: int, minutes: int, met: Met | None
) -> None:
    case = contact(friday(hour), answered_minutes=minutes)
    assert contact_met(case, HOURS, NOW, CALENDAR) is met


def test_an_answer_over_the_change_of_the_clock_waits_by_the_clock_that_runs() -> None:
    # The clocks go back on Sunday 25 October 2026: from Friday 15:00 to Monday 11:00 it is an
    # hour longer than on any other weekend.
    at = datetime(2026, 10, 23, 14, tzinfo=UTC)
    kept = contact(at, answered_minutes=69 * 60)
    assert contact_met(kept, HOURS, NOW, CALENDAR) is Met.KEPT
    late = contact(at, answered_minutes=69 * 60 + 1)
    assert contact_met(late, HOURS, NOW, CALENDAR) is Met.LATE


def test_an_answer_is_judged_by_days_where_the_standard_counts_days() -> None:
    assert contact_met(contact(friday(16), answered_minutes=0), DAYS, NOW, CALENDAR) is Met.KEPT
    monday_night = 3 * 24 * 60 + 7 * 60
    kept = contact(friday(16), answered_minutes=monday_night)
    assert contact_met(kept, DAYS, NOW, CALENDAR) is Met.KEPT
    late = contact(friday(16), answered_minutes=monday_night + 120)
    assert contact_met(late, DAYS, NOW, CALENDAR) is Met.LATE


def test_a_standard_without_a_time_judges_nothing() -> None:
    cost = promise("cost", measure=Measure.YES_NO, limit=None)
    assert contact_met(contact(friday(10), answered_minutes=5), cost, NOW, CALENDAR) is None
    waiting = contact(friday(10), next_on=date(2026, 11, 20))
    assert contact_met(waiting, cost, NOW, CALENDAR) is None
    refund = RefundCase(complaint_id=1, agreed_on=date(2026, 11, 2))
    assert refund_met(refund, cost, NOW, CALENDAR) is None


def test_an_enquiry_whose_wait_nobody_wrote_down() -> None:
    thursday = datetime(2026, 11, 19, 10, tzinfo=UTC)
    nothing = contact(thursday)
    assert contact_met(nothing, DAYS, NOW, CALENDAR) is None
    asked = replace(nothing, next_on=date(2026, 11, 19))
    assert contact_met(asked, DAYS, NOW, CALENDAR) is Met.UNDECIDED
    promised = replace(asked, has_promise=True)
    assert contact_met(promised, DAYS, NOW, CALENDAR) is None
    just_now = replace(asked, at=NOW)
    assert contact_met(just_now, DAYS, NOW, CALENDAR) is None
    in_time = replace(asked, answered_on=date(2026, 11, 20))
    assert contact_met(in_time, DAYS, NOW, CALENDAR) is Met.KEPT
    late = replace(asked, answered_on=date(2026, 11, 23))
    assert contact_met(late, DAYS, NOW, CALENDAR) is Met.LATE


def test_an_enquiry_answered_on_the_day_of_a_limit_in_hours_is_not_guessed_at() -> None:
    asked = contact(friday(10), next_on=date(2026, 11, 20), answered_on=date(2026, 11, 20))
    assert contact_met(asked, HOURS, NOW, CALENDAR) is None


def complaint(**said: object) -> ComplaintCase:
    values: dict[str, object] = {
        "received_at": datetime(2026, 11, 2, 10, tzinfo=UTC),
        "stage": Stage.INVESTIGATING,
        "acknowledge_due": date(2026, 11, 4),
        "decide_due": date(2026, 11, 16),
        **said,
    }
    return ComplaintCase(id=1, **values)


@pytest.mark.parametrize(
    ("said", "last", "met"),
    [
        ({"acknowledged_at": datetime(2026, 11, 4, 23, tzinfo=UTC)}, 30, Met.KEPT),
        ({"acknowledged_at": datetime(2026, 11, 5, 0, tzinfo=UTC)}, 30, Met.LATE),
        ({"acknowledged_at": datetime(2026, 11, 2, 12, tzinfo=UTC)}, 3, None),
        ({}, 23, Met.LATE),
        ({"acknowledge_due": date(2026, 11, 23)}, 23, None),
        ({"stage": Stage.WITHDRAWN}, 23, None),
        ({"stage": Stage.WAITING_CUSTOMER}, 23, Met.LATE),
    ],
)
def test_a_complaint_is_acknowledged_by_its_own_due_day(
    said: dict[str, object], last: int, met: Met | None
) -> None:
    until = date(2026, 11, last)
    assert acknowledged_met(complaint(**said), until, NOW.date(), CALENDAR) is met


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ({"decided_on": date(2026, 11, 16)}, Met.KEPT),
        ({"decided_on": date(2026, 11, 17)}, Met.LATE),
        ({}, Met.LATE),
        ({"stage": Stage.WAITING_CUSTOMER}, None),
        ({"stage": Stage.DUPLICATE}, None),
        ({"stage": Stage.WITHDRAWN, "decided_on": date(2026, 11, 10)}, Met.KEPT),
    ],
)
def test_a_complaint_is_answered_by_its_own_due_day(
    said: dict[str, object], met: Met | None
) -> None:
    assert decided_met(complaint(**said), NOW.date(), NOW.date()) is met


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ({"done_on": date(2026, 11, 9)}, Met.KEPT),
        ({"done_on": date(2026, 11, 10)}, Met.LATE),
        ({}, Met.UNDECIDED),
        ({"agreed_on": date(2026, 11, 20)}, None),
        ({"outcome": Outcome.BROKEN}, Met.BROKEN),
        ({"outcome": Outcome.RELEASED, "done_on": date(2026, 11, 9)}, None),
    ],
)
def test_a_refund_is_judged_from_the_day_it_was_agreed(
    said: dict[str, object], met: Met | None
) -> None:
    standard = promise("refund", limit=working_days(5))
    case = RefundCase(complaint_id=1, **{"agreed_on": date(2026, 11, 2), **said})
    assert refund_met(case, standard, NOW, CALENDAR) is met


@pytest.mark.parametrize(
    ("outcome", "met"),
    [
        (Outcome.KEPT, Met.KEPT),
        (Outcome.LATE, Met.LATE),
        (Outcome.BROKEN, Met.BROKEN),
        (Outcome.RELEASED, None),
        (None, Met.UNDECIDED),
    ],
)
def test_a_promise_is_judged_by_how_it_ended(outcome: Outcome | None, met: Met | None) -> None:
    case = PromiseCase(id=1, due=Due(day=date(2026, 11, 9)), outcome=outcome)
    assert promise_met(case, NOW, CALENDAR) is met


def test_an_open_promise_in_time_is_no_case_yet() -> None:
    case = PromiseCase(id=1, due=Due(day=date(2026, 11, 30)))
    assert promise_met(case, NOW, CALENDAR) is None


def test_cases_are_counted_and_the_undecided_are_not_in_the_base() -> None:
    def judged(met: Met, count: int, *, revised: bool = False) -> Judged:
        return Judged(kind=Kind.PROMISE, id=0, met=met, is_revised=revised, count=count)

    count = count_of(
        [
            judged(Met.KEPT, 40),
            judged(Met.KEPT, 5, revised=True),
            judged(Met.LATE, 1, revised=True),
            judged(Met.BROKEN, 2),
            judged(Met.UNDECIDED, 3, revised=True),
        ]
    )
    assert (count.kept, count.late, count.broken) == (45, 1, 2)
    assert (count.base, count.missed) == (48, 3)
    assert (count.undecided, count.revised) == (3, 6)
