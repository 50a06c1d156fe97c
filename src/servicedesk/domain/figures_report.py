# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The report "How we do": all figures and charts of a period, beside those of the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaint_figures import cause_figures, complaint_figures
from servicedesk.domain.figures import ChartData, Figure, Part, Report, Section
from servicedesk.domain.figures_charts import (
    abouts_chart,
    causes_chart,
    elements_chart,
    outcomes_chart,
    satisfaction_chart,
    times_charts,
)
from servicedesk.domain.figures_counted import Counted
from servicedesk.domain.figures_making import with_before
from servicedesk.domain.figures_replies import customer_figures, reply_figures
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promise_figures import rate_figures
from servicedesk.domain.promises_rates import KeptRate, kept_rate
from servicedesk.domain.scores import element_figures, score_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """When and by which calendar a report is made.

    Args:
        now: in UTC; decides which promises are overdue.
        today: the day in the shop.
        calendar: of the business.
    """

    now: datetime
    today: date
    calendar: WorkingCalendar


def report_of(
    period: Period, counted: Counted, before: Counted, at: At, phrases: Phrases
) -> Report:
    """The whole report.

    Args:
        period: that it is about; the one before is ``period.before()``.
        counted: in the period.
        before: counted in the one before.
        at: when and by which calendar.
        phrases: words of the charts.

    Raises:
        Refusal: ``score_off_scale`` for points that lie on no scale.
    """
    earlier = period.before()
    rate = kept_rate(counted.promises, at.now, at.calendar)
    rate_before = kept_rate(before.promises, at.now, at.calendar)
    now = _figures(period, counted, rate, at)
    then = _figures(earlier, before, rate_before, at)
    charts = _charts(period, counted, rate, now, phrases)
    return Report(
        period=period,
        before=earlier,
        sections=tuple(
            Section(
                part=part,
                figures=with_before(now.get(part, ()), then.get(part, ())),
                charts=charts.get(part, ()),
            )
            for part in Part
        ),
    )


def _figures(
    period: Period, counted: Counted, rate: KeptRate, at: At
) -> dict[Part, tuple[Figure, ...]]:
    return {
        Part.PROMISES: rate_figures(rate, period),
        Part.REPLIES: reply_figures(counted.replies, period),
        Part.COMPLAINTS: complaint_figures(counted.complaints, period, at.today, at.calendar),
        Part.CAUSES: cause_figures(counted.complaints, period),
        Part.SATISFACTION: score_figures(counted.answers, period),
        Part.ELEMENTS: element_figures(counted.answers, period),
        Part.CUSTOMERS: customer_figures(counted.customers, period),
    }


def _charts(
    period: Period,
    counted: Counted,
    rate: KeptRate,
    figures: dict[Part, tuple[Figure, ...]],
    phrases: Phrases,
) -> dict[Part, tuple[ChartData, ...]]:
    complaints, answers = counted.complaints, counted.answers
    return {
        Part.PROMISES: _there(outcomes_chart(rate, period, phrases)),
        Part.COMPLAINTS: _there(abouts_chart(complaints.abouts, period, phrases)),
        Part.CAUSES: _there(causes_chart(complaints.causes, period, phrases)),
        Part.SATISFACTION: _there(satisfaction_chart(answers.satisfaction, period, phrases)),
        Part.ELEMENTS: _there(elements_chart(figures[Part.ELEMENTS], phrases)),
        Part.TIMES: times_charts(counted.contacts, period, phrases),
    }


def _there(*charts: ChartData | None) -> tuple[ChartData, ...]:
    found: Iterable[ChartData | None] = charts
    return tuple(chart for chart in found if chart is not None)
