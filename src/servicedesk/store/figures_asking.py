# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How figures ask the file: conditions with named values, and days of the shop out of moments."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from servicedesk.domain.figures_clock import Spans
from servicedesk.store.asking import ask
from servicedesk.store.types import Moment, Stored

_NAME = re.compile(r"(?<![:\w]):([a-z_]+)")
_MOMENT = Moment()
_HOURS, _MINUTES = 24, 60

Values = Mapping[str, object]
"""What a statement names with a colon before it."""

DaysBetween = Callable[[str, str], int]
"""Working days from one day to another, both as they lie in the file."""


def asked(connection: Connection, statement: str, values: Values) -> list[Any]:
    """The rows that a statement gives, as tuples.

    Args:
        connection: reads.
        statement: with a colon before the name of each value.
        values: by name, such as days, moments and words; those it does not name are left out.

    Raises:
        Trouble: when the file cannot be read.
    """
    plain, names = _parted(statement)
    return ask(connection, plain, tuple(_kept(values[name]) for name in names))


def local_day(column: str, spans: Spans) -> str:
    """SQL for the day in the shop of a moment in UTC.

    Args:
        column: that holds the moment.
        spans: by how much the clock of the shop is ahead of UTC, and since when.
    """
    slow = f"date({column}, {_ahead(column, spans)})"
    most, least = (found(ahead for _, ahead in spans) for found in (max, min))
    if least < 0:
        return slow
    same_until = _HOURS - -(-most // _MINUTES)
    return (
        f"CASE WHEN substr({column}, 12, 2) < '{same_until:02d}' "
        f"THEN substr({column}, 1, 10) ELSE {slow} END"
    )


def local_part(form: str, column: str, spans: Spans) -> str:
    """SQL for a number out of a moment by the clock of the shop.

    Args:
        form: which, as ``strftime`` names it: "%w" for the weekday from Sunday, "%H" for the hour.
        column: that holds the moment, in UTC.
        spans: of the clock of the shop.
    """
    return f"CAST(strftime('{form}', {column}, {_ahead(column, spans)}) AS INTEGER)"


def _ahead(column: str, spans: Spans) -> str:
    """SQL for the minutes that the clock of the shop is ahead at a moment."""
    (_, first), *others = spans
    if not others:
        return f"'{first:+d} minutes'"
    later = " ".join(
        f"WHEN {column} >= '{moment_text(since)}' THEN '{minutes:+d} minutes'"
        for since, minutes in reversed(others)
    )
    return f"CASE {later} ELSE '{first:+d} minutes' END"


def moment_text(moment: datetime) -> str:
    """A moment as it lies in the file."""
    return _MOMENT.into_file(moment)


@lru_cache(maxsize=128)
def _parted(statement: str) -> tuple[str, Sequence[str]]:
    """A statement with question marks, and the names of the values in their order."""
    return _NAME.sub("?", statement), tuple(_NAME.findall(statement))


def _kept(value: object) -> Stored:
    """A value as it lies in the file."""
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int | str | bytes):
        return value
    raise TypeError(f"no cell holds {value!r}")
