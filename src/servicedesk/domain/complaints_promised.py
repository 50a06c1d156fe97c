# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The times that a published charter promises whoever complains."""

from collections.abc import Iterable

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints import Promised, Span
from servicedesk.domain.promises_standards import Offer
from servicedesk.domain.standards import (
    Measure,
    ServiceStandard,
    StandardKind,
    StartEvent,
    StopEvent,
    Unit,
)

_DAYS_OF_WEEK = 7


def promised_by(offers: Iterable[Offer]) -> Promised:
    """What the charter that is published now promises a complaint that comes now.

    Args:
        offers: its standards, in their order; of two about the same, the first counts.
    """
    version_id: int | None = None
    found: dict[StopEvent, Span] = {}
    for offer in offers:
        standard = offer.standard
        version_id = offer.charter_version_id
        span = _span(standard)
        if standard.start_event is StartEvent.COMPLAINT_RECEIVED and span is not None:
            found.setdefault(standard.stop_event, span)
    return Promised(
        version_id=version_id,
        acknowledge=found.get(StopEvent.COMPLAINT_ACKNOWLEDGED),
        decide=found.get(StopEvent.COMPLAINT_DECIDED),
    )


def _span(standard: ServiceStandard) -> Span | None:
    """The time that a standard promises; None for an aim, or for no time that can be counted."""
    limit = standard.up_to or standard.limit
    is_promise = standard.kind is StandardKind.PROMISE and not standard.average
    if not is_promise or standard.measure is not Measure.DURATION or limit is None:
        return None
    if limit.value % 1 != 0:
        return None
    amount, days = int(limit.value), limit.days or DayKind.CALENDAR
    if limit.unit is Unit.DAY:
        return Span(amount=amount, unit=days.value)
    if limit.unit is Unit.WEEK:
        return Span(amount=amount * _DAYS_OF_WEEK, unit=DayKind.CALENDAR.value)
    if limit.unit is Unit.HOUR and limit.days is DayKind.OPENING:
        return Span(amount=amount, unit="hour")
    return None
