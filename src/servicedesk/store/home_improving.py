# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file about getting better: parts of its one statement, and a column.

Each part has the columns of ``home``.
"""

import json
from datetime import date

from servicedesk.domain.checks import Bank
from servicedesk.domain.routines import BegunCheck, Routine, RoutinesSeen
from servicedesk.domain.today_improving import IDEA_TRY, SKILL_RENEW
from servicedesk.store.home_complaints import QUIET

# ?1: the last due day that counts; ?3: today. In the last column: it is only to be looked at.
ACTIONS = """
SELECT 'action', a.id, a.text, a.due_on, NULL, NULL, '', '', a.owner, NULL, NULL,
  coalesce(o.ref, ''), '', NULL, NULL
FROM actions AS a LEFT JOIN complaints AS o ON o.id = a.complaint_id
WHERE a.done_on IS NULL AND a.due_on <= +?1
UNION ALL
SELECT 'action', a.id, a.text, a.check_on, NULL, NULL, '', '', a.owner, a.done_on, NULL,
  coalesce(o.ref, ''), '', NULL, 'check'
FROM actions AS a LEFT JOIN complaints AS o ON o.id = a.complaint_id
WHERE a.check_on IS NOT NULL AND a.checked_on IS NULL AND a.check_on <= +?3
"""

_NO_MORE = "NULL, NULL, '', '', NULL, NULL, '', '', NULL, NULL"


def _fact(code: str, record: str, text: str, day: str, source: str) -> str:
    return f"""
SELECT '{QUIET}', {record}, {text}, min({day}), {_NO_MORE}, json_object(
    'code', '{code}', 'count', count(*), 'ref', '')
FROM {source} HAVING count(*) > 0
"""


# ?2: the last day of a review that counts; ?3: today.
IMPROVING_QUIET = (
    _fact(
        SKILL_RENEW,
        "s.person_id",
        "s.what || ' (' || p.name || ')'",
        "s.renew_on",
        """skills AS s JOIN people AS p ON p.id = s.person_id
WHERE s.renew_on IS NOT NULL AND s.renew_on <= +?2""",
    ),
    _fact(
        IDEA_TRY,
        "ideas.id",
        "ideas.what",
        "ideas.try_by",
        "ideas WHERE verdict IS NULL AND tried_on IS NULL AND try_by <= +?3",
    ),
)

_FINISHED = (
    "(SELECT max(finished_on) FROM checks WHERE bank = '{bank}' AND finished_on IS NOT NULL)"
)
ROUTINES = f"""
(SELECT json_object(
  'published', (SELECT min(published_on) FROM charter_versions
    WHERE published_on IS NOT NULL AND EXISTS (
      SELECT 1 FROM charter_versions WHERE status = 'published')),
  '{Routine.SELF_CHECK.value}', {_FINISHED.format(bank=Bank.SELF_CHECK.value)},
  '{Routine.SECURITY.value}', {_FINISHED.format(bank=Bank.SECURITY.value)},
  '{Routine.REVIEW.value}', (SELECT max(coalesce(held_on, finished_on)) FROM reviews
    WHERE finished_on IS NOT NULL),
  'next', (SELECT max(next_on) FROM reviews WHERE finished_on IS NOT NULL),
  'review_open', EXISTS (SELECT 1 FROM reviews WHERE finished_on IS NULL),
  '{Routine.CHARTER_CHECK.value}', (SELECT max(drawn_on) FROM job_checks AS j
    WHERE NOT EXISTS (SELECT 1 FROM job_check_answers AS a
      WHERE a.job_check_id = j.id AND a.verdict IS NULL)),
  'jobs_open', EXISTS (SELECT 1 FROM job_check_answers WHERE verdict IS NULL),
  '{Routine.FAIRNESS.value}', (SELECT max(finished_on) FROM fairness_checks),
  'fairness_open', EXISTS (SELECT 1 FROM fairness_checks WHERE finished_on IS NULL),
  'checks', (SELECT json_group_array(json_array(checks.bank, checks.started_on,
      (SELECT count(*) FROM check_answers AS a
        WHERE a.check_id = checks.id AND a.answer IS NOT NULL),
      length(asked) - length(replace(asked, ' ', '')) + (asked <> '')))
    FROM checks WHERE checks.finished_on IS NULL)))
"""
"""One column: a JSON object."""

_OPEN = {
    Routine.REVIEW: "review_open",
    Routine.CHARTER_CHECK: "jobs_open",
    Routine.FAIRNESS: "fairness_open",
}


def routines_seen(column: str) -> RoutinesSeen:
    """What the column says."""
    told = json.loads(column)
    checks = [
        BegunCheck(
            bank=Bank(bank), started_on=date.fromisoformat(day), answered=answered, asked=asked
        )
        for bank, day, answered, asked in told["checks"]
    ]
    banks = {check.bank.value for check in checks}
    going = {one for one in Routine if told.get(_OPEN.get(one, "")) or one.value in banks}
    return RoutinesSeen(
        published_on=_day(told["published"]),
        last={one: date.fromisoformat(told[one]) for one in Routine if told[one]},
        going=frozenset(going),
        review_next=_day(told["next"]),
        checks=tuple(sorted(checks, key=lambda check: (check.started_on, check.bank))),
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
