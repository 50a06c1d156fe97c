# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the cases of every standard in one go, each judged by the version it belongs to.

Used inside somebody else's read. The page, the list of the very records and the papers all count
from here, so that they cannot differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.charters_live import Count, Source
from servicedesk.domain.charters_live_binding import (
    WITH_PROMISES,
    Binding,
    InForce,
    bindings,
    channels_of,
    version_on,
)
from servicedesk.domain.charters_live_counting import (
    ComplaintCase,
    Judged,
    Met,
    PromiseCase,
    acknowledged_met,
    contact_met,
    count_of,
    decided_met,
    promise_met,
    refund_met,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import StandardChannel
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store import charters_live as kept
from servicedesk.store.samples import check_counts, sample_counts

_ONE_DAY = timedelta(days=1)
_MARK = ":"

ALL = "all"
"""Choice of ``RecordsAt`` of kind STANDARD: the cases of the base, as many as it says."""

EVERY = "every"
"""Those of the base, and those that are overdue and not decided."""

MISSED = "missed"
"""Those that were late or broken, or are overdue and not decided."""


_CHOICES = {
    ALL: frozenset({Met.KEPT, Met.LATE, Met.BROKEN}),
    MISSED: frozenset({Met.LATE, Met.BROKEN, Met.UNDECIDED}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What judging needs to know.

    Args:
        now: this moment, in UTC.
        calendar: of the business.
    """

    now: datetime
    calendar: WorkingCalendar

    @property
    def today(self) -> date:
        """The day in the shop."""
        return local_date(self.calendar, self.now)


def ground_in(reading: Reading, around: Surroundings) -> Ground:
    """What judging needs, read inside somebody else's read."""
    return Ground(now=around.clock.now(), calendar=calendar_in(reading, around.resources).days)


class LiveReading:
    """The cases of a period, read when the first standard asks for them.

    Args:
        reading: inside a read.
        versions: that were ever on the wall, newest first.
        period: in which the cases fall.
        ground: what judging needs.
    """

    def __init__(
        self, reading: Reading, versions: Sequence[InForce], period: Period, ground: Ground
    ) -> None:
        self._reading = reading
        self._versions = versions
        self._period = period
        self._ground = ground
        self._counts: dict[tuple[Source, frozenset[int]], dict[str, Count]] = {}

    def count(self, binding: Binding) -> Count:
        """What a standard came to."""
        source = binding.source
        if source in (Source.SAMPLE_WEEK, Source.JOB_CHECK):
            return self._sampled(binding)
        if source is Source.CUSTOMERS:
            return self._answered(binding)
        return count_of((*self._own_cases(binding), *self._promise_counts(binding)))

    def cases(self, binding: Binding) -> tuple[Judged, ...]:
        """Each case of a standard by itself; none for those that have no records."""
        promises: Sequence[PromiseCase] = ()
        if binding.source in WITH_PROMISES:
            key = binding.standard.key
            promises = kept.promise_cases(self._reading, self._period, key, binding.ids)
        return (*self._own_cases(binding), *self._judged(promises))

    def _own_cases(self, binding: Binding) -> Iterator[Judged]:
        """Cases other than promises."""
        if binding.source is Source.CONTACTS:
            yield from self._contacts(binding)
        elif binding.source is Source.REFUNDS:
            yield from self._refunds(binding)
        elif binding.source in (Source.ACKNOWLEDGED, Source.DECIDED):
            yield from self._complaints(binding)

    # --- promises ---------------------------------------------------------------------------

    @cached_property
    def _promises(self) -> dict[kept.Owned, list[PromiseCase]]:
        return kept.promise_counts(self._reading, self._period)

    def _promise_counts(self, binding: Binding) -> Iterator[Judged]:
        if binding.source in WITH_PROMISES:
            for pair in binding.pairs:
                yield from self._judged(self._promises.get(pair, ()))

    def _judged(self, cases: Iterable[PromiseCase]) -> Iterator[Judged]:
        for case in cases:
            met = promise_met(case, self._ground.now, self._ground.calendar)
            if met is not None:
                yield Judged(
                    kind=Kind.PROMISE,
                    id=case.id,
                    met=met,
                    is_revised=case.is_revised,
                    count=case.count,
                )

    # --- contacts ---------------------------------------------------------------------------

    def _contacts(self, binding: Binding) -> Iterator[Judged]:
        """Contacts keep no version: each falls to the one that was on the wall that day."""
        calendar, now = self._ground.calendar, self._ground.now
        begin, end = self._moments()
        for case in kept.contact_cases(
            self._reading, begin, end, channels_of(binding.standard), sorted(binding.pairs)
        ):
            version = version_on(self._versions, local_date(calendar, case.at))
            if version is None or version.id not in binding.ids:
                continue
            met = contact_met(case, binding.standard, now, calendar)
            if met is not None:
                yield Judged(kind=Kind.CONTACT, id=case.id, met=met)

    def _moments(self) -> tuple[datetime, datetime]:
        zone = self._ground.calendar.zone
        first = datetime.combine(self._period.first, time(), zone)
        return first, datetime.combine(self._period.last + _ONE_DAY, time(), zone)

    # --- complaints -------------------------------------------------------------------------

    @cached_property
    def _complaint_cases(self) -> Sequence[tuple[int | None, Channel, ComplaintCase]]:
        return kept.complaint_cases(self._reading, self._period)

    def _complaints(self, binding: Binding) -> Iterator[Judged]:
        channel = binding.standard.channel
        for version_id, came_by, case in self._complaint_cases:
            if version_id not in binding.ids:
                continue
            if channel is not StandardChannel.ANY and came_by.value != channel.value:
                continue
            met = self._met(binding, case)
            if met is not None:
                yield Judged(kind=Kind.COMPLAINT, id=case.id, met=met)

    def _met(self, binding: Binding, case: ComplaintCase) -> Met | None:
        last, today = self._period.last, self._ground.today
        if binding.source is Source.ACKNOWLEDGED:
            return acknowledged_met(case, last, today, self._ground.calendar)
        return decided_met(case, last, today)

    def _refunds(self, binding: Binding) -> Iterator[Judged]:
        owned = sorted(binding.pairs)
        for version_id, case in kept.refund_cases(self._reading, self._period, owned):
            if version_id not in binding.ids:
                continue
            met = refund_met(case, binding.standard, self._ground.now, self._ground.calendar)
            if met is not None:
                yield Judged(kind=Kind.COMPLAINT, id=case.complaint_id, met=met)

    # --- counted by hand, and answers -------------------------------------------------------

    def _sampled(self, binding: Binding) -> Count:
        """The newest sample week or check; of several versions that say the same, any of them."""
        about = (binding.source, binding.ids)
        if about not in self._counts:
            read = sample_counts if binding.source is Source.SAMPLE_WEEK else check_counts
            self._counts[about] = read(self._reading, self._period, binding.ids)
        return self._counts[about].get(binding.standard.key, Count())

    @cached_property
    def _answers(self) -> dict[date, kept.Answers]:
        return kept.answers_by_day(self._reading, self._period)

    def _answered(self, binding: Binding) -> Count:
        """Answers about the element of a standard; of satisfaction where it has none.

        One question, always the same: nobody's satisfaction is whether we were polite.
        """
        good = asked = 0
        for day, answers in self._answers.items():
            version = version_on(self._versions, day)
            if version is not None and version.id in binding.ids:
                good += answers[binding.standard.element][0]
                asked += answers[binding.standard.element][1]
        return Count(kept=good, broken=asked - good)


def name_of(binding: Binding) -> str:
    """The value of ``RecordsAt`` by which ``cases_at`` knows a standard again."""
    return f"{binding.newest.id}{_MARK}{binding.standard.key}"


def cases_at(reading: Reading, records: RecordsAt, ground: Ground) -> tuple[Judged, ...]:
    """The cases that a result was counted from, each by itself.

    Args:
        reading: inside a read.
        records: of kind STANDARD, with ``ALL``, ``MISSED`` or ``EVERY``.
        ground: what judging needs.

    Raises:
        Refusal: ``standard_records_gone`` where no charter that was on the wall has it.
    """
    binding = binding_at(reading, records)
    versions = kept.versions_in_force(reading)
    cases = LiveReading(reading, versions, records.period, ground).cases(binding)
    wanted = _CHOICES.get(records.which, frozenset(Met))
    return tuple(case for case in cases if case.met in wanted)


def binding_at(reading: Reading, records: RecordsAt) -> Binding:
    """The standard whose cases are meant.

    Raises:
        Refusal: ``standard_records_gone`` where no charter that was on the wall has it.
    """
    for binding in bindings(kept.versions_in_force(reading)):
        if name_of(binding) == records.value:
            return binding
    raise Refusal("standard_records_gone")
