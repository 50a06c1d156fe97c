# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Counts of a made-up autumn, from which tests of figures, charts and tables make a report."""

from datetime import UTC, date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import About, Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_learning import Effect
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import Handled
from servicedesk.domain.figures import Report
from servicedesk.domain.figures_counted import (
    AnswersCounted,
    ComplaintsCounted,
    ContactsCounted,
    Counted,
    CustomersCounted,
    Judged,
    RepliesCounted,
    ServedCounted,
    Took,
)
from servicedesk.domain.figures_report import At, report_of
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case
from tests.helpers.builders import words

AUTUMN = Period(first=date(2026, 9, 1), last=date(2026, 11, 30))
AT = At(
    now=datetime(2026, 12, 10, 12, tzinfo=UTC),
    today=date(2026, 12, 10),
    calendar=WorkingCalendar(),
)
DAY = date(2026, 10, 5)


def promises(kept: int = 44, late: int = 6) -> tuple[Case, ...]:
    due = Due(day=DAY)
    return (
        Case(due=due, outcome=Outcome.KEPT, ended_on=DAY, count=kept),
        Case(due=due, outcome=Outcome.LATE, ended_on=date(2026, 10, 7), count=late),
        Case(due=due, outcome=Outcome.BROKEN, is_revised=True, count=2),
        Case(due=due, count=3),
    )


def complaints() -> ComplaintsCounted:
    """Twelve of them, in every way counted."""
    took = tuple(Took(first=DAY, last=date(2026, 10, day)) for day in range(7, 19))
    judged = (Judged(due=DAY, done_on=DAY, count=9), Judged(due=DAY, count=2))
    return ComplaintsCounted(
        received=12,
        served=ServedCounted(period=AUTUMN, customers=480, complaints=12),
        acknowledging=judged,
        answering=judged,
        acknowledged=took,
        answered=took,
        resolved=took,
        findings={Finding.UPHELD: 5, Finding.PARTLY: 3, Finding.NOT_UPHELD: 3},
        known=11,
        repeats=1,
        decided=11,
        reopened=2,
        overdue=2,
        costed=4,
        cost_pence=12_000,
        finished=10,
        with_cause=9,
        with_action=4,
        causes={Cause.SLIP: 2, Cause.SUPPLIER: 5, Cause.RECORD: 2},
        abouts={About.PRICE: 4, About.LATE_DELIVERY: 8},
        content={5: 3, 2: 1},
        effects=(Effect(cause=Cause.SLIP, before=3, after=1, days=90),),
    )


def full() -> Counted:
    """Everything that can be counted, counted."""
    return Counted(
        promises=promises(),
        replies=(
            RepliesCounted(channel=Channel.PHONE, waits={5: 4, 20: 3}, judged=7, within=6),
            RepliesCounted(channel=Channel.EMAIL, waits={90: 5, 240: 2}),
            RepliesCounted(channel=Channel.POST, waits={}),
        ),
        complaints=complaints(),
        answers=AnswersCounted(
            satisfaction={5: 20, 4: 11, 3: 4, 1: 2},
            recommendation={10: 6, 7: 3, 3: 1},
            effort={7: 3, 5: 2, 2: 3},
            elements={
                Element.TIMELINESS: {5: 3, 1: 3},
                Element.COURTESY: {5: 8},
                Element.EASE: {1: 4},
            },
            handling={Handled.OVERALL: {5: 4, 2: 2}},
            handed_out=40,
            came_back=30,
        ),
        customers=CustomersCounted(active=60, returned=36, heard=10, referred=4),
        contacts=ContactsCounted(weekdays={0: 30, 1: 12, 4: 30}, hours={9: 40, 10: 2, 14: 30}),
    )


def report(counted: Counted, before: Counted | None = None) -> Report:
    return report_of(AUTUMN, counted, before or Counted(), AT, words())
