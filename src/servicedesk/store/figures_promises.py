# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that figures count: those judged by a day of a period, whatever became of them.

Those whose customers asked nothing more are counted in SQL. Late ones come one by one, for how
late they were is counted in working days.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from servicedesk.domain.figures import Which
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case
from servicedesk.store.figures_asking import DaysBetween, Values, asked
from servicedesk.store.types import Moment

_STRAIGHT = "p.binned_at IS NULL AND p.counts_on IS NULL AND p.due_on BETWEEN :first AND :last"
_MOVED = "p.binned_at IS NULL AND p.counts_on BETWEEN :first AND :last"
_MISSED = "p.outcome IN ('late', 'broken')"
_JUDGED = "p.outcome IN ('kept', 'late', 'broken')"
_TOLD = "p.told_on <= coalesce(p.counts_on, p.due_on)"
_WEEKDAY = "(strftime('%w', coalesce(p.counts_on, p.due_on)) + 6) % 7"
"""From 0 for Monday."""
_OVERDUE = """
p.outcome IS NULL AND CASE
  WHEN p.counts_on IS NOT NULL AND p.counts_at IS NULL THEN p.counts_on < :today
  WHEN p.counts_on IS NOT NULL THEN substr(p.counts_at, 1, 16) <= :minute_ago
  WHEN p.due_at IS NULL THEN p.due_on < :today
  ELSE substr(p.due_at, 1, 16) <= :minute_ago END
"""

CHOICES: Mapping[Which, str] = MappingProxyType(
    {
        Which.DUE: _JUDGED,
        Which.KEPT: "p.outcome = 'kept'",
        Which.MISSED: _MISSED,
        Which.LATE: "p.outcome = 'late'",
        Which.BROKEN: "p.outcome = 'broken'",
        Which.REVISED: f"{_JUDGED} AND p.is_revised = 1",
        Which.TOLD: f"{_MISSED} AND {_TOLD}",
        Which.MISSED_ON: f"{_MISSED} AND {_WEEKDAY} = CAST(:value AS INTEGER)",
        Which.UNDECIDED: _OVERDUE,
    }
)
"""What a promise of a period has, of each choice."""

_IDS = """
SELECT p.id, p.due_on FROM promises p WHERE {straight} AND {choice}
UNION ALL SELECT p.id, p.counts_on FROM promises p WHERE {moved} AND {choice}
ORDER BY 2 DESC, 1 DESC
"""
_PLAIN = f"""
SELECT sum(p.outcome = 'kept'), sum(p.outcome = 'kept' AND p.is_revised = 1),
  sum(p.outcome = 'released')
FROM promises p WHERE {_STRAIGHT}
"""
_BROKEN = f"""
SELECT p.is_revised, p.told_on <= p.due_on, count(*)
FROM promises p WHERE {_STRAIGHT} AND {_MISSED} AND p.outcome = 'broken' GROUP BY 1, 2
"""
_LATE = f"""
SELECT p.due_on, p.ended_on, p.is_revised, p.told_on <= p.due_on, p.due_at, p.ended_at
FROM promises p WHERE {_STRAIGHT} AND {_MISSED} AND p.outcome = 'late'
"""
_OPEN = f"""
SELECT p.due_on, p.due_at, count(*) FROM promises p
WHERE p.outcome IS NULL AND {_STRAIGHT} GROUP BY 1, 2
"""
_OTHERS = f"""
SELECT p.counts_on, p.counts_at, p.outcome, p.ended_on, p.ended_at, p.is_revised, p.told_on
FROM promises p WHERE {_MOVED}
"""
_MOMENT = Moment()


