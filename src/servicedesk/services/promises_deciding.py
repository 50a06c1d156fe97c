# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes what one line of Catch up says, inside the step of all of them."""

from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Outcome, PromiseCard
from servicedesk.domain.promises_catching_up import CaughtUp, Decision
from servicedesk.services.promises_repeating import write_next
from servicedesk.services.promises_writing import (
    Ground,
    write_done,
    write_ended,
    write_new_date,
)
from servicedesk.services.unit import Unit


def write_decision(
    unit: Unit, card: PromiseCard, decision: Decision, ground: Ground
) -> PromiseCard:
    """Write down what became of a promise.

    Args:
        unit: the step it is part of.
        card: of the open promise.
        decision: what became of it.
        ground: what it stands on.

    Raises:
        Refusal: ``promise_needs_new_date``, or as the write of each ending and of a new date.
    """
    if decision.what is CaughtUp.NEW_DATE:
        if decision.due is None:
            raise Refusal("promise_needs_new_date", "due")
        return write_new_date(unit, card, decision.due, decision.agreed, decision.words, ground)
    ended = _ended(unit, card, decision, ground)
    write_next(unit, ended, ground)
    return ended


def _ended(unit: Unit, card: PromiseCard, decision: Decision, ground: Ground) -> PromiseCard:
    on = decision.on or ground.today
    if decision.what is CaughtUp.KEPT_ON_DAY:
        at = card.due.at
        if at is not None and at > ground.now:
            at = None
        return write_done(unit, card, min(card.due.day, ground.today), at, ground)
    if decision.what is CaughtUp.DONE_ON:
        return write_done(unit, card, on, None, ground)
    outcome = Outcome.BROKEN if decision.what is CaughtUp.BROKEN else Outcome.RELEASED
    return write_ended(unit, card, outcome, on, decision.words, ground)
