# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is shown of records other than customers that were found: a line for each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection

from servicedesk.domain.complaints import About, Stage
from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask

_MOST = 300
"""Characters of a complaint that are read."""

# The few that were found come first, so that no table is read whole, whatever is known of its size.
# In each: id, reference, text, day, customer, what to remember, about, stage, complaint.
_PROMISES = """
SELECT p.id, p.ref, p.text, p.due_on, c.shown_name, c.remember, NULL, NULL, NULL
FROM json_each(?) AS j CROSS JOIN promises AS p ON p.id = j.value
  LEFT JOIN customers c ON c.id = p.customer_id
WHERE p.binned_at IS NULL
"""
_CONTACTS = """
SELECT o.id, '', o.text, substr(o.at, 1, 10), c.shown_name, c.remember, NULL, NULL, NULL
FROM json_each(?) AS j CROSS JOIN contacts AS o ON o.id = j.value
  LEFT JOIN customers c ON c.id = o.customer_id
WHERE o.binned_at IS NULL
"""
_LETTERS = """
SELECT l.id, l.ref, l.title, l.issued_on, c.shown_name, c.remember, NULL, NULL, NULL
FROM json_each(?) AS j CROSS JOIN letters AS l ON l.id = j.value
  LEFT JOIN customers c ON c.id = l.customer_id
"""
_COMPLAINTS = f"""
SELECT o.id, o.ref, substr(o.text, 1, {_MOST}), o.received_on, coalesce(c.shown_name, o.called),
  c.remember, o.about, o.stage, NULL
FROM json_each(?) AS j CROSS JOIN complaints AS o ON o.id = j.value
  LEFT JOIN customers c ON c.id = o.customer_id
"""
_ACTIONS = """
SELECT a.id, o.ref, a.text, coalesce(a.done_on, a.due_on), coalesce(c.shown_name, o.called),
  c.remember, NULL, NULL, a.complaint_id
FROM json_each(?) AS j CROSS JOIN actions AS a ON a.id = j.value
  LEFT JOIN complaints o ON o.id = a.complaint_id
  LEFT JOIN customers c ON c.id = o.customer_id
"""
_FEEDBACK = f"""
SELECT f.id, f.ref, substr(CASE WHEN f.text <> '' THEN f.text ELSE f.better END, 1, {_MOST}),
  f.given_on, coalesce(c.shown_name, f.called), c.remember, NULL, NULL, NULL
FROM json_each(?) AS j CROSS JOIN feedback AS f ON f.id = j.value
  LEFT JOIN customers c ON c.id = f.customer_id
WHERE f.binned_at IS NULL
"""
_LINES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROMISE: _PROMISES,
        Kind.CONTACT: _CONTACTS,
        Kind.LETTER: _LETTERS,
        Kind.COMPLAINT: _COMPLAINTS,
        Kind.ACTION: _ACTIONS,
        Kind.FEEDBACK: _FEEDBACK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A record that was found.

    Args:
        id: of the record.
        ref: its reference, or that of the complaint an action came from; "" where there is none.
        text: what it is about; may be empty for a complaint or for feedback.
        day: when it is due, or was; None for an action without a day.
        customer: as shown; "" for nobody.
        remember: the line to remember about them; may be empty.
        about: what a complaint is about, or None.
        stage: of a complaint, else None.
        complaint_id: of the complaint that an action came from, else None.
    """

    id: int
    ref: str
    text: str
    day: date | None
    customer: str
    remember: str
    about: About | None = None
    stage: Stage | None = None
    complaint_id: int | None = None


def lines_of(connection: Connection, kind: Kind, ids: Sequence[int]) -> list[Line]:
    """Lines of records in the order of their numbers as given; those that are gone left out.

    Args:
        connection: reads.
        kind: PROMISE, CONTACT, LETTER, COMPLAINT, ACTION or FEEDBACK.
        ids: of the records.
    """
    found = {
        number: Line(
            id=number,
            ref=ref or "",
            text=text,
            day=None if day is None else date.fromisoformat(day),
            customer=customer or "",
            remember=remember or "",
            about=None if about is None else About(about),
            stage=None if stage is None else Stage(stage),
            complaint_id=complaint_id,
        )
        for number, ref, text, day, customer, remember, about, stage, complaint_id in ask(
            connection, _LINES[kind], (json.dumps(list(ids)),)
        )
    }
    return [found[one] for one in ids if one in found]
