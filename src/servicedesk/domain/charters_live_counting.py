# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether a case kept its standard, and what that makes together (5.3 of the house's reading).

Contacts and refunds are judged by the standard of their own version, complaints by the days that
were counted for them when they came, promises by how they ended.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.charters_live import Count
from servicedesk.domain.complaints import Stage
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rules import is_overdue
from servicedesk.domain.promises_standards import due_by
from servicedesk.domain.standards import ServiceStandard, StartEvent


class Met(StrEnum):
    """How one case stands against its standard."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCase:
    """Somebody who came to us and had, or awaits, an answer.

    Args:
        id: of the contact.
        at: when they came, in UTC.
        channel: on which.
        answered_minutes: how long they waited; None where nobody wrote it down.
        next_on: the day to come back to it, or None.
        answered_on: the day an enquiry had its answer, or None.
        has_promise: it became a promise.
    """

    id: int
    at: datetime
    channel: Channel
    answered_minutes: int | None = None
    next_on: date | None = None
    answered_on: date | None = None
    has_promise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCase:
    """What the days of a complaint say.

    Args:
        id: of the complaint.
        received_at: when it came, in UTC.
        stage: where it stands.
        acknowledge_due: tell them we have it.
        acknowledged_at: when they were told, in UTC, or None.
        decide_due: from which the first answer counts as late when it is over.
        decided_on: the first answer, or None.
        has_waited: its clock stood still while we waited for the customer.
    """

    id: int
    received_at: datetime
    stage: Stage
    acknowledge_due: date
    acknowledged_at: datetime | None = None
    decide_due: date
    decided_on: date | None = None
    has_waited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundCase:
    """A refund that puts a complaint right.

    Args:
        complaint_id: of the complaint.
        agreed_on: the day it was agreed.
        done_on: the day it was paid, or None.
        outcome: how its promise ended; None where it is open or has none.
    """

    complaint_id: int
    agreed_on: date
    done_on: date | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCase:
    """A promise that was written down with a standard.

    Args:
        id: of the promise.
        due: what it is judged by.
        outcome: how it ended, or None.
        is_revised: its day was moved by agreement.
        start: from when its time was counted, in UTC; None where that is not known.
        ended_on: the day it was done, or None.
        ended_at: the minute, in UTC, where it is known.
        count: how many there are that are alike.
    """

    id: int
    due: Due
    outcome: Outcome | None = None
    is_revised: bool = False
    start: datetime | None = None
    ended_on: date | None = None
    ended_at: datetime | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with its verdict.

    Args:
        kind: of the record.
        id: of its row; 0 for several that are alike.
        met: how it stands.
        is_revised: its day was moved by agreement.
        count: how many there are that are alike.
    """

    kind: Kind
    id: int
    met: Met
    is_revised: bool = False
    count: int = 1


GIVEN_UP = frozenset({Stage.WITHDRAWN, Stage.DUPLICATE})
"""Stages of complaints that nobody waits for any more."""

STANDS_STILL = GIVEN_UP | {Stage.WAITING_CUSTOMER}
"""Stages in which no answer is due from us."""

_ENDED = {Outcome.KEPT: Met.KEPT, Outcome.LATE: Met.LATE, Outcome.BROKEN: Met.BROKEN}


def contact_met(
    case: ContactCase, standard: ServiceStandard, now: datetime, calendar: WorkingCalendar
) -> Met | None:
    """How a contact stands against a standard of answering.

    Args:
        case: as kept.
        standard: with a length of time.
        now: decides what is overdue, in UTC.
        calendar: of the business.

    Returns:
        None where nobody wrote down how long they waited, for an answer that is not due yet, and
        for a call that was answered at once where the standard is about missed ones.

    Raises:
        Refusal: ``never_open``.
    """
    minutes = case.answered_minutes
    if standard.start_event is StartEvent.CALL_MISSED and minutes == 0:
        return None
    if minutes is not None:
        return _in_time(case.at, minutes, standard, calendar)
    if case.next_on is None or case.has_promise:
        return None
    found = due_by(standard, case.at, calendar)
    if found is None:
        return None
    if case.answered_on is None:
        return Met.UNDECIDED if is_overdue(found.due, now, calendar) else None
    if case.answered_on == found.due.day and found.due.at is not None:
        return None  # on the day, but nobody knows at what hour
    return Met.KEPT if case.answered_on <= found.due.day else Met.LATE


def _in_time(
    at: datetime, minutes: int, standard: ServiceStandard, calendar: WorkingCalendar
) -> Met | None:
    if minutes == 0:
        return Met.KEPT  # so most are; no day need be counted for them
    found = due_by(standard, at, calendar)
    if found is None:
        return None
    answered = at + timedelta(minutes=minutes)
    if found.due.at is not None:
        return Met.KEPT if answered <= found.due.at else Met.LATE
    return Met.KEPT if local_date(calendar, answered) <= found.due.day else Met.LATE


def acknowledged_met(
    case: ComplaintCase, last: date, today: date, calendar: WorkingCalendar
) -> Met | None:
    """Whether they were told in time that we have their complaint.

    Args:
        case: as kept.
        last: the last day of the period; what is due after it does not count yet.
        today: the day in the shop; what is open and was due before it counts as late.
        calendar: of the business.
    """
    told = None if case.acknowledged_at is None else local_date(calendar, case.acknowledged_at)
    return _day_met(case.acknowledge_due, told, last, today, stands=case.stage in GIVEN_UP)


def decided_met(case: ComplaintCase, last: date, today: date) -> Met | None:
    """Whether they had our answer in time; arguments as for ``acknowledged_met``."""
    return _day_met(
        case.decide_due, case.decided_on, last, today, stands=case.stage in STANDS_STILL
    )


def _day_met(due: date, on: date | None, last: date, today: date, *, stands: bool) -> Met | None:
    if due > last:
        return None
    if on is not None:
        return Met.KEPT if on <= due else Met.LATE
    return Met.LATE if today > due and not stands else None


def refund_met(
    case: RefundCase, standard: ServiceStandard, now: datetime, calendar: WorkingCalendar
) -> Met | None:
    """Whether a refund was paid in time; None for one that is not due yet, or was let go.

    Raises:
        Refusal: ``never_open``.
    """
    if case.outcome is Outcome.RELEASED:
        return None
    if case.outcome is Outcome.BROKEN:
        return Met.BROKEN
    found = due_by(standard, _noon(case.agreed_on, calendar), calendar)
    if found is None:
        return None
    if case.done_on is not None:
        return Met.KEPT if case.done_on <= found.due.day else Met.LATE
    return Met.UNDECIDED if is_overdue(Due(day=found.due.day), now, calendar) else None


def promise_met(case: PromiseCase, now: datetime, calendar: WorkingCalendar) -> Met | None:
    """How a promise stands; None while it is open and in time, and for one we were let off."""
    if case.outcome is None:
        return Met.UNDECIDED if is_overdue(case.due, now, calendar) else None
    return _ENDED.get(case.outcome)


def count_of(cases: Iterable[Judged]) -> Count:
    """The cases of a standard, counted; those not decided yet are not among the revised."""
    found = dict.fromkeys(Met, 0)
    revised = 0
    for case in cases:
        found[case.met] += case.count
        if case.met is not Met.UNDECIDED:
            revised += case.count * case.is_revised
    return Count(
        kept=found[Met.KEPT],
        late=found[Met.LATE],
        broken=found[Met.BROKEN],
        undecided=found[Met.UNDECIDED],
        revised=revised,
    )


def _noon(day: date, calendar: WorkingCalendar) -> datetime:
    """A moment of a day of which only the day is known."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=calendar.zone)
