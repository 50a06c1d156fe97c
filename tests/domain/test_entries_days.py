# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days as people type them: read day first, from today on, or back where something was done."""

import json
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.entries import read_day
from servicedesk.domain.entries_days import read_near_day, read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WEEK

MONDAY = date(2026, 11, 23)
DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 12, 31))
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-23"),
        (" Tomorrow ", "2026-11-24"),
        ("tmrw", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("fri", "2026-11-27"),
        ("by Friday", "2026-11-27"),
        ("until 3 Dec", "2026-12-03"),
        ("FRIDAY", "2026-11-27"),
        ("Fri.", "2026-11-27"),
        ("mon", "2026-11-30"),
        ("thurs", "2026-11-26"),
        ("last fri", "2026-11-20"),
        ("last mon", "2026-11-16"),
        ("+5", "2026-11-28"),
        ("+ 5 days", "2026-11-28"),
        ("+2w", "2026-12-07"),
        ("+1 week", "2026-11-30"),
        ("+3 months", "2027-02-23"),
        ("-3", "2026-11-20"),
        ("3 days", "2026-11-26"),
        ("2 weeks", "2026-12-07"),
        ("in 2 weeks", "2026-12-07"),
        ("1 month", "2026-12-23"),
        ("within a week", "2026-11-30"),
        ("next week", "2026-11-30"),
        ("next month", "2026-12-23"),
        ("next fri", "2026-12-04"),
        ("next mon", "2026-11-30"),
        ("this fri", "2026-11-27"),
        ("14", "2026-12-14"),
        ("23", "2026-11-23"),
        ("31", "2026-12-31"),
        ("3/12", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("3 12", "2026-12-03"),
        ("22/11", "2027-11-22"),
        ("23/11", "2026-11-23"),
        ("3.12.26", "2026-12-03"),
        ("03-12-2026", "2026-12-03"),
        ("1/1/26", "2026-01-01"),
        ("29/2", "2028-02-29"),
        ("3 dec", "2026-12-03"),
        ("3rd of December", "2026-12-03"),
        ("3dec27", "2027-12-03"),
        ("dec 3", "2026-12-03"),
        ("Dec 3rd, 2027", "2027-12-03"),
        ("5 sept", "2027-09-05"),
        ("fri 4 dec", "2026-12-04"),
        ("Thu, 3/12/26", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("2026/1/9", "2026-01-09"),
        ("\uff13/\uff11\uff12", "2026-12-03"),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed: str, day: str) -> None:
    assert read_day(typed, MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/12", "2025-12-03"),
        ("22/11", "2026-11-22"),
        ("23/11", "2026-11-23"),
        ("fri", "2026-11-20"),
        ("mon", "2026-11-16"),
        ("24", "2026-10-24"),
        ("31", "2026-10-31"),
        ("29/2", "2024-02-29"),
        ("1/1/27", "2027-01-01"),
        ("tomorrow", "2026-11-24"),
    ],
)
def test_where_something_was_done_a_day_lies_behind(typed: str, day: str) -> None:
    assert read_day(typed, MONDAY, is_past=True) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "day_not_read"),
        ("soon", "day_not_read"),
        ("t", "day_not_read"),
        ("tu", "day_not_read"),
        ("3 xyz", "day_not_read"),
        ("3/12/202", "day_not_read"),
        ("next soon", "day_not_read"),
        ("3 d", "day_not_read"),
        ("3/12/20266", "day_not_read"),
        ("3/12/26/1", "day_not_read"),
        ("fri " + "x" * 200, "day_not_read"),
        ("31/11", "day_not_there"),
        ("0", "day_not_there"),
        ("32", "day_not_there"),
        ("13/13", "day_not_there"),
        ("30 feb", "day_not_there"),
        ("29/2/27", "day_not_there"),
        ("2026-02-30", "day_not_there"),
        ("-9999w", "day_not_there"),
        ("0000-01-01", "day_not_there"),
        ("12/25", "day_month_first"),
        ("12/25/26", "day_month_first"),
    ],
)
def test_what_is_no_day_is_said_so(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(typed, date(20, 1, 1) if typed.endswith("w") else MONDAY, "ends_on")
    assert (refused.value.code, refused.value.field) == (code, "ends_on")
    assert len(str(refused.value.params.get("found"))) <= 40


def test_a_month_typed_first_gets_the_day_in_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        read_day("12/25", MONDAY)
    assert refused.value.params == {"found": "25/12"}


@given(day=DAYS, today=DAYS)
def test_a_day_with_its_year_is_that_day_whatever_today_is(day: date, today: date) -> None:
    name = MONTH_NAMES[day.month - 1]
    for typed in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year % 100:02d}",
        f"{day.day} {name} {day.year}",
        f"{name[:3]} {day.day} {day.year % 100:02d}",
    ):
        assert read_day(typed, today) == day
        assert read_day(typed, today, is_past=True) == day


