# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes an action into the register inside somebody else's step."""

from datetime import date

from servicedesk.domain.actions import ActionDraft, check_day, checked_action
from servicedesk.services.unit import Unit
from servicedesk.store.actions import action_values, actions


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
