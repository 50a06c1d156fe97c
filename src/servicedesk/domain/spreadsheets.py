# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the tables of a paper, as a spreadsheet has it: numbers that can be added up.

A column is one of numbers only where every cell of it is; a phone number, a reference or a code
with a nought at its beginning stays text, digit for digit.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from servicedesk.domain.blocks import Block, Bullets, Heading, Table

Cell = str | int | Decimal | None
"""What stands in a cell; None for nothing."""

_POUND = "£"
_NUMBER = re.compile(r"[-\u2212]?£?(?:0|[1-9]\d{0,8}|[1-9]\d{0,2}(?:,\d{3}){1,2})(?:\.\d{1,6})?")
"""Whole or with a point, with commas or without; long rows of digits are phones, not sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table on its way into a spreadsheet.

    Args:
        name: of the sheet.
        head: over the columns; may be empty.
        rows: cells of each line.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of(title: str, blocks: Iterable[Block]) -> tuple[Sheet, ...]:
    """The tables of a paper, each a sheet; the lists under its headings are one sheet together.

    Args:
        title: of the paper.
        blocks: in reading order.
    """
    sheets: list[Sheet] = []
    listed: list[tuple[Cell, ...]] = []
    heading = ""
    for block in blocks:
        match block:
            case Heading(text=text, level=level) if level > 1:
                heading = text
            case Table(caption=caption, head=head, rows=rows):
                sheets.append(sheet_of(caption or title, head, rows))
            case Bullets(items=items):
                listed += [(heading, item) for item in items]
            case _:
                pass
    if listed:
        sheets.insert(0, Sheet(name=title, head=("", title), rows=tuple(listed)))
    return tuple(sheets)


def tables_of(title: str, blocks: Iterable[Block]) -> tuple[Sheet, ...]:
    """The tables of a paper of running text, whose lists are sentences and no lines.

    Args:
        title: of the paper.
        blocks: in reading order.
    """
    return sheets_of(title, (one for one in blocks if isinstance(one, Table)))


def sheet_of(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Sheet:
    """A table of words as a sheet whose numbers are numbers.

    Args:
        name: of the sheet.
        head: over the columns.
        rows: cells of each line.
    """
    width = max((len(row) for row in (head, *rows)), default=0)
    heads, numeric = list(head), set()
    for place in range(width):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        if cells and all(_NUMBER.fullmatch(cell) for cell in cells):
            numeric.add(place)
            has_pounds = all(_POUND in cell for cell in cells)
            if has_pounds and place < len(heads) and _POUND not in heads[place]:
                heads[place] = f"{heads[place]} ({_POUND})".strip()
            elif not has_pounds and any(_POUND in cell for cell in cells):
                numeric.discard(place)  # pounds and plain numbers do not add up
    typed = tuple(
        tuple(_cell(cell, is_number=place in numeric) for place, cell in enumerate(row))
        for row in rows
    )
    return Sheet(name=name, head=tuple(heads), rows=typed)


def _cell(text: str, *, is_number: bool) -> Cell:
    if not text:
        return None
    if not is_number:
        return text
    plain = text.replace(",", "").replace(_POUND, "").replace("\u2212", "-")
    return Decimal(plain) if "." in plain else int(plain)
