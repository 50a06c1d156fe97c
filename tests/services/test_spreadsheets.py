# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Any list as a spreadsheet: what is printed stands there, with the totals of the paper."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.services.registry import Services
from tests.services.test_demo import built

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with built(tmp_path_factory.mktemp("shop"), DAY) as (services, _):
        yield services


def printed(job: PrintJob) -> str:
    offer = job.offers[0]
    made = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(" ".join(Printing().texts(made.data)).split())


def test_a_list_is_a_sheet_whose_phones_are_text_and_whose_sums_are_right(shop: Services) -> None:
    rows = [("Ann", "01632 960 217", "1,200", "£12.50"), ("Bob", "0800 1", "34", "£0.05")]
    job = shop.lists.table("People", ("Name", "Phone", "Jobs", "Worth"), rows)
    (sheet,) = job.sheets
    assert sheet.head == ("Name", "Phone", "Jobs", "Worth (£)")
    data = Printing().spreadsheet(job.sheets, job.title, "Hollins")
    lines = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()[1:]
    assert lines == [["Ann", "01632 960 217", 1200, 12.5], ["Bob", "0800 1", 34, 0.05]]
    said = printed(job)
    for row in rows:
        assert all(cell in said for cell in row)


def test_lines_under_headings_are_a_sheet(shop: Services) -> None:
    job = shop.lists.groups("Today", [("Late", ["ring Ann"]), ("Soon", ["ring Bob"])])
    (sheet,) = job.sheets
    assert sheet.rows == (("Late", "ring Ann"), ("Soon", "ring Bob"))


def test_figures_actions_and_the_plan_have_their_tables(shop: Services) -> None:
    for job in (
        shop.figures_papers.month(),
        shop.action_papers.plan(),
        shop.service_plan.paper(),
    ):
        assert job.sheets, job.title
        assert all(sheet.rows for sheet in job.sheets)
        data = Printing().spreadsheet(job.sheets, job.title, "Hollins")
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        assert len(book.sheet_names) == len(job.sheets)


def test_the_figures_of_a_spreadsheet_are_those_of_the_file_that_figures_save(
    shop: Services,
) -> None:
    papers = shop.figures_papers
    job = papers.month()
    report = shop.figures.report(_last_month())
    assert Printing().spreadsheet(job.sheets, job.title, "x", is_csv=True) == papers.csv(report)


def _last_month() -> Period:
    return period_of(PeriodName.LAST_MONTH, DAY)


def test_a_letter_is_no_table(shop: Services) -> None:
    assert shop.extra_help.sheet().sheets == ()
