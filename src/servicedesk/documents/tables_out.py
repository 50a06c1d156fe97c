# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables as plain text (CSV, RFC 4180), made so that no spreadsheet takes a cell for a sum.

The mark at the beginning tells spreadsheets that it is UTF-8; without it accents come out wrong.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

Cell = str | int | Decimal | None
"""What stands in a cell; None for nothing. Texts are never read as numbers or sums."""

_STARTS_A_SUM: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet takes a text that begins so for a sum, whoever wrote it."""

_SIGNED_NUMBER: Final = re.compile(r"[+-]\d{1,15}(?:[.,]\d{1,15})? ?%?")
"""What begins so and is a mere number does no harm."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as the bytes of a CSV file.

    Args:
        head: over the columns.
        rows: cells of each line; numbers stand as they are, with a point and without commas.

    Returns:
        UTF-8 with its mark, commas between cells, lines ended as RFC 4180 asks.
    """
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(text) for text in head])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a sum: one that could be gets an apostrophe before it.

    Controls that no cell can hold are left out.
    """
    text = _CONTROLS.sub("", text)
    begins = text.lstrip(" ").startswith(_STARTS_A_SUM) or text.startswith(_STARTS_A_SUM)
    return f"'{text}" if begins and not _SIGNED_NUMBER.fullmatch(text) else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
