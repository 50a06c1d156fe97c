# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises of a period by the day they are judged by, counted in one statement."""

from datetime import date

from sqlalchemy import Connection

from servicedesk.domain.busy_days import DueCount, DueDay
from servicedesk.domain.periods import Period
from servicedesk.store.figures_asking import asked

_COUNTS = """
  count(*) FILTER (WHERE p.outcome IN ('kept', 'late', 'broken')) AS due,
  count(*) FILTER (WHERE p.outcome IN ('late', 'broken')) AS missed,
  count(*) FILTER (WHERE p.outcome IS NULL) AS waiting
FROM promises p WHERE p.binned_at IS NULL
"""
# Each half reads a stretch of an index: ix_promises_due_on holds all that the first one asks for,
# and few promises were moved too late to count by their new day.
_BY_DAY = f"""
SELECT day, sum(due), sum(missed), sum(CASE WHEN day < :today THEN waiting ELSE 0 END)
FROM (
  SELECT p.due_on AS day, {_COUNTS}
    AND p.counts_on IS NULL AND p.due_on BETWEEN :first AND :last GROUP BY 1
  UNION ALL
  SELECT p.counts_on AS day, {_COUNTS}
    AND p.counts_on BETWEEN :first AND :last GROUP BY 1
)
GROUP BY day ORDER BY day
"""


def due_days(connection: Connection, period: Period, today: date) -> tuple[DueDay, ...]:
    """The dates of a period on which promises were due, in order.

    Args:
        connection: reads.
        period: that they are judged in.
        today: what was due before it and is open is past its day.
    """
    values = {"first": period.first, "last": period.last, "today": today}
    return tuple(
        DueDay(
            day=date.fromisoformat(day),
            count=DueCount(due=due, missed=missed),
            undecided=undecided,
        )
        for day, due, missed, undecided in asked(connection, _BY_DAY, values)
    )
