# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The tables of bank holidays say what the government's data say, and one day more."""

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from servicedesk.content.holidays import Holidays
from servicedesk.domain.calendars import BankHoliday, HolidayTable, Nation

ROOT = Path(__file__).parents[2]
BOOK = Holidays(ROOT / "resources")
DIVISIONS = {
    Nation.ENG: "england-and-wales",
    Nation.WLS: "england-and-wales",
    Nation.SCT: "scotland",
    Nation.NIR: "northern-ireland",
}
WORLD_CUP = date(2026, 6, 15)
"""Proclaimed in February 2026, after the government's data in the samples were made."""


def maker():
    path = ROOT / "packaging" / "make_holidays.py"
    spec = importlib.util.spec_from_file_location("make_holidays", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("nation", DIVISIONS)
def test_weekdays_equal_the_official_list(nation, samples):
    path = samples / "bankholidays" / "govuk-bank-holidays-2012-2028.json"
    events = json.loads(path.read_text("utf-8"))[DIVISIONS[nation]]["events"]
    official = {date.fromisoformat(event["date"]) for event in events}
    official = {day for day in official if day.year >= 2024}
    ours = {day for day in BOOK.table(nation).days() if day.year <= max(official).year}
    on_weekdays = {day for day in ours if day.weekday() < 5}
    assert on_weekdays - official == ({WORLD_CUP} if nation is Nation.SCT else set())
    assert official - ours == set()


@pytest.mark.parametrize("nation", DIVISIONS)
def test_names_and_substitutes_equal_the_official_ones(nation, samples):
    path = samples / "bankholidays" / "govuk-bank-holidays-2012-2028.json"
    events = json.loads(path.read_text("utf-8"))[DIVISIONS[nation]]["events"]
    ours = {holiday.day: holiday for holiday in BOOK.table(nation).holidays}
    for event in events:
        day = date.fromisoformat(event["date"])
        if day in ours:
            assert event["title"].startswith(ours[day].name)
            assert ours[day].is_substitute == (event["notes"] == "Substitute day")


@pytest.mark.parametrize("nation", DIVISIONS)
def test_a_holiday_at_the_weekend_has_its_substitute(nation):
    holidays = BOOK.table(nation).holidays
    for holiday in holidays:
        if holiday.day.weekday() >= 5:
            later = {
                (other.name, other.day.year)
                for other in holidays
                if other.is_substitute and other.day > holiday.day
            }
            assert (holiday.name, holiday.day.year) in later


def test_scotland_has_the_day_that_was_proclaimed():
    assert WORLD_CUP in BOOK.table(Nation.SCT).days()
    assert WORLD_CUP not in BOOK.table(Nation.ENG).days()


@pytest.mark.parametrize("nation", DIVISIONS)
def test_every_year_is_covered_in_order(nation):
    table = BOOK.table(nation)
    days = [holiday.day for holiday in table.holidays]
    assert days == sorted(set(days))
    assert {day.year for day in days} == set(range(2024, 2033))
    assert table.known_up_to == date(2032, 12, 31)
    assert table.nation is nation


def test_a_substitute_says_so():
    boxing = [h for h in BOOK.table(Nation.ENG).holidays if h.day.year == 2026][-2:]
    assert boxing == [
        BankHoliday(day=date(2026, 12, 26), name="Boxing Day"),
        BankHoliday(day=date(2026, 12, 28), name="Boxing Day", is_substitute=True),
    ]


def test_somewhere_else_has_no_table():
    assert BOOK.table(Nation.ELSEWHERE) == HolidayTable(nation=Nation.ELSEWHERE)


def test_a_table_is_read_once_and_late(tmp_path):
    book = Holidays(tmp_path)
    (tmp_path / "holidays").mkdir()
    path = tmp_path / "holidays" / "nir.toml"
    path.write_text('nation = "nir"\nknown_up_to = 2024-12-31\nholidays = []\n')
    table = book.table(Nation.NIR)
    path.unlink()
    assert book.table(Nation.NIR) is table


@pytest.mark.parametrize("stem", ["eng", "sct", "nir"])
def test_the_files_are_what_the_maker_writes(stem):
    written = (ROOT / "resources" / "holidays" / f"{stem}.toml").read_text("utf-8")
    assert maker().file_text(stem) == written


def test_a_holiday_without_a_name_of_ours_stops_the_maker(monkeypatch):
    module = maker()
    monkeypatch.delitem(module.NAMES, "Easter Monday")
    with pytest.raises(KeyError, match="Easter Monday"):
        module.entries("ENG")


def test_a_table_is_taken_apart_once_however_many_ask():
    again = Holidays(ROOT / "resources").table(Nation.SCT)
    assert again is BOOK.table(Nation.SCT)
