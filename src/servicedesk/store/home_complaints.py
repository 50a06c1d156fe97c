# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file about complaints: parts of its one statement, and how they are read.

Each part has the columns of ``home``; what only complaints have is told in the last one, as JSON.
"""

import json
from datetime import date

from servicedesk.domain.complaints import ANSWERED, About, Dues, Priority, Stage, Track
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.today_complaints import (
    AlikeCount,
    ComplaintDue,
    QuietFact,
    due_clock,
    law_days,
)

QUIET, ALIKE = "quiet", "alike"
"""What stands in the first column of what is no row of Today."""

_TEXT_MOST = 300
"""Characters of a complaint that are read."""

_OPEN = "o.stage NOT IN ('closed', 'withdrawn', 'duplicate')"
_UNANSWERED = (
    "o.stage IN ('received', 'acknowledged', 'investigating', 'waiting_customer', 'waiting_other')"
)

# ?1: the last due day that counts. What is promised to put it right stands there as a promise.
COMPLAINTS = f"""
SELECT 'complaint', o.id, substr(o.text, 1, {_TEXT_MOST}), o.next_on, NULL, o.customer_id,
  coalesce(c.shown_name, o.called), coalesce(c.remember, ''), o.handler, NULL, o.channel,
  o.job_ref, o.waiting_for, o.snoozed_until, json_object(
    'ref', o.ref, 'stage', o.stage, 'priority', o.priority, 'about', o.about, 'track', o.track,
    'received', o.received_on, 'acknowledge', o.acknowledge_due, 'decide', o.decide_due,
    'aim', o.aim_due, 'ceiling', o.ceiling_due, 'update', o.update_due,
    'promised', o.promised_for, 'again', o.decided_on IS NOT NULL OR o.reopened > 0,
    'told', o.acknowledged_at IS NOT NULL,
    'reminded', EXISTS (SELECT 1 FROM complaint_pauses AS w
      WHERE w.complaint_id = o.id AND w.until IS NULL AND w.reminded_on IS NOT NULL))
FROM complaints AS o LEFT JOIN customers AS c ON c.id = o.customer_id
WHERE {_OPEN} AND o.next_on IS NOT NULL AND (
  ({_UNANSWERED} AND (o.next_on <= +?1 OR o.priority = 'p1'
    OR o.stage IN ('waiting_customer', 'waiting_other')
    OR (o.track = 'data_protection' AND o.acknowledged_at IS NULL)))
  OR (o.stage = 'resolved' AND o.next_on <= +?1 AND o.next_on = o.follow_up_due))
"""

_NOT_DECIDED = ANSWERED | {Stage.WAITING_CUSTOMER}
"""Stages in which no answer is due."""

_NO_MORE = "NULL, NULL, '', '', NULL, NULL, '', '', NULL"


def fact(code: str, text: str, day: str, source: str) -> str:
    """A part that tells how many there are of a sort, and of the first one.

    Args:
        code: of the card that tells of them.
        text: column of the first one.
        day: column of the first one, which tells which that is.
        source: tables and conditions; "o" has the number and the reference.
    """
    return f"""
SELECT '{QUIET}', o.id, {text}, {day}, {_NO_MORE}, NULL, json_object(
    'code', '{code}', 'count', count(*), 'ref', o.ref)