def promise_ids(
    connection: Connection, which: Which, period: Period, values: Values
) -> list[tuple[int, str]]:
    """Numbers of promises and the days they are judged by, the latest first.

    Args:
        connection: reads.
        which: one of ``CHOICES``.
        period: that they are judged in.
        values: ``today`` in the shop, and ``minute_ago``, a minute in UTC such as
            "2026-12-02T09:30"; for a weekday its number as ``value``, from "0" for Monday.
    """
    found = {"first": period.first, "last": period.last, **values}
    statement = _IDS.format(straight=_STRAIGHT, moved=_MOVED, choice=CHOICES[which])
    return asked(connection, statement, found)


def promise_cases(connection: Connection, period: Period, days: DaysBetween) -> tuple[Case, ...]:
    """The promises that are judged by a day of a period, alike ones together.

    Args:
        connection: reads.
        period: both ends with it.
        days: counts working days, for those that were late.
    """
    values = {"first": period.first, "last": period.last}
    (kept, revised, released), *_ = asked(connection, _PLAIN, values)
    due = Due(day=period.first)
    plain = (
        Case(due=due, outcome=Outcome.KEPT, count=(kept or 0) - (revised or 0)),
        Case(due=due, outcome=Outcome.KEPT, is_revised=True, count=revised or 0),
        Case(due=due, outcome=Outcome.RELEASED, count=released or 0),
    )
    broken = (
        Case(
            due=due,
            outcome=Outcome.BROKEN,
            is_revised=bool(is_revised),
            told_on=period.first if told else None,
            count=count,
        )
        for is_revised, told, count in asked(connection, _BROKEN, values)
    )
    waiting = (
        Case(due=_due(day, at), count=count) for day, at, count in asked(connection, _OPEN, values)
    )
    return (
        *(case for case in plain if case.count),
        *broken,
        *_late(asked(connection, _LATE, values), days),
        *waiting,
        *map(_moved, asked(connection, _OTHERS, values)),
    )


def _late(rows: Iterable[tuple[Any, ...]], days: DaysBetween) -> Iterable[Case]:
    """Late ones, those together that took the same working days and were told of alike.

    One of which both minutes are known is judged by them, and stays by itself.
    """
    alike: dict[tuple[int, int, int | None], list[Any]] = {}
    for row, count in Counter(rows).items():
        due_on, ended_on, is_revised, told, due_at, ended_at = row
        if due_at is not None and ended_at is not None:
            yield _late_case(row, count)
            continue
        took = -1 if ended_on is None else days(due_on, ended_on)
        found = alike.get((took, is_revised, told))
        if found is None:
            alike[took, is_revised, told] = [count, due_on, ended_on, is_revised, told]
        else:
            found[0] += count
    for count, *values in alike.values():
        yield _late_case((*values, None, None), count)


def _late_case(row: tuple[Any, ...], count: int) -> Case:
    """Late ones that are alike: due, ended, moved, told, and both minutes or neither of them."""
    due_on, ended_on, is_revised, told, due_at, ended_at = row
    due = _due(due_on, due_at)
    return Case(
        due=due,
        outcome=Outcome.LATE,
        ended_on=None if ended_on is None else date.fromisoformat(ended_on),
        ended_at=None if ended_at is None else _MOMENT.out_of_file(ended_at),
        is_revised=bool(is_revised),
        told_on=due.day if told else None,
        count=count,
    )


def _moved(row: tuple[Any, ...]) -> Case:
    """One that is judged by the day that was promised, not by the later one it was moved to."""
    day, at, outcome, ended_on, ended_at, is_revised, told_on = row
    return Case(
        due=_due(day, at),
        outcome=None if outcome is None else Outcome(outcome),
        ended_on=None if ended_on is None else date.fromisoformat(ended_on),
        ended_at=None if ended_at is None else _MOMENT.out_of_file(ended_at),
        is_revised=bool(is_revised),
        told_on=None if told_on is None else date.fromisoformat(told_on),
    )


def _due(day: str, at: str | None) -> Due:
    moment = None if at is None else _MOMENT.out_of_file(at)
    return Due(day=date.fromisoformat(day), at=moment)
