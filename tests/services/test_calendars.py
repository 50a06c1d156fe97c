# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The calendar in the file: the week, closures, and a copy of the bank holidays to edit."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.calendars import BankHoliday, Closure, DayKind, Nation
from servicedesk.domain.calendars_kept import ClosureDraft, HolidaySource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, parse_week
from servicedesk.domain.kinds import Kind
from servicedesk.services.holidays_filling import known_key
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.calendars import bank_holidays, holiday_values, holidays_of
from servicedesk.store.facts import business_facts, fact_id
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
CHRISTMAS = ClosureDraft(first=date(2026, 12, 24), last=date(2027, 1, 2), reason=" Christmas ")
FAIR = BankHoliday(day=date(2026, 10, 5), name="Town fair")
BOXING = date(2026, 12, 28)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def days_of(services: Services) -> set[date]:
    return {card.holiday.day for card in services.calendars.holidays()}


def test_before_anything_is_said_days_count_as_in_england(services: Services) -> None:
    calendars = services.calendars
    calendar = calendars.calendar()
    assert calendar.hours == MONDAY_TO_FRIDAY
    assert BOXING in calendar.bank_holidays
    assert calendars.nation() is Nation.ENG
    assert calendars.known_up_to() == date(2032, 12, 31)
    assert not calendars.can_refill()
    assert calendars.closures() == ()


def test_the_calendar_is_made_of_what_was_said(services: Services) -> None:
    saturday = {"saturday": ["10:00-16:00"]}
    week = parse_week(saturday)
    services.business.save({"opening_hours": saturday}, RUTH)
    services.calendars.add_closure(CHRISTMAS, RUTH)
    services.business.save({"nation": "nir", "open_bank_holidays": True}, RUTH)
    calendar = services.calendars.calendar()
    assert calendar.hours == week
    assert calendar.closures == (Closure(first=date(2026, 12, 24), last=date(2027, 1, 2)),)
    assert date(2027, 7, 12) in calendar.bank_holidays
    assert calendar.open_on_bank_holidays
    # Both Saturdays of the holidays are closed.
    assert calendar.add_days(date(2026, 12, 19), 1, DayKind.OPENING) == date(2027, 1, 9)
    services.business.save({"opening_hours": ""}, RUTH)
    assert services.calendars.hours() is None


