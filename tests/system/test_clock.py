# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The machine's clock speaks UTC and knows whose midnight counts."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from servicedesk.domain.calendars import Nation
from servicedesk.domain.clock import Clock
from servicedesk.system.clock import MachineZone, SystemClock, zone_of
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


@pytest.mark.parametrize("nation", list(Nation))
def test_the_four_nations_share_a_zone(nation):
    assert isinstance(zone_of(nation), MachineZone) == (nation is Nation.ELSEWHERE)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no tzset")
def test_somewhere_else_follows_the_machine(monkeypatch):
    monkeypatch.setenv("TZ", "AEST-10AEDT,M10.1.0,M4.1.0/3")
    time.tzset()
    try:
        zone = MachineZone()
        assert StoppedClock(zone).today() == date(2026, 7, 1)
        start = datetime(2026, 4, 4, 14, 30, tzinfo=UTC)  # half an hour before the clocks go back
        walls = [(start + timedelta(hours=hour)).astimezone(zone) for hour in range(3)]
        assert [(wall.hour, wall.minute, wall.fold) for wall in walls] == [
            (1, 30, 0),
            (2, 30, 0),
            (2, 30, 1),
        ]
        assert [wall.astimezone(UTC) for wall in walls] == [
            start + timedelta(hours=hour) for hour in range(3)
        ]
        assert walls[0].tzname() == "AEDT"
        assert walls[0].dst() is None
        assert zone.utcoffset(None) is None
    finally:
        monkeypatch.undo()
        time.tzset()


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
