# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables in flowing text: columns as wide as their words ask, heads repeated, long ones in chunks.

Large print turns a table that is too wide into labels and values, one below the other.
"""

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer, TableStyle
from reportlab.platypus import Table as SetTable

from servicedesk.documents import palette
from servicedesk.documents.flow_bars import Together
from servicedesk.documents.text import Ink
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Table

_CHUNK = 200
"""Rows a flowable table holds at most: ReportLab's splitting is quadratic (speed.md 9)."""

_TALLEST = 14
"""Lines in a cell, beyond which the table is set as labels and values."""

_PAD = 0.45
"""Space around the words of a cell, as a part of the body's size."""

_NARROWEST = 0.5
"""A column keeps at least so much of an equal share, however short its words are."""


def natural_widths(table: Table, ink: Ink, scale: TypeScale) -> list[float]:
    """How wide each column would like to be, in points, without any line break."""
    rows = ([table.head] if table.head else []) + list(table.rows)
    count = max((len(row) for row in rows), default=0)
    style = scale.cell_head
    wanted = [0.0] * count
    for row in rows[:_CHUNK]:
        for column, text in enumerate(row):
            longest = max(ink.plain(text).split("\n"), key=len, default="")
            wide = stringWidth(longest, style.fontName, style.fontSize) + 2 * _PAD * scale.body
            wanted[column] = max(wanted[column], wide)
    return wanted


def has_towers(table: Table, ink: Ink, scale: TypeScale, width: float) -> bool:
    """Whether a cell would grow so tall that its row might not fit on a page."""
    style = scale.cell
    widths = _shared(natural_widths(table, ink, scale), width)
    rows = [table.head, *table.rows]
    return any(
        stringWidth(ink.plain(text), style.fontName, style.fontSize) > widths[column] * _TALLEST
        for row in rows
        for column, text in enumerate(row)
    )


def ruled_table(table: Table, ink: Ink, scale: TypeScale, width: float) -> Iterator[Flowable]:
    """The table with a line under each row and its head repeated on every page.

    Args:
        table: its rows may be of unequal length.
        ink: what it is written with.
        scale: the type sizes.
        width: of the column in points; the table fills it.
    """
    widths = _shared(natural_widths(table, ink, scale), width)
    if not widths:
        return
    head = [[ink.paragraph(text, scale.cell_head) for text in _full(table.head, len(widths))]]
    pad = _PAD * scale.body
    look: list[tuple[object, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), scale.cell.fontName),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), pad),
        ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), pad * 0.8 * scale.spread),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 0.9 * scale.spread),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, HexColor(palette.LINE)),
    ]
    if table.head:
        look.append(("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.BRAND_SOFT)))
    for start in range(0, len(table.rows), _CHUNK):
        rows = [
            [
                ink.paragraph(text, scale.cell if table.head or column else scale.cell_head)
                for column, text in enumerate(_full(row, len(widths)))
            ]
            for row in table.rows[start : start + _CHUNK]
        ]
        yield SetTable(
            (head if table.head else []) + rows,
            colWidths=widths,
            style=TableStyle(look),
            repeatRows=1 if table.head else 0,
            hAlign="LEFT",
        )
    yield Spacer(width, scale.space(0.9))


def stacked_rows(table: Table, ink: Ink, scale: TypeScale) -> Iterator[Flowable]:
    """The table as labels and values, one below the other, for those who need large type."""
    for row in table.rows:
        parts = []
        for column, text in enumerate(row):
            head = table.head[column] if 0 < column < len(table.head) else ""
            if text:
                style = scale.plain if column else scale.strong
                parts.append(ink.paragraph(f"{head}: {text}" if head else text, style))
        if parts:
            yield Together(parts, after=scale.space(0.9))


def _full(row: tuple[str, ...], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def _shared(wanted: list[float], width: float) -> list[float]:
    """Widths that fill the column: as wanted if they fit, else the long ones give way."""
    if not wanted:
        return []
    total = sum(wanted)
    if total <= width:
        return [wide + (width - total) * wide / total for wide in wanted]
    least = width / len(wanted) * _NARROWEST
    floor = [min(wide, least) for wide in wanted]
    over = [wide - low for wide, low in zip(wanted, floor, strict=True)]
    spare = width - sum(floor)
    return [low + spare * more / sum(over) for low, more in zip(floor, over, strict=True)]
