# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables as plain text (CSV, RFC 4180), made so that no spreadsheet takes a cell for a sum.

The mark at the beginning tells spreadsheets that it is UTF-8; without it accents come out wrong.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import islice
from typing import Final

from servicedesk.domain.exchange_columns import is_risky

Cell = str | int | Decimal | None
"""What stands in a cell; None for nothing. Texts are never read as numbers or sums."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_AT_ONCE: Final = 250
"""Lines that are written, and looked at, together."""

_END: Final = "\x1e"
"""Stands before the end of each line while lines are looked at; no cell is left with one."""

_LINE_END: Final = f"{_END}\r\n"
_MAY_BE_RISKY: Final = re.compile(r"(?:\A|,|\x1e\r\n)\"?[' ]*[=+\-@\t\r\n]")
_CONTROLS_BUT_END: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f]")


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
    return f"'{text}" if is_risky(text) else text


def csv_pieces(head: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> Iterator[bytes]:
    """A table of any length, piece by piece, so that it is never in memory as a whole.

    Together the pieces are what ``csv_bytes`` gives. Lines are written many at once and looked at
    as one text: where nothing in it could begin a sum, no cell needs to be looked at by itself.

    Args:
        head: over the columns.
        rows: cells of each line.
    """
    yield csv_bytes(head, ())
    left = iter(rows)
    while some := tuple(islice(left, _AT_ONCE)):
        text = _lines(some)
        is_plain = (
            text.count(_END) == len(some)
            and not _MAY_BE_RISKY.search(text)
            and not _CONTROLS_BUT_END.search(text)
        )
        if not is_plain:
            text = _lines([[_written(cell) for cell in row] for row in some])
        yield text.replace(_LINE_END, "\r\n").encode("utf-8", "replace")


def _lines(rows: Iterable[Sequence[str | int | None]]) -> str:
    target = StringIO(newline="")
    csv.writer(target, lineterminator=_LINE_END).writerows(rows)
    return target.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
