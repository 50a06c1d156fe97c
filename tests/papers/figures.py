# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts to print: usual ones, none, one, forty and a hundred values, and hostile labels."""

from collections.abc import Iterator
from decimal import Decimal

from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import Chart, Heading, Paper, PaperSize, Printed
from servicedesk.domain.charts import chart_block
from servicedesk.domain.figures import Bar, ChartData, ChartKind
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE

SENTENCE = "Late deliveries come first: 12 of 30 complaints, 40 % of them."
LONG_LABEL = "A part was ordered that nobody had measured beforehand at all"


def chart(
    values: dict[str, int],
    kind: ChartKind = ChartKind.BARS,
    *,
    unit: str = "",
    most: int | None = None,
    title: str = "Why it went wrong",
) -> Chart:
    """A chart of values by their labels, with the shares that a Pareto chart has."""
    total, so_far, bars = sum(values.values()) or 1, 0, []
    for label, value in values.items():
        so_far += value
        share = Decimal(100 * so_far) / total if kind is ChartKind.PARETO else None
        bars.append(Bar(label=label, value=Decimal(value), shown=f"{value}{unit}", share=share))
    data = ChartData(
        code="causes",
        kind=kind,
        title=title,
        sentence=SENTENCE,
        head=("What", "How many"),
        bars=tuple(bars),
        most=None if most is None else Decimal(most),
    )
    return chart_block(data, real_words())


CAUSES = {"Late delivery": 12, LONG_LABEL: 8, "Nobody rang back": 5, "Price": 3, "Other": 2}
ELEMENTS = {
    "On time": 54,
    "Looked right": 72,
    "Polite": 96,
    "Work good and efficient": 81,
    "Easy to deal with": 77,
    "Problems sorted": 60,
}
DAYS = {"Mon": 4, "Tue": 9, "Wed": 0, "Thu": 12, "Fri": 15, "Sat": 22}
CHARTS = {
    "pareto": chart(CAUSES, ChartKind.PARETO),
    "bars": chart(ELEMENTS, unit=" %", most=100, title="What customers say"),
    "columns": chart(DAYS, ChartKind.COLUMNS, title="Contacts by weekday"),
    "wide": chart(CAUSES, ChartKind.COLUMNS),
    "hours": chart({f"{n}:00": n % 7 for n in range(24)}, ChartKind.COLUMNS, title="By hour"),
    "none": chart({}),
    "no-columns": chart({}, ChartKind.COLUMNS),
    "one": chart({"Late delivery": 1}, ChartKind.PARETO),
    "zeros": chart({"Mon": 0, "Tue": 0}, ChartKind.COLUMNS),
    "forty": chart({f"{n}. {LONG_LABEL}": n for n in range(40, 0, -1)}, ChartKind.PARETO),
    "hundred": chart({f"{n}. {LONG_LABEL}": n for n in range(100, 0, -1)}),
    "hostile": chart({HOSTILE: 3, "Donaudampfschifffahrt" * 6: 2, "": 1}, ChartKind.PARETO),
}


def figures_paper() -> Paper:
    """All of them one after the other."""
    return Paper(
        title="How we do",
        language="en-GB",
        author="Hollins Hardware",
        blocks=(Heading(text="How we do", level=1), *CHARTS.values()),
        footer="1 September to 30 November 2026",
    )


def every_paper_of_figures(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of the charts in flowing text."""
    for size in (PaperSize.A4, PaperSize.LETTER):
        yield f"charts-{size}", text_pdf(figures_paper(), size, faces, real_words())
    yield "charts-large", text_pdf(figures_paper(), PaperSize.A4, faces, real_words(), large=True)
