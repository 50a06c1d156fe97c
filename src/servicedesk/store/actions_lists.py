# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of the register of actions, each in one statement."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.actions_rules import (
    SOON,
    ActionChip,
    ActionCounts,
    ActionLine,
    in_order,
)
from servicedesk.store.actions import action_of, actions
from servicedesk.store.complaints import complaints
from servicedesk.store.feedback import feedback


def action_lines(
    connection: Connection, chip: ActionChip, today: date, only: int | None = None
) -> tuple[ActionLine, ...]:
    """Actions that a chip shows, in the order in which they are read.

    Args:
        connection: reads.
        chip: which ones.
        today: in the shop.
        only: number of the only one that is wanted; None for all. There are some dozens a year.
    """
    is_from_feedback = and_(
        actions.c.source == ActionSource.FEEDBACK, feedback.c.id == actions.c.source_id
    )
    ref = func.coalesce(complaints.c.ref, feedback.c.ref, "").label("ref")
    wanted = (
        select(actions, ref)
        .outerjoin(complaints, complaints.c.id == actions.c.complaint_id)
        .outerjoin(feedback, is_from_feedback)
        .where(_shown(chip, today))
    )
    if only is not None:
        wanted = wanted.where(actions.c.id == only)
    rows = connection.execute(wanted)
    return in_order(ActionLine(card=action_of(row), ref=row.ref) for row in rows)


def action_counts(connection: Connection, today: date) -> ActionCounts:
    """How many actions of each sort there are."""
    soon = and_(actions.c.done_on.is_(None), actions.c.due_on.between(today, today + SOON))
    sorts = (
        _shown(ActionChip.OPEN, today),
        _shown(ActionChip.LATE, today),
        soon,
        _shown(ActionChip.TO_CHECK, today),
        _shown(ActionChip.DONE, today),
    )
    counts = (func.count().filter(one) for one in sorts)
    row = connection.execute(select(*counts).select_from(actions)).one()
    opened, late, due_soon, to_check, done = map(int, row)
    return ActionCounts(
        still_open=opened, late=late, due_soon=due_soon, to_check=to_check, done=done
    )


def _shown(chip: ActionChip, today: date) -> ColumnElement[bool]:
    """The condition of a chip: as ``actions_rules.fits`` has it."""
    kept = actions.c
    match chip:
        case ActionChip.OPEN:
            return kept.done_on.is_(None)
        case ActionChip.LATE:
            return and_(kept.done_on.is_(None), kept.due_on < today)
        case ActionChip.TO_CHECK:
            return and_(
                kept.done_on.is_not(None),
                kept.works.is_(None),
                kept.checked_on.is_(None),
                kept.check_on <= today,
            )
        case ActionChip.DONE:
            return kept.done_on.is_not(None)
        case ActionChip.ALL:
            return true()
