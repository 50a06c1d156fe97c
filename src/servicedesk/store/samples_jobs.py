# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The jobs that a check may draw, out of all that were done, and what they were."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import Connection, func, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Outcome
from servicedesk.domain.samples_checks import Job
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises

_YEAR = timedelta(days=366)


def jobs_done(connection: Connection, period: Period) -> tuple[Job, ...]:
    """Promises that were done and complaints that were resolved in a period, in two statements.

    A promise that was done more than a year before or after its day is not among them.
    """
    near = (period.first - _YEAR, period.last + _YEAR)
    said = promises.c
    kept = select(said.id).where(
        said.due_on.between(*near),
        said.outcome.in_((Outcome.KEPT, Outcome.LATE)),
        said.ended_on.between(period.first, period.last),
        said.binned_at.is_(None),
    )
    resolved = select(complaints.c.id).where(
        complaints.c.received_on.between(period.first - _YEAR, period.last),
        complaints.c.resolved_on.between(period.first, period.last),
    )
    return (
        *((Kind.PROMISE, number) for number in connection.scalars(kept)),
        *((Kind.COMPLAINT, number) for number in connection.scalars(resolved)),
    )


def job_names(connection: Connection, jobs: Collection[Job]) -> dict[Job, tuple[str, str, str]]:
    """Reference, words and customer of jobs that were drawn, in two statements."""
    found: dict[Job, tuple[str, str, str]] = {}
    for kind, table, called in (
        (Kind.PROMISE, promises, customers.c.shown_name),
        (Kind.COMPLAINT, complaints, func.coalesce(customers.c.shown_name, complaints.c.called)),
    ):
        numbers = [number for one, number in jobs if one is kind]
        wanted = (
            select(table.c.id, table.c.ref, table.c.text, called.label("whose"))
            .outerjoin(customers, customers.c.id == table.c.customer_id)
            .where(table.c.id.in_(numbers))
        )
        for row in connection.execute(wanted):
            found[kind, row.id] = (row.ref, row.text, row.whose or "")
    return found
