# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 17: reminders come on the right day in every zone and across every change of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from servicedesk.domain.calendars import LONDON, DayKind, WorkingCalendar, end_of_day
from servicedesk.domain.calendars_counting import count_days, count_hours
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.hours import WEEK, parse_week
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_rules import due_at, overdue_from
from tests.helpers.fakes import FixedClock

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
ZONES = sorted(available_timezones())
DAYS = tuple(date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(366))
SHARES = 12


@pytest.mark.parametrize("share", range(SHARES))
def test_demand_17_a_day_is_due_until_its_last_second_in_every_zone(share: int) -> None:
    for name in ZONES[share::SHARES]:
        zone = ZoneInfo(name)
        calendar = WorkingCalendar(zone=zone)
        for day in DAYS:
            last = end_of_day(day, zone)
            assert last.astimezone(zone).date() == day, (name, day)
            assert (last + SECOND).astimezone(zone).date() == day + DAY, (name, day)
            assert overdue_from(Due(day=day), calendar) == last + SECOND, (name, day)


@pytest.mark.parametrize(
    "name", ["Europe/London", "Asia/Beirut", "America/Havana", "Pacific/Kiritimati"]
)
def test_demand_17_today_is_the_day_of_the_shop(name: str) -> None:
    zone = ZoneInfo(name)
    clock = FixedClock(datetime(2026, 3, 27, 0, 30, tzinfo=UTC), zone)
    for _ in range(24 * 5 * 4):
        today = clock.today()
        assert local_date(WorkingCalendar(zone=zone), clock.now()) == today
        late = clock.now() >= overdue_from(Due(day=today), WorkingCalendar(zone=zone))
        assert not late
        assert clock.now() >= overdue_from(Due(day=today - DAY), WorkingCalendar(zone=zone))
        clock.advance(minutes=15)


@pytest.mark.parametrize(
    ("made", "due"),
    [
        (date(2026, 3, 27), date(2026, 3, 30)),  # the clocks go forward on the 29th
        (date(2026, 10, 23), date(2026, 10, 26)),  # and back on the 25th
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_demand_17_a_time_of_day_stays_that_time_across_the_change(made: date, due: date) -> None:
    calendar = WorkingCalendar()
    at = due_at(due, 15 * 60, calendar).at
    assert at is not None
    assert at.astimezone(LONDON).hour == 15
    known = NamedCalendar(
        days=WorkingCalendar(hours=parse_week({day: ["09:00-17:00"] for day in WEEK}))
    )
    days = (due - made).days
    assert count_days(known, made, days, DayKind.OPENING).end == due
    start = datetime(made.year, made.month, made.day, 15, tzinfo=LONDON)
    count = count_hours(known, start, days * 8 * 60)
    assert count.ends == datetime(due.year, due.month, due.day, 15, tzinfo=LONDON)


def test_where_the_last_hour_comes_twice_the_later_one_counts() -> None:
    zone = ZoneInfo("Asia/Beirut")  # at the midnight after 24 October the clocks go back to 23.00
    assert end_of_day(date(2026, 10, 24), zone) == datetime(2026, 10, 24, 21, 59, 59, tzinfo=UTC)
    assert end_of_day(date(2026, 10, 23), zone) == datetime(2026, 10, 23, 20, 59, 59, tzinfo=UTC)
