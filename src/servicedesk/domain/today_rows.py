# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of Today: what is open, put under the heading that fits its day.

A row stands where its day puts it, whatever else is known of it: what waits for others and is
late is late all the same. What was put off is left out until its day, and comes back by itself,
because nothing is kept of it but the day.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.complaints_standing import DueWarning
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_rules import SUGGESTED_AFTER, is_overdue
from servicedesk.domain.today_complaints import PATIENT, WAITING, ComplaintDue

COMING_DAYS = 3
"""Working days ahead that Today looks."""


class RowGroup(StrEnum):
    """Under which heading a row stands, in this order."""

    LATE = "late"
    TODAY = "today"
    COMING = "coming"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something open, as it is kept.

    Args:
        kind: PROMISE; COMPLAINT; ACTION; CONTACT for an enquiry; FEEDBACK for a low mark that is
            to be followed up; CUSTOMER for a support need or a safety note that is to be looked at
            again.
        id: of the row; of the customer for a review.
        text: what it is about; may be empty for a complaint and for feedback.
        due: by when; for an enquiry the day to come back to it, for a complaint that of the first
            thing that is to happen.
        customer_id, customer, remember: to whom, as shown; None and "" for nobody.
        by: who promised, spoke with them, or works on it.
        made_on: when it was said, or None.
        channel: how it was said, or None.
        job_ref: of a job, an order or an invoice.
        waiting_for: whom or what we wait for, or "".
        snoozed_until: out of sight until that day, or None.
        is_remedy: a promise that puts a complaint right.
        is_check: an action that is done, of which somebody is to look whether it works.
        complaint: what more there is to say of a complaint; None for anything else.
    """

    kind: Kind
    id: int
    text: str
    due: Due
    customer_id: int | None = None
    customer: str = ""
    remember: str = ""
    by: str = ""
    made_on: date | None = None
    channel: Channel | None = None
    job_ref: str = ""
    waiting_for: str = ""
    snoozed_until: date | None = None
    is_remedy: bool = False
    is_check: bool = False
    complaint: ComplaintDue | None = None

    @property
    def is_first(self) -> bool:
        """It goes before everything else under its heading."""
        return self.complaint is not None and self.complaint.is_first

    def is_put_off(self, today: date) -> bool:
        """Whether somebody put it off to a later day."""
        return self.snoozed_until is not None and self.snoozed_until > today


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """One row of Today.

    Args:
        item: what it is.
        group: where it stands.
        days_late: working days since it was due; 0 for one that is not late, and for one that
            only became late today or over closed days.
        clock: the time it is due by the clock of the shop, where a time was said.
        near: other days of a complaint that come near.
    """

    item: OpenItem
    group: RowGroup
    days_late: int = 0
    clock: time | None = None
    near: tuple[DueWarning, ...] = ()

    @property
    def is_suggested_broken(self) -> bool:
        """It is so late that we ask whether it was broken."""
        return self.days_late >= SUGGESTED_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows stand under each heading."""

    late: int = 0
    today: int = 0
    coming: int = 0
    waiting: int = 0


def horizon(today: date, calendar: WorkingCalendar) -> date:
    """The last day that Today looks ahead to."""
    return calendar.add_days(today, COMING_DAYS, DayKind.WORKING)


def rows_of(
    items: Iterable[OpenItem], now: datetime, today: date, calendar: WorkingCalendar
) -> tuple[TodayRow, ...]:
    """The rows of a moment: group by group, in each by the day and the minute they are due.

    Complaints that go first stand at the head of their group.

    Args:
        items: open promises, complaints and enquiries; others are passed over.
        now: the moment, aware.
        today: its date in the zone of the business.
        calendar: tells working days.
    """
    end = horizon(today, calendar)
    found = []
    counted: dict[date, int] = {}  # many are due on one day
    for item in items:
        if item.kind is Kind.CUSTOMER or item.is_put_off(today):
            continue
        group = _group(item, now, today, end, calendar)
        if group is not None:
            due, days = item.due.day, 0
            if group is RowGroup.LATE:
                if due not in counted:
                    counted[due] = calendar.days_between(due, today, DayKind.WORKING)
                days = counted[due]
            at = item.due.at
            clock = None if at is None else at.astimezone(calendar.zone).time()
            near = () if item.complaint is None else item.complaint.near(today, calendar)
            row = TodayRow(item=item, group=group, days_late=days, clock=clock, near=near)
            found.append(row)
    order = list(RowGroup)
    return tuple(sorted(found, key=lambda row: (order.index(row.group), _by_day(row.item))))


def put_off_in(items: Iterable[OpenItem], today: date) -> tuple[OpenItem, ...]:
    """Those that are put off to a later day, the one that is back first at the head."""
    found = [(item.snoozed_until, item.id, item) for item in items if item.is_put_off(today)]
    return tuple(item for *_, item in sorted(found, key=lambda one: (one[0] or today, one[1])))


def counts_of(rows: Iterable[TodayRow]) -> RowCounts:
    """How many rows stand under each heading."""
    found = Counter(row.group.value for row in rows)
    return RowCounts(**found)


def _group(
    item: OpenItem, now: datetime, today: date, end: date, calendar: WorkingCalendar
) -> RowGroup | None:
    due = item.due
    if item.complaint is not None:
        return _complaint_group(item.complaint, due.day, today, end)
    if item.is_check:
        return RowGroup.TODAY if due.day <= today else None
    # A whole day ends with its midnight, which today has seen; minutes have to be counted.
    is_late = due.day < today if due.at is None else is_overdue(due, now, calendar)
    if is_late:
        return RowGroup.LATE
    if due.day == today:
        return RowGroup.TODAY
    if item.waiting_for:
        return RowGroup.WAITING
    return RowGroup.COMING if due.day <= end else None


def _complaint_group(due: ComplaintDue, day: date, today: date, end: date) -> RowGroup | None:
    if day < today and due.clock not in PATIENT:
        return RowGroup.LATE
    if day <= today or due.presses(today):
        return RowGroup.TODAY
    if due.stage in WAITING:
        return RowGroup.WAITING
    return RowGroup.COMING if due.is_first or day <= end else None


def _by_day(item: OpenItem) -> tuple[bool, date, bool, str, str, int]:
    at = item.due.at
    minute = "" if at is None else at.isoformat()
    return not item.is_first, item.due.day, at is None, minute, item.kind.value, item.id
