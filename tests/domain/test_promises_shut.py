# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A promise for a day on which the business is shut: said, with the next open day."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import Closure, WorkingCalendar
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_shut import shut_on, shut_words
from tests.helpers.builders import words

CHRISTMAS, BOXING, AFTER = date(2026, 12, 25), date(2026, 12, 28), date(2026, 12, 29)
FAIR = Closure(first=date(2026, 10, 1), last=date(2026, 10, 2))
INVENTORY = Closure(first=date(2026, 11, 2), last=date(2026, 11, 2))
SHOP = NamedCalendar(
    days=WorkingCalendar(bank_holidays=frozenset({CHRISTMAS, BOXING}), closures=(FAIR, INVENTORY)),
    holidays={CHRISTMAS: "Christmas Day"},
    closures=((FAIR, "the county fair"), (INVENTORY, "")),
)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (CHRISTMAS, "You are closed on 25/12 (Christmas Day); next open day is 29/12."),
        (BOXING, "You are closed on 28/12 (bank holiday); next open day is 29/12."),
        (FAIR.first, "You are closed on 01/10 (the county fair); next open day is 05/10."),
        (INVENTORY.first, "You are closed on 02/11; next open day is 03/11."),
        (date(2026, 11, 28), "You are closed on 28/11; next open day is 30/11."),
    ],
)
def test_why_it_is_shut_and_when_it_opens(day: date, said: str) -> None:
    shut = shut_on(Due(day=day), SHOP, knows_hours=True)
    assert shut is not None
    assert shut_words(shut, words(), lambda one: f"{one:%d/%m}") == said


def test_nothing_is_said_of_an_open_day_nor_of_a_week_nobody_described() -> None:
    assert shut_on(Due(day=AFTER), SHOP, knows_hours=True) is None
    saturday = Due(day=date(2026, 11, 28))
    assert shut_on(saturday, SHOP, knows_hours=False) is None
    assert shut_on(Due(day=CHRISTMAS), SHOP, knows_hours=False) is not None


def test_the_time_stays_the_same() -> None:
    due = Due(day=CHRISTMAS, at=datetime(2026, 12, 25, 17, 30, tzinfo=UTC))
    shut = shut_on(due, SHOP, knows_hours=True)
    assert shut is not None
    assert shut.instead == Due(day=AFTER, at=datetime(2026, 12, 29, 17, 30, tzinfo=UTC))


def test_who_never_opens_is_told_no_other_day() -> None:
    never = NamedCalendar(days=WorkingCalendar(hours=WeeklyHours(days=7 * ((),))))
    shut = shut_on(Due(day=AFTER), never, knows_hours=True)
    assert shut is not None
    assert shut_words(shut, words(), lambda one: f"{one:%d/%m}") == "You are closed on 29/12."
