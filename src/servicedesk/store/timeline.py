# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the timeline of a customer asks of the file: one statement for a page, one for figures.

Each sort of entry brings no more than the page has room for, in the order of an index, so that a
page takes as long for fifty entries as for thousands. Files alone have none: theirs are sorted.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import ANSWERED, Stage
from servicedesk.domain.customers import Channel
from servicedesk.domain.timeline import TimelineChip, TimelineFigures, TimelinePlace, TimelineRow
from servicedesk.store.asking import ask
from servicedesk.store.types import Moment

TITLE_MOST = 300
"""Characters of a text that a line shows; the rest is where the record opens."""

_LAST_OF_DAY = "~"
"""Sorts what has a day and no minute above everything of that day."""

_DAY_LETTERS = 10
_ABOVE_ALL = (1 << 63) - 1
_BELOW_ALL = 0
"""What numbers of records lie between."""

# In each: part, id, key, text, code, channel, who, first day, last, minute, number, flag, other.
_PROMISES = f"""
SELECT 'promises' AS part, p.id AS id, newest.day || '{_LAST_OF_DAY}' AS key,
  substr(p.text, 1, {TITLE_MOST}), p.outcome, p.channel, p.promiser, p.made_on, p.due_on,
  coalesce(p.ended_at, p.due_at), NULL, p.is_revised, p.waiting_for
FROM (
  SELECT * FROM (
    SELECT id AS this, ended_on AS day FROM promises INDEXED BY ix_promises_ended_on
    WHERE customer_id = ? AND ended_on IS NOT NULL AND +binned_at IS NULL
      AND (ended_on, id) < (?, ?)
    ORDER BY ended_on DESC, id DESC LIMIT ?
  )
  UNION ALL
  SELECT * FROM (
    SELECT id, due_on FROM promises INDEXED BY ix_promises_not_ended
    WHERE customer_id = ? AND ended_on IS NULL AND +binned_at IS NULL AND (due_on, id) < (?, ?)
    ORDER BY due_on DESC, id DESC LIMIT ?
  )
) AS newest CROSS JOIN promises AS p ON p.id = newest.this
"""
_UNANSWERED = ", ".join(f"'{stage.value}'" for stage in Stage if stage not in ANSWERED)
# Of the first answer and the last, the one that came the latest after its own day.
_FIRST_COUNTS = """(answered_on IS NULL OR julianday(decided_on)
      - julianday(coalesce(first_due, decide_due))
      > julianday(answered_on) - julianday(coalesce(judged_due, decide_due)))"""
