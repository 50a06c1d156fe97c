# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a promise stands at a moment, and in which words."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.hours import Interval, WeeklyHours
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_standing import (
    PromiseStanding,
    Timing,
    broken_words,
    stand_of,
    stand_words,
)
from tests.helpers.builders import words

SHOP = WorkingCalendar()
FRIDAY = date(2026, 10, 2)
FIVE = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)
DAY, TIMED = Due(day=FRIDAY), Due(day=FRIDAY, at=FIVE)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "now", "said"),
    [
        (DAY, noon(date(2026, 9, 30)), "2 opening days left"),
        (DAY, noon(date(2026, 10, 1)), "1 opening day left"),
        (DAY, noon(FRIDAY), "due today"),
        (DAY, noon(date(2026, 10, 3)), "late"),
        (DAY, noon(date(2026, 10, 5)), "late by 1 working day"),
        (DAY, noon(date(2026, 10, 6)), "late by 2 working days"),
        (TIMED, datetime(2026, 10, 2, 16, 1, tzinfo=UTC), "late by 1 minute"),
        (TIMED, datetime(2026, 10, 2, 18, 5, tzinfo=UTC), "late by 2 hours"),
    ],
)
def test_an_open_one(due: Due, now: datetime, said: str) -> None:
    stand = stand_of(Timing(due=due), now, now.astimezone(SHOP.zone).date(), SHOP)
    assert stand_words(stand, words()) == said


@pytest.mark.parametrize(
    ("due", "outcome", "on", "at", "said"),
    [
        (DAY, Outcome.KEPT, FRIDAY, None, "kept"),
        (DAY, Outcome.BROKEN, FRIDAY, None, "broken"),
        (DAY, Outcome.RELEASED, FRIDAY, None, "released"),
        (DAY, Outcome.LATE, None, None, "done late"),
        (DAY, Outcome.LATE, date(2026, 10, 3), None, "done late"),
        (DAY, Outcome.LATE, date(2026, 10, 6), None, "done 2 working days late"),
        (
            TIMED,
            Outcome.LATE,
            FRIDAY,
            datetime(2026, 10, 2, 16, 5, tzinfo=UTC),
            "done 5 minutes late",
        ),
        (TIMED, Outcome.LATE, FRIDAY, datetime(2026, 10, 2, 17, 5, tzinfo=UTC), "done 1 hour late"),
    ],
)
def test_one_that_has_ended(
    due: Due, outcome: Outcome, on: date | None, at: datetime | None, said: str
) -> None:
    timing = Timing(due=due, outcome=outcome, ended_on=on, ended_at=at)
    stand = stand_of(timing, noon(date(2026, 11, 2)), date(2026, 11, 2), SHOP)
    assert stand_words(stand, words()) == said


def test_what_is_left_is_counted_in_opening_days_and_lateness_in_working_days() -> None:
    salon = WorkingCalendar(
        hours=WeeklyHours(days=((), *5 * ((Interval(opens=540, closes=1020),),), ()))
    )
    saturday, monday, tuesday = date(2026, 10, 24), date(2026, 10, 26), date(2026, 10, 27)
    ahead = stand_of(Timing(due=Due(day=tuesday)), noon(saturday), saturday, salon)
    assert stand_words(ahead, words()) == "1 opening day left"
    none = stand_of(Timing(due=Due(day=monday)), noon(saturday), saturday, salon)
    assert stand_words(none, words()) == "due before you open again"
    late = stand_of(Timing(due=Due(day=saturday)), noon(tuesday), tuesday, salon)
    assert stand_words(late, words()) == "late by 2 working days"


def test_broken_is_suggested_after_ten_working_days() -> None:
    day = date(2026, 10, 16)
    assert stand_of(Timing(due=DAY), noon(day), day, SHOP).is_suggested_broken
    before = date(2026, 10, 15)
    assert not stand_of(Timing(due=DAY), noon(before), before, SHOP).is_suggested_broken
    assert "10 working days" in broken_words(words())


def test_a_new_day_does_not_hide_that_the_promised_one_is_over() -> None:
    timing = Timing(due=Due(day=date(2026, 10, 9)), counts=DAY)
    day = date(2026, 10, 5)
    stand = stand_of(timing, noon(day), day, SHOP)
    assert (stand.standing, stand.was_missed, stand.days) == (PromiseStanding.AHEAD, True, 4)
    before = date(2026, 10, 1)
    assert not stand_of(timing, noon(before), before, SHOP).was_missed
