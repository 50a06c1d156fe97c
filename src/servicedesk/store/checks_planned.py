# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What came of a check: the actions that were planned from it, for its report."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from servicedesk.domain.actions import ActionDraft, ActionSource
from servicedesk.store.actions import action_of, actions


def actions_of_check(connection: Connection, check_id: int) -> Mapping[str, ActionDraft]:
    """The newest action that was planned from a check, by question id.

    Args:
        connection: reads the file.
        check_id: of the check.
    """
    rows = connection.execute(
        select(actions)
        .where(actions.c.source == ActionSource.SELF_CHECK, actions.c.source_id == check_id)
        .order_by(actions.c.id)
    )
    found = (action_of(row).draft for row in rows)
    return {draft.source_key: draft for draft in found}
