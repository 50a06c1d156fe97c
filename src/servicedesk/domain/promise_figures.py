# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures about promises: how many were kept of those due in a period, and what became of others.

Counted by ``promises_rates``, so that the figure here and the one above the list are the same.
"""

from collections.abc import Iterable
from datetime import datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.figures import Figure, FigureUnit, Which
from servicedesk.domain.figures_making import From, count_figure, mean_figure, share_figure
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.promises_rates import Case, KeptRate, kept_rate


def promise_figures(
    cases: Iterable[Case], period: Period, now: datetime, calendar: WorkingCalendar
) -> tuple[Figure, ...]:
    """The figures about promises, the share kept at the head.

    Args:
        cases: those that were due in the period, whatever became of them.
        period: that they were due in.
        now: decides which open ones are overdue, in UTC.
        calendar: of the business.
    """
    return rate_figures(kept_rate(cases, now, calendar), period)


def rate_figures(rate: KeptRate, period: Period) -> tuple[Figure, ...]:
    """The same of a rate that is counted already; what there is nothing to say of is left out."""
    found = [kept_figure(rate, period)]
    if rate.base:
        due = From(Kind.PROMISE, Which.DUE, Which.REVISED)
        found.append(share_figure("revised", rate.revised, rate.base, period, due))
    if rate.late:
        late = From(Kind.PROMISE, Which.LATE)
        days = rate.late_days
        found.append(mean_figure("lateness", FigureUnit.DAYS, days, rate.late, period, late))
    if rate.missed:
        missed = From(Kind.PROMISE, Which.MISSED, Which.TOLD)
        found.append(share_figure("told", rate.told_before, rate.missed, period, missed))
    undecided = From(Kind.PROMISE, Which.UNDECIDED)
    return (*found, count_figure("undecided", rate.undecided, period, undecided))


def kept_figure(rate: KeptRate, period: Period) -> Figure:
    """The share kept, with how many had their date moved and how many are not decided."""
    return share_figure(
        "kept",
        rate.kept,
        rate.base,
        period,
        From(Kind.PROMISE, Which.DUE, Which.KEPT),
        asides=(("revised", rate.revised), ("undecided", rate.undecided)),
    )
