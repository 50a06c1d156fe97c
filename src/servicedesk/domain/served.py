# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many customers were served in a month: the owner's own number, or none.

A month that nobody filled in stays blank; it is never taken for 0.
"""

import re
from datetime import date

from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import LONGEST_YEARS

SERVED_MOST = 999_999
"""The most customers of a month: more is a slip of the finger."""

MONTHS = 12

_NUMBER = re.compile(r"[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+")
_MINUS = re.compile(r"[-−–][0-9]")
_LONGEST = 12


def read_served(typed: str, field: str = "customers") -> int | None:
    """The number as typed, such as "320" or "1,200"; None for a blank.

    Raises:
        Refusal: ``served_negative``, ``served_not_read`` or ``served_big``.
    """
    written = " ".join(typed.split())
    if not written:
        return None
    if _MINUS.match(written):
        raise Refusal("served_negative", field)
    if _NUMBER.fullmatch(written) is None:
        raise Refusal("served_not_read", field)
    if len(written) > _LONGEST:
        raise Refusal("served_big", field, most=SERVED_MOST)
    return int(written.replace(",", "").replace(" ", ""))


def checked_served(
    month: date, customers: int | None, *, since_year: int | None, today: date
) -> date:
    """The month as kept: its first day.

    Args:
        month: any day of it.
        customers: None to leave it blank.
        since_year: in which the business began, or None where nobody has said.
        today: the day it is.

    Raises:
        Refusal: ``served_ahead``, ``served_before_us`` or ``served_long_ago`` for "month";
            ``served_negative`` or ``served_big`` for "customers".
    """
    first = month.replace(day=1)
    if first > today:
        raise Refusal("served_ahead", "month")
    if customers is not None and since_year is not None and first.year < since_year:
        raise Refusal("served_before_us", "month", year=since_year)
    if first.year < today.year - LONGEST_YEARS:
        raise Refusal("served_long_ago", "month", years=LONGEST_YEARS)
    if customers is not None and customers < 0:
        raise Refusal("served_negative", "customers")
    if customers is not None and customers > SERVED_MOST:
        raise Refusal("served_big", "customers", most=SERVED_MOST)
    return first


def months_of(year: int, today: date) -> tuple[date, ...]:
    """The months of a year that have begun, by their first days."""
    days = (date(year, month, 1) for month in range(1, MONTHS + 1))
    return tuple(day for day in days if day <= today)


def years_offered(since_year: int | None, today: date) -> range:
    """The years that numbers can be given for, the oldest first."""
    oldest = today.year - LONGEST_YEARS
    first = oldest if since_year is None else max(oldest, since_year)
    return range(min(first, today.year), today.year + 1)
