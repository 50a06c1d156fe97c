# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Service standards: a published level of service with its number, unit and clock.

One type holds whatever a real charter says (ISO 10001 "code of conduct", read for a shop).
Sentences are made in ``standards_sentences``; the plain mapping of answers files, presets
and the database in ``standards_data``.
"""

from dataclasses import dataclass, replace
from datetime import time
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.elements import Element


class StandardKind(StrEnum):
    """A promise is always kept and has a remedy; an aim is met in a stated share of cases."""

    PROMISE = "promise"
    AIM = "aim"


class Audience(StrEnum):
    """For whom the standard is: customers, or between ourselves."""

    CUSTOMERS = "customers"
    INTERNAL = "internal"


class StandardChannel(StrEnum):
    """The way in which customer and business meet."""

    COUNTER = "counter"
    VISIT = "visit"
    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    WEB = "web"
    SOCIAL = "social"
    THIRD_PARTY = "third_party"
    ANY = "any"


class Measure(StrEnum):
    """What kind of level the standard states."""

    DURATION = "duration"
    RINGS = "rings"
    CLOCK_TIME = "clock_time"
    BAND = "band"
    NOTICE = "notice"
    COUNT_PER_PERIOD = "count_per_period"
    SHARE = "share"
    MONEY = "money"
    YES_NO = "yes_no"
    AVAILABILITY = "availability"
    PATTERN = "pattern"


class Unit(StrEnum):
    """Units of an amount; which hours or days count is said by its DayKind."""

    SECOND = "second"
    RING = "ring"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    TIME = "time"
    PERCENT = "percent"
    POUND = "pound"


class Bound(StrEnum):
    """On which side of an amount the standard lies.

    For shares, counts and money; a duration with AT_LEAST lasts that long ("for 12 months").
    """

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    ABOVE = "above"


class StartEvent(StrEnum):
    """What starts the clock; own words print and are not measured here."""

    CONTACT_RECEIVED = "contact_received"
    CALL_MISSED = "call_missed"
    VISIT_WINDOW_START = "visit_window_start"
    ORDER_AGREED = "order_agreed"
    QUOTE_ASKED = "quote_asked"
    COMPLAINT_RECEIVED = "complaint_received"
    REFUND_AGREED = "refund_agreed"
    DELIVERY_RECEIVED = "delivery_received"
    OWN_WORDS = "own_words"


class StopEvent(StrEnum):
    """What stops the clock; own words print and are not measured here."""

    CONTACT_ANSWERED = "contact_answered"
    ARRIVED = "arrived"
    QUOTED = "quoted"
    DONE = "done"
    COMPLAINT_ACKNOWLEDGED = "complaint_acknowledged"
    COMPLAINT_DECIDED = "complaint_decided"
    REFUNDED = "refunded"
    OWN_WORDS = "own_words"


class Basis(StrEnum):
    """Whether the customer has it by law, or because this business says so."""

    OWN = "own"
    LEGAL = "legal"


class MeasuredBy(StrEnum):
    """How we will know whether the standard is met."""

    RECORDS = "records"
    SAMPLE_WEEK = "sample_week"
    JOB_CHECK = "job_check"
    CUSTOMERS = "customers"
    NONE = "none"


class RemedyClaim(StrEnum):
    """Whether money is paid unasked or on asking."""

    AUTOMATIC = "automatic"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit.

    Args:
        value: at least 0; 0 of a time unit means at once.
        unit: what is counted.
        days: for hours and days, which ones count; None where the standard does not say
            (an hour then runs on the clock).
    """

    value: Decimal
    unit: Unit
    days: DayKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLimit:
    """A time of day to act by.

    Args:
        at: the time, or None for close of business.
        after: days after the start (0 or None: the same day), with their DayKind.
    """

    at: time | None = None
    after: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBand:
    """One band a customer may choose: from, until, or a width such as 2 hours."""

    opens: time | None = None
    closes: time | None = None
    width: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """When something can be reached: round the clock, or between two times."""

    opens: time | None = None
    closes: time | None = None
    free: bool = False

    @property
    def is_round_the_clock(self) -> bool:
        """True when no times are given: every hour of every day."""
        return self.opens is None and self.closes is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Something that happens again: so many times within a window, lasting so long each."""

    occasions: int
    window: Amount
    lasting: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLimit:
    """Another limit that holds under a condition, such as 48 hours if it is a major main."""

    limit: Amount
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What happens when the standard is missed.

    Args:
        text: in own words after "If we do not, ..."; may be empty when there is money.
        pence: what we pay, or None.
        pence_most: upper end when the sum differs by case, or None.
        depends_on: what it differs by, such as "the type of premises".
        claim: unasked or on asking; None where not said.
        claim_within: how long the customer has to ask.
        late_pence: second sum when the first is paid late.
    """

    text: str = ""
    pence: int | None = None
    pence_most: int | None = None
    depends_on: str = ""
    claim: RemedyClaim | None = None
    claim_within: Amount | None = None
    late_pence: int | None = None

    @property
    def is_empty(self) -> bool:
        """True when nothing at all happens."""
        return not self.text and self.pence is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStandard:
    """A published level of service.

    Args:
        key: for life, the same in every version of the charter.
        title: at most eight words, for the poster of many promises and for lists.
        action: what we do, as it follows "We will"; ``{limit}`` marks where the level is
            read, at the end when it is absent. With ``who`` "you" it follows "You can".
        who: "we", or "you" for what a customer may do.
        page: id of the guide's page under which it prints.
        limit: the level (duration, rings, notice, count, share, money).
        up_to: upper end of a range whose lower end is ``limit``.
        average: the level is an average over cases.
        repeats: the level repeats: "every 5 working days".
        bound: for shares, counts and money; AT_LEAST on a duration says how long it lasts.
        per: the period of a count.
        clock, bands, availability, pattern: the level of those measures.
        cut_off: contacts after this time of day count from the next day.
        second: another limit under a condition.
        updates: until it is done, we say how it goes every so often.
        condition: limit on the standard, a clause after "unless" or "if" or a sentence.
        fallback: a sentence: what we do when it cannot be met in time.
        target_pct: for aims, the share of cases, in percent.
        basis: legal right or own promise.
        is_ticked: the owner has said "I can keep this on a busy Saturday".
    """

    key: str
    title: str
    action: str
    measure: Measure
    page: str
    who: str = "we"
    kind: StandardKind = StandardKind.PROMISE
    audience: Audience = Audience.CUSTOMERS
    channel: StandardChannel = StandardChannel.ANY
    element: Element = Element.TIMELINESS
    limit: Amount | None = None
    up_to: Amount | None = None
    average: bool = False
    repeats: bool = False
    bound: Bound | None = None
    per: Amount | None = None
    clock: ClockLimit | None = None
    bands: tuple[TimeBand, ...] = ()
    availability: Availability | None = None
    pattern: Pattern | None = None
    cut_off: time | None = None
    second: SecondLimit | None = None
    updates: Amount | None = None
    condition: str = ""
    fallback: str = ""
    remedy: Remedy = Remedy()
    target_pct: Decimal | None = None
    basis: Basis = Basis.OWN
    measured_by: MeasuredBy = MeasuredBy.NONE
    start_event: StartEvent = StartEvent.OWN_WORDS
    stop_event: StopEvent = StopEvent.OWN_WORDS
    is_public: bool = True
    is_ticked: bool = False


def _recounted(amount: Amount | None, days: DayKind) -> Amount | None:
    if amount is None or amount.days not in (DayKind.OPENING, DayKind.WORKING):
        return amount
    if amount.unit is not Unit.DAY:
        return amount
    return replace(amount, days=days)


def counted_in(standard: ServiceStandard, days: DayKind) -> ServiceStandard:
    """The standard with its opening or working days counted the owner's one way.

    Args:
        standard: as a preset gives it.
        days: OPENING or WORKING, the owner's answer to "how do you count?".

    Returns:
        The same standard; calendar days and hours are left as they are.
    """
    second = standard.second
    if second is not None:
        limit = _recounted(second.limit, days)
        second = second if limit is None else replace(second, limit=limit)
    clock = standard.clock
    if clock is not None:
        clock = replace(clock, after=_recounted(clock.after, days))
    return replace(
        standard,
        limit=_recounted(standard.limit, days),
        up_to=_recounted(standard.up_to, days),
        updates=_recounted(standard.updates, days),
        second=second,
        clock=clock,
    )
