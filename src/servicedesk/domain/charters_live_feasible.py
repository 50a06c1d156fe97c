# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether a standard could have been kept so far: the test of what is promised before it is.

With ten past cases or more the share is said that would have met the figure which is being
typed; under nine of ten it warns. A promise that the record says would be broken is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.charters_live import Count, Source, StandardResult
from servicedesk.domain.charters_live_binding import channels_of, source_of
from servicedesk.domain.charters_live_counting import (
    GIVEN_UP,
    STANDS_STILL,
    ComplaintCase,
    ContactCase,
    Met,
    PromiseCase,
    RefundCase,
    contact_met,
    refund_met,
)
from servicedesk.domain.charters_live_words import percent_of, result_words
from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Outcome
from servicedesk.domain.promises_standards import due_by
from servicedesk.domain.standards import ServiceStandard

FEWEST_PAST = 10
"""With fewer past cases nothing is said of them."""

LEAST_PERCENT = 90
"""Under this share the figure is warned of."""

MOST_PAST = 200
"""So many of the newest cases of each sort are looked at, so that typing never waits."""

MONTHS_BACK = 12
"""How far back cases are looked for."""

_DONE = frozenset({Outcome.KEPT, Outcome.LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCases:
    """What was written down so far, the newest first.

    Args:
        now: when it was read, in UTC.
        calendar: of the business.
        contacts: with a wait, on any channel.
        complaints: that came.
        refunds: that were agreed.
        promises: by key of the standard they follow.
        results: by key, how the charter on the wall is kept.
    """

    now: datetime
    calendar: WorkingCalendar
    contacts: tuple[ContactCase, ...] = ()
    complaints: tuple[ComplaintCase, ...] = ()
    refunds: tuple[RefundCase, ...] = ()
    promises: Mapping[str, tuple[PromiseCase, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    results: Mapping[str, StandardResult] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a standard while it is written.

    Args:
        result: how it is kept now; "" for nothing to say.
        past: how many past cases would have met the figure; "" while there are too few.
        warns: that is less than it takes for a promise.
    """

    result: str = ""
    past: str = ""
    warns: bool = False


def past_count(standard: ServiceStandard, past: PastCases) -> Count:
    """How many past cases would have met a standard as it is typed, and how many not.

    What is still open past the day that the figure gives has not met it, whatever becomes of it.
    A figure that no calendar reaches, as with no opening hours at all, counts nothing.
    """
    try:
        found = [met for met in _mets(standard, past) if met is not None]
    except Refusal:
        return Count()
    kept = found.count(Met.KEPT)
    return Count(kept=kept, late=len(found) - kept)


def beside(standard: ServiceStandard, past: PastCases, phrases: Phrases) -> Beside:
    """What is said beside a standard while it is written.

    Args:
        standard: as it is typed, as far as it fits.
        past: what was written down so far.
        phrases: the words of the language.
    """
    result = past.results.get(standard.key)
    said = ""
    if result is not None and result.has_result:
        words = result_words(result, phrases)
        said = phrases.say("charter_live.beside.result", result=words.whole(phrases))
    count = past_count(standard, past)
    if count.base < FEWEST_PAST:
        return Beside(result=said)
    warns = count.kept * 100 < LEAST_PERCENT * count.base
    told = phrases.count(
        "charter_live.beside.past",
        Decimal(count.base),
        met=str(count.kept),
        percent=str(percent_of(count)),
    )
    if warns:
        told = phrases.say("charter_live.beside.warning", past=told)
    return Beside(result=said, past=told, warns=warns)


def _mets(standard: ServiceStandard, past: PastCases) -> Iterator[Met | None]:
    source = source_of(standard, (standard,))
    now, calendar = past.now, past.calendar
    for promise in past.promises.get(standard.key, ()):
        yield _promise_met(promise, standard, calendar)
    if source is Source.CONTACTS:
        channels = channels_of(standard)
        for contact in past.contacts:
            if contact.channel in channels:
                yield contact_met(contact, standard, now, calendar)
    elif source is Source.REFUNDS:
        for refund in past.refunds:
            yield refund_met(refund, standard, now, calendar)
    elif source in (Source.ACKNOWLEDGED, Source.DECIDED):
        for complaint in past.complaints:
            yield _complaint_met(complaint, standard, source, past)


def _promise_met(
    case: PromiseCase, standard: ServiceStandard, calendar: WorkingCalendar
) -> Met | None:
    """How a promise that has ended would stand against another figure than its own."""
    if case.outcome is Outcome.BROKEN:
        return Met.BROKEN
    if case.outcome not in _DONE or case.start is None or case.ended_on is None:
        return None
    found = due_by(standard, case.start, calendar)
    if found is None:
        return None
    if found.due.at is not None and case.ended_at is not None:
        return Met.KEPT if case.ended_at <= found.due.at else Met.LATE
    return Met.KEPT if case.ended_on <= found.due.day else Met.LATE


def _complaint_met(
    case: ComplaintCase, standard: ServiceStandard, source: Source, past: PastCases
) -> Met | None:
    """How a complaint would stand; one that waited for the customer is left out of answers.

    One that is still open past the day is late, unless nothing is due from us any more.
    """
    calendar = past.calendar
    today = local_date(calendar, past.now)
    found = due_by(standard, case.received_at, calendar)
    if found is None:
        return None
    if source is Source.ACKNOWLEDGED:
        at = case.acknowledged_at
        on = None if at is None else local_date(calendar, at)
        stands = case.stage in GIVEN_UP
    else:
        on = case.decided_on
        stands = case.stage in STANDS_STILL
        if case.has_waited:
            return None
    if on is not None:
        return Met.KEPT if on <= found.due.day else Met.LATE
    return Met.LATE if today > found.due.day and not stands else None