FROM {source} HAVING count(*) > 0
"""


_NOT_REACHED = """(o.customer_id IS NULL OR NOT (
  EXISTS (SELECT 1 FROM customer_reaches AS r WHERE r.customer_id = o.customer_id)
  OR EXISTS (SELECT 1 FROM customer_addresses AS r WHERE r.customer_id = o.customer_id)))"""
_STILL_PROMISED = """EXISTS (SELECT 1 FROM complaint_remedies AS r
  JOIN promises AS p ON p.id = r.promise_id WHERE r.complaint_id = o.id AND p.outcome IS NULL)"""

# ?1 as above; ?2: the last day of a review that counts; ?3: today; ?4: the first day for "alike".
QUIET_PARTS = (
    fact(
        "complaint_insurer",
        f"substr(o.text, 1, {_TEXT_MOST})",
        "min(o.received_on)",
        f"""complaints AS o WHERE {_OPEN} AND (o.is_safety OR o.safety_assessed)
  AND o.insurer_told_on IS NULL AND o.insurer_not_needed = ''""",
    ),
    fact(
        "complaint_no_contact",
        f"substr(o.text, 1, {_TEXT_MOST})",
        "min(o.received_on)",
        f"complaints AS o WHERE {_OPEN} AND {_UNANSWERED} AND {_NOT_REACHED}",
    ),
    fact(
        "complaint_finish",
        f"substr(o.text, 1, {_TEXT_MOST})",
        "min(o.received_on)",
        f"""complaints AS o WHERE {_OPEN} AND (
  (o.stage = 'resolved' AND o.follow_up_on >= o.resolved_on)
  OR (o.stage = 'decided' AND o.next_on < +?3 AND NOT {_STILL_PROMISED})
  OR (o.stage = 'remedy_pending' AND NOT {_STILL_PROMISED}))""",
    ),
    fact(
        "complaint_no_cause",
        f"substr(o.text, 1, {_TEXT_MOST})",
        "min(o.received_on)",
        """complaints AS o WHERE o.main_cause IS NULL AND o.no_cause_because = ''
  AND o.stage IN ('resolved', 'closed')""",
    ),
    fact(
        "behaviour_review",
        "b.limits",
        "min(b.review_on)",
        """complaint_behaviours AS b JOIN complaints AS o ON o.id = b.complaint_id
WHERE b.review_on IS NOT NULL AND b.ended_on IS NULL AND b.review_on <= +?2""",
    ),
    f"""
SELECT '{ALIKE}', NULL, '', NULL, {_NO_MORE}, NULL, json_object(
    'about', about, 'cause', main_cause, 'count', count(*))
FROM complaints INDEXED BY ix_complaints_received_on
WHERE received_on >= +?4 AND stage NOT IN ('withdrawn', 'duplicate')
GROUP BY about, main_cause
""",
)


def complaint_due(on: date, more: str) -> ComplaintDue:
    """What is due of a complaint.

    Args:
        on: the first day on which something is to happen.
        more: the last column.
    """
    told = json.loads(more)
    stage, is_told = Stage(told["stage"]), bool(told["told"])
    acknowledge = date.fromisoformat(told["acknowledge"])
    found = Dues(
        acknowledge_on=acknowledge,
        decide_on=date.fromisoformat(told["decide"]),
        aim_on=_day(told["aim"]),
        ceiling_on=date.fromisoformat(told["ceiling"]),
        update_on=_day(told["update"]),
    )
    received_on = date.fromisoformat(told["received"])
    law_on, law_from = law_days(Track(told["track"]), received_on, acknowledge, is_told=is_told)
    return ComplaintDue(
        ref=told["ref"],
        clock=due_clock(stage, on, found, is_told=is_told, is_reminded=bool(told["reminded"])),
        stage=stage,
        is_first=told["priority"] == Priority.P1.value,
        about=None if told["about"] is None else About(told["about"]),
        aim_on=found.aim_on,
        law_on=law_on,
        law_from=law_from,
        begun_on=None if told["again"] else received_on,
        decide_on=None if stage in _NOT_DECIDED else found.decide_on,
        ceiling_on=_ceiling(found, stage, _day(told["promised"]), is_again=bool(told["again"])),
    )


def _ceiling(found: Dues, stage: Stage, promised: date | None, *, is_again: bool) -> date | None:
    """The end of the eight weeks, where they still count."""
    is_over = promised is not None and promised > found.ceiling_on
    return None if is_over or is_again or stage in ANSWERED else found.ceiling_on


def quiet_fact(record_id: int | None, text: str | None, day: str | None, more: str) -> QuietFact:
    """Something that can wait.

    Args:
        record_id: of the first one, or of the complaint it belongs to.
        text: of it.
        day: of it.
        more: the last column.
    """
    told = json.loads(more)
    return QuietFact(
        code=told["code"],
        count=told["count"],
        text=text or "",
        ref=told["ref"] or "",
        record_id=record_id,
        day=_day(day),
    )


def alike_count(more: str) -> AlikeCount:
    """How many share what they are about and what went wrong underneath.

    Args:
        more: the last column.
    """
    told = json.loads(more)
    about, cause = told["about"], told["cause"]
    return AlikeCount(
        about=None if about is None else About(about),
        cause=None if cause is None else Cause(cause),
        count=told["count"],
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
