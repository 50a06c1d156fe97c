# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises by the rule: the scenarios, and what holds whatever the dates."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval, WeeklyHours
from servicedesk.domain.promises import (
    Due,
    Ending,
    MoveReason,
    Outcome,
    PromiseCard,
    PromiseDraft,
)
from servicedesk.domain.promises_rules import (
    Standing,
    Verdict,
    broken_suggested_on,
    checked_done,
    checked_promise,
    checked_told,
    due_at,
    is_overdue,
    minutes_of,
    moment_made,
    moved,
    outcome_of,
    overdue_from,
    tidy_due,
)

ENG = WorkingCalendar(bank_holidays=frozenset(date(2026, 12, day) for day in (25, 26, 28)))
WEDNESDAY, FRIDAY = date(2026, 9, 30), date(2026, 10, 2)
DUE = Due(day=FRIDAY)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
DRAFT = PromiseDraft(text="ring you back", due=DUE, promiser="Tom", made_on=WEDNESDAY)


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A moment by the clock of the shop, in UTC."""
    local = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ENG.zone)
    return local.astimezone(UTC)


def open_on(*weekdays: int) -> WorkingCalendar:
    hours = (Interval(opens=540, closes=1020),)
    week = WeeklyHours(days=tuple(hours if day in weekdays else () for day in range(7)))
    return replace(ENG, hours=week)


def test_scenario_1_a_promise_done_on_its_day_is_kept() -> None:
    assert outcome_of(DUE, FRIDAY, at(FRIDAY, 18, 30), ENG) == Verdict(outcome=Outcome.KEPT)


def test_scenario_2_five_minutes_late_are_no_working_day() -> None:
    due = due_at(FRIDAY, 17 * 60, ENG)
    late = Verdict(outcome=Outcome.LATE, late_days=0, late_minutes=5)
    assert outcome_of(due, FRIDAY, at(FRIDAY, 17, 5), ENG) == late
    assert outcome_of(due, FRIDAY, at(FRIDAY, 17, 0, 59), ENG).outcome is Outcome.KEPT
    assert outcome_of(due, FRIDAY, None, ENG).outcome is Outcome.KEPT


def test_scenario_3_tuesday_is_two_working_days_after_friday() -> None:
    verdict = outcome_of(DUE, date(2026, 10, 6), None, ENG)
    assert verdict == Verdict(outcome=Outcome.LATE, late_days=2)


def test_scenario_4_overdue_from_saturday_and_broken_is_asked_after_ten_working_days() -> None:
    saturday = date(2026, 10, 3)
    assert overdue_from(DUE, ENG) == at(saturday, 0)
    assert not is_overdue(DUE, at(FRIDAY, 23, 59, 59), ENG)
    assert is_overdue(DUE, at(saturday, 0), ENG)
    assert broken_suggested_on(DUE, ENG) == date(2026, 10, 16)
    timed = due_at(FRIDAY, 17 * 60, ENG)
    assert not is_overdue(timed, at(FRIDAY, 17, 0, 59), ENG)
    assert is_overdue(timed, at(FRIDAY, 17, 1), ENG)


def test_scenario_8_three_opening_days_of_a_salon() -> None:
    salon = open_on(1, 2, 3, 4, 5)
    assert salon.add_days(date(2026, 10, 24), 3, DayKind.OPENING) == date(2026, 10, 29)


def test_scenario_10_three_opening_days_over_christmas() -> None:
    shop = open_on(0, 1, 2, 3, 4, 5)
    assert shop.add_days(date(2026, 12, 24), 3, DayKind.OPENING) == date(2026, 12, 31)


def test_a_time_of_day_is_told_by_the_clock_of_the_shop() -> None:
    due = due_at(FRIDAY, 990, ENG)
    assert due == Due(day=FRIDAY, at=datetime(2026, 10, 2, 15, 30, tzinfo=UTC))
    assert (minutes_of(due, ENG), minutes_of(DUE, ENG)) == (990, None)
    late_evening = datetime(2026, 10, 2, 23, 30, 12, tzinfo=UTC)
    tidy = tidy_due(Due(day=FRIDAY, at=late_evening), ENG)
    assert tidy == Due(day=date(2026, 10, 3), at=late_evening.replace(second=0))


@given(due=DAYS, done=DAYS)
@settings(max_examples=60, deadline=None)
def test_kept_and_overdue_part_every_day(due: date, done: date) -> None:
    verdict = outcome_of(Due(day=due), done, None, ENG)
    assert (verdict.outcome is Outcome.LATE) == (done > due)
    assert verdict.late_days == ENG.days_between(due, done, DayKind.WORKING)
    assert is_overdue(Due(day=due), at(done, 12), ENG) == (done > due)


@given(day=DAYS, due=st.integers(0, 1439), late=st.integers(-2000, 2000))
@settings(max_examples=60, deadline=None)
def test_minutes_late_are_counted_from_the_minute_promised(day: date, due: int, late: int) -> None:
    promised = due_at(day, due, ENG)
    assert promised.at is not None
    done = promised.at + timedelta(minutes=late)
    verdict = outcome_of(promised, done.astimezone(ENG.zone).date(), done, ENG)
    assert verdict.late_minutes == max(late, 0)
    assert (verdict.outcome is Outcome.KEPT) == (late <= 0) != is_overdue(promised, done, ENG)


MONDAY = Due(day=date(2026, 10, 5))
THURSDAY = at(date(2026, 10, 1), 9)
SATURDAY = at(date(2026, 10, 3), 9)


def test_a_date_agreed_in_time_counts_and_says_so() -> None:
    new = moved(Standing(due=DUE), MONDAY, True, THURSDAY, ENG)
    assert (new.due, new.counts, new.is_revised) == (MONDAY, None, True)
    assert new.reason is MoveReason.AGREED


def test_a_date_moved_without_asking_leaves_the_promised_one_to_judge_by() -> None:
    new = moved(Standing(due=DUE), MONDAY, False, THURSDAY, ENG)
    assert (new.due, new.counts, new.is_revised) == (MONDAY, DUE, False)
    assert new.reason is MoveReason.NOT_AGREED
    moved_again = moved(Standing(due=MONDAY, counts=DUE), Due(day=FRIDAY), False, THURSDAY, ENG)
    assert (moved_again.due, moved_again.counts) == (DUE, None)
    agreed_after_all = moved(Standing(due=MONDAY, counts=DUE), DUE, True, THURSDAY, ENG)
    assert agreed_after_all.reason is MoveReason.AGREED


def test_a_date_moved_when_it_was_late_already_stays_late() -> None:
    tuesday = Due(day=date(2026, 10, 6))
    new = moved(Standing(due=DUE, is_revised=True), tuesday, True, SATURDAY, ENG)
    assert (new.due, new.counts, new.is_revised) == (tuesday, DUE, True)
    assert new.reason is MoveReason.AFTER_DUE
    again = moved(Standing(due=tuesday, counts=DUE), MONDAY, True, SATURDAY, ENG)
    assert (again.due, again.counts) == (MONDAY, DUE)


def test_a_date_moves_only_to_another_one_to_come() -> None:
    for due, code in ((DUE, "promise_same_day"), (Due(day=WEDNESDAY), "promise_moved_back")):
        with pytest.raises(Refusal, match=code):
            moved(Standing(due=DUE), due, True, THURSDAY, ENG)


def test_a_promise_is_tidied() -> None:
    typed = replace(DRAFT, text="  ring \n you back ", notes="a\r\nb ", promiser=" Tom ")
    tidy = checked_promise(typed, WEDNESDAY, ENG)
    assert tidy == replace(DRAFT, notes="a\nb")
    long = replace(DRAFT, notes="x" * 10_000)
    assert checked_promise(long, WEDNESDAY, ENG).notes == long.notes


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (replace(DRAFT, text=" "), "promise_needs_text", "text"),
        (replace(DRAFT, due=None), "promise_needs_due", "due"),
        (replace(DRAFT, made_on=FRIDAY), "promise_made_ahead", "made_on"),
        (replace(DRAFT, due=Due(day=date(2026, 9, 29))), "promise_due_before_made", "due"),
        (replace(DRAFT, due=Due(day=date(2206, 9, 29))), "promise_far", "due"),
        (replace(DRAFT, text="x" * 501), "entry_too_long", "text"),
        (replace(DRAFT, notes="x" * 20_001), "text_too_long", "notes"),
    ],
)
def test_what_a_promise_cannot_be_without(draft: PromiseDraft, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_promise(draft, WEDNESDAY, ENG)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_an_ending_lies_between_the_promise_and_today() -> None:
    checked_done(WEDNESDAY, None, WEDNESDAY, FRIDAY)
    with pytest.raises(Refusal, match="promise_done_ahead"):
        checked_done(FRIDAY, None, WEDNESDAY, WEDNESDAY)
    with pytest.raises(Refusal, match="promise_done_before_made"):
        checked_done(WEDNESDAY, None, FRIDAY, FRIDAY)
    with pytest.raises(ValueError, match="zone"):
        checked_done(WEDNESDAY, THURSDAY.replace(tzinfo=None), WEDNESDAY, FRIDAY)


def test_a_card_knows_by_which_day_it_is_judged() -> None:
    card = PromiseCard(id=1, ref="P-2026-0001", draft=replace(DRAFT, due=None), first_due=DUE)
    assert (card.due, card.counted_due, card.is_open) == (DUE, DUE, True)
    late = replace(card, draft=replace(DRAFT, due=MONDAY), counts=DUE)
    assert (late.due, late.counted_due) == (MONDAY, DUE)
    ending = Ending(outcome=Outcome.LATE, on=MONDAY.day, written_at=SATURDAY)
    assert not replace(late, ending=ending).is_open


@given(day=DAYS, zone=st.sampled_from(["Europe/London", "America/St_Johns", "Asia/Kathmandu"]))
@settings(max_examples=60, deadline=None)
def test_demand_17_a_day_ends_at_midnight_in_every_zone_and_across_clock_changes(
    day: date, zone: str
) -> None:
    shop = replace(ENG, zone=ZoneInfo(zone))
    over = overdue_from(Due(day=day), shop)
    assert over.astimezone(shop.zone).replace(tzinfo=None) == datetime.combine(
        day + timedelta(days=1), time(0)
    )
    assert not is_overdue(Due(day=day), over - timedelta(seconds=1), shop)
    at_nine = due_at(day, 540, shop)
    assert at_nine.at is not None
    assert at_nine.at.astimezone(shop.zone).time() == time(9)
    assert tidy_due(at_nine, shop) == at_nine


def test_a_day_gone_by_counts_from_its_end_and_today_from_now() -> None:
    now = at(FRIDAY, 10)
    assert moment_made(FRIDAY, now, ENG) == now
    assert moment_made(date(2026, 10, 3), now, ENG) == now
    assert moment_made(WEDNESDAY, now, ENG) == at(WEDNESDAY, 23, 59)


def test_a_promise_of_another_century_is_a_slip() -> None:
    with pytest.raises(Refusal) as refused:
        checked_promise(replace(DRAFT, made_on=date(1026, 11, 18)), WEDNESDAY, ENG)
    assert (refused.value.code, refused.value.field) == ("promise_made_far", "made_on")
    assert refused.value.params == {"year": 1026}


def test_the_customer_is_told_between_the_promise_and_today() -> None:
    checked_told(WEDNESDAY, WEDNESDAY, FRIDAY)
    checked_told(FRIDAY, WEDNESDAY, FRIDAY)
    for day, code in (
        (date(2026, 9, 29), "promise_told_before_made"),
        (date(2026, 10, 3), "promise_told_ahead"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_told(day, WEDNESDAY, FRIDAY)
