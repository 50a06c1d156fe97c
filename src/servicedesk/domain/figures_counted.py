# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the figures of "How we do" are made from: plain counts, so that a reader groups and sums.

Nothing here is a rule. ``scores``, ``promise_figures`` and ``complaint_figures`` make figures of
it. None means "nobody writes that down", which is shown as such; 0 means none happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from servicedesk.domain.complaints import About, Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_learning import Effect
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import Handled
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.periods import Period
from servicedesk.domain.promises_rates import Case

Points = Mapping[int, int]
"""Point of a scale and how many answered with it."""


def _nobody() -> Points:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersCounted:
    """Answers that were given in a period, counted by their point.

    Args:
        satisfaction, recommendation, effort: see ``feedback.BOUNDS``.
        elements: by element; one that does not apply was not answered.
        handling: by what was asked about the handling of a complaint.
        handed_out: cards and sheets of the period, or None where nobody counted them.
        came_back: how many of those were keyed in; of none more than were handed out.
    """

    satisfaction: Points = field(default_factory=_nobody)
    recommendation: Points = field(default_factory=_nobody)
    effort: Points = field(default_factory=_nobody)
    elements: Mapping[Element, Points] = field(default_factory=lambda: MappingProxyType({}))
    handling: Mapping[Handled, Points] = field(default_factory=lambda: MappingProxyType({}))
    handed_out: int | None = None
    came_back: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Complaints received in a period that had something due, alike in every way.

    Args:
        due: the day from whose end on it counts as late; for answers that of the first one.
        done_on: the day it happened, in the shop, or None; for answers that of the first one.
        again_due, again_on: the same of the last answer, where it was looked into again.
        is_stopped: nothing runs now: we wait for the customer, or it was withdrawn.
        count: how many are alike.
    """

    due: date
    done_on: date | None = None
    again_due: date | None = None
    again_on: date | None = None
    is_stopped: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Complaints that took from one day to another, alike in every way.

    Args:
        first: the day it came.
        last: the day it was acknowledged, answered or put right.
        waits: from when to when we waited for the customer; not counted.
        count: how many are alike.
    """

    first: date
    last: date
    waits: tuple[tuple[date, date], ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedCounted:
    """Customers served, and the complaints of the very same months.

    Args:
        period: the whole months of the period, as ``Period.whole_months`` gives them.
        customers: served in them, all together.
        complaints: received in them.
    """

    period: Period
    customers: int
    complaints: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintsCounted:
    """Complaints received in a period; those that are the same as another are not among them.

    Args:
        received: all of them, the withdrawn ones too.
        served: for complaints per 100 customers; None where a month has no number, or there is
            no whole month.
        acknowledging: until the first contact, with those not acknowledged.
        answering: until the answer, with those not answered.
        acknowledged, answered, resolved: how long each of them took.
        findings: of those decided and not withdrawn.
        known: with a customer and what it is about, so that a repeat can be told.
        repeats: of those, how many came within 180 days of one of the same customer about the
            same.
        decided: that had an answer.
        reopened: of those, how many were opened again.
        overdue: today without an answer past its day, whenever received.
        costed: with money noted, remedies or cost.
        cost_pence: all together.
        finished: resolved or closed.
        with_cause: of those, how many have a main cause.
        with_action: of those, how many have an action.
        causes: main causes, of all received.
        abouts: what they are about, of all received.
        content: points from 1 to 5 noted on the complaint itself for how it was dealt with.
        effects: of each action done whose 90 days ended in the period: complaints of its cause
            before and after.
    """

    received: int = 0
    served: ServedCounted | None = None
    acknowledging: tuple[Judged, ...] = ()
    answering: tuple[Judged, ...] = ()
    acknowledged: tuple[Took, ...] = ()
    answered: tuple[Took, ...] = ()
    resolved: tuple[Took, ...] = ()
    findings: Mapping[Finding, int] = field(default_factory=lambda: MappingProxyType({}))
    known: int = 0
    repeats: int = 0
    decided: int = 0
    reopened: int = 0
    overdue: int = 0
    costed: int = 0
    cost_pence: int = 0
    finished: int = 0
    with_cause: int = 0
    with_action: int = 0
    causes: Mapping[Cause, int] = field(default_factory=lambda: MappingProxyType({}))
    abouts: Mapping[About, int] = field(default_factory=lambda: MappingProxyType({}))
    content: Points = field(default_factory=_nobody)
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesCounted:
    """Incoming contacts of a period on one channel, of which the wait was written down.

    Args:
        channel: on which they came.
        waits: minutes until the answer, and how many waited so long.
        judged: of them, those whom a standard of the charter promised an answer within some
            time; None where no standard covers the channel.
        within: of the judged ones, those answered within it.
        records: the judged ones, as the result of the standard names them; None where there are
            none to open.
    """

    channel: Channel
    waits: Mapping[int, int]
    judged: int | None = None
    within: int = 0
    records: RecordsAt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersCounted:
    """Customers who come again, buy more, and send others; each pair None where unrecorded.

    Args:
        active: customers active in the 12 months before the period's last 12 months.
        returned: of those, who bought or booked again within 12 months.
        sales: jobs of which it was noted whether something further was sold.
        related: of those, where it was.
        heard: new customers of the period who said how they heard of us.
        referred: of those, by recommendation.
    """

    active: int | None = None
    returned: int = 0
    sales: int | None = None
    related: int = 0
    heard: int | None = None
    referred: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsCounted:
    """When customers got in touch, by the clock of the shop.

    Args:
        weekdays: 0 for Monday to 6, and how many.
        hours: 0 to 23, and how many.
    """

    weekdays: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    hours: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """All that one period's "How we do" is made from.

    Args:
        promises: those that were due in it, whatever became of them.
        replies: by channel, in the order in which they are shown.
        complaints: received in it.
        answers: given in it.
        customers: see there.
        contacts: that came in in it.
    """

    promises: tuple[Case, ...] = ()
    replies: tuple[RepliesCounted, ...] = ()
    complaints: ComplaintsCounted = ComplaintsCounted()
    answers: AnswersCounted = AnswersCounted()
    customers: CustomersCounted = CustomersCounted()
    contacts: ContactsCounted = ContactsCounted()
