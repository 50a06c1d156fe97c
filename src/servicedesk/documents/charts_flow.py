# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts in flowing text: the drawing, with the table of its numbers beside or below it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportlab.platypus import Flowable, Spacer, TableStyle
from reportlab.platypus import Table as SetTable

from servicedesk.documents.charts import ChartLook, chart_drawing
from servicedesk.documents.flow_bars import Together
from servicedesk.documents.flow_tables import (
    natural_widths,
    ruled_table,
    shared_widths,
    word_widths,
)
from servicedesk.documents.text import Ink
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Chart, Table
from servicedesk.domain.charts import chart_table

_BESIDE: Final = 0.45
"""A table that asks for no more of the width stands beside its drawing."""

_MOST_ROWS: Final = 12
"""A longer table stands below, where a page can part it."""

_TALLEST: Final = 590.0
"""A drawing taller than so many points has no room on a page: its table says all of it."""

_MOST_FOLDS, _FOLD_ROOM = 3, 1.1
"""A long table stands in so many columns at most, where they have a little room between them."""

_GAP: Final = 0.05
_TEXT: Final = 0.81
"""Type size of a drawing's words, as a part of the body's."""


def chart_flowables(chart: Chart, ink: Ink, scale: TypeScale, width: float) -> Iterator[Flowable]:
    """The drawing and its numbers.

    Args:
        chart: with one value at least.
        ink: what it is written with.
        scale: the type sizes.
        width: of the column in points.
    """
    table = chart_table(chart)
    wanted = natural_widths(table, ink, scale)
    text = max(scale.least, scale.body * _TEXT)
    if sum(wanted) <= width * _BESIDE and len(table.rows) <= _MOST_ROWS:
        column = width * (1 - _GAP) - sum(wanted)
        drawing = chart_drawing(chart, ink, ChartLook(width=column, text=text))
        numbers = [*ruled_table(table, ink, scale, wanted)][:-1]  # its space comes below both
        both = SetTable(
            [[drawing, numbers]],
            colWidths=[width - sum(wanted), sum(wanted)],
            style=TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                    ("TOPPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ]
            ),
            hAlign="LEFT",
        )
        yield both
        yield Spacer(width, scale.space(1.1))
        return
    drawing = chart_drawing(chart, ink, ChartLook(width=width, text=text))
    if drawing.height <= _TALLEST:
        whole = Together([drawing], after=scale.space(0.6))
        whole.keepWithNext = 1
        yield whole
    table = _folded(table, sum(wanted), width)
    wanted, words = natural_widths(table, ink, scale), word_widths(table, ink, scale)
    yield from ruled_table(table, ink, scale, shared_widths(wanted, width, words))


def _folded(table: Table, wanted: float, width: float) -> Table:
    """A long narrow table in columns side by side, each read downwards.

    Args:
        table: as it is.
        wanted: width in points that it asks for.
        width: that there is.
    """
    count = min(_MOST_FOLDS, int(width / (wanted * _FOLD_ROOM)))
    if len(table.rows) <= _MOST_ROWS or count < 2:
        return table
    tall = -(-len(table.rows) // count)
    blank = ("",) * len(table.head)
    folded = (
        tuple(
            cell
            for fold in range(count)
            for cell in (*table.rows[fold * tall + row : fold * tall + row + 1], blank)[0]
        )
        for row in range(tall)
    )
    return replace(table, head=table.head * count, rows=tuple(folded))
