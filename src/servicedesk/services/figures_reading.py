# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the figures of a period are made from, read out of the file inside one read.

Every kind of record is counted where it lies, in SQL; here it is put together, and what nobody
writes down stays None.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from servicedesk.domain.charters_live import Source
from servicedesk.domain.charters_live_binding import Binding, bindings, channels_of
from servicedesk.domain.customers import Channel
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.figures_counted import (
    Counted,
    CustomersCounted,
    RepliesCounted,
    ServedCounted,
)
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases
from servicedesk.services.charters_live_reading import ALL, LiveReading, name_of
from servicedesk.services.charters_live_reading import Ground as LiveGround
from servicedesk.services.figures_ground import Ground, Stretch, recommending
from servicedesk.services.unit import Reading
from servicedesk.store.charters_live import versions_in_force
from servicedesk.store.figures_answers import answers_counted
from servicedesk.store.figures_complaints import complaints_counted, received_between
from servicedesk.store.figures_contacts import contacts_counted, waits_counted
from servicedesk.store.figures_customers import heard, noted, returned, sales
from servicedesk.store.figures_promises import promise_cases
from servicedesk.store.samples import served_by_month

_JUDGED_MOST = timedelta(days=366)


def counted_in(reading: Reading, period: Period, ground: Ground, stretch: Stretch) -> Counted:
    """All that "How we do" in a period is made from.

    Args:
        reading: inside a read.
        period: both ends with it.
        ground: see there.
        stretch: that the period lies in.
    """
    values, (days, spans) = ground.values(period), stretch
    complaints = complaints_counted(reading, period, ground.today, days.between, spans)
    return Counted(
        promises=promise_cases(reading, period, days.between),
        replies=_replies(reading, period, values, ground),
        complaints=replace(complaints, served=served_in(reading, period)),
        answers=answers_counted(reading, period),
        customers=_customers(reading, period, values, ground.phrases),
        contacts=contacts_counted(reading, values, spans),
    )


def served_in(reading: Reading, period: Period) -> ServedCounted | None:
    """Customers served in the whole months of a period; None where one has no number."""
    whole = period.whole_months()
    if whole is None:
        return None
    known = served_by_month(reading)
    months = [month.first for month in whole.months()]
    if any(month not in known for month in months):
        return None
    return ServedCounted(
        period=whole,
        customers=sum(known[month][1] for month in months),
        complaints=received_between(reading, whole),
    )


def _replies(
    reading: Reading, period: Period, values: Mapping[str, object], ground: Ground
) -> tuple[RepliesCounted, ...]:
    """How long people waited on each channel, and whether the charter promised them a time.

    To judge takes every contact by itself, so a longer period than a year is not judged.
    """
    found = {
        channel: RepliesCounted(channel=channel, waits=waits)
        for channel, waits in waits_counted(reading, values).items()
    }
    versions = versions_in_force(reading) if period.last - period.first < _JUDGED_MOST else ()
    if found and versions and versions[0].last is None:
        live_ground = LiveGround(now=ground.now, calendar=ground.calendar)
        live = LiveReading(reading, versions, period, live_ground)
        about = (one for one in bindings(versions) if one.newest is versions[0])
        for channel, binding in _promised(about).items():
            count = live.count(binding) if channel in found else None
            if count is not None and count.base:
                found[channel] = replace(
                    found[channel],
                    judged=count.base,
                    within=count.kept,
                    records=RecordsAt(
                        kind=Kind.STANDARD, which=ALL, period=period, value=name_of(binding)
                    ),
                )
    return tuple(found.values())


def _promised(about: Iterable[Binding]) -> Mapping[Channel, Binding]:
    """The one standard that says how soon we answer on a channel, where there is one for it alone.

    Args:
        about: the standards of the charter on the wall.
    """
    found: dict[Channel, list[Binding]] = {}
    for binding in about:
        if binding.source is Source.CONTACTS:
            for channel in channels_of(binding.standard):
                found.setdefault(channel, []).append(binding)
    return {
        channel: of_it[0]
        for channel, of_it in found.items()
        if len(of_it) == 1 and len(channels_of(of_it[0].standard)) == 1
    }


def _customers(
    reading: Reading, period: Period, values: Mapping[str, object], phrases: Phrases
) -> CustomersCounted:
    is_noted = noted(reading, values)
    found = CustomersCounted()
    if is_noted.visits:
        active, again = returned(reading, values)
        found = replace(found, active=active, returned=again)
    if is_noted.sales:
        visits, more = sales(reading, period)
        found = replace(found, sales=visits, related=more)
    if is_noted.heard:
        answers = heard(reading, period)
        marked = recommending(answers, phrases)
        found = replace(
            found,
            heard=sum(answers.values()),
            referred=sum(answers[answer] for answer in marked),
        )
    return found
