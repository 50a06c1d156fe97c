# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables in flowing text: columns as wide as their words ask, heads repeated, long ones in chunks.

Large print turns a table that is too wide into labels and values, one below the other.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer, TableStyle
from reportlab.platypus import Table as SetTable

from servicedesk.documents import palette
from servicedesk.documents.flow_bars import Together, in_company
from servicedesk.documents.text import Ink, held_together
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Table

_CHUNK = 200
"""Rows a flowable table holds at most: ReportLab's splitting is quadratic (speed.md 9)."""

_TALLEST = 14
"""Lines in a cell, beyond which the table is set as labels and values."""

_PAD = 0.45
"""Space around the words of a cell, as a part of the body's size."""

_ROWS = 2
"""So many rows or more stand on either side where a table is parted."""

_TALL = 400.0
"""Rows taller than so many points together may be parted after all, lest no page hold them."""

_LABEL = 0.36
"""Labels that are long take at most this part of the width, unless the values leave more."""

_NARROWEST = 0.5
"""A column keeps at least so much of an equal share, however short its words are."""

_WORD = 0.3
"""A word that asks for more of the width than this is parted; an address of the net may be."""


_SLACK = 0.1
"""Points over the width of a word, or a sum that comes out a hair smaller parts its last letter."""


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
            wanted[column] = max(wanted[column], wide + _SLACK)
    return wanted


def word_widths(table: Table, ink: Ink, scale: TypeScale) -> list[float]:
    """How wide each column has to be, in points, for its longest word to stand on one line."""
    rows = ([table.head] if table.head else []) + list(table.rows[:_CHUNK])
    wanted = [0.0] * max((len(row) for row in rows), default=0)
    for row in rows:
        style = scale.cell_head if row is table.head else scale.cell
        for column, text in enumerate(row):
            for word in held_together(ink.plain(text)).replace("\n", " ").split(" "):
                wide = stringWidth(word, style.fontName, style.fontSize) + 2 * _PAD * scale.body
                wanted[column] = max(wanted[column], wide + _SLACK)
    return wanted


def is_pairs(table: Table) -> bool:
    """Whether a table is plain pairs of label and value."""
    return not table.head and max(map(len, table.rows), default=0) == 2


def pair_widths(tables: Iterable[Table], ink: Ink, scale: TypeScale, width: float) -> list[float]:
    """The one width of labels and the one of values that all pairs of a paper share.

    Args:
        tables: pairs all of them, at least one.
        ink: what they are written with.
        scale: the type sizes.
        width: of the column in points.

    Returns:
        Both widths in points; they fill the column.
    """
    wanted = zip(*(natural_widths(table, ink, scale) for table in tables), strict=True)
    label, value = map(max, wanted)
    if label + value > width:
        label = min(label, max(width * _LABEL, width - value))
    return [label, width - label]


def has_towers(table: Table, ink: Ink, scale: TypeScale, widths: list[float]) -> bool:
    """Whether a cell would grow so tall that its row might not fit on a page."""
    style = scale.cell
    rows = [table.head, *table.rows]
    return any(
        stringWidth(ink.plain(text), style.fontName, style.fontSize) > widths[column] * _TALLEST
        for row in rows
        for column, text in enumerate(row)
    )


def ruled_table(
    table: Table, ink: Ink, scale: TypeScale, widths: list[float]
) -> Iterator[Flowable]:
    """The table with a line under each row and its head repeated on every page.

    Args:
        table: its rows may be of unequal length.
        ink: what it is written with.
        scale: the type sizes.
        widths: of its columns in points.
    """
    if not widths:
        return
    pad = _PAD * scale.body

    def cells(row: tuple[str, ...], *styles: ParagraphStyle) -> list[Flowable]:
        looks = [*styles[:1], *styles[-1:] * (len(widths) - 1)]
        return [
            ink.in_cell(text, look, wide - 2 * pad)
            for text, look, wide in zip(_full(row, len(widths)), looks, widths, strict=True)
        ]

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
            cells(row, scale.cell if table.head else scale.cell_head, scale.cell)
            for row in table.rows[start : start + _CHUNK]
        ]
        made = _Ruled(
            ([cells(table.head, scale.cell_head)] if table.head else []) + rows,
            colWidths=widths,
            style=TableStyle(look),
            repeatRows=1 if table.head else 0,
            hAlign="LEFT",
        )
        made.rows = len(rows)
        yield made
    yield Spacer(sum(widths), scale.space(0.9))


def rows_of(flowable: Flowable | None) -> int:
    """How many rows a table has, its head apart; 0 for anything else."""
    rows: int = getattr(flowable, "rows", 0)
    return rows


class _Ruled(SetTable):
    """A table that is parted only where two rows or more stand on either side."""

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """What fits into a height and the rest; nothing when it had better move on whole."""
        self.wrap(availWidth, availHeight)
        heights: list[float] = self._rowHeights
        head: int = self.repeatRows
        ends = list(accumulate(heights))
        kept = min(bisect_right(ends, availHeight), len(ends) - _ROWS)
        least = ends[head + _ROWS - 1] if len(ends) - head >= 2 * _ROWS else ends[-1]
        if least <= _TALL and kept < head + _ROWS:
            return []
        height = ends[kept - 1] + 0.01 if kept >= head + _ROWS else availHeight
        pieces: list[Flowable] = super().split(availWidth, height)
        return pieces


def stacked_rows(table: Table, ink: Ink, scale: TypeScale, width: float) -> Iterator[Flowable]:
    """The table as labels and values, one below the other, for those who need large type."""
    rows: list[Flowable] = []
    for row in table.rows:
        parts: list[Flowable] = []
        for column, text in enumerate(row):
            is_named = 0 < column < len(table.head) != 2  # of two the second needs no name
            head = table.head[column] if is_named else ""
            if text:
                style = scale.plain if column else scale.strong
                named = head if head.endswith("?") else f"{head}:"  # no "?:" on any paper
                parts.append(ink.in_cell(f"{named} {text}" if head else text, style, width))
        if parts:
            rows.append(Together(parts))
    gap = scale.space(0.9)
    yield from in_company(rows, whole=2 * _ROWS - 1, gap=gap, after=gap)


def _full(row: tuple[str, ...], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def shared_widths(wanted: list[float], width: float, words: Sequence[float] = ()) -> list[float]:
    """Widths that fill the column: as wanted if they fit, else the long ones give way.

    Args:
        wanted: by each column, in points.
        width: of all of them together.
        words: what each column needs so that no word of it is parted; none for columns whose words
            may be. A very long word is parted all the same, and so are all where room is wanting.
    """
    if not wanted:
        return []
    total = sum(wanted)
    if total <= width:
        return [wide + (width - total) * wide / total for wide in wanted]
    least = width / len(wanted) * _NARROWEST
    floor = [min(wide, least) for wide in wanted]
    if words:
        kept = (word if word <= width * _WORD else 0.0 for word in words)
        whole = [max(low, word) for low, word in zip(floor, kept, strict=True)]
        floor = whole if sum(whole) < width else floor
    over = [wide - low for wide, low in zip(wanted, floor, strict=True)]
    spare = width - sum(floor)
    return [low + spare * more / sum(over) for low, more in zip(floor, over, strict=True)]
