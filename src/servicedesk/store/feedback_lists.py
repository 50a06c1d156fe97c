# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of feedback: which in which order, and a page of their lines at a time."""

import json
from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, select, text

from servicedesk.domain.customers import Channel
from servicedesk.domain.feedback import Decision, FeedbackKind
from servicedesk.domain.feedback_listed import COUNTED, FeedbackChip, FeedbackRow
from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.feedback import LOW_MARK, feedback
from servicedesk.store.words_finding import holds

Condition = ColumnElement[bool] | TextClause

TEXT_MOST = 300
"""Characters of a text that a line shows; the rest is where the record opens."""


def feedback_ids(
    connection: Connection,
    chip: FeedbackChip,
    words: Sequence[str] = (),
    customer_id: int | None = None,
) -> "array[int]":
    """The numbers of the feedback of a list, in its order.

    What is to be followed up comes by the day it is due; the rest with the newest first.

    Args:
        connection: to read from.
        chip: which of it.
        words: folded; each must stand in what is written of it, or of its customer.
        customer_id: only from this customer, or None.
    """
    if not words and customer_id is None:
        statement = f"SELECT id FROM feedback WHERE {_CHIPS[chip]} {_order(chip)}"
        return array("q", (row[0] for row in ask(connection, statement)))
    wanted: list[Condition] = [text(_CHIPS[chip])]
    wanted += [holds(word, at, Kind.FEEDBACK) for at, word in enumerate(words)]
    if customer_id is not None:
        wanted.append(feedback.c.customer_id == customer_id)
    asked = select(feedback.c.id).where(*wanted).suffix_with(text(_order(chip)))
    return array("q", connection.scalars(asked))


def feedback_rows(connection: Connection, ids: Sequence[int]) -> tuple[FeedbackRow, ...]:
    """The lines of these, in this order; one that is gone is left out."""
    found = {row[0]: _row(row) for row in ask(connection, _ROWS, (json.dumps(list(ids)),))}
    return tuple(found[one] for one in ids if one in found)


def feedback_counts(connection: Connection) -> dict[FeedbackChip, int]:
    """How many stand in each list that is short enough to be counted; one statement."""
    (row,) = ask(connection, _COUNTS)
    return dict(zip(COUNTED, row, strict=True))


_THERE = "binned_at IS NULL"
_DATED = f"given_on >= '{date.min.isoformat()}' AND {_THERE}"  # read along the index of days
# Written out, because a partial index serves only a query that names its very condition.
_CHIPS: Mapping[FeedbackChip, str] = MappingProxyType(
    {
        FeedbackChip.ALL: _DATED,
        FeedbackChip.FOLLOW_UP: (
            f"follow_up_due IS NOT NULL AND followed_up_on IS NULL AND {_THERE}"
        ),
        FeedbackChip.TO_ANSWER: (
            f"wants_answer = 1 AND answered_on IS NULL AND complaint_id IS NULL AND {_THERE}"
        ),
        FeedbackChip.LOW: f"{LOW_MARK} AND {_THERE}",
        FeedbackChip.SUGGESTIONS: f"{_DATED} AND kind = '{FeedbackKind.SUGGESTION.value}'",
        FeedbackChip.COMPLIMENTS: f"{_DATED} AND kind = '{FeedbackKind.COMPLIMENT.value}'",
        FeedbackChip.COMMENTS: f"{_DATED} AND kind = '{FeedbackKind.COMMENT.value}'",
        FeedbackChip.ANSWERS: f"{_DATED} AND kind = '{FeedbackKind.ANSWER.value}'",
        FeedbackChip.REVIEWS: f"{_DATED} AND kind = '{FeedbackKind.REVIEW.value}'",
        FeedbackChip.WALL: f"is_on_wall = 1 AND {_THERE}",
    }
)
_COUNTS = "SELECT " + ", ".join(
    f"(SELECT count(*) FROM feedback WHERE {_CHIPS[chip]})" for chip in COUNTED
)
_ROWS = f"""
SELECT f.id, f.ref, f.kind,
  substr(CASE WHEN f.text <> '' THEN f.text ELSE f.better END, 1, {TEXT_MOST}),
  f.customer_id, coalesce(c.shown_name, f.called), coalesce(c.remember, ''), f.given_on, f.channel,
  f.source, f.staff, f.satisfaction, f.recommendation, f.effort, f.wants_answer, f.complaint_id,
  f.decision, f.is_on_wall, f.follow_up_due, f.followed_up_on, f.answered_on, f.thanked_on
FROM feedback f LEFT JOIN customers c ON c.id = f.customer_id
WHERE f.id IN (SELECT value FROM json_each(?))
"""


def _order(chip: FeedbackChip) -> str:
    if chip is FeedbackChip.FOLLOW_UP:
        return "ORDER BY follow_up_due, id"
    return "ORDER BY given_on DESC, id DESC"


def _row(row: Sequence[Any]) -> FeedbackRow:
    number, ref, kind, said, customer_id, who, remember, given_on, channel, *rest = row
    source, staff, satisfaction, recommendation, effort, wants_answer, *rest = rest
    complaint_id, decision, is_on_wall, due, followed, answered, thanked = rest
    return FeedbackRow(
        id=number,
        ref=ref,
        kind=FeedbackKind(kind),
        text=said,
        customer_id=customer_id,
        who=who,
        remember=remember,
        given_on=date.fromisoformat(given_on),
        channel=Channel(channel),
        source=source,
        staff=staff,
        satisfaction=satisfaction,
        recommendation=recommendation,
        effort=effort,
        wants_answer=bool(wants_answer),
        follow_up_due=_day(due),
        followed_up_on=_day(followed),
        complaint_id=complaint_id,
        decision=None if decision is None else Decision(decision),
        answered_on=_day(answered),
        thanked_on=_day(thanked),
        is_on_wall=bool(is_on_wall),
    )


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)
