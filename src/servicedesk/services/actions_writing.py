# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes an action into the register inside somebody else's step."""

from collections.abc import Callable
from datetime import date

from servicedesk.domain.actions import ActionCard, ActionDraft, check_day, checked_action
from servicedesk.domain.errors import Refusal
from servicedesk.services.unit import Unit
from servicedesk.store.actions import action, action_values, actions


def write_action(
    unit: Unit, draft: ActionDraft, today: date, complaint_id: int | None = None
) -> int:
    """Write an action down.

    Args:
        unit: the open step.
        draft: as typed.
        today: in the shop.
        complaint_id: of the complaint it came from, or None.

    Returns:
        Its number.

    Raises:
        Refusal: what ``checked_action`` raises.
    """
    tidy = checked_action(draft, today)
    by = {"complaint_id": complaint_id, "check_note": "", "check_on": check_day(tidy)}
    return unit.insert(actions, {**action_values(tidy), **by})


def rewrite_action(
    unit: Unit, action_id: int, rule: Callable[[ActionCard], ActionCard]
) -> ActionCard:
    """Have a rule make another one of an action that is kept, and keep that.

    Args:
        unit: the open step.
        action_id: of the action.
        rule: one of ``actions_rules``.

    Raises:
        Refusal: ``record_gone``, or what the rule raises.
    """
    found = action(unit.connection, action_id)
    if found is None:
        raise Refusal("record_gone", record=actions.name)
    card = rule(found)
    seen = {
        "check_on": card.check_on,
        "checked_on": card.checked_on,
        "works": card.works,
        "check_note": card.check_note,
    }
    unit.update(actions, action_id, {**action_values(card.draft), **seen})
    return card
