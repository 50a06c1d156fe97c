# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the cases of a standard are: its events in the records, a sample week, a check, answers.

A version of the charter is never edited, so a case is judged by the version it belongs to. Where
a later version says the same of a standard, the cases of both are counted together; where it says
something else, each version has its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.charters_live import Source
from servicedesk.domain.customers import Channel
from servicedesk.domain.standards import (
    Audience,
    Bound,
    Measure,
    MeasuredBy,
    ServiceStandard,
    StandardChannel,
    StartEvent,
    StopEvent,
)

WITH_PROMISES = frozenset({Source.CONTACTS, Source.REFUNDS, Source.PROMISES})
"""Sources to which promises belong that were written down with the standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A version of the charter that was on the wall.

    Args:
        id: of its row.
        number: of the version.
        first: the day it was published.
        last: the last day that was its own; None while it goes on.
        standards: all of it, in print order.
    """

    id: int
    number: int
    first: date
    last: date | None
    standards: tuple[ServiceStandard, ...]

    def covers(self, day: date) -> bool:
        """Whether it was the one on the wall that day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A standard with the versions whose cases are counted together for it.

    Args:
        standard: as the newest of them says it.
        versions: newest first; all of them say the same of the standard.
        source: where its cases are found.
    """

    standard: ServiceStandard
    versions: tuple[InForce, ...]
    source: Source

    @property
    def newest(self) -> InForce:
        """The version it is named after."""
        return self.versions[0]

    @property
    def ids(self) -> frozenset[int]:
        """The rows of its versions."""
        return frozenset(version.id for version in self.versions)

    @property
    def pairs(self) -> frozenset[tuple[int, str]]:
        """Version and key of every case that is its own."""
        return frozenset((version.id, self.standard.key) for version in self.versions)


_BY = {
    MeasuredBy.SAMPLE_WEEK: Source.SAMPLE_WEEK,
    MeasuredBy.JOB_CHECK: Source.JOB_CHECK,
    MeasuredBy.CUSTOMERS: Source.CUSTOMERS,
    MeasuredBy.NONE: Source.NOTHING,
}
_COMPLAINTS = {
    StopEvent.COMPLAINT_ACKNOWLEDGED: Source.ACKNOWLEDGED,
    StopEvent.COMPLAINT_DECIDED: Source.DECIDED,
}
_ASKED = frozenset({StartEvent.CONTACT_RECEIVED, StartEvent.CALL_MISSED})


def is_printed(standard: ServiceStandard) -> bool:
    """Whether it is a published standard for customers that the owner has ticked."""
    is_for_customers = standard.audience is Audience.CUSTOMERS
    return standard.is_ticked and standard.is_public and is_for_customers


def source_of(standard: ServiceStandard, among: Iterable[ServiceStandard]) -> Source:
    """Where the cases of a standard are found.

    A contact says on which channel it came and how long somebody waited, but not which of two
    standards it falls under; with two for the same event only promises tell them apart.

    Args:
        standard: as published.
        among: all standards of its version.
    """
    if standard.measured_by in _BY:
        return _BY[standard.measured_by]
    if standard.start_event is StartEvent.COMPLAINT_RECEIVED:
        return _COMPLAINTS.get(standard.stop_event, Source.PROMISES)
    if not _has_end(standard):
        return Source.PROMISES
    if standard.start_event is StartEvent.REFUND_AGREED:
        return Source.REFUNDS if standard.stop_event is StopEvent.REFUNDED else Source.PROMISES
    is_reply = standard.start_event in _ASKED and standard.stop_event is StopEvent.CONTACT_ANSWERED
    if not is_reply:
        return Source.PROMISES
    same = [one for one in among if is_printed(one) and _events(one) == _events(standard)]
    return Source.CONTACTS if len(same) <= 1 else Source.PROMISES


def channels_of(standard: ServiceStandard) -> frozenset[Channel]:
    """The channels of the contacts that fall under a standard."""
    if standard.channel is StandardChannel.ANY:
        return frozenset(Channel)
    return frozenset({Channel(standard.channel.value)})


def is_own_words(standard: ServiceStandard) -> bool:
    """Whether neither of its events is one that the records know."""
    return (
        standard.start_event is StartEvent.OWN_WORDS and standard.stop_event is StopEvent.OWN_WORDS
    )


def can_follow(standard: ServiceStandard) -> bool:
    """Whether a promise can be written down with it: it says by when."""
    if standard.start_event is StartEvent.COMPLAINT_RECEIVED:
        return False  # the days of complaints run by themselves
    return _has_end(standard) or (
        standard.measure is Measure.CLOCK_TIME and standard.clock is not None
    )


def _has_end(standard: ServiceStandard) -> bool:
    """Whether it states a length of time within which something is done once."""
    if standard.measure is not Measure.DURATION or standard.limit is None:
        return False
    return not standard.repeats and standard.bound is not Bound.AT_LEAST


def version_on(versions: Iterable[InForce], day: date) -> InForce | None:
    """The version that was on the wall on a day, or None."""
    return next((version for version in versions if version.covers(day)), None)


def bindings(versions: Sequence[InForce]) -> tuple[Binding, ...]:
    """Every standard of every version, those that say the same in later versions as one.

    Each version and key of a printed standard is in exactly one of them.

    Args:
        versions: newest first.

    Returns:
        Those of the newest version first, in print order, then what only older ones say.
    """
    found: list[Binding] = []
    taken: set[tuple[int, str]] = set()
    for place, version in enumerate(versions):
        for standard in filter(is_printed, version.standards):
            if (version.id, standard.key) in taken:
                continue
            binding = _binding(standard, versions[place:])
            taken |= binding.pairs
            found.append(binding)
    return tuple(found)


def _binding(standard: ServiceStandard, versions: Sequence[InForce]) -> Binding:
    """The standard with the unbroken run of versions that judge it alike."""
    newest = versions[0]
    wanted = _judged(standard, newest)
    run = [newest]
    for version in versions[1:]:
        older = next((one for one in version.standards if one.key == standard.key), None)
        if older is None or not is_printed(older) or _judged(older, version) != wanted:
            break
        run.append(version)
    return Binding(
        standard=standard, versions=tuple(run), source=source_of(standard, newest.standards)
    )


def _judged(standard: ServiceStandard, version: InForce) -> tuple[object, ...]:
    """All that decides which cases a standard has, and whether one was kept."""
    level = (standard.measure, standard.limit, standard.up_to, standard.clock, standard.bands)
    more = (standard.cut_off, standard.second, standard.condition, standard.element)
    target = (standard.kind, standard.target_pct, standard.per, standard.bound)
    events = (*_events(standard), source_of(standard, version.standards))
    yes_no = standard.action if standard.measure is Measure.YES_NO else ""
    return (*level, *more, *target, *events, yes_no)


def _events(standard: ServiceStandard) -> tuple[object, ...]:
    return standard.start_event, standard.stop_event, standard.channel
