# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers in points made into figures; each question has a scale of its own, and none is mixed.

How satisfied (1 to 5), how likely to recommend us (0 to 10), how easy it was (1 to 7), the six
elements (1 to 5 each) and, after a complaint, how it was dealt with (1 to 5), apart from how
satisfied they were otherwise. House reading of ISO 10004 and the usual formulas.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import BOUNDS, Handled, Scale
from servicedesk.domain.figures import Figure, FigureUnit, Which
from servicedesk.domain.figures_counted import AnswersCounted, Points
from servicedesk.domain.figures_making import From, mean_figure, share_figure
from servicedesk.domain.intervals import FEWEST_FOR_A_FIGURE, nps_interval
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period

GOOD: Mapping[Scale, int] = MappingProxyType(
    {Scale.SATISFACTION: 4, Scale.RECOMMENDATION: 9, Scale.EFFORT: 5, Scale.HANDLING: 4}
)
"""An answer of so many points or more is a good one; elements are as satisfaction."""

PASSIVE = 7
"""Of recommendation: from here on to 8 an answer counts neither way."""

_HUNDRED = Decimal(100)
_CARDS = From(Kind.FEEDBACK, Which.CAME_BACK)
"""Of the cards handed out only those that came back are records."""


def check_points(scale: Scale, points: Points, field: str) -> None:
    """Whether counted answers lie on their scale.

    Args:
        scale: of the question; elements are as satisfaction.
        points: counted.
        field: the field to mend.

    Raises:
        Refusal: ``score_off_scale``.
    """
    lowest, highest = BOUNDS[scale]
    for point in points:
        if not lowest <= point <= highest:
            raise Refusal("score_off_scale", field, found=point, lowest=lowest, highest=highest)


def handled_column(handled: Handled) -> str:
    """The column of a question about how a complaint was dealt with."""
    return f"handled_{handled.value}"


def score_figures(answers: AnswersCounted, period: Period) -> tuple[Figure, ...]:
    """How satisfied they are, and what else was asked and answered.

    Args:
        answers: of the period, counted.
        period: that they were given in.

    Raises:
        Refusal: ``score_off_scale``.
    """
    found = [
        _good("satisfied", Scale.SATISFACTION, answers.satisfaction, period),
        _mean("satisfaction_mean", Scale.SATISFACTION, answers.satisfaction, period),
    ]
    if any(answers.recommendation.values()):
        found.append(recommend_figure(answers.recommendation, period))
    if any(answers.effort.values()):
        found += (
            _good("effort_easy", Scale.EFFORT, answers.effort, period),
            _mean("effort_mean", Scale.EFFORT, answers.effort, period),
        )
    found += (
        _good("handled", Scale.HANDLING, answers.handling[one], period, handled_column(one), one)
        for one in Handled
        if any(answers.handling.get(one, {}).values())
    )
    if answers.handed_out:
        back = min(answers.came_back, answers.handed_out)
        figure = share_figure("came_back", back, answers.handed_out, period)
        found.append(replace(figure, part_records=_CARDS.base_in(period)))
    return tuple(found)


def recommend_figure(points: Points, period: Period) -> Figure:
    """Those who would recommend us less those who would not, in points of -100 to +100.

    Args:
        points: counted, 0 to 10; 9 and 10 would, 0 to 6 would not.
        period: that they were given in.

    Raises:
        Refusal: ``score_off_scale``.
    """
    scale = Scale.RECOMMENDATION
    check_points(scale, points, scale.value)
    base, promoters = sum(points.values()), _from(points, GOOD[scale])
    detractors = base - _from(points, PASSIVE)
    ends = nps_interval(promoters, base - promoters - detractors, detractors)
    origin = From(Kind.FEEDBACK, Which.SCORED, Which.SCORED_WELL, scale.value)
    return Figure(
        code="recommend",
        unit=FigureUnit.POINTS,
        period=period,
        base=base,
        part=promoters,
        value=_HUNDRED * (promoters - detractors) / base if base else None,
        low=None if ends is None else ends[0],
        high=None if ends is None else ends[1],
        records=origin.base_in(period),
        part_records=origin.part_in(period),
        asides=(("promoters", promoters), ("detractors", detractors)) if base else (),
    )


def element_figures(answers: AnswersCounted, period: Period) -> tuple[Figure, ...]:
    """The mean of the six elements, then each that was answered, the weakest first.

    Elements with fewer than five answers come last, for nobody can say how weak they are.

    Raises:
        Refusal: ``score_off_scale``.
    """
    each = [
        _good("element", Scale.SATISFACTION, answers.elements[one], period, one.value, one)
        for one in Element
        if any(answers.elements.get(one, {}).values())
    ]
    if not each:
        return ()
    enough = [one for one in each if one.base >= FEWEST_FOR_A_FIGURE]
    few = [one for one in each if one.base < FEWEST_FOR_A_FIGURE]
    enough.sort(key=lambda one: one.value or Decimal(0))
    return (_index(enough, period), *enough, *few)


def _index(elements: list[Figure], period: Period) -> Figure:
    """The plain mean of the shares of the elements that have five answers or more."""
    shares = [one.value for one in elements if one.value is not None]
    return Figure(
        code="element_index",
        unit=FigureUnit.PERCENT,
        period=period,
        base=sum(one.base for one in elements),
        value=sum(shares, Decimal(0)) / len(shares) if shares else None,
        asides=(("elements", len(shares)),) if shares else (),
    )


def _good(
    code: str, scale: Scale, points: Points, period: Period, column: str = "", label: str = ""
) -> Figure:
    """The share of good answers to a question."""
    check_points(scale, points, column or scale.value)
    origin = From(Kind.FEEDBACK, Which.SCORED, Which.SCORED_WELL, column or scale.value)
    part = _from(points, GOOD[scale])
    return share_figure(code, part, sum(points.values()), period, origin, label=str(label))


def _mean(code: str, scale: Scale, points: Points, period: Period) -> Figure:
    """The mean of the answers to a question."""
    total = sum(point * count for point, count in points.items())
    origin = From(Kind.FEEDBACK, Which.SCORED, value=scale.value)
    return mean_figure(code, FigureUnit.MEAN, total, sum(points.values()), period, origin)


def _from(points: Points, lowest: int) -> int:
    """How many answered with so many points or more."""
    return sum(count for point, count in points.items() if point >= lowest)
