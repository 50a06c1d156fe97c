# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks: which is next, what is kept of one, how its numbers are read, when one is due."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars import Closure, WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.samples import SampleLine, SampleWeekCard
from servicedesk.domain.samples_weeks import (
    ReminderKind,
    SampleReminder,
    Tally,
    WeekDraft,
    checked_tallies,
    checked_week,
    countable,
    last_of_week,
    next_due,
    read_tally,
    split_pair,
    usual_keys,
    week_after,
)
from servicedesk.domain.standards import MeasuredBy
from tests.helpers.builders import CLOSED_ALL_WEEK, open_hours, promise

TODAY = date(2026, 11, 23)  # a Monday
WEEK = (date(2026, 12, 7), date(2026, 12, 12))
CALENDAR = WorkingCalendar(hours=open_hours())
CALL = promise("call", measured_by=MeasuredBy.SAMPLE_WEEK)
EMAIL = promise("email")
LOUD = promise("loud", measured_by=MeasuredBy.SAMPLE_WEEK, is_ticked=False)
DRAFT = WeekDraft(first=WEEK[0], last=WEEK[1], keys=("call", "email", "call"), note=" busy ")


def week(first: date, last: date, **tallies: Tally | None) -> SampleWeekCard:
    lines = []
    for key, tally in (tallies or {"call": None}).items():
        met, seen = tally or (None, None)
        lines.append(
            SampleLine(standard_key=key, charter_version_id=1, title=key, met=met, seen=seen)
        )
    return SampleWeekCard(id=first.toordinal(), first=first, last=last, lines=tuple(lines))


def checked(draft: WeekDraft = DRAFT, **said: object) -> WeekDraft:
    values = {"offered": {"call", "email"}, "others": (), "since_year": 1987, "today": TODAY}
    return checked_week(draft, **{**values, **said})


def test_those_that_a_sample_week_measures_are_the_usual_ones() -> None:
    assert countable((CALL, EMAIL, LOUD)) == (CALL, EMAIL)
    assert usual_keys((CALL, EMAIL, LOUD)) == ("call",)


def test_the_next_week_goes_from_its_first_to_its_last_opening_day() -> None:
    assert week_after(TODAY, CALENDAR) == (date(2026, 11, 30), date(2026, 12, 5))
    assert week_after(date(2026, 11, 29), CALENDAR) == (date(2026, 11, 30), date(2026, 12, 5))


def test_a_week_that_is_shut_or_taken_is_passed_over() -> None:
    shut = Closure(first=date(2026, 11, 30), last=date(2026, 12, 7))
    calendar = replace(CALENDAR, closures=(shut,))
    assert week_after(TODAY, calendar) == (date(2026, 12, 8), date(2026, 12, 12))
    taken = (week(date(2026, 12, 12), date(2026, 12, 14)),)
    assert week_after(TODAY, calendar, taken) == (date(2026, 12, 21), date(2026, 12, 26))


def test_one_who_never_opens_is_offered_the_plain_next_week() -> None:
    never = WorkingCalendar(hours=CLOSED_ALL_WEEK)
    assert week_after(TODAY, never) == (date(2026, 11, 30), date(2026, 12, 6))


def test_a_week_ends_on_its_last_opening_day() -> None:
    assert last_of_week(date(2026, 12, 8), CALENDAR) == date(2026, 12, 12)
    sundays = WorkingCalendar(hours=WeeklyHours(days=((),) * 7))
    assert last_of_week(date(2026, 12, 8), sundays) == date(2026, 12, 8)


def test_a_week_is_kept_with_each_standard_once() -> None:
    assert checked() == replace(DRAFT, keys=("call", "email"), note="busy")
    assert checked(since_year=None).first == WEEK[0]


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"keys": ()}, "sample_none", "keys"),
        ({"keys": ("call", "gone")}, "sample_unknown", "keys"),
        ({"last": date(2026, 12, 6)}, "sample_turned", "last"),
        ({"last": date(2026, 12, 14)}, "sample_long", "last"),
        ({"first": date(1986, 12, 31), "last": date(1987, 1, 1)}, "sample_before_us", "first"),
        ({"first": date(2015, 12, 31), "last": date(2016, 1, 1)}, "sample_long_ago", "first"),
        ({"first": date(2028, 1, 3), "last": date(2028, 1, 4)}, "sample_far_ahead", "first"),
        ({"note": "x" * 25_000}, "entry_too_long", "note"),
    ],
)
def test_a_week_that_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked(replace(DRAFT, **said))
    assert refused.value.field == field


def test_days_are_counted_in_one_sample_week_only() -> None:
    with pytest.raises(Refusal, match="sample_taken"):
        checked(others=(week(date(2026, 12, 12), date(2026, 12, 18)),))
    assert checked(others=(week(date(2026, 12, 13), date(2026, 12, 18)),))


