# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days in a list: in which order a column writes them is settled once for the whole column.

"03/04/2026" alone can be read in two ways. One cell of the column that can be read in one way only
settles it for all the others; where none does, the person is asked. No cell is ever guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import DayOrder

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T].*)?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_FIGURES = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})(?:[ T,].*)?")
_DAY_NAMED = re.compile(
    r"(?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)?[- .]*([a-z]{3,9})[- .,]*([0-9]{4}|[0-9]{2})"
    r"(?: [0-9].*)?"
)
_MONTH_NAMED = re.compile(
    r"(?:[a-z]+,? )?([a-z]{3,9})[- .]*([0-9]{1,2})(?:st|nd|rd|th)?[, ]+([0-9]{4})(?: [0-9].*)?"
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS_OF_YEAR = 12
_SHORT_MOST = 2
"""Figures of a year without its century."""

_EXAMPLES = 3
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDays:
    """What a column of days says about its own order.

    Args:
        order: which its cells show, or None when nothing tells.
        must_ask: there are cells that can be read in two ways and nothing tells which, or there
            are cells that contradict each other.
        examples: a few of those cells, as written.
    """

    order: DayOrder | None
    must_ask: bool
    examples: tuple[str, ...] = ()


def column_days(cells: Iterable[str]) -> ColumnDays:
    """Find out in which order a column writes day and month.

    Args:
        cells: all of the column, as written.
    """
    told: dict[DayOrder, str] = {}
    open_cells: list[str] = []
    for cell in cells:
        figures = _FIGURES.fullmatch(_plain(cell))
        if figures is None:
            continue
        first, second = int(figures[1]), int(figures[2])
        if first > _MONTHS_OF_YEAR >= second:
            told.setdefault(DayOrder.DAY_FIRST, cell.strip())
        elif second > _MONTHS_OF_YEAR >= first:
            told.setdefault(DayOrder.MONTH_FIRST, cell.strip())
        elif first != second and second <= _MONTHS_OF_YEAR and len(open_cells) < _EXAMPLES:
            open_cells.append(cell.strip())
    order = next(iter(told)) if len(told) == 1 else None
    return ColumnDays(
        order=order,
        must_ask=order is None and bool(open_cells or told),
        examples=tuple(told.values()) if len(told) > 1 else tuple(open_cells),
    )


def read_cell(cell: str, order: DayOrder | None, today: date, heading: str) -> date | None:
    """The day that a cell says; None for an empty one.

    Args:
        cell: as written; a time of day after it is left out.
        order: of the column; None where no cell of it needs one.
        today: by which a year of two figures gets its century: it is never ahead.
        heading: of the column, for the sentence.

    Raises:
        Refusal: ``import_day_not_read``, or ``import_day_other_order`` for a cell that cannot be
            read in the order of its column.
    """
    plain = _plain(cell)
    if not plain:
        return None
    try:
        return _read(plain, order, today)
    except ValueError:
        code = "import_day_other_order" if _is_turned(plain) else "import_day_not_read"
        raise Refusal(code, heading, found=cell.strip()[:_SHOWN], heading=heading) from None


def _read(plain: str, order: DayOrder | None, today: date) -> date:
    if found := _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        year = _year(found[3], today)
        if order is DayOrder.MONTH_FIRST:
            return date(year, first, second)
        if order is DayOrder.DAY_FIRST or first == second:
            return date(year, second, first)
        raise ValueError(plain)
    if found := _DAY_NAMED.fullmatch(plain):
        return date(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _MONTH_NAMED.fullmatch(plain):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    raise ValueError(plain)


def _is_turned(plain: str) -> bool:
    """Whether the figures would make a day in one of the two orders."""
    found = _FIGURES.fullmatch(plain)
    if found is None:
        return False
    for month, day in ((found[1], found[2]), (found[2], found[1])):
        year = int(found[3]) + (2000 if len(found[3]) == _SHORT_MOST else 0)
        try:
            date(year, int(month), int(day))
        except ValueError:
            continue
        return True
    return False


def _year(figures: str, today: date) -> int:
    if len(figures) > _SHORT_MOST:
        return int(figures)
    year = today.year - today.year % 100 + int(figures)
    return year if year <= today.year else year - 100


def _month(name: str) -> int:
    """1 to 12; ValueError for a word that is no month."""
    for place, month in enumerate(_MONTHS, start=1):
        if month.startswith(name) or (name == "sept" and month == "september"):
            return place
    raise ValueError(name)


def _plain(cell: str) -> str:
    return " ".join(cell.split()).lower()
