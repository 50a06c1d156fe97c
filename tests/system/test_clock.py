# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The machine's clock speaks UTC and knows whose midnight counts."""

from datetime import UTC, date, datetime, timedelta, timezone

from servicedesk.domain.clock import Clock
from servicedesk.system.clock import SystemClock
from tests.helpers.fakes import FixedClock


class StoppedClock(SystemClock):
    def now(self):
        return datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def test_now_is_aware_and_in_utc():
    clock: Clock = SystemClock()
    earlier = clock.now()
    assert earlier.tzinfo is UTC
    assert datetime(2026, 1, 1, tzinfo=UTC) < earlier <= clock.now()


def test_the_date_turns_at_midnight_in_london():
    assert StoppedClock().today() == date(2026, 7, 1)


def test_another_zone_has_its_own_date():
    assert StoppedClock(timezone(timedelta(hours=-5))).today() == date(2026, 6, 30)


def test_fixed_clock_stands_still_until_moved():
    clock = FixedClock(date(2026, 9, 14))
    assert clock.today() == date(2026, 9, 14)
    assert clock.now() == datetime(2026, 9, 14, 11, tzinfo=UTC)
    clock.advance(hours=13)
    assert clock.today() == date(2026, 9, 15)
    clock.set(datetime(2026, 12, 24, 9, tzinfo=UTC))
    assert (clock.now(), clock.today()) == (
        datetime(2026, 12, 24, 9, tzinfo=UTC),
        date(2026, 12, 24),
    )
