# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What has been kept for long enough, by the one table of retention: a list to be looked through.

Nothing goes by itself. Each line is looked at: it goes, or it is kept for longer, with the reason
and a new day. What must be kept by a legal hold is on no list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from servicedesk.domain.calendars import add_months
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import Erasing
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind, RetentionEnd, RetentionRule, due_on

REASON_MOST = 200
"""Characters of a reason to keep something for longer."""

MOST = 500
"""Lines that one list shows at most; the rest follows when these are dealt with."""

NOT_HERE = (RetainedKind.INVOICE,)
"""What the table speaks of, and this program does not keep: its owner has it elsewhere."""

_SHORT_MONTHS = timedelta(days=3)
"""The end of a shorter month can fall due so many days early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record that has come to its end, whose time runs.

    Args:
        kind: of the table of retention.
        record: kind of the record that it is, or is a part of.
        record_id: number of the row.
        ref: its reference; may be empty.
        about: who or what, as shown; may be empty.
        event_on: the day from which its time runs.
        is_held: it must be kept.
    """

    kind: RetainedKind
    record: Kind
    record_id: int
    ref: str
    about: str
    event_on: date
    is_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A line of the list.

    Args:
        candidate: what.
        due_on: the day from which it may go.
        how: how much goes; the figures stay either way.
    """

    candidate: Candidate
    due_on: date
    how: Erasing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What came of clearing out.

    Args:
        done: how many went.
        left: how many did not, because they must be kept or were changed meanwhile, or because
            somebody stopped it.
        is_clean: the file was written anew as well; False where that is done later.
    """

    done: int
    left: int
    is_clean: bool = True


def reach_back(rule: RetentionRule, today: date) -> date | None:
    """The last day of an event that can be due today; None for what is never cleared out."""
    if rule.months is None:
        return None
    return add_months(today, -rule.months) + _SHORT_MONTHS


def review_on(
    candidate: Candidate, rule: RetentionRule, kept_until: Mapping[tuple[RetainedKind, int], date]
) -> date | None:
    """The day from which a record may go.

    Args:
        candidate: the record.
        rule: of its kind.
        kept_until: what was looked at and is kept for longer.

    Returns:
        The day, or None while it must be kept, or when it is never cleared out.
    """
    due = due_on(rule, candidate.event_on, on_hold=candidate.is_held)
    later = kept_until.get((candidate.kind, candidate.record_id))
    return due if due is None or later is None else max(due, later)


def due_list(
    candidates: Iterable[Candidate],
    rules: Mapping[RetainedKind, RetentionRule],
    kept_until: Mapping[tuple[RetainedKind, int], date],
    today: date,
) -> tuple[Due, ...]:
    """What has been kept for long enough, the longest first.

    Args:
        candidates: records that came to their end.
        rules: as the owner has set them.
        kept_until: as ``review_on``.
        today: the day it is.
    """
    found = []
    for one in candidates:
        rule = rules[one.kind]
        due = review_on(one, rule, kept_until)
        if due is not None and due <= today and rule.end is not RetentionEnd.KEEP:
            how = Erasing.ANONYMISE if rule.end is RetentionEnd.ANONYMISE else Erasing.FORGET
            found.append(Due(candidate=one, due_on=due, how=how))
    found.sort(key=lambda due: (due.due_on, due.candidate.record, due.candidate.record_id))
    return tuple(found[:MOST])


def checked_reason(reason: str, until: date | None, today: date) -> str:
    """Why something is kept for longer, tidied.

    Raises:
        Refusal: ``keep_needs_reason`` for "reason"; ``keep_until_past`` for "until"; what
            ``tidy_line`` raises.
    """
    words = tidy_line(reason, "reason", REASON_MOST)
    if not words:
        raise Refusal("keep_needs_reason", "reason")
    if until is None or until <= today:
        raise Refusal("keep_until_past", "until")
    return words