def test_closures_are_added_changed_and_removed(services: Services) -> None:
    calendars = services.calendars
    done = calendars.add_closure(CHRISTMAS, RUTH)
    assert done.card.reason == "Christmas"
    assert done.changes == {Kind.CLOSURE: {done.card.id}}
    one_day = ClosureDraft(first=date(2026, 11, 2))
    changed = calendars.change_closure(done.card.id, one_day, RUTH).card
    assert changed.days == Closure(first=one_day.first, last=one_day.first)
    assert calendars.closures() == (changed,)
    assert calendars.remove_closure(changed.id, RUTH).card == changed
    assert calendars.closures() == ()
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert calendars.closures() == (done.card,)


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (ClosureDraft(first=date(2026, 9, 13)), "closure_past", "first"),
        (
            ClosureDraft(first=date(2026, 9, 1), last=date(2026, 9, 13)),
            "closure_past",
            "last",
        ),
        (
            ClosureDraft(first=date(2026, 10, 2), last=date(2026, 10, 1)),
            "closure_ends_first",
            "last",
        ),
    ],
)
def test_days_that_make_no_sense_are_no_closure(
    services: Services, draft: ClosureDraft, code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.calendars.add_closure(draft, RUTH)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert services.calendars.closures() == ()


def test_a_closure_that_has_begun_may_be_entered(services: Services) -> None:
    draft = ClosureDraft(first=date(2026, 9, 1), last=TODAY)
    assert services.calendars.add_closure(draft, RUTH).card.days.last == TODAY


def test_a_closure_that_is_gone_cannot_be_changed_or_removed(services: Services) -> None:
    for step in (
        lambda: services.calendars.change_closure(7, CHRISTMAS, RUTH),
        lambda: services.calendars.remove_closure(7, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_saying_the_nation_fills_its_holidays(services: Services, nation: str) -> None:
    services.business.save({"nation": nation}, RUTH)
    with services.units.read() as reading:
        rows = holidays_of(reading, Nation(nation))
    assert {row.holiday.day for row in rows} == days_of(services)
    assert (date(2026, 11, 30) in days_of(services)) is (nation == "sct")
    assert {row.source for row in rows} == {HolidaySource.PROGRAM}
    services.undo.undo(RUTH)
    with services.units.read() as reading:
        assert holidays_of(reading, Nation(nation)) == ()


def test_wales_has_the_holidays_of_england(services: Services) -> None:
    england = services.calendars.holidays()
    services.business.save({"nation": "wls"}, RUTH)
    assert services.calendars.holidays() == england


def test_somewhere_else_there_are_only_the_owners_own(services: Services) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert services.calendars.holidays() == ()
    assert services.calendars.known_up_to() is None
    assert not services.calendars.can_refill()
    services.calendars.add_holiday(FAIR, RUTH)
    assert [card.holiday for card in services.calendars.holidays()] == [FAIR]


def test_a_day_is_added_and_taken_out_before_the_nation_is_said(services: Services) -> None:
    calendars = services.calendars
    before = len(calendars.holidays())
    added = calendars.add_holiday(BankHoliday(day=FAIR.day, name=" Town fair "), RUTH).card
    assert (added.holiday, added.is_own) == (FAIR, True)
    assert added in calendars.holidays()
    assert calendars.remove_holiday(BOXING, RUTH).card.holiday.day == BOXING
    assert len(calendars.holidays()) == before
    assert BOXING not in calendars.calendar().bank_holidays
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert len(calendars.holidays()) == before
    assert FAIR.day not in days_of(services)


def test_what_the_owner_changed_outlives_every_refill(services: Services) -> None:
    calendars = services.calendars
    services.business.save({"nation": "eng"}, RUTH)
    calendars.add_holiday(FAIR, RUTH)
    calendars.remove_holiday(BOXING, RUTH)
    done = calendars.refill(RUTH)
    assert not done.changes
    assert FAIR.day in days_of(services)
    assert BOXING not in days_of(services)
    calendars.add_holiday(BankHoliday(day=BOXING, name="Boxing Day after all"), RUTH)
    assert BOXING in days_of(services)
    calendars.remove_holiday(FAIR.day, RUTH)
    assert FAIR.day not in days_of(services)


def test_an_older_copy_is_brought_up_to_date(services: Services) -> None:
    calendars = services.calendars
    services.business.save({"nation": "eng"}, RUTH)
    wrong = BankHoliday(day=date(2026, 10, 6), name="No such holiday")
    with services.units.change("make it old", RUTH) as unit:
        rows = {row.holiday.day: row.id for row in holidays_of(unit.connection, Nation.ENG)}
        unit.remove(bank_holidays, rows[date(2032, 12, 27)])
        unit.update(bank_holidays, rows[BOXING], {"name": "Misspelt"})
        values = holiday_values(Nation.ENG, wrong, HolidaySource.PROGRAM)
        unit.insert(bank_holidays, values)
        note = fact_id(unit.connection, known_key(Nation.ENG))
        assert note is not None
        unit.update(business_facts, note, {"value": '{"day": "2031-12-31"}'})
    assert calendars.known_up_to() == date(2031, 12, 31)
    assert calendars.can_refill()
    assert wrong.day in days_of(services)
    done = calendars.refill(RUTH)
    assert done.card == calendars.holidays()
    assert not calendars.can_refill()
    names = {card.holiday.day: card.holiday.name for card in calendars.holidays()}
    assert names[BOXING] == "Boxing Day"
    assert wrong.day not in names
    assert date(2032, 12, 27) in names


def test_a_day_cannot_be_a_holiday_twice(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.calendars.add_holiday(BankHoliday(day=BOXING, name="Again"), RUTH)
    assert (refused.value.code, refused.value.field) == ("holiday_twice", "day")


def test_a_day_that_is_none_cannot_be_taken_out(services: Services) -> None:
    services.calendars.remove_holiday(BOXING, RUTH)
    for day in (FAIR.day, BOXING):
        with pytest.raises(Refusal, match="record_gone"):
            services.calendars.remove_holiday(day, RUTH)


def test_two_closures_are_told_apart(services: Services) -> None:
    first = services.calendars.add_closure(CHRISTMAS, RUTH).card
    second = services.calendars.add_closure(ClosureDraft(first=date(2026, 11, 2)), RUTH).card
    assert services.calendars.remove_closure(first.id, RUTH).card == first
    assert services.calendars.closures() == (second,)


def test_the_calendar_is_read_in_five_statements_and_then_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        services.business.save({"nation": "eng"}, RUTH)
        asked.clear()
        services.calendars.calendar()
        (_, *read) = [said for said in asked if said.startswith("SELECT")]
        assert len(read) == 5
        asked.clear()
        services.calendars.calendar()
        (only,) = [said for said in asked if said.startswith("SELECT")]
        assert "FROM journal" in only


def test_changing_the_nation_keeps_the_days_of_the_first(services: Services) -> None:
    services.business.save({"nation": "eng"}, RUTH)
    services.calendars.add_holiday(FAIR, RUTH)
    services.business.save({"nation": "sct"}, RUTH)
    assert FAIR.day not in days_of(services)
    services.business.save({"nation": "eng"}, RUTH)
    assert FAIR.day in days_of(services)
