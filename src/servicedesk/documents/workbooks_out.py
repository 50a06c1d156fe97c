# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables as workbooks (XLSX): numbers are numbers, texts stay texts, nothing is a sum or a link.

Equal tables give equal bytes: the day on which a workbook says it was made is always the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from servicedesk.documents import palette
from servicedesk.documents.tables_out import Cell

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_NAME_MOST: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CELL_MOST: Final = 32_767
"""Characters of a cell; the format takes no more."""

_NARROWEST, _WIDEST = 8, 60
"""Widths of columns in characters; longer texts go on in the next line."""

_EXACT: Final = 10**15
"""Numbers from here on would lose their last digits in a cell, so they stand as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOut:
    """One sheet of a workbook.

    Args:
        name: on its tab; cut and made different from the others where it must be.
        head: over the columns; bold, and it stays in sight.
        rows: cells of each line.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]


def workbook_bytes(sheets: Sequence[SheetOut], title: str, author: str) -> bytes:
    """Tables as the bytes of an XLSX file.

    Args:
        sheets: at least one.
        title: of the document.
        author: the business.
    """
    target = BytesIO()
    book = Workbook(target, dict(_OPTIONS))
    book.set_properties({"title": _text(title), "author": _text(author), "created": _MADE})
    looks = _Looks(book)
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.add_worksheet(_tab(sheet.name, taken)), sheet, looks)
    book.close()
    return target.getvalue()


class _Looks:
    """The looks of cells in one workbook.

    Args:
        book: theirs.
    """

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.head = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "top",
                "font_color": palette.BRAND,
                "bg_color": palette.BRAND_SOFT,
                "bottom": 1,
            }
        )

    def number(self, places: int) -> Format:
        """The look of numbers with so many places."""
        if places not in self._numbers:
            shown = "#,##0" + ("." + "0" * places if places else "")
            self._numbers[places] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[places]


def _write(page: Worksheet, sheet: SheetOut, looks: _Looks) -> None:
    columns = max((len(row) for row in (sheet.head, *sheet.rows)), default=0)
    for column in range(columns):
        page.set_column(column, column, _width(sheet, column))
    for column, text in enumerate(sheet.head):
        page.write_string(0, column, _text(text), looks.head)
    page.freeze_panes(1, 0)
    for place, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _write_cell(page, (place, column), cell, looks)


def _write_cell(page: Worksheet, at: tuple[int, int], cell: Cell, looks: _Looks) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        page.write_string(*at, _text(cell), looks.text)
    elif not -_EXACT < cell < _EXACT:
        page.write_string(*at, str(cell), looks.text)
    else:
        page.write_number(*at, float(cell), looks.number(_places(cell)))


def _places(number: int | Decimal) -> int:
    """Places behind the point that a number is written with."""
    if isinstance(number, int):
        return 0
    exponent = number.as_tuple().exponent
    return min(6, max(0, -exponent)) if isinstance(exponent, int) else 0


def _width(sheet: SheetOut, column: int) -> int:
    """Width of a column in characters, from its longest line."""
    cells = (row[column] for row in (sheet.head, *sheet.rows) if column < len(row))
    texts = ("" if cell is None else str(cell) for cell in cells)
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2))


def _tab(name: str, taken: set[str]) -> str:
    """A name that the format takes, and no other sheet has."""
    clean = _NOT_IN_NAMES.sub(" ", _text(name)).strip(" '")[:_NAME_MOST] or "1"
    tab, number = clean, 1
    while tab.casefold() in taken or tab.casefold() == "history":
        number += 1
        more = f" {number}"
        tab = clean[: _NAME_MOST - len(more)] + more
    taken.add(tab.casefold())
    return tab


def _text(text: str) -> str:
    """A text that a cell can hold: no half letters, and not too long."""
    clean = text.encode("utf-8", "replace").decode()
    return clean if len(clean) <= _CELL_MOST else clean[: _CELL_MOST - 1] + "…"
