# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers that figures count: how many gave each point, all questions in one pass of one index."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import BOUNDS, Handled, Scale
from servicedesk.domain.figures import Which
from servicedesk.domain.figures_counted import AnswersCounted, Points
from servicedesk.domain.periods import Period
from servicedesk.domain.scores import GOOD, handled_column
from servicedesk.store.figures_asking import Values, asked

SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        **{
            scale.value: scale for scale in (Scale.SATISFACTION, Scale.RECOMMENDATION, Scale.EFFORT)
        },
        **{element.value: Scale.SATISFACTION for element in Element},
        **{handled_column(handled): Scale.HANDLING for handled in Handled},
    }
)
"""The column of each question, and the scale it is answered on."""

_GIVEN = "f.binned_at IS NULL AND f.given_on BETWEEN :first AND :last"
_FROM = f"FROM feedback f INDEXED BY ix_feedback_scored WHERE {_GIVEN}"
_HANDED_OUT = "b.handed_out IS NOT NULL AND b.first BETWEEN :first AND :last"
_BATCHES = f"""
SELECT sum(b.handed_out), sum(min(b.handed_out, (SELECT count(*)
  FROM feedback f INDEXED BY ix_feedback_batch_id
  WHERE f.batch_id = b.id AND f.binned_at IS NULL)))
FROM feedback_batches b WHERE {_HANDED_OUT}
"""
_CAME_BACK = f"""
SELECT id, given_on FROM (
  SELECT f.id, f.given_on, b.handed_out,
    row_number() OVER (PARTITION BY b.id ORDER BY f.given_on, f.id) AS place
  FROM feedback_batches b CROSS JOIN feedback f INDEXED BY ix_feedback_batch_id
    ON f.batch_id = b.id AND f.binned_at IS NULL
  WHERE {_HANDED_OUT})
WHERE place <= handed_out ORDER BY 2 DESC, 1 DESC
"""
"""The first ones of each batch, at most as many as were handed out, for so many are counted."""


def answer_condition(which: Which, value: str) -> str:
    """What an answer has that is counted for a figure, in SQL.

    Args:
        which: SCORED, SCORED_WELL or POINT.
        value: the column of the question; for POINT, after a colon, the point.

    Raises:
        ValueError: for a choice, a column or a point that there is not.
    """
    column, _, point = value.partition(":")
    if column not in SCALES:
        raise ValueError(f"no question is kept as {column}")
    lowest, highest = BOUNDS[SCALES[column]]
    if which is Which.POINT:
        return f"f.{column} = {int(point)}"
    if which is Which.SCORED_WELL:
        lowest = GOOD[SCALES[column]]
    elif which is not Which.SCORED:
        raise ValueError(f"no answers are counted as {which}")
    return f"f.{column} BETWEEN {lowest} AND {highest}"


def answer_ids(
    connection: Connection, which: Which, period: Period, value: str
) -> list[tuple[int, str]]:
    """Numbers of answers and the days they were given, the latest first.

    Args:
        connection: reads.
        which: as for ``answer_condition``; or CAME_BACK, for the cards of what was handed out.
        period: that they were given in, or that handing out began in.
        value: as for ``answer_condition``.

    Raises:
        ValueError: as ``answer_condition``.
    """
    values = {"first": period.first, "last": period.last}
    if which is Which.CAME_BACK:
        return asked(connection, _CAME_BACK, values)
    condition = answer_condition(which, value)
    statement = f"SELECT f.id, f.given_on {_FROM} AND {condition} ORDER BY 2 DESC, 1 DESC"
    return asked(connection, statement, values)


def answers_counted(connection: Connection, period: Period) -> AnswersCounted:
    """The answers of a period, counted by their point.

    Every question counts that anybody answered, also one that is asked no longer: no figure of days
    that are past can be hidden by asking it no more.

    Args:
        connection: reads.
        period: both ends with it.
    """
    values = {"first": period.first, "last": period.last}
    wanted = [(column, *BOUNDS[SCALES[column]]) for column in _answered(connection, values)]
    counts = ", ".join(
        f"count(*) FILTER (WHERE f.{column} = {point})"
        for column, lowest, highest in wanted
        for point in range(lowest, highest + 1)
    )
    (row,) = asked(connection, f"SELECT {counts} {_FROM}", values)
    cells = iter(row)
    found = {column: _points(cells, lowest, highest) for column, lowest, highest in wanted}
    ((handed_out, came_back),) = asked(connection, _BATCHES, values)
    nobody: Points = MappingProxyType({})
    return AnswersCounted(
        satisfaction=found.get(Scale.SATISFACTION.value, nobody),
        recommendation=found.get(Scale.RECOMMENDATION.value, nobody),
        effort=found.get(Scale.EFFORT.value, nobody),
        elements={one: found.get(one.value, nobody) for one in Element},
        handling={one: found.get(handled_column(one), nobody) for one in Handled},
        handed_out=handed_out,
        came_back=came_back or 0,
    )


def _answered(connection: Connection, values: Values) -> list[str]:
    """The columns that anybody answered, and the first question, which is always asked.

    To look whether there is an answer is a small part of the work of counting its points.
    """
    first, *others = SCALES
    found = ", ".join(f"EXISTS (SELECT 1 {_FROM} AND f.{column} IS NOT NULL)" for column in others)
    (row,) = asked(connection, f"SELECT {found}", values)
    return [first, *(column for column, is_there in zip(others, row, strict=True) if is_there)]


def _points(cells: Iterator[int], lowest: int, highest: int) -> Points:
    """How many gave each point; those that nobody gave are left out."""
    counted = {point: next(cells) for point in range(lowest, highest + 1)}
    return {point: count for point, count in counted.items() if count}
