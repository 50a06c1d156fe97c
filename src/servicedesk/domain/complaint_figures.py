# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures about complaints of a period: how many, how quickly, how they ended, at what cost.

House reading of ISO 10002 (analysis of complaints). One that is late and not done counts as late:
an open file never makes a figure better.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_clocks import days_without_waits
from servicedesk.domain.feedback import Scale
from servicedesk.domain.figures import Figure, FigureUnit, Which
from servicedesk.domain.figures_counted import (
    ComplaintsCounted,
    Judged,
    Points,
    ServedCounted,
    Took,
)
from servicedesk.domain.figures_making import (
    From,
    count_figure,
    mean_figure,
    median,
    nine_in_ten,
    share_figure,
    unrecorded,
)
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.scores import GOOD, check_points

FEWEST_FOR_NINE_IN_TEN = 10
"""With fewer cases there is no saying how long nine in ten took."""

_HUNDRED = Decimal(100)


def complaint_figures(
    counted: ComplaintsCounted, period: Period, today: date, calendar: WorkingCalendar
) -> tuple[Figure, ...]:
    """The figures about complaints, how many came at the head.

    Args:
        counted: received in the period.
        period: that they were received in.
        today: decides what is overdue.
        calendar: of the business, for working days.

    Raises:
        Refusal: ``score_off_scale`` for points noted on a complaint.
    """
    received = _from(Which.RECEIVED)
    in_time = (
        ("acknowledged_in_time", counted.acknowledging, _ACKNOWLEDGED_IN_TIME),
        ("answered_in_time", counted.answering, _ANSWERED_IN_TIME),
    )
    return (
        count_figure("received", counted.received, period, received),
        per_hundred_figure(counted.served, period),
        *(in_time_figure(code, cases, period, today, of) for code, cases, of in in_time),
        *days_figures("acknowledge", counted.acknowledged, period, calendar, Which.ACKNOWLEDGED),
        *days_figures("answer", counted.answered, period, calendar, Which.ANSWERED),
        *days_figures("resolve", counted.resolved, period, calendar, Which.RESOLVED),
        agreed_figure(counted, period),
        _share("repeat", counted.repeats, counted.known, period, Which.KNOWN, Which.REPEATED),
        _share(
            "reopened", counted.reopened, counted.decided, period, Which.DECIDED, Which.REOPENED
        ),
        count_figure("overdue", counted.overdue, period, _from(Which.OVERDUE)),
        _cost(counted, period),
        *_content(counted.content, period),
    )


def cause_figures(counted: ComplaintsCounted, period: Period) -> tuple[Figure, ...]:
    """Whether we look for what went wrong underneath, do something about it, and it works.

    Args:
        counted: complaints received in the period.
        period: that they were received in.
    """
    done, finished = counted.effects, counted.finished
    worked = sum(effect.after < effect.before for effect in done)
    actions = From(Kind.ACTION, Which.ACTIONS, Which.ACTIONS_WORKED)
    return (
        _share("with_cause", counted.with_cause, finished, period, *_WITH_CAUSE),
        _share("with_action", counted.with_action, finished, period, *_WITH_ACTION),
        share_figure("actions_worked", worked, len(done), period, actions),
    )


def per_hundred_figure(served: ServedCounted | None, period: Period) -> Figure:
    """Complaints for each hundred customers served, over the whole months of the period.

    Args:
        served: None where a month has no number, or the period holds no whole month.
        period: shown where there is no figure.
    """
    if served is None:
        return unrecorded("per_hundred", FigureUnit.PER_HUNDRED, period)
    customers = served.customers
    return Figure(
        code="per_hundred",
        unit=FigureUnit.PER_HUNDRED,
        period=served.period,
        base=customers,
        part=served.complaints,
        value=_HUNDRED * served.complaints / customers if customers else None,
        needs_base=False,
        part_records=_from(Which.RECEIVED).base_in(served.period),
    )


def in_time_figure(
    code: str, cases: Iterable[Judged], period: Period, today: date, origin: From
) -> Figure:
    """How many came by their day, of those whose day was up when the period ended.

    One that is open past its day counts as late. One due today that is not done yet is neither;
    one whose clock stands still is left out until it goes on.

    Args:
        code: of its words.
        cases: received in the period.
        period: that they were received in.
        today: the day in the shop.
        origin: where they stand.
    """
    base = part = 0
    for case in cases:
        is_over = case.done_on is not None or (case.due < today and not case.is_stopped)
        if case.due <= period.last and is_over:
            base += case.count
            part += case.count * _is_in_time(case, today)
    return share_figure(code, part, base, period, origin)


