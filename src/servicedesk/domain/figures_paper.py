# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A report of figures as a paper: the rows of ``figures_table`` under their parts, with charts.

It is for the business itself. What hangs on the wall is another paper, with fewer words.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Block, Bullets, Heading, Paragraph, Table, Tone
from servicedesk.domain.charts import chart_block
from servicedesk.domain.figures import Figure, Part, Report, Section
from servicedesk.domain.figures_table import FigureRow, figure_row
from servicedesk.domain.figures_words import own_period_words
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.rounds import long_day
from servicedesk.domain.standards_amounts import grouped_number

_ALWAYS = ("title", "figure")
_COLUMNS = (*_ALWAYS, "of_them", "out_of", "before", "remark")
"""Columns of the table on paper; the files have all of them."""


def report_title(report: Report, phrases: Phrases) -> str:
    """What a report is called, on paper and as a file."""
    period = period_words(report.period, phrases)
    return phrases.say("figures_table.title", period=period)


def has_anything(report: Report) -> bool:
    """Whether anything at all was written down that a report rests on."""
    figures = (figure for section in report.sections for figure in section.figures)
    charts = (chart for section in report.sections for chart in section.charts)
    return any(one.base or one.value for one in figures) or any(
        bar.value for chart in charts for bar in chart.bars
    )


def report_blocks(
    report: Report, business: str, today: date, phrases: Phrases
) -> tuple[Block, ...]:
    """A report in reading order; a part without figures and charts is left out.

    Args:
        report: counted.
        business: its name; "" while nobody has said.
        today: when; a report lies about longer than its last days are true.
        phrases: ``[figures_paper]``, ``[figures_table]`` and the words of figures.
    """
    day = long_day(today, phrases)
    blocks: list[Block] = [Heading(text=report_title(report, phrases), level=1)]
    if business:
        blocks.append(Paragraph(text=business, tone=Tone.STRONG))
    if not has_anything(report):
        return (*blocks, Paragraph(text=phrases.say("figures_paper.nothing", day=day)))
    blocks.append(Paragraph(text=phrases.say("figures_paper.lead", day=day), tone=Tone.LEAD))
    formulas: dict[str, None] = {}
    for section in report.sections:
        rows = tuple(_row(one, section.part, report, phrases) for one in section.figures)
        blocks += _part(section, rows, phrases)
        formulas |= dict.fromkeys(f"{row.title}: {row.formula}" for row in rows)
    if formulas:
        blocks.append(Heading(text=phrases.say("figures_paper.formulas")))
        blocks.append(Bullets(items=tuple(formulas)))
    return tuple(blocks)


def _row(figure: Figure, part: Part, report: Report, phrases: Phrases) -> FigureRow:
    """A figure with its days among the remarks where they are not those at the head of the paper.

    The files have a column for the days of every figure.
    """
    row = figure_row(figure, part, phrases)
    remarks = (row.remark, own_period_words(figure, report.period, phrases))
    return replace(row, remark=", ".join(filter(None, remarks)))


def _part(section: Section, rows: tuple[FigureRow, ...], phrases: Phrases) -> Iterator[Block]:
    """One part: its figures as a table, then its charts, each with its numbers."""
    if not rows and not section.charts:
        return
    name = phrases.say(f"enum.Part.{section.part.value}")
    yield Heading(text=name)
    if rows:
        yield _table(name, rows, phrases)
    for chart in section.charts:
        yield chart_block(chart, phrases, titled=chart.title != name)


def _table(name: str, rows: tuple[FigureRow, ...], phrases: Phrases) -> Table:
    """The figures of a part; a column in which nothing stands is left out."""
    told = [one for one in _COLUMNS if one in _ALWAYS or any(_cell(row, one) for row in rows)]
    return Table(
        caption=name,
        head=tuple(phrases.say(f"figures_table.head.{one}") for one in told),
        rows=tuple(tuple(_cell(row, one) for one in told) for row in rows),
    )


def _cell(row: FigureRow, column: str) -> str:
    value: str | int | None = getattr(row, column)
    if isinstance(value, int):
        return grouped_number(Decimal(value))
    return value or ""
