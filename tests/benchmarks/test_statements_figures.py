# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many statements figures send, and that none walks through a table that grows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.figures import RecordsAt, Report
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.opening import open_file
from tests.benchmarks.desk import MOMENT
from tests.benchmarks.figures_shop import FIRST, figures_copy
from tests.benchmarks.shops import TODAY
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard
from tests.services.around import surroundings

SIZE = 500
REPORT = 57
"""Statements of a report: those of two periods, and what the calendar asks."""

PERIODS = (period_of(PeriodName.LAST_90_DAYS, TODAY), Period(first=FIRST, last=TODAY))
_BIG = (
    *("customers", "customer_visits", "promises", "complaints", "complaint_remedies"),
    *("complaint_pauses", "actions", "contacts", "feedback", "journal", "[a-z]"),
)
_WALKED = re.compile(rf"SCAN (?:{'|'.join(_BIG)})(?: |$)(?!.*VIRTUAL TABLE)")
_ALLOWED = frozenset(
    {
        "SCAN c USING INDEX ix_complaints_open",  # no more of them than a shop looks after
        "SCAN b",  # batches of cards: a few in a year
        "SCAN journal",  # from its end, and no farther than the last row
    }
)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    path = figures_copy(SIZE, tmp_path)
    file = open_file(path, backups=tmp_path / "backups", moment=MOMENT)
    yield open_services(file, surroundings(path, FixedClock(TODAY)))
    file.close()


def sent(heard: Heard) -> list[str]:
    found = (one.strip() for one in heard.statements)
    return [one for one in found if one.split()[0].upper() == "SELECT"]


def walked(services: Services, statements: list[str]) -> set[str]:
    """Steps of these statements that read a table that grows from end to end."""
    connection = driver.open_bare(services._file.path, Access.READ_ONLY)
    steps = {
        str(row[3])
        for one in statements
        for row in connection.execute(f"EXPLAIN QUERY PLAN {one}").fetchall()
    }
    connection.close()
    return {step for step in steps if _WALKED.match(step)} - _ALLOWED


def choices(report: Report) -> Iterator[RecordsAt]:
    for section in report.sections:
        for figure in section.figures:
            yield from filter(None, (figure.records, figure.part_records))
        for chart in section.charts:
            yield from filter(None, (bar.records for bar in chart.bars))


@pytest.mark.parametrize("period", PERIODS)
def test_a_report_walks_through_nothing_that_grows(
    services: Services, heard: Heard, period: Period
) -> None:
    services.figures.report(period)
    with heard.only_this():
        services.figures.report(period)
    statements = sent(heard)
    assert 0 < len(statements) <= REPORT, len(statements)
    assert walked(services, statements) == set()


def test_the_records_of_a_figure_take_few_statements(services: Services, heard: Heard) -> None:
    for at in choices(services.figures.report(PERIODS[0])):
        services.figures.records(at)
        with heard.only_this():
            services.figures.records(at)
        statements = sent(heard)
        assert 0 < len(statements) <= 4, statements
        assert walked(services, statements) == set(), at


def test_whether_there_is_enough_is_asked_once(services: Services, heard: Heard) -> None:
    with heard.only_this():
        assert services.figures.has_enough()
    statements = sent(heard)
    assert walked(services, statements) == set()
    with heard.only_this():
        assert services.figures.has_enough()
    assert not any("FROM promises" in one for one in sent(heard))
