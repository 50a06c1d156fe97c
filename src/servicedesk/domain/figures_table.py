# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A report as rows: the one list that PDF, CSV and XLSX are written from, so that all are equal."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from servicedesk.domain.figures import (
    ChartData,
    Figure,
    FigureUnit,
    Part,
    Report,
    Sureness,
)
from servicedesk.domain.figures_words import figure_words, interval_words, shown_figure
from servicedesk.domain.intervals import tenths
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases

Cell = str | int | Decimal | None
"""What stands in a cell; None for nothing."""

COLUMNS = (
    *("part", "title", "figure", "number", "unit", "of_them", "out_of", "low", "high"),
    *("before", "trend", "period", "formula", "remark"),
)
"""Codes of the columns, in order; words in ``[figures_table]``."""

_PENCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One line of a report.

    Args:
        part: which part of the report it stands in.
        title: what it is.
        figure: in words, as on the screen.
        number: the same to calculate with, shares and means to one place, money in pounds; None
            where it is shown in counts alone, or there is none.
        unit: of the number, in words.
        of_them: how many have the property; None for means and sums.
        out_of: n, how many cases it rests on; None where nobody writes it down.
        low, high: the ends of its 95 % interval in words; "" where there is none.
        before: the figure of the period before, in words; "" where there is none.
        trend: in words.
        period: in words.
        formula: how it is counted.
        remark: "early sign", what is said beside it, or what to write down.
        chart: code of the chart whose bar it is; "" for a figure.
    """

    part: str
    title: str
    figure: str
    number: Decimal | int | None = None
    unit: str = ""
    of_them: int | None = None
    out_of: int | None = None
    low: str = ""
    high: str = ""
    before: str = ""
    trend: str = ""
    period: str
    formula: str
    remark: str = ""
    chart: str = ""

    def cells(self) -> tuple[Cell, ...]:
        """Its cells in the order of ``COLUMNS``."""
        return tuple(getattr(self, column) for column in COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A report as a table.

    Args:
        title: of the report.
        period: in words.
        head: of the columns.
        rows: in the order of the report.
    """

    title: str
    period: str
    head: tuple[str, ...]
    rows: tuple[FigureRow, ...]


def report_table(report: Report, phrases: Phrases) -> ReportTable:
    """A report as a table, figures and the numbers of its charts.

    Args:
        report: counted.
        phrases: ``[figures_table]`` and the words of figures.
    """
    period = period_words(report.period, phrases)
    return ReportTable(
        title=phrases.say("figures_table.title", period=period),
        period=period,
        head=tuple(phrases.say(f"figures_table.head.{column}") for column in COLUMNS),
        rows=tuple(
            row
            for section in report.sections
            for row in (
                *(figure_row(one, section.part, phrases) for one in section.figures),
                *(
                    row
                    for one in section.charts
                    for row in _bars(one, section.part, report, phrases)
                ),
            )
        ),
    )


def figure_row(figure: Figure, part: Part, phrases: Phrases) -> FigureRow:
    """One figure as a row."""
    said, ends = figure_words(figure, phrases), interval_words(figure, phrases)
    before = figure.before
    return FigureRow(
        part=_part(part, phrases),
        title=said.title,
        figure=said.figure,
        number=_number(figure),
        unit=phrases.say(f"enum.FigureUnit.{figure.unit.value}"),
        of_them=figure.part if figure.is_recorded else None,
        out_of=figure.base if figure.is_recorded else None,
        low="" if ends is None else ends[0],
        high="" if ends is None else ends[1],
        before="" if before is None else shown_figure(before, phrases),
        trend=said.trend,
        period=said.period,
        formula=" ".join(filter(None, (said.formula, _scale(said.scale, phrases)))),
        remark=", ".join(filter(None, (said.caution, *said.asides))),
    )


def _bars(chart: ChartData, part: Part, report: Report, phrases: Phrases) -> Iterator[FigureRow]:
    """The numbers of a chart; not of one that draws figures, for those are rows themselves."""
    if chart.most is not None:
        return
    total = sum(bar.value for bar in chart.bars)
    for bar in chart.bars:
        yield FigureRow(
            part=_part(part, phrases),
            title=phrases.say("figures_table.bar", chart=chart.title, label=bar.label),
            figure=bar.shown,
            number=int(bar.value),
            unit=phrases.say(f"enum.FigureUnit.{FigureUnit.COUNT.value}"),
            of_them=int(bar.value),
            out_of=int(total),
            period=period_words(report.period, phrases),
            formula=phrases.say("figures_table.counted"),
            chart=chart.code,
        )


def _number(figure: Figure) -> Decimal | int | None:
    """The value to calculate with, in the form that its number of cases allows."""
    if figure.value is None or figure.sureness in {Sureness.NONE, Sureness.FEW}:
        return None
    if figure.unit is FigureUnit.COUNT:
        return int(figure.value)
    if figure.unit is FigureUnit.PENCE:
        return figure.value / _PENCE
    return tenths(figure.value)


def _part(part: Part, phrases: Phrases) -> str:
    return phrases.say(f"enum.Part.{part.value}")


def _scale(scale: str, phrases: Phrases) -> str:
    return phrases.say("figures_table.scale", scale=scale) if scale else ""