@given(day=DAYS, today=DAYS)
def test_a_day_without_its_year_is_the_nearest_on_its_side(day: date, today: date) -> None:
    typed = f"{day.day}/{day.month}"
    ahead, behind = read_day(typed, today), read_day(typed, today, is_past=True)
    assert {(each.day, each.month) for each in (ahead, behind)} == {(day.day, day.month)}
    assert behind <= today <= ahead
    assert (ahead - today).days < 8 * 366
    if day.day < 29:
        assert (ahead - today).days < 367 > (today - behind).days


@given(today=DAYS, place=st.integers(0, 6), letters=st.integers(3, 9))
def test_a_weekday_is_the_next_of_its_name(today: date, place: int, letters: int) -> None:
    found = read_day(WEEK[place][:letters], today)
    assert found.weekday() == place
    assert 1 <= (found - today).days <= 7
    assert 1 <= (today - read_day(WEEK[place], today, is_past=True)).days <= 7


@given(today=DAYS, days=st.integers(0, 9999))
def test_a_step_counts_days(today: date, days: int) -> None:
    assert read_day(f"+{days}", today) == today + timedelta(days=days)


@given(typed=st.text(max_size=30))
def test_whatever_is_typed_is_a_day_or_a_refusal(typed: str) -> None:
    with suppress(Refusal):
        assert isinstance(read_day(typed, MONDAY), date)


def test_hostile_strings_are_days_or_refusals(samples: Path) -> None:
    for typed in json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8")):
        with suppress(Refusal):
            assert isinstance(read_day(typed, MONDAY), date)


@pytest.mark.parametrize("typed", ["tomorrow", "+1", "24.11.2026", "1/1/27"])
def test_what_was_done_cannot_lie_ahead(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_past_day(typed, MONDAY, "checked_on")
    assert refusal.value.code == "day_ahead"
    assert refusal.value.field == "checked_on"
    assert refusal.value.params["found"] == typed
    assert read_past_day("today", MONDAY) == MONDAY
    assert read_past_day("24/11", MONDAY) == date(2025, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("16/11", date(2026, 11, 16)),
        ("16 nov", date(2026, 11, 16)),
        ("16", date(2026, 11, 16)),
        ("7/12", date(2026, 12, 7)),
        ("23/11", MONDAY),
        ("mon 16/11", date(2026, 11, 16)),
        ("fri 27/11", date(2026, 11, 27)),
        ("16/11/27", date(2027, 11, 16)),
        ("mon", date(2026, 11, 30)),
        ("fri", date(2026, 11, 27)),
        ("last mon", date(2026, 11, 16)),
        ("+5", date(2026, 11, 28)),
    ],
)
def test_a_day_that_may_lie_either_way_is_the_nearest(typed: str, day: date) -> None:
    assert read_near_day(typed, MONDAY) == day


def test_what_is_no_day_is_none_either_way() -> None:
    for typed in ("soon", "31/11", "sun 16/11"):
        with pytest.raises(Refusal) as refusal:
            read_near_day(typed, MONDAY, "first")
        assert refusal.value.field == "first"


@pytest.mark.parametrize(
    ("typed", "day", "weekday", "other"),
    [
        ("fri 5", "5/12/2026", "Saturday", "27/11/2026"),
        ("Thu, 27/11", "27/11/2026", "Friday", "26/11/2026"),
        ("mon 3 dec 26", "3/12/2026", "Thursday", "30/11/2026"),
    ],
)
def test_a_weekday_that_the_date_is_not_is_said(
    typed: str, day: str, weekday: str, other: str
) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(typed, MONDAY, "due")
    assert (refused.value.code, refused.value.field) == ("day_weekday_differs", "due")
    assert refused.value.params == {
        "found": typed,
        "day": day,
        "weekday": weekday,
        "said": typed[:3].lower(),
        "other": other,
    }
