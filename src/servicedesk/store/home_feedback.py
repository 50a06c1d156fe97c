# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file about feedback: parts of its one statement.

Each part has the columns of ``home``.
"""

from servicedesk.domain.today_quiet import FEEDBACK_TO_ANSWER
from servicedesk.store.home_complaints import fact

_TEXT_MOST = 300
"""Characters of what they said that are read."""

_SAID = f"substr(CASE WHEN o.text <> '' THEN o.text ELSE o.better END, 1, {_TEXT_MOST})"

# ?1: the last due day that counts.
FEEDBACK = f"""
SELECT 'feedback', o.id, {_SAID}, o.follow_up_due, NULL, o.customer_id,
  coalesce(c.shown_name, o.called), coalesce(c.remember, ''), '', o.given_on, o.channel, '', '',
  o.snoozed_until, NULL
FROM feedback AS o LEFT JOIN customers AS c ON c.id = o.customer_id
WHERE o.follow_up_due IS NOT NULL AND o.followed_up_on IS NULL AND o.binned_at IS NULL
  AND o.follow_up_due <= +?1
"""

FEEDBACK_QUIET = fact(
    FEEDBACK_TO_ANSWER,
    _SAID,
    "min(o.given_on)",
    """feedback AS o WHERE o.wants_answer = 1 AND o.answered_on IS NULL
  AND o.complaint_id IS NULL AND o.binned_at IS NULL""",
)
"""Whoever waits for an answer; those whose low mark is followed up stand there as rows too."""
