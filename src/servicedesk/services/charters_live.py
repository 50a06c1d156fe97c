# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The live charter: how the business is doing against each standard it published."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from servicedesk.domain.calendars import add_months
from servicedesk.domain.charters_live import LivePage, Source, StandardResult
from servicedesk.domain.charters_live_binding import (
    Binding,
    bindings,
    can_follow,
    is_own_words,
)
from servicedesk.domain.charters_live_counting import Judged
from servicedesk.domain.charters_live_feasible import (
    MONTHS_BACK,
    MOST_PAST,
    Beside,
    PastCases,
    beside,
)
from servicedesk.domain.charters_live_words import ResultWords, result_words
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.figures import RecordsAt, Which
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.domain.standards import MeasuredBy, ServiceStandard
from servicedesk.services.charters_live_reading import (
    ALL,
    MISSED,
    LiveReading,
    binding_at,
    cases_at,
    ground_in,
    name_of,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store import charters_live as kept

_WITHOUT_RECORDS = frozenset({Source.SAMPLE_WEEK, Source.JOB_CHECK, Source.NOTHING})


class ChartersLive:
    """The use cases of the live charter.

    Args:
        units: opens reads.
        around: the world as services see it.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def usual_period(self) -> Period:
        """The period that is shown when nobody has chosen one: the last 90 days."""
        return period_of(PeriodName.LAST_90_DAYS, self._around.clock.today())

    def page(self, period: Period) -> LivePage:
        """How each standard is kept.

        Args:
            period: that it is about.
        """
        with self._units.read() as reading:
            return self.page_in(reading, period)

    def page_in(self, reading: Reading, period: Period) -> LivePage:
        """As ``page``, inside somebody else's read."""
        versions = kept.versions_in_force(reading)
        if not versions or versions[0].last is not None:
            return LivePage(period=period)
        live = LiveReading(reading, versions, period, ground_in(reading, self._around))
        newest = versions[0]
        results, earlier = [], []
        for binding in bindings(versions):
            result = _result(binding, live, period)
            if binding.newest is newest:
                results.append(result)
            elif result.count.base or result.count.undecided:
                earlier.append(replace(result, is_current=False))
        return LivePage(
            period=period,
            results=tuple(results),
            earlier=tuple(earlier),
            number=newest.number,
            first=newest.first,
        )

    def words(self, result: StandardResult) -> ResultWords:
        """A result in words."""
        return result_words(result, self._around.phrases)

    def past(self, standards: Iterable[ServiceStandard]) -> PastCases:
        """What was written down so far, to hold standards against while they are written.

        Args:
            standards: that are written.
        """
        keys = {standard.key for standard in standards}
        today = self._around.clock.today()
        period = Period(first=add_months(today, -MONTHS_BACK), last=today)
        with self._units.read() as reading:
            ground = ground_in(reading, self._around)
            page = self.page_in(reading, self.usual_period())
            promises = {key: kept.newest_promises(reading, period, key, MOST_PAST) for key in keys}
            begin = datetime.combine(period.first, time(), ground.calendar.zone)
            channels = frozenset(Channel)
            contacts = kept.contact_cases(reading, begin, ground.now, channels, (), MOST_PAST)
            complaints = kept.complaint_cases(reading, period, MOST_PAST)
            refunds = kept.refund_cases(reading, period, ())
        return PastCases(
            now=ground.now,
            calendar=ground.calendar,
            contacts=contacts,
            complaints=tuple(case for _, _, case in complaints),
            refunds=tuple(case for _, case in refunds[-MOST_PAST:]),
            promises=promises,
            results={one.standard.key: one for one in page.results},
        )

    def beside(self, standard: ServiceStandard, past: PastCases) -> Beside:
        """What is said beside a standard while it is written; see ``past``."""
        return beside(standard, past, self._around.phrases)

    def title(self, records: RecordsAt) -> str:
        """What the records behind a result are, over their list.

        Args:
            records: as a result names them, of kind STANDARD.

        Returns:
            The title of the standard, and which of its cases; "" where there is none such.
        """
        with self._units.read() as reading:
            try:
                title = binding_at(reading, records).standard.title
            except Refusal:
                return ""
        which = MISSED if records.which == MISSED else ALL
        return self._around.phrases.say(f"charter_live.records.{which}", title=title)

    def cases(self, records: RecordsAt) -> tuple[Judged, ...]:
        """The cases that a result was counted from, each by itself.

        Args:
            records: as a result names them, of kind STANDARD.

        Raises:
            Refusal: ``standard_records_gone`` where the charter has no such standard.
        """
        with self._units.read() as reading:
            return cases_at(reading, records, ground_in(reading, self._around))


def _result(binding: Binding, live: LiveReading, period: Period) -> StandardResult:
    standard, newest = binding.standard, binding.newest
    count = live.count(binding)
    follows = can_follow(standard)
    is_seen = binding.source is not Source.PROMISES or (follows and not is_own_words(standard))
    is_measured = is_seen or count.base > 0 or count.undecided > 0
    first = max(period.first, binding.versions[-1].first)
    shown = replace(period, first=min(first, period.last))
    return StandardResult(
        standard=standard,
        number=newest.number,
        charter_version_id=newest.id,
        period=shown,
        measured_by=standard.measured_by if is_measured else MeasuredBy.NONE,
        count=count,
        records=_records(binding, period, ALL),
        missed=_records(binding, period, MISSED),
        source=binding.source,
        also=tuple(version.number for version in binding.versions[1:]),
        asked=standard.element if binding.source is Source.CUSTOMERS else None,
        can_follow=follows,
    )


def _records(binding: Binding, period: Period, which: str) -> RecordsAt | None:
    """The way to the very records of a result; the cases of a sample week are no records."""
    if binding.source in _WITHOUT_RECORDS:
        return None
    if binding.source is Source.CUSTOMERS:
        if which == MISSED:
            return None
        asked = binding.standard.element
        column = "satisfaction" if asked is None else asked.value
        return RecordsAt(
            kind=Kind.FEEDBACK, which=Which.SCORED, period=_days(binding, period), value=column
        )
    value = name_of(binding)
    return RecordsAt(kind=Kind.STANDARD, which=which, period=period, value=value)


def _days(binding: Binding, period: Period) -> Period:
    """The days of a period on which the versions of a standard were on the wall."""
    first = max(period.first, binding.versions[-1].first)
    last = period.last if binding.newest.last is None else min(period.last, binding.newest.last)
    return replace(period, first=min(first, period.last), last=max(last, period.first))
