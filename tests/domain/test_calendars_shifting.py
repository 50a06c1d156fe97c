# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Due dates that were counted move with the calendar; all others stay where they are."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import LONDON, Closure, DayKind, WorkingCalendar
from servicedesk.domain.calendars_segments import CountUnit, NamedCalendar, Why
from servicedesk.domain.calendars_shifting import (
    NOTHING_MOVES,
    CountedDue,
    DueMove,
    count_allowance,
    due_of,
    is_inside,
    moved_dues,
    with_closure,
    with_holidays,
    without_closure,
)
from servicedesk.domain.hours import parse_week
from servicedesk.domain.promises import Allowance, Due
from tests.domain.test_calendars import trader
from tests.helpers.builders import CLOSED_ALL_WEEK

NOW = datetime(2026, 9, 14, 12, tzinfo=LONDON)
MONDAY, WEDNESDAY = date(2026, 9, 14), date(2026, 9, 16)
WEEK_OFF = Closure(first=date(2026, 9, 15), last=date(2026, 9, 16))
OLD = NamedCalendar(days=trader())
NEW = with_closure(OLD, WEEK_OFF, "holiday")
NEVER = NamedCalendar(days=WorkingCalendar(hours=CLOSED_ALL_WEEK))


def allowance(amount: int, unit: str = "opening", start: datetime = NOW) -> Allowance:
    return Allowance(amount=amount, unit=unit, start=start)


def counted(due: Due, what: Allowance, number: int = 1) -> CountedDue:
    return CountedDue(id=number, due=due, allowance=what)


@pytest.mark.parametrize(
    ("amount", "unit", "due"),
    [
        (2, "opening", Due(day=WEDNESDAY)),
        (2, "working", Due(day=WEDNESDAY)),
        (2, "calendar", Due(day=WEDNESDAY)),
        (1, "month", Due(day=date(2026, 10, 14))),
        (6, "hour", Due(day=date(2026, 9, 15), at=datetime(2026, 9, 15, 10, tzinfo=LONDON))),
    ],
)
def test_an_allowance_is_counted_in_its_unit(amount: int, unit: str, due: Due) -> None:
    what = allowance(amount, unit)
    assert due_of(OLD, what) == due
    assert count_allowance(OLD, what).unit is CountUnit(unit)


def test_opening_days_move_with_a_closure_and_nothing_else_does() -> None:
    at_four = datetime(2026, 9, 16, 16, tzinfo=LONDON)
    moves = moved_dues(
        [
            counted(Due(day=WEDNESDAY), allowance(2), 1),
            counted(Due(day=WEDNESDAY), allowance(2, "working"), 2),
            counted(Due(day=WEDNESDAY), allowance(2, "calendar"), 3),
            counted(Due(day=date(2026, 9, 30)), allowance(2), 4),
            counted(Due(day=WEDNESDAY, at=at_four), allowance(2), 5),
            counted(
                Due(day=date(2026, 9, 15), at=datetime(2026, 9, 15, 10, tzinfo=LONDON)),
                allowance(6, "hour"),
                6,
            ),
        ],
        OLD,
        NEW,
        NOW,
    )
    friday = date(2026, 9, 18)
    assert moves == (
        DueMove(id=1, before=Due(day=WEDNESDAY), after=Due(day=friday)),
        DueMove(
            id=5,
            before=Due(day=WEDNESDAY, at=at_four),
            after=Due(day=friday, at=datetime(2026, 9, 18, 16, tzinfo=LONDON)),
        ),
        DueMove(
            id=6,
            before=Due(day=date(2026, 9, 15), at=datetime(2026, 9, 15, 10, tzinfo=LONDON)),
            after=Due(day=date(2026, 9, 17), at=datetime(2026, 9, 17, 10, tzinfo=LONDON)),
        ),
    )


def test_demand_32_what_is_over_never_moves_and_nothing_moves_into_the_past() -> None:
    start = datetime(2026, 9, 9, 12, tzinfo=LONDON)
    late = counted(Due(day=date(2026, 9, 11)), allowance(2, start=start))
    an_hour_ago = datetime(2026, 9, 14, 11, tzinfo=LONDON)
    by_hour = counted(Due(day=MONDAY, at=an_hour_ago), allowance(2, "hour", start=NOW))
    saturdays = NamedCalendar(
        days=trader(days="monday tuesday wednesday thursday friday saturday sunday")
    )
    assert moved_dues([late, by_hour], OLD, saturdays, NOW) == ()
    # Three opening days from Wednesday are Monday; with Saturdays they would be over already.
    soon = counted(Due(day=MONDAY), allowance(3, start=start))
    assert due_of(OLD, soon.allowance) == soon.due
    assert moved_dues([soon], OLD, saturdays, NOW) == ()


def test_a_calendar_without_a_day_moves_nothing() -> None:
    one = counted(Due(day=WEDNESDAY), allowance(2))
    assert moved_dues([one, one], OLD, NEVER, NOW) == ()
    assert moved_dues([one], NEVER, OLD, NOW) == ()


def test_calendars_with_more_and_less() -> None:
    assert NEW.why(WEDNESDAY, DayKind.OPENING) == (Why.CLOSURE, "holiday")
    assert without_closure(NEW, WEEK_OFF) == OLD
    fair = with_holidays(OLD, {WEDNESDAY: "Town fair"})
    assert fair.why(WEDNESDAY, DayKind.OPENING) == (Why.BANK_HOLIDAY, "Town fair")
    assert is_inside(Due(day=WEDNESDAY), WEEK_OFF)
    assert not is_inside(Due(day=MONDAY), WEEK_OFF)
    assert (NOTHING_MOVES.moves, NOTHING_MOVES.touched) == ((), ())


def test_other_hours_move_counts_of_hours() -> None:
    half = NamedCalendar(
        days=WorkingCalendar(
            hours=parse_week({day: ["09:00-13:00"] for day in ("monday", "tuesday")})
        )
    )
    due = due_of(OLD, allowance(6, "hour"))
    (move,) = moved_dues([counted(due, allowance(6, "hour"))], OLD, half, NOW)
    assert move.after == Due(day=date(2026, 9, 21), at=datetime(2026, 9, 21, 10, tzinfo=LONDON))


@pytest.mark.parametrize("seed", range(40))
def test_what_a_closure_moves_its_removal_moves_back(seed: int) -> None:
    chance = random.Random(seed)
    today = NOW.date()
    first = today + timedelta(days=chance.randint(0, 20))
    closure = Closure(first=first, last=first + timedelta(days=chance.randint(0, 14)))
    old, new = OLD, with_closure(OLD, closure, "")
    dues = {}
    for number in range(30):
        what = allowance(chance.randint(1, 30), chance.choice(("opening", "working", "hour")))
        dues[number] = counted(due_of(old, what), what, number)
    moves = {move.id: move for move in moved_dues(dues.values(), old, new, NOW)}
    for number, one in dues.items():
        expected = due_of(new, one.allowance)
        if number in moves:
            assert (moves[number].before, moves[number].after) == (one.due, expected)
            assert one.allowance.unit != "working"
        else:
            assert one.due == expected
    after = [
        replace(one, due=moves[number].after) if number in moves else one
        for number, one in dues.items()
    ]
    back = moved_dues(after, new, old, NOW)
    assert {move.id: move.after for move in back} == {number: dues[number].due for number in moves}
