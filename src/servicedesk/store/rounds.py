# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which promises the papers of a day are about."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from servicedesk.store.promises import OPEN, promises


def due_between(connection: Connection, first: date, last: date) -> tuple[int, ...]:
    """Numbers of the open promises due from one day to another, in one statement."""
    found = connection.scalars(
        select(promises.c.id)
        .where(OPEN, promises.c.due_on >= first, promises.c.due_on <= last)
        .order_by(promises.c.due_on, promises.c.id)
    )
    return tuple(found)


def owed_on(connection: Connection, today: date, day: date, most: int) -> tuple[int, ...]:
    """Numbers of the open promises that were due by today, the oldest first, in one statement.

    What was put off until after a day is left out.

    Args:
        connection: reads the file.
        today: the last due day that counts.
        day: on which they are looked at.
        most: how many at most.
    """
    found = connection.scalars(
        select(promises.c.id)
        .where(_owed(today, day))
        .order_by(promises.c.due_on, promises.c.id)
        .limit(most)
    )
    return tuple(found)


def owed_count(connection: Connection, today: date, day: date) -> int:
    """How many ``owed_on`` would give without its limit."""
    asked = select(func.count()).select_from(promises).where(_owed(today, day))
    return connection.scalar(asked) or 0


def _owed(today: date, day: date) -> ColumnElement[bool]:
    this = promises.c
    is_shown = or_(this.snoozed_until.is_(None), this.snoozed_until <= day)
    return and_(OPEN, this.due_on <= today, is_shown)
