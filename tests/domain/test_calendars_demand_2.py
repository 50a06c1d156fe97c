# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 2: opening hours and holidays in due times, 10,000 times against every minute."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.calendars_counting import (
    count_days,
    count_hours,
    count_months,
    days_taken,
    hours_taken,
)
from servicedesk.domain.calendars_moments import (
    add_opening_hours,
    is_open,
    opening_minutes_between,
)
from servicedesk.domain.calendars_segments import Count, NamedCalendar, Pause, Stop, Why
from tests.domain.calendars_reference import (
    DAY,
    MINUTE,
    WINDOW,
    Reference,
    months_after,
    some_calendar,
)
from tests.domain.test_calendars import HOLIDAYS

CALENDARS, CASES = 80, 125
assert CALENDARS * CASES == 10_000


def adds_up(count: Count, amount: int) -> None:
    """The parts make up the count, in order, each day in one of them."""
    assert sum(part.counted for part in count.segments) == count.amount == amount
    for part in count.segments:
        assert (part.counted > 0) is (part.why is Why.COUNTED)
        assert part.first <= part.last
    spans = [part.span for part in count.segments if part.span is not None]
    assert all(begin < end for begin, end in spans)
    assert spans == sorted(spans)
    for part in count.segments:
        if part.span is not None and part.counted:
            assert part.counted == (part.span[1] - part.span[0]) // MINUTE


def hours_case(chance: random.Random, slow: Reference, known: NamedCalendar) -> None:
    """Minutes added and counted, with and without stops."""
    start = chance.randrange(len(slow.flags) // 2)
    stops: list[range] = []
    for _ in range(chance.choice((0, 0, 1, 2))):
        begin = chance.randrange(len(slow.flags))
        stops.append(range(begin, begin + chance.randint(1, 4000)))
    named = [Stop(begins=slow.at(one.start), ends=slow.at(one.stop)) for one in stops]
    wanted = chance.choice((0, 1, 30, 60, 240, 480, chance.randint(1, 3000)))
    at, expected = slow.at(start), slow.after_minutes(start, wanted, stops)
    assert is_open(known.days, at) == bool(slow.flags[start])
    if expected is not None:
        count = count_hours(known, at, wanted, named)
        assert count.ends == slow.at(expected)
        adds_up(count, wanted)
        if not stops:
            assert add_opening_hours(known.days, at, wanted) == count.ends
    end = chance.randrange(start, len(slow.flags))
    taken = hours_taken(known, at, slow.at(end), named)
    adds_up(taken, slow.minutes_between(start, end, stops))
    if not stops:
        assert opening_minutes_between(known.days, at, slow.at(end)) == taken.amount


def days_case(chance: random.Random, slow: Reference, known: NamedCalendar) -> None:
    """Days of each kind added and counted, with and without pauses."""
    start = slow.first + timedelta(days=chance.randint(0, WINDOW))
    kind = chance.choice(tuple(DayKind))
    pauses = []
    for _ in range(chance.choice((0, 0, 1, 2))):
        after = start + timedelta(days=chance.randint(0, 12))
        pauses.append((after, after + timedelta(days=chance.randint(1, 9))))
    named = [Pause(after=after, until=until) for after, until in pauses]
    wanted = chance.choice((0, 1, 2, 3, 5, 10, chance.randint(0, 40)))
    expected = slow.after_days(start, wanted, kind, pauses)
    if expected is not None:
        count = count_days(known, start, wanted, kind, named)
        assert count.end == expected
        adds_up(count, wanted)
        if not pauses:
            assert known.days.add_days(start, wanted, kind) == expected
            no_gaps(count)
    end = start + timedelta(days=chance.randint(-3, 60))
    taken = days_taken(known, start, end, kind, named)
    adds_up(taken, slow.days_between(start, end, kind, pauses))
    if not pauses:
        assert known.days.days_between(start, end, kind) == taken.amount


def no_gaps(count: Count) -> None:
    """Every date from the first part to the end stands in exactly one part."""
    dates = [
        part.first + ahead * DAY
        for part in count.segments
        for ahead in range((part.last - part.first).days + 1)
    ]
    assert dates == sorted(set(dates))
    first = count.start + DAY if count.amount else count.start
    last = count.end if count.amount else count.end - DAY
    assert len(dates) == (last - first).days + 1


def months_case(chance: random.Random, slow: Reference, known: NamedCalendar) -> None:
    """Months added, and moved off days that are no working days where the law says so."""
    start = slow.first + timedelta(days=chance.randint(0, WINDOW))
    months = chance.choice((1, 1, 3, 12, chance.randint(0, 80)))
    end = months_after(start, months)
    plain = count_months(known, start, months)
    assert plain.end == end
    rolled = count_months(known, start, months, rolls=True)
    assert rolled.end == slow.after_days(end, 0, DayKind.WORKING, [])
    assert sum(part.counted for part in rolled.segments) == months
    assert known.days.legal_roll(end) == rolled.end


@pytest.mark.parametrize("tenth", range(10))
def test_demand_2_ten_thousand_cases_equal_a_reference_that_looks_at_every_minute(
    tenth: int,
) -> None:
    done: Counter[str] = Counter()
    kinds = (hours_case,) * 5 + (days_case,) * 4 + (months_case,)
    for number in range(tenth, CALENDARS, 10):
        chance = random.Random(2026_000 + number)
        calendar, first = some_calendar(chance, HOLIDAYS[chance.choice(sorted(HOLIDAYS))])
        slow, known = Reference(calendar, first), NamedCalendar(days=calendar)
        for _ in range(CASES):
            case = chance.choice(kinds)
            case(chance, slow, known)
            done[case.__name__] += 1
    assert done.total() == CALENDARS * CASES // 10
    assert len(done) == 3


def test_a_reference_that_is_wrong_is_found_out() -> None:
    """The reference is looked at too: it tells a shop's hours from those of another."""
    chance = random.Random(1)
    calendar, first = some_calendar(chance, HOLIDAYS["ENG"])
    slow = Reference(calendar, first)
    other = Reference(some_calendar(random.Random(2), frozenset())[0], first)
    assert slow.flags != other.flags
    assert 0 < sum(slow.flags) < len(slow.flags)
    assert slow.after_days(date(2026, 12, 24), 1, DayKind.WORKING, []) == date(2026, 12, 29)
