# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days: counted from real promises in one statement, said in counts, led to their records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.busy_days import BusyReport, DueCount
from servicedesk.domain.busy_days_words import (
    action_text,
    advice,
    busy_chart,
    busy_lines,
    full_days,
)
from servicedesk.domain.hours import Weekday
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Due
from servicedesk.services.registry import Services, open_services
from servicedesk.store.actions import action
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.promises_made import draft
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

SATURDAY = date(2026, 11, 14)
TUESDAY = date(2026, 11, 10)
PERIOD = Period(first=date(2026, 9, 1), last=TODAY)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def make(services: Services, day: date, kept: int, late: int, waiting: int = 0) -> None:
    """Promises for a day: kept on it, done the day after, and still open."""
    for place in range(kept + late + waiting):
        said = draft(f"job {place}", due=Due(day=day), made_on=day - timedelta(days=1))
        card = services.promises.make(said, RUTH).card
        if place < kept + late:
            on = day if place < kept else day + timedelta(days=1)
            services.promises.done(card.id, on, None, RUTH)


@pytest.fixture
def report(services: Services) -> BusyReport:
    make(services, SATURDAY, 2, 3)
    make(services, TUESDAY, 6, 1, 1)
    make(services, date(2026, 8, 29), 0, 3)  # before the period
    return services.busy_days.report(PERIOD)


def test_promises_are_counted_by_the_day_they_were_due(report: BusyReport) -> None:
    assert report.on(Weekday.SATURDAY) == DueCount(due=5, missed=3)
    assert report.on(Weekday.TUESDAY) == DueCount(due=7, missed=1)
    assert report.total == DueCount(due=12, missed=4)
    assert report.undecided == 1
    assert report.standout is Weekday.SATURDAY


def test_what_is_said_is_counts(report: BusyReport) -> None:
    assert busy_lines(report, words()) == (
        "On Saturdays 3 of 5 promises were late or broken; on other days 1 of 7.",
        "One more is past its day and not decided yet.",
    )
    assert "Saturdays" in advice(report, words())
    assert action_text(report, words()).startswith("Saturdays")


def test_the_chart_leads_to_the_very_records(services: Services, report: BusyReport) -> None:
    chart = busy_chart(report, words())
    assert chart is not None
    assert [(bar.label, bar.shown) for bar in chart.bars] == [
        ("Tuesday", "1 of 7"),
        ("Saturday", "3 of 5"),
    ]
    for bar, number in zip(chart.bars, (1, 3), strict=True):
        assert bar.records is not None
        found = services.figures.records(bar.records)
        assert found.total == number == int(bar.value)
    saturdays = services.figures.records(chart.bars[1].records)  # type: ignore[arg-type]
    assert {line.on for line in saturdays.lines} == {SATURDAY}


def test_a_report_is_one_statement(services: Services, report: BusyReport, heard: Heard) -> None:
    with heard.only_this():
        services.busy_days.report(PERIOD)
    assert heard.verbs().count("SELECT") == 1


def test_the_fullest_dates_are_named_with_their_records(services: Services) -> None:
    for week, number in enumerate((2, 1, 1, 1, 1, 1)):
        make(services, TUESDAY - timedelta(days=7 * week), number - 1, 1)
    make(services, SATURDAY, 2, 4)
    report = services.busy_days.report(PERIOD)
    days = full_days(report, words())
    assert [(one.day, one.due, one.missed) for one in days] == [
        ("Saturday 14 November 2026", "6", "4"),
        ("Tuesday 10 November 2026", "2", "1"),
    ]
    assert services.figures.records(days[0].records).total == 6
    assert "On your 2 fullest days 5 of 8" in busy_lines(report, words())[1]


@pytest.mark.parametrize(
    ("kept", "late", "said", "told"),
    [
        (0, 0, "No promise was due", ""),
        (1, 1, "Only 2 promises came due", ""),
        (6, 0, "None of 6 promises", "No day needs"),
        (8, 1, "1 of 9 promises were late or broken. No weekday", "No day needs"),
    ],
)
def test_little_is_said_of_little(
    services: Services, kept: int, late: int, said: str, told: str
) -> None:
    make(services, TUESDAY, kept, late)
    report = services.busy_days.report(PERIOD)
    assert busy_lines(report, words())[0].startswith(said)
    assert advice(report, words()).startswith(told)
    assert action_text(report, words()) == ""
    assert (busy_chart(report, words()) is None) == (kept + late == 0)


def test_full_days_that_slip_are_said_where_no_weekday_does(services: Services) -> None:
    make(services, TUESDAY, 2, 2)
    make(services, SATURDAY, 2, 2)
    for week in range(1, 6):
        make(services, SATURDAY - timedelta(days=7 * week), 1, 0)
        make(services, TUESDAY - timedelta(days=7 * week), 1, 0)
    report = services.busy_days.report(PERIOD)
    assert report.standout is None
    assert advice(report, words()).startswith("Keep a spare hour")
    assert action_text(report, words()).startswith("Full days")


def test_it_prints_on_one_page(services: Services, report: BusyReport) -> None:
    for week in range(1, 7):
        make(services, TUESDAY - timedelta(days=7 * week), 1, 0)
    for some in (services.busy_days.report(PERIOD), replace(report, busiest=())):
        made = services.busy_days.paper(some).make(
            PaperChoice(paper="busy_days", size=PaperSize.A4)
        )
        assert made.pages == 1
    empty = services.busy_days.report(Period(first=TODAY, last=TODAY))
    assert (
        services.busy_days.paper(empty).make(PaperChoice(paper="busy_days", size=PaperSize.A4)).data
    )


def test_what_to_do_becomes_an_action(services: Services, report: BusyReport) -> None:
    done = services.busy_days.plan(action_text(report, words()), RUTH)
    assert done.changes == {Kind.ACTION: {done.card}}
    with services.units.read() as reading:
        made = action(reading, done.card)
    assert made is not None
    assert (made.draft.source, made.draft.source_key) == (ActionSource.OWN, "busy_days")


def test_one_that_was_moved_when_late_counts_by_the_day_that_was_promised(
    services: Services,
) -> None:
    said = draft("job", due=Due(day=SATURDAY), made_on=SATURDAY)
    card = services.promises.make(said, RUTH).card
    services.promises.move(card.id, Due(day=TODAY), False, "No time", RUTH)
    services.promises.done(card.id, TODAY, None, RUTH)
    report = services.busy_days.report(PERIOD)
    assert report.on(Weekday.SATURDAY) == DueCount(due=1, missed=1)
    assert report.total == DueCount(due=1, missed=1)
    chart = busy_chart(report, words())
    assert chart is not None
    assert chart.bars[0].records is not None
    assert services.figures.records(chart.bars[0].records).total == 1


def test_promises_in_the_bin_are_not_counted(services: Services) -> None:
    said = draft("job", due=Due(day=SATURDAY), made_on=SATURDAY)
    card = services.promises.make(said, RUTH).card
    services.promises.done(card.id, TODAY, None, RUTH)
    assert services.busy_days.report(PERIOD).total == DueCount(due=1, missed=1)
    services.promises.bin((card.id,), RUTH)
    assert services.busy_days.report(PERIOD).total == DueCount()
