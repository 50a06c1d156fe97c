# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the published charter says of a promise: by when at the latest, and what if it is missed.

A standard gives a day where it states a length of time or a time of day to act by; others, such
as a price or a share, give none.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from servicedesk.domain.calendars import DayKind, WorkingCalendar, add_months
from servicedesk.domain.calendars_moments import (
    add_opening_hours,
    by_close_of,
    local_date,
    received_on,
)
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Allowance, Due, PromiseKind
from servicedesk.domain.promises_rules import due_at, tidy_due
from servicedesk.domain.standards import (
    Amount,
    Bound,
    ClockLimit,
    Measure,
    ServiceStandard,
    StartEvent,
    StopEvent,
    Unit,
)
from servicedesk.domain.standards_sentences import remedy_line, sentences

_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}
_DAYS_OF_WEEK = 7
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}

_KINDS: dict[StartEvent | StopEvent, PromiseKind] = {
    StopEvent.QUOTED: PromiseKind.QUOTE,
    StopEvent.ARRIVED: PromiseKind.VISIT,
    StopEvent.REFUNDED: PromiseKind.REFUND,
    StartEvent.QUOTE_ASKED: PromiseKind.QUOTE,
    StartEvent.VISIT_WINDOW_START: PromiseKind.VISIT,
    StartEvent.CALL_MISSED: PromiseKind.RING_BACK,
    StartEvent.REFUND_AGREED: PromiseKind.REFUND,
    StartEvent.ORDER_AGREED: PromiseKind.ORDER,
    StartEvent.DELIVERY_RECEIVED: PromiseKind.DELIVERY,
    StopEvent.CONTACT_ANSWERED: PromiseKind.RING_BACK,
}
"""What kind of promise a standard is about, the surest sign first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A standard of the published charter that a promise may follow.

    Args:
        standard: as published.
        charter_version_id: of the row of its version.
    """

    standard: ServiceStandard
    charter_version_id: int

    def remedy(self, phrases: Phrases) -> str:
        """What the customer gets when it is missed, in the charter's words; may be empty.

        It stands under words that say "if it is missed" already, so those of the charter go.
        """
        if self.standard.remedy.is_empty:
            return ""
        line = remedy_line(self.standard, phrases)
        said = line.removeprefix(f"{phrases.say('standard.missed.we')}, ")
        return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardOffer:
    """A standard as the form of a promise offers it.

    Args:
        key: of the standard, for life.
        kind: what kind of promise it is about.
        title: in a few words.
        sentence: what the charter says, as a sentence.
        due: by when at the latest, counted from the promise.
        allowance: what that was worked out from, or None.
        remedy: what the customer gets when it is missed; may be empty.
        charter_version_id: of the row of the published version.
    """

    key: str
    kind: PromiseKind
    title: str
    sentence: str
    due: Due
    allowance: Allowance | None
    remedy: str
    charter_version_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDue:
    """The day that a standard gives.

    Args:
        due: by when at the latest.
        allowance: what it was worked out from; None where the clock alone was asked.
    """

    due: Due
    allowance: Allowance | None = None


def kind_of(standard: ServiceStandard) -> PromiseKind:
    """What kind of promise a standard is about, as its clock tells."""
    events = (standard.stop_event, standard.start_event)
    for event, kind in _KINDS.items():
        if event in events:
            return kind
    return PromiseKind.OTHER


def offer_now(
    offer: Offer, start: datetime, calendar: WorkingCalendar, phrases: Phrases
) -> StandardOffer | None:
    """The standard as a form offers it, counted from ``start``.

    None where it says no time, and for complaints, whose days run by themselves.
    """
    about_complaints = offer.standard.start_event is StartEvent.COMPLAINT_RECEIVED
    found = None if about_complaints else due_by(offer.standard, start, calendar)
    if found is None:
        return None
    return StandardOffer(
        key=offer.standard.key,
        kind=kind_of(offer.standard),
        title=offer.standard.title,
        sentence=sentences(offer.standard, phrases).main,
        due=found.due,
        allowance=found.allowance,
        remedy=offer.remedy(phrases),
        charter_version_id=offer.charter_version_id,
    )