@pytest.mark.parametrize(
    ("met", "seen", "read"),
    [
        ("41", "46", (41, 46)),
        ("41 of 46", "", (41, 46)),
        (" 41/46 ", "", (41, 46)),
        ("41 out of 46", "", (41, 46)),
        ("1,041 OF 1,200", "", (1041, 1200)),
        ("0", "0", (0, 0)),
        ("", "  ", None),
    ],
)
def test_two_numbers_are_read_as_they_are_said(met: str, seen: str, read: Tally | None) -> None:
    assert read_tally(met, seen, "call") == read


@pytest.mark.parametrize(
    ("met", "seen", "code"),
    [
        ("41", "", "tally_half"),
        ("", "46", "tally_half"),
        ("-1", "46", "tally_negative"),
        ("1", "−6", "tally_negative"),
        ("41.5", "46", "tally_not_read"),
        ("most", "46", "tally_not_read"),
        ("41 of 46", "46", "tally_not_read"),
        ("٤١", "46", "tally_not_read"),
        ("41", "9" * 25_000, "tally_big"),
        ("1 of 100000", "", "tally_big"),
        ("47", "46", "tally_over"),
        ("<b>1</b>" * 3_000, "", "tally_half"),
    ],
)
def test_numbers_that_cannot_be_are_refused(met: str, seen: str, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        read_tally(met, seen, "call")
    assert refused.value.field == "call"


def test_a_pair_is_told_from_one_number() -> None:
    assert split_pair("41 of 46") == ("41", "46")
    assert split_pair("41") is None
    assert split_pair("1 of " * 10_000) is None


def test_a_week_is_keyed_in_whole_or_in_part() -> None:
    counted = week(*WEEK, call=None, email=(1, 2))
    assert checked_tallies(counted, {"call": (3, 4)}, WEEK[0]) == {"call": (3, 4)}
    assert checked_tallies(counted, {"email": None}, WEEK[0]) == {"email": None}


def test_a_week_is_not_keyed_in_before_it_begins() -> None:
    counted = week(*WEEK, call=None)
    with pytest.raises(Refusal, match="sample_not_begun"):
        checked_tallies(counted, {"call": (3, 4)}, TODAY)
    assert checked_tallies(counted, {"call": None}, TODAY) == {"call": None}


def test_a_line_that_is_not_on_the_sheet_or_cannot_be_is_refused() -> None:
    counted = week(*WEEK, call=None)
    with pytest.raises(Refusal, match="sample_unknown"):
        checked_tallies(counted, {"gone": (3, 4)}, WEEK[1])
    for tally, code in (((5, 4), "over"), ((-1, 4), "negative"), ((1, 100_000), "big")):
        with pytest.raises(Refusal, match=f"tally_{code}"):
            checked_tallies(counted, {"call": tally}, WEEK[1])


def due(*weeks: SampleWeekCard, today: date = TODAY, **said: object) -> SampleReminder | None:
    values = {"standards": (CALL, EMAIL), "published_on": date(2026, 11, 1), "calendar": CALENDAR}
    return next_due(weeks, today=today, **{**values, **said})


def test_the_first_sample_week_is_due_a_month_after_the_charter_hung_on_the_wall() -> None:
    assert due() == SampleReminder(kind=ReminderKind.PLAN, due_on=date(2026, 12, 1))


def test_none_is_due_without_a_charter_or_without_anything_to_count() -> None:
    assert due(published_on=None) is None
    assert due(standards=(EMAIL, LOUD)) is None


def test_the_next_one_is_due_three_months_after_the_last() -> None:
    past = week(date(2026, 11, 2), date(2026, 11, 7), call=(1, 2))
    older = week(date(2026, 8, 3), date(2026, 8, 8), call=(1, 2))
    found = due(older, past)
    assert found == SampleReminder(kind=ReminderKind.PLAN, due_on=date(2027, 2, 8))


def test_a_week_is_due_on_an_opening_day_where_there_is_any() -> None:
    sunday = week(date(2026, 11, 16), date(2026, 11, 21), call=(1, 2))
    found, never = due(sunday), due(sunday, calendar=WorkingCalendar(hours=CLOSED_ALL_WEEK))
    assert found is not None
    assert never is not None
    assert (found.due_on, never.due_on) == (date(2027, 2, 22), date(2027, 2, 21))


def test_none_is_due_while_one_is_planned() -> None:
    assert due(week(*WEEK)) is None


def test_a_week_that_is_over_is_to_be_keyed_in_even_without_a_charter() -> None:
    over = week(date(2026, 11, 16), date(2026, 11, 21), call=None, email=None)
    found = due(over, published_on=None)
    assert found == SampleReminder(kind=ReminderKind.KEY_IN, due_on=date(2026, 11, 22), week=over)
    assert due(over, today=date(2026, 11, 21)) is None


def test_a_line_that_nobody_counted_is_not_asked_for_for_ever() -> None:
    half = week(date(2026, 11, 16), date(2026, 11, 21), call=(1, 2), email=None)
    assert (half.counted, half.is_keyed_in) == (1, False)
    found = due(half)
    assert found is not None
    assert (found.kind, found.due_on) == (ReminderKind.PLAN, date(2027, 2, 22))
