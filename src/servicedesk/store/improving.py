# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the overview of Improve asks of the file: plain counts and last days, in one statement."""

from datetime import date

from sqlalchemy import Connection

from servicedesk.domain.actions_rules import ActionChip
from servicedesk.domain.improving import FIRST, TRAINING_AHEAD, ImproveOverview
from servicedesk.store.actions_lists import action_counts, action_lines
from servicedesk.store.asking import ask

# ?1: today; ?2: the last day of a training that is told of.
_ASKED = """
SELECT
  EXISTS (SELECT 1 FROM checks WHERE bank = 'self_check' AND finished_on IS NULL),
  (SELECT id FROM checks WHERE bank = 'self_check' AND finished_on IS NOT NULL
    ORDER BY finished_on DESC, id DESC LIMIT 1),
  (SELECT max(finished_on) FROM checks WHERE bank = 'self_check'),
  (SELECT count(*) FROM people),
  (SELECT count(*) FROM people WHERE role = 'owner'),
  (SELECT count(*) FROM skills) + (SELECT count(*) FROM staff_notes) +
    (SELECT count(*) FROM between_us),
  (SELECT count(*) FROM skills WHERE renew_on <= ?2),
  EXISTS (SELECT 1 FROM reviews WHERE finished_on IS NULL),
  (SELECT max(coalesce(held_on, finished_on)) FROM reviews WHERE finished_on IS NOT NULL),
  (SELECT max(next_on) FROM reviews WHERE finished_on IS NOT NULL),
  (SELECT count(*) FROM offers WHERE ends_on IS NULL OR ends_on >= ?1),
  (SELECT max(finished_on) FROM fairness_checks),
  (SELECT count(DISTINCT n.customer_id) FROM support_needs AS n, customers AS c
    WHERE c.id = n.customer_id AND c.binned_at IS NULL AND c.merged_into_id IS NULL),
  (SELECT count(*) FROM support_needs AS n, customers AS c
    WHERE n.review_on <= ?1 AND c.id = n.customer_id AND c.binned_at IS NULL
      AND c.merged_into_id IS NULL),
  (SELECT count(*) FROM ideas WHERE verdict IS NULL OR verdict = 'try_again'),
  (SELECT count(*) FROM ideas WHERE try_by <= ?1
    AND (verdict = 'try_again' OR (verdict IS NULL AND tried_on IS NULL))),
  EXISTS (SELECT 1 FROM service_plans)
"""


def improve_overview(connection: Connection, today: date) -> ImproveOverview:
    """What the overview tells.

    Args:
        connection: reads.
        today: in the shop.
    """
    soon = today + TRAINING_AHEAD
    (row,) = ask(connection, _ASKED, (today.isoformat(), soon.isoformat()))
    open_check, last_check, checked, people, owners, of_team, training, *rest = row
    open_review, reviewed, following, offers, fair, helped, asks, ideas, ideas_due, plan = rest
    return ImproveOverview(
        actions=action_counts(connection, today),
        first=action_lines(connection, ActionChip.OPEN, today)[:FIRST],
        check_open=bool(open_check),
        check_last=last_check,
        checked_on=_day(checked),
        people=people,
        owners=owners,
        kept_of_team=of_team,
        training_due=training,
        review_open=bool(open_review),
        reviewed_on=_day(reviewed),
        review_next=_day(following),
        offers=offers,
        fair_on=_day(fair),
        helped=helped,
        asks_due=asks,
        ideas_open=ideas,
        ideas_due=ideas_due,
        has_plan=bool(plan),
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
