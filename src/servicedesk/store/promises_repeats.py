# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that come again, and the newest one of each."""

from datetime import date

from sqlalchemy import Connection, func, select

from servicedesk.domain.promises_repeating import Repeat, RepeatCard
from servicedesk.store.promises import promise_repeats, promises


def repeat(connection: Connection, repeat_id: int) -> RepeatCard | None:
    """One repeating promise, whether it goes on or not, or None."""
    row = connection.execute(
        select(promise_repeats).where(promise_repeats.c.id == repeat_id)
    ).first()
    if row is None:
        return None
    return RepeatCard(
        id=row.id,
        repeat=Repeat(every=row.every, step=row.step, ends_on=row.ends_on),
        first_day=row.first_day,
        stopped_on=row.stopped_on,
    )


def repeat_values(repeat: Repeat, first_day: date) -> dict[str, object]:
    """What is written of a repeating promise, by column."""
    return {
        "every": repeat.every,
        "step": repeat.step,
        "first_day": first_day,
        "ends_on": repeat.ends_on,
    }


def newest_of_repeat(connection: Connection, repeat_id: int) -> int | None:
    """The promise of a series that was due last, by its first date; None for an empty one."""
    return connection.scalar(
        select(promises.c.id)
        .where(promises.c.repeat_id == repeat_id)
        .order_by(promises.c.first_due_on.desc(), promises.c.id.desc())
        .limit(1)
    )


def repeats_come_due(connection: Connection, today: date) -> tuple[int, ...]:
    """The series that go on and whose newest promise is due today or was before."""
    goes_on = select(promise_repeats.c.id).where(promise_repeats.c.stopped_on.is_(None))
    rows = connection.scalars(
        select(promises.c.repeat_id)
        .where(promises.c.repeat_id.in_(goes_on))
        .group_by(promises.c.repeat_id)
        .having(func.max(promises.c.first_due_on) <= today)
        .order_by(promises.c.repeat_id)
    )
    return tuple(rows)
