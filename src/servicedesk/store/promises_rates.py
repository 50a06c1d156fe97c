# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the figures about promises are counted from: those that were due in a period."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, func, or_, select, text

from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case
from servicedesk.store.promises import promises

_PROMISES = promises.c
_THERE = text("promises.binned_at IS NULL")
_PLAIN = (Outcome.KEPT, Outcome.RELEASED)
_LOOKED_AT = (Outcome.LATE, Outcome.BROKEN)


def cases_due(connection: Connection, first: date, last: date) -> tuple[Case, ...]:
    """The promises that are judged by a day of the period, both ends with it.

    Those that were kept or released are counted, for nothing more is asked of them.
    """
    straight = (_PROMISES.due_on.between(first, last), _PROMISES.counts_on.is_(None))
    moved_late = _PROMISES.counts_on.between(first, last)
    return (
        *_counted(connection, first, *straight),
        *_cases(connection, *straight, or_(*(_PROMISES.outcome == one for one in _LOOKED_AT))),
        *_cases(connection, *straight, _PROMISES.outcome.is_(None)),
        *_cases(connection, moved_late),
    )


def _counted(connection: Connection, day: date, *which: ColumnElement[bool]) -> tuple[Case, ...]:
    rows = connection.execute(
        select(_PROMISES.outcome, _PROMISES.is_revised, func.count())
        .where(*which, _THERE, or_(*(_PROMISES.outcome == one for one in _PLAIN)))
        .group_by(_PROMISES.outcome, _PROMISES.is_revised)
    )
    return tuple(
        Case(due=Due(day=day), outcome=outcome, is_revised=is_revised, count=count)
        for outcome, is_revised, count in rows
    )


def _cases(connection: Connection, *which: ColumnElement[bool]) -> tuple[Case, ...]:
    rows = connection.execute(
        select(
            _PROMISES.due_on,
            _PROMISES.due_at,
            _PROMISES.counts_on,
            _PROMISES.counts_at,
            _PROMISES.outcome,
            _PROMISES.ended_on,
            _PROMISES.ended_at,
            _PROMISES.is_revised,
            _PROMISES.told_on,
        ).where(*which, _THERE)
    )
    return tuple(
        Case(
            due=Due(day=row.counts_on, at=row.counts_at)
            if row.counts_on is not None
            else Due(day=row.due_on, at=row.due_at),
            outcome=row.outcome,
            ended_on=row.ended_on,
            ended_at=row.ended_at,
            is_revised=row.is_revised,
            told_on=row.told_on,
        )
        for row in rows
    )
