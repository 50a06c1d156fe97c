# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers and files of figures: equal totals everywhere, the last whole month, charts."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from servicedesk.documents.palette import contrast
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.figures import Report
from servicedesk.domain.figures_table import COLUMNS, report_table
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.figures_papers import FiguresPapers
from servicedesk.services.printing import Printing
from servicedesk.services.registry import Services, open_services
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import theme
from tests.helpers.reports import DAY, MadeFigures, causes, empty, hours, report
from tests.services.around import surroundings
from tests.services.test_demo import built


@pytest.fixture
def services(file: DeskFile) -> Services:
    return open_services(file, surroundings(file.path, FixedClock(DAY)))


@pytest.fixture
def figures() -> MadeFigures:
    return MadeFigures()


@pytest.fixture
def papers(services: Services, figures: MadeFigures) -> FiguresPapers:
    around = surroundings(services._file.path, FixedClock(DAY))
    return FiguresPapers(services.units, around, figures.report)


def text_of(job: PrintJob, size: PaperSize = PaperSize.A4, *, large: bool = False) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=size, large=large))
    assert not printed.cut
    assert not printed.missing
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def lines_of(data: bytes) -> list[dict[str, str]]:
    """The lines of a CSV file, by the code of their column."""
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == list(report_table(report(), words()).head)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def sheet_of(data: bytes) -> Iterator[dict[str, object]]:
    """The lines of a workbook, by the code of their column."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    (name,) = book.sheet_names
    assert name == "How we do"
    head, *rows = book.get_sheet_by_name(name).to_python()
    assert head == list(report_table(report(), words()).head)
    for row in rows:
        yield dict(zip(COLUMNS, row, strict=True))


def number(cell: object) -> Decimal | None:
    return None if cell in ("", None) else Decimal(str(cell))


def test_demand_13_pdf_csv_and_xlsx_have_equal_totals(papers: FiguresPapers) -> None:
    check_equal(papers, report())


def test_demand_13_the_report_of_the_pretend_shop_has_equal_totals(tmp_path: Path) -> None:
    with built(tmp_path, DAY) as (shop, _clock):
        made = shop.figures.report(period_of(PeriodName.LAST_12_MONTHS, DAY))
        assert sum(figure.base > 0 for part in made.sections for figure in part.figures) > 10
        check_equal(shop.figures_papers, made)


def check_equal(papers: FiguresPapers, made: Report) -> None:
    """Row by row in both files, and every share and every bar on paper."""
    printed = text_of(papers.job(made))
    table, sheet = lines_of(papers.csv(made)), list(sheet_of(papers.xlsx(made)))
    rows = report_table(made, words()).rows
    assert len(table) == len(sheet) == len(rows)
    for row, line, cells in zip(rows, table, sheet, strict=True):
        assert line["title"] == cells["title"] == row.title
        assert line["figure"] == cells["figure"] == row.figure
        for column in ("number", "of_them", "out_of"):
            wanted = number(getattr(row, column))
            assert number(line[column]) == wanted
            assert number(cells[column]) == wanted
    for section in made.sections:
        for figure in section.figures:
            if figure.is_recorded and figure.part is not None:
                assert f" {figure.part} {figure.base} " in printed
        for chart in section.charts:
            for bar in chart.bars:
                assert f"{bar.label} {bar.shown}" in printed


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_the_report_says_its_days_and_how_each_figure_is_counted(
    papers: FiguresPapers, size: PaperSize, large: bool
) -> None:
    text = text_of(papers.job(report()), size, large=large)
    for said in (
        "How we do, 26 August to 23 November 2026",
        "Counted on Monday 23 November 2026",
        "Promises kept: Kept on or before their day",
        "early sign",
        "not recorded",
    ):
        assert said in text


def test_the_report_says_whose_it_is_and_takes_their_sheet(
    services: Services, papers: FiguresPapers
) -> None:
    said = {"trading_name": "Hollins Hardware", "page_size": "letter"}
    services.business.save(said, "Ruth")
    job = papers.job(report())
    assert job.offers[0].sizes == (PaperSize.LETTER, PaperSize.A4)
    assert "Hollins Hardware" in text_of(job)
    assert papers.xlsx(report()) != papers.xlsx(empty())


def test_the_last_whole_month_and_quarter_are_offered(
    papers: FiguresPapers, figures: MadeFigures
) -> None:
    assert papers.month().title == "How we do, October 2026"
    assert papers.quarter().title == "How we do, 1 July to 30 September 2026"
    assert figures.asked == [
        period_of(PeriodName.LAST_MONTH, DAY),
        period_of(PeriodName.LAST_QUARTER, DAY),
    ]


def test_days_without_anything_make_a_paper_that_says_so(papers: FiguresPapers) -> None:
    assert "Nothing was written down in these days." in text_of(papers.job(empty()))
    assert [line["figure"] for line in lines_of(papers.csv(empty()))] == ["Nothing decided yet"]


def test_names_that_begin_a_sum_stay_names(papers: FiguresPapers) -> None:
    text = papers.csv(report()).decode("utf-8-sig")
    assert not any(cell.startswith(("=", "+", "@")) for cell in text.split(","))


@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
def test_a_chart_is_drawn_as_wide_as_asked_on_the_ground_of_its_card(
    papers: FiguresPapers, qapp: object, scheme: str
) -> None:
    worn = theme(scheme)
    colours = dict(worn.colours)
    worn.deleteLater()
    for chart in (causes(), hours()):
        picture = Image.open(BytesIO(papers.chart_png(chart, 640, 14.0, colours))).convert("RGB")
        assert picture.width == 640
        ground = tuple(int(colours["card"][at : at + 2], 16) for at in (1, 3, 5))
        seen = {colour for _, colour in picture.getcolors(1_000_000) or ()}
        assert picture.getpixel((639, picture.height - 1)) == ground
        bars = [colour for colour in seen if colour[2] > colour[0] + 100]
        assert any(
            contrast("#{:02x}{:02x}{:02x}".format(*one), colours["card"]) > 4 for one in bars
        )


def test_a_real_report_of_an_empty_file_has_papers_too(services: Services) -> None:
    made = services.figures.report(Period(first=DAY, last=DAY))
    assert "not recorded" not in text_of(services.figures_papers.job(made))
    assert lines_of(services.figures_papers.csv(made))