_COMPLAINTS = f"""
SELECT * FROM (
  SELECT 'complaints' AS part, id, received_on || '{_LAST_OF_DAY}' AS key,
    substr(text, 1, {TITLE_MOST}), stage, channel, about,
    CASE WHEN {_FIRST_COUNTS} THEN decided_on ELSE answered_on END,
    CASE WHEN stage IN ({_UNANSWERED}) OR decided_on IS NULL THEN decide_due
      WHEN {_FIRST_COUNTS} THEN coalesce(first_due, decide_due)
      ELSE coalesce(judged_due, decide_due) END,
    received_at, NULL, priority = 'p1', ref
  FROM complaints WHERE customer_id = ? AND (received_on, id) < (?, ?)
  ORDER BY received_on DESC, id DESC LIMIT ?
)
"""
_FEEDBACK = f"""
SELECT * FROM (
  SELECT 'feedback' AS part, id, given_on || '{_LAST_OF_DAY}' AS key,
    substr(CASE WHEN text <> '' THEN text ELSE better END, 1, {TITLE_MOST}), kind, channel, NULL,
    CASE WHEN followed_up_on IS NULL AND complaint_id IS NULL THEN follow_up_due END,
    CASE WHEN complaint_id IS NOT NULL THEN 'complaint'
      WHEN follow_up_due IS NOT NULL AND followed_up_on IS NULL THEN 'follow_up'
      WHEN wants_answer = 1 AND answered_on IS NULL THEN 'to_answer'
      WHEN answered_on IS NOT NULL THEN 'answered'
      WHEN followed_up_on IS NOT NULL THEN 'followed_up'
      WHEN thanked_on IS NOT NULL THEN 'thanked' END,
    NULL, satisfaction, wants_answer, ref
  FROM feedback WHERE customer_id = ? AND +binned_at IS NULL AND (given_on, id) < (?, ?)
  ORDER BY given_on DESC, id DESC LIMIT ?
)
"""
_CONTACTS = f"""
SELECT * FROM (
  SELECT 'contacts' AS part, id, at AS key, substr(text, 1, {TITLE_MOST}), NULL, channel, by_whom,
    next_on, coalesce(answered_on, promise_id), at, answered_minutes, is_incoming, is_sorted
  FROM contacts
  WHERE customer_id = ? AND +binned_at IS NULL AND +letter_id IS NULL AND (at, id) < (?, ?)
  ORDER BY at DESC, id DESC LIMIT ?
)
"""
_LETTERS = f"""
SELECT * FROM (
  SELECT 'letters' AS part, id, issued_on || '{_LAST_OF_DAY}' AS key,
    substr(title, 1, {TITLE_MOST}), template, NULL, signatory, NULL, NULL, written_at, NULL, NULL,
    ref
  FROM letters WHERE customer_id = ? AND (issued_on, id) < (?, ?)
  ORDER BY issued_on DESC, id DESC LIMIT ?
)
"""
_VISITS = f"""
SELECT * FROM (
  SELECT 'visits' AS part, id, day || '{_LAST_OF_DAY}' AS key, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, bought_else, NULL
  FROM customer_visits WHERE customer_id = ? AND (day, id) < (?, ?)
  ORDER BY day DESC, id DESC LIMIT ?
)
"""
_FILES = f"""
SELECT * FROM (
  SELECT 'files' AS part, f.id AS id, f.added_on || '{_LAST_OF_DAY}' AS key,
    substr(f.name, 1, {TITLE_MOST}), f.kind, NULL, NULL, NULL, NULL, NULL, a.size, NULL, NULL
  FROM (
    SELECT id AS this FROM record_files WHERE kind = 'customer' AND record_id = ?
    UNION ALL
    SELECT f.id FROM contacts AS w INDEXED BY ix_contacts_customer_id
      CROSS JOIN record_files AS f ON f.kind = 'contact' AND f.record_id = w.id
      CROSS JOIN contacts AS c ON c.id = w.id
    WHERE w.customer_id = ? AND c.binned_at IS NULL
    UNION ALL
    SELECT f.id FROM promises AS w INDEXED BY ix_promises_customer_id
      CROSS JOIN record_files AS f ON f.kind = 'promise' AND f.record_id = w.id
      CROSS JOIN promises AS p ON p.id = w.id
    WHERE w.customer_id = ? AND p.binned_at IS NULL
    UNION ALL
    SELECT f.id FROM complaints AS w INDEXED BY ix_complaints_customer_id
      CROSS JOIN record_files AS f ON f.kind = 'complaint' AND f.record_id = w.id
    WHERE w.customer_id = ?
  ) AS theirs CROSS JOIN record_files AS f ON f.id = theirs.this
    CROSS JOIN attachments AS a ON a.id = f.attachment_id
  WHERE (f.added_on, f.id) < (?, ?)
  ORDER BY f.added_on DESC, f.id DESC LIMIT ?
)
"""
_PARTS = {
    TimelineChip.PROMISES: (_PROMISES, 1, 2),
    TimelineChip.COMPLAINTS: (_COMPLAINTS, 1, 1),
    TimelineChip.FEEDBACK: (_FEEDBACK, 1, 1),
    TimelineChip.CONTACTS: (_CONTACTS, 1, 1),
    TimelineChip.LETTERS: (_LETTERS, 1, 1),
    TimelineChip.VISITS: (_VISITS, 1, 1),
    TimelineChip.FILES: (_FILES, 4, 1),
}
"""What each sort is read by; how often it asks for whom, and how often for all there is to ask."""

