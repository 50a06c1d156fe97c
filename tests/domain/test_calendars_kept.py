# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules on closures and on a business's own copy of the bank holidays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.calendars import (
    BankHoliday,
    Closure,
    HolidayTable,
    Nation,
    WorkingCalendar,
)
from servicedesk.domain.calendars_kept import (
    ClosureCard,
    ClosureDraft,
    HolidaySource,
    KeptHoliday,
    OpenDayCard,
    OpenDayDraft,
    checked_closure,
    checked_holiday,
    checked_open_day,
    opening_days_of,
    refill_of,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval

TODAY = date(2026, 11, 23)
CHRISTMAS = Closure(first=date(2026, 12, 24), last=date(2027, 1, 2))
KEPT = ClosureCard(id=5, days=CHRISTMAS, reason="")
FAIR = BankHoliday(day=date(2026, 12, 7), name="Town fair")


def test_a_closure_is_tidied() -> None:
    draft = ClosureDraft(first=CHRISTMAS.first, last=CHRISTMAS.last, reason=" Time  off ")
    assert checked_closure(draft, TODAY, ()) == (CHRISTMAS, "Time off")
    assert checked_closure(draft, TODAY, (KEPT,), 5) == (CHRISTMAS, "Time off")
    today = Closure(first=TODAY, last=TODAY)
    assert checked_closure(ClosureDraft(first=TODAY), TODAY, (KEPT,)) == (today, "")


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (ClosureDraft(first=date(2026, 12, 2), last=TODAY), "closure_ends_first", "last"),
        (ClosureDraft(first=date(2026, 11, 22)), "closure_past", "first"),
        (ClosureDraft(first=date(2026, 1, 1), last=date(2026, 11, 22)), "closure_past", "last"),
        (ClosureDraft(first=date(2037, 1, 1)), "closure_far", "first"),
        (ClosureDraft(first=TODAY, last=date(2027, 11, 24)), "closure_long", "last"),
        (
            ClosureDraft(first=CHRISTMAS.first, last=CHRISTMAS.last),
            "closure_twice",
            "first",
        ),
        (ClosureDraft(first=TODAY, reason="x" * 121), "entry_too_long", "reason"),
    ],
)
def test_days_that_make_no_sense_are_refused(draft: ClosureDraft, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_closure(draft, TODAY, (KEPT,))
    assert (refused.value.code, refused.value.field) == (code, field)


@given(first=st.integers(0, 60), length=st.integers(0, 60))
def test_a_closure_covers_the_days_it_takes_away(first: int, length: int) -> None:
    start = TODAY + timedelta(days=first)
    closure = Closure(first=start, last=start + timedelta(days=length))
    open_week = WorkingCalendar(bank_holidays=frozenset({date(2026, 12, 25)}))
    calendar = replace(open_week, closures=(closure,))
    days = [start + timedelta(days=ahead) for ahead in range(length + 1)]
    taken = sum(bool(open_week.intervals_on(day)) for day in days)
    assert opening_days_of(closure, calendar) == taken
    # Days that another closure takes too are not counted for this one.
    both = replace(
        calendar, closures=(closure, Closure(first=days[0], last=days[-1] + timedelta(1)))
    )
    assert opening_days_of(closure, both) == 0


def test_a_day_of_the_owners_own_is_tidied() -> None:
    assert checked_holiday(replace(FAIR, name=" Town  fair"), TODAY, ()) == FAIR


@pytest.mark.parametrize(
    ("holiday", "code", "field"),
    [
        (replace(FAIR, day=date(2026, 11, 22)), "holiday_past", "day"),
        (replace(FAIR, day=date(2037, 1, 1)), "holiday_far", "day"),
        (replace(FAIR, day=date(2026, 12, 25)), "holiday_twice", "day"),
        (replace(FAIR, name=" "), "holiday_needs_name", "name"),
        (replace(FAIR, name="x" * 61), "entry_too_long", "name"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused(holiday: BankHoliday, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_holiday(holiday, TODAY, {date(2026, 12, 25)})
    assert (refused.value.code, refused.value.field) == (code, field)


def kept(row: int, day: str, source: HolidaySource, name: str = "Holiday") -> KeptHoliday:
    holiday = BankHoliday(day=date.fromisoformat(day), name=name)
    return KeptHoliday(id=row, holiday=holiday, source=source)


def test_a_refill_leaves_the_owners_days_alone() -> None:
    program, own, removed = HolidaySource
    rows = (
        kept(1, "2026-01-01", program),
        kept(2, "2026-11-02", program, "Gone by, and wrong"),
        kept(3, "2026-12-02", program, "To come, and wrong"),
        kept(4, "2026-12-03", own),
        kept(5, "2026-12-25", own, "Our Christmas"),
        kept(6, "2026-12-28", removed),
        kept(7, "2027-01-01", program, "Misspelt"),
        kept(8, "2029-01-01", program, "Beyond the table"),
    )
    days = ("2026-01-01", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26")
    table = HolidayTable(
        nation=Nation.ENG,
        holidays=tuple(BankHoliday(day=date.fromisoformat(day), name="Holiday") for day in days),
        known_up_to=date(2028, 12, 31),
    )
    found = refill_of(rows, table, TODAY)
    assert [holiday.day for holiday in found.add] == [date(2027, 3, 26)]
    assert [(row, holiday.name) for row, holiday in found.change] == [(7, "Holiday")]
    assert found.remove == (3,)


def test_somewhere_else_nothing_is_filled_or_taken() -> None:
    rows = (kept(1, "2026-12-02", HolidaySource.OWN), kept(2, "2026-12-03", HolidaySource.PROGRAM))
    found = refill_of(rows, HolidayTable(nation=Nation.ELSEWHERE), TODAY)
    assert (found.add, found.change, found.remove) == ((), (), ())


OPENS = (Interval(opens=600, closes=720), Interval(opens=540, closes=580))
FAIR_DAY = OpenDayDraft(day=date(2026, 12, 20), hours=OPENS, reason=" Christmas fair ")


def test_an_extra_open_day_is_tidied_and_its_hours_put_in_order() -> None:
    others = (OpenDayCard(id=3, draft=FAIR_DAY),)
    kept = checked_open_day(FAIR_DAY, date(2026, 12, 20), others, open_day_id=3)
    assert kept == OpenDayDraft(day=FAIR_DAY.day, hours=OPENS[::-1], reason="Christmas fair")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"day": date(2026, 9, 13)}, "open_day_past", "day"),
        ({"day": date(2037, 1, 1)}, "open_day_far", "day"),
        ({"day": date(2026, 12, 21)}, "open_day_twice", "day"),
        ({"hours": ()}, "open_day_needs_hours", "hours"),
        ({"hours": (OPENS[0], OPENS[0])}, "hours_overlap", "hours"),
        ({"reason": "x" * 500}, "entry_too_long", "reason"),
    ],
)
def test_an_extra_open_day_that_makes_no_sense_is_refused(
    change: dict[str, object], code: str, field: str
) -> None:
    others = (OpenDayCard(id=3, draft=replace(FAIR_DAY, day=date(2026, 12, 21))),)
    with pytest.raises(Refusal) as refused:
        checked_open_day(replace(FAIR_DAY, **change), date(2026, 9, 14), others)
    assert (refused.value.code, refused.value.field) == (code, field)
