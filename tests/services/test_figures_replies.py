# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Replies are judged by the charter where it promises a time on their channel, else by the half."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.customers import Channel
from servicedesk.domain.figures import Figure
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import ServiceStandard, StandardChannel, StartEvent
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.test_charters_live import CALL, MONDAY, ORDER, PERIOD, of, publish, ring
from tests.store.files import new_file, opened

TEN = datetime(2026, 9, 15, 9, tzinfo=UTC)
PHONE = replace(CALL, channel=StandardChannel.PHONE)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def lived(services: Services, clock: FixedClock, *standards: ServiceStandard) -> None:
    """A charter, and what came in under it on the phone and by e-mail."""
    publish(services, *standards)
    clock.set(datetime(2026, 9, 17, 11, tzinfo=UTC))
    for minutes in (5, 240, 241):
        ring(services, TEN, minutes)
    ring(services, TEN, 30, channel=Channel.EMAIL)


def replies(services: Services, period: Period = PERIOD) -> dict[tuple[str, str], Figure]:
    """The figures about replies, by code and channel."""
    report = services.figures.report(period)
    return {
        (figure.code, figure.label): figure
        for section in report.sections
        for figure in section.figures
        if figure.code.startswith("reply_")
    }


def test_a_channel_with_a_time_is_judged_by_it_and_opens_its_very_cases(
    services: Services, clock: FixedClock
) -> None:
    lived(services, clock, PHONE)
    found = replies(services)
    assert list(found) == [("reply_within", "phone"), ("reply_median", "email")]
    judged = found["reply_within", "phone"]
    count = of(services.charters_live.page(PERIOD), PHONE.key).count
    assert (judged.base, judged.part) == (count.base, count.kept) == (3, 2)
    assert judged.records is not None
    assert services.figures.records(judged.records).total == 3


def test_a_longer_period_than_a_year_is_not_judged(services: Services, clock: FixedClock) -> None:
    lived(services, clock, PHONE)
    longer = Period(first=PERIOD.last - timedelta(days=366), last=PERIOD.last)
    assert ("reply_median", "phone") in replies(services, longer)
    year = replace(longer, first=longer.first + timedelta(days=1))
    assert ("reply_within", "phone") in replies(services, year)


def test_days_before_the_charter_are_not_judged(services: Services, clock: FixedClock) -> None:
    lived(services, clock, PHONE)
    ring(services, datetime(2026, 9, 8, 9, tzinfo=UTC), 10)
    before = Period(first=PERIOD.first - timedelta(days=90), last=date(2026, 9, 9))
    assert list(replies(services, before)) == [("reply_median", "phone")]


@pytest.mark.parametrize(
    "standards",
    [
        (replace(CALL, channel=StandardChannel.ANY),),
        (
            PHONE,
            replace(PHONE, key="call_2", start_event=StartEvent.CONTACT_RECEIVED),
        ),
        (ORDER,),
    ],
    ids=["of every channel", "two of one", "none"],
)
def test_without_one_time_for_the_channel_alone_it_is_the_half_that_counts(
    services: Services, clock: FixedClock, standards: tuple[ServiceStandard, ...]
) -> None:
    lived(services, clock, *standards)
    assert {code for code, _ in replies(services)} == {"reply_median"}