_ALL = " UNION ALL ".join(text for text, *_ in _PARTS.values())
_ORDER = "ORDER BY key DESC, part DESC, id DESC LIMIT ?"
_MOMENT = Moment()
_STATEMENTS = {
    # Put together first and sorted once: it takes less than to sort each and to merge them.
    TimelineChip.ALL: f"SELECT * FROM ({_ALL}) {_ORDER}",
    **{chip: f"{text} {_ORDER}" for chip, (text, *_) in _PARTS.items()},
}
_FIGURES = """
SELECT made.kept, made.late, made.broken, made.open, made.overdue, asked.open,
  said.total, said.open,
  (SELECT count(*) FROM feedback WHERE customer_id = ?1 AND +binned_at IS NULL),
  heard.at, heard.channel,
  (SELECT max(day) FROM customer_visits WHERE customer_id = ?1),
  min(c.added_on, coalesce(c.first_visit_on, c.added_on))
FROM customers AS c
CROSS JOIN (
  SELECT total(outcome = 'kept') AS kept, total(outcome = 'late') AS late,
    total(outcome = 'broken') AS broken, total(outcome IS NULL) AS open,
    total(outcome IS NULL AND due_on < ?2) AS overdue
  FROM promises WHERE customer_id = ?1 AND +binned_at IS NULL
) AS made
CROSS JOIN (
  SELECT count(*) AS open FROM contacts
  WHERE next_on IS NOT NULL AND answered_on IS NULL AND promise_id IS NULL
    AND binned_at IS NULL AND +customer_id = ?1
) AS asked
CROSS JOIN (
  SELECT total(stage <> 'duplicate') AS total,
    total(stage NOT IN ('closed', 'withdrawn', 'duplicate')) AS open
  FROM complaints WHERE customer_id = ?1
) AS said
LEFT JOIN (
  SELECT * FROM (
    SELECT * FROM (
      SELECT at, channel FROM contacts
      WHERE customer_id = ?1 AND is_incoming = 1 AND +binned_at IS NULL
      ORDER BY at DESC LIMIT 1
    )
    UNION ALL
    SELECT * FROM (
      SELECT received_at AS at, channel FROM complaints
      WHERE customer_id = ?1 ORDER BY received_on DESC, id DESC LIMIT 1
    )
    UNION ALL
    SELECT * FROM (
      SELECT given_on || 'T12:00:00.000000Z' AS at, channel FROM feedback
      WHERE customer_id = ?1 AND +binned_at IS NULL ORDER BY given_on DESC, id DESC LIMIT 1
    )
  ) ORDER BY at DESC LIMIT 1
) AS heard
WHERE c.id = ?1
"""


def timeline_rows(
    connection: Connection,
    customer_id: int,
    chip: TimelineChip,
    before: TimelinePlace | None,
    limit: int,
) -> tuple[TimelineRow, ...]:
    """A page of entries, the newest first, in one statement.

    Args:
        connection: reads the file.
        customer_id: whose.
        chip: which sort of entry.
        before: the place of the entry that the page comes after, or None for the first page.
        limit: how many at most.
    """
    wanted = _PARTS if chip is TimelineChip.ALL else {chip: _PARTS[chip]}
    values: list[object] = []
    for part, (_, times, rounds) in wanted.items():
        values += [*[customer_id] * times, *_bounds(part, before), limit] * rounds
    found = ask(connection, _STATEMENTS[chip], (*values, limit))
    return tuple(map(_row, found))


def _bounds(part: TimelineChip, before: TimelinePlace | None) -> tuple[str, int]:
    """The day or moment, and the number, below which entries of a sort come after a place."""
    if before is None:
        return _LAST_OF_DAY, _ABOVE_ALL
    key = before.key
    if part is not TimelineChip.CONTACTS:
        if not key.endswith(_LAST_OF_DAY):  # a minute: all that is of its day stands above it
            return key[:_DAY_LETTERS], _BELOW_ALL
        key = key[:_DAY_LETTERS]
    if part.value == before.part:
        return key, before.id
    return key, _ABOVE_ALL if part.value < before.part else _BELOW_ALL


def timeline_figures(connection: Connection, customer_id: int, today: date) -> TimelineFigures:
    """The figures of a customer, in one statement; all nothing for one who is not there."""
    rows = ask(connection, _FIGURES, (customer_id, today.isoformat()))
    return _figures(rows[0]) if rows else TimelineFigures()


def _row(row: Sequence[Any]) -> TimelineRow:
    part, number, key, text, code, channel, who, first_on, last, at, figure, flag, other = row
    return TimelineRow(
        place=TimelinePlace(key=key, part=part, id=number),
        text=text or "",
        code=code or "",
        channel=None if channel is None else Channel(channel),
        who=who or "",
        first_on=None if first_on is None else date.fromisoformat(first_on),
        last=None if last is None else str(last),
        at=None if at is None else _MOMENT.out_of_file(at),
        number=figure,
        flag=bool(flag),
        other=str(other or ""),
    )


def _figures(row: Sequence[Any]) -> TimelineFigures:
    kept, late, broken, is_open, overdue, enquiries, *rest = row
    complaints, open_complaints, feedback, at, channel, visited, first = rest
    heard_on = None if at is None else _MOMENT.out_of_file(at).astimezone(LONDON).date()
    heard_by = None if channel is None else Channel(channel)
    visited_on = None if visited is None else date.fromisoformat(visited)
    if visited_on is not None and (heard_on is None or visited_on > heard_on):
        heard_on, heard_by = visited_on, Channel.COUNTER
    return TimelineFigures(
        kept=int(kept),
        late=int(late),
        broken=int(broken),
        open_promises=int(is_open),
        overdue=int(overdue),
        enquiries=enquiries,
        complaints=int(complaints),
        open_complaints=int(open_complaints),
        feedback=feedback,
        heard_on=heard_on,
        heard_by=heard_by,
        first_on=date.fromisoformat(first),
    )