def days_figures(
    code: str, cases: Iterable[Took], period: Period, calendar: WorkingCalendar, which: Which
) -> tuple[Figure, ...]:
    """Working days that it took: in the middle, on average and, from ten cases, for nine in ten.

    Args:
        code: the beginning of the codes, such as "answer".
        cases: that are done.
        period: that they were received in.
        calendar: of the business.
        which: the cases.
    """
    days = taken_days(cases, calendar)
    base, origin, unit = sum(days.values()), _from(which), FigureUnit.DAYS
    total = sum(value * count for value, count in days.items())
    found = (
        _of_days(f"{code}_median", median(days), base, period, origin),
        mean_figure(f"{code}_mean", unit, total, base, period, origin),
    )
    if base < FEWEST_FOR_NINE_IN_TEN:
        return found
    return (*found, _of_days(f"{code}_ninety", nine_in_ten(days), base, period, origin))


def taken_days(cases: Iterable[Took], calendar: WorkingCalendar) -> Counter[int]:
    """Working days, without those on which we waited for the customer, and how often each."""
    days: Counter[int] = Counter()
    for case in cases:
        if case.waits:
            days[days_without_waits(case.first, case.last, case.waits, calendar)] += case.count
        else:
            days[calendar.days_between(case.first, case.last, DayKind.WORKING)] += case.count
    return days


def agreed_figure(counted: ComplaintsCounted, period: Period) -> Figure:
    """Where we agreed or partly did, of those where we found one way or the other."""
    found = counted.findings
    agreed = found.get(Finding.UPHELD, 0) + found.get(Finding.PARTLY, 0)
    base = agreed + found.get(Finding.NOT_UPHELD, 0)
    return _share("agreed", agreed, base, period, Which.FOUND, Which.AGREED)


def _is_in_time(case: Judged, today: date) -> bool:
    if case.done_on is None or case.done_on > case.due:
        return False
    if case.again_due is None:
        return True
    if case.again_on is None:
        return case.is_stopped or case.again_due >= today
    return case.again_on <= case.again_due


def _of_days(
    code: str, value: Decimal | int | None, base: int, period: Period, origin: From
) -> Figure:
    return Figure(
        code=code,
        unit=FigureUnit.DAYS,
        period=period,
        base=base,
        value=None if value is None else Decimal(value),
        records=origin.base_in(period),
    )


def _cost(counted: ComplaintsCounted, period: Period) -> Figure:
    """What putting things right cost, where somebody wrote it down."""
    if not counted.costed:
        return unrecorded("cost", FigureUnit.PENCE, period)
    return Figure(
        code="cost",
        unit=FigureUnit.PENCE,
        period=period,
        base=counted.costed,
        value=Decimal(counted.cost_pence),
        needs_base=False,
        records=_from(Which.COSTED).base_in(period),
    )


def _content(points: Points, period: Period) -> Iterable[Figure]:
    """How content they were with how it was dealt with, where that was noted."""
    check_points(Scale.HANDLING, points, "content")
    base = sum(points.values())
    if not base:
        return ()
    good = sum(count for point, count in points.items() if point >= GOOD[Scale.HANDLING])
    return (_share("content", good, base, period, Which.CONTENT_SAID, Which.CONTENT),)


def _share(
    code: str, part: int, base: int, period: Period, which: Which, part_which: Which
) -> Figure:
    return share_figure(code, part, base, period, _from(which, part_which))


def _from(which: Which, part: Which | None = None) -> From:
    return From(Kind.COMPLAINT, which, part)


_ACKNOWLEDGED_IN_TIME = _from(Which.ACKNOWLEDGE_DUE, Which.ACKNOWLEDGED_IN_TIME)
_ANSWERED_IN_TIME = _from(Which.ANSWER_DUE, Which.ANSWERED_IN_TIME)
_WITH_CAUSE = (Which.FINISHED, Which.WITH_CAUSE)
_WITH_ACTION = (Which.FINISHED, Which.WITH_ACTION)