def due_by(
    standard: ServiceStandard, start: datetime, calendar: WorkingCalendar
) -> FoundDue | None:
    """By when something promised now is due at the latest, or None where it says no time.

    Args:
        standard: as published.
        start: the moment of the promise, in UTC.
        calendar: of the business.

    Raises:
        Refusal: ``never_open`` where the business has no opening hours for ten years.
    """
    if standard.measure is Measure.CLOCK_TIME and standard.clock is not None:
        return _by_clock(standard.clock, start, calendar)
    limit = standard.up_to or standard.limit
    lasts = standard.bound is Bound.AT_LEAST or standard.repeats
    if standard.measure is not Measure.DURATION or limit is None or lasts:
        return None
    if standard.cut_off is not None and limit.unit is Unit.DAY:
        minutes = standard.cut_off.hour * 60 + standard.cut_off.minute
        kind = limit.days or DayKind.CALENDAR
        day = received_on(calendar, start, minutes, kind)
        start = due_at(day, 0, calendar).at or start
    return due_after(limit, start, calendar)


def due_after(limit: Amount, start: datetime, calendar: WorkingCalendar) -> FoundDue | None:
    """The deadline so much later, or None for an amount that is no time.

    Hours of opening run while the door is open, other hours by the clock; the day of the start
    is day 0.
    """
    day = local_date(calendar, start)
    minutes = limit.value * _MINUTES.get(limit.unit, 0)
    if minutes and limit.days is DayKind.OPENING:
        at = add_opening_hours(calendar, start, int(minutes))
        return FoundDue(due=_at(at, calendar), allowance=_allowance(limit, "hour", start))
    if minutes:
        return FoundDue(due=_at(start + timedelta(minutes=int(minutes)), calendar))
    count = int(limit.value)
    if limit.unit is Unit.DAY:
        kind = limit.days or DayKind.CALENDAR
        found = calendar.add_days(day, count, kind)
        return FoundDue(due=Due(day=found), allowance=_allowance(limit, kind.value, start))
    if limit.unit is Unit.WEEK:
        found = calendar.add_days(day, count * _DAYS_OF_WEEK, DayKind.CALENDAR)
        weeks = Allowance(amount=count * _DAYS_OF_WEEK, unit="calendar", start=start)
        return FoundDue(due=Due(day=found), allowance=weeks)
    if limit.unit in _MONTHS:
        months = count * _MONTHS[limit.unit]
        allowance = Allowance(amount=months, unit="month", start=start)
        return FoundDue(due=Due(day=add_months(day, months)), allowance=allowance)
    return None


def _by_clock(clock: ClockLimit, start: datetime, calendar: WorkingCalendar) -> FoundDue:
    after = clock.after
    kind = DayKind.CALENDAR if after is None or after.days is None else after.days
    count = 0 if after is None else int(after.value)
    day = calendar.add_days(local_date(calendar, start), count, kind)
    if clock.at is None:
        return FoundDue(due=_at(by_close_of(calendar, day), calendar))
    return FoundDue(due=due_at(day, clock.at.hour * 60 + clock.at.minute, calendar))


def _allowance(limit: Amount, unit: str, start: datetime) -> Allowance | None:
    """The allowance in whole units; None for a part of one, such as half an hour."""
    amount = limit.value
    if unit == "hour" and limit.unit is Unit.MINUTE:
        amount = limit.value / Decimal(60)
    return Allowance(amount=int(amount), unit=unit, start=start) if amount % 1 == 0 else None


def _at(at: datetime, calendar: WorkingCalendar) -> Due:
    return tidy_due(Due(day=local_date(calendar, at), at=at), calendar)
